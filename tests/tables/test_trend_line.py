"""Trends: a row's figures over time, with what they are held against, and in a sentence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest

from councilperf import (
    Assessment,
    Benchmark,
    Context,
    Indicator,
    Missing,
    Observation,
    Range,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    rate,
    tally,
)
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import NUMBER
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import Figure, RuleSet
from councilperf.spc import xmr
from councilperf.tables import (
    TrendBand,
    TrendLine,
    TrendPoint,
    describe_benchmarks,
    describe_chart,
    describe_counts,
    describe_trend,
    trend_line,
)
from councilperf.values import Mark

MONTHS = [ReportingPeriod.month(2023, 4).step(n) for n in range(8)]


def assessed(
    observations: list[Observation],
    *targets: object,
    rules: RuleSet = MAIDSTONE,
    polarity: str = "higher",
    period: ReportingPeriod | None = None,
) -> Assessment:
    row = ScorecardRow(
        Indicator("M1", "Calls answered", polarity=polarity, unit="%"),
        observations,
        targets,
    )
    return assess(Scorecard("Calls", [row]), rules, period=period)


def seen(*values: Any, breaks_at: int | None = None) -> list[Observation]:
    return [
        Observation(month, value, marks={Mark.SERIES_BREAK} if place == breaks_at else ())
        for place, (month, value) in enumerate(zip(MONTHS, values, strict=False))
        if value != "absent"
    ]


def test_points_keep_their_places_in_time() -> None:
    line = trend_line("M1", assessed(seen(90, Missing("suppressed"), "absent", 92, 91)))

    assert [each.place for each in line.points] == [0, 1, 3, 4]
    assert [value for _, value in line.known] == [90, 92, 91]
    assert [[each.place for each in part] for part in line.stretches()] == [[0], [3, 4]]


def test_no_line_leads_across_a_break() -> None:
    line = trend_line("M1", assessed(seen(90, 91, 92, 93, breaks_at=2)))

    assert [[each.place for each in part] for part in line.stretches()] == [[0, 1], [2, 3]]


def test_a_figure_that_is_late_leaves_the_last_place_free() -> None:
    line = trend_line("M1", assessed(seen(90, 91), period=MONTHS[3]))

    assert [each.place for each in line.points] == [0, 1, 3]
    assert line.points[-1].value == Missing("no_data")


def test_days_that_are_counted_now_and_then_stand_side_by_side() -> None:
    days = [ReportingPeriod.as_at(dt.date(2023, month, 1)) for month in (1, 2, 6)]
    line = trend_line("M1", assessed([Observation(day, 90) for day in days]))

    assert [each.place for each in line.points] == [0, 1, 2]


def test_what_is_no_figure_is_a_place_without_one() -> None:
    card = [Observation(MONTHS[0], dt.date(2023, 5, 1)), Observation(MONTHS[1], 5)]
    line = trend_line("M1", assessed(card, Target(dt.date(2023, 5, 1))))

    assert line.points[0].value == Missing("not_comparable")
    assert line.aim == Missing("not_comparable")


def test_bands_lie_between_the_edges_of_the_rating() -> None:
    higher = trend_line("M1", assessed(seen(90), Target(95)))
    lower = trend_line("M1", assessed(seen(90), Target(95), polarity="lower"))
    strict = trend_line("M1", assessed(seen(90), Target(95, strict=True)))

    assert [(each.colour, each.low, each.high) for each in higher.bands] == [
        ("amber", Decimal("85.50"), Decimal(95))
    ]
    assert [(each.low, each.high) for each in lower.bands] == [(Decimal(95), Decimal("104.50"))]
    assert (higher.strict, strict.strict) == (False, True)


@pytest.mark.parametrize(
    ("aim", "polarity"),
    [(0, "higher"), (Range(85, 95), "range"), (Missing("no_target"), "higher")],
)
def test_without_edges_apart_there_is_no_band(aim: Any, polarity: str) -> None:
    assert trend_line("M1", assessed(seen(90), Target(aim), polarity=polarity)).bands == ()


def test_there_is_no_band_where_the_rule_judges_another_figure() -> None:
    rated = MAIDSTONE.rules_for("rating")[0]
    of_the_year = attrs.evolve(rated, judges=Figure("year_to_date"))
    rules = attrs.evolve(MAIDSTONE, rules=[of_the_year])
    year = ReportingPeriod.financial_year(2023)

    line = trend_line("M1", assessed([Observation(year, 90)], Target(95), rules=rules))

    assert line.bands == ()


def test_a_row_that_is_not_rated_has_no_band() -> None:
    assert trend_line("M1", assessed(seen(90), Target(95), rules=CHESHIRE_EAST)).aim == 95


def test_an_unknown_reference_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="M1"):
        trend_line("M2", assessed(seen(90)))


def test_a_trend_that_cannot_be_is_refused() -> None:
    point = TrendPoint(MONTHS[0], 0, Decimal(1))
    with pytest.raises(FieldValueError, match="places that rise"):
        TrendLine("Calls", NUMBER, [point, point], Missing("no_target"))
    with pytest.raises(FieldValueError, match="high"):
        TrendBand("Amber", "amber", Decimal(2), Decimal(1))
    with pytest.raises(FieldTypeError):
        TrendPoint(MONTHS[0], 0, 1.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "targets", "sentence"),
    [
        ((), (), "Calls answered: there is no figure."),
        ((90,), (), "Calls answered: 90% for Apr 2023."),
        (
            (90, 90),
            (Target(95),),
            "Calls answered: 90% throughout, Apr 2023 to May 2023; target 95%.",
        ),
        (
            (90, 95, 88, 91),
            (Target(Range(85, 95)),),
            (
                "Calls answered: from 90% for Apr 2023 to 91% for Jul 2023; lowest 88% for "
                "Jun 2023; highest 95% for May 2023; target 85% to 95%."
            ),
        ),
        (
            (90, None, 91),
            (Target(95, strict=True),),
            (
                "Calls answered: from 90% for Apr 2023 to 91% for Jun 2023; target beyond 95%; "
                "1 figure is missing."
            ),
        ),
    ],
)
def test_a_trend_is_said_in_one_sentence(
    values: tuple[object, ...], targets: tuple[Target, ...], sentence: str
) -> None:
    made = assessed(seen(*values), *targets, period=MONTHS[max(len(values), 1) - 1])

    assert describe_trend(trend_line("M1", made)) == sentence


def test_what_is_missing_and_where_it_breaks_is_said() -> None:
    made = assessed(seen(90, None, "absent", 91, breaks_at=3))

    assert describe_trend(trend_line("M1", made)).endswith(
        "2 figures are missing; the series breaks at Jul 2023."
    )


@pytest.mark.parametrize(
    ("figures", "ending"),
    [
        ([5, 6, 5], "Of 3 figures none gives a signal."),
        ([*([5, 9] * 8), 30], "Of 17 figures 1 gives a signal."),
        ([*range(12)], "Of 12 figures 12 give a signal."),
    ],
)
def test_a_chart_says_how_many_figures_give_a_signal(figures: list[int], ending: str) -> None:
    start = ReportingPeriod.month(2020, 1)
    chart = xmr([(start.step(n), each) for n, each in enumerate(figures)])

    assert describe_chart(chart).endswith(ending)


def test_counts_are_said_with_those_that_are_not_rated() -> None:
    values = (75, None)
    rated = [rate(each, target=75, polarity="higher", rules=MAIDSTONE) for each in values]

    assert describe_counts(tally(rated, rated[0].rule.scale)) == (
        "Of 2 items 1 is green, 0 amber, 0 red and 1 not rated."
    )


def test_benchmarks_are_said_one_after_the_other() -> None:
    observed = [Observation(MONTHS[0], 90)]
    england = [Benchmark("England", 92), Benchmark("Region", 90)]
    row = ScorecardRow(
        Indicator("M1", "Calls answered", polarity="higher"), observed, benchmarks=england
    )
    card = Scorecard("Calls", [row])
    made = assess(card, MAIDSTONE, context=Context(benchmarks=["England", "Region"]))

    assert describe_benchmarks(made["M1"]) == (
        "Calls answered: Worse than England: 90 is 2 below 92; higher is better. The same as "
        "Region: 90 is level with 90; higher is better."
    )
    assert "no benchmark was asked for" in describe_benchmarks(assess(card, MAIDSTONE)["M1"])
