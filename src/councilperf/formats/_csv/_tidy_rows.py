"""Rows of a tidy table gathered into a scorecard, with every problem of every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.formats._csv._tidy_columns import RECORD_WORDS, About, Record, TidyColumn
from councilperf.formats._csv._tidy_indicator import Gathered, row_of
from councilperf.formats._csv._tidy_records import ALLOWED, keep_beside, keep_record
from councilperf.formats._csv._tidy_row import TidyRow
from councilperf.formats._problems import shortened
from councilperf.formats._sheet._words import normalised
from councilperf.model import Scorecard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.formats._csv._tidy_row import TidyFindings

__all__ = ["TidyReader"]


class TidyReader:
    """Reads one row after another; rows of one indicator may stand apart."""

    def __init__(self, findings: TidyFindings) -> None:
        self.findings = findings
        self._columns = findings.columns.places
        self._has_records = TidyColumn.RECORD in self._columns
        self._card = Gathered(0)
        self._gathered: dict[str, Gathered] = {}
        self._assumed: list[str] = []

    def scorecard(
        self, *, title: str | None, council: str | None, source: str | None
    ) -> Scorecard | None:
        """Return the scorecard of all rows read, or `None` where something is wrong."""
        rows = [row_of(each, self.findings) for each in self._gathered.values()]
        if len(self.findings) or not (rows or self._card.facts or self._assumed):
            return None
        return self.findings.built(
            self._card.number,
            Scorecard,
            title or self._card.text(TidyColumn.SCORECARD) or "Scorecard",
            rows,
            council=council or self._card.text(TidyColumn.COUNCIL),
            source=source or self._card.text(TidyColumn.CARD_SOURCE),
            assumed=self._assumed,
        )

    def read(self, number: int, cells: Sequence[str]) -> None:
        """Read one row; *number* counts from 1."""
        filled = [place for place, cell in enumerate(cells) if cell and not cell.isspace()]
        if not filled:
            return
        if filled[-1] >= len(self.findings.columns.headers):
            message = "the row has more cells than the header"
            remedy = "put quotation marks around cells that hold the separator"
            self.findings.fail(number, filled[-1], cells[filled[-1]], message, remedy)
            return
        row = TidyRow(number, cells, self.findings)
        self._gather(row, self._card, About.SCORECARD)
        if not self._has_records:
            gathered = self._indicator(row)
            if gathered is not None:
                keep_beside(row, gathered)
            return
        record = self._record(row)
        if record is Record.ASSUMED:
            self._assumption(row)
        elif record is not _UNKNOWN:
            gathered = self._indicator(row)
            if gathered is not None and isinstance(record, Record):
                keep_record(record, row, gathered)

    def _record(self, row: TidyRow) -> Record | object | None:
        """Return what the row holds, and tell what it fills that does not go with that."""
        text = row.text(TidyColumn.RECORD)
        record = None if text is None else RECORD_WORDS.get(normalised(text))
        if text is not None and record is None:
            remedy = f"write one of {', '.join(each.value for each in Record)}"
            row.fail(TidyColumn.RECORD, "no row holds that", remedy)
            return _UNKNOWN
        allowed = frozenset[TidyColumn]() if record is None else ALLOWED[record]
        strange = [
            each
            for each in self._columns
            if each.about is About.RECORD and each is not TidyColumn.RECORD
            if each not in allowed and row.text(each) is not None
        ]
        for column in strange:
            if record is None:
                message = "it is not said under 'Record' what the row holds"
            else:
                message = f"a row that holds {record.value!r} has nothing under {column.value!r}"
            row.fail(column, message, "clear the cell, or mend 'Record'")
        return _UNKNOWN if strange else record

    def _gather(self, row: TidyRow, gathered: Gathered, about: About) -> None:
        """Keep the facts that the row states; one that an earlier row stated otherwise fails."""
        gathered.number = gathered.number or row.number
        for column in self._columns:
            if column.about is not about:
                continue
            text = row.text(column)
            if text is None or (column is TidyColumn.COMMENTARY and not self._has_records):
                continue
            earlier, number = gathered.facts.setdefault(column, (text, row.number))
            if earlier != text:
                message = f"row {number:,} says otherwise: {shortened(earlier)!r}"
                row.fail(column, message, "make them the same, or leave one blank")

    def _indicator(self, row: TidyRow) -> Gathered | None:
        has_references = TidyColumn.REFERENCE in self._columns
        column = TidyColumn.REFERENCE if has_references else TidyColumn.TITLE
        key = row.text(column)
        if key is None:
            said = (each for each in self._columns if each.about is not About.SCORECARD)
            if any(row.text(each) is not None for each in said):
                message = f"the {'reference' if has_references else 'title'} is blank"
                row.fail(column, message, "say in each row which indicator it is of")
            return None
        gathered = self._gathered.setdefault(key, Gathered(row.number))
        if not has_references:
            reference = f"R{len(self._gathered)}"
            gathered.facts.setdefault(TidyColumn.REFERENCE, (reference, row.number))
            self.findings.note("no column gives references, so they are R1, R2, …", row.number)
        self._gather(row, gathered, About.INDICATOR)
        return gathered

    def _assumption(self, row: TidyRow) -> None:
        text = row.text(TidyColumn.NOTE)
        if text is None:
            row.fail(TidyColumn.NOTE, "the assumption is blank", "say what was assumed")
        else:
            self._assumed.append(text)


_UNKNOWN = object()
