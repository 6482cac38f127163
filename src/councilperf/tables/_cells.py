"""Cells for figures, targets and results, as scorecards print them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf.assessment import Movement, Travel, find_figure
from councilperf.model import Range, Target
from councilperf.periods import format_dates
from councilperf.rules import TARGET
from councilperf.tables._table import Cell
from councilperf.values import round_to

if TYPE_CHECKING:
    from fractions import Fraction

    from councilperf.assessment import Result
    from councilperf.model import ScorecardRow, Unit
    from councilperf.periods import ReportingPeriod
    from councilperf.rules import Scale

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
    if isinstance(found, Range):
        return Cell(f"{unit.show(found.low)} to {unit.show(found.high)}")
    if isinstance(found, dt.date):
        return Cell(format_dates([found]))
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


def level_cell(scale: Scale, key: str) -> Cell:
    """Show a level by its word, symbol and colour.

    The arrows of a direction of travel are left off: an arrow says which way the number went, and
    the verdict on it is said by the word.
    """
    level = scale.level(key)
    symbol = "" if scale.travel else level.symbol
    return Cell(level.label, symbol=symbol, colour=level.colour)


def result_cell(result: Result) -> Cell:
    """Show a result: the level, or why there is none; and which way the number went."""
    scale = result.rule.scale
    moved = result.movement if isinstance(result, Travel) else None
    if isinstance(moved, Movement):
        symbol, words = moved.symbol, [moved.value]
    else:
        symbol, words = "", []
    if result.level is not None:
        cell = level_cell(scale, result.level)
        text = f"{cell.text} ({moved})" if words else cell.text
        return Cell(text, symbol=symbol or cell.symbol, colour=cell.colour)
    because = result.reasons[0].words
    if because.casefold() != result.label.casefold():
        words.insert(0, because)
    return Cell(f"{result.label} ({', '.join(words)})" if words else result.label, symbol=symbol)


def percentage_cell(share: Fraction | None) -> Cell:
    """Show a share to one decimal place, half-up; a dash where there is nothing to share."""
    if share is None:
        return Cell("-")
    shown = round_to(share * 100, 1)
    return Cell(f"{shown}%", number=shown)
