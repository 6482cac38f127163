"""One row of a tidy table: its cells by their columns, read as what they should be."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.formats._csv._tidy_columns import TidyColumn
from councilperf.formats._problems import Problem, refusal
from councilperf.formats._sheet._cells import Figures, UnreadableError, read_figures
from councilperf.formats._sheet._column_words import header_key
from councilperf.formats._sheet._defused import restored
from councilperf.formats._sheet._exact_cells import text_of_cell
from councilperf.formats._sheet._grid import place_of
from councilperf.formats._sheet._target_cells import Aimed, read_aim
from councilperf.formats._sheet._words import normalised
from councilperf.periods import FINANCIAL, ReportingPeriod
from councilperf.values import Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from councilperf.formats._sheet._headings import Heading
    from councilperf.periods import Calendar

__all__ = ["TidyColumns", "TidyFindings", "TidyRow"]

T = TypeVar("T")


class TidyColumns:
    """Where each column of a table stands, and what stands beside the figure of its row."""

    def __init__(self, headers: Sequence[str]) -> None:
        self.headers = headers
        self.places: dict[TidyColumn, int] = {}
        self.beside: list[tuple[int, Heading]] = []


class TidyFindings:
    """What is found wrong and assumed in all rows of a table; periods are read once."""

    def __init__(self, columns: TidyColumns, calendar: Calendar | None) -> None:
        self.columns = columns
        self.calendar = calendar
        self.notes: dict[str, int] = {}
        self._problems: list[tuple[int, int, Problem]] = []
        self._periods: dict[str, ReportingPeriod | PeriodError] = {}

    def __len__(self) -> int:
        return len(self._problems)

    def problems(self) -> list[Problem]:
        """Return what is wrong, row by row."""
        return [each for _, _, each in sorted(self._problems, key=lambda found: found[:2])]

    def fail(self, number: int, place: int, value: str, message: str, remedy: str) -> None:
        """Keep the problem of a cell, or of a whole row where *place* is -1."""
        path = f"row {number:,}"
        if place >= 0:
            header = self.columns.headers[place] if place < len(self.columns.headers) else ""
            path = place_of(number, place, " ".join(header.split()))
        self._problems.append((number, place, Problem(path, value, message, remedy)))

    def built(
        self, number: int, make: Callable[..., T], *given: object, **named: object
    ) -> T | None:
        """Build a value, or keep as a problem of the row what the value refuses."""
        try:
            return make(*given, **named)
        except (FieldValueError, FieldTypeError) as error:
            self.fail(number, -1, "", refusal(error), f"give {error.allowed}")
            return None

    def note(self, text: str, number: int) -> None:
        """Keep what was assumed, with the first row that it holds for."""
        self.notes.setdefault(f"{text}: first in row", number)

    def period(self, text: str) -> ReportingPeriod | PeriodError:
        """Read a period's words or code."""
        known = self._periods.get(text)
        if known is None:
            try:
                if "@" in text:
                    known = ReportingPeriod.from_code(text)
                else:
                    known = ReportingPeriod.parse(text, calendar=self.calendar)
            except PeriodError as error:
                known = error
            self._periods[text] = known
        return known


