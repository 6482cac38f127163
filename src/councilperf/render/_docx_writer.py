"""Writes a page's blocks into a Word document, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from councilperf.render._clean import clean
from councilperf.render._docx_marks import (
    add_field,
    describe_table,
    keep_row_whole,
    mark_header_row,
    mark_language,
    shade_cell,
)
from councilperf.render._docx_styles import CAPTION, FACT, NOTE, TABLE_TEXT
from councilperf.render._fitted import fitted
from councilperf.render._palette import PALETTE
from councilperf.tables import Bullets, Facts, Heading, Page, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph as WordParagraph

    from councilperf.tables import Block, Cell, Column, Labels

__all__ = ["DocxWriter"]

#: A4, and the margin on every side, in millimetres.
_SHORT_SIDE, _LONG_SIDE, _MARGIN = 210, 297, 20
#: A table with more columns than this stands on pages laid across.
_MOST_UPRIGHT = 6
#: Millimetres for a letter of a table's text, and how many letters wide the space beside it is.
_LETTER, _GAP = 2.1, 3
#: Keeps a symbol on the line of its word.
_TIED = "\N{NO-BREAK SPACE}"


class DocxWriter:
    """A document, and which way its last page is laid."""

    __slots__ = ("document", "is_across", "labels")

    def __init__(self, document: Document, labels: Labels) -> None:
        self.document = document
        self.labels = labels
        self.is_across = False

    def write(self, page: Page) -> None:
        """Write a page with its title."""
        _lay(self.document.sections[0], is_across=False)
        self._number_pages()
        self.document.add_heading(clean(page.title), level=1)
        for place, block in enumerate(page.blocks):
            self._turn(is_across=_is_wide_from(page.blocks[place:]))
            self._block(block)

    def _turn(self, *, is_across: bool) -> None:
        if is_across is not self.is_across:
            _lay(self.document.add_section(), is_across=is_across)
            self.is_across = is_across

    def _number_pages(self) -> None:
        footer = self.document.sections[0].footer.paragraphs[0]
        footer.add_run("Page ")
        add_field(footer, "PAGE")
        footer.add_run(" of ")
        add_field(footer, "NUMPAGES")

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Heading):
            self._say(self.document.add_heading(level=block.level), block.text)
        elif isinstance(block, Paragraph):
            self.document.add_paragraph(clean(block.text))
        elif isinstance(block, Bullets):
            for each in block.items:
                self.document.add_paragraph(clean(each), style="List Bullet")
        else:
            self._facts(block)

    def _facts(self, facts: Facts) -> None:
        for each in facts.items:
            line = self.document.add_paragraph(style=FACT)
            self._say(line, f"{each.name}:", bold=True)
            line.add_run(f"\t{clean(each.value)}")

    def _say(self, line: WordParagraph, text: str, *, bold: bool = False) -> None:
        """Add a text; a label that it begins with is marked if it is in another language."""
        label = self.labels.beginning_of(text)
        if label:
            run = line.add_run(clean(label))
            run.bold = bold or None
            mark_language(run, self.labels.language)
        line.add_run(clean(text.removeprefix(label))).bold = bold or None

    def _table(self, table: Table) -> None:
        from docx.shared import Mm

        self._say(self.document.add_paragraph(style=CAPTION), table.caption)
        made = self.document.add_table(1 + len(table.rows), len(table.columns), "Table Grid")
        describe_table(made, clean(table.caption))
        room = (_LONG_SIDE if self.is_across else _SHORT_SIDE) - 2 * _MARGIN
        widths = [Mm(each) for each in _widths(table, room)]
        for made_column, width in zip(made.columns, widths, strict=True):
            made_column.width = width
        header, *rows = made.rows
        mark_header_row(header)
        for made_cell, column, width in zip(header.cells, table.columns, widths, strict=True):
            made_cell.width = width
            self._say(_line(made_cell, column), column.header, bold=True)
        for made_row, row in zip(rows, table.rows, strict=True):
            keep_row_whole(made_row)
            cells = zip(made_row.cells, row, table.columns, widths, strict=True)
            for place, (made_cell, cell, column, width) in enumerate(cells):
                made_cell.width = width
                _write_cell(made_cell, cell, column, names_row=place == 0)
        for note in table.notes:
            self.document.add_paragraph(clean(note), style=NOTE)


def _widths(table: Table, room: float) -> list[float]:
    """Return the width of each column in millimetres."""
    rows = [
        [each.header for each in table.columns],
        *([str(c) for c in row] for row in table.rows),
    ]
    texts = [[clean(each) for each in row] for row in rows]
    letters = fitted(texts, int(room / _LETTER) - _GAP, gap=_GAP)
    if letters is None:
        return [room / len(table.columns)] * len(table.columns)
    return [_LETTER * (each + _GAP) for each in letters]


def _is_wide_from(blocks: tuple[Block, ...]) -> bool:
    """Say whether a wide table begins here; headings stand on the page of what they head."""
    first = next((each for each in blocks if not isinstance(each, Heading)), None)
    return isinstance(first, Table) and len(first.columns) > _MOST_UPRIGHT


def _lay(section: Section, *, is_across: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = (_LONG_SIDE, _SHORT_SIDE) if is_across else (_SHORT_SIDE, _LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if is_across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)


_SWATCHES = {each.name: each for each in PALETTE}


def _write_cell(made: Any, cell: Cell, column: Column, *, names_row: bool) -> None:
    from docx.shared import RGBColor

    symbol = f"{_TIED}{clean(cell.symbol)}" if cell.symbol else ""
    swatch = _SWATCHES.get(cell.colour)
    if swatch is not None:
        shade_cell(made, swatch.paper)
    run = _line(made, column).add_run(clean(cell.text) + symbol)
    run.bold = names_row or None
    if swatch is not None:
        run.font.color.rgb = RGBColor.from_string(swatch.ink[1:])


def _line(made: Any, column: Column) -> WordParagraph:
    """Return the only line of a new cell, laid as the column wants it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    line: WordParagraph = made.paragraphs[0]
    line.style = TABLE_TEXT
    if column.numeric:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return line
