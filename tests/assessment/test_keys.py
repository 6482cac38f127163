"""Keys: a rule with one item's numbers put in, and what judging by them gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.assessment import (
    Axis,
    Key,
    KeyLine,
    Measure,
    RankedLevel,
    Rating,
    StatedResult,
    Threshold,
    Travel,
    judge,
    key_for,
    rate,
    travel,
)
from councilperf.errors import CouncilPerfError, FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Polarity, Range, Target
from councilperf.presets import MAIDSTONE
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    STRETCH,
    TARGET,
    UNSTATED,
    Edge,
    LastDigit,
    Level,
    Line,
    Percentage,
    Reach,
    Rule,
    RuleSet,
    Scale,
    all_of,
    any_of,
    benchmark,
    constant,
)
from councilperf.values import Absence, Missing

ENGLAND = benchmark("England")
NOT_DUE = Missing("not_due")


ARROWS = RuleSet("ours", "Our council", MAIDSTONE.rules_for("short trend"))


def level(value: object, rule: Rule, **others: object) -> str | None:
    given = {"polarity": "higher", "target": 50, **others}
    return rate(value, rules=rule, **given).level  # type: ignore[arg-type]


def green(reach: Reach) -> Rule:
    return Rule("rating", {"green": reach}, otherwise="red")


# --- what is missing matters only where it could


def test_one_of_any_is_enough_though_another_is_missing() -> None:
    rule = green(any_of(TARGET, ENGLAND))

    assert level(60, rule) == "green"
    assert level(40, rule) is None
    assert level(40, rule, others={ENGLAND: 45}) == "red"


def test_one_of_all_that_is_not_reached_decides_though_another_is_missing() -> None:
    rule = green(all_of(TARGET, ENGLAND))

    assert level(40, rule) == "red"
    assert level(60, rule) is None
    assert level(60, rule, others={ENGLAND: 45}) == "green"


def test_what_could_not_be_reached_anyway_leaves_no_doubt() -> None:
    nested = green(any_of(TARGET, all_of(constant(55), ENGLAND)))

    assert level(40, nested) == "red"
    assert level(52, nested) == "green"


def test_a_missing_edge_between_two_lines_of_one_level_does_not_matter() -> None:
    rule = Rule("rating", {"green": ENGLAND, "amber": TARGET}, otherwise="amber")

    assert level(60, rule) is None
    same = Rule("rating", {"amber": ENGLAND}, otherwise="amber")
    assert level(60, same) == "amber"


@pytest.mark.parametrize(
    ("edge", "levels"),
    [
        (TARGET.worse_by(UNSTATED), [None, "green", "green"]),
        (TARGET.worse_by(UNSTATED).beyond(), [None, None, "green"]),
        (TARGET.better_by(UNSTATED), ["red", "red", None]),
        (TARGET.worse_by(Percentage(5, of=ENGLAND.figure)), [None, "green", "green"]),
    ],
)
def test_an_allowance_that_is_not_stated_matters_on_its_own_side_alone(
    edge: Edge, levels: list[str | None]
) -> None:
    assert [level(each, green(edge)) for each in (49, 50, 51)] == levels


def test_one_of_any_whose_allowance_is_not_stated_makes_nothing_certain() -> None:
    rule = green(any_of(TARGET.better_by(UNSTATED), constant(80)))

    assert [level(each, rule) for each in (50, 60, 80)] == ["red", None, "green"]


def test_every_reason_is_kept_the_most_telling_first() -> None:
    rule = Rule("rating", {"green": STRETCH, "amber": ENGLAND}, otherwise="red")
    rating = rate(NOT_DUE, target=None, polarity="higher", rules=rule)

    assert rating.reasons == (Absence.NOT_DUE, Absence.NO_TARGET, Absence.NO_BENCHMARK)


def test_a_strict_target_is_not_met_by_its_own_figure() -> None:
    assert level(50, green(TARGET), target=Target(50, strict=True)) == "red"
    assert level(50, green(TARGET.worse_by(0)), target=Target(50, strict=True)) == "green"


def test_better_by_nothing_is_no_better() -> None:
    exceeded = green(TARGET.better_by("10%"))

    assert level(0, exceeded, target=0) == "red"
    assert level("0.1", exceeded, target=0) == "green"


def test_negative_figures_count_by_their_size() -> None:
    assert level(-11, green(TARGET.worse_by("10%")), target=-10) == "green"
    assert level("-11.01", green(TARGET.worse_by("10%")), target=-10) == "red"


def test_the_last_digit_is_the_one_that_is_shown() -> None:
    rule = green(TARGET.worse_by(LastDigit()))

    assert level("46.7", rule, target="46.8") == "green"
    assert level("46.6", rule, target="46.8") == "red"
    assert level("46.7", rule, target="47") == "green"


def test_a_range_has_no_last_digit() -> None:
    rule = green(TARGET.worse_by(LastDigit()))

    assert level(50, rule, target=Range(45, 55), polarity="range") == "green"
    assert level(56, rule, target=Range(45, 55), polarity="range") is None


def test_a_float_hits_its_edge() -> None:
    amber = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")

    assert level(46.8, amber, target=52.0) == "amber"


# --- margins and thresholds


def test_the_margin_reaches_to_where_the_level_ends() -> None:
    rule = Rule(
        "rating",
        [*green(TARGET).lines, *green(constant(40)).lines, *green(constant(45)).lines],
        otherwise="red",
    )
    unlimited = Rule("rating", {"green": TARGET}, otherwise="green")

    assert rate(60, target=50, polarity="higher", rules=rule).margin == 20
    assert rate(60, target=50, polarity="higher", rules=unlimited).margin is None
    assert rate(30, target=50, polarity="higher", rules=unlimited).margin is None


def test_a_margin_stops_at_a_line_that_is_in_doubt() -> None:
    lines = [
        *Rule("rating", {"green": TARGET}, otherwise="red").lines,
        *Rule("rating", {"amber": ENGLAND}, otherwise="red").lines,
    ]

    assert (
        rate(60, target=50, polarity="higher", rules=Rule("rating", lines, otherwise="red")).margin
        == 10
    )


FOUR = Scale("four", [Level(each) for each in ("top", "good", "fair", "poor")])


def test_a_line_whose_allowance_is_not_stated_is_passed_over_for_the_next_better() -> None:
    lines = {"top": TARGET.better_by(UNSTATED), "good": TARGET, "fair": constant(40)}
    rule = Rule("rating", lines, otherwise="poor", scale=FOUR)
    rating = rate(45, target=50, polarity="higher", rules=rule)

    assert rating.reason == "Fair: 45 is 5 above 40; good would need 50 or more."


def test_a_line_that_needs_more_than_one_before_it_is_never_the_next_better() -> None:
    lines = {"top": constant(50), "good": constant(55), "fair": constant(45)}
    rule = Rule("rating", lines, otherwise="poor", scale=FOUR)
    rating = rate(40, polarity="higher", rules=rule)

    assert rating.next_better is not None
    assert rating.next_better.level == "fair"
    assert rating.shortfall == 5


def test_a_margin_goes_on_past_a_line_that_needs_more() -> None:
    lines = [Line("top", constant(50)), Line("top", constant(55)), Line("top", constant(45))]
    rule = Rule("rating", lines, otherwise="poor", scale=FOUR)

    assert rate(60, polarity="higher", rules=rule).margin == 15


def test_a_fraction_is_judged_exactly() -> None:
    key = key_for(green(TARGET.worse_by("10%")), target=Fraction(1, 8), polarity="higher")
    rating = judge(Fraction(1, 9), key)

    assert rating.level == "red"
    assert rating.shortfall == Fraction(9, 80) - Fraction(1, 9)


def test_a_rating_has_no_place_without_a_figure_or_a_way_that_is_better() -> None:
    assert rate(None, target=1, polarity="higher", rules=green(TARGET)).place is None
    without = rate(1, target=1, polarity="none", rules=green(TARGET))
    assert (without.place, without.next_better) == (None, None)


# --- what is refused


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: rate(1, polarity="up or down", rules=MAIDSTONE), "polarity"),
        (lambda: rate("n/k", polarity="higher", rules=MAIDSTONE), "value: 'n/k'"),
        (lambda: rate(1, target="n/k", polarity="higher", rules=MAIDSTONE), "target: 'n/k'"),
        (
            lambda: rate(1, polarity="higher", rules=MAIDSTONE, others={ENGLAND: "n/k"}),
            "benchmark: 'n/k'",
        ),
        (lambda: rate(1, polarity="higher", rules="maidstone"), "rules: 'maidstone'"),  # type: ignore[arg-type]
        (lambda: rate(1, polarity="higher", rules=MAIDSTONE, tolerance="5"), "tolerance: '5'"),
        (lambda: rate(1, polarity="higher", rules=MAIDSTONE, unit=" "), "unit"),
        (
            lambda: rate(1, polarity="higher", rules=ARROWS),
            "a rule set with a computed rating rule",
        ),
        (
            lambda: travel(1, previous=1, polarity="higher", rules=green(TARGET)),
            "rules: .*a rule that names an earlier figure",
        ),
        (lambda: rate(dt.datetime(2019, 9, 1), polarity="lower", rules=MAIDSTONE), "value"),  # noqa: DTZ001
        (lambda: RankedLevel(RAG, "blue"), "is called 'blue'"),
        (lambda: RankedLevel("RAG", "blue"), "scale"),  # type: ignore[arg-type]
        (lambda: Axis("higher"), "polarity"),  # type: ignore[arg-type]
        (lambda: Threshold(1, True, TARGET, Decimal(1)), "at"),  # type: ignore[arg-type]
        (lambda: KeyLine("green", 1, None), "certain"),  # type: ignore[arg-type]
        (lambda: Key("rule", None), "rule"),  # type: ignore[arg-type]
        (lambda: Rating(1, key_for(MAIDSTONE, polarity="higher"), 0), "value"),  # type: ignore[arg-type]
        (lambda: Rating(Decimal(1), key_for(MAIDSTONE, polarity="higher"), 7), "decided: 7"),
        (lambda: Travel(Decimal(1), "up", None), "movement"),  # type: ignore[arg-type]
        (lambda: StatedResult("rating", None), "rule"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_rated_is_refused_by_its_field(
    make: Callable[[], object], message: str
) -> None:
    with pytest.raises(CouncilPerfError, match=message):
        make()


def test_a_rule_that_people_judge_computes_nothing() -> None:
    rating = rate(60, target=50, polarity="higher", rules=Rule("rating", judged=True))

    assert rating.reasons == (Absence.NOT_JUDGED,)


def test_a_level_is_ranked_from_the_worst() -> None:
    assert [RankedLevel(RAG, each).rank for each in RAG.keys] == [3, 2, 1]


def test_figures_are_measured_by_what_they_are() -> None:
    def measure(target: object, polarity: str) -> Measure:
        axis = key_for(green(TARGET), target=target, polarity=polarity).axis  # type: ignore[arg-type]
        assert axis is not None
        return axis.measure

    assert measure(50, "higher") is Measure.NUMBER
    assert measure(dt.date(2019, 9, 1), "higher") is Measure.DATE
    assert measure(Range(1, 2), "range") is Measure.DISTANCE
    assert measure(50, "range") is Measure.DISTANCE


def test_dates_are_better_sooner_unless_the_indicator_says_later() -> None:
    polarities = [
        key_for(green(TARGET), target=dt.date(2019, 9, 1), polarity=each).axis
        for each in ("none", "lower", "higher")
    ]

    assert [each.polarity for each in polarities if each is not None] == [
        Polarity.LOWER,
        Polarity.LOWER,
        Polarity.HIGHER,
    ]


def test_another_earlier_figure_may_be_given_beside_the_one_that_is_named() -> None:
    rule = Rule(
        "travel",
        {"green": PREVIOUS_PERIOD.beyond(), "amber": SAME_PERIOD_LAST_YEAR},
        otherwise="red",
    )
    result = travel(
        5, previous=6, polarity="higher", rules=rule, others={SAME_PERIOD_LAST_YEAR: 4}
    )

    assert (result.level, result.movement, result.earlier) == ("amber", "down", Decimal(6))


def test_a_travel_is_from_a_figure() -> None:
    moved = travel(5, previous=4, polarity="higher", rules=ARROWS)

    with pytest.raises(FieldTypeError, match="earlier"):
        Travel(4.0, moved.movement, moved.verdict)  # type: ignore[arg-type]


def test_the_errors_are_of_the_kinds_that_callers_expect() -> None:
    with pytest.raises(FieldTypeError):
        rate(object(), polarity="higher", rules=MAIDSTONE)  # type: ignore[arg-type]
    with pytest.raises(FieldValueError):
        rate("many", polarity="higher", rules=MAIDSTONE)
    with pytest.raises(UnknownNameError):
        MAIDSTONE.scale_of("mood")
