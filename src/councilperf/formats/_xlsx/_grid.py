"""The cells of one sheet of a workbook, and what else is to be said of them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from councilperf.formats._problems import Problem
from councilperf.formats._sheet._grid import Fault, address, too_many
from councilperf.formats._xlsx._archive import WorkbookFaultError, damaged
from councilperf.formats._xlsx._xml import EnoughReadError, unescaped, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.sax.xmlreader import AttributesImpl

    from councilperf.formats._limits import Limits
    from councilperf.formats._xlsx._numbers import Numbers

__all__ = ["ANSWERS", "BLANK", "FORMULAS", "HEADER_ROWS", "LINKED", "Grid", "GridReader", "Merged"]

#: The first row and column, and the last, of cells that are merged into one; counted from 0.
Merged = tuple[int, int, int, int]

FORMULAS = "formulas are read by the values that were last worked out"
LINKED = "formulas that look into other workbooks are read by the values that were last found"
ANSWERS = "TRUE and FALSE are read as Yes and No"

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
#: How far down a header may stand, and so a date may be one.
HEADER_ROWS = 30
_MOST_FAULTS = 10_000
_TRUE = ("1", "true")


class Grid:
    """The cells of a sheet as text; rows and columns are counted from 0."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[str]] = []
        self.faults: list[Fault] = []
        self.merged: list[Merged] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        #: What a date says where it is a header: "April 2019".
        self.headings: dict[tuple[int, int], str] = {}
        #: What is to be said, with how many cells it is said of and the first of them.
        self.notes: dict[str, tuple[int, str]] = {}

    def note(self, text: str, row: int, place: int) -> None:
        """Say something of a cell, once for all cells that it is true of."""
        count, first = self.notes.get(text, (0, address(row + 1, place)))
        self.notes[text] = (count + 1, first)


