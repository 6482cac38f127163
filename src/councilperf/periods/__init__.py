"""Reporting periods: one value that cannot be misread, and its whole calculus."""

from councilperf.periods._algebra import Comparability, period_range
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._dates import format_dates, parse_dates
from councilperf.periods._format import PeriodStyle, PeriodStyleWord
from councilperf.periods._hit import PeriodHit, find_all
from councilperf.periods._kind import PeriodKind, PeriodKindWord
from councilperf.periods._pandas import (
    from_pandas,
    from_period_index,
    to_pandas,
    to_period_index,
)
from councilperf.periods._period import ReportingPeriod

__all__ = [
    "ACADEMIC",
    "CALENDAR_YEAR",
    "Calendar",
    "Comparability",
    "FINANCIAL",
    "PeriodHit",
    "PeriodKind",
    "PeriodKindWord",
    "PeriodStyle",
    "PeriodStyleWord",
    "ReportingPeriod",
    "find_all",
    "format_dates",
    "from_pandas",
    "from_period_index",
    "parse_dates",
    "period_range",
    "to_pandas",
    "to_period_index",
]
