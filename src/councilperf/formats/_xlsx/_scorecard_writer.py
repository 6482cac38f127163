"""The wide scorecard written as a workbook, in the columns that `read_scorecard_xlsx` knows."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.formats._csv._scorecard_writer import SheetColumn, scorecard_columns
from councilperf.formats._xlsx._book import Leaf, write_book
from councilperf.formats._xlsx._xml import check_extra
from councilperf.model import Scorecard
from councilperf.tables import Bullets, Cell, Column, Fact, Facts, Heading, Table
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from councilperf.model import ScorecardRow
    from councilperf.tables import Block

__all__ = ["write_scorecard_xlsx"]


def write_scorecard_xlsx(scorecard: Scorecard) -> bytes:
    """Write a scorecard as an Excel workbook: one row an indicator, one column a period.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, Target
    >>> from councilperf.formats import read_scorecard_xlsx
    >>> homes = Indicator("H1", "=Homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> read_scorecard_xlsx(write_scorecard_xlsx(card)).value.rows == card.rows
    True

    `read_scorecard_xlsx` reads it back, its title too. It has a cover, a list of contents, the
    scorecard as one marked table, and what the marks in it mean. The columns, and what a sheet
    has no place for, are those of `write_scorecard_csv`; `write_page_xlsx` says how cells are
    written, and which errors are raised.
    """
    check_extra()
    check_instance("scorecard", scorecard, Scorecard)
    columns = scorecard_columns(scorecard)
    table = Table(
        scorecard.title,
        [Column(each.header, numeric=each.is_figure) for each in columns],
        zip(*map(_cells, columns), strict=True),
    )
    leaves = [Leaf("Scorecard", table)]
    marks = _marks(scorecard)
    if marks:
        leaves.append(Leaf("Marks", Table("What the marks mean", ["Mark", "Meaning"], marks)))
    return write_book(scorecard.title, _cover(scorecard), leaves)


_FIGURE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(?: \[[a-z]+\])*", re.ASCII)


def _cells(column: SheetColumn) -> list[Cell]:
    return [_cell(each, is_figure=column.is_figure) for each in column.cells]


def _cell(text: str, *, is_figure: bool) -> Cell:
    found = _FIGURE.fullmatch(text) if is_figure else None
    return Cell(text) if found is None else Cell(text, number=Decimal(found[1]))


def _cover(card: Scorecard) -> list[Block]:
    facts = [
        Fact(name, text)
        for name, text in (("Council", card.council), ("Source", card.source))
        if text is not None
    ]
    blocks: list[Block] = [Facts(facts)] if facts else []
    return [*blocks, Heading("Assumed"), Bullets(card.assumed)] if card.assumed else blocks


def _marks(card: Scorecard) -> list[list[str]]:
    """Return each mark that stands in the scorecard, with its meaning."""
    used: set[Mark | Absence] = set()
    for row in card.rows:
        used |= _used(row)
    return [
        [each.shorthand, each.words]
        for kind in (Absence, Mark)
        for each in kind
        if each in used and each.shorthand
    ]


def _used(row: ScorecardRow) -> set[Mark | Absence]:
    used: set[Mark | Absence] = set()
    for each in row.observations:
        used |= each.marks
        if isinstance(each.value, Missing):
            used.add(each.value.reason)
    return used
