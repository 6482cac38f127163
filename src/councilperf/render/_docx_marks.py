"""Marks in a Word document for which python-docx has no word: each an element of its XML."""

from __future__ import annotations

from typing import Any

__all__ = [
    "add_element",
    "add_field",
    "describe_table",
    "keep_row_whole",
    "mark_header_row",
    "mark_language",
    "shade_cell",
    "word_name",
    "xml_of",
]


def word_name(name: str) -> str:
    """Return a name of WordprocessingML as XML has it."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def xml_of(part: Any) -> Any:
    """Return the XML element that a part of the document keeps."""
    return part._element


def add_element(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element of WordprocessingML with these attributes, and return it."""
    named = {word_name(key): value for key, value in attributes.items()}
    made = parent.makeelement(word_name(name), named)
    parent.append(made)
    return made


def add_field(line: Any, code: str) -> None:
    """Add a field that Word works out, such as the page's number."""
    field = add_element(xml_of(line), "fldSimple", instr=code)
    run = add_element(field, "r")
    add_element(run, "t").text = "1"


def describe_table(table: Any, caption: str) -> None:
    """Give a table its alternative text, and say that its first row and column are headers."""
    properties = xml_of(table).tblPr
    for old in properties.findall(word_name("tblLook")):
        properties.remove(old)
    margins = add_element(properties, "tblCellMar")
    for side, twips in (("top", "40"), ("left", "100"), ("bottom", "40"), ("right", "100")):
        add_element(margins, side, w=twips, type="dxa")
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0"}
    add_element(properties, "tblLook", val="04A0", **look, noHBand="0", noVBand="1")
    add_element(properties, "tblCaption", val=caption)


def keep_row_whole(row: Any) -> None:
    """Keep a row on one page."""
    add_element(xml_of(row).get_or_add_trPr(), "cantSplit")


def mark_header_row(row: Any) -> None:
    """Mark a row as the header, which is repeated on each page."""
    keep_row_whole(row)
    add_element(xml_of(row).get_or_add_trPr(), "tblHeader")


def mark_language(run: Any, language: str) -> None:
    """Say which language a run of text is in."""
    add_element(xml_of(run).get_or_add_rPr(), "lang", val=language)


def shade_cell(cell: Any, colour: str) -> None:
    """Colour what is behind a cell's words."""
    properties = xml_of(cell).get_or_add_tcPr()
    add_element(properties, "shd", val="clear", color="auto", fill=colour[1:].upper())
