"""The straight line through a run of figures, as exact fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf._typing import Exact

__all__ = ["fitted_ends"]

_NOUGHT = Fraction(0)


def fitted_ends(values: Sequence[Exact]) -> tuple[Fraction, Fraction]:
    """Return the two ends of the least-squares line through evenly spaced figures.

    >>> fitted_ends([Fraction(1), Fraction(2), Fraction(3)])
    (Fraction(1, 1), Fraction(3, 1))
    """
    points = [Fraction(each) for each in values]
    count = len(points)
    mean = sum(points, start=_NOUGHT) / count
    if count == 1:
        return mean, mean
    # In half steps from the middle, so that they are whole numbers.
    offsets = range(1 - count, count, 2)
    lean = sum((at * each for at, each in zip(offsets, points, strict=True)), start=_NOUGHT)
    slope = lean / sum(at * at for at in offsets)
    return mean + slope * offsets[0], mean + slope * offsets[-1]
