"""Laws of control charts: what must hold for every series."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from councilperf.spc import (
    COUNCILPERF_XMR_1,
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    Assurance,
    Rebase,
    Variation,
    XmrChart,
    XmrRules,
    xmr,
)
from councilperf.strategies import exact_numbers
from councilperf.values import Absence, Missing, add, multiply, subtract

Values = list[Decimal | None]

numbers = exact_numbers(-1000, 1000, decimals=2)
# Few different figures make runs, ties and points on the mean; many make outliers.
series = st.one_of(
    st.lists(st.sampled_from([Decimal(each) for each in range(5)]), max_size=24),
    st.lists(numbers, max_size=24),
)
series_with_gaps = st.lists(
    st.none() | st.sampled_from([Decimal(n) for n in range(9)]), max_size=24
)
rule_sets = st.sampled_from(
    [COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2, MAKING_DATA_COUNT_SPREADSHEET]
)
OTHER_SIDE = {
    Variation.COMMON_CAUSE: Variation.COMMON_CAUSE,
    Variation.IMPROVEMENT_HIGH: Variation.IMPROVEMENT_LOW,
    Variation.IMPROVEMENT_LOW: Variation.IMPROVEMENT_HIGH,
    Variation.CONCERN_HIGH: Variation.CONCERN_LOW,
    Variation.CONCERN_LOW: Variation.CONCERN_HIGH,
}


def drawn(values: Values, rules: XmrRules = COUNCILPERF_XMR_1, **options: object) -> XmrChart:
    start = dt.date(2020, 1, 1)
    points = [(start + dt.timedelta(place), value) for place, value in enumerate(values)]
    return xmr(points, rules=rules, **options)  # type: ignore[arg-type]


def exact(chart: XmrChart) -> tuple[Fraction, Fraction, Fraction] | None:
    """The lower limit, mean and upper limit."""
    if not chart.segments or isinstance(chart.segments[0].limits.exact_mean, Missing):
        return None
    limits = chart.segments[0].limits.exact_limits()
    mean = chart.segments[0].limits.exact_mean
    return None if isinstance(limits, Missing) else (limits[0], mean, limits[1])


@given(series_with_gaps, numbers, rule_sets)
def test_an_added_constant_moves_the_limits_and_changes_no_signal(
    values: Values, constant: Decimal, rules: XmrRules
) -> None:
    chart = drawn(values, rules)
    moved = drawn([None if each is None else add(each, constant) for each in values], rules)

    before, after = exact(chart), exact(moved)
    assert (before is None) == (after is None)
    if before and after:
        assert after == tuple(each + Fraction(constant) for each in before)
    assert moved.signals == chart.signals


@given(series_with_gaps, exact_numbers("0.01", 100, decimals=2), rule_sets)
def test_a_factor_scales_the_limits_and_changes_no_signal(
    values: Values, factor: Decimal, rules: XmrRules
) -> None:
    chart = drawn(values, rules)
    scaled = drawn([None if each is None else multiply(each, factor) for each in values], rules)

    before, after = exact(chart), exact(scaled)
    assert (before is None) == (after is None)
    if before and after:
        assert after == tuple(each * Fraction(factor) for each in before)
    assert scaled.signals == chart.signals


@given(series, numbers, st.sampled_from(["higher", "lower"]))
def test_the_verdicts_mirror_with_the_direction(
    values: Values, target: Decimal, polarity: str
) -> None:
    """Turned over, figures, target and polarity say the same with high and low exchanged."""
    nought = Decimal(0)
    other = "lower" if polarity == "higher" else "higher"
    chart = drawn(values, polarity=polarity, target=target)
    turned = drawn(
        [subtract(nought, each) for each in values if each is not None],
        polarity=other,
        target=subtract(nought, target),
    )

    assert turned.assurance == chart.assurance
    if isinstance(chart.variation, Missing):
        assert turned.variation == chart.variation
    else:
        assert turned.variation is OTHER_SIDE[chart.variation]


@given(series_with_gaps, numbers)
def test_the_other_direction_turns_improvement_into_concern(
    values: Values, target: Decimal
) -> None:
    better = drawn(values, polarity="higher", target=target)
    worse = drawn(values, polarity="lower", target=target)

    if isinstance(better.variation, Variation) and better.variation.is_special:
        assert {better.variation[:7], str(worse.variation)[:7]} == {"improve", "concern"}
    if better.assurance is Assurance.FAIL:
        assert worse.assurance is Assurance.PASS


@given(series_with_gaps, st.integers(1, 4))
def test_missing_points_at_the_end_change_nothing(values: Values, count: int) -> None:
    chart, longer = drawn(values), drawn([*values, *[None] * count])

    assert longer.signals == (*chart.signals, *[None] * count)
    assert (longer.variation, longer.assurance) == (chart.variation, chart.assurance)
    if chart.segments:
        assert longer.segments[0].limits == chart.segments[0].limits
        assert longer.segments[0].trial == chart.segments[0].trial


@given(series_with_gaps, st.integers(0, 24))
def test_a_missing_point_in_between_moves_no_mean(values: Values, place: int) -> None:
    place = min(place, len(values))
    chart, gapped = drawn(values), drawn([*values[:place], None, *values[place:]])

    assume(chart.segments)
    assert gapped.segments[0].limits.exact_mean == chart.segments[0].limits.exact_mean
    assert gapped.signals[place] is None


@given(series_with_gaps, rule_sets)
def test_each_point_of_a_table_is_where_the_chart_says(values: Values, rules: XmrRules) -> None:
    """The chart compares integers, the table fractions."""
    for row in drawn(values, rules).rows():
        outside = row.signal is not None and row.signal.value.endswith("_limit")
        assert row.is_outside == outside
        assert not (row.is_near and row.is_outside)
        assert isinstance(row.value, Decimal) or (row.side, row.signal) == (0, None)


@given(series_with_gaps)
def test_the_rule_sets_differ_only_where_a_correction_says_so(values: Values) -> None:
    """Without any of the corrected cases both read a series alike."""
    ours, theirs = drawn(values), drawn(values, NHSR_PLOTTHEDOTS_0_2_2)

    if exact(theirs) and len([each for each in values if each is not None]) >= 3:
        limits = theirs.segments[0].limits
        if limits.mean_range:
            assert ours.segments[0].limits == limits
            for mine, other in zip(ours.signals, theirs.signals, strict=True):
                if mine != other:
                    assert "near" in str(mine) or {str(mine), str(other)} <= {"rising", "falling"}


@given(st.lists(numbers, min_size=2, max_size=24), st.integers(0, 22))
def test_nothing_carries_over_a_rebase(values: Values, place: int) -> None:
    place = place % (len(values) - 1) + 1
    whole = [(dt.date(2020, 1, 1) + dt.timedelta(n), each) for n, each in enumerate(values)]
    rebased = xmr(whole, rebases=[Rebase(whole[place][0], "a new process")])
    parts = (xmr(whole[:place]), xmr(whole[place:]))

    assert rebased.signals == (*parts[0].signals, *parts[1].signals)
    assert [each.limits for each in rebased.segments] == [
        each.segments[0].limits for each in parts
    ]


@given(st.lists(numbers, min_size=3, max_size=24), st.randoms(use_true_random=False))
def test_sorted_input_is_what_sorting_makes_of_any_order(values: Values, chance: object) -> None:
    points = [(dt.date(2020, 1, 1) + dt.timedelta(n), each) for n, each in enumerate(values)]
    shuffled = list(points)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert xmr(shuffled, sort=True) == xmr(points)


def test_a_missing_figure_has_its_reason_in_the_chart() -> None:
    reason = Missing(Absence.SUPPRESSED)

    assert xmr([(dt.date(2020, 1, 1), reason)]).row(0).value is reason
