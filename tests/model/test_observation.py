"""Figures for periods, and what stands for none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Answer, Observation
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Mark, Missing

Q2 = ReportingPeriod.quarter(2019, 2)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("95.42", Decimal("95.42")),
        (None, Missing("no_data")),
        (float("nan"), Missing("no_data")),
        (Absence.NOT_DUE, Missing("not_due")),
        (Answer.YES, Answer.YES),
        (dt.date(2019, 9, 1), dt.date(2019, 9, 1)),
    ],
)
def test_a_figure_is_kept_exactly_and_its_absence_with_a_reason(
    given: object, kept: object
) -> None:
    assert Observation(Q2, given).value == kept  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [True, dt.datetime(2019, 9, 1, 12)])  # noqa: DTZ001 - any moment
def test_what_is_no_figure_is_refused(given: object) -> None:
    with pytest.raises(FieldTypeError, match="value: "):
        Observation(Q2, given)  # type: ignore[arg-type]


def test_an_observation_names_the_field_that_is_wrong() -> None:
    with pytest.raises(FieldTypeError, match="period: 'Q2'"):
        Observation("Q2", 1)  # type: ignore[arg-type]
    with pytest.raises(FieldValueError, match=r"marks: '\[p\]' .*provisional"):
        Observation(Q2, 1, marks=["[p]"])  # type: ignore[list-item]
    with pytest.raises(FieldValueError, match="note"):
        Observation(Q2, 1, marks=[Mark.REVISED], note=" ")


def test_a_mark_may_be_given_by_its_word() -> None:
    assert Observation(Q2, 1, marks=["revised"]) == Observation(Q2, 1, marks=[Mark.REVISED])


def test_a_share_may_bring_the_parts_that_it_was_worked_out_from() -> None:
    observation = Observation(Q2, "74", numerator=37, denominator="50")

    assert (observation.numerator, observation.denominator) == (Decimal(37), Decimal(50))


@pytest.mark.parametrize("parts", [{"numerator": 37}, {"denominator": 50}])
def test_one_part_alone_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(FieldValueError, match="both parts of a share, or none"):
        Observation(Q2, "74", **parts)


def test_a_denominator_is_above_0() -> None:
    with pytest.raises(FieldValueError, match="denominator: 0 is not allowed"):
        Observation(Q2, "74", numerator=37, denominator=0)


def test_what_is_missing_has_no_parts_that_would_give_it_away() -> None:
    with pytest.raises(FieldValueError, match="None where there is no figure"):
        Observation(Q2, Missing("suppressed"), numerator=3, denominator=50)


def test_a_share_is_kept_with_both_parts_or_neither() -> None:
    share = Observation(Q2, 50, numerator=1, denominator=2)

    assert share.numerator == 1
    assert share.denominator == 2
    with pytest.raises(FieldValueError, match=r"denominator: None .*both parts"):
        Observation(Q2, 50, numerator=1)
    with pytest.raises(FieldValueError, match=r"denominator: 0 .*above 0"):
        Observation(Q2, 50, numerator=1, denominator=0)
    with pytest.raises(FieldValueError, match=r"numerator: .*where there is no figure"):
        Observation(Q2, Missing("suppressed"), numerator=1, denominator=2)
