"""Text that a spreadsheet would run as a formula: defused on writing, restored on reading."""

from __future__ import annotations

__all__ = ["defused", "restored"]

#: A cell that begins with one of these may be run; an apostrophe before it makes it text.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_APOSTROPHE = "'"


def defused(text: str) -> str:
    """Return the text with an apostrophe before what a spreadsheet would run as a formula.

    >>> defused("=1+1"), defused("'=1+1"), defused("Homes")
    ("'=1+1", "''=1+1", 'Homes')

    It is for text alone: numbers keep their minus sign.
    """
    bare = text.lstrip(_APOSTROPHE)
    return _APOSTROPHE + text if bare.startswith(_STARTS) else text


def restored(text: str) -> str:
    """Return the text that was defused.

    >>> restored("'=1+1"), restored("''=1+1"), restored("'Homes'")
    ('=1+1', "'=1+1", "'Homes'")
    """
    if text.startswith(_APOSTROPHE) and text.lstrip(_APOSTROPHE).startswith(_STARTS):
        return text[1:]
    return text
