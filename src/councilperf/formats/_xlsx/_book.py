"""Workbooks that everybody can use: the government's checklist for spreadsheets, followed.

The checklist is the Analysis Function's "Making spreadsheets accessible: a brief checklist of the
basics", as the documentation of gptables goes through it. So: a cover, a list of contents, one
table to a sheet, marked as a table with one row of headers, its title in A1, no merged or hidden
cells, nothing below a table, notes on a sheet of their own, no filters and no frozen panes, plain
type of 12 points, text wrapped, and no fill or colour to say anything by.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast, final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import frozen

from councilperf.formats._xlsx._cells import cell_text, stored_number
from councilperf.tables import Bullets, Cell, Column, Facts, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from councilperf.tables import Block

__all__ = ["BLANKS", "ONE_TABLE", "Leaf", "write_book"]

#: What is said above each table; it belongs to the sheet and not to what it holds.
ONE_TABLE = "This sheet holds one table."
BLANKS = "A blank cell means that nothing was reported, or that the column does not apply."
#: A sign alone is read out badly, or not at all.
_DASH, _NONE = "-", "[z]"
_COVER, _CONTENTS, _NOTES = "Cover", "Contents", "Notes"


@final
@frozen
class Leaf:
    """A sheet to be: what its tab says, and its table."""

    name: str
    table: Table


def write_book(title: str, cover: Sequence[Block], leaves: Iterable[Leaf]) -> bytes:
    """Write a workbook: the same parts always give the same bytes."""
    # An extra brings it, so it is loaded when it is used.
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    _add_styles(book)
    named = _named(leaves)
    numbers: dict[tuple[str, str], int] = {}
    for name, table in named:
        for note in table.notes:
            numbers[name, note] = len(numbers) + 1
    extra = [(_NOTES, Table(_NOTES, ["Note", "Sheet", "Text"], _note_rows(numbers)))]
    sheets = [*(extra if numbers else ()), *named]
    _write_cover(book.create_sheet(_COVER), title, cover)
    contents = Table(
        _CONTENTS, ["Sheet", "What it holds"], [[name, each.caption] for name, each in sheets]
    )
    _write_table(book.create_sheet(_CONTENTS), contents, [ONE_TABLE], links=True)
    for name, table in sheets:
        said = [f"[note {numbers[name, each]}]" for each in table.notes]
        lines = [ONE_TABLE]
        if said:
            lines.append(f"It has notes on the sheet {_NOTES}: {', '.join(said)}.")
        texts = {cell.text for row in table.rows for cell in row}
        if "" in texts:
            lines.append(BLANKS)
        if _DASH in texts:
            lines.append(f"{_NONE} means that there is nothing to be counted.")
        _write_table(book.create_sheet(name), table, lines)
    return _packed(book, title)


def _note_rows(numbers: dict[tuple[str, str], int]) -> list[list[str]]:
    return [[f"[note {number}]", name, note] for (name, note), number in numbers.items()]


#: What no tab may be called by, and how long its name may be.
_UNNAMEABLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]+|^'+|'+$")
_LONGEST_NAME = 31


def _named(leaves: Iterable[Leaf]) -> list[tuple[str, Table]]:
    """Give each sheet a name that Excel takes and that no other has."""
    taken = {each.casefold() for each in (_COVER, _CONTENTS, _NOTES, "History", "")}
    named: list[tuple[str, Table]] = []
    for leaf in leaves:
        wanted = " ".join(_UNNAMEABLE.sub(" ", leaf.name).split())
        name, number = wanted[:_LONGEST_NAME].strip(" '"), 1
        while name.casefold() in taken:
            number += 1
            ending = f" {number}"
            name = f"{wanted[: _LONGEST_NAME - len(ending)].strip(' ') or 'Table'}{ending}"
        taken.add(name.casefold())
        named.append((name, leaf.table))
    return named


def _add_styles(book: Workbook) -> None:
    """Add the styles: names that Excel's own menu has, in type that is read easily."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side  # noqa: PLC0415 - as above

    for name, bold, size, wrap, right in (
        ("Heading 1", True, 16, False, False),
        ("Heading 2", True, 14, False, False),
        ("Line", False, 12, False, False),
        ("Text", False, 12, True, False),
        ("Figure", False, 12, False, True),
        ("Figure in words", False, 12, True, True),
        ("Header", True, 12, True, False),
        ("Header of figures", True, 12, True, True),
    ):
        font = Font(name="Arial", size=size, bold=bold)
        side = "right" if right else "left"
        # Set in by a letter where the next column may begin at once.
        alignment = Alignment(
            horizontal=side, vertical="top", wrap_text=wrap, indent=1 if right else 0
        )
        border = Border(bottom=Side("thin")) if name.startswith("Header") else Border()
        book.add_named_style(NamedStyle(name, font=font, alignment=alignment, border=border))
    link = Font(name="Arial", size=12, underline="single", color="FF1D4080")
    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    book.add_named_style(NamedStyle("Link", font=link, alignment=top))


def _put(sheet: Worksheet, row: int, column: int, text: str, style: str) -> Any:  # noqa: ANN401 - a cell
    """Put text into a cell, where nothing can take it for a formula."""
    cell: Any = sheet.cell(row, column)
    cell.style = style
    if text:
        cell.value = cell_text(text)
        cell.data_type = "s"
        if text.startswith(_LIKE_FORMULAS):
            # Text even after somebody has edited it: the apostrophe that Excel shows beside it.
            cell.quotePrefix = True
    return cell


