"""What a row is seen beside: benchmarks of its scorecard, and the chart of its own past."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf import (
    Assessment,
    Benchmark,
    Context,
    Indicator,
    Mark,
    Missing,
    Observation,
    Range,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    Tolerance,
    assess,
)
from councilperf.assessment import IndicatorRebase
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.presets import MAIDSTONE
from councilperf.spc import COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2, Assurance, Variation

YEARS = [ReportingPeriod.financial_year(2015 + n) for n in range(10)]
FIGURES = "36.1 30.8 28 31.3 24.4 23.8 21.6 20 20.1 26".split()
BOTH = Context(benchmarks="England", spc=COUNCILPERF_XMR_1)


def row(
    figures: list[object], *targets: object, polarity: str = "lower", **more: object
) -> ScorecardRow:
    """One indicator with a figure for each of the first years."""
    observations = [
        Observation(year, figure)  # type: ignore[arg-type]
        for year, figure in zip(YEARS, figures, strict=False)
    ]
    return ScorecardRow(
        Indicator("R1", "Re-referrals", polarity=polarity),
        observations,
        targets,
        **more,  # type: ignore[arg-type]
    )


def assessed(
    given: ScorecardRow, context: Context = BOTH, period: ReportingPeriod = YEARS[-1]
) -> Assessment:
    return assess(Scorecard("Children", [given]), MAIDSTONE, period=period, context=context)


def test_rag_travel_benchmark_and_chart_stand_side_by_side() -> None:
    made = assessed(row([*FIGURES], Target(22), benchmarks=[Benchmark("England", "21.6")]))["R1"]

    assert made.rating is not None
    assert made.travel is not None
    assert made.chart is not None
    assert (made.rating.level, made.travel.level) == ("red", "declined")
    assert made.benchmark("England").comparison == "worse"
    assert made.chart.variation is Variation.COMMON_CAUSE
    assert made.chart.assurance is Assurance.INCONSISTENT


def test_nothing_is_there_that_was_not_asked_for() -> None:
    given = row([*FIGURES], benchmarks=[Benchmark("England", "21.6")])
    plain = assess(Scorecard("Children", [given]), MAIDSTONE)["R1"]
    charted = assessed(given, Context(spc=COUNCILPERF_XMR_1))["R1"]
    compared = assessed(given, Context(benchmarks=["England"]))["R1"]

    assert (plain.benchmarks, plain.chart) == ((), None)
    assert charted.benchmarks == ()
    assert compared.chart is None
    with pytest.raises(UnknownNameError, match="North West"):
        compared.benchmark("North West")


def test_a_benchmark_must_be_for_the_period_or_for_none_in_particular() -> None:
    older = [Benchmark("England", 20, period=YEARS[7]), Benchmark("England", 21, period=YEARS[8])]
    given = row([*FIGURES], benchmarks=older)
    verdict = assessed(given)["R1"].benchmark("England")
    other = assessed(given, Context(benchmarks="England", other_periods=True))["R1"]
    with_own = row([*FIGURES], benchmarks=[*older, Benchmark("England", 22, period=YEARS[9])])
    undated = row([*FIGURES], benchmarks=[*older, Benchmark("England", 23)])

    assert verdict.comparison == Missing("no_benchmark", note="the latest is for 2023-24")
    assert other.benchmark("England").reason == (
        "Worse than England for 2023-24: 26 is 5 above 21; lower is better."
    )
    assert assessed(with_own)["R1"].benchmark("England").benchmark == 22
    assert assessed(undated)["R1"].benchmark("England").benchmark == 23


def test_a_benchmark_that_lies_ahead_never_stands_in() -> None:
    given = row([*FIGURES], benchmarks=[Benchmark("England", 20, period=YEARS[9])])
    context = Context(benchmarks="England", other_periods=True)

    verdict = assessed(given, context, YEARS[5])["R1"].benchmark("England")

    assert verdict.comparison == Missing("no_benchmark")


def test_a_year_s_benchmark_stands_in_for_its_last_quarter() -> None:
    quarter, year = ReportingPeriod.quarter(2023, 4), ReportingPeriod.financial_year(2023)
    given = ScorecardRow(
        Indicator("R1", "Re-referrals", polarity="lower"),
        [Observation(quarter, 20)],
        benchmarks=[Benchmark("England", 21, period=year)],
    )
    context = Context(benchmarks="England", other_periods=True)

    assert assessed(given, context, quarter)["R1"].benchmark("England").period == year


def test_better_inside_a_range_is_told_by_the_target_range() -> None:
    benchmarks = [Benchmark("England", 30)]
    inside = row([17], Target(Range(15, 18)), polarity="range", benchmarks=benchmarks)
    bare = row([17], Target(17), polarity="range", benchmarks=benchmarks)

    made = assessed(inside, period=YEARS[0])["R1"].benchmark("England")
    without = assessed(bare, period=YEARS[0])["R1"]

    assert made.reason == "Better than England: 17 is 13 below 30; best is 15 to 18."
    assert without.benchmark("England").comparison == Missing(
        "no_target", note="no range to be inside of"
    )
    assert without.chart is not None
    assert without.chart.target == Missing("no_target", note="no range to be inside of")


def test_a_tolerance_says_what_is_still_the_same() -> None:
    given = row([*FIGURES], benchmarks=[Benchmark("England", 25)])
    context = Context(benchmarks="England", tolerance=Tolerance(5, "percent"))

    assert assessed(given, context)["R1"].benchmark("England").comparison == "same"


def test_what_is_no_number_is_compared_with_nothing() -> None:
    given = row(
        [dt.date(2020, 1, 1)], Target(dt.date(2020, 2, 1)), benchmarks=[Benchmark("England", 5)]
    )
    made = assessed(given, period=YEARS[0])["R1"]

    assert made.chart is not None
    assert made.benchmark("England").comparison == Missing(
        "not_comparable", note="it is no number"
    )
    assert made.chart.target == Missing("not_comparable", note="it is no number")
    assert isinstance(made.chart.variation, Missing)


def test_a_chart_takes_figures_up_to_the_period_that_are_alike_and_no_forecasts() -> None:
    given = row([*FIGURES[:5]])
    quarter = Observation(ReportingPeriod.quarter(2018, 1), 99)
    forecast = Observation(YEARS[5], 12, marks={Mark.FORECAST})
    given = ScorecardRow(given.indicator, [*given.observations, quarter, forecast])

    early = assessed(given, period=YEARS[2])["R1"].chart
    late = assessed(given, period=YEARS[5])["R1"].chart

    assert early is not None
    assert late is not None
    assert [str(value) for _, value in early.points] == ["36.1", "30.8", "28"]
    assert [when for when, _ in late.points] == YEARS[:6]
    assert late.points[-1][1] == Missing("no_data")
    assert late.deciding_point == 4


def test_a_break_in_the_series_draws_the_limits_anew() -> None:
    broken = [
        Observation(year, figure, marks={Mark.SERIES_BREAK} if place in {0, 4} else ())
        for place, (year, figure) in enumerate(zip(YEARS, FIGURES, strict=True))
    ]
    given = ScorecardRow(Indicator("R1", "Re-referrals", polarity="lower"), broken)
    asked = Context(
        spc=COUNCILPERF_XMR_1, rebases=[IndicatorRebase("R1", YEARS[4], "one front door")]
    )

    chart = assessed(given)["R1"].chart
    rebased = assessed(given, asked)["R1"].chart

    assert chart is not None
    assert rebased is not None
    assert [each.rebase and each.rebase.reason for each in chart.segments] == [
        None,
        "break in the series",
    ]
    assert [each.rebase and each.rebase.reason for each in rebased.segments] == [
        None,
        "one front door",
    ]


def test_a_break_where_no_figure_follows_cuts_nothing() -> None:
    observations = [Observation(YEARS[0], 5), Observation(YEARS[1], 6)]
    later = Observation(ReportingPeriod.month(2020, 4), 7, marks={Mark.SERIES_BREAK})
    given = ScorecardRow(Indicator("R1", "Re-referrals"), [*observations, later])

    chart = assessed(given, period=YEARS[1])["R1"].chart

    assert chart is not None
    assert len(chart.segments) == 1


def test_a_rebase_must_stand_at_a_figure_of_its_indicator() -> None:
    given = row([*FIGURES[:3]])
    gap = Context(
        spc=COUNCILPERF_XMR_1,
        rebases=[IndicatorRebase("R1", ReportingPeriod.financial_year(2010), "merged")],
    )
    stranger = Context(spc=COUNCILPERF_XMR_1, rebases=[IndicatorRebase("R9", YEARS[1], "merged")])

    with pytest.raises(FieldValueError, match=r"rebases of R1.*the next one is 2015-16"):
        assessed(given, gap, YEARS[2])
    with pytest.raises(UnknownNameError, match="R9"):
        assessed(given, stranger, YEARS[2])


def test_a_rebase_ahead_or_of_another_kind_waits_for_its_turn() -> None:
    waiting = [
        IndicatorRebase("R1", YEARS[8], "not yet"),
        IndicatorRebase("R1", ReportingPeriod.quarter(2016, 1), "of the quarterly series"),
    ]
    context = Context(spc=COUNCILPERF_XMR_1, rebases=waiting)

    chart = assessed(row([*FIGURES]), context, YEARS[5])["R1"].chart

    assert chart is not None
    assert len(chart.segments) == 1


def test_a_target_to_be_beaten_is_not_met_by_a_limit_that_lies_on_it() -> None:
    flat: list[object] = [5] * 10
    met = assessed(row(flat, Target(5)))["R1"].chart
    beaten = assessed(row(flat, Target(5, strict=True)))["R1"].chart

    assert met is not None
    assert beaten is not None
    assert (met.assurance, beaten.assurance) == (Assurance.PASS, Assurance.INCONSISTENT)


def test_a_baseline_and_the_rules_are_those_of_the_context() -> None:
    quarters = [ReportingPeriod.quarter(2015, 1).step(n) for n in range(16)]
    given = ScorecardRow(
        Indicator("R1", "Re-referrals", polarity="lower"),
        [Observation(each, place % 3) for place, each in enumerate(quarters)],
    )
    context = Context(spc=NHSR_PLOTTHEDOTS_0_2_2, baseline=12)

    chart = assessed(given, context, quarters[-1])["R1"].chart

    assert chart is not None
    assert chart.rules == NHSR_PLOTTHEDOTS_0_2_2
    assert chart.segments[0].limits.figures == 12


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "benchmarks"),
        ({"benchmarks": ["England", "England"]}, "each group once"),
        ({"spc": COUNCILPERF_XMR_1, "tolerance": Tolerance(1, "amount")}, "tolerance"),
        ({"spc": COUNCILPERF_XMR_1, "other_periods": True}, "other_periods"),
        ({"benchmarks": "England", "baseline": 12}, "baseline"),
        (
            {"benchmarks": "England", "rebases": [IndicatorRebase("R1", YEARS[0], "why")]},
            "rebases",
        ),
        ({"spc": COUNCILPERF_XMR_1, "baseline": 11}, "baseline"),
    ],
)
def test_a_context_that_means_nothing_is_refused(given: dict[str, object], named: str) -> None:
    with pytest.raises(FieldValueError, match=named):
        Context(**given)  # type: ignore[arg-type]


def test_a_context_is_one() -> None:
    with pytest.raises(FieldTypeError, match="context"):
        assess(Scorecard("Children", [row([1])]), MAIDSTONE, context="England")  # type: ignore[arg-type]
