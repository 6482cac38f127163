"""What presets make of whole scorecards: classes of item, stages, headlines, exceptions."""

from __future__ import annotations

import pytest

from councilperf import (
    Assessment,
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    assess,
    find_exceptions,
    measure_share,
    rate_share,
)
from councilperf.presets import (
    BRACKNELL_FOREST,
    CHESTERFIELD,
    EAST_SUSSEX,
    FLINTSHIRE_2014,
    HALTON,
    HAVERING_2014,
    MID_DEVON,
    OLDHAM,
    SD_COMMISSION,
    SOUTH_RIBBLE,
    TOWER_HAMLETS_2008,
    WEST_BERKSHIRE,
    WIRRAL,
    WORCESTERSHIRE,
)
from councilperf.rules import RuleSet
from councilperf.values import Absence, Mark, Missing


def row(
    reference: str,
    observations: dict[ReportingPeriod, object] | None = None,
    target: object = None,
    *stated: StatedLevel,
    **fields: object,
) -> ScorecardRow:
    """One row of a scorecard, with only what a test speaks of."""
    return ScorecardRow(
        Indicator(reference, reference, **{"polarity": "higher", **fields}),  # type: ignore[arg-type]
        [Observation(period, value) for period, value in (observations or {}).items()],  # type: ignore[arg-type]
        [] if target is None else [target if isinstance(target, Target) else Target(target)],  # type: ignore[arg-type]
        stated=stated,
    )


def assessed(rules: RuleSet, period: ReportingPeriod, *rows: ScorecardRow) -> Assessment:
    return assess(Scorecard("Test", rows), rules, period=period)


def level(assessment: Assessment, reference: str, judgement: str) -> str | None:
    return assessment[reference].standing_result(judgement).level


@pytest.mark.parametrize(("count", "printed"), [(1, "less than 1%"), (2, "2%")])
def test_bracknell_forest_says_less_than_one_per_cent(count: int, printed: str) -> None:
    q4 = ReportingPeriod.quarter(2024, 4)
    states = ["Not started"] * count + ["Complete"] * (114 - count)
    card = [
        row(f"A{place}", None, None, StatedLevel("state", state), kind="action")
        for place, state in enumerate(states)
    ]

    measured = measure_share(assessed(BRACKNELL_FOREST, q4, *card), "actions not started")

    assert printed in str(measured)


def test_east_sussex_rates_forecasts_within_the_year_and_outturns_after_it() -> None:
    q2 = ReportingPeriod.quarter(2019, 2)
    year = ReportingPeriod.financial_year(2019)
    expected = ScorecardRow(
        Indicator("E1", "Roads", polarity="higher"),
        [Observation(q2, 30), Observation(year, 82, marks={Mark.FORECAST})],
        [Target(80)],
    )
    closed = row("E1", {year: 79}, 80)
    carried = row("E2", {year: Missing("carried_over")}, 80)
    met = row("E3", {year: 80}, 80)

    in_year = assessed(EAST_SUSSEX, q2, expected)
    outturn = assessed(EAST_SUSSEX, year, closed, carried, met)

    assert level(in_year, "E1", "forecast") == "green"
    assert level(in_year, "E1", "rating") is None
    assert level(outturn, "E1", "rating") == "red"
    assert outturn["E2"].result("rating").label == "Carry over"
    assert str(measure_share(outturn, "green")) == "green: 50% (1 of 2)"
    assert rate_share(outturn, "green").level == "missed"


def test_tower_hamlets_has_no_amber_at_outturn() -> None:
    year, q1 = ReportingPeriod.financial_year(2007), ReportingPeriod.quarter(2008, 1)
    fields = {"tolerance": "5%"}

    outturn = assessed(TOWER_HAMLETS_2008, year, row("B1", {year: 98}, 100, **fields))
    in_year = assessed(TOWER_HAMLETS_2008, q1, row("B1", {q1: 98}, 100, **fields))

    assert level(outturn, "B1", "rating") == "red"
    assert level(in_year, "B1", "rating") == "amber"


def test_west_berkshire_takes_the_prediction_until_the_year_is_closed() -> None:
    q1, year = ReportingPeriod.quarter(2018, 1), ReportingPeriod.financial_year(2018)
    predicted = StatedLevel("rating", "Amber", voice="forecast", period=q1)
    measure = row("K1", {q1: 10, year: 50}, 50, predicted)

    assert level(assessed(WEST_BERKSHIRE, q1, measure), "K1", "rating") == "amber"
    assert level(assessed(WEST_BERKSHIRE, year, measure), "K1", "rating") == "green"


def test_chesterfield_counts_what_is_expected() -> None:
    q2 = ReportingPeriod.quarter(2023, 2)
    card = [
        row(f"M{place}", None, None, StatedLevel("rating", colour, voice="forecast"))
        for place, colour in enumerate(["Green"] * 30 + ["Amber"] * 8)
    ]

    measured = measure_share(assessed(CHESTERFIELD, q2, *card), "expected to be met")

    assert str(measured) == "expected to be met: 79% (30 of 38)"


