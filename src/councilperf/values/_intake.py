"""What a record may hold where a number is expected: a number, or absence with its reason."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf.values._absence import Absence, Missing
from councilperf.values._number import exact_decimal

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["number_or_missing"]

# pandas' own missing values are known by name, so that pandas is never imported.
_MISSING_TYPES = frozenset({"NAType", "NaTType"})


def number_or_missing(
    value: NumberInput | Missing | Absence | None, *, field: str = "value"
) -> Decimal | Missing:
    """Return an exact number, or `Missing` for what stands for no number.

    >>> number_or_missing("95.8"), number_or_missing(None), number_or_missing(Absence.NOT_DUE)
    (Decimal('95.8'), Missing('no_data'), Missing('not_due'))

    `None`, NaN and pandas' `NA` mean `Missing("no_data")`; anything else must be a number.
    """
    if type(value) is Decimal and value.is_finite():
        return exact_decimal(value, field=field)
    if isinstance(value, Missing):
        return value
    if isinstance(value, Absence):
        return Missing(value)
    if value is None or type(value).__name__ in _MISSING_TYPES:
        return Missing(Absence.NO_DATA)
    if isinstance(value, Decimal) and value.is_nan():
        return Missing(Absence.NO_DATA)
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - NaN is unlike itself
        return Missing(Absence.NO_DATA)
    return exact_decimal(value, field=field)
