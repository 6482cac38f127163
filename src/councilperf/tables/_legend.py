"""A legend, made from the symbols and marks that an assessment really uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import Movement, Travel
from councilperf.spc import Assurance, Variation
from councilperf.tables._cells import level_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._rules import needed_by_level
from councilperf.tables._table import Cell, Table
from councilperf.values import Mark, Missing

if TYPE_CHECKING:
    from councilperf.assessment import Assessment
    from councilperf.tables._labels import Labels

__all__ = ["legend_table"]


def legend_table(assessment: Assessment, *, labels: Labels = ENGLISH) -> Table:
    """Say what each level, arrow and mark that is used means.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 33)], [Target(45)])])
    >>> for row in legend_table(assess(card, MAIDSTONE)).rows:
    ...     print(*row, sep=" | ")
    Red ■ | Rating: anything else
    """
    rows = [*_levels(assessment, labels), *_movements(assessment)]
    rows += [*_charts(assessment, labels), *_marks(assessment)]
    return Table(labels.legend, [labels.level, labels.meaning], rows)


def _levels(assessment: Assessment, labels: Labels) -> list[list[Cell]]:
    """Return the levels used, each with what its rule asks for."""
    rows: list[list[Cell]] = []
    for name in assessment.rules.judgements:
        results = [row.result(name) for row in assessment.rows]
        used = {(each.rule, each.level) for each in results}
        for rule in assessment.rules.rules_for(name):
            for key, needed in needed_by_level(rule):
                if (rule, key) in used:
                    words = Cell(f"{labels.judgement_header(name)}: {needed}")
                    rows.append([level_cell(rule.scale, key), words])
    return rows


def _movements(assessment: Assessment) -> list[list[Cell]]:
    travels = [each for row in assessment.rows for each in row.results if isinstance(each, Travel)]
    used = {each.movement for each in travels if not isinstance(each.movement, Missing)}
    return [
        [Cell(each.value, symbol=each.symbol), Cell(_MOVED[each])]
        for each in Movement
        if each in used
    ]


_MOVED = {
    Movement.UP: "The figure rose; the word beside it says whether that is better",
    Movement.FLAT: "The figure did not change",
    Movement.DOWN: "The figure fell; the word beside it says whether that is better",
}


def _charts(assessment: Assessment, labels: Labels) -> list[list[Cell]]:
    """Return the verdicts that the control charts gave."""
    charts = [row.chart for row in assessment.rows if row.chart is not None]
    varied, assured = {each.variation for each in charts}, {each.assurance for each in charts}
    rows: list[list[Cell]] = []
    for used, header, meanings in (
        (varied, labels.variation, _VARIED),
        (assured, labels.assurance, _ASSURED),
    ):
        for each, meaning in meanings.items():
            if each in used:
                word = Cell(
                    f"{each.words[0].upper()}{each.words[1:]}",
                    symbol=each.symbol,
                    colour=each.colour,
                )
                rows.append([word, Cell(f"{header}: {meaning}")])
    return rows


_VARIED: dict[Variation | Assurance, str] = {
    Variation.COMMON_CAUSE: "the last figure is what the process gives anyway",
    Variation.IMPROVEMENT_HIGH: "a signal that the process has changed for the better, upwards",
    Variation.IMPROVEMENT_LOW: "a signal that the process has changed for the better, downwards",
    Variation.CONCERN_HIGH: "a signal that the process has changed for the worse, upwards",
    Variation.CONCERN_LOW: "a signal that the process has changed for the worse, downwards",
    Variation.NEUTRAL_HIGH: "a signal that the process has changed, upwards",
    Variation.NEUTRAL_LOW: "a signal that the process has changed, downwards",
}
_ASSURED: dict[Variation | Assurance, str] = {
    Assurance.PASS: "all of the process's ordinary variation meets the target",
    Assurance.FAIL: "all of the process's ordinary variation misses the target",
    Assurance.INCONSISTENT: "the target lies within the process's ordinary variation",
}


def _marks(assessment: Assessment) -> list[list[Cell]]:
    found = (row.row.observation(assessment.period) for row in assessment.rows)
    used = {mark for each in found if each is not None for mark in each.marks}
    return [
        [Cell(each.shorthand), Cell(f"The figure is {each.words}")]
        for each in Mark
        if each in used
    ]
