"""The laws of exact numbers: nothing is lost coming in, and nobody's settings matter."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf.errors import FieldValueError
from councilperf.strategies import exact_numbers
from councilperf.values import (
    Rounding,
    add,
    exact_decimal,
    format_number,
    multiply,
    number_or_missing,
    round_to,
    scaled_integers,
    shown_decimals,
    subtract,
    terminating_decimal,
)

NUMBERS = exact_numbers(decimals=4)
FRACTIONS = st.fractions(-1000, 1000, max_denominator=999)
EXACT = NUMBERS | FRACTIONS
PLACES = st.integers(0, 6)
FLOATS = st.floats(-1e15, 1e15).filter(lambda each: not 0 < abs(each) < 1e-15)
CARELESS = decimal.Context(
    prec=1, rounding=decimal.ROUND_UP, Emin=-1, Emax=1, traps=[decimal.Inexact, decimal.Rounded]
)


@given(NUMBERS)
def test_a_number_comes_in_as_it_was_written(number: Decimal) -> None:
    for found in (exact_decimal(number), exact_decimal(str(number)), number_or_missing(number)):
        assert isinstance(found, Decimal)
        assert found == number
        assert shown_decimals(found) == shown_decimals(number)


@given(FLOATS)
def test_a_float_means_what_it_shows(number: float) -> None:
    found = exact_decimal(number)

    assert float(found) == number
    assert found == Decimal(repr(number))


@given(st.integers(-(10**33), 10**33))
def test_a_whole_number_is_kept_whole(number: int) -> None:
    assert exact_decimal(number) == number
    assert exact_decimal(Fraction(number)) == number


@given(FRACTIONS)
def test_a_fraction_comes_in_exactly_or_not_at_all(fraction: Fraction) -> None:
    ended = terminating_decimal(fraction)
    if ended is None:
        with pytest.raises(FieldValueError, match="finitely many"):
            exact_decimal(fraction)
    else:
        assert Fraction(ended) == fraction
        assert exact_decimal(fraction) == ended


@given(EXACT, EXACT)
def test_sums_differences_and_products_are_exact(
    one: Decimal | Fraction, other: Decimal | Fraction
) -> None:
    assert Fraction(add(one, other)) == Fraction(one) + Fraction(other)
    assert Fraction(subtract(one, other)) == Fraction(one) - Fraction(other)
    assert Fraction(multiply(one, other)) == Fraction(one) * Fraction(other)


@given(NUMBERS, NUMBERS)
def test_what_decimals_give_is_a_decimal(one: Decimal, other: Decimal) -> None:
    assert {type(each(one, other)) for each in (add, subtract, multiply)} == {Decimal}


@given(EXACT, PLACES, st.sampled_from(Rounding))
def test_rounding_goes_to_a_printable_neighbour(
    number: Decimal | Fraction, places: int, rounding: Rounding
) -> None:
    rounded = round_to(number, places, rounding)
    step = Fraction(1, 10**places)
    off = abs(Fraction(rounded) - Fraction(number))

    assert rounded.as_tuple().exponent == -places
    if rounding is Rounding.TRUNCATE:
        assert off < step
        assert abs(Fraction(rounded)) <= abs(Fraction(number))
    else:
        assert off <= step / 2


@given(NUMBERS, PLACES)
def test_rounding_agrees_with_the_modes_of_decimal(number: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    for rounding, mode in (
        (Rounding.HALF_UP, decimal.ROUND_HALF_UP),
        (Rounding.HALF_EVEN, decimal.ROUND_HALF_EVEN),
        (Rounding.TRUNCATE, decimal.ROUND_DOWN),
    ):
        assert round_to(number, places, rounding) == number.quantize(step, mode)


@given(EXACT, PLACES, st.sampled_from(Rounding))
def test_what_is_rounded_stays_as_it_is(
    number: Decimal | Fraction, places: int, rounding: Rounding
) -> None:
    rounded = round_to(number, places, rounding)

    assert round_to(rounded, places, rounding) == rounded


@given(EXACT, PLACES, st.sampled_from(Rounding))
def test_rounding_mirrors(number: Decimal | Fraction, places: int, rounding: Rounding) -> None:
    assert round_to(-number, places, rounding) == -round_to(number, places, rounding)


@given(NUMBERS)
def test_a_printed_number_reads_back(number: Decimal) -> None:
    printed = format_number(number)

    assert exact_decimal(printed.replace(",", "")) == number
    assert "e" not in printed.lower()


@given(st.lists(NUMBERS, max_size=8))
def test_scaled_integers_are_the_numbers_in_one_small_unit(numbers: list[Decimal]) -> None:
    integers, unit = scaled_integers(numbers)

    assert [Fraction(each, unit) for each in integers] == [Fraction(each) for each in numbers]


@given(EXACT, EXACT, PLACES)
def test_no_decimal_context_changes_anything(
    one: Decimal | Fraction, other: Decimal | Fraction, places: int
) -> None:
    def everything() -> list[object]:
        results = [add(one, other), subtract(one, other), multiply(one, other)]
        return [*results, round_to(one, places), *map(format_number, results)]

    expected = everything()
    with decimal.localcontext(CARELESS) as settings:
        found = everything()
        assert not any(settings.flags.values())

    assert found == expected
