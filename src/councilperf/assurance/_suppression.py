"""Small-number suppression: counts that could point to a person are hidden, and stay hidden."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple, TypeAlias, final

from attrs import evolve, frozen

from councilperf._checks import check_flag, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.assurance._count_table import Count, CountTable
from councilperf.errors import FieldValueError
from councilperf.values import Absence, Missing

__all__ = ["Suppression", "suppress"]

_SUPPRESSED = Missing(Absence.SUPPRESSED)

#: Row and column of a cell; a total stands after the last of either.
_Place: TypeAlias = tuple[int, int]


@final
@frozen
class Suppression(Displayed):
    """A table that may be published, and what is to be said beneath it.

    >>> table = CountTable.with_totals("Exclusions", ["Girls", "Boys"], ["2021-22"], [[3], [12]])
    >>> print(suppress(table).statement)
    4 of 6 figures are suppressed and shown as [c]: those below 5, and others from which
    they could be worked out.

    Nothing in it tells a small figure from one that was hidden to protect it.
    """

    table: CountTable
    statement: str

    def __attrs_post_init__(self) -> None:
        check_instance("table", self.table, CountTable)
        check_text("statement", self.statement)


def suppress(table: CountTable, *, threshold: int = 5, keep_zeros: bool = False) -> Suppression:
    """Hide every count below the threshold, and what would give it away.

    >>> table = CountTable.with_totals(
    ...     "Exclusions", ["Autumn", "Spring"], ["Girls", "Boys"], [[3, 12], [9, 14]]
    ... )
    >>> hidden = suppress(table).table
    >>> [["[c]" if isinstance(each, Missing) else each for each in row] for row in hidden.counts]
    [['[c]', '[c]'], ['[c]', '[c]']]
    >>> hidden.row_totals
    (15, 23)

    Totals below the threshold are hidden too. Then, for as long as a hidden figure could be
    worked out from the sums that are left, another figure of its sum is hidden. It is chosen by
    its place and never by its size, or the choice itself would tell.

    What is promised: to a reader who knows the table, the threshold, and that counts are whole
    and never negative, every hidden figure may still be one of two numbers at least; and the
    hidden parts of a total that is shown come to the threshold or more.

    A reader may also know how this function works, and try it on every table that could be the
    true one. Against that nothing is promised, but it was tried, on every small table of several
    rows with all its totals or of one row with its total: with thresholds from 3 no small count
    could be learnt, and of three tables in ten thousand one that was hidden to protect it. With
    the threshold 2, with *keep_zeros*, or where the columns of a single row have totals of their
    own, it is one table in fifty.

    With *keep_zeros* a zero is shown and never hidden to protect others. A threshold under which
    only one count is left to be hidden would name that count, and is refused.
    """
    check_instance("table", table, CountTable)
    check_flag("keep_zeros", keep_zeros)
    check_whole("threshold", threshold, 3 if keep_zeros else 2, 1000)
    cells = _cells(table)
    may_hide = {place for place, cell in cells.items() if cell.number or not keep_zeros}
    hidden = {place for place in may_hide if cells[place].number < threshold}
    least = 1 if keep_zeros else 0
    while hidden < may_hide and (told := _first_told(cells, hidden, threshold, least)):
        hidden.add(_helper(cells, may_hide - hidden, hidden, told))
    return Suppression(_with_hidden(table, hidden), _statement(cells, hidden, threshold))


# A table with totals is a network: the grand total flows into the column totals, each of these
# into its column's cells, these into the row totals, and these into the grand total again. What
# flows into a row or column flows out of it. So a hidden count can be another number exactly if
# it lies on a loop of hidden counts round which a unit more can flow, and that can be searched.
# No unit may take a count over the threshold, either way: then the other table has the same small
# counts in the same places, and whoever suppresses it arrives at the same picture.


class _Cell(NamedTuple):
    """A count, the sums that it flows from and into, and those that it is the total of."""

    number: int
    start: str
    end: str
    total_of: tuple[str, ...]


#: Where counts flow from and to whose sum is not printed.
_FREE = "free"


def _cells(table: CountTable) -> dict[_Place, _Cell]:
    """Return every cell that is printed, totals included."""
    bottom, right = len(table.rows), len(table.columns)
    grid: dict[_Place, Count] = {
        (r, c): count for r, row in enumerate(table.counts) for c, count in enumerate(row)
    }
    grid |= {(r, right): total for r, total in enumerate(table.row_totals)}
    grid |= {(bottom, c): total for c, total in enumerate(table.column_totals)}
    if table.total is not None:
        grid[bottom, right] = table.total
    found: dict[_Place, _Cell] = {}
    for (r, c), count in grid.items():
        if isinstance(count, Missing):
            raise FieldValueError("table", count, "a table whose counts are all there")
        across = f"row {r}" if (r, right) in grid and (r, 0) in grid else _FREE
        down = f"column {c}" if (bottom, c) in grid and (0, c) in grid else _FREE
        ends = (down, across) if (r == bottom) is (c == right) else (across, down)
        totals = [across] * (c == right) + [down] * (r == bottom)
        found[r, c] = _Cell(count, *ends, tuple(each for each in totals if each != _FREE))
    return found


def _first_told(
    cells: dict[_Place, _Cell], hidden: set[_Place], threshold: int, least: int
) -> str | None:
    """Return a sum in which one figure more has to be hidden, or `None` when all is well."""
    sums: dict[str, list[_Place]] = {}
    for place in sorted(hidden):
        for each in (cells[place].start, cells[place].end):
            sums.setdefault(each, []).append(place)
    sums.pop(_FREE, None)
    for name, places in sums.items():
        if len(places) == 1:
            return name
        total_is_shown = not any(name in cells[place].total_of for place in places)
        # Small counts alone would be told by a total near the most that they can come to.
        if total_is_shown and all(cells[place].number < threshold for place in places):
            return name
    for place in sorted(hidden):
        if not _can_vary(cells, hidden, place, threshold, least):
            cell = cells[place]
            return cell.start if cell.start != _FREE else cell.end
    return None


def _can_vary(
    cells: dict[_Place, _Cell], hidden: set[_Place], place: _Place, threshold: int, least: int
) -> bool:
    """Say whether a hidden count could be one more or one less, all that is shown being equal."""
    cell = cells[place]
    steps: dict[str, set[str]] = {}
    for other in hidden - {place}:
        count, start, end, _ = cells[other]
        if _may_grow(count, threshold):
            steps.setdefault(start, set()).add(end)
        if _may_shrink(count, threshold, least):
            steps.setdefault(end, set()).add(start)
    if _may_grow(cell.number, threshold) and _leads(steps, cell.end, cell.start):
        return True
    return _may_shrink(cell.number, threshold, least) and _leads(steps, cell.start, cell.end)


def _may_grow(count: int, threshold: int) -> bool:
    return count + 1 != threshold


def _may_shrink(count: int, threshold: int, least: int) -> bool:
    return count > least and count != threshold


def _leads(steps: dict[str, set[str]], origin: str, goal: str) -> bool:
    seen, waiting = {origin}, deque([origin])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            return True
        new = steps.get(here, set()) - seen
        seen |= new
        waiting.extend(new)
    return False


def _helper(
    cells: dict[_Place, _Cell], candidates: set[_Place], hidden: set[_Place], name: str
) -> _Place:
    """Choose what to hide next: in this sum if it can be, else anywhere; the first in order."""
    busy = {end for place in hidden for end in (cells[place].start, cells[place].end)}
    near = {each for each in candidates if name in (cells[each].start, cells[each].end)}

    def order(place: _Place) -> tuple[bool, _Place]:
        cell = cells[place]
        # One that lies in another sum with hidden figures helps there too.
        other = cell.end if cell.start == name else cell.start
        return other != _FREE and other not in busy, place

    return min(near or candidates, key=order)


def _with_hidden(table: CountTable, hidden: set[_Place]) -> CountTable:
    bottom, right = len(table.rows), len(table.columns)

    def shown(place: _Place, count: Count) -> Count:
        return _SUPPRESSED if place in hidden else count

    return evolve(
        table,
        counts=tuple(
            tuple(shown((r, c), count) for c, count in enumerate(row))
            for r, row in enumerate(table.counts)
        ),
        row_totals=tuple(shown((r, right), each) for r, each in enumerate(table.row_totals)),
        column_totals=tuple(
            shown((bottom, c), each) for c, each in enumerate(table.column_totals)
        ),
        total=None if table.total is None else shown((bottom, right), table.total),
    )


def _statement(cells: dict[_Place, _Cell], hidden: set[_Place], threshold: int) -> str:
    if not hidden:
        return f"No figure is suppressed: none is below {threshold}."
    verb = "is" if len(hidden) == 1 else "are"
    return (
        f"{len(hidden)} of {len(cells)} figures {verb} suppressed and shown as [c]: those below "
        f"{threshold}, and others from which they could be worked out."
    )
