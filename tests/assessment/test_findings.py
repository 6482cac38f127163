from __future__ import annotations

from councilperf import (
    TARGET,
    Indicator,
    Observation,
    Range,
    ReportingPeriod,
    Rule,
    RuleSet,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    assess,
    find_shown_differently,
    find_unreachable,
)
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE

Q2 = ReportingPeriod.quarter(2019, 2)


def card(*rows: ScorecardRow) -> Scorecard:
    return Scorecard("Card", rows)


def row(value: object, *targets: Target, polarity: str = "higher") -> ScorecardRow:
    indicator = Indicator("R1", "Measure", polarity=polarity)
    return ScorecardRow(indicator, [Observation(Q2, value)], targets)  # type: ignore[arg-type]


def test_nothing_is_unreachable_where_every_edge_lies_apart() -> None:
    assert find_unreachable(assess(card(row(46, Target(52))), MAIDSTONE)) == ()


def test_an_edge_that_falls_onto_the_one_before_leaves_its_level_unreachable() -> None:
    [found] = find_unreachable(assess(card(row(1, Target(0), polarity="lower")), MAIDSTONE))

    assert (found.reference, found.judgement, found.level) == ("R1", "rating", "amber")


def test_nothing_is_better_than_inside_a_range() -> None:
    better = {"green": TARGET.better_by(1), "amber": TARGET}
    rules = RuleSet("range", "A council", [Rule("rating", better, otherwise="red")])
    scorecard = card(row(50, Target(Range(45, 55)), polarity="range"))

    assert [each.level for each in find_unreachable(assess(scorecard, rules))] == ["green"]


def test_what_is_missing_makes_no_level_unreachable() -> None:
    assert find_unreachable(assess(card(row(46, Target(52))), CHESHIRE_EAST, period=Q2)) == ()
    assert find_unreachable(assess(card(row(46, polarity="none")), MAIDSTONE)) == ()


def test_a_level_that_another_line_gives_is_reachable() -> None:
    lines = {"green": TARGET}
    rules = RuleSet("one", "A council", [Rule("rating", lines, otherwise="green")])

    assert find_unreachable(assess(card(row(46, Target(52))), rules)) == ()


def test_a_judged_level_has_no_edges_to_reach() -> None:
    rules = RuleSet("judged", "A council", [Rule("confidence", judged=True)])
    given = ScorecardRow(
        Indicator("R1", "Measure"),
        [Observation(Q2, 1)],
        stated=[StatedLevel("confidence", "Amber")],
    )

    assert find_unreachable(assess(card(given), rules)) == ()
    assert find_shown_differently(assess(card(given), rules), 0) == ()


def test_a_figure_that_rounds_over_its_edge_is_found() -> None:
    assessment = assess(card(row("74.96", Target(75))), MAIDSTONE)

    [found] = find_shown_differently(assessment, 1)

    assert (found.exact.level, found.shown.level) == ("amber", "green")
    assert find_shown_differently(assessment, 2) == ()
    assert (
        find_shown_differently(assess(card(row(None, Target(75))), MAIDSTONE, period=Q2), 1) == ()
    )
