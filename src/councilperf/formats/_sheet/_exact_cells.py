"""Text in cells from which exactly the same text is had again."""

from __future__ import annotations

from councilperf.formats._sheet._defused import defused, restored

__all__ = ["exact_cell", "text_of_cell"]

_APOSTROPHE = "'"


def exact_cell(text: str) -> str:
    """Return the cell for a text; an apostrophe keeps what would be run, trimmed or blank.

    >>> exact_cell("Homes"), exact_cell("=1+1"), exact_cell(" min"), exact_cell("")
    ('Homes', "'=1+1", "' min", "'")
    """
    return _APOSTROPHE + text if _would_be_trimmed(text) else defused(text)


def text_of_cell(cell: str) -> str:
    """Return the text that a cell holds: without white space around it unless that is kept.

    >>> text_of_cell(" Homes "), text_of_cell("' min"), text_of_cell("'"), text_of_cell("'Tis")
    ('Homes', ' min', '', "'Tis")
    """
    if cell.startswith(_APOSTROPHE):
        return cell[1:] if _would_be_trimmed(cell) else restored(cell)
    return cell.strip()


def _would_be_trimmed(text: str) -> bool:
    bare = text.lstrip(_APOSTROPHE)
    return not bare or bare != bare.strip()
