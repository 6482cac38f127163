"""What is published, held against the rules."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from attrs import evolve

from councilperf.assessment import Assessment, assess
from councilperf.assurance import STANDARD_CHECKS, check, check_by_rules, choose_checks, reconcile
from councilperf.errors import CouncilPerfError
from councilperf.model import (
    Appendix,
    Committee,
    Indicator,
    Meeting,
    Observation,
    Report,
    Scorecard,
    ScorecardRow,
    StatedCount,
    StatedLevel,
    StatedTally,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.presets import MAIDSTONE
from councilperf.values import Absence

Q1, Q2 = (ReportingPeriod.quarter(2019, each) for each in (1, 2))


def row(reference: str, value: int, printed: str, reason: str | None = None) -> ScorecardRow:
    """An indicator with a target of 45, higher being better."""
    return ScorecardRow(
        Indicator(reference, "Homes delivered", polarity="higher"),
        [Observation(Q1, 40), Observation(Q2, value)],
        [Target(45)],
        stated=[StatedLevel("rating", printed, reason=reason)],
    )


CARD = Scorecard("Housing", [row("H1", 46, "Green"), row("H2", 42, "Amber"), row("H3", 9, "Red")])
MEETING = Meeting(Committee("Committee", "Maidstone Borough Council"), dt.date(2019, 11, 5))


def counts(green: int, amber: int, red: int, **more: object) -> StatedTally:
    """A summary row of ratings."""
    return StatedTally(
        "rating",
        [StatedCount("Green", green), StatedCount("Amber", amber), StatedCount("Red", red)],
        **more,  # type: ignore[arg-type]
    )


def mismatches(card: Scorecard, *tallies: StatedTally) -> list[tuple[str, str, str]]:
    """What does not agree in a paper with one scorecard."""
    paper = Report(MEETING, "Performance", Q2, scorecards=[card], tallies=tallies)
    return [(each.item, each.published, each.computed) for each in reconcile(paper, done(card))]


def done(card: Scorecard) -> Assessment:
    """The scorecard, assessed."""
    return assess(card, MAIDSTONE, period=Q2)


def test_what_follows_from_the_rules_is_no_mismatch() -> None:
    assert mismatches(CARD, counts(1, 1, 1, total=3)) == []


def test_a_colour_that_the_rules_do_not_give_comes_with_both_reasons() -> None:
    card = evolve(CARD, rows=[row("H1", 42, "Green", reason="expected by year end")])
    paper = Report(MEETING, "Performance", Q2, scorecards=[card])

    [found] = reconcile(paper, done(card))

    assert found.published_reason == "expected by year end"
    assert "42 is 3 below the target of 45" in found.computed_reason
    assert str(found).startswith(
        "H1: rating is published as Green (expected by year end) and computed as Amber (Amber: 42"
    )


def test_an_arrow_is_held_against_the_rules_too() -> None:
    arrow = StatedLevel("short trend", "Declined")
    card = evolve(CARD, rows=[evolve(row("H1", 46, "Green"), stated=[arrow])])

    [(item, published, _)] = mismatches(card)

    assert (item, published) == ("H1", "Declined")


def test_a_wrong_count_names_the_rows_that_count() -> None:
    paper = Report(
        MEETING, "Performance", Q2, scorecards=[CARD], tallies=[counts(2, 0, 1, total=4)]
    )

    found = reconcile(paper, done(CARD))

    assert [(each.item, each.published, each.computed) for each in found] == [
        ("tallies[0].counts[0].count", "2 Green", "1 Green"),
        ("tallies[0].counts[1].count", "0 Amber", "1 Amber"),
        ("tallies[0].total", "4", "3"),
    ]
    assert [each.computed_reason for each in found] == ["H1", "H2", "'Housing' has 3 rows"]


def test_a_level_that_no_row_has_says_so() -> None:
    tally = StatedTally("rating", [StatedCount("Blue", 1), StatedCount("n/a", 1)])
    paper = Report(MEETING, "Performance", Q2, scorecards=[CARD], tallies=[tally])

    assert [each.computed_reason for each in reconcile(paper, done(CARD))] == [
        "no row is Blue",
        "no row is n/a",
    ]


def test_the_unrated_are_counted_under_the_words_that_are_printed() -> None:
    data_only = ScorecardRow(
        Indicator("H4", "Population", polarity="none"), [Observation(Q2, 170000)]
    )
    card = evolve(CARD, rows=[*CARD.rows, data_only])
    label = done(card).tally("rating").printed_unrated()[0][0]
    tally = StatedTally("rating", [StatedCount(label.upper(), 1)], total=4)

    assert mismatches(card, tally) == []


@pytest.mark.parametrize(
    ("base", "percentage", "computed"),
    [
        (None, "33", None),
        (None, "33.3", None),
        (None, "34", "33%"),
        ("of all", "33.34", "33.33%"),
        ("of those rated", "33", None),
        ("of those with a target", "99", None),
    ],
)
def test_a_percentage_is_held_against_the_base_that_is_stated(
    base: str | None, percentage: str, computed: str | None
) -> None:
    tally = StatedTally("rating", [StatedCount("Red", 1, percentage=percentage)], base=base)

    found = [each[2] for each in mismatches(CARD, tally)]

    assert found == ([] if computed is None else [computed])


def test_counts_that_are_withheld_and_judgements_of_other_rules_are_passed_over() -> None:
    withheld = StatedTally("rating", [StatedCount("Green", Absence.WITHHELD)])
    other = StatedTally("confidence", [StatedCount("High", 9)], total=9)

    assert mismatches(CARD, withheld, other) == []


def test_of_several_scorecards_it_is_not_known_which_a_table_counts() -> None:
    paper = Report(
        MEETING,
        "Performance",
        Q2,
        scorecards=[CARD],
        appendices=[Appendix("1", "More", scorecards=[Scorecard("More", [])])],
        tallies=[counts(9, 9, 9, total=27)],
    )

    assert reconcile(paper, done(CARD)) == ()


@pytest.mark.parametrize("cards", [(), (Scorecard("Other", []),)])
def test_an_assessment_of_another_scorecard_is_refused(cards: tuple[Scorecard, ...]) -> None:
    paper = Report(MEETING, "Performance", Q2, scorecards=cards)

    with pytest.raises(CouncilPerfError, match="an assessment of one of the report's scorecards"):
        reconcile(paper, done(CARD))


def test_the_check_by_rules_finds_each_mismatch_at_its_place() -> None:
    card = evolve(CARD, rows=[row("H1", 46, "Green"), row("H2", 42, "Green")])
    paper = Report(MEETING, "Performance", Q2, scorecards=[card], tallies=[counts(2, 0, 0)])
    by_rules = check_by_rules([done(card)], severity="warning")

    found = [(each.severity.value, each.code, each.path) for each in check(paper, [by_rules])]

    assert found == [
        ("warning", "not-by-rules", "scorecards[0].rows[1]"),
        ("warning", "not-by-rules", "tallies[0].counts[0].count"),
        ("warning", "not-by-rules", "tallies[0].counts[1].count"),
    ]


def test_the_check_by_rules_stands_beside_the_others_and_travels() -> None:
    checks = choose_checks(STANDARD_CHECKS, extra=[check_by_rules([done(CARD)])])
    paper = Report(MEETING, "Performance", Q2, scorecards=[CARD])

    assert pickle.loads(pickle.dumps(checks)) == checks  # noqa: S301 (our own bytes)
    assert "not-by-rules" not in {each.code for each in check(paper, checks)}


def test_an_assessment_of_another_scorecard_is_not_checked() -> None:
    paper = Report(MEETING, "Performance", Q2)

    assert check(paper, [check_by_rules([done(CARD)])]) == ()


def test_the_check_by_rules_wants_assessments() -> None:
    with pytest.raises(CouncilPerfError, match="assessments"):
        check_by_rules([CARD])  # type: ignore[list-item]
