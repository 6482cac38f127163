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


@pytest.fixture(scope="module")
def cards(example: dict[str, Any], shared: Path) -> dict[str, Any]:
    return dict(example["scorecards"](shared / "data/lait"))


def test_four_councils_get_a_scorecard_with_benchmarks_and_travel(cards: dict[str, Any]) -> None:
    assert set(cards) == {"Cheshire East", "Plymouth", "Halton", "Worcestershire"}
    for council, (card, tables) in cards.items():
        standings = [(row, tables[row.indicator.reference][council]) for row in card.rows]
        judged = [(row, each) for row, each in standings if isinstance(each.rank, int)]
        assert len(judged) > 50
        assert sum(len(row.benchmarks) == 3 for row, _ in judged) > 40
        assert {each.travel for _, each in judged} >= {"better", "worse"}


def test_a_published_figure_stands_in_its_row(cards: dict[str, Any]) -> None:
    card, tables = cards["Plymouth"]
    newest = card["ReReferral"].observations[-1]

    assert tables["ReReferral"]["Plymouth"].value == newest.value
    assert tables["ReReferral"].current.period == newest.period


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
