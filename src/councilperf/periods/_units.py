"""Which days belong to which unit of a reporting year; plain dates in, plain dates out."""

from __future__ import annotations

from datetime import date, timedelta

from councilperf.errors import PeriodError
from councilperf.periods._guards import MOST_ROLLING_MONTHS, check_year
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import (
    ONE_DAY,
    is_month_end,
    month_end,
    month_number,
    month_start,
)

__all__ = ["misfit", "named_kind", "numbered_unit", "unit_around", "whole_months", "year_start"]

_FOUR_WEEKS = timedelta(days=28)
_BY_MONTHS = {kind.months: kind for kind in PeriodKind if kind.months}


def year_start(day: date, first_month: int) -> date:
    """Return the first day of the reporting year that a day lies in."""
    return date(day.year - (day.month < first_month), first_month, 1)


def numbered_unit(kind: PeriodKind, year: int, number: int, first_month: int) -> tuple[date, date]:
    """Return the days of the unit with this number, from 1, in the year that starts in *year*."""
    check_year(kind.words, year)
    count = 12 // kind.months if kind.months else 13
    if not 1 <= number <= count:
        raise PeriodError(
            f"{kind.words} {number} of {year}", f"a year has {count}, numbered from 1"
        )
    months = kind.months
    if months:
        first = year * 12 + first_month - 1 + (number - 1) * months
        return month_start(first), month_end(first + months - 1)
    start = date(year, first_month, 1) + (number - 1) * _FOUR_WEEKS
    if number == 13:
        return start, date(year + 1, first_month, 1) - ONE_DAY
    return start, start + _FOUR_WEEKS - ONE_DAY


def unit_around(kind: PeriodKind, day: date, first_month: int) -> tuple[int, int]:
    """Return the year, by its start, and the number in it of the unit that a day lies in."""
    if kind.months:
        year, month = divmod(month_number(day) - first_month + 1, 12)
        return year, month // kind.months + 1
    if kind is not PeriodKind.FOUR_WEEKS:
        raise PeriodError(
            f"{kind.words} around {day}", f"a day alone does not say which {kind.words}"
        )
    start = year_start(day, first_month)
    return start.year, min((day - start) // _FOUR_WEEKS, 12) + 1


def named_kind(start: date, end: date, first_month: int) -> PeriodKind:
    """Return the kind of the unit that has just these days, else `RANGE`."""
    days = (end - start).days + 1
    if days == 1:
        return PeriodKind.AS_AT
    if days == 7:
        return PeriodKind.WEEK
    months = whole_months(start, end)
    kind = _BY_MONTHS.get(months)
    if kind is not None and (month_number(start) - first_month + 1) % months == 0:
        return kind
    if 28 <= days <= 30:
        unit = unit_around(PeriodKind.FOUR_WEEKS, start, first_month)
        if numbered_unit(PeriodKind.FOUR_WEEKS, *unit, first_month) == (start, end):
            return PeriodKind.FOUR_WEEKS
    return PeriodKind.RANGE


def whole_months(start: date, end: date) -> int:
    """Return how many months the days are; 0 where they are not whole months."""
    if start.day == 1 and is_month_end(end):
        return month_number(end) - month_number(start) + 1
    return 0


def misfit(kind: PeriodKind, start: date, end: date, first_month: int) -> str:
    """Say why a period of this kind cannot have these days; nothing where it can."""
    months = kind.months
    if months:
        # Compared by parts, without making dates: this runs for every period that is made.
        fits = (
            start.day == 1
            and (start.month - first_month) % months == 0
            and (end.year - start.year) * 12 + end.month - start.month == months - 1
            and is_month_end(end)
        )
        return "" if fits else f"these are not the days of a {kind.words} in its calendar"
    if end < start:
        return "its last day is before its first"
    if kind is PeriodKind.AS_AT:
        return "" if start == end else "a snapshot is as at one day; use between for several"
    if kind is PeriodKind.WEEK:
        return "" if (end - start).days == 6 else "a week has seven days"
    if kind is PeriodKind.FOUR_WEEKS:
        unit = unit_around(kind, start, first_month)
        fits = numbered_unit(kind, *unit, first_month) == (start, end)
        return "" if fits else "these are not the days of one of the year's thirteen periods"
    if kind is PeriodKind.YEAR_TO_DATE:
        fits = start == year_start(end, first_month)
        return "" if fits else "a year to date begins with the year that its last day is in"
    if kind is PeriodKind.ROLLING:
        fits = 1 <= whole_months(start, end) <= MOST_ROLLING_MONTHS
        return "" if fits else f"rolling months are 1 to {MOST_ROLLING_MONTHS} whole months"
    if kind is PeriodKind.RANGE:
        named = named_kind(start, end, first_month)
        return "" if named is kind else f"these are the days of a {named.words}; use between"
    return ""
