"""What changed between two scorecards: everything, once, and nothing else."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from councilperf.assurance import diff
from councilperf.errors import CouncilPerfError
from councilperf.model import (
    Benchmark,
    Indicator,
    Observation,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.strategies._model import scorecards
from councilperf.values import Absence, Mark

Q1, Q2 = (ReportingPeriod.quarter(2019, each) for each in (1, 2))
WON = ScorecardRow(
    Indicator("E1", "Appeals won", unit="%"),
    [Observation(Q1, "58.10", marks=[Mark.PROVISIONAL], note="unaudited")],
    [Target(60, floor=50)],
    benchmarks=[Benchmark("England", 61)],
    stated=[StatedLevel("rating", "Amber")],
    commentary="One appeal was lost.",
)
JUNE = Scorecard("Planning", [WON])


def changes(row: ScorecardRow) -> list[tuple[str, str | None, str | None]]:
    """What `diff` says of the row."""
    return [
        (each.kind.value, each.before, each.after)
        for each in diff(JUNE, Scorecard("Planning", [row]))
    ]


@given(scorecards(0, 100))
def test_a_scorecard_does_not_differ_from_itself(card: Scorecard) -> None:
    assert diff(card, card) == ()


@given(scorecards(0, 100, max_rows=3), scorecards(0, 100, max_rows=3))
def test_nothing_is_found_exactly_where_both_hold_the_same_rows(
    old: Scorecard, new: Scorecard
) -> None:
    def rows(card: Scorecard) -> set[object]:
        return {
            evolve(row, observations=sorted(row.observations, key=lambda each: each.period))
            for row in card.rows
        }

    assert (diff(old, new) == ()) is (rows(old) == rows(new))


@given(scorecards(0, 100, max_rows=4))
def test_the_order_of_rows_is_no_change(card: Scorecard) -> None:
    turned = evolve(card, rows=card.rows[::-1])

    assert diff(card, turned) == ()


@given(scorecards(0, 100, max_rows=3), scorecards(0, 100, max_rows=3))
def test_what_is_added_one_way_is_dropped_the_other(old: Scorecard, new: Scorecard) -> None:
    def references(one: Scorecard, other: Scorecard, kind: str) -> list[tuple[object, ...]]:
        return sorted(
            (each.reference, str(each.period)) for each in diff(one, other) if each.kind == kind
        )

    assert references(old, new, "added") == references(new, old, "dropped")


def test_a_revision_shows_which_vintage_each_figure_is_of() -> None:
    revised = evolve(WON, observations=[Observation(Q1, "59.1", marks=[Mark.REVISED])])

    assert changes(revised) == [("revised", "58.10 [p] (unaudited)", "59.1 [r]")]


def test_the_same_figure_with_other_marks_is_re_marked() -> None:
    settled = evolve(WON, observations=[Observation(Q1, "58.1")])

    assert changes(settled) == [("re_marked", "58.10 [p] (unaudited)", "58.1")]


def test_a_figure_for_another_period_is_added_and_the_old_one_dropped() -> None:
    later = evolve(WON, observations=[Observation(Q2, Absence.NOT_DUE)])

    assert changes(later) == [
        ("dropped", "58.10 [p] (unaudited)", None),
        ("added", None, "not due yet"),
    ]


def test_levels_targets_benchmarks_and_words_are_told_apart() -> None:
    changed = evolve(
        WON,
        targets=[Target(65, basis="annual")],
        stated=(),
        benchmarks=[Benchmark("England", 62)],
        benchmark_text="England 62",
        commentary=None,
    )

    assert changes(changed) == [
        ("retargeted", "aim 60, floor 50", "aim 65, basis annual"),
        ("re_rated", "judgement rating, text Amber", None),
        ("re_benchmarked", "group England, value 61", "group England, value 62"),
        ("re_benchmarked", None, "England 62"),
        ("reworded", "One appeal was lost.", None),
    ]


def test_only_what_differs_in_a_definition_is_shown() -> None:
    redefined = evolve(
        WON, indicator=Indicator("E1", "Appeals won", unit="%", polarity="higher", tags=["new"])
    )

    assert changes(redefined) == [
        (
            "redefined",
            "polarity it is not stated which way is better, tags none",
            "polarity higher, tags new",
        )
    ]


def test_rows_come_and_go() -> None:
    lost = ScorecardRow(Indicator("E2", "Appeals lost"))
    found = diff(JUNE, Scorecard("Planning", [lost]))

    assert [str(each) for each in found] == ["E2 added: Appeals lost", "E1 dropped: Appeals won"]


def test_a_change_is_said_in_one_line() -> None:
    [change] = diff(JUNE, Scorecard("P", [evolve(WON, observations=[Observation(Q1, 60)])]))

    assert str(change) == "E1 revised for Q1 2019-20: 58.10 [p] (unaudited) -> 60"


def test_what_is_no_scorecard_is_refused() -> None:
    with pytest.raises(CouncilPerfError, match="newer"):
        diff(JUNE, None)  # type: ignore[arg-type]
