"""The four rules, each alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from councilperf.spc import Signal, outside_limits, runs, sides, trends, two_in_three


def test_a_figure_on_a_limit_is_inside() -> None:
    assert outside_limits([Decimal(1), Decimal(2), None, Decimal(3)], Decimal(2), Decimal(2)) == [
        -1,
        0,
        0,
        1,
    ]
    assert sides([1, 5, 9], 5, 5) == [-1, 0, 1]


def test_every_signal_says_to_which_side_it_points() -> None:
    assert {each.value: each.side for each in Signal} == {
        "above_limit": 1,
        "below_limit": -1,
        "rising": 1,
        "falling": -1,
        "near_upper": 1,
        "near_lower": -1,
        "run_above": 1,
        "run_below": -1,
    }


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 2, 3, 4, 5, 6], [0] * 6),
        ([1, 2, 3, 4, 5, 6, 7], [1] * 7),
        ([7, 6, 5, 4, 3, 2, 1, 1], [-1] * 7 + [0]),
        ([1, 2, 3, 3, 4, 5, 6, 7], [0] * 8),
        ([1, 2, 3, None, 5, 6, 7, 8], [0] * 8),
        ([], []),
        ([4], [0]),
    ],
)
def test_a_trend_is_seven_points_each_beyond_the_one_before(
    values: list[int | None], found: list[int]
) -> None:
    assert trends(values) == found


def test_the_peak_belongs_to_the_rise_that_it_ends() -> None:
    up_and_down = [1, 2, 3, 4, 3, 2, 1]

    assert trends(up_and_down, 4) == [1, 1, 1, 1, -1, -1, -1]
    assert trends(up_and_down, 4, read_forwards=True) == [1, 1, 1, -1, -1, -1, -1]


def test_between_two_rises_the_package_calls_the_end_of_the_first_a_fall() -> None:
    two_rises = [1, 2, 3, 4, 1, 2, 3, 4]
    level = [1, 2, 3, 4, 4, 5, 6, 7]

    assert trends(two_rises, 4) == trends(level, 4) == [1] * 8
    assert trends(two_rises, 4, read_forwards=True) == [1, 1, 1, -1, 1, 1, 1, 1]
    assert trends(level, 4, read_forwards=True) == [1, 1, 1, -1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("near", "of_mean", "anywhere", "on_one_side"),
    [
        ([1, 1, 0], [1, 1, -1], [1, 1, 0], [0, 0, 0]),
        ([1, 0, 1], [1, 1, 1], [1, 0, 1], [1, 0, 1]),
        ([-1, 0, -1], [-1, 0, -1], [-1, 0, -1], [0, 0, 0]),
        ([1, -1, 1], [1, -1, 1], [1, 0, 1], [0, 0, 0]),
        ([1, 0, 0, 1], [1, 1, 1, 1], [0] * 4, [0] * 4),
        ([1, 1], [1, 1], [0, 0], [0, 0]),
    ],
)
def test_two_in_three_with_the_third_anywhere_or_on_the_same_side(
    near: list[int], of_mean: list[int], anywhere: list[int], on_one_side: list[int]
) -> None:
    assert two_in_three(near, of_mean) == anywhere
    assert two_in_three(near, of_mean, third_on_same_side=True) == on_one_side


@pytest.mark.parametrize(
    ("of_mean", "found"),
    [
        ([1] * 7, [1] * 7),
        ([1] * 6, [0] * 6),
        ([1] * 3 + [0] + [1] * 4, [0] * 8),
        ([0] * 7, [0] * 7),
        ([-1] * 8 + [1], [-1] * 8 + [0]),
    ],
)
def test_a_run_is_seven_points_on_one_side_of_the_mean(
    of_mean: list[int], found: list[int]
) -> None:
    assert runs(of_mean) == found
