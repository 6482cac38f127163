"""Tidy tables read from CSV: one observation a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_text
from councilperf.formats._csv._text_sheet import read_text_sheet
from councilperf.formats._csv._tidy_columns import (
    TidyColumn,
    find_tidy_header,
    tidy_heading,
    tidy_score,
)
from councilperf.formats._csv._tidy_records import PLAIN
from councilperf.formats._csv._tidy_row import TidyColumns, TidyFindings
from councilperf.formats._csv._tidy_rows import TidyReader
from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._problems import Problem, Reading, shortened
from councilperf.formats._sheet._column_words import header_key
from councilperf.formats._sheet._encoding import decode
from councilperf.formats._sheet._grid import Sheet, column_letters, place_of, read_sheet
from councilperf.periods import Calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.model import Scorecard

__all__ = ["is_tidy", "read_tidy_csv"]


def read_tidy_csv(
    content: bytes | str,
    *,
    title: str | None = None,
    council: str | None = None,
    source: str | None = None,
    calendar: Calendar | None = None,
    limits: Limits = LIMITS,
) -> Reading[Scorecard]:
    r"""Read a scorecard from tidy CSV: one observation a row.

    >>> text = "PI Code,Indicator,Period,Value,Target\nH1,Homes,Q1 2019-20,40,45\n"
    >>> row = read_tidy_csv(text + "H1,Homes,Q2 2019-20,[c],45\n").require()["H1"]
    >>> [str(each.value) for each in row.observations]
    ['40', 'suppressed']

    It reads what `write_tidy_csv` writes, and tables of other programs: under their usual names, a
    column for the indicator, one for the period (or its year and quarter), one for the figure, and
    beside it what else is for that period: target, minimum, RAG, direction of travel, a benchmark.
    With a column "Record", that says what each row holds. What is the same for all rows of an
    indicator may stand in one of them; two rows that contradict each other are a problem.

    *title*, *council* and *source* are for a table that does not say them. Encoding, separator and
    *limits* are as for `read_scorecard_csv`; what was assumed is in the notes.

    Everything that is wrong with the file comes back as problems; mistakes in the other arguments
    raise `FieldTypeError` or `FieldValueError`.
    """
    for name, text in (("title", title), ("council", council), ("source", source)):
        check_text(name, text, optional=True)
    check_instance("calendar", calendar, Calendar, optional=True)
    check_instance("limits", limits, Limits)
    sheet = read_text_sheet(content, limits, tidy_score)
    if isinstance(sheet, Problem):
        return Reading(None, [sheet])
    notes = list(sheet.notes)
    header = find_tidy_header(sheet)
    if header is None:
        message = "no row of headers names the indicators and, for each row, its period"
        remedy = "head the columns Measure, Period and Value; for a wide sheet, read_scorecard_csv"
        return Reading(None, [Problem("file", "", message, remedy)], notes)
    return _read_rows(sheet, header, notes, calendar, title=title, council=council, source=source)


def is_tidy(content: bytes | str, limits: Limits = LIMITS) -> bool:
    r"""Say whether a CSV file has the headers of a tidy table.

    >>> is_tidy("Measure,Period,Value\n"), is_tidy("Measure,Q1 2019-20\n"), is_tidy(b"")
    (True, False, False)
    """
    decoded = decode(content, limits)
    if isinstance(decoded, Problem):
        return False
    sheet = read_sheet(decoded[0][:_ENOUGH_TO_TELL], limits, tidy_score)
    return isinstance(sheet, Sheet) and find_tidy_header(sheet) is not None


_ENOUGH_TO_TELL = 20_000


def _read_rows(
    sheet: Sheet,
    header: int,
    notes: list[str],
    calendar: Calendar | None,
    **given: str | None,
) -> Reading[Scorecard]:
    above = [" ".join(" ".join(row).split()) for row in sheet.rows[:header]]
    above = [line for line in above if line]
    notes += [f"above the header: {line!r}" for line in above]
    columns, problems = _recognise(sheet.rows[header], header + 1, notes)
    findings = TidyFindings(columns, calendar)
    reader = TidyReader(findings)
    for number, cells in enumerate(sheet.rows[header + 1 :], header + 2):
        reader.read(number, cells)
    if given["title"] is None and len(above) == 1:
        given["title"] = above[0]
    card = reader.scorecard(**given)
    notes += [f"{text} {number:,}" for text, number in findings.notes.items()]
    problems += findings.problems()
    if card is None or problems:
        if not problems:
            remedy = "give a row for each figure below the header"
            problems = [Problem("file", "", "it has a header and no rows", remedy)]
        return Reading(None, problems, notes)
    return Reading(card, (), notes)


def _recognise(
    headers: Sequence[str], row: int, notes: list[str]
) -> tuple[TidyColumns, list[Problem]]:
    """Say what each column is; of two for one thing the plainer header stands."""
    found = [(place, each, tidy_heading(each)) for place, each in enumerate(headers)]
    columns = TidyColumns(headers)
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    ranks: dict[TidyColumn, int] = {}
    for place, header, heading in found:
        key = header_key(header)
        if key and seen.setdefault(key, place) != place:
            message = f"column {column_letters(seen[key])} has the same header"
            remedy = "give each column its own header, or delete one of the two"
            problems.append(Problem(place_of(row, place), header, message, remedy))
        elif heading is None:
            if key:
                notes.append(f"{_named(place, header)} is not a column known here; it is left out")
        elif heading.beside is not None:
            columns.beside.append((place, heading.beside))
        elif heading.rank < ranks.get(heading.column, 10**6):
            if heading.column in columns.places:
                notes.append(_left_out(columns.places[heading.column], headers, heading.column))
            columns.places[heading.column] = place
            ranks[heading.column] = heading.rank
        else:
            notes.append(_left_out(place, headers, heading.column))
    return _by_records(columns, notes), problems


def _by_records(columns: TidyColumns, notes: list[str]) -> TidyColumns:
    """Leave out what only tables with the column "Record", or only those without it, can have."""
    if TidyColumn.RECORD in columns.places:
        for place, _ in columns.beside:
            name = _named(place, columns.headers[place])
            notes.append(f"{name} is left out: the rows say in 'Record' what they hold")
        columns.beside.clear()
        return columns
    for column in [each for each in columns.places if each not in PLAIN]:
        place = columns.places.pop(column)
        name = _named(place, columns.headers[place])
        notes.append(f"{name} is left out: it needs a column 'Record'")
    return columns


def _named(place: int, header: str) -> str:
    return f"column {column_letters(place)} {shortened(' '.join(header.split()))!r}"


def _left_out(place: int, headers: Sequence[str], column: TidyColumn) -> str:
    name = _named(place, headers[place])
    return f"{name} is left out: another column already says the {column.value.lower()}"
