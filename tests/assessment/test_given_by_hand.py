"""What `rate` and `travel` make of figures given by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf import Target, rate, travel
from councilperf.errors import FieldValueError
from councilperf.rules import (
    ANNUAL_TARGET,
    FLOOR,
    PREVIOUS_PERIOD,
    PROFILED_TARGET,
    STRETCH,
    TARGET,
    TRAVEL,
    Edge,
    Is,
    Rule,
    RuleSet,
)
from councilperf.values import Absence, Missing


def met(edge: Edge, serves: Is | None = None) -> Rule:
    return Rule("rating", {"green": edge}, otherwise="red", serves=serves)


@pytest.mark.parametrize("edge", [TARGET, ANNUAL_TARGET, PROFILED_TARGET])
def test_the_target_stands_for_the_one_that_the_rule_names(edge: Edge) -> None:
    assert rate(50, target=50, polarity="higher", rules=met(edge)).level == "green"
    assert rate(49, target=Target(50), polarity="higher", rules=met(edge)).level == "red"


def test_a_target_stands_for_none_of_several_kinds_that_a_rule_names() -> None:
    rule = Rule("rating", {"green": ANNUAL_TARGET, "amber": PROFILED_TARGET}, otherwise="red")

    unclear = rate(50, target=50, polarity="higher", rules=rule)
    by_name = rate(
        50, polarity="higher", rules=rule, others={ANNUAL_TARGET: 60, PROFILED_TARGET: 45}
    )

    assert unclear.reasons == (Absence.NO_TARGET,)
    assert by_name.level == "amber"


def test_what_stands_beside_a_target_is_given_with_it() -> None:
    rule = Rule("rating", {"green": STRETCH, "amber": FLOOR}, otherwise="red")
    target = Target(50, floor=40, stretch=60)

    levels = [rate(each, target=target, polarity="higher", rules=rule).level for each in (60, 40)]

    assert levels == ["green", "amber"]


def test_a_figure_given_by_name_stands_before_what_a_target_holds() -> None:
    rule = Rule("rating", {"green": TARGET, "amber": FLOOR}, otherwise="red")
    rating = rate(
        40, target=Target(50, floor=45), polarity="higher", rules=rule, others={FLOOR: 30}
    )

    assert rating.level == "amber"


def test_the_rule_that_serves_a_plain_indicator_of_its_polarity_is_used() -> None:
    rules = RuleSet(
        "ours",
        "Our council",
        [
            met(FLOOR, serves=Is("tag", "tracker")),
            met(STRETCH, serves=Is("kind", "project")),
            met(PROFILED_TARGET, serves=Is("polarity", "lower")),
            met(TARGET, serves=Is("kind", "indicator")),
        ],
    )

    higher = rate(50, target=50, polarity="higher", rules=rules)
    lower = rate(50, target=50, polarity="lower", rules=rules)

    assert higher.rule.lines[0].reach == TARGET
    assert lower.rule.lines[0].reach == PROFILED_TARGET


@pytest.mark.parametrize("condition", [Is("stage", "outturn"), Is("tag", "tracker")])
def test_a_set_whose_rules_need_to_know_more_is_refused(condition: Is) -> None:
    rules = RuleSet("ours", "Our council", [met(TARGET, serves=condition)])

    with pytest.raises(FieldValueError, match="the Rule itself"):
        rate(50, target=50, polarity="higher", rules=rules)


def test_a_judgement_is_no_part_of_what_rate_knows() -> None:
    moved = Rule(
        "travel",
        {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
        otherwise="worsening",
        scale=TRAVEL,
        serves=Is("frequency", "annual"),
    )
    rules = RuleSet("ours", "Our council", [moved])

    with pytest.raises(FieldValueError, match="direction of travel"):
        travel(5, previous=4, polarity="higher", rules=rules)
    assert travel(5, previous=4, polarity="higher", rules=moved).level == "improving"


def test_a_number_and_a_date_do_not_move_from_one_to_the_other() -> None:
    rule = Rule("travel", {"improving": PREVIOUS_PERIOD}, otherwise="worsening", scale=TRAVEL)
    day = dt.date(2024, 3, 31)

    from_day = travel(12, previous=day, polarity="lower", rules=rule)
    to_day = travel(day, previous=12, polarity="lower", rules=rule)

    assert from_day.movement == to_day.movement == Missing(Absence.NOT_COMPARABLE)
    assert from_day.change is to_day.change is None
    assert from_day.percentage_change is to_day.percentage_change is None


def test_a_percentage_change_is_of_the_earlier_figure() -> None:
    rule = Rule("travel", {"improving": PREVIOUS_PERIOD}, otherwise="worsening", scale=TRAVEL)

    moved = travel(45, previous=60, polarity="lower", rules=rule)

    assert moved.percentage_change == -25
