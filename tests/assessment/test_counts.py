"""Tallies, cross-tables, shares, roll-ups and movement since the last report."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from councilperf.assessment import (
    Assessment,
    CrossCount,
    CrossTally,
    LevelChange,
    LevelCount,
    MeasuredShare,
    RollUp,
    Tally,
    UnratedCount,
    assess,
    cross_tally,
    levels_since,
    measure_share,
    rate,
    rate_share,
    roll_up,
    tally,
)
from councilperf.errors import CouncilPerfError, FieldValueError, UnknownNameError
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Target
from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    TARGET,
    TRAVEL,
    Figure,
    Is,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    constant,
)
from councilperf.values import Absence, Rounding

Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
MET = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
ARROW = Rule(
    "travel",
    {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
    otherwise="worsening",
    scale=TRAVEL,
)
GREEN = Share("green", Is("rating", "green"))
HEADLINE = Rule(
    "headline", {"green": constant(50)}, otherwise="red", judges=Figure("share", "green")
)
OURS = RuleSet("ours", "Our council", [MET, ARROW, HEADLINE], shares=[GREEN])


def assessed(*figures: int | None, period: ReportingPeriod = Q2, start: int = 1) -> Assessment:
    rows = [
        ScorecardRow(
            Indicator(f"H{place}", "Homes", polarity="higher"),
            [Observation(Q1, 44), Observation(Q2, figure)],
            [Target(50)],
        )
        for place, figure in enumerate(figures, start=start)
    ]
    return assess(Scorecard("Homes", rows), OURS, period=period)


def test_a_tally_keeps_noughts_and_counts_the_unrated_by_reason() -> None:
    counts = assessed(50, 46, None).tally("rating")

    assert [(each.level, each.count) for each in counts.levels] == [
        ("green", 1),
        ("amber", 1),
        ("red", 0),
    ]
    assert counts.unrated == (UnratedCount(Absence.NO_DATA, 1),)
    assert (counts.total, counts.rated) == (3, 2)


def test_a_level_that_is_not_rated_is_left_out_of_the_rated() -> None:
    scale = Scale("ours", [*RAG.levels, Level("complete", rated=False)])
    counts = Tally.of(scale, green=3, complete=2)

    assert (counts.total, counts.rated) == (5, 3)
    assert counts.share_of_all("complete") == Fraction(2, 5)


def test_nothing_has_no_share() -> None:
    empty = Tally.of(RAG)

    assert empty.share_of_all("green") is None
    assert empty.share_of_rated("green") is None


def test_several_levels_share_together() -> None:
    assert Tally.of(RAG, green=1, amber=1, red=2).share_of_rated("green", "amber") == Fraction(
        1, 2
    )


def test_the_unrated_are_printed_by_class() -> None:
    scale = Scale("ours", RAG.levels, unrated=[PrintedClass("Data only", {"data_only"})])
    counts = Tally.of(scale, unrated={"data_only": 2, "no_data": 1, "not_due": 1})

    assert counts.printed_unrated() == (("Data only", 2), ("n/a", 2))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Tally.of(RAG, blue=1), "is called 'blue'; there are 'green'"),
        (lambda: Tally.of(RAG, green=-1), "count: -1"),
        (lambda: Tally(RAG, [LevelCount("green", 1)]), r"levels: \('green',\).*in order"),
        (
            lambda: Tally(
                RAG,
                [LevelCount(each, 0) for each in RAG.keys],
                [UnratedCount(Absence.NO_DATA, 1), UnratedCount(Absence.NO_DATA, 2)],
            ),
            "unrated: .*one count for each reason",
        ),
        (lambda: Tally.of(RAG, green=1)["blue"], "is called 'blue'"),
        (lambda: Tally("RAG", []), "scale: 'RAG'"),  # type: ignore[arg-type]
        (lambda: UnratedCount("no_data", 1), "reason: 'no_data'"),  # type: ignore[arg-type]
        (lambda: CrossCount("red", "", 1), "second"),
        (lambda: CrossTally(RAG, "travel", []), "second: 'travel'"),  # type: ignore[arg-type]
        (lambda: MeasuredShare(GREEN, 3, 2), "members: 3 .*from 0 to 2"),
        (lambda: MeasuredShare(GREEN, 0, -1), "base: -1"),
        (lambda: LevelChange("H1", "red", "green", "sideways"), "since: 'sideways'"),
        (lambda: RollUp(RAG, "worst", "leave_out", "blue"), "is called 'blue'"),
        (lambda: RollUp(RAG, "median", "leave_out", "red"), "strategy: 'median' .*worst"),  # type: ignore[arg-type]
        (lambda: RollUp(RAG, "worst", "guess", "red"), "missing: 'guess' .*leave_out"),  # type: ignore[arg-type]
    ],
)
def test_counts_that_cannot_be_are_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(CouncilPerfError, match=message):
        make()


def test_a_level_of_another_scale_cannot_be_tallied() -> None:
    with pytest.raises(UnknownNameError, match="no level of the scale 'direction of travel'"):
        tally([rate(60, target=50, polarity="higher", rules=MET)], TRAVEL)


def test_a_cross_table_has_every_pair_with_noughts_and_the_unrated_last() -> None:
    both = cross_tally(assessed(50, 40, None), "rating", "travel")

    assert both.count("green", "improving") == both.count("red", "worsening") == 1
    assert both.count(None, None) == 1
    assert both.count("amber", "static") == 0
    assert len(both.counts) == 16
    assert (both.counts[0].first, both.counts[-1].first) == ("green", None)
    with pytest.raises(UnknownNameError, match="mood"):
        cross_tally(assessed(50), "rating", "mood")


@pytest.mark.parametrize(
    ("members", "base", "share", "printed"),
    [
        (16, 38, GREEN, "green: 42% (16 of 38)"),
        (42, 80, GREEN, "green: 53% (42 of 80)"),
        (1, 3, Share("a", Is("rating", "red"), decimals=1), "a: 33.3% (1 of 3)"),
        (
            1,
            200,
            Share("a", Is("rating", "red"), says_less_than_one=True),
            "a: less than 1% (1 of 200)",
        ),
        (0, 200, Share("a", Is("rating", "red"), says_less_than_one=True), "a: 0% (0 of 200)"),
        (1, 2, Share("a", Is("rating", "red"), rounding=Rounding.TRUNCATE), "a: 50% (1 of 2)"),
        (0, 0, GREEN, "green: no percentage (0 of 0)"),
    ],
)
def test_a_share_prints_as_its_rule_set_says(
    members: int, base: int, share: Share, printed: str
) -> None:
    measured = MeasuredShare(share, members, base)

    assert str(measured) == printed
    assert (measured.shown is None) is (base == 0)


def test_a_share_has_a_base_of_its_own() -> None:
    assessment = assessed(50, 40, None)
    of_rated = Share("rated", Is("rating", "green"), over=~Is("rating", "unrated"))

    assert measure_share(assessment, of_rated).percentage == 50
    assert measure_share(assessment, "green").shown == 33
    with pytest.raises(UnknownNameError, match="no share is called 'red'; there are 'green'"):
        measure_share(assessment, "red")


def test_a_share_is_rated_like_any_figure() -> None:
    assert rate_share(assessed(50, 40), "green").level == "green"
    assert rate_share(assessed(50, 40, 40), "green").level == "red"
    assert rate_share(assessed(), "green").reasons == (Absence.NO_DATA,)
    with pytest.raises(
        UnknownNameError, match="no judged share is called 'red'; there are 'green'"
    ):
        rate_share(assessed(50), "red")


def test_since_the_last_report_each_item_is_accounted_for() -> None:
    last = assessed(40, 50, 46, None, 44, 50)
    this = assessed(50, 40, 46, 50, None, start=1)
    added = assess(
        Scorecard("Homes", [*this.scorecard.rows, *assessed(50, start=9).scorecard.rows]),
        OURS,
        period=Q2,
    )

    assert [str(each) for each in levels_since(last, added)] == [
        "H1: red, now green (better)",
        "H2: green, now red (worse)",
        "H3: amber, now amber (same)",
        "H4: not rated, now green (newly rated)",
        "H5: red, now not rated (no longer rated)",
        "H9: not rated, now green (added)",
        "H6: green, now not rated (dropped)",
    ]


@pytest.mark.parametrize(
    ("strategy", "figures", "level"),
    [
        ("worst", (60, 46, 60), "amber"),
        ("best", (10, 46, 10), "amber"),
        ("majority", (60, 60, 10), "green"),
        ("majority", (60, 46, 10), None),
        ("majority", (60, 10), None),
        ("worst", (), None),
    ],
)
def test_a_roll_up_takes_the_level_that_its_strategy_names(
    strategy: str, figures: tuple[int, ...], level: str | None
) -> None:
    items = {
        str(place): rate(each, target=50, polarity="higher", rules=MET)
        for place, each in enumerate(figures)
    }
    rolled = roll_up(items, RAG, strategy=strategy, missing="leave_out")  # type: ignore[arg-type]

    assert rolled.level == level
    assert bool(rolled.reasons) is (level is None)


ITEMS = {
    name: rate(value, target=50, polarity="higher", rules=MET)
    for name, value in {"a": 60, "b": 46, "c": 10}.items()
}


@pytest.mark.parametrize(
    ("weights", "level"),
    [
        ((1, 1, 1), "amber"),
        ((2, 0, 0), "green"),
        ((3, 1, 0), "green"),
        ((1, 1, 0), "amber"),
        ((0, 1, "1.0"), "red"),
        ((0, 0, 0), None),
    ],
)
def test_a_weighted_roll_up_goes_to_the_nearest_level_the_worse_of_two(
    weights: tuple[object, ...], level: str | None
) -> None:
    by_name = dict(zip(ITEMS, weights, strict=True))
    rolled = roll_up(ITEMS, RAG, strategy="weighted", missing="leave_out", weights=by_name)  # type: ignore[arg-type]

    assert rolled.level == level


@pytest.mark.parametrize(
    ("strategy", "weights", "message"),
    [
        ("worst", {"a": 1, "b": 1, "c": 1}, "none: only the weighted strategy"),
        ("weighted", None, "a weight for each of"),
        ("weighted", {"a": 1}, "a weight for each of"),
        ("weighted", {"a": 1, "b": 1, "c": -1}, "weights of 0 or more"),
        ("weighted", {"a": 1, "b": 1, "c": "x"}, "weights: 'x'"),
    ],
)
def test_weights_fit_the_items_and_the_strategy(
    strategy: str, weights: dict[str, object] | None, message: str
) -> None:
    with pytest.raises(FieldValueError, match=message):
        roll_up(ITEMS, RAG, strategy=strategy, missing="leave_out", weights=weights)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("policy", "level", "left_out"),
    [
        ("leave_out", "green", ("b",)),
        ("leave_unrated", None, ("b",)),
        ("count_as_worst", "red", ()),
    ],
)
def test_what_has_no_level_is_treated_as_asked(
    policy: str, level: str | None, left_out: tuple[str, ...]
) -> None:
    items = {
        name: rate(value, target=50, polarity="higher", rules=MET)
        for name, value in {"a": 60, "b": None}.items()
    }
    rolled = roll_up(items, RAG, strategy="worst", missing=policy)  # type: ignore[arg-type]

    assert (rolled.level, rolled.left_out) == (level, left_out)


def test_a_level_that_is_not_on_the_scale_cannot_be_rolled_up() -> None:
    with pytest.raises(UnknownNameError, match="green"):
        roll_up(ITEMS, TRAVEL, strategy="worst", missing="count_as_worst")
