"""The wide scorecard that councils keep, read from an Excel workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from councilperf._checks import check_flag, check_instance, check_text
from councilperf.errors import FieldTypeError
from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._problems import Problem, Reading
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._headings import understand
from councilperf.formats._sheet._scorecard_sheet import read_scorecard_sheet
from councilperf.formats._xlsx._archive import WorkbookFaultError, open_archive
from councilperf.formats._xlsx._grid import HEADER_ROWS, GridReader
from councilperf.formats._xlsx._numbers import Numbers
from councilperf.formats._xlsx._parts import read_texts, read_workbook
from councilperf.formats._xlsx._sheet import sheet_of
from councilperf.formats._xlsx._xml import check_extra, parse_part
from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.formats._sheet._grid import Sheet
    from councilperf.formats._xlsx._archive import Archive
    from councilperf.formats._xlsx._parts import SheetEntry
    from councilperf.model import Scorecard
    from councilperf.periods import Calendar

__all__ = ["read_scorecard_xlsx"]


def read_scorecard_xlsx(
    content: bytes | BinaryIO,
    *,
    sheet: str | None = None,
    title: str | None = None,
    council: str | None = None,
    source: str | None = None,
    period: ReportingPeriod | str | None = None,
    calendar: Calendar | None = None,
    year: int | None = None,
    leave_out_hidden: bool = False,
    limits: Limits = LIMITS,
) -> Reading[Scorecard]:
    r"""Read a scorecard from an Excel workbook (.xlsx): one row an indicator, one column a period.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf.formats import write_scorecard_xlsx
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, "42.50")])])
    >>> read_scorecard_xlsx(write_scorecard_xlsx(card)).value == card
    True

    *content* is the workbook's bytes, or a file opened in binary mode. Columns are known as
    `read_scorecard_csv` knows them. Where the workbook has several sheets, the only one with a
    scorecard's header is read; where that leaves more than one open, *sheet* has to name it.

    Numbers are exact: 0.958 shown as 95.8% is 95.8%, and figures are taken to the 15 digits that
    Excel keeps. Formulas are read by the values that were last worked out. A header may take two
    rows, with cells merged across; titles above it become the scorecard's title where there is
    one. Hidden rows and columns are read unless *leave_out_hidden*. All of this is in the notes.

    Everything that is wrong with the file comes back as problems, each with its cell; mistakes in
    the other arguments raise `FieldTypeError`, `FieldValueError` or `PeriodError`. Needs the
    extra `xlsx`, else `MissingExtraError` is raised.
    """
    check_extra()
    check_instance("limits", limits, Limits)
    for name, text in (
        ("sheet", sheet),
        ("title", title),
        ("council", council),
        ("source", source),
    ):
        check_text(name, text, optional=True)
    check_flag("leave_out_hidden", leave_out_hidden)
    given = ReportingPeriod.parse(period) if isinstance(period, str) else period
    check_instance("period", given, ReportingPeriod, optional=True)
    data = _bytes_of(content, limits)
    try:
        book = _Book(data, limits, leave_out_hidden=leave_out_hidden)
        chosen, notes = book.choose(sheet)
        found, header = book.read(chosen)
    except WorkbookFaultError as fault:
        return Reading(None, [fault.problem])
    notes += found.notes
    if header is None:
        remedy = "give a row of headers and a row for each indicator"
        path = f"sheet {found.name!r}"
        return Reading(None, [Problem(path, "", "it is empty", remedy)], notes)
    return read_scorecard_sheet(
        found,
        header,
        notes,
        title=title,
        council=council,
        source=source,
        period=given,
        calendar=calendar,
        year=year,
    )


def _bytes_of(content: object, limits: Limits) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, bytearray | memoryview):
        return bytes(cast("bytearray", content))
    read = getattr(content, "read", None)
    data = read(limits.size + 1) if callable(read) else None
    if isinstance(data, bytes):
        return data
    raise FieldTypeError("content", content, "the workbook's bytes, or a file opened in binary")


class _Book:
    """An open workbook, of which sheets are read by need."""

    def __init__(self, data: bytes, limits: Limits, *, leave_out_hidden: bool) -> None:
        self._archive: Archive = open_archive(data, limits)
        self._limits = limits
        self._leave_out_hidden = leave_out_hidden
        self._book = read_workbook(self._archive)
        self._numbers = Numbers(self._book)
        self._texts = read_texts(self._archive, self._book.texts_part, limits.cell)

    def choose(self, name: str | None) -> tuple[SheetEntry, list[str]]:
        """Return the sheet to read, and what is to be said of the others."""
        sheets = self._book.sheets
        if name is not None:
            for each in sheets:
                if each.name.strip().casefold() == name.strip().casefold():
                    return each, [f"sheet {each.name!r} is hidden"] if each.is_hidden else []
            raise _ask(sheets, f"it has no sheet {name!r}")
        shown = [each for each in sheets if not each.is_hidden]
        hidden = [each for each in sheets if each.is_hidden]
        notes = [f"hidden sheets are not read: {_names(hidden)}"] if hidden else []
        if not shown:
            raise _ask(sheets, "all its sheets are hidden" if sheets else "it has no sheet")
        if len(shown) == 1:
            return shown[0], notes
        kinds = {each: self._kinds(each) for each in shown}
        titled = [each for each in shown if ColumnKind.TITLE in kinds[each]]
        cards = [each for each in titled if not kinds[each].isdisjoint(_FIGURES)] or titled
        if not cards:
            raise _ask(shown, "it has several sheets, and none has a column of indicators")
        if len(cards) > 1:
            raise _ask(cards, f"it has {len(cards):,} sheets with a scorecard's header")
        others = [each for each in shown if each is not cards[0]]
        notes.insert(0, f"sheet {cards[0].name!r} is read, not {_names(others)}")
        return cards[0], notes

    def _kinds(self, sheet: SheetEntry) -> set[ColumnKind]:
        """Say what the columns of a sheet are, where it has a header of more than one."""
        found, header = self._read(sheet, head_only=True)
        headers = () if header is None else found.rows[header]
        headings = [understand(each) for each in headers]
        kinds = {each.kind for each in headings if each is not None}
        return kinds if len(kinds) > 1 else set()

    def read(self, sheet: SheetEntry) -> tuple[Sheet, int | None]:
        """Read a sheet, and say where its header stands."""
        return self._read(sheet, head_only=False)

    def _read(self, sheet: SheetEntry, *, head_only: bool) -> tuple[Sheet, int | None]:
        most = HEADER_ROWS if head_only else None
        reader = GridReader(sheet.name, self._texts, self._numbers, self._limits, most)
        part = self._archive.read(sheet.part, _HEAD if head_only else None)
        parse_part(part, sheet.part, reader, whole_part=not head_only)
        return sheet_of(reader, leave_out_hidden=self._leave_out_hidden)


_FIGURES = frozenset({ColumnKind.VALUE, ColumnKind.TARGET})
#: Bytes in which the header of a sheet is looked for, while it is open which sheet is meant.
_HEAD = 2**18


def _ask(sheets: Sequence[SheetEntry], message: str) -> WorkbookFaultError:
    names = f"name the sheet with sheet=: {_names(sheets)}" if sheets else "add one"
    return WorkbookFaultError(Problem("file", "", message, names))


def _names(sheets: Sequence[SheetEntry]) -> str:
    more = len(sheets) - 10
    names = ", ".join(repr(each.name) for each in sheets[:10])
    return f"{names} and {more:,} more" if more > 0 else names
