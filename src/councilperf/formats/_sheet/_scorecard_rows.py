"""Rows of a sheet made into a scorecard, with every problem of every cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats._json._drafts import draft_of
from councilperf.formats._problems import Problem, refusal
from councilperf.formats._sheet._cells import Figures, UnreadableError, read_figures
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._columns import named
from councilperf.formats._sheet._defused import restored
from councilperf.formats._sheet._grid import Fault, column_letters, place_of, row_of
from councilperf.formats._sheet._row_notes import RowNotes
from councilperf.formats._sheet._target_cells import Aimed, read_aim
from councilperf.model import (
    PERCENT,
    Benchmark,
    Indicator,
    Observation,
    Polarity,
    ScorecardRow,
    StatedLevel,
    Target,
    Tolerance,
    Unit,
)
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from councilperf.formats._sheet._columns import Column, Columns
    from councilperf.periods import ReportingPeriod
    from councilperf.values import Mark

__all__ = ["RowReader", "is_of_unit"]

T = TypeVar("T")

_TEXTS = {
    ColumnKind.SERVICE: "service",
    ColumnKind.PRIORITY: "priority",
    ColumnKind.PORTFOLIO: "portfolio",
    ColumnKind.OFFICER: "officer",
    ColumnKind.FREQUENCY: "frequency",
    ColumnKind.NOTE: "note",
}
_NONE = frozenset({"", "-", "–", "—", "n/a", "na", "none"})


class RowReader:
    """Reads one row after another and gathers their problems and notes."""

    def __init__(
        self, columns: Columns, headers: Sequence[str], faults: Sequence[Fault] = ()
    ) -> None:
        self.problems: list[Problem] = []
        self._notes = RowNotes()
        self.rows: list[ScorecardRow] = []
        self._by_reference: dict[str, int] = {}
        self._columns = columns
        self._unnamed = {place for place, each in enumerate(headers) if not each.strip()}
        known = {each.place: each for each in columns.columns}
        self._faults: dict[int, list[tuple[Column, Fault]]] = {}
        for each in faults:
            if each.place in known:
                self._faults.setdefault(each.row, []).append((known[each.place], each))
        self._values = columns.every(ColumnKind.VALUE)
        self._targets = columns.every(ColumnKind.TARGET)
        self._stated = columns.every(ColumnKind.RATING) + columns.every(ColumnKind.TRAVEL)
        self._silent = set(self._stated)
        self._benchmarks = columns.every(ColumnKind.BENCHMARK)
        self._only = {kind: columns.only(kind) for kind in ColumnKind}
        self._widest = 1 + max((each.place for each in columns.columns), default=0)
        # What is wrong in the row that is being read, each with the place of its column.
        self._found: list[tuple[int, Problem]] = []
        # Columns whose figure in that row may be a share of one or a percentage.
        self._up_to_one: list[Column] = []
        self._number = 0
        self._cells: Sequence[str] = ()

    def read(self, number: int, cells: Sequence[str], width: int) -> None:
        """Read one row; *number* counts from 1, *width* is that of the header."""
        filled = [place for place, cell in enumerate(cells) if cell and not cell.isspace()]
        if not filled and number not in self._faults:
            return
        if filled and filled[-1] >= width:
            remedy = "put quotation marks around cells that hold the separator"
            if self._columns.sheet:
                remedy = "give the column a header, or empty the cell"
            path = place_of(number, filled[-1], sheet=self._columns.sheet)
            message = "the row has more cells than the header"
            self.problems.append(Problem(path, cells[filled[-1]], message, remedy))
            return
        faults = self._faults.get(number, ())
        if len(filled) == 1 and width > 2 and not faults and self._is_heading(filled[0]):
            self._notes.add_heading(number, cells[filled[0]])
            return
        for place in self._unnamed.intersection(filled):
            text = f"column {column_letters(place)} has no header; what it holds is left out"
            self._notes.add(text, number)
        self._number = number
        self._cells = cells if len(cells) >= self._widest else [*cells, *[""] * self._widest]
        self._found = []
        self._up_to_one = []
        row = self._row()
        if faults:  # whatever else is said of these cells follows from it
            places = {column.place for column, _ in faults}
            self._found = [each for each in self._found if each[0] not in places]
            for column, fault in faults:
                self._fail(column, fault.value, fault.message, fault.remedy)
        self.problems += [each for _, each in sorted(self._found, key=lambda found: found[0])]
        if row is not None and not self._found:
            self.rows.append(row)

    @property
    def notes(self) -> list[str]:
        """What was assumed and left out, each thing once, with its first row."""
        blank = [each for each in self._stated if each in self._silent and self.rows]
        silent = [
            f"{named(each.place, each.header)} has no words; the colours of cells are not read"
            for each in blank
        ]
        return [*silent, *self._notes.texts]

    def _is_heading(self, place: int) -> bool:
        reference = self._only[ColumnKind.REFERENCE]
        title = self._only[ColumnKind.TITLE]
        return reference is not None or title is None or place != title.place

    def _fail(self, column: Column, value: str, message: str, remedy: str) -> None:
        header = " ".join(column.header.split())
        path = place_of(self._number, column.place, header, self._columns.sheet)
        self._found.append((column.place, Problem(path, value, message, remedy)))

    def _text(self, kind: ColumnKind) -> tuple[Column | None, str]:
        column = self._only[kind]
        return column, "" if column is None else restored(self._cells[column.place]).strip()

    def _row(self) -> ScorecardRow | None:
        reference, title = self._identity()
        observations, affixes = self._observations()
        aims = self._aims(affixes)
        unit = self._unit(affixes)
        polarity = self._polarity(aims)
        floor, stretch = self._number_cell(ColumnKind.FLOOR), self._number_cell(ColumnKind.STRETCH)
        known: dict[str, Any] = {
            name: self._text(kind)[1] or None for kind, name in _TEXTS.items()
        }
        tags = (each.strip() for each in self._text(ColumnKind.TAGS)[1].split(";"))
        indicator = self._built(
            Indicator,
            reference or "?",
            title or "?",
            polarity=polarity,
            unit=unit,
            tolerance=self._tolerance(),
            best_possible=self._number_cell(ColumnKind.BEST_POSSIBLE),
            kind=self._text(ColumnKind.KIND)[1] or "indicator",
            tags=[each for each in tags if each],
            **known,
        )
        if indicator is None or not reference or not title:
            return None
        benchmarks, benchmark_text = self._benchmark_cells()
        return self._built(
            ScorecardRow,
            indicator,
            observations,
            _targets(aims, floor, stretch),
            benchmarks=benchmarks,
            benchmark_text=benchmark_text,
            stated=self._stated_levels(),
            commentary=self._text(ColumnKind.COMMENTARY)[1] or None,
        )

    def _built(self, make: Callable[..., T], *arguments: object, **fields: object) -> T | None:
        try:
            return make(*arguments, **fields)
        except (FieldValueError, FieldTypeError) as error:
            path = row_of(self._number, self._columns.sheet)
            problem = Problem(path, "", refusal(error), f"give {error.allowed}")
            self._found.append((-1, problem))
            return None

    def _identity(self) -> tuple[str, str]:
        column, reference = self._text(ColumnKind.REFERENCE)
        if column is None:
            reference = f"R{len(self._by_reference) + 1}"
        elif not reference:
            self._fail(column, "", "the reference is blank", "give each row its own reference")
        title_column, title = self._text(ColumnKind.TITLE)
        if title_column is not None and not title:
            self._fail(title_column, "", "the title is blank", "say what the row measures")
        earlier = self._by_reference.setdefault(reference, self._number)
        if earlier != self._number and column is not None and reference:
            message = f"row {earlier:,} has the same reference"
            self._fail(column, reference, message, "give each row its own reference")
        return reference, title

    def _observations(self) -> tuple[list[Observation], dict[str, Column]]:
        found: list[Observation] = []
        affixes: dict[str, Column] = {}
        kinds: set[type] = set()
        for column in self._values:
            if not self._cells[column.place]:
                continue
            figures = self._read(column, read_figures)
            if figures is None or column.period is None:
                continue
            if figures.affix:
                affixes.setdefault(figures.affix, column)
            elif _is_up_to_one(figures.value):
                self._up_to_one.append(column)
            kinds.add(type(figures.value))
            if figures.assumed:
                self._notes.add(figures.assumed, self._number)
            marks = figures.marks
            if column.heading.marks and not isinstance(figures.value, Missing):
                marks |= column.heading.marks
            found.append(_observation(column.period, figures, marks))
        if {dt.date, Decimal} <= kinds:
            text = "there are dates beside numbers, as a spreadsheet makes of 1/2 or 3-4"
            self._notes.add(text, self._number)
        return found, affixes

    def _read(self, column: Column, read: Callable[[str], T | None]) -> T | None:
        cell = self._cells[column.place]
        if cell[:1] == "'":
            cell = restored(cell)
        try:
            return read(cell)
        except UnreadableError as error:
            self._fail(column, cell, error.message, error.remedy)
            return None

    def _aims(self, affixes: dict[str, Column]) -> list[tuple[Column, Aimed]]:
        aims: list[tuple[Column, Aimed]] = []
        for column in self._targets:
            aimed = self._read(column, read_aim)
            if aimed is not None:
                aims.append((column, aimed))
                if aimed.assumed:
                    self._notes.add(aimed.assumed, self._number)
                if aimed.affix:
                    affixes.setdefault(aimed.affix, column)
                elif _is_up_to_one(aimed.aim):
                    self._up_to_one.append(column)
        return aims

    def _unit(self, affixes: dict[str, Column]) -> Unit | str:
        column, text = self._text(ColumnKind.UNIT)
        if column is not None and text.casefold() not in _NONE:
            unit = Unit.parse(text)
            for affix, where in affixes.items():
                if not is_of_unit(affix, unit):
                    message = f"its unit {affix!r} is not the row's unit, {unit.name!r}"
                    cell = self._cells[where.place]
                    self._fail(where, cell, message, "write the figure in the row's unit")
            if unit == PERCENT and affixes:
                self._check_shares()
            return unit
        units = {Unit.parse(affix): where for affix, where in affixes.items()}
        if len(units) > 1:
            *_, (affix, where) = affixes.items()
            others = ", ".join(repr(each.name) for each in units)
            message = f"the row's figures have different units: {others}"
            self._fail(where, self._cells[where.place], message, "write the row in one unit")
        if not units:
            return "number"
        unit = next(iter(units))
        self._notes.add(f"units are read from the figures' cells ({unit.name!r})", self._number)
        if unit == PERCENT:
            self._check_shares()
        return unit

    def _check_shares(self) -> None:
        """Refuse a 0.8 beside percentages that were typed as such."""
        for column in self._up_to_one:
            message = "it has no per cent sign, where others in the row have one"
            remedy = "write it with its sign: 0.8 may be 0.8% or 80%"
            self._fail(column, self._cells[column.place], message, remedy)

    def _polarity(self, aims: list[tuple[Column, Aimed]]) -> Polarity | Missing:
        column, text = self._text(ColumnKind.POLARITY)
        stated: Polarity | None = None
        if text.casefold() in _POLARITY_UNSTATED:
            return _UNSTATED
        if column is not None and text not in {"", "-", "–", "—"}:
            try:
                stated = Polarity.parse(text)
            except FieldValueError as error:
                message = "it does not say which way is better in words known here"
                self._fail(column, text, message, f"write {error.allowed}")
                return _UNSTATED
        implied = {each.polarity: where for where, each in aims if each.polarity is not None}
        for polarity, where in implied.items():
            clashes = stated in _ONE_WAY and polarity in _ONE_WAY and stated is not polarity
            if clashes or (len(implied) > 1 and stated is None):
                message = f"it says that {polarity.value} is better, where the row says otherwise"
                cell = self._cells[where.place]
                self._fail(where, cell, message, "turn the sign round, or mend the polarity")
                return _UNSTATED
        if stated is not None:
            return stated
        if implied:
            text = "which way is better is read from inequalities and ranges in targets"
            self._notes.add(text, self._number)
            return next(iter(implied))
        return _UNSTATED

    def _tolerance(self) -> Tolerance | None:
        column, text = self._text(ColumnKind.TOLERANCE)
        if column is None or text.casefold() in _NONE:
            return None
        if column.heading.of and text[-1].isdigit():
            text = f"{text}%" if column.heading.of == "%" else f"{text} points"
        try:
            return Tolerance.parse(text)
        except FieldValueError as error:
            message = "it does not say a size and what it counts"
            self._fail(column, text, message, f"give {error.allowed}")
            return None

    def _number_cell(self, kind: ColumnKind) -> Decimal | None:
        column = self._only[kind]
        if column is None or self._cells[column.place].strip().casefold() in _NONE:
            return None
        figures = self._read(column, read_figures)
        if figures is None:
            return None
        if isinstance(figures.value, Decimal):
            return figures.value
        if not isinstance(figures.value, Missing) or figures.value.reason is Absence.SUPPRESSED:
            message = "it is no number"
            self._fail(column, self._cells[column.place], message, "write the number alone")
        return None

    def _benchmark_cells(self) -> tuple[list[Benchmark], str | None]:
        found: list[Benchmark] = []
        text: str | None = None
        for column in self._benchmarks:
            cell = restored(self._cells[column.place]).strip()
            if not column.heading.of:
                text = text or cell or None
                continue
            figures: Figures | None = self._read(column, read_figures)
            if figures is not None and isinstance(figures.value, Decimal):
                found.append(Benchmark(column.heading.of, figures.value, period=column.period))
        return found, text

    def _stated_levels(self) -> list[StatedLevel]:
        stated: list[StatedLevel] = []
        for column in self._stated:
            cell = restored(self._cells[column.place]).strip()
            if cell:
                self._silent.discard(column)
                stated.append(StatedLevel(column.heading.of, cell, period=column.period))
        return stated


def _is_up_to_one(value: object) -> bool:
    return isinstance(value, Decimal) and value.adjusted() <= 0 and 0 < abs(value) <= 1


_ObservationDraft = draft_of(Observation)


def _observation(period: ReportingPeriod, figures: Figures, marks: frozenset[Mark]) -> Observation:
    """Put an observation together; a number has passed every check where its cell was read."""
    value = figures.value
    if not isinstance(value, Decimal):
        return Observation(period, value, marks=marks, note=figures.note)
    draft = _ObservationDraft()
    draft.period, draft.value, draft.marks, draft.note = period, value, marks, figures.note
    draft.numerator = draft.denominator = None
    draft.__class__ = Observation
    made: Observation = draft
    return made


_UNSTATED = Missing(Absence.NO_POLARITY)
_POLARITY_UNSTATED = frozenset({"not stated", "unstated"})
_ONE_WAY = frozenset({Polarity.HIGHER, Polarity.LOWER})


def is_of_unit(affix: str, unit: Unit) -> bool:
    """Say whether a unit typed in a cell is the row's: "day" is of "days"."""
    typed = Unit.parse(affix)
    return typed == unit or typed.name.casefold().rstrip("s") == unit.name.casefold().rstrip("s")


def _targets(
    aims: list[tuple[Column, Aimed]], floor: Decimal | None, stretch: Decimal | None
) -> list[Target]:
    if not aims and (floor is not None or stretch is not None):
        return [Target(Missing(Absence.NO_TARGET), floor=floor, stretch=stretch)]
    return [
        Target(
            aimed.aim,
            basis=column.heading.basis,
            period=column.period,
            strict=aimed.strict,
            floor=floor,
            stretch=stretch,
        )
        for column, aimed in aims
    ]
