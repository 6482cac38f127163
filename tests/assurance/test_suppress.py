"""Small-number suppression; the laws are in `tests/laws/test_disclosure_laws.py`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from councilperf.assurance import CountTable, suppress
from councilperf.errors import CouncilPerfError
from councilperf.values import Missing


def shown(table: CountTable, **how: object) -> list[list[int | str]]:
    """The table as it may be published, totals last."""
    hidden = suppress(table, **how).table  # type: ignore[arg-type]
    rows = [list(row) for row in hidden.counts]
    for row, total in zip(rows, hidden.row_totals, strict=False):
        row.append(total)
    if hidden.column_totals:
        rows.append([*hidden.column_totals, *([hidden.total] if hidden.total is not None else [])])
    return [["c" if isinstance(each, Missing) else each for each in row] for row in rows]


def full(*counts: list[int]) -> CountTable:
    """A table with all its totals."""
    return CountTable.with_totals(
        "Exclusions",
        [f"r{n}" for n in range(len(counts))],
        [f"c{n}" for n in range(len(counts[0]))],
        counts,
    )


def listed(*counts: int, total: bool = True) -> CountTable:
    """One row of counts, with its total or without."""
    return CountTable(
        "Exclusions",
        ["all"],
        [f"c{n}" for n in range(len(counts))],
        [counts],
        row_totals=[sum(counts)] if total else (),
    )


def test_the_first_other_count_is_hidden_beside_a_small_one_whatever_its_size() -> None:
    assert shown(listed(3, 20, 9)) == [["c", "c", 9, 32]]
    assert shown(listed(3, 9, 20)) == [["c", "c", 20, 32]]


def test_without_a_total_a_small_count_needs_no_company() -> None:
    assert shown(listed(3, 20, 9, total=False)) == [["c", 20, 9]]


def test_two_small_counts_take_a_third_with_them() -> None:
    """Had 4 and 4 no company, a total of 8 would tell who knows the threshold of 5 that much."""
    assert shown(listed(1, 2, 20, 9)) == [["c", "c", "c", 9, 32]]
    assert shown(listed(4, 4, 20, 9)) == [["c", "c", "c", 9, 37]]


def test_one_small_count_of_a_table_takes_a_rectangle() -> None:
    assert shown(full([3, 12, 30], [9, 14, 30], [30, 30, 30])) == [
        ["c", "c", 30, 45],
        ["c", "c", 30, 53],
        [30, 30, 30, 90],
        [42, 56, 90, 188],
    ]


def test_a_small_total_is_hidden_too() -> None:
    assert shown(full([1, 2], [20, 30])) == [["c", "c", "c"], ["c", "c", "c"], [21, 32, 53]]


def test_a_table_of_large_counts_is_shown_whole() -> None:
    result = suppress(full([5, 6], [7, 8]))

    assert result.table == full([5, 6], [7, 8])
    assert result.statement == "No figure is suppressed: none is below 5."


def test_noughts_may_be_kept() -> None:
    assert shown(full([0, 12], [9, 14]), keep_zeros=True) == [
        [0, 12, 12],
        [9, 14, 23],
        [9, 26, 35],
    ]


def test_what_is_said_beneath_counts_and_names_the_threshold() -> None:
    assert suppress(listed(3, 20, 9)).statement.startswith("2 of 4 figures are suppressed")
    assert suppress(listed(3, 20, total=False), threshold=10).statement.startswith(
        "1 of 2 figures is"
    )
    assert "below 10" in suppress(listed(3, 20), threshold=10).statement


def test_only_row_totals_with_their_sum_may_be_printed() -> None:
    table = CountTable(
        "Exclusions", ["a", "b"], ["x", "y"], [[3, 9], [8, 7]], row_totals=[12, 15], total=27
    )

    assert suppress(table).table.counts[1] == (8, 7)
    assert all(isinstance(each, Missing) for each in suppress(table).table.counts[0])


def test_a_count_that_two_groups_of_sums_give_away_together_takes_another_with_it() -> None:
    """Each row and column hides two counts or more, and still the one between could be had."""
    table = full([4, 4, 3, 90], [4, 4, 90, 90], [90, 90, 4, 4], [90, 90, 4, 4])
    hidden = suppress(table).table
    between = hidden.row_totals[0], hidden.row_totals[1], *hidden.column_totals[:2]
    count = sum(isinstance(each, Missing) for row in hidden.counts for each in row)

    assert not any(isinstance(each, Missing) for each in between)
    assert count > 9


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a total that is not the sum": (
        lambda: CountTable("T", ["a"], ["x", "y"], [[1, 2]], row_totals=[4]),
        r"row_totals\[0\]: 4 is not allowed; give 3",
    ),
    "parts that exceed their total": (
        lambda: CountTable("T", ["a"], ["x", "y"], [[9, Missing("suppressed")]], row_totals=[4]),
        "row_totals",
    ),
    "columns that do not add": (
        lambda: CountTable("T", ["a", "b"], ["x"], [[1], [2]], column_totals=[4]),
        "column_totals",
    ),
    "totals that do not add": (
        lambda: CountTable("T", ["a"], ["x"], [[1]], row_totals=[1], total=2),
        "total",
    ),
    "a total of nothing that is printed": (
        lambda: CountTable("T", ["a"], ["x"], [[1]], total=1),
        "None without row or column totals",
    ),
    "a row without its count": (lambda: CountTable("T", ["a"], ["x", "y"], [[1]]), "2 of them"),
    "a label twice": (lambda: CountTable("T", ["a", "a"], ["x"], [[1], [2]]), "once only"),
    "no column": (lambda: CountTable("T", ["a"], [], [[]]), "one label or more"),
    "a count below nought": (lambda: CountTable("T", ["a"], ["x"], [[-1]]), "from 0"),
    "half a person": (lambda: CountTable("T", ["a"], ["x"], [[0.5]]), "whole number"),  # type: ignore[list-item]
    "totals of what is missing": (
        lambda: CountTable.with_totals("T", ["a"], ["x"], [[Missing("no_data")]]),  # type: ignore[list-item]
        "give the totals yourself",
    ),
    "a table that is suppressed already": (
        lambda: suppress(suppress(listed(3, 20, 9)).table),
        "counts are all there",
    ),
    "a threshold under which only nought is": (
        lambda: suppress(listed(3), threshold=1),
        "from 2 to 1000",
    ),
    "a threshold under which only one is, noughts being shown": (
        lambda: suppress(listed(3), threshold=2, keep_zeros=True),
        "from 3 to 1000",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused(what: str) -> None:
    build, message = REFUSED[what]

    with pytest.raises(CouncilPerfError, match=message):
        build()
