"""Where limits lie, to the last digit, and what they rest on."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from councilperf.errors import FieldValueError
from councilperf.model import Range
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    NHSR_PLOTTHEDOTS_0_2_2,
    Assurance,
    ProcessLimits,
    Rebase,
    Signal,
    XmrChart,
    XmrRules,
    xmr,
)
from councilperf.values import Absence, Missing

UP_AND_DOWN = (0, 3) * 6
"""A mean of 1.5 and moving ranges of 3, so limits at 1.5 ± 7.98 and near ones at 1.5 ± 5.32."""


def month(number: int) -> dt.date:
    return dt.date(2020 + number // 12, number % 12 + 1, 1)


def chart(*figures: object, **options: object) -> XmrChart:
    return xmr([(month(number), each) for number, each in enumerate(figures)], **options)  # type: ignore[arg-type, misc]


def after_baseline(*figures: object, rules: XmrRules = COUNCILPERF_XMR_1) -> tuple[object, ...]:
    return chart(*UP_AND_DOWN, *figures, baseline=12, rules=rules).signals[12:]


@pytest.mark.parametrize(
    ("figure", "signal"),
    [
        ("9.48", None),
        ("9.481", Signal.ABOVE_LIMIT),
        ("-6.48", None),
        ("-6.481", Signal.BELOW_LIMIT),
    ],
)
def test_a_limit_lies_2_66_mean_moving_ranges_from_the_mean(
    figure: str, signal: Signal | None
) -> None:
    assert after_baseline(figure) == (signal,)


@pytest.mark.parametrize(
    ("figure", "signal"),
    [
        ("6.82", None),
        ("6.821", Signal.NEAR_UPPER),
        ("-3.82", None),
        ("-3.821", Signal.NEAR_LOWER),
    ],
)
def test_two_in_three_are_near_beyond_two_thirds_of_the_way(
    figure: str, signal: Signal | None
) -> None:
    assert after_baseline(figure, figure) == (signal, signal)


def test_a_point_beyond_the_limit_is_near_it_by_ours_and_not_by_the_package() -> None:
    package = NHSR_PLOTTHEDOTS_0_2_2

    assert after_baseline(20, 7, 2) == (Signal.ABOVE_LIMIT, Signal.NEAR_UPPER, None)
    assert after_baseline(20, 7, 2, rules=package) == (Signal.ABOVE_LIMIT, None, None)
    assert after_baseline(-20, -4, 1) == (Signal.BELOW_LIMIT, Signal.NEAR_LOWER, None)
    assert after_baseline(-20, -4, 1, rules=package) == (Signal.BELOW_LIMIT, None, None)


def screened(last: int) -> ProcessLimits:
    """Eleven moving ranges of 1,000 and a last one, which may be no ordinary one."""
    return chart(*(0, 1000) * 6, 1000 + last).segments[0].limits


def test_a_moving_range_of_3_267_times_their_mean_is_left_out() -> None:
    # 4,115 is 3.2669 times the mean of the twelve, and 4,116 is 3.2675 times theirs.
    assert (screened(4115).ranges, screened(4115).screened_out) == (12, 0)
    assert (screened(4116).ranges, screened(4116).screened_out) == (11, 1)
    assert screened(4116).mean_range == 1000


def test_limits_that_rest_on_nothing_say_so() -> None:
    no_figure = Missing(Absence.TOO_FEW, "no figure")
    apart = Missing(Absence.TOO_FEW, "no two figures side by side")

    assert chart(None).segments[0].limits == ProcessLimits(no_figure, no_figure, 0, 0)
    assert chart(5, None, 7, None, 6).segments[0].limits == ProcessLimits(Fraction(6), apart, 3, 0)


def test_the_assurance_is_that_of_the_process_as_it_is_since_the_last_rebase() -> None:
    merger = Rebase(month(6), "two services merged")
    rebased = chart(*[10] * 6, *[20] * 6, rebases=[merger], polarity="higher", target=15)

    assert rebased.assurance is Assurance.PASS


@pytest.mark.parametrize("rules", [COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2])
def test_a_run_and_a_trend_are_of_seven_points(rules: XmrRules) -> None:
    assert after_baseline(1, *[2] * 6, rules=rules) == (None,) * 7
    assert after_baseline(1, *[2] * 7, rules=rules) == (None, *[Signal.RUN_ABOVE] * 7)
    assert Signal.RISING not in after_baseline(*range(-3, 3), rules=rules)
    assert Signal.RISING in after_baseline(*range(-3, 4), rules=rules)


def test_a_target_is_said_as_it_is_printed() -> None:
    number = chart(*[2500] * 12, polarity="higher", target=2000)
    band = chart(*[2500] * 12, polarity="range", target=Range(2000, 3000))

    assert number.reason.endswith("the process will meet the target of 2,000.")
    assert band.reason.endswith("the process will meet the target of 2,000 to 3,000.")


@pytest.mark.parametrize(("figures", "trial"), [(11, True), (12, False)])
def test_our_limits_are_trial_limits_below_twelve_figures(figures: int, *, trial: bool) -> None:
    assert chart(*range(figures)).segments[0].trial is trial


@pytest.mark.parametrize(("points", "trial"), [(12, True), (13, False)])
def test_the_package_s_are_below_thirteen_points_missing_ones_counted(
    points: int, *, trial: bool
) -> None:
    drawn = chart(None, *range(1, points), rules=NHSR_PLOTTHEDOTS_0_2_2)

    assert drawn.segments[0].trial is trial


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("fewest_points", 0),
        ("trial_below", 0),
        ("fewest_baseline_points", 2),
        ("run_length", 3),
        ("trend_length", 3),
    ],
)
def test_rules_count_points_from_the_least_that_means_something_to_a_hundred(
    name: str, least: int
) -> None:
    def counting(count: int) -> XmrRules:
        given: dict[str, Any] = {name: count}
        return attrs.evolve(COUNCILPERF_XMR_1, **given)

    assert [getattr(counting(each), name) for each in (least, 100)] == [least, 100]
    for count in (least - 1, 101):
        with pytest.raises(FieldValueError, match=name):
            counting(count)