class GridReader:
    """Reads a sheet's cells into a grid, within the limits; *most* rows are enough."""

    def __init__(
        self,
        name: str,
        texts: list[str],
        numbers: Numbers,
        limits: Limits,
        most: int | None = None,
    ) -> None:
        self.grid = Grid(name)
        self._texts = texts
        self._numbers = numbers
        self._limits = limits
        self._most = most
        self._columns: dict[str, int] = {}
        self._characters = 0
        self._laid_out = 0
        self._merged = 0
        # The row that is being read.
        self._row: list[str] = []
        self._row_at = -1
        # The cell that is being read.
        self._place = -1
        self._kind = "n"
        self._style = 0
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._length = 0
        self._into: list[str] | None = None
        self._within_cell = False
        self._aside = False
        self._starts: dict[str, Callable[[AttributesImpl], None]] = {
            "c": self._start_cell,
            "v": self._start_value,
            "t": self._start_value,
            "f": self._start_formula,
            "row": self._start_row,
            "rPh": self._start_aside,
            "col": self._start_column,
            "mergeCell": self._start_merged,
        }
        self._ends: dict[str, Callable[[str], str | None]] = {
            "n": self._number_text,
            "s": self._shared_text,
            "b": self._answer_text,
            "e": self._error_text,
            "d": _day,
        }

    def start(self, name: str, attrs: AttributesImpl) -> None:
        """Take the beginning of an element."""
        if ":" in name:
            name = name.rpartition(":")[2]
        take = self._starts.get(name)
        if take is not None:
            take(attrs)

    def text(self, content: str) -> None:
        """Take some of the text inside an element."""
        if self._into is not None and self._length <= self._limits.cell:
            self._into.append(content)
            self._length += len(content)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if ":" in name:
            name = name.rpartition(":")[2]
        if name in ("v", "t", "f"):
            self._into = None
        elif name == "c":
            if self._within_cell:
                self._end_cell()
            self._within_cell = False
        elif name == "rPh":
            self._aside = False

    def _start_row(self, attrs: AttributesImpl) -> None:
        rows = self.grid.rows
        number = whole(attrs.get("r"), len(rows) + 1) - 1
        if number < len(rows):
            raise damaged(f"row {number + 1:,} of sheet {self.grid.name!r} stands twice")
        if self._most is not None and number >= self._most:
            raise EnoughReadError
        if number >= self._limits.rows:
            raise WorkbookFaultError(too_many("rows", self._limits.rows, self.grid.name))
        rows += [BLANK] * (number - len(rows))
        self._row, self._row_at = [], number
        rows.append(self._row)
        if attrs.get("hidden") in _TRUE:
            self.grid.hidden_rows.append(number)

    def _start_cell(self, attrs: AttributesImpl) -> None:
        self._within_cell = self._row_at >= 0
        self._kind = attrs.get("t", "n")
        self._style = whole(attrs.get("s"), 0)
        self._value = self._formula = None
        reference = attrs.get("r")
        if reference is None:
            self._place = len(self._row)
            return
        letters = reference.rstrip("0123456789")
        place = self._columns.get(letters)
        if place is None:
            place = self._columns[letters] = _place_of(letters, reference)
        self._place = place

    def _end_cell(self) -> None:
        text = "" if self._value is None else "".join(self._value)
        if self._formula is not None:
            self._note_formula(text)
        if not text:
            return
        read = self._ends.get(self._kind, unescaped)(text)
        if read:
            self._put(read)

    def _number_text(self, text: str) -> str | None:
        shown = self._numbers.shown(text.strip(), self._style)
        if shown.fault:
            self._fail(shown.text, shown.fault, "type the figure again as a number")
            return None
        if shown.note:
            self.grid.note(shown.note, self._row_at, self._place)
        if shown.heading and self._row_at < HEADER_ROWS:
            self.grid.headings[self._row_at, self._place] = shown.heading
        return shown.text

    def _shared_text(self, text: str) -> str:
        place = whole(text)
        if not 0 <= place < len(self._texts):
            raise damaged(f"{self._where()} holds a text that is not there")
        return self._texts[place]

    def _answer_text(self, text: str) -> str:
        self.grid.note(ANSWERS, self._row_at, self._place)
        return "Yes" if text.strip() in _TRUE else "No"

    def _error_text(self, text: str) -> None:
        remedy = "mend the formula, or write [x] for no data"
        self._fail(text, "a formula failed in the spreadsheet", remedy)

    def _note_formula(self, text: str) -> None:
        formula = "".join(self._formula or ())
        if not text and self._kind != "str":
            message = "it is a formula, and the file does not hold what it comes to"
            remedy = "open the file in Excel or LibreOffice, let it calculate, and save it"
            self._fail(f"={formula}" if formula else "", message, remedy)
        else:
            linked = "[" in formula and "]" in formula and "!" in formula
            self.grid.note(LINKED if linked else FORMULAS, self._row_at, self._place)

    def _fail(self, value: str, message: str, remedy: str) -> None:
        if len(self.grid.faults) == _MOST_FAULTS:
            text = f"more than {_MOST_FAULTS:,} cells hold no figure that could be read"
            raise WorkbookFaultError(Problem(f"sheet {self.grid.name}", value, text, remedy))
        self.grid.faults.append(Fault(self._row_at + 1, self._place, value, message, remedy))

    def _where(self) -> str:
        return address(self._row_at + 1, self._place, self.grid.name)

    def _put(self, text: str) -> None:
        limits = self._limits
        if len(text) > limits.cell:
            raise WorkbookFaultError(too_many("cell", limits.cell, self._where()))
        if self._place >= limits.columns:
            raise WorkbookFaultError(too_many("columns", limits.columns, self._where()))
        if self._place < len(self._row) and self._row[self._place]:
            raise damaged(f"{self._where()} stands twice")
        self._lay_out(self._row, self._place, text)

    def _lay_out(self, row: list[str], place: int, text: str) -> None:
        """Put a text into its place, so long as the sheet does not grow too large."""
        if place >= len(row):
            self._laid_out += place + 1 - len(row)
            if place > len(row):
                row.extend([""] * (place - len(row)))
            row.append(text)
        else:
            row[place] = text
        self._characters += len(text)
        limits = self._limits
        if self._laid_out > limits.cells:
            raise WorkbookFaultError(too_many("cells", limits.cells, self.grid.name))
        if self._characters > limits.size:
            raise WorkbookFaultError(too_many("size", limits.size, self.grid.name))

    def count_merged(self, cells: int) -> None:
        """Count merged cells, of which a sheet cannot have more than it has cells."""
        self._merged += cells
        if self._merged > self._limits.cells:
            raise damaged(f"merged cells of sheet {self.grid.name!r} overlap")

    def fill(self, row: int, place: int, text: str) -> None:
        """Put a text into a cell that is empty, as if it had been read there."""
        cells = self.grid.rows[row]
        if place >= len(cells) or not cells[place]:
            self._lay_out(cells, place, text)

    def _start_value(self, _: AttributesImpl) -> None:
        if self._within_cell and not self._aside:
            if self._value is None:
                self._value, self._length = [], 0
            self._into = self._value

    def _start_formula(self, _: AttributesImpl) -> None:
        if self._within_cell:
            self._formula = self._into = []
            self._length = 0

    def _start_aside(self, _: AttributesImpl) -> None:  # how a text is pronounced
        self._aside = True

    def _start_column(self, attrs: AttributesImpl) -> None:
        if attrs.get("hidden") in _TRUE:
            first, last = whole(attrs.get("min")), whole(attrs.get("max"))
            if 0 < first <= last and len(self.grid.hidden_columns) < self._limits.columns:
                self.grid.hidden_columns.append((first - 1, last - 1))

    def _start_merged(self, attrs: AttributesImpl) -> None:
        reference = attrs.get("ref", "")
        first, _, last = reference.partition(":")
        start, stop = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if start is None or stop is None:
            return
        ends = (
            int(start[2]) - 1, _place_of(start[1], first),
            int(stop[2]) - 1, _place_of(stop[1], last),
        )  # fmt: skip
        if len(self.grid.merged) == self._limits.rows:
            raise damaged(f"sheet {self.grid.name!r} merges more cells than it may have rows")
        self.grid.merged.append(ends)


#: Rows that are not there share one that is never written to.
BLANK: list[str] = []


def _place_of(letters: str, reference: str) -> int:
    """Return the place of a column, counted from 0, by its letters."""
    if len(letters) > 3 or not (letters.isascii() and letters.isalpha()):
        raise damaged(f"it has a cell called {reference[:20]!r}")
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _day(text: str) -> str:
    """Return a date that is stored as ISO text, without a time of nought."""
    try:
        moment = dt.datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text
    if moment.time() == dt.time():
        return moment.date().isoformat()
    return moment.isoformat(" ", "minutes")
