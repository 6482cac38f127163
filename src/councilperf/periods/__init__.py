"""Reporting periods: one value that cannot be misread, and its whole calculus."""

from councilperf.periods._algebra import Comparability, period_range
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._format import PeriodStyle, PeriodStyleWord
from councilperf.periods._kind import PeriodKind, PeriodKindWord
from councilperf.periods._period import ReportingPeriod

__all__ = [
    "ACADEMIC",
    "CALENDAR_YEAR",
    "FINANCIAL",
    "Calendar",
    "Comparability",
    "PeriodKind",
    "PeriodKindWord",
    "PeriodStyle",
    "PeriodStyleWord",
    "ReportingPeriod",
    "period_range",
]
