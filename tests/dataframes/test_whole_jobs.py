"""Joining, cross-tables, exceptions, sentences and parts: each as its counterpart one by one."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from councilperf import Polarity, Tolerance, rate, travel
from councilperf.dataframes import (
    assess_frame,
    cross_frame,
    exceptions_frame,
    explain_frame,
    join_frame,
    rate_frame,
    split_frame,
)
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError, UnknownNameError
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    RAG,
    TARGET,
    TRAVEL,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
    benchmark,
)

CHANCE = random.Random(5)  # noqa: S311 (made-up levels, no secrets)
ROWS = 40
BOTH: dict[str, list[Any]] = {
    "service": [CHANCE.choice(["Adults", "Children", None]) for _ in range(ROWS)],
    "rating": [CHANCE.choice(["green", "red", None]) for _ in range(ROWS)],
    "travel": [CHANCE.choice(["improving", "worsening", None]) for _ in range(ROWS)],
}
BOTH["rating_reason"] = [
    None if each else CHANCE.choice(["no_data", "data_only"]) for each in BOTH["rating"]
]


def rows_of(columns: dict[str, list[Any]], *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(columns[name] for name in names or columns), strict=True))


# ---- cross-tables ----


@pytest.mark.parametrize("by", [(), "service"])
def test_every_pair_of_levels_is_counted(engine: Any, by: Any) -> None:
    crossed = engine.columns(cross_frame(engine.frame(BOTH), RAG, TRAVEL, by=by))

    keys = ("service", "rating", "travel") if by else ("rating", "travel")
    counts = Counter(rows_of(BOTH, *keys))
    lines = rows_of(crossed)
    assert len(lines) == 4 * (3 if by else 1)
    for line in lines:
        group, (level, *found) = line[: len(line) - 6], line[len(line) - 6 :]
        row = None if level == "unrated" else level
        expected = [counts[(*group, row, key)] for key in (*TRAVEL.keys, None)]
        assert found == [*expected, sum(expected)]
    if not engine.is_lazy:
        assert [line[-6] for line in lines[:4]] == ["green", "amber", "red", "unrated"]


def test_a_cross_table_of_one_judgement_with_itself_is_refused(engine: Any) -> None:
    with pytest.raises(FieldValueError, match="none of the others"):
        cross_frame(engine.frame(BOTH), RAG, RAG, columns="rating")


# ---- exceptions ----

RULES = RuleSet(
    "ours",
    "Ours",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"),
        Rule(
            "travel",
            {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
    exceptions=[
        NamedCondition("red in Adults", Is("rating", "red") & Is("service", "Adults")),
        NamedCondition("unknown", Is("rating", ["no_data", "suppressed"])),
        NamedCondition(
            "no better", Is("rating", ["unrated", "red"]) & ~Is("travel", ["improving", "static"])
        ),
    ],
)


def first_met(service: Any, rating: Any, moved: Any, reason: Any) -> str | None:
    if rating == "red" and service == "Adults":
        return "red in Adults"
    if rating is None and reason == "no_data":
        return "unknown"
    return "no better" if rating in {None, "red"} and moved != "improving" else None


def test_rows_are_kept_by_the_first_condition_that_they_meet(engine: Any) -> None:
    kept = engine.columns(exceptions_frame(engine.frame(BOTH), RULES))

    found = Counter(rows_of(kept, *BOTH, "exception"))
    expected = ((*row, first_met(*row)) for row in rows_of(BOTH))
    assert found == Counter(each for each in expected if each[-1] is not None)


def test_columns_may_have_other_names(engine: Any) -> None:
    frame = engine.frame({"level": ["red", "green"], "where": ["Adults", "Adults"]})

    kept = exceptions_frame(
        frame,
        RULES,
        conditions=RULES.exceptions[:1],
        columns={"rating": "level", "service": "where"},
        name="why",
    )

    assert engine.columns(kept)["why"] == ["red in Adults"]


OPEN = RuleSet(
    "open",
    "Ours",
    [Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(OWN_TOLERANCE)}, otherwise="red")],
)


@pytest.mark.parametrize(
    ("rules", "condition", "message"),
    [
        (RULES, Is("rating", "red", running=2), "a condition on one report"),
        (OPEN, Is("rating", ["amber", "red"]), "one level at a time"),
    ],
)
def test_what_a_row_alone_cannot_say_is_refused(
    engine: Any, rules: RuleSet, condition: Is, message: str
) -> None:
    with pytest.raises(FieldValueError, match=message):
        exceptions_frame(
            engine.frame(BOTH), rules, conditions=[NamedCondition("those", condition)]
        )


def test_levels_of_a_rule_with_two_figures_are_asked_one_at_a_time(engine: Any) -> None:
    england = benchmark("England")
    rule = Rule("rating", {"green": TARGET, "amber": england}, otherwise="red")
    rules = RuleSet("two", "Ours", [rule])

    one = [NamedCondition("red", Is("rating", "red"))]
    assert engine.columns(exceptions_frame(engine.frame(BOTH), rules, conditions=one))
    several = [NamedCondition("below", Is("rating", ["amber", "red"]))]
    with pytest.raises(FieldValueError, match="one level at a time"):
        exceptions_frame(engine.frame(BOTH), rules, conditions=several)


def test_conditions_and_columns_are_checked(engine: Any) -> None:
    frame = engine.frame({"rating": ["red"]})

    with pytest.raises(FieldValueError, match="the rules name none"):
        exceptions_frame(frame, OPEN)
    with pytest.raises(ProblemsError, match=r"(?s)'travel' is not there"):
        exceptions_frame(frame, RULES)
    with pytest.raises(ProblemsError, match="'rating_reason' is not there"):
        exceptions_frame(frame, RULES, conditions=RULES.exceptions[1:2])
    with pytest.raises(FieldValueError, match="no column of the frame has"):
        exceptions_frame(frame, RULES, name="rating")
    with pytest.raises(UnknownNameError, match="mood"):
        exceptions_frame(frame, RULES, conditions=[NamedCondition("bad", Is("mood", "bad"))])


# ---- joining ----

FIGURES: dict[str, list[Any]] = {
    "indicator": ["H1", "H2", "H1", "H3"],
    "period": ["Q1", "Q1", "Q2", "Q2"],
    "value": [9.0, 12.0, 11.0, 1.0],
}
TARGETS: dict[str, list[Any]] = {
    "indicator": ["H1", "H1", "H2", "H3"],
    "period": [None, "Q2", "Q2", None],
    "target": [10.0, 12.0, 5.0, None],
    "polarity": ["higher", "higher", "lower", "lower"],
}


def test_a_target_of_the_period_goes_before_one_for_all(engine: Any) -> None:
    joined = engine.columns(
        join_frame(engine.frame(FIGURES), engine.frame(TARGETS), period="period")
    )

    names = ("indicator", "period", "value", "target", "polarity")
    assert sorted(rows_of(joined, *names)) == [
        ("H1", "Q1", 9.0, 10.0, "higher"),
        ("H1", "Q2", 11.0, 12.0, "higher"),
        ("H2", "Q1", 12.0, None, None),
        ("H3", "Q2", 1.0, None, "lower"),
    ]
    if not engine.is_lazy:
        assert joined["value"] == FIGURES["value"], "an eager frame keeps its order"


def test_indicators_are_joined_by_reference_alone(engine: Any) -> None:
    indicators = {"indicator": ["H1", "H2"], "service": ["Homes", "Planning"]}

    joined = engine.columns(join_frame(engine.frame(FIGURES), engine.frame(indicators)))

    found = dict(rows_of(joined, "value", "service"))
    assert found == {9.0: "Homes", 12.0: "Planning", 11.0: "Homes", 1.0: None}


def test_what_is_stated_twice_is_refused_or_brought_to_none(engine: Any) -> None:
    twice = engine.frame({"indicator": ["H1", "H1", "H2"], "target": [1.0, 2.0, 3.0]})
    frame = engine.frame(FIGURES)
    if engine.is_lazy:
        joined = engine.columns(join_frame(frame, twice))
        assert sorted(joined["target"], key=str) == [3.0, None, None, None]
        assert len(joined["value"]) == len(FIGURES["value"])
        return

    with pytest.raises(ProblemsError, match=r"'indicator' is there more than once in 1 row.*H1"):
        join_frame(frame, twice)


def test_frames_that_cannot_be_joined_are_refused(engine: Any) -> None:
    frame = engine.frame(FIGURES)

    with pytest.raises(ProblemsError, match=r"(?s)'i' is not there.*'i' is not there"):
        join_frame(frame, engine.frame(TARGETS), on="i")
    with pytest.raises(FieldValueError, match="that the figures have not yet"):
        join_frame(frame, engine.frame(FIGURES), on="indicator")


def test_frames_of_two_makes_are_refused() -> None:
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    frame = polars.DataFrame(FIGURES)

    for other in (pandas.DataFrame(TARGETS), polars.LazyFrame(TARGETS)):
        with pytest.raises(FieldTypeError, match="the figures' own make, polars"):
            join_frame(frame, other)


def test_targets_that_a_join_would_round_are_refused() -> None:
    pandas = pytest.importorskip("pandas")
    targets = pandas.DataFrame({"indicator": ["H1"], "target": [2**53 + 1]})

    with pytest.raises(ProblemsError, match="would lose digits"):
        join_frame(pandas.DataFrame(FIGURES), targets)


# ---- sentences ----

ASKED: dict[str, list[Any]] = {
    "value": [46.8, None, 3.0, 4.0],
    "target": [52.0, 52.0, 2.0, 2.0],
    "before": [50.0, 1.0, None, 4.0],
    "polarity": ["High", "Lower is better", None, "lower"],
    "off": [5.0, None, 1.0, 1.0],
    "why": [None, "suppressed", None, None],
}


def test_a_row_is_explained_as_it_is_one_by_one(engine: Any) -> None:
    frame = engine.frame(ASKED, {"value": "float64", "off": "float64"})
    if engine.is_lazy:
        with pytest.raises(FieldTypeError, match="collect the rows"):
            explain_frame(frame, MAIDSTONE)
        return

    call: dict[str, Any] = {"tolerance": "off", "missing": {"value": "why"}}
    rated = engine.columns(explain_frame(frame, CHESHIRE_EAST, **call))["sentence"]
    moved = engine.columns(
        explain_frame(frame, CHESHIRE_EAST, previous="before", name="moved", **call)
    )["moved"]

    first: dict[str, Any] = {
        "polarity": "higher",
        "rules": CHESHIRE_EAST,
        "tolerance": Tolerance(5, "percent"),
    }
    assert rated[0] == rate(46.8, target=52, **first).reason
    assert moved[0] == travel(46.8, previous=50, **first).reason
    assert rated[1] == "Not rated: suppressed; edge unstated."
    assert rated[2] == "Not rated: it is not stated which way is better."
    last: dict[str, Any] = {
        "polarity": "lower",
        "rules": CHESHIRE_EAST,
        "tolerance": Tolerance(1, "percent"),
    }
    assert moved[3] == travel(4, previous=4, **last).reason


def test_a_sentence_needs_columns_that_are_there_and_a_new_name(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("an eager frame is explained")
    frame = engine.frame({"value": [1], "target": [1]})

    with pytest.raises(ProblemsError, match="'polarity' is not there"):
        explain_frame(frame, MAIDSTONE)
    with pytest.raises(FieldValueError, match="no column of the frame has"):
        explain_frame(frame, MAIDSTONE, polarity=Polarity.HIGHER, name="value")
    told = explain_frame(
        frame, MAIDSTONE, polarity=Polarity.HIGHER, tolerance=Tolerance(1, "amount")
    )
    assert engine.columns(told)["sentence"] == ["Green: 1 equals the target."]


# ---- parts ----


def test_parts_are_rated_as_the_whole_is(engine: Any) -> None:
    frame = engine.frame({"value": [1.5, 2.0, 2.5, 3.0, 3.5], "target": [2.5] * 5})
    if engine.is_lazy:
        with pytest.raises(FieldTypeError, match="a lazy one is worked out as one"):
            split_frame(frame)
        return

    parts = split_frame(frame, rows=2)

    rated = [rate_frame(each, MAIDSTONE, polarity=Polarity.HIGHER) for each in parts]
    assert len(parts) == len(rated) == 3
    found = [level for each in rated for level in engine.columns(each)["rating"]]
    whole = engine.columns(assess_frame(frame, MAIDSTONE, polarity=Polarity.HIGHER))
    assert found == whole["rating"]
