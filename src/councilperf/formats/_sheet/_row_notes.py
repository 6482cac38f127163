"""What is assumed and left out while the rows of a sheet are read, told once each."""

from __future__ import annotations

from councilperf.formats._problems import shortened

__all__ = ["RowNotes"]

_MOST_HEADINGS = 20


class RowNotes:
    """Each thing that is told with its first row; headings with all of theirs."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._headings: list[str] = []
        self._heading_rows = 0

    def add(self, text: str, number: int) -> None:
        """Keep what was assumed, with the first row that it holds for."""
        self._first.setdefault(text, number)

    def add_heading(self, number: int, text: str) -> None:
        """Keep a row that is read as a heading: the first few by their words, others counted."""
        self._heading_rows += 1
        if self._heading_rows <= _MOST_HEADINGS:
            self._headings.append(f"{number:,} {shortened(' '.join(text.split()))!r}")

    @property
    def texts(self) -> list[str]:
        """All of it, as sentences."""
        texts = [f"{text}: first in row {number:,}" for text, number in self._first.items()]
        if not self._headings:
            return texts
        rows = "row" if self._heading_rows == 1 else "rows"
        more = self._heading_rows - len(self._headings)
        others = f" and {more:,} more" if more else ""
        text = "rows with one cell only are read as headings and left out"
        return [f"{text}: {rows} {', '.join(self._headings)}{others}", *texts]
