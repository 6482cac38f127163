"""What a scorecard loses in a format, found by reading back what is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.formats._csv._tidy_columns import TidyColumn
from councilperf.formats._csv._tidy_writer import tidy_records
from councilperf.formats._registry import read_as, write_as
from councilperf.model import Scorecard

if TYPE_CHECKING:
    from councilperf.formats._registry import FileFormat

__all__ = ["find_losses"]


def find_losses(scorecard: Scorecard, format: FileFormat | str) -> tuple[str, ...]:  # noqa: A002 - the word that everybody uses for it
    """Return what of a scorecard does not come back from a format, a line for each kind of fact.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, 42, note="unaudited")])
    >>> card = Scorecard("Planning", [row])
    >>> find_losses(card, "csv")
    ("'Scorecard' (1 row, first of H1)", "'Note' (1 row, first of H1)")
    >>> find_losses(card, "tidy-csv"), find_losses(card, "json")
    ((), ())

    The facts are named by the columns of tidy CSV, which holds them all; in what order figures and
    targets stand is no fact. Raises as `read_as` and `write_as` do.
    """
    check_instance("scorecard", scorecard, Scorecard)
    back = read_as(write_as(scorecard, format), format).value
    lost = _facts(scorecard)
    if isinstance(back, Scorecard):
        lost -= _facts(back)
    rows: Counter[TidyColumn] = Counter()
    first: dict[TidyColumn, str] = {}
    for (column, reference, _, _), times in lost.items():
        rows[column] += times
        first.setdefault(column, reference)
    return tuple(
        _told(column, rows[column], first[column]) for column in TidyColumn if column in rows
    )


def _told(column: TidyColumn, rows: int, reference: str) -> str:
    of = f", first of {reference}" if reference else ""
    return f"'{column.value}' ({rows:,} row{'' if rows == 1 else 's'}{of})"


def _facts(card: Scorecard) -> Counter[tuple[TidyColumn, str, str, str]]:
    """Count what each row of the tidy table says; each row is known by what it is about."""
    facts: Counter[tuple[TidyColumn, str, str, str]] = Counter()
    for cells in tidy_records(card):
        reference = cells.get(TidyColumn.REFERENCE, "")
        record = cells.get(TidyColumn.RECORD, "") + cells.get(TidyColumn.PERIOD, "")
        facts.update((column, reference, record, cell) for column, cell in cells.items() if cell)
    return facts
