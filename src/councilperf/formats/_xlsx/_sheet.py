"""A grid made into a sheet: headers of two rows joined, merged cells filled, and all told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._columns import find_header
from councilperf.formats._sheet._defused import defused
from councilperf.formats._sheet._grid import Sheet, address, column_letters
from councilperf.formats._sheet._headings import understand
from councilperf.formats._xlsx._book import BLANKS, ONE_TABLE
from councilperf.formats._xlsx._grid import BLANK, HEADER_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.formats._xlsx._grid import Grid, GridReader, Merged

__all__ = ["sheet_of"]


def sheet_of(reader: GridReader, *, leave_out_hidden: bool) -> tuple[Sheet, int | None]:
    """Return the sheet that was read, and the place of its row of headers."""
    grid = reader.grid
    place = find_header(Sheet([tuple(each) for each in grid.rows[:HEADER_ROWS]]))
    if place is None:
        return Sheet((), name=grid.name, faults=grid.faults), None
    top, header = _header_rows(grid, place)
    notes = [
        f"{text}: {cell}" if count == 1 else f"{text}: {count:,} cells, first {cell}"
        for text, (count, cell) in grid.notes.items()
    ]
    notes += _hidden(grid, header, leave_out=leave_out_hidden)
    for (row, column), heading in grid.headings.items():
        if top <= row <= header and grid.rows[row][column]:
            grid.rows[row][column] = heading
    if top < header:
        notes += _join(reader, top, header)
    notes += _merged_below(reader, header)
    # What our own workbooks say above a table is no title of it.
    rows = [tuple(each) if "".join(each) not in _OURS else () for each in grid.rows[:header]]
    rows.append(tuple(grid.rows[header]))
    rows += [_kept(each) for each in grid.rows[header + 1 :]]
    return Sheet(rows, notes, grid.name, grid.faults), header


_OURS = frozenset({ONE_TABLE, BLANKS})


def _kept(cells: list[str]) -> tuple[str, ...]:
    """Write apostrophes so that they are read back: in CSV they defuse, here they are text."""
    return tuple([defused(each) if each[:1] == "'" else each for each in cells])


#: The columns that name indicators stand among the first.
_TELLING = 500


def _header_rows(grid: Grid, place: int) -> tuple[int, int]:
    """Return the first and the last of the rows that make up the header."""
    naming = {
        column
        for column, cell in enumerate(grid.rows[place][:_TELLING])
        if (found := understand(cell)) and found.kind in (ColumnKind.TITLE, ColumnKind.REFERENCE)
    }
    if not naming:
        return place, place
    down = [each for each in grid.merged if each[0] == place < each[2] and each[1] in naming]
    below = grid.rows[place + 1] if place + 1 < len(grid.rows) else BLANK
    if down and not any(at < len(below) and below[at] for at in naming):
        return place, min(place + 2, down[0][2], len(grid.rows) - 1)
    if any(_groups(each, place, naming) for each in grid.merged) and _is_header(
        grid, place + 1, naming
    ):
        return place, place + 1
    if any(_groups(each, place - 1, naming) for each in grid.merged):
        return place - 1, place
    return place, place


def _groups(merged: Merged, row: int, naming: set[int]) -> bool:
    """Say whether cells merged across stand over columns of figures, as a title does not."""
    first, left, last, right = merged
    return first == last == row and left < right and not any(left <= at <= right for at in naming)


def _is_header(grid: Grid, row: int, naming: set[int]) -> bool:
    cells = grid.rows[row] if row < len(grid.rows) else BLANK
    filled = {column: cell for column, cell in enumerate(cells) if cell.strip()}
    return (
        len(filled) > 1
        and naming.isdisjoint(filled)
        and all(understand(each) is not None for each in filled.values())
    )


def _join(reader: GridReader, top: int, header: int) -> list[str]:
    """Join the rows of a header into the last of them, and return what is to be said of it."""
    grid = reader.grid
    rows = [[*each] for each in grid.rows[top : header + 1]]
    width = max(map(len, rows))
    for row in rows:
        row.extend([""] * (width - len(row)))
    for first, left, last, right in grid.merged:
        if top <= first <= last <= header and left < width:
            reader.count_merged(width)
            for row in rows[first - top : last - top + 1]:
                for column in range(left, min(right + 1, width)):
                    row[column] = row[column] or rows[first - top][left]
    notes = [f"rows {top + 1} to {header + 1} are read as one header"]
    joined: list[str] = []
    for column, parts in enumerate(zip(*rows, strict=True)):
        text, left_out = _joined([*dict.fromkeys(each for each in parts if each.strip())])
        joined.append(text)
        notes += [
            f"{each!r} above {text!r} in column {column_letters(column)} says nothing known here"
            for each in left_out
        ]
    grid.rows[top:header] = [BLANK] * (header - top)
    grid.rows[header] = joined
    return notes


def _joined(parts: list[str]) -> tuple[str, list[str]]:
    """Return the parts of one header as one text that is understood, and what is left out."""
    if len(parts) < 2:
        return "".join(parts), []
    for text in (" ".join(parts), " ".join(reversed(parts))):
        if understand(text) is not None:
            return text, []
    if understand(parts[-1]) is not None:
        return parts[-1], parts[:-1]
    return " ".join(parts), []


def _merged_below(reader: GridReader, header: int) -> list[str]:
    """Fill cells that are merged downwards; those merged across hold one thing for one column."""
    grid = reader.grid
    down: list[str] = []
    across: list[str] = []
    for first, left, last, right in grid.merged:
        if first <= header or first >= len(grid.rows) or left >= len(grid.rows[first]):
            continue
        text = grid.rows[first][left]
        if not text:
            continue
        if right > left and sum(map(bool, grid.rows[first])) > 1:
            across.append(address(first + 1, left))
        if last > first:
            down.append(address(first + 1, left))
            stop = min(last + 1, len(grid.rows))
            reader.count_merged(stop - first)
            for row in range(first + 1, stop):
                if any(grid.rows[row]):
                    reader.fill(row, left, text)
    notes: list[str] = []
    if down:
        text = "cells merged downwards are read as if each held what they show"
        notes.append(f"{text}: {_some(down)}")
    if across:
        text = "cells merged across are read in their first column only"
        notes.append(f"{text}: {_some(across)}")
    return notes


def _hidden(grid: Grid, header: int, *, leave_out: bool) -> list[str]:
    """Say which rows and columns are hidden, and empty them where they are to be left out."""
    rows = [each for each in grid.hidden_rows if any(grid.rows[each])]
    width = max(map(len, grid.rows))
    hidden = {
        column
        for first, last in grid.hidden_columns
        for column in range(first, min(last + 1, width))
    }
    used: set[int] = set()
    for row in grid.rows[header:] if hidden else ():
        used.update(column for column, cell in enumerate(row) if cell and column in hidden)
    said = "hidden, and left out" if leave_out else "hidden, and read all the same"
    notes: list[str] = []
    if rows:
        names = _some([f"{each + 1:,}" for each in rows])
        notes.append(f"rows that are {said}: {names}")
    if used:
        names = _some([column_letters(each) for each in sorted(used)])
        notes.append(f"columns that are {said}: {names}")
    if leave_out:
        for each in rows:
            grid.rows[each] = BLANK
        for row in grid.rows if used else ():
            for column in used:
                if column < len(row):
                    row[column] = ""
        gone = {each + 1 for each in rows}
        grid.faults = [
            each for each in grid.faults if each.row not in gone and each.place not in used
        ]
    return notes


_MOST_NAMED = 10


def _some(names: Iterable[str]) -> str:
    """Name them, or the first of many with how many more there are."""
    every = list(names)
    more = len(every) - _MOST_NAMED
    text = ", ".join(every[:_MOST_NAMED])
    return f"{text} and {more:,} more" if more > 0 else text
