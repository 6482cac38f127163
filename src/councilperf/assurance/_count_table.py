"""Tables of counts with their totals, as they stand before and after suppression."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Count", "CountTable"]

#: A number of people or cases, or the reason why it is not shown.
Count: TypeAlias = int | Missing

_MANY = 10**9


def _as_grid(rows: Iterable[Iterable[Count]]) -> tuple[tuple[Count, ...], ...]:
    return tuple(as_tuple(row) for row in as_tuple(rows))


@final
@frozen
class CountTable(Displayed):
    """Counts by row and column, with the totals that are printed beside them.

    >>> table = CountTable.with_totals(
    ...     "Exclusions", ["Autumn", "Spring"], ["Girls", "Boys"], [[3, 12], [9, 14]]
    ... )
    >>> table.row_totals, table.column_totals, table.total
    ((15, 23), (12, 26), 38)

    Totals that are not printed are left empty, and *total* `None`. Counts that do not add to the
    total beside them are refused: what is suppressed is worked out from the totals.
    """

    title: str
    rows: tuple[str, ...] = field(converter=as_tuple)
    columns: tuple[str, ...] = field(converter=as_tuple)
    counts: tuple[tuple[Count, ...], ...] = field(converter=_as_grid)
    row_totals: tuple[Count, ...] = field(default=(), converter=as_tuple, kw_only=True)
    column_totals: tuple[Count, ...] = field(default=(), converter=as_tuple, kw_only=True)
    total: Count | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        for name in ("rows", "columns"):
            _check_labels(name, getattr(self, name))
        _check_length("counts", self.counts, len(self.rows))
        for place, row in enumerate(self.counts):
            _check_counts(f"counts[{place}]", row, len(self.columns))
        if self.row_totals:
            _check_counts("row_totals", self.row_totals, len(self.rows))
        if self.column_totals:
            _check_counts("column_totals", self.column_totals, len(self.columns))
        if self.total is not None:
            _check_count("total", self.total)
            if not self.row_totals and not self.column_totals:
                raise FieldValueError("total", self.total, "None without row or column totals")
        self._refuse_wrong_sums()

    def _refuse_wrong_sums(self) -> None:
        for place, total in enumerate(self.row_totals):
            _check_sum(f"row_totals[{place}]", self.counts[place], total)
        for place, total in enumerate(self.column_totals):
            _check_sum(f"column_totals[{place}]", [row[place] for row in self.counts], total)
        if self.total is not None:
            for totals in (self.row_totals, self.column_totals):
                if totals:
                    _check_sum("total", totals, self.total)

    @staticmethod
    def with_totals(
        title: str,
        rows: Iterable[str],
        columns: Iterable[str],
        counts: Iterable[Iterable[int]],
    ) -> CountTable:
        """Return the table with its row, column and grand totals, added up.

        >>> CountTable.with_totals("Cases", ["A"], ["x", "y"], [[1, 2]]).total
        3
        """
        bare = CountTable(title, tuple(rows), tuple(columns), counts)
        numbers = [[_number(each) for each in row] for row in bare.counts]
        return CountTable(
            title,
            bare.rows,
            bare.columns,
            bare.counts,
            row_totals=tuple(map(sum, numbers)),
            column_totals=tuple(map(sum, zip(*numbers, strict=True))),
            total=sum(map(sum, numbers)),
        )


def _number(count: Count) -> int:
    if isinstance(count, Missing):
        raise FieldValueError("counts", count, "counts that are there; give the totals yourself")
    return count


def _check_labels(name: str, labels: Sequence[object]) -> None:
    for each in labels:
        check_text(name, each)
    if not labels or len(set(labels)) < len(labels):
        raise FieldValueError(name, labels, "one label or more, each once only")


def _check_length(name: str, values: Sequence[object], length: int) -> None:
    if len(values) != length:
        raise FieldValueError(name, values, f"{length} of them, one for each label")


def _check_counts(name: str, counts: Sequence[object], length: int) -> None:
    _check_length(name, counts, length)
    for place, each in enumerate(counts):
        _check_count(f"{name}[{place}]", each)


def _check_count(name: str, count: object) -> None:
    if isinstance(count, Missing):
        check_instance(name, count, Missing)
    else:
        check_whole(name, count, 0, _MANY)


def _check_sum(name: str, parts: Sequence[Count], total: Count) -> None:
    known = [each for each in parts if not isinstance(each, Missing)]
    if isinstance(total, Missing):
        return
    if sum(known) > total or (len(known) == len(parts) and sum(known) != total):
        raise FieldValueError(name, total, f"{sum(known)}, which its parts add up to")
