"""Presets hold what their sources say, and rate as they say it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import councilperf.presets as presets_room
from councilperf import Absence, judge, key_for, rate, travel
from councilperf.errors import UnknownNameError
from councilperf.presets import (
    ANGLESEY,
    BELFAST,
    BRACKNELL_FOREST_5_10,
    BUCKINGHAMSHIRE,
    CHORLEY_2019,
    CORNWALL_2016,
    DURHAM_2008,
    EAST_RIDING,
    HAVERING_2013,
    HAVERING_2014,
    HAVERING_2017,
    MAIDSTONE,
    MAIDSTONE_2016,
    MEDWAY_2010,
    MIDDLESBROUGH,
    NORTHUMBERLAND,
    PLYMOUTH,
    PRESETS,
    ST_HELENS,
    STIRLING,
    TOWER_HAMLETS_2019,
    find_preset,
)
from councilperf.rules import (
    BEST_POSSIBLE,
    FLOOR,
    SAME_PERIOD_LAST_YEAR,
    FigureKind,
    Rule,
    RuleSet,
    UnstatedAllowance,
    benchmark,
    changes_between,
    edges_of,
)

COMPUTED = [
    pytest.param(rule, id=f"{preset.name}: {rule.judgement}")
    for preset in PRESETS
    for rule in preset.rules
    if not rule.judged
]


def test_presets_stand_in_the_order_of_their_names_each_once() -> None:
    names = [each.name for each in PRESETS]

    assert names == sorted(set(names))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: each.name)
def test_a_preset_is_the_constant_of_its_name(preset: RuleSet) -> None:
    assert getattr(presets_room, preset.name.upper().replace("-", "_")) is preset
    assert find_preset(preset.name) is preset


def test_a_name_that_no_preset_has_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="maidstone"):
        find_preset("maidstoen")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: each.name)
def test_a_preset_names_its_source(preset: RuleSet) -> None:
    assert preset.sources
    assert all(each.address or each.date or each.document for each in preset.sources)


def test_versions_of_one_council_do_not_overlap_unless_one_states_the_same_rating() -> None:
    overlapping = {
        (one.name, other.name)
        for one in PRESETS
        for other in PRESETS
        if one.name < other.name and one.council == other.council
        if one.validity.last is None or other.validity.last is None
        if one.validity.first and other.validity.first
        if all(
            each.validity.covers(later.validity.first)
            for each, later in ((one, other), (other, one))
            if later.validity.first
        )
    }

    assert overlapping == {("maidstone", "maidstone-2016")}


def figure_for(kind: FigureKind) -> int:
    """A different number for each figure, so that no two edges fall together by chance."""
    numbers = {FigureKind.FLOOR: 80, FigureKind.BEST_POSSIBLE: 150}
    return numbers.get(kind, 70 if kind.is_earlier else 100)


@pytest.mark.parametrize("rule", COMPUTED)
def test_every_level_of_a_rule_is_reached_and_better_never_rates_worse(rule: Rule) -> None:
    edges = [edge for line in rule.lines for edge in edges_of(line.reach)]
    others: dict[Any, Any] = {
        edge.figure: figure_for(edge.figure.kind)
        for edge in edges
        if edge.figure.kind is not FigureKind.CONSTANT
    }
    key = key_for(rule, polarity="higher", tolerance="10%", others=others)
    rated = [judge(Decimal(twice) / 2, key).level for twice in range(80, 320)]
    levels = [each for each in rated if each is not None]
    order = [rule.scale.keys.index(each) for each in levels]

    assert order == sorted(order, reverse=True)
    if not any(isinstance(edge.by, UnstatedAllowance) for edge in edges):
        assert None not in rated
        assert set(levels) == set(rule.levels)


@pytest.mark.parametrize(
    ("preset", "value", "expected"),
    [
        (MAIDSTONE, 50, "green"),
        (MAIDSTONE, 45, "amber"),
        (MAIDSTONE, "44.9", "red"),
        (BUCKINGHAMSHIRE, "47.5", "amber"),
        (BUCKINGHAMSHIRE, "47.4", "red"),
        (ST_HELENS, "47.5", "amber"),
        (PLYMOUTH, "42.5", "amber"),
        (PLYMOUTH, "42.4", "red"),
        (BELFAST, "49.5", "on_target_or_exceeded"),
        (BELFAST, "49.4", "slightly_adrift"),
        (BELFAST, "47.5", "adrift"),
        (CHORLEY_2019, "47.5", "within_5%_threshold"),
        (BRACKNELL_FOREST_5_10, "47.5", "green"),
        (BRACKNELL_FOREST_5_10, "45", "amber"),
        (DURHAM_2008, "55", "on_target"),
        (DURHAM_2008, "55.1", "better_than_target_>10%"),
        (DURHAM_2008, "49.9", "worse_than_target"),
        (ANGLESEY, "47.5", "yellow"),
        (ANGLESEY, "47.4", None),
    ],
    ids=lambda each: getattr(each, "name", str(each)),
)
def test_a_figure_at_an_edge_is_rated_as_the_paper_says(
    preset: RuleSet, value: int | str, expected: str | None
) -> None:
    assert rate(value, target=50, polarity="higher", rules=preset).level == expected


@pytest.mark.parametrize(
    ("value", "last_year", "expected"),
    [(45, 60, "green"), (44, 44, "amber"), (44, 43, "amber"), (44, 45, "red"), (44, None, None)],
)
def test_havering_lets_direction_decide_beyond_the_tolerance(
    value: int, last_year: int | None, expected: str | None
) -> None:
    rating = rate(
        value,
        target=50,
        polarity="higher",
        rules=HAVERING_2013,
        others={SAME_PERIOD_LAST_YEAR: last_year},
    )

    assert rating.level == expected


@pytest.mark.parametrize("preset", [STIRLING, TOWER_HAMLETS_2019], ids=lambda each: each.name)
def test_a_figure_at_the_second_published_value_is_amber(preset: RuleSet) -> None:
    levels = [
        rate(each, target=50, polarity="higher", rules=preset, others={FLOOR: 40}).level
        for each in (50, 40, "39.9")
    ]

    assert levels == ["green", "amber", "red"]


@pytest.mark.parametrize(
    ("value", "expected"), [(55, "circle"), (56, "star"), (45, "circle"), (44, "triangle")]
)
def test_the_circle_of_east_riding_straddles_the_target(value: int, expected: str) -> None:
    rating = rate(value, target=50, polarity="higher", rules=EAST_RIDING, tolerance="5 points")

    assert rating.level == expected


def test_each_measure_of_medway_brings_its_own_limits() -> None:
    def level(tolerance: str | None) -> str | None:
        return rate(48, target=50, polarity="higher", rules=MEDWAY_2010, tolerance=tolerance).level

    assert level("2 points") == "below_target_within_acceptable_variance"
    assert level("2%") == "below_target_outside_acceptable_variance"
    assert level(None) is None


def test_cornwall_rates_against_target_and_against_the_national_average() -> None:
    [against_average] = CORNWALL_2016.rules_for("benchmark")
    national: dict[Any, Any] = {benchmark("national average"): 60}

    assert rate(61, polarity="higher", rules=against_average, others=national).level == "green"
    assert rate(60, polarity="higher", rules=against_average, others=national).level == "amber"
    assert rate(70, target=65, polarity="higher", rules=CORNWALL_2016).level == "green"


def test_east_sussex_counts_staying_at_the_maximum_as_improved() -> None:
    [moved] = [each for each in find_preset("east-sussex").rules if each.scale.travel]
    at_most = travel(
        100, previous=100, polarity="higher", rules=moved, others={BEST_POSSIBLE: 100}
    )
    below = travel(99, previous=99, polarity="higher", rules=moved, others={BEST_POSSIBLE: 100})

    assert (at_most.level, below.level) == ("improved_or_at_maximum", "no_change")


def test_northumberland_colours_an_unchanged_figure_green() -> None:
    assert travel(772, previous=772, polarity="higher", rules=NORTHUMBERLAND).level == "green"
    assert travel(60, previous=59, polarity="lower", rules=NORTHUMBERLAND).level == "red"


def test_middlesbrough_prints_why_nothing_is_rated() -> None:
    assert rate(None, target=5, polarity="higher", rules=MIDDLESBROUGH).label == "?"
    assert rate(5, target=None, polarity="higher", rules=MIDDLESBROUGH).label == "N/A"


def test_an_unstated_edge_leaves_open_only_what_it_would_decide() -> None:
    on_track = rate(50, target=50, polarity="higher", rules=HAVERING_2017)
    below = rate(49, target=50, polarity="higher", rules=HAVERING_2017)

    assert on_track.level == "on_track"
    assert below.reasons == (Absence.EDGE_UNSTATED,)


def test_the_keys_of_havering_are_one_chain_of_changes() -> None:
    changes = changes_between(HAVERING_2013, HAVERING_2014)

    assert changes.apply(HAVERING_2013) == HAVERING_2014
    assert HAVERING_2013.rules_for("rating") == HAVERING_2014.rules_for("rating")
    assert "short-term travel" in str(changes)


def test_both_keys_of_maidstone_rate_alike() -> None:
    for value in (50, 45, "44.9"):
        ratings = [
            rate(value, target=50, polarity="higher", rules=each).level
            for each in (MAIDSTONE, MAIDSTONE_2016)
        ]
        assert ratings[0] == ratings[1]
