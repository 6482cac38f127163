"""Indicators and what they refuse."""

from __future__ import annotations

import pytest

from councilperf.errors import CouncilPerfError, FieldTypeError, FieldValueError
from councilperf.model import PERCENT, Indicator, Polarity, Tolerance
from councilperf.values import Missing


def test_an_indicator_is_built_from_the_words_of_a_paper() -> None:
    visits = Indicator("CSC 1", "Visits", polarity="Up is good", unit="per cent", tolerance="5%")

    assert (visits.polarity, visits.unit) == (Polarity.HIGHER, PERCENT)
    assert visits.tolerance == Tolerance(5, "percent")


def test_without_more_it_is_not_stated_which_way_is_better() -> None:
    assert Indicator("A", "B").polarity == Missing("no_polarity")
    assert Indicator("A", "B", polarity=Missing("withheld")).polarity == Missing("withheld")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reference", " "),
        ("title", ""),
        ("polarity", "sideways"),
        ("unit", ""),
        ("tolerance", "5"),
        ("best_possible", "all"),
        ("service", ""),
        ("priority", " "),
        ("portfolio", ""),
        ("officer", ""),
        ("frequency", ""),
        ("note", ""),
        ("kind", ""),
    ],
)
def test_an_indicator_names_the_field_that_is_wrong(field: str, value: str) -> None:
    with pytest.raises(FieldValueError, match=f"{field}: "):
        Indicator(**{"reference": "A", "title": "B", field: value})


@pytest.mark.parametrize(
    ("field", "value"), [("tags", ["a", 1]), ("tolerance", 5), ("title", 7), ("polarity", 1)]
)
def test_an_indicator_refuses_the_wrong_type(field: str, value: object) -> None:
    with pytest.raises(FieldTypeError, match=rf"{field}(\[\d\])?: "):
        Indicator(**{"reference": "A", "title": "B", field: value})  # type: ignore[arg-type]


def test_tags_are_several_words_and_not_the_letters_of_one() -> None:
    with pytest.raises(CouncilPerfError):
        Indicator("A", "B", tags="statutory")
