"""The tolerance that each row brings with it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, final

from councilperf.model import ToleranceBasis

if TYPE_CHECKING:
    from councilperf.dataframes._numbers import Number

__all__ = ["MOST_PERCENT", "ToleranceColumn"]

#: The greatest percentage that a lazy frame is read to.
MOST_PERCENT = Fraction(1000)


@final
class ToleranceColumn(NamedTuple):
    """How far each row may be off, and whether that is a percentage; no *size*, no tolerance."""

    size: Number | None
    basis: ToleranceBasis = ToleranceBasis.PERCENT
    most: Fraction = MOST_PERCENT
