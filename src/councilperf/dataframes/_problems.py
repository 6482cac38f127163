"""What is wrong with a frame's columns, all at once, with counts and examples."""

from __future__ import annotations

from typing import Any, final

import narwhals.stable.v2 as nw
from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_text, check_whole
from councilperf.dataframes._truth import Truth, as_expression

__all__ = ["ColumnProblem", "find_rows"]

_MOST_SHOWN = 3
_ROW = "_councilperf_row"
_BAD = "_councilperf_bad"


@final
@frozen
class ColumnProblem:
    """What is wrong with a column; where it is its values, in how many rows, and in which first.

    >>> print(ColumnProblem("value", "is no plain number", 2, ["row 7: '12a'", "row 9: 'tbc'"]))
    column 'value' is no plain number in 2 rows, such as row 7: '12a'; row 9: 'tbc'
    """

    column: str
    problem: str
    count: int = 0
    examples: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_text("column", self.column)
        check_text("problem", self.problem)
        check_whole("count", self.count, 0, 10**15)
        check_each("examples", self.examples, str)

    def __str__(self) -> str:
        if not self.count:
            return f"column {self.column!r} {self.problem}"
        rows = f"in {self.count:,} row{'' if self.count == 1 else 's'}"
        return f"column {self.column!r} {self.problem} {rows}, such as {'; '.join(self.examples)}"


def find_rows(
    frame: nw.DataFrame[Any], column: str, where: Truth, problem: str, shown: str | None = None
) -> list[ColumnProblem]:
    """Return the problem with its rows, counted from 0, or nothing where no row has it."""
    if where is False:
        return []
    bad = (
        frame.select(nw.col(column), as_expression(where).alias(_BAD))
        .with_row_index(_ROW)
        .filter(nw.col(_BAD))
    )
    if not len(bad):
        return []
    examples = [
        f"row {row}: {value!r}" for row, value in bad.select(_ROW, column).head(_MOST_SHOWN).rows()
    ]
    return [ColumnProblem(shown or column, problem, len(bad), examples)]