_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def _write_cover(sheet: Worksheet, title: str, blocks: Sequence[Block]) -> None:
    lines: list[tuple[str, str]] = [(title, "Heading 1")]
    for block in blocks:
        if isinstance(block, Heading):
            lines.append((block.text, "Heading 2"))
        elif isinstance(block, Paragraph):
            lines.append((block.text, "Text"))
        elif isinstance(block, Bullets):
            lines += [(each, "Text") for each in block.items]
        elif isinstance(block, Facts):
            lines += [(f"{each.name}: {each.value}", "Text") for each in block.items]
    for row, (text, style) in enumerate(lines, 1):
        _put(sheet, row, 1, text, style)
    sheet.column_dimensions["A"].width = 90


def _write_table(
    sheet: Worksheet, table: Table, lines: Sequence[str], *, links: bool = False
) -> None:
    """Write a table below its title and what is said of it, and mark it as a table."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415
    from openpyxl.worksheet.table import Table as Marked  # noqa: PLC0415
    from openpyxl.worksheet.table import TableColumn, TableStyleInfo  # noqa: PLC0415

    _put(sheet, 1, 1, table.caption, "Heading 1")
    for number, line in enumerate(lines, 2):
        _put(sheet, number, 1, line, "Line")
    top = len(lines) + 2
    headers = _headers(table.columns)
    for place, (header, column) in enumerate(zip(headers, table.columns, strict=True), 1):
        _put(sheet, top, place, header, "Header of figures" if column.numeric else "Header")
    for number, row in enumerate(table.rows, top + 1):
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True), 1):
            written = _write_cell(sheet, number, place, cell, column)
            if links and place == 1:
                written.hyperlink = Hyperlink(ref="", location=_top_of(cell.text))
                written.style = "Link"
    last = f"{get_column_letter(len(headers))}{top + max(1, len(table.rows))}"
    marked = Marked(displayName=_table_name(sheet.title), ref=f"A{top}:{last}")
    # Listed here, so that no filter is added to them.
    marked.tableColumns = [TableColumn(place, name=each) for place, each in enumerate(headers, 1)]
    marked.tableStyleInfo = TableStyleInfo("TableStyleLight1", showFirstColumn=True)
    sheet.add_table(marked)
    widths = [
        _width(header, [row[place].text for row in table.rows])
        for place, header in enumerate(headers)
    ]
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.print_title_rows = f"{top}:{top}"
    _set_for_print(sheet, fits=sum(widths) < _PAGE)


def _write_cell(sheet: Worksheet, row: int, place: int, cell: Cell, column: Column) -> Any:  # noqa: ANN401
    stored = stored_number(cell)
    if stored is None:
        text = _NONE if cell.text == _DASH else cell.text
        return _put(sheet, row, place, text, "Figure in words" if column.numeric else "Text")
    written = _put(sheet, row, place, "", "Figure" if column.numeric else "Text")
    # As text, since openpyxl writes a number with 16 digits, which is 9.949999999999999 for 9.95.
    written.value = stored.text
    written.data_type = "n"
    written.number_format = stored.format
    return written


def _headers(columns: Sequence[Column]) -> list[str]:
    """Return the headers on one line each, each once, as a marked table needs them."""
    headers: list[str] = []
    taken: set[str] = set()
    for column in columns:
        text = header = cell_text(" ".join(column.header.split()))
        number = 1
        while header.casefold() in taken:
            number += 1
            header = f"{text} ({number})"
        taken.add(header.casefold())
        headers.append(header)
    return headers


def _table_name(sheet: str) -> str:
    return f"Table_{re.sub(r'[^A-Za-z0-9]+', '_', sheet).strip('_')}"


def _top_of(sheet: str) -> str:
    return "'{}'!A1".format(sheet.replace("'", "''"))


_NARROWEST, _WIDEST = 12, 60
#: How much wider a letter of 12 points is than the one that widths are counted in.
_LETTER = 1.25


def _width(header: str, texts: Sequence[str]) -> float:
    """Return a width that the longest line fits into, up to where lines are wrapped."""
    lines = [line for text in texts for line in text.splitlines()]
    # A header may take two lines.
    longest = max([*map(len, lines), *map(len, header.split()), len(header) // 2 + 4])
    return round(min(max(longest * _LETTER + 2, _NARROWEST), _WIDEST), 1)


#: How much of a page's width can be read when it is made to fit.
_PAGE = 260


def _set_for_print(sheet: Worksheet, *, fits: bool) -> None:
    """Let a sheet print on A4, on one page across where that can still be read."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    if fits:
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


#: The earliest time that an archive can state, and so one that states nothing.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"


def _packed(book: Workbook, title: str) -> bytes:
    """Return a workbook's bytes without the time and the machine that they were made on."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - as above

    book.properties.title = cell_text(title)
    book.properties.creator = "councilperf"
    book.properties.language = "en-GB"
    stream, made = BytesIO(), BytesIO()
    book.save(stream)
    properties = book.properties.to_tree()
    for each in list(properties):
        if each.tag.endswith(("}created", "}modified")):
            properties.remove(each)
    with ZipFile(stream) as archive, ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name in archive.namelist():
            part: bytes = archive.read(name)
            if name == _PROPERTIES:
                part = cast("bytes", tostring(properties))
            info = ZipInfo(name, _NO_TIME)
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, part)
    return made.getvalue()
