"""Scorecards written wide: which columns there are, and how much work they take."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf.formats import write_scorecard_csv
from councilperf.formats._csv._scorecard_writer import missing_cell, target_cell
from councilperf.formats._sheet._words import NO_VALUE_WORDS, read_missing
from councilperf.model import (
    Answer,
    Benchmark,
    Indicator,
    Observation,
    Polarity,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    TargetBasis,
)
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)


def lines_of(*rows: ScorecardRow) -> list[str]:
    return write_scorecard_csv(Scorecard("S", rows), excel=False).decode().splitlines()


def row(reference: str, *figures: Observation, targets: tuple[Target, ...] = ()) -> ScorecardRow:
    return ScorecardRow(Indicator(reference, "Homes", polarity="higher"), figures, targets)


def test_each_row_has_a_cell_for_every_column_that_some_row_fills() -> None:
    first = row("1", Observation(Q2, 2), targets=(Target(5, period=Q2),))
    second = row("2", Observation(Q1, 1), targets=(Target(6),))

    assert lines_of(first, second, row("3")) == [
        "Reference,Measure,Polarity,Q1 2019-20,Q2 2019-20,Target,Target Q2 2019-20",
        "1,Homes,higher,,2,,5",
        "2,Homes,higher,1,,6,",
        "3,Homes,higher,,,,",
    ]


def test_targets_stand_by_their_period_and_then_by_what_they_are_for() -> None:
    targets = tuple(
        Target(number, basis=basis, period=period)
        for number, basis, period in [
            (1, TargetBasis.YEAR_TO_DATE, Q2),
            (2, TargetBasis.PERIOD, Q2),
            (3, TargetBasis.ANNUAL, None),
            (4, TargetBasis.PERIOD, Q1),
        ]
    )

    assert lines_of(row("1", targets=targets))[1] == "1,Homes,higher,3,4,2,1"


def test_of_two_that_belong_in_one_cell_the_first_is_written() -> None:
    both = ScorecardRow(
        Indicator("1", "Homes"),
        benchmarks=[Benchmark("England", 5, period=Q1), Benchmark("England", 6, period=Q2)],
        stated=[StatedLevel("rating", "Amber"), StatedLevel("rating", "Green", voice="override")],
    )

    assert lines_of(both) == ["Reference,Measure,Benchmark (England),RAG", "1,Homes,5,Amber"]


def test_a_scorecard_without_rows_is_its_header() -> None:
    assert lines_of() == ["Reference,Measure"]


def test_figures_are_not_looked_for_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compare = ReportingPeriod.__eq__
    compared = 0

    def counted(one: ReportingPeriod, other: object) -> bool:
        nonlocal compared
        compared += 1
        return compare(one, other)

    days = [
        Observation(ReportingPeriod.as_at(dt.date(2019, 1, 1) + dt.timedelta(days)), days)
        for days in range(50)
    ]
    card = Scorecard("S", [row("1", *days)])
    monkeypatch.setattr(ReportingPeriod, "__eq__", counted)
    write_scorecard_csv(card)

    assert compared <= 4 * len(days)


def test_an_aim_that_is_a_date_or_an_answer_is_written_as_it_is_read() -> None:
    assert target_cell(Target(dt.date(2020, 3, 31)), Polarity.LOWER) == "2020-03-31"
    assert target_cell(Target(Answer.YES), Polarity.HIGHER) == "yes"


@pytest.mark.parametrize(
    ("missing", "cell"),
    [
        (Missing("no_data"), "[x]"),
        (Missing("no_data", note="see note 3"), "[x] (see note 3)"),
        (Missing("no_data", note="to follow"), "to follow"),
        (Missing("baselining"), "baseline year"),
    ],
)
def test_a_reason_is_written_in_the_shortest_words_that_are_read_as_it(
    missing: Missing, cell: str
) -> None:
    assert missing_cell(missing, NO_VALUE_WORDS) == cell
    assert read_missing(cell, NO_VALUE_WORDS) == missing
