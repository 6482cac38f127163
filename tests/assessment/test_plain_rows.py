"""Single cases of rows that are decided at speed; the laws hold them to the longer way."""

from __future__ import annotations

import pytest

from councilperf import (
    TARGET,
    UNSTATED,
    Indicator,
    Observation,
    ReportingPeriod,
    Rule,
    RuleSet,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    rate,
)
from councilperf.rules import SAME_PERIOD_LAST_YEAR, TRAVEL, Level, OwnTolerance, Scale

Q2 = ReportingPeriod.quarter(2019, 2)
BY_POINTS = RuleSet(
    "points",
    "A council",
    [Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("2 points")}, otherwise="red")],
)


@pytest.mark.parametrize(
    ("polarity", "value", "level"),
    [
        ("higher", "88", "amber"),
        ("higher", "87.9", "red"),
        ("lower", "92", "amber"),
        ("lower", "92.1", "red"),
    ],
)
def test_an_edge_may_lie_an_amount_from_its_figure(polarity: str, value: str, level: str) -> None:
    indicator = Indicator("R1", "Measure", polarity=polarity)
    row = ScorecardRow(indicator, [Observation(Q2, value)], [Target(90)])

    [assessed] = assess(Scorecard("Card", [row]), BY_POINTS).rows

    assert [each.level for each in assessed.results] == [level]


@pytest.mark.parametrize(
    ("target", "value", "level"),
    [
        ("10", "11", "better"),
        ("10", "9", "near"),
        ("0", "0", "met"),
        ("-0.5", "-0.45", "better"),
        ("-0.5", "-0.5", "met"),
        ("-0.5", "-0.55", "near"),
        ("-0.5", "-0.56", "worse"),
    ],
)
def test_per_cents_count_by_the_size_of_their_figure_and_of_nought_are_nothing(
    target: str, value: str, level: str
) -> None:
    lines = {"better": TARGET.better_by("10%"), "met": TARGET, "near": TARGET.worse_by("10%")}
    scale = Scale("ours", [Level(each) for each in (*lines, "worse")])
    rule = Rule("rating", lines, otherwise="worse", scale=scale)
    row = ScorecardRow(
        Indicator("R1", "Measure", polarity="higher"), [Observation(Q2, value)], [Target(target)]
    )

    [assessed] = assess(Scorecard("Card", [row]), RuleSet("ours", "Ours", [rule])).rows

    assert assessed.results[0].level == level
    assert rate(value, target=target, polarity="higher", rules=rule).level == level


@pytest.mark.parametrize(("value", "level"), [(40, "amber"), ("39.9", "red")])
def test_twice_an_indicator_s_own_tolerance_is_twice_as_far(value: int | str, level: str) -> None:
    edge = TARGET.worse_by(OwnTolerance(2))
    rule = Rule("rating", {"green": TARGET, "amber": edge}, otherwise="red")
    indicator = Indicator("R1", "Measure", polarity="higher", tolerance="10%")
    row = ScorecardRow(indicator, [Observation(Q2, value)], [Target(50)])

    [assessed] = assess(Scorecard("Card", [row]), RuleSet("ours", "Ours", [rule])).rows

    assert assessed.results[0].level == level


def test_only_the_same_period_of_last_year_is_last_year_s_figure() -> None:
    moved = {"improving": SAME_PERIOD_LAST_YEAR.beyond(), "static": SAME_PERIOD_LAST_YEAR}
    rule = Rule("travel", moved, otherwise="worsening", scale=TRAVEL)
    last_year = Q2.same_period_last_year()
    figures = [
        Observation(last_year, 40),
        Observation(last_year.next(), 60),
        Observation(Q2, 50),
        Observation(last_year.previous(), 70),
    ]
    row = ScorecardRow(Indicator("R1", "Measure", polarity="higher"), figures)

    [assessed] = assess(Scorecard("Card", [row]), RuleSet("ours", "Ours", [rule]), period=Q2).rows

    assert assessed.travel is not None
    assert assessed.travel.level == "improving"
    assert assessed.travel.earlier == 40


def test_what_reaches_no_edge_that_could_be_placed_tells_its_figure_alone() -> None:
    far_better = Rule("rating", {"green": TARGET.better_by(UNSTATED)}, otherwise="red")

    assert rate(40, target=50, polarity="higher", rules=far_better).reason == "Red: 40."
