"""Which way is better: what a polarity says of two figures."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from councilperf._checks import check_instance
from councilperf.errors import FieldTypeError
from councilperf.model import Polarity, Range
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from councilperf._typing import Exact

__all__ = [
    "Comparison",
    "advantage",
    "as_polarity",
    "better_words",
    "check_polarity",
    "compared",
    "unjudged",
]


class Comparison(StrEnum):
    """How one figure compares with another, by which way is better.

    >>> Comparison("worse").symbol
    '↓'
    """

    symbol: str

    def __new__(cls, key: str, symbol: str) -> Self:
        """Attach the symbol."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.symbol = symbol
        return member

    BETTER = "better", "↑"
    SAME = "same", "→"
    WORSE = "worse", "↓"


def advantage(
    value: Exact, other: Exact, polarity: Polarity | Missing, best_range: Range | None
) -> Fraction:
    """Return by how much a figure is better than another; negative where it is worse."""
    if polarity is Polarity.RANGE and best_range is not None:
        return Fraction(best_range.distance_to(other)) - Fraction(best_range.distance_to(value))
    difference = Fraction(value) - Fraction(other)
    return -difference if polarity is Polarity.LOWER else difference


def compared(ahead: Fraction, allowance: Fraction = Fraction()) -> Comparison:
    if ahead > allowance:
        return Comparison.BETTER
    return Comparison.WORSE if ahead < -allowance else Comparison.SAME


def as_polarity(value: Polarity | Missing | str) -> Polarity | Missing:
    """Read a polarity, or keep the reason why there is none."""
    return value if isinstance(value, Missing) else Polarity.parse(value)


def check_polarity(polarity: Polarity | Missing, best_range: Range | None) -> None:
    """Refuse a range polarity without its range, and a range that is none."""
    check_instance("best_range", best_range, Range, optional=True)
    if polarity is Polarity.RANGE and best_range is None:
        raise FieldTypeError("best_range", best_range, "a Range, for better is inside one")


def better_words(polarity: Polarity | Missing, best_range: Range | None) -> str:
    """Say which way is better, or in which range."""
    return f"best is {best_range}" if polarity is Polarity.RANGE else f"{polarity} is better"


def unjudged(polarity: Polarity | Missing) -> Missing | None:
    """Return why nothing is better or worse, if so."""
    if polarity is Polarity.NONE:
        return Missing(Absence.NO_POLARITY)
    return polarity if isinstance(polarity, Missing) else None
