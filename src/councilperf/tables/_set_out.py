"""One way to set out any result, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import Assessment, Rating, StatedResult, Tally, Travel
from councilperf.errors import FieldTypeError
from councilperf.model import Report, Scorecard
from councilperf.rules import Rule, RuleSet
from councilperf.tables._assessment import assessment_page
from councilperf.tables._cells import result_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._page import Page
from councilperf.tables._paper import paper_page
from councilperf.tables._rules import key_table, rules_page
from councilperf.tables._scorecard import figures_table
from councilperf.tables._summary import summary_table
from councilperf.tables._table import Cell, Table

if TYPE_CHECKING:
    from councilperf.tables._labels import Labels

__all__ = ["set_out"]


def set_out(value: object, *, labels: Labels = ENGLISH) -> Page | Table:
    """Return a value as a page or a table, ready to be written as text, Markdown or HTML.

    >>> from councilperf.presets import MAIDSTONE
    >>> set_out(MAIDSTONE).title
    'maidstone: how Maidstone Borough Council rates'

    It takes an assessment, a scorecard, a report, a tally, a rule set, a rule, a single result,
    and pages and tables as they are.

    Raises `FieldTypeError` for anything else.
    """
    if isinstance(value, Page | Table):
        return value
    if isinstance(value, Assessment):
        return assessment_page(value, labels=labels)
    if isinstance(value, Scorecard):
        return figures_table(value, labels=labels)
    if isinstance(value, Report):
        return paper_page(value, labels=labels)
    if isinstance(value, Tally):
        return summary_table(value, value.scale.name, labels=labels)
    if isinstance(value, RuleSet):
        return rules_page(value, labels=labels)
    if isinstance(value, Rule):
        return key_table(value, labels=labels)
    if isinstance(value, Rating | Travel | StatedResult):
        header = labels.judgement_header(value.judgement)
        return Table(header, [header, labels.reason], [[result_cell(value), Cell(value.reason)]])
    raise FieldTypeError("value", value, _WHAT)


_WHAT = "an assessment, scorecard, report, tally, rule set, rule, result, page or table"
