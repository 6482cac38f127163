"""An assessment as a page: what was assessed, the scorecard, the counts, what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import find_disagreements, find_exceptions
from councilperf.tables._dated import dated
from councilperf.tables._exceptions import (
    disagreements_table,
    exceptions_blocks,
    exceptions_table,
)
from councilperf.tables._labels import ENGLISH
from councilperf.tables._legend import legend_table
from councilperf.tables._page import Bullets, Fact, Facts, Heading, Page, Paragraph
from councilperf.tables._scorecard import scorecard_table
from councilperf.tables._summary import summary_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment import Assessment
    from councilperf.model import Commentary
    from councilperf.tables._labels import Labels
    from councilperf.tables._page import Block

__all__ = ["assessment_blocks", "assessment_page"]


def assessment_page(
    assessment: Assessment,
    *,
    notes: Iterable[str] = (),
    trends: bool = False,
    labels: Labels = ENGLISH,
) -> Page:
    """Set out an assessment as a page.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.tables import Table
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> page = assessment_page(assess(card, MAIDSTONE))
    >>> page.title, [each.caption for each in page.blocks if isinstance(each, Table)]
    ('Planning', ['Scorecard, Q2 2019-20', 'Summary: rating', 'Symbols and marks'])

    *notes* are what else is to be said of the file that the scorecard was read from; with *trends*
    each row's figures over time are drawn.
    """
    blocks: list[Block] = [
        _title_block(assessment, labels),
        *assessment_blocks(assessment, trends=trends, labels=labels),
    ]
    about = [each for each in notes if each not in assessment.assumed]
    if about:
        blocks += [Heading(labels.about_file), Bullets(about)]
    return Page(assessment.scorecard.title, blocks)


def assessment_blocks(
    assessment: Assessment,
    *,
    trends: bool = False,
    labels: Labels,
    level: int = 2,
    commentaries: Iterable[Commentary] | None = None,
) -> list[Block]:
    """Return what an assessment says: assumptions, scorecard, counts, exceptions, legend.

    Its headings are of this *level*. With *commentaries* exceptions are set out one by one, with
    what is said of each; else in a table.
    """
    blocks: list[Block] = []
    if assessment.assumed:
        blocks += [Heading(labels.assumed, level=level), Bullets(assessment.assumed)]
    blocks.append(scorecard_table(assessment, trends=trends, labels=labels))
    for name in assessment.rules.judgements:
        if any(row.result(name).level is not None for row in assessment.rows):
            caption = f"{labels.summary}: {labels.judgement_header(name).lower()}"
            blocks.append(summary_table(assessment.tally(name), caption, labels=labels))
    exceptions = find_exceptions(assessment)
    if exceptions and commentaries is not None:
        blocks += exceptions_blocks(exceptions, commentaries, labels=labels)
    elif exceptions:
        blocks.append(exceptions_table(exceptions, labels=labels))
    elif assessment.rules.exceptions:
        blocks += [Heading(labels.exceptions, level=level), Paragraph(labels.no_exceptions)]
    disagreements = find_disagreements(assessment)
    if disagreements:
        blocks.append(disagreements_table(disagreements, labels=labels))
    legend = legend_table(assessment, labels=labels)
    if legend.rows:
        blocks.append(legend)
    return blocks


def _title_block(assessment: Assessment, labels: Labels) -> Facts:
    scorecard, rules, period = assessment.scorecard, assessment.rules, assessment.period
    facts: list[Fact] = []
    if scorecard.council is not None:
        facts.append(Fact(labels.council, scorecard.council))
    facts.append(Fact(labels.period, dated(period)))
    facts.append(Fact(labels.rules, f"{rules.name} ({rules.council})"))
    if scorecard.source is not None:
        facts.append(Fact(labels.source, scorecard.source))
    facts += [Fact(labels.rules_source, str(each)) for each in rules.sources]
    return Facts(facts)
