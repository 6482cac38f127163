"""Ratings, direction of travel and counts over whole columns, in a data frame of any make."""

from __future__ import annotations

from importlib.util import find_spec

from councilperf.errors import MissingExtraError

if find_spec("narwhals") is None:
    raise MissingExtraError("data frames", "dataframes")

from councilperf.dataframes._problems import ColumnProblem
from councilperf.dataframes._rate_frame import rate_frame, travel_frame

__all__ = ["ColumnProblem", "rate_frame", "travel_frame"]
