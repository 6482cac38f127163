"""A sheet made into a scorecard: header, rows, and what had to be assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from councilperf.assessment import latest_period
from councilperf.errors import FieldValueError
from councilperf.formats._problems import Problem, Reading
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._columns import recognise
from councilperf.formats._sheet._grid import place_of
from councilperf.formats._sheet._scorecard_rows import RowReader
from councilperf.model import Scorecard, ScorecardRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.formats._sheet._columns import Columns
    from councilperf.formats._sheet._grid import Fault, Sheet
    from councilperf.periods import Calendar, ReportingPeriod

__all__ = ["read_scorecard_sheet"]


def read_scorecard_sheet(
    sheet: Sheet,
    header: int,
    notes: Sequence[str],
    *,
    title: str | None,
    council: str | None,
    source: str | None,
    period: ReportingPeriod | None,
    calendar: Calendar | None,
    year: int | None,
) -> Reading[Scorecard]:
    """Read the rows below the header, which stands at the place *header*, counted from 0."""
    headers = sheet.rows[header]
    columns = recognise(
        headers, header + 1, calendar=calendar, year=year, period=period, sheet=sheet.name
    )
    above = _above(sheet.rows[:header])
    in_header = [
        Problem(place_of(each.row, each.place, sheet=sheet.name), *_said(each))
        for each in sheet.faults
        if each.row <= header + 1
    ]
    reader = RowReader(columns, headers, sheet.faults)
    for number, cells in enumerate(sheet.rows[header + 1 :], header + 2):
        reader.read(number, cells, len(headers))
    all_notes = [
        *notes,
        *(f"above the header: {text!r}" for text in above),
        *columns.notes,
        *reader.notes,
    ]
    problems = [*in_header, *columns.problems, *reader.problems]
    if not problems and not reader.rows:
        remedy = "give a row for each indicator below the header"
        problems.append(
            Problem(sheet.name or "file", "", "it has a header and no indicators", remedy)
        )
    if problems:
        return Reading(None, problems, all_notes)
    assumed = _assumed(columns, all_notes)
    if title is None:
        title = above[0] if above else "Scorecard"
    card = Scorecard(title, reader.rows, council=council, source=source, assumed=tuple(assumed))
    return Reading(_with_stated_periods(card, period, columns), (), all_notes)


def _said(fault: Fault) -> tuple[str, str, str]:
    return fault.value, fault.message, fault.remedy


def _above(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return what stands above the header, a line for each row that is not blank."""
    lines = (" ".join(" ".join(row).split()) for row in rows)
    return [line for line in lines if line]


def _assumed(columns: Columns, notes: list[str]) -> list[str]:
    """Note what the sheet leaves open and the scorecard has to settle."""
    assumed: list[str] = []
    if columns.only(ColumnKind.REFERENCE) is None:
        notes.append("no column gives references: rows are numbered R1, R2, …")
    bare = [each for each in columns.every(ColumnKind.TARGET) if each.period is None]
    if bare:
        names = ", ".join(repr(" ".join(each.header.split())) for each in bare)
        assumed.append(f"{names} is held against whichever period is rated")
    assumed += [each for each in notes if "read as of" in each or "read from" in each]
    notes += [each for each in assumed if each not in notes]
    return assumed


def _with_stated_periods(
    card: Scorecard, period: ReportingPeriod | None, columns: Columns
) -> Scorecard:
    """Let printed levels without a period stand for the last period that has a figure."""
    printed = columns.every(ColumnKind.RATING) + columns.every(ColumnKind.TRAVEL)
    if not any(each.period is None for each in printed):
        return card
    try:
        at = latest_period(card) if period is None else period
    except FieldValueError:  # no row has a figure, so the levels stand for no known period
        return card
    return evolve(card, rows=[_row_with_stated(row, at) for row in card.rows])


def _row_with_stated(row: ScorecardRow, at: ReportingPeriod) -> ScorecardRow:
    if not row.stated:
        return row
    stated = [each if each.period is not None else evolve(each, period=at) for each in row.stated]
    return evolve(row, stated=stated)
