"""Targets, ranges and profiles."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Answer, Range, Target, profile_targets
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing

QUARTERS = [ReportingPeriod.quarter(2019, number) for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("number", "distance"), [("40", 5), ("45", 0), ("50", 0), ("55", 0), ("57.5", Decimal("2.5"))]
)
def test_a_distance_is_counted_from_the_nearer_end(number: str, distance: int | Decimal) -> None:
    assert Range(45, 55).distance_to(Decimal(number)) == distance
    assert Range(45, 55).distance_to(Fraction(number)) == distance


def test_a_range_may_be_one_figure_wide_but_not_turned_round() -> None:
    assert str(Range(5, 5)) == "5 to 5"
    with pytest.raises(FieldValueError, match=r"high: .*at least the low end, 55"):
        Range(55, 45)


@pytest.mark.parametrize(
    ("target", "printed"),
    [
        (Target("95.20"), "95.20"),
        (Target(5, strict=True), "beyond 5"),
        (Target(Range(45, 55)), "45 to 55"),
        (Target(Answer.YES), "yes"),
        (Target(dt.date(2019, 9, 1)), "2019-09-01"),
        (Target(Missing("baselining")), "baseline year"),
    ],
)
def test_a_target_prints_what_it_aims_at(target: Target, printed: str) -> None:
    assert str(target) == printed


def test_a_target_names_the_field_that_is_wrong() -> None:
    with pytest.raises(FieldValueError, match="target: 'TBC'"):
        Target("TBC")
    with pytest.raises(FieldValueError, match="floor: 'low'"):
        Target(5, floor="low")
    with pytest.raises(FieldValueError, match="stretch: 'high'"):
        Target(5, stretch="high")
    with pytest.raises(FieldValueError, match=r"basis: 'monthly' .*annual"):
        Target(5, basis="monthly")  # type: ignore[arg-type]


def test_the_ends_of_a_range_are_inside_it() -> None:
    with pytest.raises(FieldValueError, match=r"strict: True .*ends of a range"):
        Target(Range(1, 2), strict=True)


def test_a_moment_is_no_date_to_aim_at() -> None:
    with pytest.raises(FieldTypeError, match="target"):
        Target(dt.datetime(2019, 9, 1, 12))  # noqa: DTZ001 - any moment at all


def test_a_changed_target_keeps_what_it_supersedes_and_why() -> None:
    changed = Target(40, supersedes=Target(45), reason="funding cut", decision="CAB 12")

    assert changed.supersedes == Target(45)
    with pytest.raises(FieldTypeError, match="supersedes"):
        Target(40, supersedes=45)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("adds", "parts"), [("sum", (40, 45, 45, 50)), ("end", (40, 85, 130, 180))]
)
def test_a_profile_comes_to_the_annual_figure(adds: str, parts: tuple[int, ...]) -> None:
    spread = [Target(each, period=at) for each, at in zip(parts, QUARTERS, strict=True)]
    year, *quarters = profile_targets(Target(180), spread, adds=adds)  # type: ignore[arg-type]

    assert year.basis == "annual"
    assert {each.basis.value for each in quarters} == {
        "profiled" if adds == "sum" else "year_to_date"
    }
    with pytest.raises(FieldValueError, match=f"parts: .*{adds} at 181"):
        profile_targets(Target(181), spread, adds=adds)  # type: ignore[arg-type]


@pytest.mark.parametrize("parts", [[], [Target(Range(1, 2), period=QUARTERS[0])], [Target(180)]])
def test_the_parts_of_a_profile_are_figures_for_periods(parts: list[Target]) -> None:
    with pytest.raises(FieldValueError, match=r"parts: .*each a figure for a period"):
        profile_targets(Target(180), parts, adds="sum")


def test_a_profile_adds_in_one_of_two_ways() -> None:
    with pytest.raises(FieldValueError, match="adds: 'mean'"):
        profile_targets(Target(1), [], adds="mean")  # type: ignore[arg-type]
