"""A small scorecard that shows every kind of cell."""

from __future__ import annotations

import pytest

from councilperf import (
    Assessment,
    Indicator,
    Mark,
    Missing,
    Observation,
    Range,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    assess,
)
from councilperf.presets import CHESHIRE_EAST

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)


def row(reference: str, title: str, *values: object, **more: object) -> ScorecardRow:
    """A row with a figure for each quarter given, and what else is said of it."""
    facts = {key: more.pop(key) for key in ("polarity", "unit", "tolerance") if key in more}
    marks = more.pop("marks", ())
    observations = [
        Observation(period, value, marks=marks if period == Q2 else ())  # type: ignore[arg-type]
        for period, value in zip((Q1, Q2), values, strict=False)
    ]
    return ScorecardRow(Indicator(reference, title, **facts), observations, **more)  # type: ignore[arg-type]


@pytest.fixture
def scorecard() -> Scorecard:
    return Scorecard(
        "Children and families",
        [
            row(
                "A1",
                "Visits in time",
                90,
                96,
                polarity="higher",
                unit="%",
                targets=[Target(95)],
                stated=[StatedLevel("rating", "Amber"), StatedLevel("travel", "Static")],
                marks={Mark.PROVISIONAL},
                commentary="Two teams were short of staff.",
            ),
            row(
                "A2",
                "Days to a decision",
                20,
                30,
                polarity="lower",
                unit="days",
                tolerance="2 days",
                targets=[Target(25)],
            ),
            row("A3", "Children in care", 500, 510, polarity="none"),
            row("A4", "Caseload", None, 17, polarity="range", targets=[Target(Range(15, 18))]),
            row("A5", "Waiting", 4, 3, polarity="lower", targets=[Target(5, strict=True)]),
            row("A6", "To come", Missing("not_due"), Missing("not_due"), polarity="higher"),
            row("A7", "Not asked", polarity="higher"),
        ],
        council="Cheshire East Council",
        source="made for these tests",
    )


@pytest.fixture
def assessment(scorecard: Scorecard) -> Assessment:
    return assess(scorecard, CHESHIRE_EAST, period=Q2)
