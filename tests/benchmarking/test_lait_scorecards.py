"""The example that builds scorecards from DfE's figures, run on them."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path
from typing import Any

import pytest

from councilperf.periods import ReportingPeriod


@pytest.fixture(scope="module")
def example(root: Path) -> dict[str, Any]:
    return runpy.run_path(str(root / "examples/lait_scorecards.py"))


def test_four_councils_get_a_scorecard_with_benchmarks_and_travel(
    example: dict[str, Any], shared: Path
) -> None:
    cards = dict(example["scorecards"](shared / "data/lait"))

    assert set(cards) == {"Cheshire East", "Plymouth", "Halton", "Worcestershire"}
    for council, (card, tables) in cards.items():
        judged = [
            row
            for row in card.rows
            if council in dict(tables[row.indicator.reference].ranking.in_order)
        ]
        assert len(judged) > 50
        assert sum(len(row.benchmarks) == 3 for row in judged) > 40
        assert any(tables[row.indicator.reference][council].travel == "better" for row in judged)


def test_a_published_figure_stands_in_its_row(example: dict[str, Any], shared: Path) -> None:
    cards = dict(example["scorecards"](shared / "data/lait"))
    card, tables = cards["Plymouth"]
    row = card["ReReferral"]
    newest = row.observations[-1]

    assert tables["ReReferral"]["Plymouth"].value == newest.value
    assert newest.period == tables["ReReferral"].current.period


@pytest.mark.parametrize(
    ("label", "year_type", "period"),
    [
        ("2025", "Financial Year", ReportingPeriod.financial_year(2024)),
        ("2024-25 (OT)", "Financial Year", ReportingPeriod.financial_year(2024)),
        ("2025 (prov)", "Academic Year", ReportingPeriod.academic_year(2024)),
        ("2023/24", "Academic Year", ReportingPeriod.academic_year(2023)),
        ("2024", "Annual (end of Sept)", ReportingPeriod.as_at(dt.date(2024, 9, 30))),
        ("2025", "Annual - January", ReportingPeriod.month(2025, 1)),
        ("2024", "Calendar Year", ReportingPeriod.calendar_year(2024)),
        (
            "2014-16",
            "Calendar Year",
            ReportingPeriod.between(dt.date(2014, 1, 1), dt.date(2016, 12, 31)),
        ),
    ],
)
def test_a_label_is_read_with_the_kind_of_year_that_the_dictionary_gives(
    example: dict[str, Any], label: str, year_type: str, period: ReportingPeriod
) -> None:
    assert example["period_of"](label, year_type) == period
