"""Guards of periods: whole numbers, days, and the years they may lie in."""

from __future__ import annotations

from datetime import date, datetime
from operator import index
from typing import TYPE_CHECKING, SupportsIndex

from councilperf._checks import check_instance
from councilperf.errors import FieldTypeError, PeriodError

if TYPE_CHECKING:
    from councilperf.periods._kind import PeriodKind

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LIMITS",
    "MOST_ROLLING_MONTHS",
    "check_day",
    "check_limits",
    "check_year",
    "whole",
]

FIRST_YEAR, LAST_YEAR = 1900, 2200
#: Ten years: figures pooled over five are common, over more than ten unheard of.
MOST_ROLLING_MONTHS = 120
LIMITS = f"periods start from {FIRST_YEAR} to {LAST_YEAR}, and end by {LAST_YEAR + 1}"


def whole(name: str, value: SupportsIndex) -> int:
    """Take a whole number of any make, numpy's too, and nothing else."""
    if type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise FieldTypeError(name, value, "a whole number")
    return index(value)


def check_day(name: str, value: date) -> None:
    """Refuse what is no date or out of bounds; a moment would compare with no date."""
    if isinstance(value, datetime):
        raise FieldTypeError(name, value, "a date: call its date()")
    check_instance(name, value, date)
    if not FIRST_YEAR <= value.year <= LAST_YEAR + 1:
        raise PeriodError(f"{name} {value}", LIMITS)


def check_year(words: str, year: int) -> None:
    """Refuse a reporting year that no period lies in; of 1899 the later parts start in 1900."""
    if not FIRST_YEAR - 1 <= year <= LAST_YEAR:
        raise PeriodError(f"{words} of {year}", LIMITS)


def check_limits(kind: PeriodKind, start: date, end: date) -> None:
    """Refuse days that are out of bounds."""
    if not (FIRST_YEAR <= start.year <= LAST_YEAR and end.year <= LAST_YEAR + 1):
        raise PeriodError(f"{kind.words} {start} to {end}", LIMITS)
