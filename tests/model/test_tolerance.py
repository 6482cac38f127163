"""Tolerances as councils print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Tolerance


@pytest.mark.parametrize(
    ("printed", "size", "basis"),
    [
        ("5%", "5", "percent"),
        ("+/- 10 per cent", "10", "percent"),
        ("±2.5pct", "2.5", "percent"),
        ("within 3 days", "3", "amount"),
        ("£1,000", "1000", "amount"),
        (".5 points", "0.5", "amount"),
        ("5 percentage points", "5", "amount"),
        ("5 percent points", "5", "amount"),
        ("2pp", "2", "amount"),
    ],
)
def test_a_tolerance_is_read_as_printed(printed: str, size: str, basis: str) -> None:
    tolerance = Tolerance.parse(printed)

    assert (tolerance.size, tolerance.basis) == (Decimal(size), basis)


@pytest.mark.parametrize("printed", ["5", "five %", "", "5% or 2 points", "-5%"])
def test_what_may_mean_either_or_nothing_is_refused(printed: str) -> None:
    with pytest.raises(FieldValueError, match=r"tolerance: .*'5%' or '2 points'"):
        Tolerance.parse(printed)


@pytest.mark.parametrize(
    "printed",
    ["4 weeks", "2 Months", "£5k", "2m", "1.5 million", "2  standard deviations"],
)
def test_a_size_that_counts_something_larger_than_the_unit_is_refused(printed: str) -> None:
    with pytest.raises(FieldValueError, match="in the indicator's own unit"):
        Tolerance.parse(printed)


@pytest.mark.parametrize(
    "printed", ["10 per cent of the annual target", "5 percent below", "5 percentage"]
)
def test_a_percentage_of_something_named_is_no_amount(printed: str) -> None:
    with pytest.raises(FieldValueError, match="'5%' alone"):
        Tolerance.parse(printed)


def test_a_tolerance_is_text() -> None:
    with pytest.raises(FieldTypeError, match="tolerance: 5"):
        Tolerance.parse(5)  # type: ignore[arg-type]


def test_a_tolerance_is_of_0_or_more() -> None:
    with pytest.raises(FieldValueError, match=r"tolerance: -1 .*0 or more"):
        Tolerance(-1, "percent")


def test_a_basis_is_one_of_two() -> None:
    with pytest.raises(FieldValueError, match=r"basis: 'ratio' .*percent, amount"):
        Tolerance(1, "ratio")  # type: ignore[arg-type]


def test_a_tolerance_prints_short_and_builds_again_from_its_repr() -> None:
    assert [str(Tolerance.parse(each)) for each in ("5%", "2 points")] == ["5%", "2"]
    assert eval(repr(Tolerance.parse("5%"))) == Tolerance.parse("5%")  # noqa: S307 (our own text)
