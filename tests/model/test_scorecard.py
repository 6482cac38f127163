"""Scorecards: each reference and each period once only."""

from __future__ import annotations

import pytest

from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Benchmark, Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod

Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
HOMES = Indicator("H1", "Homes")
ROW = ScorecardRow(HOMES, [Observation(Q2, 45), Observation(Q1, 40)])


def test_a_row_gives_the_figure_for_exactly_one_period() -> None:
    figure = ROW.observation(ReportingPeriod.quarter(2019, 1))

    assert figure is not None
    assert figure.value == 40
    assert ROW.observation(ReportingPeriod.financial_year(2019)) is None


def test_two_figures_for_one_period_are_refused() -> None:
    with pytest.raises(FieldValueError, match=r"observations: .*each of these once only"):
        ScorecardRow(HOMES, [Observation(Q1, 1), Observation(Q1, 2)])


def test_two_rows_with_one_reference_are_refused() -> None:
    with pytest.raises(FieldValueError, match=r"rows: 'H1' .*once only"):
        Scorecard("Homes", [ROW, ScorecardRow(HOMES)])


def test_a_row_is_found_by_its_reference_or_those_there_are_are_named() -> None:
    card = Scorecard("Homes", [ROW])

    assert card["H1"] is ROW
    with pytest.raises(UnknownNameError, match="no row is called 'H2'; there are 'H1'"):
        card["H2"]


def test_a_scorecard_lists_its_periods_in_order() -> None:
    assert Scorecard("Homes", [ROW]).periods() == (Q1, Q2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("council", " "),
        ("source", ""),
        ("rows", [HOMES]),
        ("assumed", [1]),
        ("rows", "H1"),
    ],
)
def test_a_scorecard_names_the_field_that_is_wrong(field: str, value: object) -> None:
    with pytest.raises((FieldTypeError, FieldValueError)):
        Scorecard(**{"title": "Homes", "rows": [ROW], field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator", "H1"),
        ("observations", [45]),
        ("targets", [45]),
        ("benchmarks", [45]),
        ("stated", ["Green"]),
        ("benchmark_text", ""),
        ("commentary", " "),
    ],
)
def test_a_row_names_the_field_that_is_wrong(field: str, value: object) -> None:
    with pytest.raises((FieldTypeError, FieldValueError), match=rf"{field}(\[0\])?: "):
        ScorecardRow(**{"indicator": HOMES, field: value})  # type: ignore[arg-type]


def test_a_benchmark_is_somebodys_figure() -> None:
    assert Benchmark("England", "82.4", period=Q1).value * 10 == 824
    with pytest.raises(FieldValueError, match="group"):
        Benchmark("", 1)
    with pytest.raises(FieldValueError, match="value: 'about 80'"):
        Benchmark("England", "about 80")
    with pytest.raises(FieldTypeError, match="period"):
        Benchmark("England", 1, period="Q1")  # type: ignore[arg-type]
    with pytest.raises(FieldValueError, match="source"):
        Benchmark("England", 1, source="")
