"""What a committee should look at, and where published levels differ, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.rules import FACTS, subjects_of
from councilperf.tables._cells import result_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._table import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment import Disagreement, ReportedException
    from councilperf.tables._labels import Labels

__all__ = ["disagreements_table", "exceptions_table"]


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
    asked = dict.fromkeys(subjects_of(exception.condition.condition))
    row = exception.row
    reasons = [row.judgement(each).reason for each in asked if each not in FACTS]
    reasons += [each.reason for each in row.benchmarks]
    if row.chart is not None:
        reasons.append(row.chart.reason)
    indicator = row.row.indicator
    return [indicator.reference, indicator.title, exception.condition.name, " ".join(reasons)]


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
