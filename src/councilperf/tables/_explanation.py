"""The whole reason for one indicator: its key with the numbers put in, and what they gave."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.assessment import Measure, StatedResult, Travel, find_given
from councilperf.model import Polarity, Unit
from councilperf.tables._cells import level_cell, target_cell, value_cell
from councilperf.tables._chart import chart_table
from councilperf.tables._dated import dated
from councilperf.tables._labels import ENGLISH
from councilperf.tables._page import Fact, Facts, Heading, Page, Paragraph
from councilperf.tables._rules import needed_by_level
from councilperf.tables._table import Cell, Table
from councilperf.values import Missing, terminating_decimal

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.assessment import AssessedRow, Assessment, Key, KeyLine, Rating
    from councilperf.tables._labels import Labels
    from councilperf.tables._page import Block

__all__ = ["explanation_page"]


def explanation_page(
    row: AssessedRow, assessment: Assessment, *, labels: Labels = ENGLISH
) -> Page:
    """Set out why one indicator has its results.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> assessment = assess(card, MAIDSTONE)
    >>> page = explanation_page(assessment["H1"], assessment)
    >>> page.title
    'H1: Affordable homes delivered'
    >>> [str(row[2]) for row in page.blocks[3].rows]
    ['45 or more', '40.5 or more', 'the rest']
    """
    indicator = row.row.indicator
    blocks: list[Block] = [_figures(row, assessment, labels)]
    for result in row.results:
        blocks += [Heading(labels.judgement_header(result.judgement)), Paragraph(result.reason)]
        if not isinstance(result, StatedResult):
            blocks += _key_with_numbers(result, labels)
        given = find_given(row, result, assessment.period)
        if given is not None:
            blocks.append(Paragraph(f"{labels.given}: {given.text}."))
        standing = row.standing_result(result.judgement)
        if standing is not result:
            blocks.append(Paragraph(f"{labels.stands}: {standing.reason}"))
    for verdict in row.benchmarks:
        blocks += [Heading(f"{labels.benchmark}: {verdict.name}"), Paragraph(verdict.reason)]
    if row.chart is not None:
        blocks.append(chart_table(row.chart, unit=indicator.unit, labels=labels))
    if row.row.commentary is not None:
        blocks += [Heading(labels.commentary), Paragraph(row.row.commentary)]
    return Page(f"{indicator.reference}: {indicator.title}", blocks)


def _figures(row: AssessedRow, assessment: Assessment, labels: Labels) -> Facts:
    indicator, period = row.row.indicator, assessment.period
    facts = [
        Fact(labels.period, dated(period)),
        Fact(labels.rules, f"{assessment.rules.name} ({assessment.rules.council})"),
        Fact(labels.value, value_cell(row.row, period).text or "no data"),
        Fact(labels.target, target_cell(row.row, period).text),
        Fact(labels.polarity, _POLARITY.get(indicator.polarity, str(indicator.polarity))),
    ]
    if indicator.tolerance is not None:
        facts.append(Fact(labels.tolerance, str(indicator.tolerance)))
    return Facts(facts)


_POLARITY: dict[Polarity | Missing, str] = {
    Polarity.HIGHER: "higher is better",
    Polarity.LOWER: "lower is better",
    Polarity.RANGE: "best inside a range",
    Polarity.NONE: "neither way is better",
}


def _key_with_numbers(result: Rating | Travel, labels: Labels) -> list[Block]:
    rating = result.verdict if isinstance(result, Travel) else result
    key = rating.key
    if not key.lines:
        return []
    limits = [*(_limit(each, key) for each in key.lines), "the rest"]
    rows = [
        [level_cell(key.rule.scale, level), Cell(needed), Cell(limit)]
        for (level, needed), limit in zip(needed_by_level(key.rule), limits, strict=True)
    ]
    caption = f"{labels.judgement_header(result.judgement)}: {labels.key.lower()}"
    table = Table(caption, [labels.level, labels.edge, labels.here], rows)
    distances = _distances(rating, labels)
    return [table, Facts(distances)] if distances else [table]


def _limit(line: KeyLine, key: Key) -> str:
    """Say which figures reach a line, as a number where there is one."""
    threshold, axis = line.certain, key.axis
    if threshold is None:
        return "; ".join(str(each) for each in line.missing)
    if axis is None or axis.measure is not Measure.NUMBER:
        return ""
    number = key.unit.show(_plain(threshold.at))
    higher = axis.polarity is Polarity.HIGHER
    if threshold.included:
        return f"{number} or {'more' if higher else 'less'}"
    return f"{'more' if higher else 'less'} than {number}"


def _plain(number: Exact) -> Exact:
    """Leave off the noughts that only the arithmetic brought."""
    shortest = terminating_decimal(Fraction(number))
    return number if shortest is None else shortest


def _distances(rating: Rating, labels: Labels) -> list[Fact]:
    axis = rating.key.axis
    if axis is None or axis.measure is Measure.LEVEL:
        return []
    gaps = ((labels.margin, rating.margin), (labels.shortfall, rating.shortfall))
    unit = _DAYS if axis.measure is Measure.DATE else rating.key.unit
    return [Fact(name, unit.show_difference(_plain(gap))) for name, gap in gaps if gap is not None]


_DAYS = Unit.parse("days")
