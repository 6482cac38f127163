"""The points of a chart: what comes in, in which order, and what is said of each."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from councilperf._checks import as_tuple, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Observation
from councilperf.periods import PeriodKind, ReportingPeriod
from councilperf.spc._limits import ProcessLimits
from councilperf.spc._signals import Signal
from councilperf.spc._verdict import Variation
from councilperf.values import Missing, number_or_missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import NumberInput

__all__ = [
    "Point",
    "PointInput",
    "Rebase",
    "When",
    "XmrPoint",
    "as_points",
    "check_order",
    "in_order",
    "last_day",
    "place_in_time",
]

#: When a point is: a day, or the period that its figure is for.
When: TypeAlias = dt.date | ReportingPeriod
#: A point of a chart.
Point: TypeAlias = tuple[When, Decimal | Missing]
#: What can be read as a point.
PointInput: TypeAlias = "tuple[When, NumberInput | Missing | None] | Observation"

_A_POINT = "(date or ReportingPeriod, figure) pairs, or Observations"


@final
@frozen
class Rebase:
    """A point from which limits are drawn anew, and why.

    >>> Rebase(dt.date(2018, 7, 1), "two hospitals merged").reason
    'two hospitals merged'

    The reason is what makes it a fair one: a change in the process that somebody can name.
    """

    at: When
    reason: str

    def __attrs_post_init__(self) -> None:
        check_when("at", self.at)
        check_text("reason", self.reason)


@final
@frozen
class XmrPoint(Displayed):
    """One point of a chart with everything that is said of it.

    >>> from councilperf.spc import xmr
    >>> chart = xmr([(dt.date(2020, month, 1), month % 3) for month in range(1, 13)])
    >>> point = chart.row(3)
    >>> point.value, point.moving_range, point.side, point.variation
    (Decimal('1'), Decimal('1'), 0, <Variation.COMMON_CAUSE: 'common_cause'>)
    """

    at: When
    value: Decimal | Missing
    #: How far it is from the point before; missing for the first one and beside a missing one.
    moving_range: Decimal | Missing
    limits: ProcessLimits
    signal: Signal | None
    variation: Variation

    def __attrs_post_init__(self) -> None:
        check_when("at", self.at)
        check_instance("value", self.value, (Decimal, Missing))
        check_instance("moving_range", self.moving_range, (Decimal, Missing))
        check_instance("limits", self.limits, ProcessLimits)
        check_instance("signal", self.signal, Signal, optional=True)
        check_instance("variation", self.variation, Variation)

    @property
    def side(self) -> int:
        """On which side of the mean it lies: 1 above, -1 below, 0 on it or without a figure."""
        mean = self.limits.exact_mean
        return 0 if isinstance(mean, Missing) else self._side_of((mean, mean))

    @property
    def is_outside(self) -> bool:
        """Whether it lies outside the process limits."""
        return self._side_of(self.limits.exact_limits()) != 0

    @property
    def is_near(self) -> bool:
        """Whether it lies inside the process limits, but in the outer third of the way to them."""
        return not self.is_outside and self._side_of(self.limits.exact_limits(near=True)) != 0

    def _side_of(self, edges: tuple[Fraction, Fraction] | Missing) -> int:
        if isinstance(self.value, Missing) or isinstance(edges, Missing):
            return 0
        number, (low, high) = Fraction(self.value), edges
        return (number > high) - (number < low)


def check_when(name: str, when: object) -> None:
    """Refuse what is neither a date nor a period; a moment compares with no date."""
    if isinstance(when, dt.datetime):
        raise FieldTypeError(name, when, "a date: call its date()")
    check_instance(name, when, (dt.date, ReportingPeriod))


def last_day(when: When) -> dt.date:
    """Return the day itself, or the last one of the period."""
    return when.end if isinstance(when, ReportingPeriod) else when


def as_points(points: Iterable[PointInput]) -> tuple[Point, ...]:
    """Read points, each a pair of when and how much, or an observation."""
    found: list[Point] = []
    for place, each in enumerate(as_tuple(points)):
        if isinstance(each, Observation):
            if not isinstance(each.value, Decimal | Missing):
                raise FieldTypeError(f"points[{place}]", each.value, "a figure")
            found.append((each.period, each.value))
            continue
        try:
            when, value = each
        except (TypeError, ValueError):
            raise FieldTypeError(f"points[{place}]", each, _A_POINT) from None
        found.append((when, number_or_missing(value, field=f"points[{place}]")))
    kinds = {type(when) for when, _ in found}
    if len(kinds) > 1 or not kinds <= {dt.date, ReportingPeriod}:
        for place, (when, _) in enumerate(found):
            check_when(f"points[{place}]", when)
        if len({isinstance(when, ReportingPeriod) for when, _ in found}) > 1:
            raise FieldTypeError("points", found[0][0], "dates alone, or periods alone")
    if kinds == {ReportingPeriod}:
        _check_one_kind(found)
    return tuple(found)


def _check_one_kind(points: list[Point]) -> None:
    """Refuse periods that do not measure alike: their figures would differ by that alone."""
    periods = [when for when, _ in points if isinstance(when, ReportingPeriod)]
    kinds = {each.kind for each in periods}
    if len(kinds) > 1:
        mixed = ", ".join(sorted(kind.words for kind in kinds))
        raise FieldValueError("points", mixed, "periods of one kind: others do not compare")
    if kinds <= {PeriodKind.YEAR_TO_DATE, PeriodKind.ROLLING}:
        lengths = {_months(each) for each in periods}
        if len(lengths) > 1:
            raise FieldValueError(
                "points",
                sorted(lengths),
                "periods of one length in months: a cumulative figure grows with its period",
            )


def _months(period: ReportingPeriod) -> int:
    first, last = period.start, period.end
    return (last.year - first.year) * 12 + last.month - first.month + 1


def in_order(points: Iterable[PointInput]) -> tuple[Point, ...]:
    """Return the points sorted by when they are."""
    return tuple(sorted(as_points(points), key=lambda point: place_in_time(point[0])))


def place_in_time(when: When) -> int:
    """Return a number that orders dates, or periods, among themselves."""
    return when.sort_key if isinstance(when, ReportingPeriod) else when.toordinal()


def check_order(points: tuple[Point, ...]) -> None:
    """Refuse two points for one time, and points out of order."""
    places = [place_in_time(when) for when, _ in points]
    for place, (before, after) in enumerate(pairwise(places)):
        if before == after:
            raise FieldValueError("points", points[place][0], "one point for each date or period")
        if before > after:
            raise FieldValueError(
                "points",
                points[place + 1][0],
                f"a point after {points[place][0]}, or sort=True to have them sorted",
            )
