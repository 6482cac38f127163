"""Exact numbers: what may come in, and arithmetic that no caller's settings can touch."""

from __future__ import annotations

import numbers
import re
from decimal import (
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
    Underflow,
)
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Any, overload

from councilperf.errors import FieldTypeError, FieldValueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf._typing import Exact, NumberInput

__all__ = [
    "add",
    "exact_decimal",
    "multiply",
    "scaled_integers",
    "shown_decimals",
    "subtract",
    "terminating_decimal",
]

MOST_DIGITS = 34
_NUMERIC_TEXT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)

# Two numbers at the intake's limits multiplied a few times over stay far below 600 digits, and
# a result that would be rounded raises instead: the arithmetic is exact or it is an error.
_EXACT = Context(
    prec=600,
    Emin=-9999,
    Emax=9999,
    traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Underflow, Subnormal, Clamped],
)
_add = _EXACT.add
_subtract = _EXACT.subtract
_multiply = _EXACT.multiply


def exact_decimal(value: NumberInput, *, field: str = "value") -> Decimal:
    """Return the number that was written, as an exact `Decimal`.

    A float means what it shows: `0.1` is one tenth, because that is what was typed.

    >>> exact_decimal(0.1), exact_decimal("46.80"), exact_decimal(52)
    (Decimal('0.1'), Decimal('46.80'), Decimal('52'))

    Raises `FieldTypeError` for what is no number (`True`, `None` and missing values too) and
    `FieldValueError` for infinity, NaN, text that is not a plain number, and more than 34 digits;
    both name *field*.
    """
    kind = type(value)
    if kind is Decimal:
        return _within_limits(value, value, field)  # type: ignore[arg-type]
    if kind is int:
        return _within_limits(Decimal(value), value, field)  # type: ignore[arg-type]
    return _within_limits(_read(value, field), value, field)


def _read(value: Any, field: str) -> Decimal:  # noqa: ANN401 - the guard for anything at all
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        if not _NUMERIC_TEXT.fullmatch(value):
            raise FieldValueError(field, value, "a plain number such as '95.8' or '-3'")
        return Decimal(value)
    if isinstance(value, bool) or value is None:
        raise FieldTypeError(field, value, _A_NUMBER)
    if isinstance(value, float):
        return _from_float_text(float.__repr__(value), value, field)
    if hasattr(value, "__index__"):
        return Decimal(value.__index__())
    if isinstance(value, numbers.Rational):
        return _terminating(Fraction(value), value, field)
    if isinstance(value, numbers.Real):
        return _from_float_text(str(value), value, field)
    raise FieldTypeError(field, value, _A_NUMBER)


_A_NUMBER = "a number; for one that is absent give Missing with its reason"


def _from_float_text(text: str, value: object, field: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise FieldValueError(field, value, _A_NUMBER)
    return number


def _terminating(fraction: Fraction, value: object, field: str) -> Decimal:
    number = terminating_decimal(fraction)
    if number is None:
        raise FieldValueError(field, value, "a fraction with finitely many decimal places")
    return number


def terminating_decimal(fraction: Fraction) -> Decimal | None:
    """Return the fraction as a `Decimal`, or `None` where its decimal places never end.

    >>> terminating_decimal(Fraction(3, 8)), terminating_decimal(Fraction(1, 3))
    (Decimal('0.375'), None)
    """
    denominator = fraction.denominator
    twos = (denominator & -denominator).bit_length() - 1
    denominator >>= twos
    fives = 0
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return None
    places = max(twos, fives)
    scaled = fraction.numerator * 10**places // fraction.denominator
    return Decimal(scaled).scaleb(-places, _EXACT)


def _within_limits(number: Decimal, value: object, field: str) -> Decimal:
    if not number.is_finite():
        raise FieldValueError(field, value, _A_NUMBER)
    sign, digits, exponent = number.as_tuple()
    # Written out without an exponent, as documents do, it has at most as many digits too.
    most = MOST_DIGITS - len(digits)
    if most < 0 or not -MOST_DIGITS <= exponent <= most:  # type: ignore[operator]
        raise FieldValueError(
            field, value, f"a number of at most {MOST_DIGITS} digits, from 1e-34 to below 1e34"
        )
    # Minus nought would be printed, and is no number that a council publishes.
    return number.copy_abs() if sign and not number else number


@overload
def add(left: Decimal, right: Decimal) -> Decimal: ...
@overload
def add(left: Exact, right: Exact) -> Exact: ...
def add(left: Exact, right: Exact) -> Exact:
    """Return the exact sum.

    >>> add(Decimal("0.1"), Decimal("0.2"))
    Decimal('0.3')
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _add(left, right)
    return Fraction(left) + Fraction(right)


@overload
def subtract(left: Decimal, right: Decimal) -> Decimal: ...
@overload
def subtract(left: Exact, right: Exact) -> Exact: ...
def subtract(left: Exact, right: Exact) -> Exact:
    """Return the exact difference.

    >>> subtract(Decimal("52.0"), Decimal("5.20"))
    Decimal('46.80')
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _subtract(left, right)
    return Fraction(left) - Fraction(right)


@overload
def multiply(left: Decimal, right: Decimal) -> Decimal: ...
@overload
def multiply(left: Exact, right: Exact) -> Exact: ...
def multiply(left: Exact, right: Exact) -> Exact:
    """Return the exact product.

    >>> multiply(Decimal("52.0"), Decimal("0.10"))
    Decimal('5.200')
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _multiply(left, right)
    return Fraction(left) * Fraction(right)


def shown_decimals(number: Decimal) -> int:
    """Return how many decimal places a number is written with.

    >>> shown_decimals(Decimal("95.20")), shown_decimals(Decimal("1300"))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def scaled_integers(numbers: Sequence[Decimal]) -> tuple[list[int], int]:
    """Return the numbers as integers of one small unit, and how many units make one.

    >>> scaled_integers([Decimal("1.5"), Decimal("12"), Decimal("0.25")])
    ([150, 1200, 25], 100)

    Nothing is rounded: the unit is the last decimal place that any of the numbers has. Integers
    sum and compare several times as fast.
    """
    # An exact sum has the last place of everything in it, and is had sooner than each one's.
    decimals = shown_decimals(reduce(_add, numbers, Decimal(0)))
    scale = Decimal((0, (1,), decimals))
    return [int(_multiply(number, scale)) for number in numbers], 10**decimals
