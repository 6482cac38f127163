"""One way to set out any result, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from councilperf.assessment import (
    AssessedRow,
    Assessment,
    CrossTally,
    Disagreement,
    Rating,
    ReportedException,
    StatedResult,
    Tally,
    Travel,
)
from councilperf.errors import FieldTypeError
from councilperf.model import BudgetMonitoring, Objective, Report, Scorecard, StatedTally
from councilperf.rules import Rule, RuleSet, RuleSetChanges
from councilperf.spc import XmrChart
from councilperf.tables._assessment import assessment_page
from councilperf.tables._beside import assurance_cell, benchmark_cell, variation_cell
from councilperf.tables._cells import result_cell
from councilperf.tables._chart import chart_table
from councilperf.tables._exceptions import disagreements_table, exceptions_table
from councilperf.tables._fields import fields_table, is_record, records_table
from councilperf.tables._labels import ENGLISH
from councilperf.tables._page import Bullets, Page, Paragraph
from councilperf.tables._paper import paper_page
from councilperf.tables._paper_tables import budget_table, objectives_table, stated_summary_table
from councilperf.tables._rules import key_table, rule_sets_table, rules_page
from councilperf.tables._scorecard import figures_table
from councilperf.tables._summary import cross_table, summary_table
from councilperf.tables._table import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from councilperf.tables._labels import Labels

__all__ = ["set_out"]


def set_out(value: object, *, labels: Labels = ENGLISH) -> Page | Table:
    """Return a value as a page or a table, ready to be written as text, Markdown or HTML.

    >>> from councilperf.presets import MAIDSTONE
    >>> set_out(MAIDSTONE).title
    'maidstone: how Maidstone Borough Council rates'

    It takes every value of this library: what has a page or table of its own as that, any other
    as a table of its fields. A list or tuple of values of one type is a table with a row for each:

    >>> from councilperf import Indicator
    >>> table = set_out([Indicator("H1", "Affordable homes"), Indicator("H2", "Empty homes")])
    >>> [row[1].text for row in table.rows]
    ['Affordable homes', 'Empty homes']

    Raises `FieldTypeError` for what is not of this library, and `FieldValueError` for a list that
    is empty or mixed.
    """
    if isinstance(value, Page | Table):
        return value
    if isinstance(value, list | tuple):
        values = cast("Sequence[object]", value)
        return _several(values, labels) if all(map(is_record, values)) else _refuse(values)
    for kind, way in _WAYS.items():
        if isinstance(value, kind):
            return way(value, labels)
    return fields_table(value, labels=labels) if is_record(value) else _refuse(value)


def _refuse(value: object) -> Table:
    raise FieldTypeError("value", value, "a value of councilperf, or a list of such values")


def _several(values: Sequence[object], labels: Labels) -> Table:
    for kind, way in _WAYS_OF_SEVERAL.items():
        if values and all(isinstance(each, kind) for each in values):
            return way(values, labels)
    return records_table(values)


def _row(row: AssessedRow, labels: Labels) -> Table:
    """Set out the results of one indicator, and what it is seen beside."""
    rows = [
        [Cell(labels.judgement_header(each.judgement)), result_cell(each), Cell(each.reason)]
        for each in row.results
    ]
    rows += [
        [
            Cell(f"{labels.benchmark}: {each.name}"),
            benchmark_cell(each, row.row.indicator.unit),
            Cell(each.reason),
        ]
        for each in row.benchmarks
    ]
    if row.chart is not None:
        said = Cell(row.chart.reason)
        rows.append([Cell(labels.variation), variation_cell(row.chart), said])
        rows.append([Cell(labels.assurance), assurance_cell(row.chart), said])
    caption = f"{row.reference}: {row.row.indicator.title}"
    return Table(caption, [labels.judgement, labels.level, labels.reason], rows)


def _result(result: Rating | Travel | StatedResult, labels: Labels) -> Table:
    header = labels.judgement_header(result.judgement)
    return Table(header, [header, labels.reason], [[result_cell(result), Cell(result.reason)]])


def _cross(counts: CrossTally, labels: Labels) -> Table:
    return cross_table(counts, f"{counts.first.name} by {counts.second.name}", labels=labels)


def _changes(changes: RuleSetChanges, labels: Labels) -> Page:
    said = Bullets(changes.sentences) if changes.parts else Paragraph(labels.no_changes)
    return Page(f"{changes.older.name} → {changes.newer.name}", [said])


_WAYS: dict[type | tuple[type, ...], Callable[[Any, Labels], Page | Table]] = {
    Assessment: lambda value, labels: assessment_page(value, labels=labels),
    AssessedRow: _row,
    (Rating, Travel, StatedResult): _result,
    Tally: lambda value, labels: summary_table(value, value.scale.name, labels=labels),
    CrossTally: _cross,
    ReportedException: lambda value, labels: exceptions_table([value], labels=labels),
    Disagreement: lambda value, labels: disagreements_table([value], labels=labels),
    Scorecard: lambda value, labels: figures_table(value, labels=labels),
    Report: lambda value, labels: paper_page(value, labels=labels),
    StatedTally: lambda value, labels: stated_summary_table(value, labels=labels),
    BudgetMonitoring: lambda value, labels: budget_table(value, labels=labels),
    Objective: lambda value, labels: objectives_table([value], labels=labels),
    RuleSet: lambda value, labels: rules_page(value, labels=labels),
    RuleSetChanges: _changes,
    XmrChart: lambda value, labels: chart_table(value, labels=labels),
    Rule: lambda value, labels: key_table(value, labels=labels),
}

_WAYS_OF_SEVERAL: dict[type, Callable[[Any, Labels], Table]] = {
    ReportedException: lambda values, labels: exceptions_table(values, labels=labels),
    Disagreement: lambda values, labels: disagreements_table(values, labels=labels),
    Objective: lambda values, labels: objectives_table(values, labels=labels),
    RuleSet: lambda values, labels: rule_sets_table(values, labels=labels),
}
