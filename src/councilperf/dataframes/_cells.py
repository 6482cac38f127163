"""Cells of a frame read one by one, where no engine does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from councilperf.periods import ReportingPeriod
from councilperf.values import number_or_missing

if TYPE_CHECKING:
    from decimal import Decimal

    from councilperf.values import Missing

__all__ = ["read_number", "read_period"]


def read_number(cell: Any, field: str = "value") -> Decimal | Missing:  # noqa: ANN401 - whatever a cell may hold
    """Read a figure; a column of floats shows a decimal that nobody wrote.

    >>> read_number(42.0), read_number("42.0")
    (Decimal('42'), Decimal('42.0'))
    """
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return number_or_missing(whole, field=field)


def read_period(text: str) -> ReportingPeriod:
    """Read a period by its code, or as people write it.

    >>> read_period("2019-Q2@04") == read_period("Quarter 2 2019-20")
    True
    """
    return ReportingPeriod.from_code(text) if "@" in text else ReportingPeriod.parse(text)
