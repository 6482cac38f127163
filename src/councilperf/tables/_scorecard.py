"""Scorecards as tables: with ratings, and as they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_flag
from councilperf.assessment import find_given
from councilperf.tables._beside import beside_columns
from councilperf.tables._cells import aim_cell, result_cell, target_cell, value_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._spoken import describe_trend
from councilperf.tables._table import Cell, Column, Table
from councilperf.tables._trend_line import trend_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.assessment import AssessedRow, Assessment
    from councilperf.model import Scorecard, ScorecardRow, StatedLevel
    from councilperf.tables._labels import Labels

__all__ = ["figures_table", "scorecard_table"]


def scorecard_table(
    assessment: Assessment, *, trends: bool = False, labels: Labels = ENGLISH
) -> Table:
    """Set out an assessment: each indicator with its figure, target and results.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> [str(each) for each in scorecard_table(assess(card, MAIDSTONE)).rows[0]]
    ['H1', 'Affordable homes delivered', '42', '45', 'Amber ▲']

    What was published stands beside what is computed, in one column for all judgements, and so
    does a level that somebody decided on instead, which is the one that counts. A judgement
    without a single result has no column, but a note that says why. Where the assessment was
    asked for benchmarks and control charts, each has a column of its own beside the results. With
    *trends* each row's figures over time are drawn, or described where nothing can be drawn.
    """
    check_flag("trends", trends)
    names = assessment.rules.judgements
    shown = [each for each in names if _has_result(assessment, each)]
    asked = list(beside_columns(assessment, labels))
    beside = [each for each in asked if each.has_verdict(assessment)]
    has_given = any(_given(row, assessment) for row in assessment.rows)
    columns = [
        Column(labels.reference),
        Column(labels.measure),
        Column(labels.value, numeric=True),
        Column(labels.target, numeric=True),
        *([Column(labels.trend)] if trends else []),
        *(Column(labels.judgement_header(each)) for each in shown),
        *(Column(each.header) for each in beside),
        *([Column(labels.given)] if has_given else []),
    ]
    rows = [
        [
            Cell(row.reference),
            Cell(row.row.indicator.title),
            value_cell(row.row, assessment.period),
            target_cell(row.row, assessment.period),
            *([_trend_cell(row, assessment)] if trends else []),
            *(result_cell(row.result(each)) for each in shown),
            *(each.cell(row) for each in beside),
            *([Cell(_given(row, assessment))] if has_given else []),
        ]
        for row in assessment.rows
    ]
    notes = [_why_not_shown(assessment, each, labels) for each in names if each not in shown]
    notes += [each.why_empty(assessment) for each in asked if each not in beside]
    return Table(f"{labels.scorecard}, {assessment.period}", columns, rows, notes=notes)


def _trend_cell(row: AssessedRow, assessment: Assessment) -> Cell:
    line = trend_line(row.reference, assessment)
    return Cell(describe_trend(line), trend=line)


def _has_result(assessment: Assessment, name: str) -> bool:
    return any(row.result(name).level is not None for row in assessment.rows)


def _given(row: AssessedRow, assessment: Assessment) -> str:
    found = (find_given(row, result, assessment.period) for result in row.results)
    said = [each.text for each in found if each is not None]
    for result, standing in zip(row.results, row.standing, strict=True):
        if standing is not result:
            said.append(f"{standing.label} stands")
    return "; ".join(said)


def _why_not_shown(assessment: Assessment, name: str, labels: Labels) -> str:
    reasons = dict.fromkeys(row.result(name).reasons[0].words for row in assessment.rows)
    because = f" ({'; '.join(reasons)})" if reasons else ""
    return f"{labels.judgement_header(name)}: no indicator has one{because}."


def figures_table(scorecard: Scorecard, *, labels: Labels = ENGLISH) -> Table:
    """Set out a scorecard as it was given: a column for each period, then the targets.

    What was published of its rows, and their benchmarks, follow where there are any.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, 42)])
    >>> [each.header for each in figures_table(Scorecard("Planning", [row])).columns]
    ['Ref', 'Measure', 'Q2 2019-20', 'Target']
    """
    periods = scorecard.periods()
    benchmarked = any(row.benchmarks or row.benchmark_text for row in scorecard.rows)
    stated = any(row.stated for row in scorecard.rows)
    columns = [
        Column(labels.reference),
        Column(labels.measure),
        *(Column(str(each), numeric=True) for each in periods),
        Column(labels.target, numeric=True),
        *([Column(labels.benchmark)] if benchmarked else []),
        *([Column(labels.given)] if stated else []),
    ]
    rows = [
        [
            Cell(row.indicator.reference),
            Cell(row.indicator.title),
            *(value_cell(row, each) for each in periods),
            Cell("; ".join(aim_cell(each, row.indicator.unit).text for each in row.targets)),
            *([Cell("; ".join(_benchmarks(row)))] if benchmarked else []),
            *([Cell("; ".join(_stated(each, labels) for each in row.stated))] if stated else []),
        ]
        for row in scorecard.rows
    ]
    return Table(scorecard.title, columns, rows, notes=scorecard.assumed)


def _benchmarks(row: ScorecardRow) -> Iterator[str]:
    if row.benchmark_text is not None:
        yield row.benchmark_text
    for each in row.benchmarks:
        when = "" if each.period is None else f" ({each.period})"
        yield f"{each.group} {row.indicator.unit.show(each.value)}{when}"


def _stated(level: StatedLevel, labels: Labels) -> str:
    of = "" if level.period is None else f", {level.period}"
    return f"{labels.judgement_header(level.judgement)}{of}: {level.text}"
