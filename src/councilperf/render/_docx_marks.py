"""Marks in a Word document for which python-docx has no word: each an element of its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.table import _Row as WordRow
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

__all__ = [
    "add_element",
    "add_field",
    "describe_table",
    "keep_row_whole",
    "mark_header_row",
    "mark_language",
    "shade_cell",
    "word_name",
]


def word_name(name: str) -> str:
    """Return a name of WordprocessingML as XML has it."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def add_element(parent: Any, name: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml's
    """Add an element of WordprocessingML with these attributes, and return it."""
    named = {word_name(key): value for key, value in attributes.items()}
    made = parent.makeelement(word_name(name), named)
    parent.append(made)
    return made


def add_field(line: WordParagraph, code: str) -> None:
    """Add a field that Word works out, such as the page's number."""
    field = add_element(line._p, "fldSimple", instr=code)
    run = add_element(field, "r")
    add_element(run, "t").text = "1"


def describe_table(table: WordTable, caption: str) -> None:
    """Give a table its alternative text, and say that its first row and column are headers."""
    properties: Any = table._tbl.tblPr
    for old in properties.findall(word_name("tblLook")):
        properties.remove(old)
    margins = add_element(properties, "tblCellMar")
    for side, twips in (("top", "40"), ("left", "100"), ("bottom", "40"), ("right", "100")):
        add_element(margins, side, w=twips, type="dxa")
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0"}
    add_element(properties, "tblLook", val="04A0", **look, noHBand="0", noVBand="1")
    add_element(properties, "tblCaption", val=caption)


def keep_row_whole(row: WordRow) -> None:
    """Keep a row on one page."""
    add_element(row._tr.get_or_add_trPr(), "cantSplit")


def mark_header_row(row: WordRow) -> None:
    """Mark a row as the header, which is repeated on each page."""
    keep_row_whole(row)
    add_element(row._tr.get_or_add_trPr(), "tblHeader")


def mark_language(run: Run, language: str) -> None:
    """Say which language a run of text is in."""
    add_element(run._r.get_or_add_rPr(), "lang", val=language)


def shade_cell(cell: WordCell, colour: str) -> None:
    """Colour what is behind a cell's words."""
    properties = cell._tc.get_or_add_tcPr()
    add_element(properties, "shd", val="clear", color="auto", fill=colour[1:].upper())
