"""Tolerance: how far from target one indicator may be and still earn the milder rating."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, final

from attrs import field, frozen

from councilperf._checks import as_member
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.values import exact_decimal, format_number

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["Tolerance", "ToleranceBasis"]


class ToleranceBasis(StrEnum):
    """What the size of a tolerance is: a percentage of the figure, or an amount in its unit.

    >>> ToleranceBasis("percent")
    <ToleranceBasis.PERCENT: 'percent'>
    """

    PERCENT = "percent"
    AMOUNT = "amount"


def _as_size(value: NumberInput) -> Decimal:
    size = exact_decimal(value, field="tolerance")
    if size < 0:
        raise FieldValueError("tolerance", value, "a size of 0 or more")
    return size


def _as_basis(value: ToleranceBasis | Literal["percent", "amount"]) -> ToleranceBasis:
    return as_member("basis", value, ToleranceBasis)


@final
@frozen
class Tolerance:
    """An indicator's own tolerance: "5%" of the target, or "2 points", "3 days".

    >>> Tolerance.parse("5%"), Tolerance.parse("2 points")
    (Tolerance('5', 'percent'), Tolerance('2', 'amount'))
    """

    size: Decimal = field(converter=_as_size)
    basis: ToleranceBasis = field(converter=_as_basis)

    @staticmethod
    def parse(text: str) -> Tolerance:
        """Read a tolerance as printed; a bare number is refused, since it may mean either.

        >>> Tolerance.parse("±10 per cent")
        Tolerance('10', 'percent')

        An amount is in the indicator's own unit, in days for a date; so "4 weeks" and "£5k" are
        refused, which the size alone would belie, and so is a percentage of something named.
        """
        if not isinstance(text, str):
            raise FieldTypeError("tolerance", text, "text such as '5%' or '2 points'")
        found = _PRINTED.fullmatch(text.strip())
        if found is None or not (found["pounds"] or found["unit"]):
            raise FieldValueError(
                "tolerance", text, "a size with what it counts, such as '5%' or '2 points'"
            )
        size = found["size"].replace(",", "")
        unit = " ".join((found["unit"] or "").split()).casefold()
        if unit in _OTHER_THAN_ONE:
            raise FieldValueError(
                "tolerance", text, "the size in the indicator's own unit, in days for a date"
            )
        percent = _PERCENT.fullmatch(unit) is not None
        if not percent and _OF_SOMETHING.match(unit):
            allowed = "'5%' alone for a percentage of the target, or '2 points'"
            raise FieldValueError("tolerance", text, allowed)
        return Tolerance(size, ToleranceBasis.PERCENT if percent else ToleranceBasis.AMOUNT)

    def __str__(self) -> str:
        size = format_number(self.size)
        return f"{size}%" if self.basis is ToleranceBasis.PERCENT else size

    def __repr__(self) -> str:
        return f"Tolerance('{self.size}', '{self.basis.value}')"


_PRINTED = re.compile(
    r"(?:within|\+\s*/\s*[-–−]|±)?\s*(?P<pounds>£)?\s*"
    r"(?P<size>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)\s*(?P<unit>%|[^\W0-9][^0-9]*)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|per ?cent|pct")
# "Percentage points" are points; what else follows says a percentage of what.
_OF_SOMETHING = re.compile(r"(?:per ?cent|pct)(?!(?:age)? points?$)")
#: What one of these counts is not one of the indicator's unit.
_OTHER_THAN_ONE = frozenset(
    "k m bn mn mln thousand thousands million millions billion dozen "
    "week weeks wk wks fortnight fortnights month months quarter quarters year years "
    "sd sds sigma".split()
) | {"standard deviation", "standard deviations"}
