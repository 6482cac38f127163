"""Cells for figures, targets and results, as scorecards print them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.assessment import Travel, find_figure
from councilperf.model import Range, Target
from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET
from councilperf.tables._table import Cell
from councilperf.values import Missing, round_to

if TYPE_CHECKING:
    from councilperf.assessment import Result
    from councilperf.model import ScorecardRow, Unit
    from councilperf.rules import Level

__all__ = [
    "aim_cell",
    "figure_cell",
    "level_cell",
    "percentage_cell",
    "result_cell",
    "target_cell",
    "value_cell",
]


def figure_cell(found: object, unit: Unit) -> Cell:
    """Show any figure with its unit: a number, a range, a day, an answer, a reason for none."""
    if isinstance(found, Decimal):
        return Cell(unit.show(found), number=found)
    if isinstance(found, Fraction):
        return Cell(unit.show(found))
    if isinstance(found, Range):
        return Cell(f"{unit.show(found.low)} to {unit.show(found.high)}")
    if isinstance(found, dt.date):
        return Cell(ReportingPeriod.as_at(found).format("dates"))
    return Cell(str(found))


def value_cell(row: ScorecardRow, period: ReportingPeriod) -> Cell:
    """Show a row's figure for a period, with the shorthand of its marks."""
    observation = row.observation(period)
    if observation is None:
        return Cell()
    cell = figure_cell(observation.value, row.indicator.unit)
    marks = "".join(f" {each.shorthand}" for each in sorted(observation.marks))
    return Cell(cell.text + marks, number=cell.number) if marks else cell


def target_cell(row: ScorecardRow, period: ReportingPeriod) -> Cell:
    """Show the target that fits a period, or why there is none."""
    found = find_figure(row, TARGET, period)
    unit = row.indicator.unit
    if not isinstance(found, Target):
        return figure_cell(found, unit)
    return aim_cell(found, unit)


def aim_cell(target: Target, unit: Unit) -> Cell:
    """Show what a target aims at."""
    cell = figure_cell(target.aim, unit)
    return Cell(f"beyond {cell.text}", number=cell.number) if target.strict else cell


def level_cell(level: Level) -> Cell:
    """Show a level by its word, symbol and colour."""
    return Cell(level.label, symbol=level.symbol, colour=level.colour)


def result_cell(result: Result) -> Cell:
    """Show a rating or a direction of travel; both a verdict and which way the number went."""
    moved, symbol = "", ""
    if isinstance(result, Travel) and not isinstance(result.movement, Missing):
        moved, symbol = result.movement.value, result.movement.symbol
    scale = result.rule.scale
    if result.level is None:
        because = [result.reasons[0].words] if result.reasons else []
        if because and because[0].casefold() == result.label.casefold():
            because = []
        inside = ", ".join([*because, *([moved] if moved else [])])
        return Cell(f"{result.label} ({inside})" if inside else result.label, symbol=symbol)
    level = scale.level(result.level)
    if moved:
        return Cell(f"{level.label} ({moved})", symbol=symbol, colour=level.colour)
    return level_cell(level)


def percentage_cell(share: Fraction | None) -> Cell:
    """Show a share to one decimal place, half-up; a dash where there is nothing to share."""
    if share is None:
        return Cell("-")
    shown = round_to(share * 100, 1)
    return Cell(f"{shown}%", number=shown)
