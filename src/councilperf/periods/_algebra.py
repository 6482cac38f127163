"""How periods relate: comparing, cutting into parts, tiling, and counting steps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf.errors import PeriodError
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import ONE_DAY, moved_by_months
from councilperf.periods._steps import steps_apart
from councilperf.periods._units import whole_months, year_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.periods._kind import KindInput
    from councilperf.periods._period import ReportingPeriod

__all__ = [
    "Comparability",
    "comparability",
    "period_range",
    "steps_between",
    "tile",
    "units_of",
    "year_of",
]

#: Kinds that the calendar places in its year.
_OF_THE_YEAR = frozenset(
    {
        PeriodKind.FOUR_WEEKS,
        PeriodKind.QUARTER,
        PeriodKind.FOUR_MONTHS,
        PeriodKind.HALF,
        PeriodKind.YEAR,
        PeriodKind.YEAR_TO_DATE,
    }
)


@final
@frozen
class Comparability:
    """Whether two periods are alike enough to compare their figures, and if not, why.

    >>> bool(Comparability()), bool(Comparability("they differ in kind"))
    (True, False)
    """

    reason: str = ""

    def __attrs_post_init__(self) -> None:
        check_instance("reason", self.reason, str)

    def __bool__(self) -> bool:
        return not self.reason


def comparability(one: ReportingPeriod, other: ReportingPeriod) -> Comparability:
    """Say whether the two are of one kind, one calendar and one length in their kind's terms."""
    if one.kind is not other.kind:
        words = f"a {one.kind.words} is not comparable with a {other.kind.words}"
        return Comparability(words)
    if one.kind in _OF_THE_YEAR and one.calendar != other.calendar:
        words = f"their years differ: {one.calendar} and {other.calendar}"
        return Comparability(words)
    if one.kind is PeriodKind.YEAR_TO_DATE and not _same_place_in_year(one, other):
        words = f"they cover unlike parts of their years, to {one.end} and to {other.end}"
        return Comparability(words)
    if one.kind in {PeriodKind.ROLLING, PeriodKind.RANGE} and not _same_length(one, other):
        return Comparability(f"they differ in length: {_length(one)} and {_length(other)}")
    return Comparability()


def _same_place_in_year(one: ReportingPeriod, other: ReportingPeriod) -> bool:
    years = other.start.year - one.start.year
    return moved_by_months(one.end, 12 * years) == other.end or (
        moved_by_months(other.end, -12 * years) == one.end
    )


def _same_length(one: ReportingPeriod, other: ReportingPeriod) -> bool:
    months = whole_months(one.start, one.end)
    if months:
        return months == whole_months(other.start, other.end)
    # The same days of another year may have a 29 February more.
    return one.days == other.days or _same_days(one, other) or _same_days(other, one)


def _same_days(one: ReportingPeriod, other: ReportingPeriod) -> bool:
    months = 12 * (other.end.year - one.end.year)
    start = moved_by_months(one.start - ONE_DAY, months) + ONE_DAY
    return (start, moved_by_months(one.end, months)) == (other.start, other.end)


def _length(period: ReportingPeriod) -> str:
    months = whole_months(period.start, period.end)
    return f"{months} months" if months else f"{period.days} days"


def year_of(period: ReportingPeriod) -> int:
    """Return the year, by its start, that a period lies in."""
    first_month = period.calendar.first_month
    first = year_start(period.start, first_month)
    if first != year_start(period.end, first_month):
        remedy = "for the year of its last day: ReportingPeriod.as_at(period.end).year()"
        raise PeriodError(repr(period), f"it lies in more than one year; {remedy}")
    return first.year


def units_of(period: ReportingPeriod, kind: PeriodKind) -> tuple[ReportingPeriod, ...]:
    """Cut a period into units of a kind."""
    if kind is period.kind:
        return (period,)
    if kind is PeriodKind.AS_AT:
        part = period.as_at(period.start, calendar=period.calendar)
    elif kind is PeriodKind.WEEK:
        part = period.week(period.start, calendar=period.calendar)
    elif kind.months == 0 and kind is not PeriodKind.FOUR_WEEKS:
        raise PeriodError(repr(period), f"a {kind.words} is no unit that periods are made of")
    else:
        part = period.containing(period.start, kind, calendar=period.calendar)
    parts = [part]
    while part.end < period.end:
        part = part.next(by=kind)
        parts.append(part)
    if parts[0].start != period.start or part.end != period.end:
        problem = f"it does not begin and end where a {kind.words} does"
        raise PeriodError(repr(period), f"{problem}, so it has no such parts")
    return tuple(parts)


def tile(parts: Iterable[ReportingPeriod], whole: ReportingPeriod) -> bool:
    """Say whether the parts, in any order, cover the whole without gap or overlap."""
    following = whole.start
    for part in sorted(parts, key=lambda each: each.start):
        if part.start != following:
            return False
        following = part.end + ONE_DAY
    return following == whole.end + ONE_DAY


def steps_between(one: ReportingPeriod, other: ReportingPeriod, by: PeriodKind | None) -> int:
    """Count the steps from one period to another."""
    if one.kind is other.kind and one.calendar == other.calendar:
        count = steps_apart(one, other, by)
        if one.step(count, by=by) == other:
            return count
    raise PeriodError(repr(other), f"no number of steps leads to it from {one!r}")


def period_range(
    first: ReportingPeriod,
    last: ReportingPeriod,
    *,
    by: KindInput | None = None,
) -> tuple[ReportingPeriod, ...]:
    """Return all periods from the first to the last, both among them.

    >>> from councilperf.periods import ReportingPeriod
    >>> period_range(ReportingPeriod.quarter(2018, 4), ReportingPeriod.quarter(2019, 1))
    (ReportingPeriod.quarter(2018, 4), ReportingPeriod.quarter(2019, 1))

    *by* says how far apart they are where the kind does not; see `ReportingPeriod.step`.
    """
    count = first.steps_to(last, by=by)
    if count < 0:
        raise PeriodError(repr(last), f"it comes before {first!r}; give the earlier one first")
    return tuple(first.step(each, by=by) for each in range(count + 1))
