"""An item whose edge is open is one of the levels that it may have."""

from __future__ import annotations

import pytest

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    assess,
    benchmark,
    measure_share,
    rate,
)
from councilperf.assessment._possible import possible_levels
from councilperf.model import Target
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    UNSTATED,
    Condition,
    Edge,
    Is,
    Rule,
    RuleSet,
    Share,
)

ENGLAND = benchmark("England")
Q1, Q2 = ReportingPeriod.quarter(2025, 1), ReportingPeriod.quarter(2025, 2)
OPEN = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}, otherwise="red")
ARROW = Rule(
    "travel",
    {"improving": PREVIOUS_PERIOD.better_by(UNSTATED), "static": PREVIOUS_PERIOD},
    otherwise="worsening",
    scale=TRAVEL,
)
HAVERING = Rule(
    "rating", {"green": TARGET.worse_by("10%"), "amber": SAME_PERIOD_LAST_YEAR}, otherwise="red"
)
JUDGED = Rule("rating", judged=True)
NO_TARGET = ScorecardRow(Indicator("E1", "Visits", polarity="higher"), [Observation(Q2, 49)])
NO_FIGURE = ScorecardRow(
    Indicator("E1", "Visits", polarity="higher"), [Observation(Q2, None)], [Target(50)]
)
BELOW = ScorecardRow(
    Indicator("E1", "Visits", polarity="higher"),
    [Observation(Q1, 48), Observation(Q2, 49)],
    [Target(50)],
)
FAR_BELOW = ScorecardRow(
    Indicator("E1", "Visits", polarity="higher"), [Observation(Q2, 40)], [Target(50)]
)


@pytest.mark.parametrize(
    ("rule", "row", "condition", "expected"),
    [
        (OPEN, BELOW, Is("rating", ["amber", "red"]), True),
        (OPEN, BELOW, Is("rating", RAG.keys), True),
        (OPEN, BELOW, Is("rating", "red"), False),
        (OPEN, BELOW, Is("rating", ["green", "amber"]), False),
        (OPEN, BELOW, Is("rating", ["amber", "red"], running=2), True),
        (OPEN, BELOW, Is("rating", "unrated"), True),
        (OPEN, BELOW, Is("rating", "edge_unstated"), True),
        (OPEN, NO_TARGET, Is("rating", RAG.keys), False),
        (OPEN, NO_FIGURE, Is("rating", RAG.keys), False),
        (OPEN, NO_FIGURE, Is("rating", "unrated"), True),
        # Nothing was reported before, so that was no report in which it was unrated.
        (OPEN, NO_FIGURE, Is("rating", "unrated", running=2), False),
        (HAVERING, FAR_BELOW, Is("rating", ["amber", "red"]), True),
        (HAVERING, FAR_BELOW, Is("rating", ["green", "amber"]), False),
        (JUDGED, BELOW, Is("rating", RAG.keys), False),
        (ARROW, BELOW, Is("travel", ["improving", "static"]), True),
        (ARROW, BELOW, Is("travel", ["static", "worsening"]), False),
    ],
)
def test_a_condition_holds_where_every_possible_level_meets_it(
    rule: Rule, row: ScorecardRow, condition: Condition, *, expected: bool
) -> None:
    assessment = assess(Scorecard("Test", [row]), RuleSet("ours", "Ours", [rule]), period=Q2)

    measured = measure_share(assessment, Share("met", condition))

    assert (measured.members == 1) is expected


@pytest.mark.parametrize(
    ("edge", "value", "levels"),
    [
        (TARGET.better_by(UNSTATED), 60, {"green", "red"}),
        (TARGET.better_by(UNSTATED), 50, {"red"}),
        (TARGET.worse_by(UNSTATED), 40, {"green", "red"}),
        (TARGET.worse_by(UNSTATED), 50, {"green"}),
        (ENGLAND, 50, set[str]()),
    ],
)
def test_an_allowance_that_nobody_stated_leaves_the_levels_on_both_sides_of_it(
    edge: Edge, value: int, levels: set[str]
) -> None:
    rule = Rule("rating", {"green": edge}, otherwise="red")

    assert possible_levels(rate(value, target=50, polarity="higher", rules=rule)) == levels


def test_a_judged_level_is_the_only_one_possible() -> None:
    row = ScorecardRow(Indicator("A1", "Plan"), stated=[StatedLevel("rating", "Amber")])
    assessment = assess(Scorecard("Test", [row]), RuleSet("ours", "Ours", [JUDGED]), period=Q2)

    assert measure_share(assessment, Share("met", Is("rating", ["amber", "red"]))).members == 1
    assert measure_share(assessment, Share("met", Is("rating", "red"))).members == 0
