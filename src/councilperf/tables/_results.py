"""Results for spreadsheets: bare figures, each level and each reason in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import find_given
from councilperf.model import NUMBER
from councilperf.tables._beside import assurance_cell, variation_cell
from councilperf.tables._cells import figure_cell, level_cell, target_cell, value_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._table import Cell, Column, Table
from councilperf.values import Missing

if TYPE_CHECKING:
    from councilperf.assessment import AssessedRow, Assessment, Result
    from councilperf.tables._labels import Labels

__all__ = ["results_table"]


def results_table(assessment: Assessment, *, labels: Labels = ENGLISH) -> Table:
    """Set out an assessment for a spreadsheet: a row for each indicator, every result and reason.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import CHESHIRE_EAST
    >>> visits = Indicator("V1", "Visits in time", polarity="higher", unit="%")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Visits", [ScorecardRow(visits, [Observation(q2, 96)], [Target(95)])])
    >>> table = results_table(assess(card, CHESHIRE_EAST))
    >>> print(*(each.header for each in table.columns[:7]), sep=" | ")
    Ref | Measure | Period | Unit | Value | Target | Rating
    >>> table.rows[0][4].number, table.rows[0][6].text
    (Decimal('96'), 'Green')
    """
    columns = [
        Column(labels.reference),
        Column(labels.measure),
        Column(labels.period),
        Column(labels.unit),
        Column(labels.value, numeric=True),
        Column(labels.target, numeric=True),
    ]
    for name in assessment.rules.judgements:
        header = labels.judgement_header(name)
        columns += [
            Column(header),
            Column(f"{header}, {labels.given.lower()}"),
            Column(f"{header}, {labels.reason.lower()}"),
        ]
    context = assessment.context
    for name in () if context is None else context.benchmarks:
        header = f"{labels.benchmark}: {name}"
        columns += [
            Column(header),
            Column(f"{header}, {labels.value.lower()}", numeric=True),
            Column(f"{header}, {labels.reason.lower()}"),
        ]
    if context is not None and context.spc is not None:
        columns += [
            Column(labels.variation),
            Column(labels.assurance),
            Column(f"{labels.chart}, {labels.reason.lower()}"),
        ]
    rows = [_row(each, assessment) for each in assessment.rows]
    return Table(f"{labels.scorecard}, {assessment.period}", columns, rows)


def _row(row: AssessedRow, assessment: Assessment) -> list[Cell]:
    indicator, period = row.row.indicator, assessment.period
    cells = [
        Cell(row.reference),
        Cell(indicator.title),
        Cell(str(period)),
        Cell("" if indicator.unit == NUMBER else indicator.unit.name),
        value_cell(row.row, period),
        target_cell(row.row, period),
    ]
    for result in row.results:
        given = find_given(row, result, period)
        cells += [
            _level(result),
            Cell() if given is None else Cell(given.text),
            Cell(result.reason),
        ]
    for verdict in row.benchmarks:
        comparison = verdict.comparison
        cells += [
            Cell("" if isinstance(comparison, Missing) else comparison.value.capitalize()),
            figure_cell(verdict.benchmark, indicator.unit),
            Cell(verdict.reason),
        ]
    if row.chart is not None:
        cells += [
            variation_cell(row.chart),
            assurance_cell(row.chart),
            Cell(row.chart.reason),
        ]
    return cells


def _level(result: Result) -> Cell:
    if result.level is None:
        return Cell(result.label)
    return level_cell(result.rule.scale, result.level)
