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


def test_what_reaches_no_edge_that_could_be_placed_tells_its_figure_alone() -> None:
    far_better = Rule("rating", {"green": TARGET.better_by(UNSTATED)}, otherwise="red")

    assert rate(40, target=50, polarity="higher", rules=far_better).reason == "Red: 40."
