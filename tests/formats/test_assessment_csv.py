"""Assessments as CSV: one line for each judgement of each row."""

from __future__ import annotations

import csv
import io

import pytest

from councilperf.assessment import assess
from councilperf.formats import write_assessment_csv
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Target
from councilperf.periods import ReportingPeriod
from councilperf.presets import MAIDSTONE

Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)


def lines(*values: int) -> dict[str, dict[str, str]]:
    figures = [Observation(at, value) for at, value in zip((Q1, Q2), values, strict=False)]
    row = ScorecardRow(Indicator("H1", "Homes", polarity="higher"), figures, [Target(45)])
    made = assess(Scorecard("Planning", [row]), MAIDSTONE)
    text = write_assessment_csv(made, excel=False).decode()
    return {each["Judgement"]: each for each in csv.DictReader(io.StringIO(text, newline=""))}


@pytest.mark.parametrize(("before", "movement"), [(40, "up"), (42, "flat"), (50, "down")])
def test_a_direction_of_travel_has_its_movement_and_a_rating_none(
    before: int, movement: str
) -> None:
    made = lines(before, 42)

    assert made["short trend"]["Movement"] == movement
    assert made["rating"]["Movement"] == ""


def test_a_direction_from_nowhere_has_no_movement() -> None:
    made = lines(42)

    assert (made["short trend"]["Movement"], made["short trend"]["Level"]) == ("", "")
