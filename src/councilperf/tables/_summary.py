"""Summary counts as tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.errors import FieldValueError
from councilperf.tables._cells import level_cell, percentage_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from councilperf.assessment import CrossTally, LevelChange, Tally
    from councilperf.rules import Scale
    from councilperf.tables._labels import Labels

__all__ = ["changes_table", "cross_table", "printed_summary_table", "summary_table"]


def summary_table(tally: Tally, caption: str, *, labels: Labels = ENGLISH) -> Table:
    """Set out a tally: a row for each level, with its shares of all and of those rated.

    >>> from councilperf import Tally
    >>> from councilperf.rules import RAG
    >>> counts = Tally.of(RAG, green=1, amber=2, red=1, unrated={"data_only": 2})
    >>> for row in summary_table(counts, "Ratings").rows:
    ...     print(*row, sep=" | ")
    Green ● | 1 | 16.7% | 25.0%
    Amber ▲ | 2 | 33.3% | 50.0%
    Red ■ | 1 | 16.7% | 25.0%
    n/a (data only) | 2 | 33.3% | -
    Total | 6 | 100.0% | 100.0%

    Percentages are rounded half-up to one decimal place, so they need not add up to 100.
    """
    rows: list[list[Cell]] = []
    for level in tally.scale.levels:
        cell = level_cell(tally.scale, level.key)
        of_rated = tally.share_of_rated(level.key) if level.rated else None
        rows.append(_row(cell, tally[level.key], tally.share_of_all(level.key), of_rated))
    for each in tally.unrated:
        label = tally.scale.class_of([each.reason]).label
        same = label.casefold() == each.reason.words.casefold()
        name = Cell(label if same else f"{label} ({each.reason.words})")
        rows.append(_row(name, each.count, _share(each.count, tally.total), None))
    whole_of_rated = _share(tally.rated, tally.rated)
    rows.append(
        _row(Cell(labels.total), tally.total, _share(tally.total, tally.total), whole_of_rated)
    )
    headers = (labels.count, labels.all_items, labels.of_rated)
    columns = [Column(labels.level), *(Column(each, numeric=True) for each in headers)]
    return Table(caption, columns, rows)


def _share(count: int, base: int) -> Fraction | None:
    return Fraction(count, base) if base else None


def _row(name: Cell, count: int, of_all: Fraction | None, of_rated: Fraction | None) -> list[Cell]:
    return [name, _count_cell(count), percentage_cell(of_all), percentage_cell(of_rated)]


def _count_cell(count: int) -> Cell:
    return Cell(str(count), number=count)


def printed_summary_table(
    tallies: Mapping[str, Tally],
    *,
    caption: str,
    heading: str,
    levels: Sequence[str] | None = None,
    labels: Labels = ENGLISH,
) -> Table:
    """Lay tallies out as committee papers do: a row for each report, a column for each level.

    >>> from councilperf import Tally
    >>> from councilperf.rules import RAG
    >>> counts = Tally.of(RAG, red=9, amber=13, green=16, unrated={"not_applicable": 4})
    >>> table = printed_summary_table(
    ...     {"This quarter": counts},
    ...     caption="RAG ratings",
    ...     heading="Performance Measures",
    ...     levels=["red", "amber", "green"],
    ... )
    >>> print(*(each.header for each in table.columns), sep=" | ")
    Performance Measures | Red | Amber | Green | n/a | Total
    >>> print(*table.rows[0], sep=" | ")
    This quarter | 9 | 13 | 16 | 4 | 42

    *levels* is the order in which the paper has them; without it, best first.

    Raises `FieldValueError` for no tallies, tallies on different scales, and *levels* that are
    not those of the scale, so that no count is left out.
    """
    scales = {each.scale for each in tallies.values()}
    if len(scales) != 1:
        names = tuple(sorted(each.name for each in scales))
        raise FieldValueError("tallies", names, "tallies on one and the same scale")
    scale = scales.pop()
    keys = scale.keys if levels is None else tuple(levels)
    if sorted(keys) != sorted(scale.keys):
        raise FieldValueError("levels", keys, f"each of {scale.keys} once")
    unrated = dict.fromkeys(
        [
            *(each.label for each in (*scale.unrated, scale.class_of(()))),
            *(label for each in tallies.values() for label, _ in each.printed_unrated()),
        ]
    )
    columns = [
        Column(heading),
        *(Column(scale.level(key).label, numeric=True) for key in keys),
        *(Column(label, numeric=True) for label in unrated),
        Column(labels.total, numeric=True),
    ]
    rows = [
        [
            Cell(name),
            *(_count_cell(each[key]) for key in keys),
            *(_count_cell(dict(each.printed_unrated()).get(label, 0)) for label in unrated),
            _count_cell(each.total),
        ]
        for name, each in tallies.items()
    ]
    return Table(caption, columns, rows)


def cross_table(counts: CrossTally, caption: str, *, labels: Labels = ENGLISH) -> Table:
    """Set out two judgements together: the first down, the second across, sums at both edges.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess, cross_tally
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(homes, [Observation(q1, 9), Observation(q2, 12)], [Target(45)])
    >>> both = cross_tally(assess(Scorecard("Homes", [row]), MAIDSTONE), "rating", "short trend")
    >>> print(*cross_table(both, "Rating and trend").rows[2], sep=" | ")
    Red ■ | 1 | 0 | 0 | 0 | 1
    """
    firsts, seconds = (*counts.first.keys, None), (*counts.second.keys, None)
    columns = [
        Column(labels.level),
        *(Column(_name(counts.second, key, labels).text, numeric=True) for key in seconds),
        Column(labels.total, numeric=True),
    ]
    rows: list[list[Cell]] = []
    for first in firsts:
        numbers = [counts.count(first, second) for second in seconds]
        cells = map(_count_cell, [*numbers, sum(numbers)])
        rows.append([_name(counts.first, first, labels), *cells])
    sums = [sum(counts.count(first, second) for first in firsts) for second in seconds]
    rows.append([Cell(labels.total), *map(_count_cell, [*sums, counts.total])])
    return Table(caption, columns, rows)


def _name(scale: Scale, key: str | None, labels: Labels) -> Cell:
    return Cell(labels.unrated) if key is None else level_cell(scale, key)


def changes_table(
    changes: Iterable[LevelChange], scale: Scale, *, labels: Labels = ENGLISH
) -> Table:
    """Set out which levels have changed since the last report.

    >>> from councilperf import LevelChange
    >>> from councilperf.rules import RAG
    >>> change = LevelChange("H1", "red", "green", "better")
    >>> print(*changes_table([change], RAG).rows[0], sep=" | ")
    H1 | Red ■ | Green ● | better
    """
    rows = [
        [
            Cell(each.reference),
            _name(scale, each.before, labels),
            _name(scale, each.after, labels),
            Cell(each.since.value.replace("_", " ")),
        ]
        for each in changes
    ]
    headers = [labels.reference, labels.before, labels.now, labels.since]
    return Table(labels.since, headers, rows)
