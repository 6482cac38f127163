"""Rounding, done once, for display: half-up unless a rule set says otherwise."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf._checks import check_whole
from councilperf.values._number import terminating_decimal

if TYPE_CHECKING:
    from councilperf._typing import Exact

__all__ = ["Rounding", "format_number", "round_to"]


class Rounding(StrEnum):
    """How a number that lies between two printable ones is printed.

    >>> Rounding("half_up")
    <Rounding.HALF_UP: 'half_up'>
    """

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    TRUNCATE = "truncate"


def round_to(number: Exact | int, decimals: int, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
    """Return the number with this many decimals, for display.

    >>> round_to(Decimal("42.5"), 0), round_to(Fraction(2, 3), 1)
    (Decimal('43'), Decimal('0.7'))

    Halves go away from zero with `HALF_UP`, as spreadsheets and published papers do.
    """
    check_whole("decimals", decimals, 0, 30)
    scaled = abs(Fraction(number)) * 10**decimals
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if rounding is Rounding.HALF_UP:
        up = twice >= 0
    elif rounding is Rounding.HALF_EVEN:
        up = twice > 0 or (twice == 0 and whole % 2 == 1)
    else:
        up = False
    digits = tuple(int(digit) for digit in str(whole + up))
    negative = number < 0 and digits != (0,)
    return Decimal((int(negative), digits, -decimals))


def format_number(number: Exact | int, *, decimals: int | None = None) -> str:
    """Return a number as it is printed: thousands separated, no exponent, decimals as given.

    >>> format_number(Decimal("1693083")), format_number(Decimal("46.80")), format_number(-3)
    ('1,693,083', '46.80', '-3')

    A fraction whose decimal places never end is shown to two places unless *decimals* says more.
    """
    if decimals is not None:
        return f"{round_to(number, decimals):,f}"
    if isinstance(number, Fraction):
        ended = terminating_decimal(number)
        number = round_to(number, 2) if ended is None else ended
    return f"{Decimal(number):,f}"
