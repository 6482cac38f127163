"""Sheets: rows of text cells as somebody typed them, whatever file they came from."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.formats._problems import Problem, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from councilperf.formats._limits import Limits

__all__ = [
    "Fault",
    "Sheet",
    "address",
    "column_letters",
    "place_of",
    "read_sheet",
    "row_of",
    "too_many",
]


@final
@frozen
class Fault:
    """A cell that holds nothing to be read; *row* counts from 1, *place* from 0."""

    row: int
    place: int
    value: str
    message: str
    remedy: str


@final
@frozen
class Sheet:
    """Rows of cells as text, each row as long as it was; the first row is row 1.

    *name* is that of a workbook's sheet. *faults* are cells that cannot be read whatever they are
    for, and are blank in *rows*.
    """

    rows: tuple[tuple[str, ...], ...] = field(converter=as_tuple)
    notes: tuple[str, ...] = field(default=(), converter=as_tuple)
    name: str = ""
    faults: tuple[Fault, ...] = field(default=(), converter=as_tuple)


def column_letters(place: int) -> str:
    """Return what a spreadsheet calls the column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int, sheet: str = "") -> str:
    """Return what a spreadsheet calls a cell; *row* counts from 1, *column* from 0.

    >>> address(7, 5), address(7, 5, "Data"), address(7, 5, "Q2 data")
    ('F7', 'Data!F7', "'Q2 data'!F7")
    """
    cell = f"{column_letters(column)}{row}"
    return f"{_quoted(sheet)}!{cell}" if sheet else cell


def _quoted(sheet: str) -> str:
    return sheet if sheet.isidentifier() else "'{}'".format(sheet.replace("'", "''"))


def place_of(row: int, column: int, header: str = "", sheet: str = "") -> str:
    """Name a cell as people see it; *row* counts from 1, *column* from 0.

    >>> place_of(7, 5, "Q2 2019-20"), place_of(7, 5, "Q2 2019-20", "Data")
    ("row 7, column F 'Q2 2019-20'", "Data!F7 'Q2 2019-20'")
    """
    named = f" {shortened(header)!r}" if header else ""
    if sheet:
        return f"{address(row, column, sheet)}{named}"
    return f"row {row:,}, column {column_letters(column)}{named}"


def row_of(row: int, sheet: str = "") -> str:
    """Name a row as people see it, counted from 1.

    >>> row_of(7), row_of(7, "Data")
    ('row 7', 'Data, row 7')
    """
    return f"{_quoted(sheet)}, row {row:,}" if sheet else f"row {row:,}"


_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def read_sheet(
    text: str, limits: Limits, header_score: Callable[[Sequence[str]], int]
) -> Sheet | Problem:
    """Split CSV text into cells, by the delimiter under which it looks most like a table.

    *header_score* counts the cells of a row that are known headers. A first line "sep=;", as
    Excel writes it, decides by itself.
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter = first.strip()[4]
        # The line stays a row of its own, so that rows are counted as people see them.
        sheet = _split(rest, delimiter, limits)
        if isinstance(sheet, Problem):
            return sheet
        return Sheet(((), *sheet.rows), (f"cells are separated by {delimiter!r}, as it states",))
    head = text[:_ENOUGH_TO_TELL]
    samples = {each: _split_leniently(head, each) for each in _DELIMITERS}
    best = max(samples, key=lambda each: _table_score(samples[each], header_score))
    sheet = _split(text, best, limits)
    if isinstance(sheet, Problem) or best == ",":
        return sheet
    return Sheet(sheet.rows, (f"cells are separated by a {_DELIMITERS[best]}",))


def _table_score(
    rows: list[list[str]], header_score: Callable[[Sequence[str]], int]
) -> tuple[bool, int, int]:
    """Say how much like a table rows look: a header with rows that fit it, or what comes near.

    A title above the table may hold another separator, and words that are headers elsewhere; but
    the rows below it do not go on like that.
    """
    best, widest = (False, 0), 0
    for place, row in enumerate(rows):
        widest = max(widest, len(row))
        score = header_score(row)
        below = [each for each in rows[place + 1 :] if any(each)]
        fitting = sum(1 < len(each) <= len(row) for each in below)
        best = max(best, (score > 0 and 2 * fitting > len(below), score))
    return *best, widest


_ENOUGH_TO_TELL = 20_000
_HEADER_ROWS = 20


def _split_leniently(head: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == _HEADER_ROWS:
                break
    except csv.Error:
        pass
    return rows


def _split(text: str, delimiter: str, limits: Limits) -> Sheet | Problem:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    try:
        for row in reader:
            if len(row) > limits.columns:
                return too_many("columns", limits.columns, f"row {len(rows) + 1:,}")
            if len(rows) == limits.rows:
                return too_many("rows", limits.rows, "file")
            if sum(map(len, row)) > limits.cell:
                for place, cell in enumerate(row):
                    if len(cell) > limits.cell:
                        path = place_of(len(rows) + 1, place)
                        return too_many("cell", limits.cell, path)
            rows.append(tuple(row))
    except csv.Error as error:
        path = f"row {len(rows) + 1:,} (line {reader.line_num:,})"
        if "field limit" in str(error):
            if csv.field_size_limit() >= limits.cell:
                return too_many("cell", limits.cell, path)
            message = f"a cell is larger than the csv module's limit ({error})"
            return Problem(path, "", message, "close its quotation mark, or raise that limit")
        message = f"its quotation marks cannot be read ({error})"
        return Problem(path, "", message, "close each quotation mark, and double it inside a cell")
    return Sheet(tuple(rows))


_COUNTED = {
    "columns": "columns",
    "rows": "rows",
    "cell": "characters in one cell",
    "cells": "cells, blank ones between others included",
    "size": "characters in all cells",
}


def too_many(name: str, limit: int, path: str) -> Problem:
    """Return the problem of a sheet that holds more than a limit, which it names."""
    what = _COUNTED[name]
    message = f"there are more than {limit:,} {what}, the limit ({name})"
    return Problem(path, "", message, f"make it smaller, or read it with Limits({name}=…)")
