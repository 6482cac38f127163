"""Units, and how figures print with them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import NUMBER, PERCENT, POUNDS, Unit


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("%", PERCENT), ("Per  cent", PERCENT), ("GBP", POUNDS), ("No.", NUMBER), ("#", NUMBER)],
)
def test_a_usual_unit_is_known(printed: str, unit: Unit) -> None:
    assert Unit.parse(printed) is unit


def test_a_word_that_nobody_knows_is_printed_after_figures() -> None:
    days = Unit.parse(" working   days ")

    assert days.name == "working days"
    assert days.show(12) == "12 working days"
    assert days.show_difference(1) == "1 working day"


@pytest.mark.parametrize(
    ("unit", "number", "printed"),
    [
        (PERCENT, Decimal("95.80"), "95.80%"),
        (POUNDS, Decimal("-1234.5"), "-£1,234.5"),
        (NUMBER, Fraction(1, 3), "0.33"),
    ],
)
def test_a_figure_prints_with_its_unit(
    unit: Unit, number: Decimal | Fraction, printed: str
) -> None:
    assert unit.show(number) == printed


def test_percentages_differ_by_points() -> None:
    assert PERCENT.show_difference(Decimal("1.0")) == "1.0 point"
    assert PERCENT.show_difference(2, decimals=1) == "2.0 points"


def test_a_unit_has_a_name() -> None:
    with pytest.raises(FieldValueError, match="name"):
        Unit(" ")


@pytest.mark.parametrize("place", ["before", "after", "difference_after"])
def test_what_is_printed_beside_a_figure_is_text(place: str) -> None:
    with pytest.raises(FieldTypeError, match=f"{place}: None.*'' for none"):
        Unit("pounds", **{place: None})  # type: ignore[arg-type]
