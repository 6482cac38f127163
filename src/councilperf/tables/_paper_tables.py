"""The smaller tables of a committee report: counts as printed, planned work, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods import format_dates
from councilperf.tables._cells import figure_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._table import Cell, Column, Table
from councilperf.values import Missing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from councilperf.model import (
        BudgetLine,
        BudgetMonitoring,
        Milestone,
        Objective,
        StatedLevel,
        StatedTally,
        VarianceSign,
    )
    from councilperf.tables._labels import Labels

__all__ = ["budget_table", "objectives_table", "stated_summary_table"]


def stated_summary_table(tally: StatedTally, *, labels: Labels = ENGLISH) -> Table:
    """Set out a summary table as the paper prints it: one row, a column for each count.

    >>> from councilperf.model import StatedCount, StatedTally
    >>> counts = [StatedCount("Red", 9), StatedCount("Green", 16)]
    >>> printed = StatedTally("rating", counts, total=25)
    >>> print(*stated_summary_table(printed).rows[0], sep=" | ")
    Rating | 9 | 16 | 25
    """
    header = labels.judgement_header(tally.judgement)
    columns = [Column(header), *(Column(each.level, numeric=True) for each in tally.counts)]
    counts = [*(each.count for each in tally.counts), tally.total]
    rows = [[Cell(tally.title or header), *map(_count, counts)]]
    if any(each.percentage is not None for each in tally.counts):
        shares = [_percentage(each.percentage) for each in tally.counts]
        rows.append([Cell(tally.base or "%"), *shares, Cell()])
    notes = [*tally.assumed, *([] if tally.note is None else [tally.note])]
    columns.append(Column(labels.total, numeric=True))
    return Table(f"{labels.summary}: {header.lower()}", columns, rows, notes=notes)


def _count(count: int | Missing) -> Cell:
    return Cell(str(count)) if isinstance(count, Missing) else Cell(str(count), number=count)


def _percentage(percentage: Decimal | None) -> Cell:
    return Cell() if percentage is None else Cell(f"{percentage}%", number=percentage)


def objectives_table(objectives: Iterable[Objective], *, labels: Labels = ENGLISH) -> Table:
    """Set out planned work: each objective, then its milestones with their days.

    >>> from councilperf.model import Milestone, Objective
    >>> work = Objective("PED01", "Improve attendance", milestones=[Milestone("Plan agreed")])
    >>> [row[1].text for row in objectives_table([work]).rows]
    ['Improve attendance', 'Plan agreed']
    """
    works = tuple(objectives)
    served = any(each.priorities for each in works)
    led = any(each.officer is not None for each in works)
    rows: list[list[str]] = []
    for each in works:
        more = ["; ".join(each.priorities)] * served + [str(each.officer or "")] * led
        rows.append([each.reference, each.title, "", _progress(each.progress), *more])
        rows += [[*_milestone(each.reference, one), *[""] * len(more)] for one in each.milestones]
    headers = [labels.reference, labels.objective, labels.due, labels.progress]
    headers += [labels.priority] * served + [labels.officer] * led
    return Table(labels.objectives, headers, rows)


def _milestone(reference: str, milestone: Milestone) -> list[str]:
    done = "" if milestone.completed is None else f"completed {_day(milestone.completed)}"
    progress = "; ".join(part for part in (_progress(milestone.progress), done) if part)
    return [reference, milestone.title, _day(milestone.due), progress]


def _day(day: dt.date | None) -> str:
    return "" if day is None else format_dates([day])


def _progress(progress: StatedLevel | None) -> str:
    if progress is None:
        return ""
    because = "" if progress.reason is None else f" ({progress.reason.removesuffix('.')})"
    return progress.text + because


def budget_table(budget: BudgetMonitoring, *, labels: Labels = ENGLISH) -> Table:
    """Set out budget lines with their total, and which sign an underspend has.

    >>> from councilperf.model import BudgetLine, BudgetMonitoring
    >>> from councilperf.periods import ReportingPeriod
    >>> line = BudgetLine("Placements", 1200, forecast=1350, variance=150)
    >>> table = budget_table(BudgetMonitoring("Budget", ReportingPeriod.quarter(2021, 3), [line]))
    >>> print(*table.rows[0], sep=" | ")
    Placements | £1,200 | £1,350 | no data | £150 |
    """
    lines = [*budget.lines, *([] if budget.total is None else [budget.total])]
    headers = (labels.budget, labels.forecast, labels.actual, labels.variance)
    columns = [
        Column(labels.budget_line),
        *(Column(each, numeric=True) for each in headers),
        Column(labels.rating),
    ]
    notes = [] if budget.variance_sign is None else [_sign(budget.variance_sign, labels)]
    caption = f"{budget.title}, {budget.period}"
    return Table(caption, columns, [_line(each, budget) for each in lines], notes=notes)


def _line(line: BudgetLine, budget: BudgetMonitoring) -> list[Cell]:
    figures = (line.budget, line.forecast, line.actual, line.variance)
    return [
        Cell(line.name),
        *(figure_cell(each, budget.unit) for each in figures),
        Cell(_progress(line.rating)),
    ]


def _sign(sign: VarianceSign, labels: Labels) -> str:
    return f"{labels.variance}: {sign.value.replace('_', ' ')}."
