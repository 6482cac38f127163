"""Rounding for display, once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.values import Rounding, format_number, round_to, scaled_integers, shown_decimals


@pytest.mark.parametrize(
    ("number", "half_up", "half_even", "truncated"),
    [
        ("0.5", 1, 0, 0),
        ("1.5", 2, 2, 1),
        ("-0.5", -1, 0, 0),
        ("2.5", 3, 2, 2),
        ("68.75", 69, 69, 68),
    ],
)
def test_a_tie_goes_where_the_rule_set_says(
    number: str, half_up: int, half_even: int, truncated: int
) -> None:
    assert round_to(Decimal(number), 0) == half_up
    assert round_to(Decimal(number), 0, Rounding.HALF_EVEN) == half_even
    assert round_to(Decimal(number), 0, Rounding.TRUNCATE) == truncated


def test_what_rounds_to_nought_has_no_sign() -> None:
    assert str(round_to(Decimal("-0.004"), 2)) == "0.00"


@pytest.mark.parametrize("decimals", [-1, 31])
def test_decimals_are_from_0_to_30(decimals: int) -> None:
    with pytest.raises(FieldValueError, match="decimals"):
        round_to(1, decimals)


def test_decimals_are_whole() -> None:
    with pytest.raises(FieldTypeError, match="decimals"):
        round_to(1, 1.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (Decimal(1693083), "1,693,083"),
        (Decimal("1E+3"), "1,000"),
        (Decimal("-0.50"), "-0.50"),
        (Fraction(1, 8), "0.125"),
        (Fraction(2, 3), "0.67"),
        (12, "12"),
    ],
)
def test_a_number_prints_in_thousands_without_an_exponent(
    number: Decimal | Fraction | int, printed: str
) -> None:
    assert format_number(number) == printed


def test_a_number_prints_with_the_decimals_asked_for() -> None:
    assert format_number(Decimal("1234.5"), decimals=2) == "1,234.50"


def test_a_number_shows_no_fewer_than_no_decimals() -> None:
    assert [shown_decimals(Decimal(each)) for each in ("1E+3", "12", "0.10")] == [0, 0, 2]


def test_scaling_no_numbers_gives_none() -> None:
    assert scaled_integers([]) == ([], 1)
