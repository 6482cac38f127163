"""Ratings, direction of travel, counts and ranks over whole columns, in frames of any make."""

from __future__ import annotations

from importlib.util import find_spec

from councilperf.errors import MissingExtraError

if find_spec("narwhals") is None:
    raise MissingExtraError("data frames", "dataframes")

from councilperf.dataframes._assess_frame import assess_frame
from councilperf.dataframes._assessment_frame import assessment_to_frame
from councilperf.dataframes._cross_frame import cross_frame
from councilperf.dataframes._earlier_frame import earlier_frame
from councilperf.dataframes._exceptions_frame import exceptions_frame
from councilperf.dataframes._explain_frame import explain_frame
from councilperf.dataframes._join_frame import join_frame
from councilperf.dataframes._problems import ColumnProblem
from councilperf.dataframes._rank_frame import quartile_frame, rank_frame
from councilperf.dataframes._rate_frame import rate_frame, travel_frame
from councilperf.dataframes._scorecard_frame import scorecard_from_frame, scorecard_to_frame
from councilperf.dataframes._split_frame import FrameParts, split_frame
from councilperf.dataframes._tally_frame import tally_frame

__all__ = [
    "ColumnProblem",
    "FrameParts",
    "assess_frame",
    "assessment_to_frame",
    "cross_frame",
    "earlier_frame",
    "exceptions_frame",
    "explain_frame",
    "join_frame",
    "quartile_frame",
    "rank_frame",
    "rate_frame",
    "scorecard_from_frame",
    "scorecard_to_frame",
    "split_frame",
    "tally_frame",
    "travel_frame",
]
