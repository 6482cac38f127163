"""The line on which one item's figures lie, so that every figure is a place on it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf._display import Displayed
from councilperf.model import Answer, Polarity, Range
from councilperf.rules import Scale
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from councilperf._typing import Exact

__all__ = ["JUDGED", "Axis", "JudgedValue", "Measure", "RankedLevel", "measure_of", "place"]


@final
@frozen
class RankedLevel(Displayed):
    """A level taken as a figure, so that one rating can be held against an earlier one.

    >>> from councilperf.rules import RAG
    >>> RankedLevel(RAG, "green").rank, str(RankedLevel(RAG, "green"))
    (3, 'Green')
    """

    scale: Scale
    key: str

    def __attrs_post_init__(self) -> None:
        check_instance("scale", self.scale, Scale)
        self.scale.level(self.key)

    @property
    def rank(self) -> int:
        """The level's place from the worst, which is 1."""
        return len(self.scale.levels) - self.scale.keys.index(self.key)

    def __str__(self) -> str:
        return self.scale.level(self.key).label


#: What can be judged, or held against what is judged.
JudgedValue: TypeAlias = Decimal | Fraction | Answer | dt.date | RankedLevel
JUDGED = (Decimal, Fraction, Answer, dt.date, RankedLevel)


class Measure(StrEnum):
    """What the places on an axis are: figures of different measures cannot be compared.

    >>> Measure("distance")
    <Measure.DISTANCE: 'distance'>

    A number itself, a day, the rank of a level, or the distance from a range or an answer.
    """

    NUMBER = "number"
    DATE = "date"
    LEVEL = "level"
    DISTANCE = "distance"


@final
@frozen
class Axis:
    """Which way is better, and what places are measured by.

    >>> Axis(Polarity.LOWER).is_better(Decimal(3), Decimal(5))
    True

    Towards an *origin* (a range, or a yes or no) places are distances, and nearer is better.
    """

    polarity: Polarity
    measure: Measure = Measure.NUMBER
    origin: Range | Answer | None = None

    def __attrs_post_init__(self) -> None:
        check_instance("polarity", self.polarity, Polarity)
        check_instance("measure", self.measure, Measure)
        check_instance("origin", self.origin, (Range, Answer), optional=True)

    def is_better(self, one: Exact, other: Exact) -> bool:
        """Say whether one place is better than another."""
        return one > other if self.polarity is Polarity.HIGHER else one < other


def measure_of(found: JudgedValue | Range, origin: Range | Answer | None) -> Measure:
    """Say what a figure is measured by."""
    if origin is not None:
        return Measure.DISTANCE
    if isinstance(found, dt.date):
        return Measure.DATE
    if isinstance(found, RankedLevel):
        return Measure.LEVEL
    return Measure.NUMBER


def place(found: JudgedValue | Range, axis: Axis) -> Exact | Missing:
    """Put a figure on the axis, or say that it cannot be compared there."""
    origin = axis.origin
    if origin is not None:
        return _distance(found, origin)
    if isinstance(found, Decimal | Fraction):
        return found if axis.measure is Measure.NUMBER else _NOT_COMPARABLE
    if isinstance(found, RankedLevel):
        return Decimal(found.rank) if axis.measure is Measure.LEVEL else _NOT_COMPARABLE
    if isinstance(found, dt.date) and axis.measure is Measure.DATE:
        return Decimal(found.toordinal())
    return _NOT_COMPARABLE


def _distance(found: JudgedValue | Range, origin: Range | Answer) -> Exact | Missing:
    if isinstance(origin, Answer):
        return origin.distance_to(found) if isinstance(found, Answer) else _NOT_COMPARABLE
    if isinstance(found, Decimal | Fraction):
        return origin.distance_to(found)
    return _NOUGHT if found == origin else _NOT_COMPARABLE


_NOUGHT = Decimal(0)
_NOT_COMPARABLE = Missing(Absence.NOT_COMPARABLE)
