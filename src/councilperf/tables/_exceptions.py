"""What a committee should look at, and where published levels differ, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods import format_dates
from councilperf.rules import FACTS, subjects_of
from councilperf.tables._cells import result_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._page import Fact, Facts, Heading
from councilperf.tables._table import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment import AssessedRow, Disagreement, ReportedException
    from councilperf.model import Commentary
    from councilperf.tables._labels import Labels
    from councilperf.tables._page import Block

__all__ = ["disagreements_table", "exceptions_blocks", "exceptions_table"]


def exceptions_table(
    exceptions: Iterable[ReportedException], *, labels: Labels = ENGLISH
) -> Table:
    """Set out exceptions with the reason for each: the sentences of what its condition asks.

    What the row is seen beside follows, where the assessment was asked for that.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess, find_exceptions
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 33)], [Target(45)])])
    >>> table = exceptions_table(find_exceptions(assess(card, MAIDSTONE)))
    >>> print(*table.rows[0], sep=" | ")
    H1 | Affordable homes delivered | adverse | Red: 33 is 12 below the target of 45; amber would
    need 40.5 or more (within 10% of the target).
    """
    rows = [_exception(each) for each in exceptions]
    headers = [labels.reference, labels.measure, labels.condition, labels.reason]
    return Table(labels.exceptions, headers, rows)


def _exception(exception: ReportedException) -> list[str]:
    indicator = exception.row.row.indicator
    why = exception.condition.name
    return [indicator.reference, indicator.title, why, " ".join(_reasons(exception))]


def _reasons(exception: ReportedException) -> list[str]:
    asked = dict.fromkeys(subjects_of(exception.condition.condition))
    row = exception.row
    reasons = [row.result(each).reason for each in asked if each not in FACTS]
    reasons += [each.reason for each in row.benchmarks]
    if row.chart is not None:
        reasons.append(row.chart.reason)
    return reasons


def exceptions_blocks(
    exceptions: Iterable[ReportedException],
    commentaries: Iterable[Commentary],
    *,
    labels: Labels = ENGLISH,
) -> list[Block]:
    """Set out exceptions one by one, each with its reasons and all that is said of it."""
    by_row: dict[AssessedRow, list[ReportedException]] = {}
    for each in exceptions:
        by_row.setdefault(each.row, []).append(each)
    said = tuple(commentaries)
    blocks: list[Block] = [Heading(labels.exceptions, level=3)]
    for row, found in by_row.items():
        indicator = row.row.indicator
        blocks.append(Heading(f"{indicator.reference}: {indicator.title}", level=4))
        reasons = dict.fromkeys(reason for each in found for reason in _reasons(each))
        facts = [Fact(labels.condition, ", ".join(each.condition.name for each in found))]
        facts += [Fact(labels.reason, reason) for reason in reasons]
        told = [Fact(labels.commentary, row.row.commentary)] if row.row.commentary else []
        for commentary in said:
            if commentary.about == indicator.reference:
                told += _told(commentary, labels)
        blocks.append(Facts([*facts, *(told or [Fact(labels.commentary, labels.no_commentary)])]))
    return blocks


def _told(commentary: Commentary, labels: Labels) -> list[Fact]:
    due = None if commentary.due is None else format_dates([commentary.due])
    known = [
        (labels.commentary, commentary.text),
        (labels.cause, commentary.cause),
        (labels.action, commentary.action),
        (labels.due, due),
        (labels.responsible, commentary.role),
    ]
    return [Fact(name, str(value)) for name, value in known if value is not None]


def disagreements_table(
    disagreements: Iterable[Disagreement], *, labels: Labels = ENGLISH
) -> Table:
    """Set out where a published level is not the one that the rules give.

    >>> disagreements_table([]).caption
    'Given and computed levels that differ'
    """
    rows = [
        [
            Cell(each.row.reference),
            Cell(each.row.row.indicator.title),
            Cell(labels.judgement_header(each.result.judgement)),
            Cell(each.given.text),
            result_cell(each.result),
            Cell(each.result.reason),
        ]
        for each in disagreements
    ]
    headers = [
        labels.reference,
        labels.measure,
        labels.judgement,
        labels.given,
        labels.computed,
        labels.reason,
    ]
    return Table(labels.differences, headers, rows)
