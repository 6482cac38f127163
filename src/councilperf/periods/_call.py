"""The constructor call that makes a period, as its `repr` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import month_number
from councilperf.periods._units import unit_around

if TYPE_CHECKING:
    from datetime import date

    from councilperf.periods._period import ReportingPeriod

__all__ = ["constructor_call"]

_YEARS = {
    FINANCIAL: "financial_year",
    ACADEMIC: "academic_year",
    CALENDAR_YEAR: "calendar_year",
}


def constructor_call(period: ReportingPeriod) -> str:
    """Write the call, without its class; evaluated, it gives the same period."""
    kind, calendar = period.kind, period.calendar
    if kind is PeriodKind.YEAR and calendar in _YEARS:
        return f"{_YEARS[calendar]}({period.start.year})"
    usual = ACADEMIC if kind is PeriodKind.TERM else FINANCIAL
    tail = "" if calendar == usual else f", calendar={calendar!r}"
    return f"{_NAMES.get(kind, kind.value)}({_arguments(period)}{tail})"


_NAMES = {PeriodKind.RANGE: "between", PeriodKind.YEAR: "reporting_year"}


def _arguments(period: ReportingPeriod) -> str:
    kind, start, end = period.kind, period.start, period.end
    if kind is PeriodKind.YEAR:
        return f"{start.year}"
    if kind is PeriodKind.MONTH:
        return f"{start.year}, {start.month}"
    if kind.months or kind is PeriodKind.FOUR_WEEKS:
        year, number = unit_around(kind, start, period.calendar.first_month)
        return f"{year}, {number}"
    if kind is PeriodKind.ROLLING:
        return f"{month_number(end) - month_number(start) + 1}, ending={_day(end)}"
    if kind in {PeriodKind.RANGE, PeriodKind.TERM}:
        return f"{_day(start)}, {_day(end)}"
    return _day(start if kind is PeriodKind.WEEK else end)


def _day(day: date) -> str:
    return f"date({day.year}, {day.month}, {day.day})"
