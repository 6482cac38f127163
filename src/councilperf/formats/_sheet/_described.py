"""What a table's columns hold, described once for every kind of metadata."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.formats._leaves import is_number
from councilperf.formats._sheet._words import NO_TARGET_WORDS, NO_VALUE_WORDS, read_missing
from councilperf.values import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DescribedColumn", "Holds", "described", "mark_words"]


class Holds(StrEnum):
    """What the cells of a column are read as."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@final
@frozen(kw_only=True)
class DescribedColumn:
    """A column as metadata tell of it.

    *missing* are the cells that stand for no figure, each with what it means; *words* are the only
    words that its cells hold, each with what it means.
    """

    header: str
    holds: Holds
    says: str
    required: bool = False
    missing: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)
    words: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)


def described(
    header: str,
    cells: Iterable[str],
    holds: Holds,
    says: str,
    words: Iterable[tuple[str, str]] = (),
) -> DescribedColumn:
    """Describe a column by what it is for and by its cells.

    >>> column = described("Value", ["95.8", "[c]", "<5"], Holds.NUMBER, "The figure.")
    >>> column.holds.value, column.missing
    ('number', (('<5', 'suppressed (<5)'), ('[c]', 'suppressed')))

    One for numbers that holds something else (an answer, a marked figure) is text to other
    programs.
    """
    found = set(cells)
    required = "" not in found
    found.discard("")
    missing: list[tuple[str, str]] = []
    if holds is Holds.NUMBER:
        others = sorted(each for each in found if not is_number(each))
        missing = _missing_in(others)
        if len(missing) < len(others):
            holds = Holds.TEXT
            marks = [each for each in Mark if any(each.shorthand in cell for cell in others)]
            says += f" Marks: {mark_words(marks)}." if marks else ""
    return DescribedColumn(
        header=header, holds=holds, says=says, required=required, missing=missing,
        words=[each for each in words if each[0] in found],
    )  # fmt: skip


def _missing_in(cells: Iterable[str]) -> list[tuple[str, str]]:
    """Return which cells stand for no figure, and why; no two are told in the same words."""
    missing: dict[str, str] = {}
    for cell in cells:
        reason = read_missing(cell, NO_VALUE_WORDS) or read_missing(cell, NO_TARGET_WORDS)
        if reason is not None:
            label = str(reason)
            missing[cell] = f"{label}: {cell}" if label in missing.values() else label
    return list(missing.items())


def mark_words(marks: Iterable[Mark] = Mark) -> str:
    """Explain marks in one line.

    >>> mark_words([Mark.PROVISIONAL, Mark.REVISED])
    '[p] provisional, [r] revised'
    """
    return ", ".join(f"{each.shorthand} {each.words}" for each in marks)