def test_oldham_reports_actions_that_are_red_or_amber_twice_running() -> None:
    q4, q1 = ReportingPeriod.quarter(2021, 1), ReportingPeriod.quarter(2021, 2)

    def action(reference: str, before: str, now: str) -> ScorecardRow:
        return row(
            reference,
            {q4: None, q1: None},
            None,
            StatedLevel("action", before, period=q4),
            StatedLevel("action", now, period=q1),
            kind="action",
        )

    found = find_exceptions(
        assessed(
            OLDHAM,
            q1,
            action("A1", "Amber", "Amber"),
            action("A2", "Green", "Amber"),
            action("A3", "Green", "Red"),
        )
    )

    assert [str(each) for each in found] == ["A1: action amber twice running", "A3: red action"]


def test_flintshire_asks_for_a_plan_where_a_miss_goes_with_a_downturn() -> None:
    year, before = ReportingPeriod.financial_year(2014), ReportingPeriod.financial_year(2013)
    amber = StatedLevel("rating", "Amber", voice="override", role="service head")
    card = [
        row("F1", {before: 60, year: 50}, 50),
        row("F2", {before: 60, year: 49}, 50, amber),
        row("F3", {before: 40, year: 49}, 50, amber),
    ]

    found = find_exceptions(assessed(FLINTSHIRE_2014, year, *card))

    assert [each.row.reference for each in found] == ["F2"]


def test_south_ribble_tells_some_measures_in_words_only() -> None:
    q2 = ReportingPeriod.quarter(2019, 2)
    told = row("S1", {q2: 31}, 40, tags={"trend and narrative only"})

    result = assessed(SOUTH_RIBBLE, q2, told)["S1"].result("rating")

    assert (result.level, result.label) == (None, "Trend and narrative only")


def test_havering_gives_no_short_term_arrow_where_the_target_varies() -> None:
    q2, q3 = ReportingPeriod.quarter(2014, 2), ReportingPeriod.quarter(2014, 3)
    figures: dict[ReportingPeriod, object] = {q2: 40, q3: 50}
    varies = row("V1", figures, 45, tags={"target varies through the year"})
    constant = row("C1", figures, 45)

    assessment = assessed(HAVERING_2014, q3, varies, constant)

    assert level(assessment, "C1", "short-term travel") == "better"
    assert assessment["V1"].result("short-term travel").reasons == (Absence.NO_RULE,)


def test_what_is_not_known_counts_as_the_worst_for_the_commission() -> None:
    year = ReportingPeriod.financial_year(2008)
    judged = StatedLevel("rating", "Good progress")
    card = [row("G1", None, None, judged), row("G2")]

    measured = measure_share(
        assessed(SD_COMMISSION, year, *card), "no or poor progress, or not known"
    )

    assert (measured.members, measured.base) == (1, 2)


def test_mid_devon_holds_the_year_so_far_against_the_annual_target() -> None:
    q2 = ReportingPeriod.quarter(2025, 2)
    so_far = q2.year_to_date()
    measure = row("D1", {q2: 2, so_far: 4}, Target(4, basis="annual"))

    assert level(assessed(MID_DEVON, q2, measure), "D1", "rating") == "green"


def test_halton_takes_progress_as_judged() -> None:
    q2 = ReportingPeriod.quarter(2022, 2)
    objective = row("O1", None, None, StatedLevel("progress", "On course"), kind="objective")

    assert level(assessed(HALTON, q2, objective), "O1", "progress") == "on_course"


def test_worcestershire_reports_missing_figures_by_exception() -> None:
    q3 = ReportingPeriod.quarter(2021, 3)
    found = find_exceptions(assessed(WORCESTERSHIRE, q3, row("W1", {q3: None}, 5)))

    assert [str(each) for each in found] == ["W1: no figure"]


def test_worcestershire_tells_new_misses_from_those_that_persist() -> None:
    q2, q3 = ReportingPeriod.quarter(2021, 2), ReportingPeriod.quarter(2021, 3)
    card = [
        row("W1", {q2: 4, q3: 4}, 5),
        row("W2", {q2: 5, q3: 4}, 5),
        row("W3", {q2: 4, q3: 5}, 5),
    ]

    found = find_exceptions(assessed(WORCESTERSHIRE, q3, *card))

    assert [str(each) for each in found] == [
        "W1: below target two reports running",
        "W2: newly below target",
    ]


def test_a_headline_keeps_items_in_its_base_whose_level_hangs_on_an_unstated_edge() -> None:
    """Wirral: 13 of 20 reportable indicators were green, the others amber or red."""
    q2 = ReportingPeriod.quarter(2015, 2)
    card = [row(f"G{place}", {q2: 50}, 50) for place in range(13)]
    card += [row(f"B{place}", {q2: 49}, 50) for place in range(7)]
    card += [row("N1", {q2: None}, 50), row("N2", {q2: 50})]

    measured = measure_share(assessed(WIRRAL, q2, *card), "green")

    assert str(measured) == "green: 65% (13 of 20)"
