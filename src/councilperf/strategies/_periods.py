"""Strategies for reporting periods and their calendars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from councilperf._checks import check_each, check_instance
from councilperf.errors import FieldValueError, PeriodError
from councilperf.periods import Calendar, PeriodKind, ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["calendars", "reporting_periods"]

_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
#: The financial, academic and calendar years first, so that examples shrink to them.
_CALENDARS = tuple(map(Calendar, (4, 9, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12)))
_Strategy: TypeAlias = st.SearchStrategy[ReportingPeriod]


def calendars() -> st.SearchStrategy[Calendar]:
    """Make reporting calendars; they shrink towards the financial one.

    >>> calendars().validate()
    """
    return st.sampled_from(_CALENDARS)


def reporting_periods(
    min_value: date = _FIRST_DAY,
    max_value: date = _LAST_DAY,
    *,
    kinds: Iterable[PeriodKind] = tuple(PeriodKind),
    calendars: Iterable[Calendar] = _CALENDARS,
) -> _Strategy:
    """Make periods with no day before *min_value* and none after *max_value*.

    >>> quarters = reporting_periods(kinds=[PeriodKind.QUARTER], calendars=[Calendar(4)])
    >>> quarters.validate()

    Raises `FieldValueError` where no period of these kinds and calendars lies between the two.
    Examples shrink towards early days, and towards kinds and calendars that stand first.
    """
    kinds, calendars = tuple(kinds), tuple(calendars)
    for name, day in (("min_value", min_value), ("max_value", max_value)):
        check_instance(name, day, date)
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise FieldValueError(name, day, f"a day from {_FIRST_DAY} to {_LAST_DAY}")
    check_each("kinds", kinds, PeriodKind)
    check_each("calendars", calendars, Calendar)
    fitting = {
        (kind, calendar): strategy
        for kind in kinds
        for calendar in calendars
        if (strategy := _between(min_value, max_value, kind, calendar)) is not None
    }
    if not fitting:
        allowed = f"a day that leaves room after {min_value} for these kinds and calendars"
        raise FieldValueError("max_value", max_value, allowed)

    def of_kind(kind_and_calendar: tuple[PeriodKind, Calendar]) -> _Strategy:
        return fitting[kind_and_calendar]

    return st.sampled_from(list(fitting)).flatmap(of_kind)


def _between(low: date, high: date, kind: PeriodKind, calendar: Calendar) -> _Strategy | None:
    """Make periods of one kind in one calendar; `None` where none has room."""
    days = (high - low).days + 1
    if kind in _NUMBERED:
        return _units(low, high, kind, calendar)
    if kind is PeriodKind.AS_AT:
        at = partial(ReportingPeriod.as_at, calendar=calendar)
        return st.dates(low, high).map(at) if days >= 1 else None
    if kind is PeriodKind.WEEK:
        week = partial(ReportingPeriod.week, calendar=calendar)
        return st.dates(low, high - timedelta(days=6)).map(week) if days >= 7 else None
    if kind is PeriodKind.YEAR_TO_DATE:
        first = date(low.year, calendar.first_month, 1)
        first = first if first >= low else first.replace(year=low.year + 1)
        to_date = partial(ReportingPeriod.year_to_date, calendar=calendar)
        return st.dates(first, high).map(to_date) if first <= high else None
    if kind is PeriodKind.ROLLING:
        return _rolling(low, high, calendar)
    if kind is PeriodKind.TERM:
        term = partial(ReportingPeriod.term, calendar=calendar)
        return _spans(low, high).map(lambda span: term(*span)) if days >= 1 else None
    ranges = partial(_free_range, low, high, calendar)
    return _spans(low, high).map(ranges) if days >= 2 else None


def _only_unit(year: int, _number: int, *, calendar: Calendar) -> ReportingPeriod:
    """Make a year, the one unit of its kind in itself."""
    return ReportingPeriod.reporting_year(year, calendar=calendar)


#: How many there are in a year, and what makes the one with a number.
_NUMBERED: dict[PeriodKind, tuple[int, Callable[..., ReportingPeriod]]] = {
    PeriodKind.FOUR_WEEKS: (13, ReportingPeriod.four_weeks),
    PeriodKind.MONTH: (12, ReportingPeriod.month),
    PeriodKind.QUARTER: (4, ReportingPeriod.quarter),
    PeriodKind.FOUR_MONTHS: (3, ReportingPeriod.four_months),
    PeriodKind.HALF: (2, ReportingPeriod.half),
    PeriodKind.YEAR: (1, _only_unit),
}


def _units(low: date, high: date, kind: PeriodKind, calendar: Calendar) -> _Strategy | None:
    """Make numbered units; the first and last that have room are found by halving."""
    count, make = _NUMBERED[kind]

    def unit(place: int) -> ReportingPeriod:
        return make(place // count, place % count + 1, calendar=calendar)

    def start(place: int) -> date:
        try:
            return unit(place).start
        except PeriodError:  # it starts before 1900, in the reporting year from 1899
            return date.min

    def end(place: int) -> date:
        try:
            return unit(place).end
        except PeriodError:  # it starts after 2200, in the reporting year from 2200
            return date.max

    places = range((_FIRST_DAY.year - 1) * count, (_LAST_DAY.year + 1) * count)
    first = places[0] + bisect_left(places, low, key=start)
    # From there on, so that those before 1900 are not asked for their end.
    last = first + bisect_right(range(first, places[-1] + 1), high, key=end) - 1
    return st.integers(first, last).map(unit) if first <= last else None


def _rolling(low: date, high: date, calendar: Calendar) -> _Strategy | None:
    """Make runs of whole months."""
    first = low.year * 12 + low.month - (low.day == 1)
    following = high + timedelta(days=1)
    last = following.year * 12 + following.month - 2
    if first > last:
        return None

    def runs_to(end: int) -> _Strategy:
        month = ReportingPeriod.month(end // 12, end % 12 + 1, calendar=calendar)
        lengths = st.integers(1, min(end - first + 1, 120))
        return lengths.map(partial(ReportingPeriod.rolling, ending=month))

    return st.integers(first, last).flatmap(runs_to)


def _spans(low: date, high: date) -> st.SearchStrategy[list[date]]:
    days = st.dates(low, high)
    return st.tuples(days, days).map(sorted)


def _free_range(low: date, high: date, calendar: Calendar, span: list[date]) -> ReportingPeriod:
    """Make a range of days; where they are those of a named unit, of a day more or less."""
    start, end = span
    one = timedelta(days=1)
    near = [(start, end), (start, end + one), (start - one, end), (start, end - one)]
    made = (
        ReportingPeriod.between(first, last, calendar=calendar)
        for first, last in near
        if low <= first <= last <= high
    )
    return next(period for period in made if period.kind is PeriodKind.RANGE)
