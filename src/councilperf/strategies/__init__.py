"""Hypothesis strategies for the library's types, for the tests of whoever builds on it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from councilperf.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("property-test strategies", "strategies")

from councilperf.periods import Calendar, ReportingPeriod
from councilperf.strategies._periods import calendars, reporting_periods

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

__all__ = ["STRATEGIES", "calendars", "reporting_periods"]

#: What makes examples of a type when hypothesis is asked for it by the type alone.
STRATEGIES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    Calendar: calendars,
    ReportingPeriod: reporting_periods,
}
