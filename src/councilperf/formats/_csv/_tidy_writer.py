"""A scorecard as tidy CSV: one observation a row, with everything that the scorecard holds."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from councilperf._checks import check_flag, check_instance
from councilperf.errors import PeriodError
from councilperf.formats._csv._scorecard_writer import missing_cell
from councilperf.formats._csv._text import write_csv_to_read
from councilperf.formats._csv._tidy_columns import Record, TidyColumn
from councilperf.formats._leaves import number_text
from councilperf.formats._sheet._exact_cells import exact_cell
from councilperf.formats._sheet._words import NO_TARGET_WORDS, NO_VALUE_WORDS
from councilperf.model import (
    NUMBER,
    Answer,
    Polarity,
    Range,
    Scorecard,
    TargetBasis,
    ToleranceBasis,
    Unit,
    Voice,
)
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from councilperf.model import (
        Benchmark,
        Indicator,
        Observation,
        ScorecardRow,
        StatedLevel,
        Target,
    )

    Cells: TypeAlias = dict[TidyColumn, str]

__all__ = ["WRITTEN", "marks_cell", "tidy_cells", "tidy_records", "write_tidy_csv"]

#: The columns in the order in which they are written.
WRITTEN = tuple(each for each in TidyColumn if each not in (TidyColumn.PART, TidyColumn.YEAR))
_ALWAYS = frozenset(
    {
        TidyColumn.REFERENCE,
        TidyColumn.TITLE,
        TidyColumn.RECORD,
        TidyColumn.PERIOD,
        TidyColumn.VALUE,
    }
)


def write_tidy_csv(scorecard: Scorecard, *, excel: bool = True) -> bytes:
    r"""Write a scorecard as tidy CSV: one row for each figure, target, benchmark and stated level.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, Target
    >>> homes = Indicator("H1", "Homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> print(write_tidy_csv(card, excel=False).decode().strip())
    Scorecard,Reference,Measure,Polarity,Record,Period,Period start,Period end,Value
    Planning,H1,Homes,higher,actual,Q2 2019-20,2019-07-01,2019-09-30,42
    Planning,H1,Homes,higher,target,,,,45

    `read_tidy_csv` reads back an equal scorecard; only a tag with a semicolon in it becomes two.
    A figure that is missing is written as its UK shorthand ("[x]") or its reason in words.
    Columns that no row fills are left out. An apostrophe keeps text that a spreadsheet would run.
    With *excel* it has the byte order mark and line ends that Excel knows; without, neither.
    """
    check_instance("scorecard", scorecard, Scorecard)
    check_flag("excel", excel)
    headers, rows = tidy_cells(scorecard)
    return write_csv_to_read([headers, *rows], excel=excel)


def tidy_cells(card: Scorecard) -> tuple[list[TidyColumn], list[list[str]]]:
    """Return the columns that some row fills, and the rows of their cells."""
    records = list(tidy_records(card))
    filled = {column for cells in records for column, cell in cells.items() if cell}
    kept = filled | _ALWAYS
    columns: list[TidyColumn] = [each for each in WRITTEN if each in kept]
    return columns, [[cells.get(each, "") for each in columns] for cells in records]


def tidy_records(card: Scorecard) -> Iterator[Cells]:
    of_card = {
        TidyColumn.SCORECARD: _text(card.title),
        TidyColumn.COUNCIL: _text(card.council),
        TidyColumn.CARD_SOURCE: _text(card.source),
    }
    for each in card.assumed:
        yield {**of_card, TidyColumn.RECORD: Record.ASSUMED.value, TidyColumn.NOTE: _text(each)}
    if not card.rows and not card.assumed:
        yield of_card
    for row in card.rows:
        of_row = {**of_card, **_indicator(row.indicator)}
        of_row[TidyColumn.BENCHMARK_TEXT] = _text(row.benchmark_text)
        of_row[TidyColumn.COMMENTARY] = _text(row.commentary)
        records = [_blank_is_out(each) for each in _row(row)]
        for cells in records or [{}]:
            yield {**of_row, **cells}


def _blank_is_out(cells: Cells) -> Cells:
    return {column: cell for column, cell in cells.items() if cell}


def _text(text: str | None) -> str:
    return "" if text is None else exact_cell(text)


def _number(number: Decimal | None) -> str:
    return "" if number is None else number_text(number)


def _indicator(indicator: Indicator) -> Cells:
    tolerance = indicator.tolerance
    percent = tolerance is not None and tolerance.basis is ToleranceBasis.PERCENT
    polarity = indicator.polarity
    cells = {
        TidyColumn.REFERENCE: _text(indicator.reference),
        TidyColumn.TITLE: _text(indicator.title),
        TidyColumn.SERVICE: _text(indicator.service),
        TidyColumn.PRIORITY: _text(indicator.priority),
        TidyColumn.PORTFOLIO: _text(indicator.portfolio),
        TidyColumn.OFFICER: _text(indicator.officer),
        TidyColumn.FREQUENCY: _text(indicator.frequency),
        TidyColumn.DEFINITION: _text(indicator.note),
        TidyColumn.KIND: "" if indicator.kind == "indicator" else _text(indicator.kind),
        TidyColumn.TAGS: _text("; ".join(sorted(indicator.tags)) or None),
        TidyColumn.POLARITY: polarity.value if isinstance(polarity, Polarity) else "",
        TidyColumn.TOLERANCE: ""
        if tolerance is None
        else f"{number_text(tolerance.size)}{'%' if percent else ' points'}",
        TidyColumn.BEST: _number(indicator.best_possible),
        **_unit(indicator.unit),
    }
    if isinstance(polarity, Missing):
        if polarity.reason is not Absence.NO_POLARITY:
            cells[TidyColumn.POLARITY] = f"not stated: {polarity.reason.words}"
        cells[TidyColumn.POLARITY_NOTE] = _text(polarity.note or None)
    return cells


def _unit(unit: Unit) -> Cells:
    if unit == NUMBER:
        return {}
    name = {TidyColumn.UNIT: _text(unit.name)}
    if Unit.parse(unit.name) == unit:
        return name
    return {
        **name,
        TidyColumn.UNIT_BEFORE: _text(unit.before),
        TidyColumn.UNIT_AFTER: _text(unit.after),
        TidyColumn.UNIT_DIFFERENCE: _text(unit.difference_after),
    }


def _row(row: ScorecardRow) -> Iterator[Cells]:
    for observation in row.observations:
        yield _actual(observation)
    for target in row.targets:
        yield _target(target, Record.TARGET)
        earlier = target.supersedes
        while earlier is not None:
            yield _target(earlier, Record.SUPERSEDED)
            earlier = earlier.supersedes
    for benchmark in row.benchmarks:
        yield _benchmark(benchmark)
    for level in row.stated:
        yield _level(level)


def _period(period: ReportingPeriod | None) -> Cells:
    if period is None:
        return {}
    return {
        TidyColumn.PERIOD: _period_cell(period),
        TidyColumn.START: period.start.isoformat(),
        TidyColumn.END: period.end.isoformat(),
    }


@lru_cache(1000)
def _period_cell(period: ReportingPeriod) -> str:
    """Write a period in words that are read back as the same, else in code."""
    words = str(period)
    try:
        same = ReportingPeriod.parse(words) == period
    except PeriodError:
        same = False
    return words if same else period.code


def _actual(observation: Observation) -> Cells:
    value = observation.value
    return {
        TidyColumn.RECORD: Record.ACTUAL.value,
        **_period(observation.period),
        **_value(value, NO_VALUE_WORDS),
        TidyColumn.MARKS: marks_cell(observation.marks),
        TidyColumn.NUMERATOR: _number(observation.numerator),
        TidyColumn.DENOMINATOR: _number(observation.denominator),
        TidyColumn.NOTE: _text(observation.note),
    }


def marks_cell(marks: frozenset[Mark]) -> str:
    """Write marks as UK shorthand, always in one order.

    >>> marks_cell(frozenset({Mark.REVISED, Mark.PROVISIONAL}))
    '[p] [r]'
    """
    return " ".join(each.shorthand for each in Mark if each in marks)


def _value(
    value: Decimal | Answer | dt.date | Range | Missing, words: dict[str, Missing]
) -> Cells:
    if isinstance(value, Missing):
        cell = missing_cell(Missing(value.reason), words)
        return {TidyColumn.VALUE: cell, TidyColumn.MISSING_NOTE: _text(value.note or None)}
    if isinstance(value, Range):
        return {
            TidyColumn.VALUE: number_text(value.low),
            TidyColumn.VALUE_TO: number_text(value.high),
        }
    if isinstance(value, Decimal):
        return {TidyColumn.VALUE: number_text(value)}
    return {TidyColumn.VALUE: value.value if isinstance(value, Answer) else value.isoformat()}


def _target(target: Target, record: Record) -> Cells:
    return {
        TidyColumn.RECORD: record.value,
        **_period(target.period),
        **_value(target.aim, NO_TARGET_WORDS),
        TidyColumn.BASIS: ""
        if target.basis is TargetBasis.UNSTATED
        else target.basis.value.replace("_", " "),
        TidyColumn.STRICT: "yes" if target.strict else "",
        TidyColumn.FLOOR: _number(target.floor),
        TidyColumn.STRETCH: _number(target.stretch),
        TidyColumn.SOURCE: _text(target.source),
        TidyColumn.REASON: _text(target.reason),
        TidyColumn.DECISION: _text(target.decision),
    }


def _benchmark(benchmark: Benchmark) -> Cells:
    return {
        TidyColumn.RECORD: Record.BENCHMARK.value,
        **_period(benchmark.period),
        TidyColumn.VALUE: number_text(benchmark.value),
        TidyColumn.GROUP: _text(benchmark.group),
        TidyColumn.SOURCE: _text(benchmark.source),
    }


def _level(level: StatedLevel) -> Cells:
    return {
        TidyColumn.RECORD: Record.LEVEL.value,
        **_period(level.period),
        TidyColumn.JUDGEMENT: _text(level.judgement),
        TidyColumn.LEVEL: _text(level.text),
        TidyColumn.VOICE: "" if level.voice is Voice.GIVEN else level.voice.value,
        TidyColumn.ROLE: _text(level.role),
        TidyColumn.DECIDED: "" if level.date is None else level.date.isoformat(),
        TidyColumn.UNTIL: "" if level.until is None else _period_cell(level.until),
        TidyColumn.REASON: _text(level.reason),
    }
