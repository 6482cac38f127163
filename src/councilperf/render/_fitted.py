"""How the width of a line or page is shared among a table's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.render._width import longest_piece, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fitted"]

#: A column is made no narrower than this, nor than its longest word up to here.
_LEAST, _LONG_WORD = 4, 14
#: A column that wants no more than this is narrowed last.
_SHORT = 18


def fitted(rows: Sequence[Sequence[str]], width: int, *, gap: int) -> list[int] | None:
    """Return a width for each column, in letters, or `None` if they do not fit side by side.

    >>> fitted([["Ref", "Measure"], ["H1", "Affordable homes delivered"]], 20, gap=2)
    [3, 15]

    Short columns are given what they want; the rest share what is left by what they would like
    beyond their longest words.
    """
    columns = list(zip(*rows, strict=True))
    wanted = [max(map(width_of, column)) for column in columns]
    room = width - gap * (len(columns) - 1)
    if sum(wanted) <= room:
        return wanted
    least = [
        min(wide, max(_LEAST, *(min(longest_piece(text), _LONG_WORD) for text in column)))
        for wide, column in zip(wanted, columns, strict=True)
    ]
    if sum(least) > room:
        return None
    kept = [wide if wide <= _SHORT else low for wide, low in zip(wanted, least, strict=True)]
    if sum(kept) <= room:
        least = kept
    left, more = room - sum(least), sum(wanted) - sum(least)
    return [low + left * (wide - low) // more for wide, low in zip(wanted, least, strict=True)]
