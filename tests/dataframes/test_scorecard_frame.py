"""Scorecards and assessments in frames, and scorecards read from them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from councilperf import (
    Answer,
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
)
from councilperf.dataframes import (
    assess_frame,
    assessment_to_frame,
    scorecard_from_frame,
    scorecard_to_frame,
)
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError
from councilperf.model import Range
from councilperf.presets import MAIDSTONE
from councilperf.rules import RAG
from councilperf.strategies import scorecards
from councilperf.values import Missing

Q1, Q2 = (ReportingPeriod.quarter(2019, number) for number in (1, 2))
HOMES = Indicator("H1", "Homes", polarity="higher", service="Planning")
MOOD = Indicator("H2", "Mood")
CARD = Scorecard(
    "Homes",
    [
        ScorecardRow(
            HOMES,
            [Observation(Q1, "9.5", marks=["provisional"], note="late"), Observation(Q2, "12.0")],
            [Target(10)],
        ),
        ScorecardRow(
            MOOD,
            [Observation(Q1, Missing("suppressed")), Observation(Q2, 3)],
            [Target(Missing("baselining"), period=Q1), Target(4, period=Q2)],
        ),
    ],
)


@pytest.fixture(scope="module")
def eager(engine: Any) -> Any:
    """Every make that frames can be made in."""
    if engine.name not in {"polars", "pandas", "pyarrow"}:
        pytest.skip("frames are made in Polars, pandas and PyArrow")
    return engine


def test_a_scorecard_comes_back_as_it_was(eager: Any) -> None:
    frame = scorecard_to_frame(CARD, eager.name)

    assert scorecard_from_frame(frame, "Homes") == CARD
    columns = eager.columns(frame)
    assert columns["value"] == [9.5, 12.0, None, 3.0]
    assert columns["value_reason"] == [None, None, "suppressed", None]
    assert columns["target_reason"] == [None, None, "baselining", None]


@given(card=scorecards(numbers_only=True))
def test_every_figure_of_any_scorecard_comes_back(eager: Any, card: Scorecard) -> None:
    plain = evolve(card, rows=[evolve(each, targets=()) for each in card.rows])

    again = scorecard_from_frame(scorecard_to_frame(plain, eager.name), "again")

    expected = {
        (row.indicator.reference, each.period): each
        for row in plain.rows
        for each in row.observations
    }
    found = {
        (row.indicator.reference, each.period): each
        for row in again.rows
        for each in row.observations
    }
    assert found.keys() == expected.keys()
    for key, each in expected.items():
        one = found[key]
        assert (one.marks, one.note) == (each.marks, each.note)
        if isinstance(each.value, Missing):
            assert isinstance(one.value, Missing)
            assert one.value.reason is each.value.reason
        else:
            assert one.value == each.value


def test_a_frame_of_a_scorecard_is_assessed_as_it_is(eager: Any) -> None:
    judged = eager.columns(
        assess_frame(
            scorecard_to_frame(CARD, eager.name),
            MAIDSTONE,
            by="reference",
            missing={"value": "value_reason", "target": "target_reason"},
        )
    )

    assert judged["rating"][:2] == ["amber", "green"]
    assert judged["rating_reason"][2:] == ["suppressed", "no_polarity"]
    assert judged["short trend"][1] == "improved"


def test_an_assessment_is_tidy_or_wide(eager: Any) -> None:
    assessment = assess(CARD, MAIDSTONE, period=Q2)

    tidy = eager.columns(assessment_to_frame(assessment, eager.name))
    wide = eager.columns(assessment_to_frame(assessment, eager.name, wide=True))

    assert tidy["judgement"] == ["rating", "short trend", "long trend"] * 2
    assert tidy["level"][:2] == ["green", "improved"]
    assert tidy["movement"][1] == "up"
    assert tidy["reason"][3] == "no_polarity"
    assert tidy["sentence"][0] == assessment["H1"].result("rating").reason
    assert wide["rating"] == ["green", None]
    assert wide["short trend_movement"][0] == "up"
    assert wide["value"] == [12.0, 3.0]
    assert wide["rating_sentence"] == tidy["sentence"][::3]


def test_levels_are_categories_from_best_to_worst() -> None:
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    assessment = assess(CARD, MAIDSTONE, period=Q2)

    in_polars = assessment_to_frame(assessment, polars, wide=True)
    in_arrow = assessment_to_frame(assessment, pyarrow, wide=True)

    assert in_polars.schema["rating"] == polars.Enum(RAG.keys)
    kind = in_arrow.schema.field("rating").type
    assert pyarrow.types.is_dictionary(kind)
    assert kind.ordered


def test_a_row_without_a_figure_has_none(eager: Any) -> None:
    card = Scorecard("c", [*CARD.rows, ScorecardRow(Indicator("H3", "Other"), [])])

    wide = eager.columns(assessment_to_frame(assess(card, MAIDSTONE, period=Q2), eager.name))

    assert wide["value"][-1] is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ScorecardRow(MOOD, [Observation(Q1, Answer.YES)]), "a plain number"),
        (ScorecardRow(MOOD, [Observation(Q1, dt.date(2019, 5, 1))]), "a plain number"),
        (ScorecardRow(MOOD, [Observation(Q1, "1.2345678901234567")]), "at most 15 digits"),
        (ScorecardRow(MOOD, [Observation(Q1, 1)], [Target(Range(1, 2))]), "a plain number"),
        (ScorecardRow(MOOD, [Observation(Q1, 1)], [Target(1, strict=True)]), "equalled"),
    ],
)
def test_what_a_column_of_numbers_cannot_hold_is_refused(
    eager: Any, row: ScorecardRow, message: str
) -> None:
    with pytest.raises(FieldValueError, match=message):
        scorecard_to_frame(Scorecard("c", [row]), eager.name)


def test_a_target_for_all_periods_is_one_target(engine: Any) -> None:
    if engine.is_lazy:
        with pytest.raises(FieldTypeError, match="collect a lazy one"):
            scorecard_from_frame(engine.frame({"reference": ["A"]}), "c")
        return
    data: dict[str, list[Any]] = {
        "reference": ["A", "A", "B"],
        "period": ["Q1 2019-20", "Q2 2019-20", "Q1 2019-20"],
        "value": ["1", "2.50", "3"],
        "target": ["5", "5", None],
    }
    frame = engine.frame(data, {"target": "string"})

    card = scorecard_from_frame(frame, "c", council="Ours")

    assert card.council == "Ours"
    assert card["A"].targets == (Target(5),)
    assert card["B"].targets == ()
    assert str(card["A"].observations[1].value) == "2.50"
    assert card["A"].indicator.title == "A"


def test_everything_that_cannot_be_read_comes_at_once(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("an eager frame is read")
    frame = engine.frame(
        {
            "reference": ["A", "A", "B", "B"],
            "period": ["Q1 2019-20", "Q1 2019-20", "Q9 2019-20", "Q1 2019-20"],
            "value": ["1", "2", "3", "tbc"],
            "title": ["Homes", "Houses", "B", "B"],
            "polarity": ["sideways", "high", "high", "high"],
            "marks": ["blurred", None, None, None],
            "value_reason": ["lost", None, None, None],
        }
    )

    with pytest.raises(ProblemsError) as raised:
        scorecard_from_frame(frame, "c")

    text = str(raised.value)
    for said in (
        "'period' cannot be read",
        "in 1 row, such as row 2: 'Q9 2019-20'",
        "'value' cannot be read",
        "row 3: 'tbc'",
        "'polarity' cannot be read",
        "'marks' cannot be read",
        "'value_reason' cannot be read",
        "'period' is there twice for one reference in 1 row, such as A, Q1 2019-20",
        "'title' says two things of one reference in 1 row, such as A: Homes and Houses",
    ):
        assert said in text


def test_columns_that_are_needed_are_named(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("an eager frame is read")

    with pytest.raises(ProblemsError, match=r"(?s)'reference' is not there.*'period' is not"):
        scorecard_from_frame(engine.frame({"value": [Decimal(1)]}), "c")


def test_floats_of_32_bits_make_no_figures(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("an eager frame is read")
    columns = {"reference": ["H1"], "period": ["Q2 2019-20"], "value": [46.8]}

    with pytest.raises(ProblemsError, match="'value' holds Float32"):
        scorecard_from_frame(engine.frame(columns, {"value": "float32"}), "c")


def test_a_period_may_be_that_of_pandas() -> None:
    pytest.importorskip("narwhals", reason="narwhals is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame(
        {
            "reference": ["H1"],
            "period": [pandas.Period("2020Q2", freq="Q-MAR")],
            "value": [5],
        }
    )

    assert scorecard_from_frame(frame, "c")["H1"].observations[0].period == Q2
