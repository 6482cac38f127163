"""Names for types that several rooms share."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import SupportsIndex, TypeAlias

__all__ = ["Exact", "NumberInput"]

#: An exact number: what was published is a `Decimal`, what was derived may be a `Fraction`.
Exact: TypeAlias = Decimal | Fraction

#: Whatever can be read as an exact number.
NumberInput: TypeAlias = Decimal | Fraction | SupportsIndex | float | str