class TidyRow:
    """The cells of one row; each that cannot be read is told and counts as blank."""

    def __init__(self, number: int, cells: Sequence[str], findings: TidyFindings) -> None:
        self.number = number
        self.findings = findings
        self._places = findings.columns.places
        self._cells = cells

    def place(self, column: TidyColumn) -> int:
        """Return where a column stands, or -1 where the table has none."""
        return self._places.get(column, -1)

    def at(self, place: int) -> str:
        """Return the cell at a place, blank where the row ends before it."""
        return self._cells[place] if 0 <= place < len(self._cells) else ""

    def raw(self, column: TidyColumn) -> str:
        """Return a cell as it stands."""
        return self.at(self.place(column))

    def text(self, column: TidyColumn) -> str | None:
        """Return the text of a cell; `None` for a blank one."""
        raw = self.raw(column)
        return text_of_cell(raw) if raw and not raw.isspace() else None

    def fail(self, column: TidyColumn, message: str, remedy: str) -> None:
        """Keep what is wrong with a cell."""
        place = self.place(column)
        self.findings.fail(self.number, place, self.raw(column).strip(), message, remedy)

    def built(self, make: Callable[..., T], *given: object, **named: object) -> T | None:
        """Build a value, or keep as a problem of this row what the value refuses."""
        return self.findings.built(self.number, make, *given, **named)

    def figures(self, column: TidyColumn) -> Figures | None:
        """Read the cell of a figure; `None` for a blank one."""
        return self.figures_at(self.place(column))

    def figures_at(self, place: int) -> Figures | None:
        """Read the figure that stands at a place."""
        figures = self._read(place, read_figures)
        if figures is not None and figures.assumed:
            self.findings.note(figures.assumed, self.number)
        return figures

    def aim_at(self, place: int) -> Aimed | None:
        """Read the target that stands at a place; `None` for a blank cell."""
        aimed = self._read(place, read_aim)
        if aimed is not None and aimed.assumed:
            self.findings.note(aimed.assumed, self.number)
        return aimed

    def _read(self, place: int, read: Callable[[str], T | None]) -> T | None:
        cell = restored(self.at(place))
        try:
            return read(cell)
        except UnreadableError as error:
            self.findings.fail(self.number, place, cell, error.message, error.remedy)
            return None

    def decimal(self, column: TidyColumn) -> Decimal | None:
        """Read a number; a word for a missing one counts as blank."""
        return self.decimal_at(self.place(column))

    def decimal_at(self, place: int) -> Decimal | None:
        """Read the number that stands at a place."""
        figures = self.figures_at(place)
        if figures is None or isinstance(figures.value, Missing):
            return None
        if not isinstance(figures.value, Decimal):
            cell = self.at(place).strip()
            self.findings.fail(self.number, place, cell, "it is no number", "write a number")
            return None
        return figures.value

    def date(self, column: TidyColumn) -> dt.date | None:
        """Read a date, as ISO writes it or as spreadsheets in the UK make of it."""
        text = self.text(column)
        if text is None:
            return None
        found = _DATE.fullmatch(text)
        if found is not None:
            parts = found.group("year", "month", "day") if found["year"] else found.group(
                "y", "m", "d"
            )  # fmt: skip
            try:
                return dt.date(*map(int, parts))
            except ValueError:
                pass
        self.fail(column, "it is no date", "write a date as 2019-09-30")
        return None

    def flag(self, column: TidyColumn) -> bool:
        """Read yes or no; blank is no."""
        text = normalised(self.text(column) or "no")
        if text not in _FLAGS:
            self.fail(column, "it is neither yes nor no", "write yes or no")
        return _FLAGS.get(text, False)

    def marks(self) -> frozenset[Mark]:
        """Read the marks of a figure: "[p] [r]", "p, r", "provisional; revised"."""
        words = _BETWEEN_MARKS.split(self.text(TidyColumn.MARKS) or "")
        marks: set[Mark] = set()
        for word in filter(None, map(normalised, words)):
            mark = _MARKS.get(word)
            if mark is None:
                known = ", ".join(each.shorthand for each in Mark)
                remedy = f"use {known}; why a figure is missing stands in its own place"
                self.fail(TidyColumn.MARKS, f"no figure is marked {word!r}", remedy)
            else:
                marks.add(mark)
        return frozenset(marks)

    def period(self, column: TidyColumn) -> ReportingPeriod | None:
        """Read a period; `None` for a blank cell."""
        text = self.text(column)
        return None if text is None else self._period(text, column)

    def own_period(self) -> ReportingPeriod | None:
        """Return the period of the row: named whole, by its year and part, or by its days."""
        period = self.period(TidyColumn.PERIOD)
        if period is None and self.text(TidyColumn.PERIOD) is None:
            period = self._joined()
        start, end = self.date(TidyColumn.START), self.date(TidyColumn.END)
        if period is None:
            both = start is not None and end is not None
            said = (TidyColumn.PERIOD, TidyColumn.YEAR)
            if not both or any(self.text(each) is not None for each in said):
                return None
            return self._between(start, end)
        for column, day, own in (
            (TidyColumn.START, start, period.start),
            (TidyColumn.END, end, period.end),
        ):
            if day is not None and day != own:
                message = f"it is not that of the period {str(period)!r}, {own.isoformat()}"
                self.fail(column, message, "mend the period or the date")
        return period

    def _period(self, text: str, column: TidyColumn) -> ReportingPeriod | None:
        period = self.findings.period(text)
        if isinstance(period, ReportingPeriod):
            return period
        remedy = "write a period such as 'Q2 2019-20'"
        if period.readings:
            remedy = "write one of " + ", ".join(repr(each) for each in period.readings)
        self.fail(column, period.problem, remedy)
        return None

    def _joined(self) -> ReportingPeriod | None:
        """Return the period that two columns say: "Q1" or "April", and "2019-20"."""
        year, part = self.text(TidyColumn.YEAR), self.text(TidyColumn.PART) or ""
        if year is None:
            return None
        if part.isdecimal():
            header = header_key(self.findings.columns.headers[self.place(TidyColumn.PART)])
            if header != "quarter":
                message = "it may be counted from January or from the year's start"
                self.fail(TidyColumn.PART, message, "write the month's name")
                return None
            part = f"Q{part}"
        return self._period(f"{part} {year}".strip(), TidyColumn.YEAR)

    def _between(self, start: Any, end: Any) -> ReportingPeriod | None:  # noqa: ANN401 - two dates
        try:
            calendar = self.findings.calendar or FINANCIAL
            return ReportingPeriod.between(start, end, calendar=calendar)
        except PeriodError as error:
            self.fail(TidyColumn.END, error.problem, "mend the dates")
            return None


_DATE = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:[T ]00:00:00)?"
    r"|(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})",
    re.ASCII,
)
_FLAGS = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_BETWEEN_MARKS = re.compile(r"[,;\[\]]+")
_MARKS = {
    word: each for each in Mark for word in (each.shorthand.strip("[]"), each.words, each.value)
}
