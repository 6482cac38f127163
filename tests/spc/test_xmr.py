"""Charts: what comes in, what is refused, and what a chart says of odd series."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Answer, Observation, Polarity, Range
from councilperf.periods import ReportingPeriod
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    Assurance,
    Gap,
    ProcessLimits,
    Rebase,
    Screening,
    Segment,
    Signal,
    Variation,
    XmrChart,
    xmr,
)
from councilperf.values import Absence, Missing, round_to


def month(number: int) -> dt.date:
    return dt.date(2020 + number // 12, number % 12 + 1, 1)


def series(*figures: object) -> list[tuple[dt.date, object]]:
    return [(month(number), figure) for number, figure in enumerate(figures)]


def chart(*figures: object, **options: object) -> XmrChart:
    return xmr(series(*figures), **options)  # type: ignore[arg-type]


STEADY = (50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51)


def test_the_published_limits_of_the_vignette_come_out() -> None:
    """The deviations vignette of NHSRplotthedots (NHS-R Community, MIT licence)."""
    figures = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1".split()
    screened = chart(*figures, rules=NHSR_PLOTTHEDOTS_0_2_2).segments[0].limits
    unscreened = chart(*figures, rules=MAKING_DATA_COUNT_SPREADSHEET).segments[0].limits

    assert shown(screened) == ["-0.72", "1.94", "4.60"]
    assert shown(unscreened) == ["-3.06", "1.94", "6.95"]


def shown(limits: ProcessLimits) -> list[str]:
    drawn = (limits.lower, limits.mean, limits.upper)
    return [str(round_to(each, 2)) for each in drawn if not isinstance(each, Missing)]


def test_rules_take_the_word_for_their_screening() -> None:
    assert evolve(COUNCILPERF_XMR_1, screening="none").screening is Screening.NONE
    with pytest.raises(FieldValueError, match="screening: 'some' is not allowed; give one of"):
        evolve(COUNCILPERF_XMR_1, screening="some")


def test_observations_are_points() -> None:
    quarters = [ReportingPeriod.quarter(2019, number) for number in (1, 2, 3)]
    drawn = xmr([Observation(each, place) for place, each in enumerate(quarters)])

    assert drawn == xmr([(each, place) for place, each in enumerate(quarters)])


def test_limits_do_not_depend_on_the_callers_decimal_settings() -> None:
    with localcontext() as context:
        context.prec = 2
        context.Emax = 5
        narrow = chart("1234.567", "1235.25", "1230.125", target="1.23456")

    assert narrow == chart("1234.567", "1235.25", "1230.125", target="1.23456")
    assert narrow.rows()[1].moving_range == Decimal("0.683")
    assert narrow.segments[0].limits.mean == Decimal("1233.314000000000")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([(dt.date(2020, 1, 1), 1), (dt.date(2020, 1, 1), 2)], "one point for each date"),
        ([(dt.date(2020, 2, 1), 1), (dt.date(2020, 1, 1), 2)], "sort=True"),
        (
            [(ReportingPeriod.quarter(2019, 1), 1), (ReportingPeriod.financial_year(2019), 2)],
            "one kind",
        ),
        (
            [(ReportingPeriod.quarter(2019, n).year_to_date(), n) for n in (1, 2, 3)],
            "cumulative",
        ),
    ],
)
def test_points_that_do_not_make_a_series_are_refused(points: list[Any], said: str) -> None:
    with pytest.raises(FieldValueError, match=said):
        xmr(points)


@pytest.mark.parametrize(
    "points",
    [
        [(dt.datetime(2020, 1, 1), 1)],  # noqa: DTZ001 (what is refused)
        [("January", 1)],
        [5],
        [(dt.date(2020, 1, 1), 1), (ReportingPeriod.quarter(2019, 1), 1)],
        [Observation(ReportingPeriod.quarter(2019, 1), Answer.YES)],
    ],
)
def test_what_is_no_point_is_refused(points: list[Any]) -> None:
    with pytest.raises(FieldTypeError):
        xmr(points)


class Payday(dt.date):
    """What some library makes of a date."""


def test_any_kind_of_date_is_a_date() -> None:
    assert len(xmr([(dt.date(2020, 1, 1), 1), (Payday(2020, 2, 1), 2)]).points) == 2


def test_near_limits_lie_two_thirds_of_the_way() -> None:
    limits = ProcessLimits(Fraction(0), Fraction(3), 20, 19)

    assert (limits.upper, limits.near_upper, limits.near_lower) == (
        Decimal("7.98"),
        Decimal("5.32"),
        Decimal("-5.32"),
    )


def test_unsorted_points_are_sorted_when_asked_to() -> None:
    points = series(*STEADY)

    assert xmr(points[::-1], sort=True) == xmr(points)  # type: ignore[arg-type]


def test_whole_years_to_date_are_of_one_length() -> None:
    years = [ReportingPeriod.year_to_date(dt.date(year, 3, 31)) for year in (2018, 2019, 2020)]

    assert len(xmr([(each, 5) for each in years]).points) == 3


def test_twelve_months_are_twelve_months_whenever_they_end() -> None:
    months = [ReportingPeriod.month(*each) for each in ((2019, 11), (2019, 12), (2020, 1))]
    rolling = [ReportingPeriod.rolling(12, ending=each) for each in months]
    longer = [*rolling, ReportingPeriod.rolling(13, ending=months[-1].next())]

    assert len(xmr([(each, 5) for each in rolling]).points) == 3
    with pytest.raises(FieldValueError, match="one length"):
        xmr([(each, 5) for each in longer])


def test_no_points_give_no_verdict() -> None:
    empty = xmr([], target=5, polarity="higher")

    assert empty.variation == empty.assurance == Missing(Absence.TOO_FEW, "no figure")
    assert (empty.rows(), empty.gaps, empty.segments) == ((), (), ())
    assert empty.reason == "No verdict: too few figures to judge by (no figure)."


def test_all_missing_gives_no_verdict() -> None:
    blank = chart(None, None, None)

    assert blank.variation == Missing(Absence.TOO_FEW, "no figure")
    assert blank.segments[0].limits.lower == Missing(Absence.TOO_FEW, "no figure")
    assert [row.side for row in blank.rows()] == [0, 0, 0]


def test_fewer_than_three_figures_have_a_mean_but_no_limits_and_no_verdict() -> None:
    two = chart(5, 9, None, target=7, polarity="higher")
    reason = Missing(Absence.TOO_FEW, "2 where limits need 3")

    assert two.segments[0].limits.mean == 7
    assert two.variation == two.assurance == two.segments[0].limits.near_upper == reason
    assert (two.row(0).side, two.row(0).is_outside, two.row(1).is_near) == (-1, False, False)


def test_figures_with_gaps_between_all_of_them_have_no_limits() -> None:
    apart = chart(5, None, 6, None, 5, target=7, polarity="higher")

    assert apart.assurance == Missing(Absence.TOO_FEW, "no two figures side by side")
    assert apart.variation is Variation.COMMON_CAUSE
    assert "there are no limits" in apart.reason


@pytest.mark.parametrize(
    ("polarity", "target", "verdict"),
    [
        ("higher", 95, Assurance.PASS),
        ("higher", 96, Assurance.FAIL),
        ("higher", 94, Assurance.PASS),
        ("lower", 95, Assurance.PASS),
        ("lower", 94, Assurance.FAIL),
        ("range", Range(95, 97), Assurance.PASS),
        ("range", Range(96, 97), Assurance.FAIL),
        ("none", Range(90, 95), Assurance.PASS),
        ("none", 95, Missing(Absence.NO_POLARITY)),
        (Missing(Absence.NO_POLARITY), 95, Missing(Absence.NO_POLARITY)),
        ("higher", None, Missing(Absence.NO_TARGET)),
        ("higher", Missing(Absence.TARGET_PENDING), Missing(Absence.TARGET_PENDING)),
    ],
)
def test_a_flat_series_passes_at_its_target_and_fails_below_it(
    polarity: str, target: object, verdict: object
) -> None:
    flat = chart(*[95] * 12, polarity=polarity, target=target)

    assert flat.assurance == verdict
    assert flat.variation is Variation.COMMON_CAUSE
    assert flat.segments[0].limits.lower == flat.segments[0].limits.upper == 95


def test_under_the_package_s_rules_a_flat_series_has_no_limits() -> None:
    flat = chart(*[95] * 12, polarity="higher", target=95, rules=NHSR_PLOTTHEDOTS_0_2_2)
    limits = flat.segments[0].limits

    assert (limits.upper, limits.screened_out) == (
        Missing(Absence.TOO_FEW, "screening left no moving range"),
        11,
    )
    assert (flat.variation, flat.assurance) == (Variation.COMMON_CAUSE, Assurance.INCONSISTENT)


def test_a_single_step_makes_no_limits_without_width() -> None:
    ours, theirs = (
        chart(1, 1, 1, 1, 2, polarity="higher", rules=rules)
        for rules in (COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2)
    )

    assert [row.is_outside for row in ours.rows()] == [False] * 4 + [True]
    assert [row.is_outside for row in theirs.rows()] == [True] * 5


def test_a_range_polarity_needs_a_range_to_aim_at() -> None:
    with pytest.raises(FieldTypeError, match="a Range"):
        chart(*STEADY, polarity="range", target=50)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (Range(40, 60), Assurance.PASS),
        (Range(49, 60), Assurance.INCONSISTENT),
        (Range(40, 51), Assurance.INCONSISTENT),
        (Range(60, 70), Assurance.FAIL),
        (Range(10, 20), Assurance.FAIL),
    ],
)
def test_a_range_is_met_where_all_ordinary_variation_lies_in_it(
    target: Range, verdict: Assurance
) -> None:
    assert chart(*STEADY, polarity="range", target=target).assurance is verdict


def test_a_missing_last_figure_takes_no_signal_back() -> None:
    figures = (*STEADY, 80)
    late = chart(*figures, None, polarity="lower")

    assert late.variation is chart(*figures, polarity="lower").variation is Variation.CONCERN_HIGH
    assert late.deciding_point == 12
    assert late.row(13).moving_range == Missing(Absence.NO_DATA)
    package = chart(*figures, None, polarity="lower", rules=NHSR_PLOTTHEDOTS_0_2_2)
    assert (package.variation, package.deciding_point) == (Variation.COMMON_CAUSE, 13)
    assert "no figure for 1 February 2021" in package.reason


def test_a_missing_figure_in_a_steady_rise_breaks_it() -> None:
    """Where NHSRplotthedots stops with an error."""
    rising = (1, 2, 3, None, 5, 6, 7, 8)

    assert Signal.RISING not in chart(*rising).signals
    assert Signal.RISING in chart(*(4 if each is None else each for each in rising)).signals


def test_a_target_on_the_better_limit_is_not_met_and_on_the_worse_one_it_is() -> None:
    limits = chart(*STEADY).segments[0].limits
    exact = limits.exact_limits()
    assert not isinstance(exact, Missing)
    flat = [
        chart(24, 26, 25, 24, 26, 25, polarity=each, target=25) for each in ("higher", "lower")
    ]

    assert [each.assurance for each in flat] == [Assurance.INCONSISTENT] * 2
    # 25 ± 2.66 × 7/5, and a series whose lower limit is a printable number
    drawn = chart(0, 50, 0, 50, 0, 50, polarity="higher", target=-108)
    assert drawn.assurance is Assurance.PASS
    package = chart(
        0, 50, 0, 50, 0, 50, polarity="higher", target=-108, rules=NHSR_PLOTTHEDOTS_0_2_2
    )
    assert package.assurance is Assurance.INCONSISTENT


def test_a_rebase_draws_limits_anew_and_keeps_its_reason() -> None:
    merger = Rebase(month(6), "two services merged")
    rebased = chart(*[10] * 6, *[20] * 6, rebases=[merger])

    assert [each.rebase for each in rebased.segments] == [None, merger]
    assert [each.limits.mean for each in rebased.segments] == [10, 20]
    assert rebased.row(6).moving_range == Missing(Absence.NO_PREVIOUS)
    assert rebased.signals == (None,) * 12


def test_a_rebase_at_the_first_point_changes_nothing_but_is_kept() -> None:
    start = Rebase(month(0), "a new definition")

    assert chart(*STEADY, rebases=[start]).segments[0].rebase == start
    assert chart(*STEADY, rebases=[start]).signals == chart(*STEADY).signals


def test_a_rebase_that_matches_no_point_is_refused_with_the_next_one() -> None:
    wrong = Rebase(dt.date(2020, 3, 15), "a merger")

    with pytest.raises(FieldValueError, match="the next one is 2020-04-01"):
        chart(*STEADY, rebases=[wrong])
    with pytest.raises(FieldValueError, match=r"give the date or period of a point$"):
        chart(*STEADY, rebases=[Rebase(dt.date(2030, 1, 1), "a merger")])
    with pytest.raises(FieldValueError, match="one rebase at a point"):
        chart(*STEADY, rebases=[Rebase(month(1), "a"), Rebase(month(1), "b")])


def test_under_the_package_s_rules_it_is_left_out_and_listed() -> None:
    wrong = Rebase(dt.date(2020, 3, 15), "a merger")
    drawn = chart(*STEADY, rebases=[wrong], rules=NHSR_PLOTTHEDOTS_0_2_2)

    assert drawn.unmatched_rebases == (wrong,)
    assert len(drawn.segments) == 1


def test_a_baseline_fixes_the_limits_on_the_first_points() -> None:
    fixed = chart(*STEADY, 90, 91, 92, baseline=12)

    assert fixed.segments[0].limits == chart(*STEADY).segments[0].limits
    assert fixed.signals[12:] == (Signal.ABOVE_LIMIT,) * 3
    with pytest.raises(FieldValueError, match="baseline"):
        chart(*STEADY, baseline=11)


def test_limits_on_fewer_than_twelve_figures_are_trial_limits() -> None:
    assert [chart(*STEADY[:count]).segments[0].trial for count in (11, 12)] == [True, False]
    assert chart(*STEADY[:11], None).segments[0].trial
    assert chart(*STEADY, rules=NHSR_PLOTTHEDOTS_0_2_2).segments[0].trial
    assert "trial limits: they rest on 11 figures" in chart(*STEADY[:11]).reason


@pytest.mark.parametrize(
    ("polarity", "figure", "variation"),
    [
        ("higher", 90, Variation.IMPROVEMENT_HIGH),
        ("higher", 10, Variation.CONCERN_LOW),
        ("lower", 90, Variation.CONCERN_HIGH),
        ("lower", 10, Variation.IMPROVEMENT_LOW),
        ("none", 90, Variation.NEUTRAL_HIGH),
        ("range", 10, Variation.NEUTRAL_LOW),
        (Missing(Absence.NO_POLARITY), 90, Variation.NEUTRAL_HIGH),
        ("higher", 50, Variation.COMMON_CAUSE),
    ],
)
def test_the_last_figure_decides_the_variation(
    polarity: str, figure: int, variation: Variation
) -> None:
    drawn = chart(*STEADY, figure, polarity=polarity)

    assert drawn.variation is variation
    assert variation.is_special == (figure != 50)
    assert drawn.row(12).is_outside == (figure != 50)


def test_a_signal_that_is_no_outlier_is_named_in_the_sentence() -> None:
    rising = chart(*STEADY, *range(46, 54), polarity="higher")

    assert rising.signals[-1] is Signal.RISING
    assert "is part of a steady rise." in rising.reason


@pytest.mark.parametrize(
    ("days", "gaps"),
    [
        ([dt.date(2020, 1, 1), dt.date(2020, 2, 1), dt.date(2020, 5, 1)], [2]),
        ([dt.date(2020, 1, 31), dt.date(2020, 2, 29), dt.date(2020, 4, 30)], [1]),
        ([dt.date(2024, 1, 4), dt.date(2024, 1, 5), dt.date(2024, 1, 8)], []),
        ([dt.date(2024, 1, 4), dt.date(2024, 1, 5), dt.date(2024, 1, 9)], [1]),
        ([dt.date(2024, 1, 5), dt.date(2024, 1, 6), dt.date(2024, 1, 9)], [2]),
        ([dt.date(2024, 1, 5)], []),
    ],
)
def test_gaps_in_time_are_named_by_the_rhythm_of_the_series(
    days: list[dt.date], gaps: list[int]
) -> None:
    found = xmr([(day, 1) for day in days]).gaps

    assert [each.missed for each in found] == gaps
    assert all(each.before == days[-1] for each in found)


def test_a_gap_between_periods_names_them() -> None:
    quarters = [ReportingPeriod.quarter(2019, number) for number in (1, 2, 4)]

    assert xmr([(each, 1) for each in quarters]).gaps == (Gap(quarters[1], quarters[2], 1),)
    assert str(quarters[2]) in xmr([(each, 1) for each in quarters]).reason


def test_a_place_outside_the_chart_is_refused() -> None:
    with pytest.raises(FieldValueError, match="from 0 to 11"):
        chart(*STEADY).row(12)


def test_impossible_limits_and_segments_are_refused() -> None:
    with pytest.raises(FieldTypeError):
        ProcessLimits(Missing(Absence.NO_DATA), Fraction(1), 3, 2)
    with pytest.raises(FieldValueError):
        ProcessLimits(Fraction(1), Fraction(-1), 3, 2)
    with pytest.raises(FieldValueError):
        Segment(3, 2, ProcessLimits(Fraction(1), Fraction(1), 3, 2), trial=True)


def test_every_correction_says_what_it_corrects_and_why() -> None:
    subjects = [each.subject for each in COUNCILPERF_XMR_1.corrections]

    assert len(set(subjects)) == len(subjects) == 11
    assert all(each.reason for each in COUNCILPERF_XMR_1.corrections)
    assert NHSR_PLOTTHEDOTS_0_2_2.corrections == ()


def test_polarity_is_read_as_printed() -> None:
    assert chart(*STEADY, polarity="Bigger is better").polarity is Polarity.HIGHER
