"""Pages, tables and assessments as Excel workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from councilperf._checks import check_instance
from councilperf.assessment import Assessment
from councilperf.formats._xlsx._book import Leaf, write_book
from councilperf.formats._xlsx._xml import check_extra
from councilperf.tables import Page, Table, assessment_page, results_table, rules_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.tables import Block

__all__ = ["write_assessment_xlsx", "write_page_xlsx"]


def write_page_xlsx(page: Page | Table) -> bytes:
    """Write a page as an Excel workbook: its words on the cover, each table on a sheet of its own.

    >>> table = Table("Red indicators", ["Reference", "Measure"], [["R3", "Appeals won"]])
    >>> write_page_xlsx(table)[:2]
    b'PK'

    Figures are numbers in the look that the page gives them, up to the 15 digits that Excel
    keeps. Words stand without symbols and colours, which say nothing more. Text that looks like a
    formula stays text. The same page always gives the same bytes.

    Raises `FieldValueError` for text longer than Excel's 32,767 characters to a cell, and
    `MissingExtraError` without the extra `xlsx`.
    """
    check_extra()
    check_instance("page", page, (Page, Table))
    if isinstance(page, Table):
        return write_book(page.caption, (), [Leaf(page.caption, page)])
    return write_book(page.title, page.blocks, _leaves(page.blocks))


def write_assessment_xlsx(assessment: Assessment) -> bytes:
    """Write an assessment as an Excel workbook that can be published.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> write_assessment_xlsx(assess(card, MAIDSTONE))[:2]
    b'PK'

    It has a cover, a list of contents, the scorecard with its ratings, the summaries, the
    exceptions, every result with its reason, and how the council rates; `write_page_xlsx` says
    how cells are written, and which errors are raised.
    """
    check_extra()
    check_instance("assessment", assessment, Assessment)
    page = assessment_page(assessment)
    rules = rules_page(assessment.rules)
    tables = [
        evolve(results_table(assessment), caption=f"Results and reasons, {assessment.period}"),
        *(
            evolve(each.table, caption=f"How we rate: {each.name}")
            for each in _leaves(rules.blocks)
        ),
    ]
    leaves = [*_leaves(page.blocks), *_leaves(tables)]
    return write_book(page.title, page.blocks, leaves)


def _leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    return (Leaf(each.caption, each) for each in blocks if isinstance(each, Table))
