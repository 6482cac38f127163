"""Moving periods: which days they have some steps, or years, away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from councilperf.errors import PeriodError
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import (
    ONE_DAY,
    is_month_end,
    month_end,
    month_number,
    month_start,
    moved_by_months,
)
from councilperf.periods._units import numbered_unit, unit_around, year_start

if TYPE_CHECKING:
    from councilperf.periods._period import ReportingPeriod

__all__ = ["stepped", "steps_apart", "year_earlier"]

_WEEK = timedelta(days=7)
#: Kinds whose days show when they end but not how often they are reported.
_REPORTED_AT_WILL = frozenset({PeriodKind.AS_AT, PeriodKind.YEAR_TO_DATE, PeriodKind.ROLLING})


def stepped(period: ReportingPeriod, count: int, by: PeriodKind | None) -> tuple[date, date]:
    """Return the first and last day of the period so many steps later."""
    kind = period.kind
    months = kind.months
    unit = kind if by is None else by
    if months and unit.months and unit.months % months == 0:
        first = month_number(period.start) + count * unit.months
        return month_start(first), month_end(first + months - 1)
    if kind is PeriodKind.WEEK and unit is kind:
        return period.start + count * _WEEK, period.end + count * _WEEK
    if kind is PeriodKind.FOUR_WEEKS and unit in {kind, PeriodKind.YEAR}:
        place = _place(period) + count * (1 if unit is kind else 13)
        return numbered_unit(kind, place // 13, place % 13 + 1, period.calendar.first_month)
    if kind in _REPORTED_AT_WILL and by is not None:
        return _ending(period, _moved_day(period, count, by))
    raise PeriodError(repr(period), _why_no_step(kind, by))


def steps_apart(one: ReportingPeriod, other: ReportingPeriod, by: PeriodKind | None) -> int:
    """Return how many steps lie between two periods of one kind, if any number does."""
    unit = one.kind if by is None else by
    days = (other.end - one.end).days
    if unit.months:
        return (month_number(other.end) - month_number(one.end)) // unit.months
    if unit is PeriodKind.WEEK:
        return days // 7
    if unit is PeriodKind.FOUR_WEEKS and one.kind is unit:
        return _place(other) - _place(one)
    return days


def _place(period: ReportingPeriod) -> int:
    """Count four-week periods through all years in one row."""
    year, number = unit_around(period.kind, period.start, period.calendar.first_month)
    return year * 13 + number - 1


def year_earlier(period: ReportingPeriod) -> tuple[date, date]:
    """Return the days of the same period of the year before."""
    kind, start, end = period.kind, period.start, period.end
    if kind is PeriodKind.WEEK:
        return stepped(period, -52, None)
    if kind is PeriodKind.RANGE:
        # By the day before it starts, so that what began after a month's end still does.
        return moved_by_months(start - ONE_DAY, -12) + ONE_DAY, moved_by_months(end, -12)
    if kind in _REPORTED_AT_WILL:
        return _ending(period, moved_by_months(end, -12))
    return stepped(period, -1, PeriodKind.YEAR)


def _ending(period: ReportingPeriod, end: date) -> tuple[date, date]:
    """Return the days of the same sort of period with another last day."""
    if period.kind is PeriodKind.AS_AT:
        return end, end
    if period.kind is PeriodKind.YEAR_TO_DATE:
        return year_start(end, period.calendar.first_month), end
    length = month_number(period.end) - month_number(period.start)
    return month_start(month_number(end) - length), end


def _moved_day(period: ReportingPeriod, count: int, by: PeriodKind) -> date:
    """Move a last day so that moving it back returns it."""
    day = period.end
    if by.months:
        if day.day > 27 and not is_month_end(day):
            problem = f"not every month has a day {day.day}; step a month's last day, or by days"
            raise PeriodError(repr(period), problem)
        return moved_by_months(day, count * by.months)
    if period.kind is not PeriodKind.ROLLING and by in {PeriodKind.AS_AT, PeriodKind.WEEK}:
        return day + count * (ONE_DAY if by is PeriodKind.AS_AT else _WEEK)
    raise PeriodError(repr(period), _why_no_step(period.kind, by))


def _why_no_step(kind: PeriodKind, by: PeriodKind | None) -> str:
    """Say why a kind does not step, or not by this unit, and what to do."""
    if kind is PeriodKind.RANGE:
        return "a range of days has no next one; give its days with between"
    if kind is PeriodKind.TERM:
        return "each council sets its own school terms; give the days of the one you mean"
    if by is None:
        return f"a {kind.words} does not show how often it is reported; say by='quarter' or other"
    return f"a {kind.words} does not step by {by.words}"
