"""Printing periods in named styles, each of which is read back as the same period."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from councilperf.errors import FieldValueError, PeriodError
from councilperf.periods._calendar import ACADEMIC, FINANCIAL, NAMED_CALENDARS
from councilperf.periods._code import unit_code
from councilperf.periods._kind import NAMED_IN_A_YEAR, PeriodKind
from councilperf.periods._months import (
    ENGLISH_MONTHS,
    WELSH_MONTHS,
    month_number,
)
from councilperf.periods._units import named_kind, unit_around, whole_months

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from councilperf.periods._period import ReportingPeriod

__all__ = ["PeriodStyle", "PeriodStyleWord", "formatted", "with_calendar"]

PeriodStyleWord: TypeAlias = Literal["short", "long", "months", "dates", "welsh", "sdmx", "iso"]


class PeriodStyle(StrEnum):
    """How a period is printed.

    >>> from councilperf.periods import ReportingPeriod
    >>> for style in PeriodStyle:
    ...     print(f"{style:7}{ReportingPeriod.quarter(2019, 2).format(style)}")
    short  Q2 2019-20
    long   Quarter 2 2019/20
    months Quarter 2 (July to September 2019)
    dates  1 July – 30 September 2019
    welsh  1 Gorffennaf – 30 Medi 2019
    sdmx   2019-Q2
    iso    2019-07-01/2019-09-30
    """

    SHORT = "short"
    LONG = "long"
    MONTHS = "months"
    DATES = "dates"
    WELSH = "welsh"
    SDMX = "sdmx"
    ISO = "iso"


def formatted(period: ReportingPeriod, style: PeriodStyle | PeriodStyleWord) -> str:
    """Print a period in a style, or say why that style would be read as something else."""
    try:
        style = PeriodStyle(style)
    except ValueError:
        allowed = "one of " + ", ".join(each.value for each in PeriodStyle)
        raise FieldValueError("style", style, allowed) from None
    text = _WRITERS[style](period)
    if text is None:
        problem = f"the style {style.value!r} cannot express a {period.kind.words} of these days"
        raise PeriodError(repr(period), f"{problem}; try 'long', which expresses them all")
    return text


def with_calendar(text: str, period: ReportingPeriod) -> str:
    """Add in which years a period counts, unless it is in those that its kind is read in."""
    calendar = period.calendar
    if calendar == (ACADEMIC if period.kind is PeriodKind.TERM else FINANCIAL):
        return text
    if period.kind in NAMED_IN_A_YEAR and calendar in NAMED_CALENDARS:
        return f"{text} ({calendar} year)"
    # "May 2019 (academic year)" would name a month and a year.
    return f"{text} (years from {ENGLISH_MONTHS[calendar.first_month - 1]})"


_UNITS = {
    PeriodKind.QUARTER: ("Q", "Quarter "),
    PeriodKind.HALF: ("H", "Half "),
    PeriodKind.FOUR_MONTHS: ("4-month period ", "Four-month period "),
    PeriodKind.FOUR_WEEKS: ("4-week period ", "Four-week period "),
}
_SHORT_MONTHS = tuple(name[:3] for name in ENGLISH_MONTHS)


def _short(period: ReportingPeriod) -> str:
    if period.kind in _UNITS:
        return f"{_UNITS[period.kind][0]}{_number(period)} {_year_name(period, '-')}"
    if period.kind is PeriodKind.YEAR:
        return _year_name(period, "-")
    return _in_words(period, _SHORT_MONTHS, "as at", "w/b", "YTD")


def _long(period: ReportingPeriod) -> str:
    if period.kind in _UNITS:
        return f"{_UNITS[period.kind][1]}{_number(period)} {_year_name(period, '/')}"
    if period.kind is PeriodKind.YEAR:
        return _year_name(period, "/")
    return _in_words(period, ENGLISH_MONTHS, "As at", "Week beginning", "Year to date")


def _in_words(
    period: ReportingPeriod, months: Sequence[str], as_at: str, week: str, to_date: str
) -> str:
    """Print the kinds that have no number in the year."""
    kind, start, end = period.kind, period.start, period.end
    if kind is PeriodKind.MONTH:
        return _month(end, months)
    if kind is PeriodKind.AS_AT:
        return f"{as_at} {_day(end, months)}"
    if kind is PeriodKind.WEEK:
        return f"{week} {_day(start, months)}"
    if kind is PeriodKind.YEAR_TO_DATE:
        return f"{to_date} to {_day(end, months)}"
    if kind is PeriodKind.ROLLING:
        return f"Rolling {whole_months(start, end)} months to {_month(end, months)}"
    term = "Term " if kind is PeriodKind.TERM else ""
    return term + _days(start, end, months)


def _months(period: ReportingPeriod) -> str | None:
    kind = period.kind
    if kind in {PeriodKind.ROLLING, PeriodKind.TERM} or not whole_months(period.start, period.end):
        return None
    months = _span_of_months(period.start, period.end)
    if kind in _UNITS:
        return (
            None
            if kind is PeriodKind.FOUR_WEEKS
            else (f"{_UNITS[kind][1]}{_number(period)} ({months})")
        )
    return f"Year to date ({months})" if kind is PeriodKind.YEAR_TO_DATE else months


def _dates(period: ReportingPeriod) -> str | None:
    if period.kind is PeriodKind.AS_AT:
        return f"as at {_day(period.end, ENGLISH_MONTHS)}"
    if not _shows_in_days(period):
        return None
    return _days(period.start, period.end, ENGLISH_MONTHS)


def _welsh(period: ReportingPeriod) -> str | None:
    if period.kind is PeriodKind.AS_AT:
        return f"fel ar {_day(period.end, WELSH_MONTHS)}"
    if period.kind is PeriodKind.MONTH:
        return _month(period.end, WELSH_MONTHS)
    return _days(period.start, period.end, WELSH_MONTHS) if _shows_in_days(period) else None


def _sdmx(period: ReportingPeriod) -> str | None:
    if period.kind is PeriodKind.MONTH:
        # By its number in the reporting year: "2008-11" would read as the years 2008 to 2011.
        year, number = unit_around(period.kind, period.start, period.calendar.first_month)
        return f"{year}-M{number:02d}"
    return None if period.kind is PeriodKind.FOUR_WEEKS else unit_code(period)


def _iso(period: ReportingPeriod) -> str | None:
    return f"{period.start}/{period.end}" if _shows_in_days(period) else None


_WRITERS = {
    PeriodStyle.SHORT: _short,
    PeriodStyle.LONG: _long,
    PeriodStyle.MONTHS: _months,
    PeriodStyle.DATES: _dates,
    PeriodStyle.WELSH: _welsh,
    PeriodStyle.SDMX: _sdmx,
    PeriodStyle.ISO: _iso,
}


def _shows_in_days(period: ReportingPeriod) -> bool:
    """Say whether the days alone tell what kind of period it is."""
    return named_kind(period.start, period.end, period.calendar.first_month) is period.kind


def _number(period: ReportingPeriod) -> int:
    return unit_around(period.kind, period.start, period.calendar.first_month)[1]


def _year_name(period: ReportingPeriod, dash: str) -> str:
    """Name the year of a unit: 2019-20, or 2019 where it is a calendar year."""
    first_month = period.calendar.first_month
    year = unit_around(PeriodKind.YEAR, period.start, first_month)[0]
    return f"{year}" if first_month == 1 else f"{year}{dash}{(year + 1) % 100:02d}"


def _day(day: date, months: Sequence[str]) -> str:
    return f"{day.day} {_month(day, months)}"


def _month(day: date, months: Sequence[str]) -> str:
    return f"{months[day.month - 1]} {day.year}"


def _days(start: date, end: date, months: Sequence[str]) -> str:
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {months[start.month - 1]}{year} – {_day(end, months)}"


def _span_of_months(start: date, end: date) -> str:
    if month_number(start) == month_number(end):
        return _month(end, ENGLISH_MONTHS)
    year = "" if start.year == end.year else f" {start.year}"
    return f"{ENGLISH_MONTHS[start.month - 1]}{year} to {_month(end, ENGLISH_MONTHS)}"
