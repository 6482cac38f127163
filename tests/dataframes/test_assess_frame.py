"""A tidy frame is assessed, row by row, as the scorecard with the same figures is."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from councilperf import (
    Indicator,
    Observation,
    Polarity,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
)
from councilperf.assessment import Travel
from councilperf.dataframes import assess_frame, rate_frame
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    Edge,
    Figure,
    Rule,
    RuleSet,
)
from councilperf.values import Mark, Missing

START = ReportingPeriod.quarter(2018, 1)
QUARTERS = [START.step(count) for count in range(8)]
POLARITIES = {"A": "higher", "B": "lower", "C": "none"}
TARGETS = {"A": Decimal(2), "B": Decimal("1.5"), "C": None}
TYPES = {"value": "float64", "target": "float64", "broken": "bool_"}


def tidy(seed: int) -> dict[str, list[Any]]:
    """Figures of three indicators: some periods left out, some empty, some after a break."""
    chance = random.Random(seed)  # noqa: S311 (made-up figures, no secrets)
    rows = [
        (name, each.code, chance.choice([None, 1.5, 1.8, 2.0]), chance.random() < 0.15)
        for name in POLARITIES
        for each in QUARTERS
        if chance.random() < 0.8
    ]
    chance.shuffle(rows)
    names = ("indicator", "period", "value", "broken")
    data = {name: list(each) for name, each in zip(names, zip(*rows, strict=True), strict=True)}
    targets = (TARGETS[name] for name in data["indicator"])
    data["target"] = [None if each is None else float(each) for each in targets]
    data["polarity"] = [POLARITIES[name] for name in data["indicator"]]
    return data


def one_by_one(data: dict[str, list[Any]], rules: RuleSet) -> dict[tuple[str, str], list[Any]]:
    """Return for each indicator and period what `assess` says, in the order of the columns."""
    rows = []
    for name, polarity in POLARITIES.items():
        observations = [
            Observation(
                ReportingPeriod.from_code(code),
                Missing("no_data") if value is None else Decimal(str(value)),
                marks=[Mark.SERIES_BREAK] if broken else [],
            )
            for other, code, value, broken in zip(
                *(data[each] for each in ("indicator", "period", "value", "broken")), strict=True
            )
            if other == name
        ]
        aim = TARGETS[name]
        targets = [] if aim is None else [Target(aim)]
        rows.append(ScorecardRow(Indicator(name, name, polarity=polarity), observations, targets))
    card = Scorecard("all", rows)
    found: dict[tuple[str, str], list[Any]] = {}
    for name, code in zip(data["indicator"], data["period"], strict=True):
        results = assess(card, rules, period=ReportingPeriod.from_code(code))[name].results
        answers: list[Any] = []
        for each in results:
            answers += [each.level, each.reasons[0].value if each.reasons else None]
            if isinstance(each, Travel):
                gone = isinstance(each.movement, Missing)
                answers.append(None if gone else str(each.movement))
        found[name, code] = answers
    return found


@pytest.mark.parametrize("rules", [MAIDSTONE, CHESHIRE_EAST], ids=lambda each: each.name)
def test_every_row_is_assessed_as_its_scorecard_is(engine: Any, rules: RuleSet) -> None:
    data = tidy(8)

    judged = engine.columns(
        assess_frame(
            engine.frame(data, TYPES),
            rules,
            by="indicator",
            breaks="broken",
            periods=QUARTERS,
            decimals=1,
        )
    )

    added = [name for name in judged if name not in data]
    assert list(judged) == [*data, *added]
    keys = zip(judged["indicator"], judged["period"], strict=True)
    answers = zip(*(judged[name] for name in added), strict=True)
    expected = one_by_one(data, rules)
    for key, found in zip(keys, answers, strict=True):
        assert list(found) == expected[key], key


def test_earlier_figures_may_stand_in_columns(engine: Any) -> None:
    frame = engine.frame({"value": [120, 89], "before": [100, 100], "target": [100, 100]})
    before: dict[Edge | Figure, Any] = {PREVIOUS_PERIOD: "before"}

    judged = assess_frame(frame, CHESHIRE_EAST, others=before, polarity=Polarity.LOWER)

    assert engine.columns(judged)["travel"] == ["worsening", "improving"]


def test_levels_are_ordered_from_best_to_worst() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"value": [1.0, 3.0, 1.9, None], "target": 2}, index=[7, 5, 3, 1])

    rated = rate_frame(frame, MAIDSTONE, polarity=Polarity.HIGHER)

    assert list(rated["rating"].cat.categories) == list(RAG.keys)
    assert rated["rating"].cat.ordered
    assert list(rated.sort_values("rating").index) == [5, 3, 7, 1]


def test_a_rule_set_with_two_comparators_finds_both(engine: Any) -> None:
    rules = RuleSet(
        "ours",
        "Ours",
        [
            Rule("rating", {"green": TARGET}, otherwise="red"),
            Rule("quarter", {"green": PREVIOUS_PERIOD}, otherwise="red"),
            Rule("year", {"green": SAME_PERIOD_LAST_YEAR}, otherwise="red"),
        ],
    )
    data = {
        "i": ["A"] * 5,
        "period": [each.code for each in QUARTERS[:5]],
        "value": [2.0, 1.0, 1.0, 3.0, 1.5],
        "target": [1.0] * 5,
    }

    judged = engine.columns(
        assess_frame(
            engine.frame(data),
            rules,
            by="i",
            periods=QUARTERS,
            polarity=Polarity.HIGHER,
            decimals={"value": 1, "target": 0},
        )
    )

    last = judged["period"].index(QUARTERS[4].code)
    assert (judged["quarter"][last], judged["year"][last]) == ("red", "red")
    assert judged["year_reason"].count("no_previous") == 4


def test_what_is_wrong_is_said_before_anything_is_judged(engine: Any) -> None:
    frame = engine.frame({"value": [1], "target": [1]})

    with pytest.raises(FieldTypeError, match="RuleSet"):
        assess_frame(frame, MAIDSTONE.rules[0])  # type: ignore[arg-type]
    with pytest.raises(ProblemsError, match=r"(?s)'i' is not there.*'period' is not there"):
        assess_frame(frame, MAIDSTONE, by="i", periods=QUARTERS)
    taken = engine.frame({"value": [1], "target": [1], "rating_reason": ["x"]})
    with pytest.raises(FieldValueError, match="no column of the frame has"):
        assess_frame(taken, MAIDSTONE, polarity=Polarity.HIGHER)
