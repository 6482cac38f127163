"""What a table's columns hold, described once for every kind of metadata."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.values import Absence, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DescribedColumn", "Holds", "absences_in", "mark_words"]


class Holds(StrEnum):
    """What the cells of a column are read as."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    #: Figures of several kinds, which other programs take as text.
    MIXED = "mixed"


@final
@frozen(kw_only=True)
class DescribedColumn:
    """A column as metadata tell of it.

    *missing* are the cells that stand for no figure, each with what it means; *words* are the only
    words that its cells may hold, each with what it means.
    """

    header: str
    holds: Holds
    says: str
    required: bool = False
    missing: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)
    words: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)


def absences_in(cells: Iterable[str]) -> list[tuple[str, str]]:
    """Return which of the cells are no figure but the reason why there is none.

    >>> absences_in(["95.8", "[c]", "not due yet", "[c]"])
    [('not due yet', 'not due yet'), ('[c]', 'suppressed')]
    """
    used = set(cells)
    return [
        (cell, each.words) for each in Absence for cell in (each.shorthand, each.words)
        if cell and cell in used
    ]  # fmt: skip


def mark_words(marks: Iterable[Mark] = Mark) -> str:
    """Explain marks in one line.

    >>> mark_words([Mark.PROVISIONAL, Mark.REVISED])
    '[p] provisional, [r] revised'
    """
    return ", ".join(f"{each.shorthand} {each.words}" for each in marks)
