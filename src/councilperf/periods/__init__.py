"""Reporting periods: one value that cannot be misread, and its whole calculus."""

from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._kind import PeriodKind, PeriodKindWord
from councilperf.periods._period import ReportingPeriod

__all__ = [
    "ACADEMIC",
    "CALENDAR_YEAR",
    "FINANCIAL",
    "Calendar",
    "PeriodKind",
    "PeriodKindWord",
    "ReportingPeriod",
]
