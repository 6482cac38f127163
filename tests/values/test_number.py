"""What counts as a number, and what is refused."""

from __future__ import annotations

import numbers
from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.values import exact_decimal, number_or_missing


class Whole:
    """A whole number of another library's make."""

    def __index__(self) -> int:
        return 7


class Tenths(numbers.Real):
    """A number like those of numpy that are no floats: it is known by its text."""

    def __str__(self) -> str:
        return "0.3"


Tenths.__abstractmethods__ = frozenset()


class Money(Decimal):
    """A number of somebody's own class."""


class Real32(float):
    """A number like numpy's: a float of its own class."""

    def __repr__(self) -> str:
        return "Real32(0.1)"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("95.80", "95.80"),
        (".5", "0.5"),
        ("-3.", "-3"),
        ("1e3", "1E+3"),
        (0.1, "0.1"),
        (1e22, "1E+22"),
        (Real32(0.1), "0.1"),
        (Whole(), "7"),
        (Tenths(), "0.3"),  # type: ignore[abstract]
        (Money("1.50"), "1.50"),
        (Fraction(1, 8), "0.125"),
        (Fraction(3, 1), "3"),
        (-7, "-7"),
    ],
)
def test_a_number_comes_in_as_it_shows_itself(given: object, expected: str) -> None:
    assert str(exact_decimal(given)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [Decimal("-0"), Decimal("-0.00"), "-0", -0.0])
def test_minus_nought_is_nought(given: Decimal | str | float) -> None:
    assert not exact_decimal(given).is_signed()


@pytest.mark.parametrize(
    "given", ["", " 1", "1,234", "£5", "95%", "<5", "1_000", "٣", "nan", "inf", "1e9999", "0x1"]
)
def test_text_that_is_no_plain_number_is_refused(given: str) -> None:
    with pytest.raises(FieldValueError, match=r"target: .* is not allowed"):
        exact_decimal(given, field="target")


@pytest.mark.parametrize(
    "given", [Decimal("NaN"), Decimal("-Infinity"), float("inf"), float("nan")]
)
def test_what_is_not_finite_is_refused(given: Decimal | float) -> None:
    with pytest.raises(FieldValueError, match="Missing with its reason"):
        exact_decimal(given)


@pytest.mark.parametrize("given", [True, None, object(), 1j, b"1", [1]])
def test_what_is_no_number_at_all_is_of_the_wrong_type(given: object) -> None:
    with pytest.raises(FieldTypeError, match=r"value: .* is of the wrong type; give a number"):
        exact_decimal(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given", [10**34, Decimal("1e34"), Decimal("9e33") * 10, Decimal("1e-35"), "1" * 35, "1e34"]
)
def test_more_than_34_digits_written_out_are_refused(given: Decimal | int | str) -> None:
    with pytest.raises(FieldValueError, match="at most 34 digits"):
        exact_decimal(given)


def test_a_fraction_that_never_ends_is_refused() -> None:
    with pytest.raises(FieldValueError, match="finitely many decimal places"):
        exact_decimal(Fraction(1, 3))


class NAType:
    """Named like the missing value of pandas."""


@pytest.mark.parametrize("given", [None, float("nan"), Decimal("NaN"), Decimal("sNaN"), NAType()])
def test_what_stands_for_no_number_is_missing_in_a_record(given: object) -> None:
    assert str(number_or_missing(given)) == "no data"  # type: ignore[arg-type]


def test_what_is_neither_a_number_nor_absent_is_refused_in_a_record_too() -> None:
    with pytest.raises(FieldValueError, match="outturn: 'n/k'"):
        number_or_missing("n/k", field="outturn")
