"""The strategies that are shipped for numbers, scorecards, rules and assessments."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import TypeVar

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from councilperf.assessment import Assessment
from councilperf.errors import CouncilPerfError
from councilperf.model import Polarity, Scorecard, Target
from councilperf.periods import ReportingPeriod
from councilperf.rules import AllOf, Amount, FigureKind, Is, Rule, Scale, Widest
from councilperf.strategies import (
    STRATEGIES,
    allowances,
    assessments,
    charts,
    comparator_groups,
    conditions,
    count_tables,
    exact_numbers,
    figures,
    group_figures,
    indicators,
    missing_figures,
    pages,
    plain_tables,
    ranges,
    ratings,
    reaches,
    rules,
    scales,
    scorecard_rows,
    scorecards,
    tallies,
    targets,
    tolerances,
)
from councilperf.values import Missing, shown_decimals

Q2 = ReportingPeriod.quarter(2019, 2)


T = TypeVar("T")

#: A case of the conformance suite is read, not made up.
ROOMS = """
    periods values model rules assessment benchmarking spc assurance presets tables formats render
""".split()


def some(strategy: st.SearchStrategy[T], count: int = 5) -> list[T]:
    made: list[T] = []

    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(strategy)
    def keep(value: T) -> None:
        made.append(value)

    keep()
    return made


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_a_type_alone_makes_its_values(kind: type) -> None:
    values: list[object] = some(st.from_type(kind))

    assert {type(each) for each in values} == {kind}


def test_every_public_type_has_a_strategy() -> None:
    rooms = [import_module(f"councilperf.{each}") for each in ROOMS]
    offered = [getattr(room, name) for room in rooms for name in room.__all__]
    values = {each for each in offered if isinstance(each, type) and attrs.has(each)}

    assert values - STRATEGIES.keys() == set()


@pytest.mark.parametrize(
    "first",
    [
        "hypothesis",
        "councilperf",
        "councilperf.strategies",
        "councilperf.formats",
        "councilperf.spc",
    ],
)
def test_a_type_alone_makes_its_values_whatever_is_imported_first(first: str) -> None:
    code = (
        f"import {first}\n"
        "from hypothesis import strategies as st\n"
        "from councilperf import Rating, Scorecard, XmrChart, Table\n"
        "for kind in (Rating, Scorecard, XmrChart, Table): st.from_type(kind).validate()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@given(exact_numbers("-0.5", "1.25", decimals=3))
def test_numbers_keep_to_their_bounds_and_decimals(number: Decimal) -> None:
    assert Decimal("-0.5") <= number <= Decimal("1.25")
    assert shown_decimals(number) <= 3


def test_numbers_shrink_to_a_plain_nought() -> None:
    found = find(exact_numbers(), lambda _: True, settings=settings(database=None))

    assert str(found) == "0"


@given(st.data())
def test_what_is_made_for_a_period_is_for_it_and_those_around(data: st.DataObject) -> None:
    card = data.draw(scorecards(period=Q2, max_rows=2, numbers_only=True))

    assert len(card.rows) <= 2
    assert all(each.start.year in {2018, 2019} for each in card.periods())
    for row in card.rows:
        for each in row.observations:
            assert isinstance(each.value, Decimal | Missing)
        for target in row.targets:
            assert isinstance(target.aim, Decimal)


@given(scorecard_rows(period=ReportingPeriod.year_to_date(Q2)))
def test_a_period_that_does_not_step_will_do(row: object) -> None:
    assert row is not None


@given(rules(scales=scales(travel=True), max_lines=2))
def test_rules_keep_to_what_is_asked_for(rule: Rule) -> None:
    assert rule.scale.travel
    assert len(rule.lines) <= 2


@given(scales(min_levels=6, max_levels=7))
def test_scales_have_as_many_levels_as_asked_for(scale: Scale) -> None:
    assert len(scale.levels) in {6, 7}


@given(
    allowances(kinds=[Amount, Widest]),
    reaches(kinds=[AllOf]),
    conditions(kinds=[Is], max_running=1),
)
def test_only_the_kinds_asked_for_are_made(
    allowance: object, reach: object, condition: object
) -> None:
    assert isinstance(allowance, Amount | Widest)
    assert isinstance(reach, AllOf)
    assert isinstance(condition, Is)
    assert condition.running == 1


def test_ratings_are_rated_and_unrated() -> None:
    assert {each.level is None for each in some(ratings(), 50)} == {True, False}


@given(assessments(period=Q2, max_rows=1))
def test_assessments_are_at_the_period_asked_for(assessment: Assessment) -> None:
    assert assessment.period == Q2
    assert isinstance(assessment.scorecard, Scorecard)


@given(targets(0, 100), tolerances(0, 5))
def test_targets_and_tolerances_keep_to_their_bounds(target: Target, tolerance: object) -> None:
    if isinstance(target.aim, Decimal):
        assert 0 <= target.aim <= 100
    assert tolerance is not None


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: exact_numbers(2, 1), "max_value"),
        (lambda: exact_numbers("0.1", "0.2", decimals=0), "max_value"),
        (lambda: exact_numbers("low", 1), "min_value"),
        (lambda: exact_numbers(decimals=21), "decimals"),
        (lambda: missing_figures(reasons=[]), "reasons"),
        (lambda: missing_figures(reasons=["no_data"]), "reasons"),  # type: ignore[list-item]
        (lambda: ranges(1, 0), "max_value"),
        (lambda: figures(kinds=[]), "kinds"),
        (lambda: figures(kinds=["target"]), "kinds"),  # type: ignore[list-item]
        (lambda: allowances(kinds=[]), "kinds"),
        (lambda: reaches(kinds=[]), "kinds"),
        (lambda: conditions(kinds=[]), "kinds"),
        (lambda: conditions(max_running=0), "max_running"),
        (lambda: scales(min_levels=1), "min_levels"),
        (lambda: scales(min_levels=4, max_levels=3), "max_levels"),
        (lambda: rules(max_lines=0), "max_lines"),
        (lambda: scorecards(max_rows=-1), "max_rows"),
        (lambda: scorecards(2, 1), "max_value"),
        (lambda: tallies(max_count=-1), "max_count"),
        (lambda: comparator_groups(max_members=0), "max_members"),
        (lambda: group_figures(max_areas=8), "max_areas"),
        (lambda: charts(min_points=3, max_points=2), "max_points"),
        (lambda: charts(min_points=-1), "min_points"),
        (lambda: plain_tables(max_columns=0), "max_columns"),
        (lambda: plain_tables(max_rows=-1), "max_rows"),
        (lambda: pages(max_blocks=-1), "max_blocks"),
        (lambda: some(count_tables(max_rows=0)), "max_rows"),
    ],
)
def test_impossible_arguments_are_refused_at_once(make: Callable[[], object], field: str) -> None:
    with pytest.raises(CouncilPerfError, match=f"^{field}"):
        make()


def test_periods_may_be_of_the_callers_own_choosing() -> None:
    periods = {each.period for each in some(targets(periods=st.just(Q2)), 20)}

    assert periods == {None, Q2}


def test_groups_charts_and_tables_keep_to_their_sizes() -> None:
    assert all(len(each.members) <= 2 for each in some(comparator_groups(max_members=2)))
    assert all(len(each) <= 3 for each in some(group_figures(max_areas=3)))
    assert all(4 <= len(each.points) <= 6 for each in some(charts(min_points=4, max_points=6)))
    assert all(len(each.columns) == 1 for each in some(plain_tables(max_columns=1)))
    assert all(len(each.blocks) <= 1 for each in some(pages(max_blocks=1)))
    assert all(len(each.rows) == 1 for each in some(count_tables(max_rows=1)))


def test_levels_and_shares_are_made_where_they_are_asked_for() -> None:
    kinds = [FigureKind.LEVEL, FigureKind.SHARE]

    assert {each.kind for each in some(figures(kinds=kinds), 20)} == set(kinds)


def test_indicators_are_as_asked_for() -> None:
    asked = indicators(references=st.just("E1"), polarities=st.just(Polarity.LOWER))

    assert {(each.reference, each.polarity) for each in some(asked)} == {("E1", Polarity.LOWER)}
