"""Strategies for figures held against others: groups of areas, and series over time."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from councilperf._checks import check_whole
from councilperf.benchmarking import (
    COUNCILPERF_BENCHMARK_1,
    LAIT_APRIL_2026,
    BenchmarkRules,
    BenchmarkVerdict,
    ComparatorGroup,
    GroupAverage,
    GroupFigures,
    GroupKind,
    LeagueTable,
    MedianDistance,
    QuantileMethod,
    QuartileEdge,
    Quartiles,
    Ranking,
    RelativeTravel,
    Standing,
    Ties,
    group_mean,
    group_median,
    median_distance,
)
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Range
from councilperf.rules import Correction
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    NHSR_PLOTTHEDOTS_0_2_2,
    Gap,
    ProcessLimits,
    Rebase,
    Segment,
    XmrChart,
    XmrPoint,
    XmrRules,
)
from councilperf.strategies._model import tolerances
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from councilperf._typing import NumberInput
    from councilperf.values import Missing

__all__ = ["GROUPS", "SERIES", "charts", "comparator_groups", "group_figures"]

_AREAS = ("Halton", "Plymouth", "Worcestershire", "Cheshire East", "Maidstone", "Belfast", "Fife")
_MISSING = missing_figures(reasons=[Absence.NO_DATA, Absence.SUPPRESSED])
_NUMBERS = exact_numbers(0, 100, decimals=1)
_FIGURES = _NUMBERS | _MISSING
_POLARITIES = st.sampled_from([Polarity.HIGHER, Polarity.LOWER, Polarity.NONE])
_YEARS = reporting_periods(dt.date(2015, 4, 1), dt.date(2029, 3, 31))
_FIRST_DAY = dt.date(2021, 1, 1)


def comparator_groups(*, max_members: int = 4) -> st.SearchStrategy[ComparatorGroup]:
    """Make groups of up to *max_members* areas, some of them chosen for one area.

    >>> comparator_groups(max_members=2).validate()
    """
    check_whole("max_members", max_members, 1, len(_AREAS) - 1)
    members = st.lists(st.sampled_from(_AREAS[1:]), min_size=1, max_size=max_members, unique=True)
    return st.builds(
        ComparatorGroup,
        st.sampled_from(["Our neighbours", "Unitary councils"]),
        members,
        kind=st.sampled_from(GroupKind),
        source=st.just("DfE"),
        year=st.integers(2015, 2030),
        area=st.sampled_from([None, _AREAS[0]]),
    )


def group_figures(
    min_value: NumberInput = 0,
    max_value: NumberInput = 100,
    *,
    max_areas: int = 5,
) -> st.SearchStrategy[GroupFigures]:
    """Make the figures of up to *max_areas* areas, between the two or missing.

    >>> group_figures(0, 100, max_areas=3).validate()
    """
    check_whole("max_areas", max_areas, 1, len(_AREAS))
    figures = exact_numbers(min_value, max_value, decimals=1) | _MISSING
    areas = st.integers(1, max_areas).map(_first_areas)
    return areas.flatmap(partial(_figures_of, figures))


def _first_areas(count: int) -> tuple[str, ...]:
    return _AREAS[:count]


def _figures_of(
    figures: st.SearchStrategy[Decimal | Missing], areas: tuple[str, ...]
) -> st.SearchStrategy[GroupFigures]:
    pairs = st.tuples(*(st.tuples(st.just(area), figures) for area in areas))
    return st.builds(GroupFigures, pairs, st.none() | _YEARS)


_GROUPS = comparator_groups()
_OF_GROUPS = group_figures()
_RULES = st.sampled_from([COUNCILPERF_BENCHMARK_1, LAIT_APRIL_2026])
_CORRECTIONS = st.builds(
    Correction,
    st.sampled_from(["a figure on the edge", "a change from nought"]),
    st.just("it is worse"),
    st.just("it is better"),
    st.just("to reach an edge is to meet it"),
)


def _benchmark_rules() -> st.SearchStrategy[BenchmarkRules]:
    return st.builds(
        BenchmarkRules,
        name=st.just("ours"),
        ties=st.sampled_from(Ties),
        quantile_method=st.sampled_from(QuantileMethod),
        quartile_edge=st.sampled_from(QuartileEdge),
        band_names=st.permutations("ABCD"),
        consecutive_periods=st.booleans(),
        corrections=st.lists(_CORRECTIONS, max_size=1),
    )


@st.composite
def _averages(draw: st.DrawFn) -> GroupAverage:
    group = draw(_GROUPS)
    figures = {member: draw(_FIGURES) for member in group.members}
    return draw(st.sampled_from([group_mean, group_median]))(figures, group)


@st.composite
def _distances(draw: st.DrawFn) -> MedianDistance:
    figures = draw(_OF_GROUPS)
    return median_distance(draw(st.sampled_from(figures.areas)), figures)


def _judged() -> dict[str, Any]:
    """Return what says which way is better, with the best range where there is one."""
    return {"polarity": _POLARITIES}


def _in_range() -> dict[str, Any]:
    return {"polarity": st.just(Polarity.RANGE), "best_range": st.just(Range(40, 60))}


def _either(kind: Callable[..., Any], *fixed: Any, **named: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    return st.builds(kind, *fixed, **named, **_judged()) | st.builds(
        kind, *fixed, **named, **_in_range()
    )


def _league_tables() -> st.SearchStrategy[LeagueTable]:
    return _either(LeagueTable, _OF_GROUPS, previous=st.none() | _OF_GROUPS, rules=_RULES)


@st.composite
def _standings(draw: st.DrawFn) -> Standing:
    return draw(st.sampled_from(draw(_league_tables()).standings()))


#: Strategies for the types of benchmarking.
GROUPS: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    BenchmarkRules: _benchmark_rules,
    BenchmarkVerdict: lambda: _either(
        BenchmarkVerdict,
        name=st.just("England"),
        value=_FIGURES,
        benchmark=_FIGURES,
        tolerance=st.none() | tolerances(),
        period=st.none() | _YEARS,
    ),
    ComparatorGroup: comparator_groups,
    Correction: lambda: _CORRECTIONS,
    GroupAverage: _averages,
    GroupFigures: group_figures,
    LeagueTable: _league_tables,
    MedianDistance: _distances,
    Quartiles: lambda: _either(Quartiles, _OF_GROUPS, rules=_RULES),
    Ranking: lambda: _either(Ranking, _OF_GROUPS, ties=st.sampled_from(Ties)),
    RelativeTravel: lambda: _either(
        RelativeTravel,
        name=st.just("England"),
        value=_FIGURES,
        benchmark=_FIGURES,
        previous=_FIGURES,
        previous_benchmark=_FIGURES,
    ),
    Standing: _standings,
}


def charts(
    min_value: NumberInput = 0,
    max_value: NumberInput = 100,
    *,
    min_points: int = 0,
    max_points: int = 12,
) -> st.SearchStrategy[XmrChart]:
    """Make control charts of monthly figures between the two, some of them missing.

    >>> charts(min_points=8).validate()

    Raises `FieldValueError` where *max_points* is below *min_points*.
    """
    check_whole("min_points", min_points, 0, 1000)
    check_whole("max_points", max_points, 0, 1000)
    if max_points < min_points:
        raise FieldValueError("max_points", max_points, f"{min_points} or more")
    figures = exact_numbers(min_value, max_value, decimals=1) | _MISSING
    return _charts_of(st.lists(figures, min_size=min_points, max_size=max_points))


_BASELINES = st.none() | st.just(12)
_CHART_RULES = st.sampled_from([COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2])


@st.composite
def _charts_of(draw: st.DrawFn, figures: st.SearchStrategy[list[Decimal | Missing]]) -> XmrChart:
    points = _monthly(draw(figures))
    rebases = []
    if len(points) > 1 and draw(_EVER):
        place = draw(st.integers(1, len(points) - 1))
        rebases = [Rebase(points[place][0], "a new system")]
    return XmrChart(
        points,
        polarity=draw(_POLARITIES),
        target=draw(_FIGURES),
        baseline=draw(_BASELINES),
        rebases=rebases,
        rules=draw(_CHART_RULES),
    )


def _monthly(figures: list[Decimal | Missing]) -> tuple[tuple[dt.date, Decimal | Missing], ...]:
    days = (dt.date(2015 + place // 12, place % 12 + 1, 1) for place in range(len(figures)))
    return tuple(zip(days, figures, strict=True))


_EVER = st.booleans()
_DAYS = st.dates(_FIRST_DAY, dt.date(2029, 12, 31))
_CHARTS = charts(min_points=1)
_LIMITS = st.builds(
    ProcessLimits,
    _NUMBERS.map(Fraction),
    _NUMBERS.map(Fraction) | _MISSING,
    st.integers(2, 30),
    st.integers(1, 29),
    st.integers(0, 2),
)
_WITHOUT_LIMITS = st.builds(ProcessLimits, _MISSING, _MISSING, st.just(0), st.just(0), st.just(0))


def _gaps() -> st.SearchStrategy[Gap]:
    return st.builds(
        Gap, st.dates(_FIRST_DAY, dt.date(2022, 12, 31)), _DAYS_AFTER, st.integers(1, 24)
    )


_DAYS_AFTER = st.dates(dt.date(2023, 1, 1), dt.date(2029, 12, 31))


@st.composite
def _segments(draw: st.DrawFn) -> Segment:
    first = draw(st.integers(0, 30))
    last = first + draw(st.integers(0, 30))
    rebase = draw(st.none() | st.builds(Rebase, _DAYS, st.just("a new system")))
    return Segment(first, last, draw(_LIMITS | _WITHOUT_LIMITS), draw(st.booleans()), rebase)


@st.composite
def _chart_points(draw: st.DrawFn) -> XmrPoint:
    chart = draw(_CHARTS)
    return chart.row(draw(st.integers(0, len(chart.points) - 1)))


def _chart_rules() -> st.SearchStrategy[XmrRules]:
    return st.builds(
        partial(_with_lengths, COUNCILPERF_XMR_1), st.integers(3, 9), st.integers(3, 9)
    )


def _with_lengths(rules: XmrRules, run: int, trend: int) -> XmrRules:
    return evolve(rules, name="ours", run_length=run, trend_length=trend)


#: Strategies for the types of control charts.
SERIES: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Gap: _gaps,
    ProcessLimits: lambda: _LIMITS | _WITHOUT_LIMITS,
    Rebase: lambda: st.builds(Rebase, _DAYS, st.just("a new system")),
    Segment: _segments,
    XmrChart: charts,
    XmrPoint: _chart_points,
    XmrRules: _chart_rules,
}
