"""Columns and cells for what indicators are seen beside: benchmarks and control charts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from councilperf.tables._table import Cell
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from councilperf.assessment import AssessedRow, Assessment
    from councilperf.benchmarking import BenchmarkVerdict
    from councilperf.model import Unit
    from councilperf.spc import XmrChart
    from councilperf.tables._labels import Labels

__all__ = ["BesideColumn", "assurance_cell", "benchmark_cell", "beside_columns", "variation_cell"]


class BesideColumn(NamedTuple):
    """One column: its header, the cell of each row, and the verdict that the cell shows."""

    header: str
    cell: Callable[[AssessedRow], Cell]
    verdict: Callable[[AssessedRow], object]

    def has_verdict(self, assessment: Assessment) -> bool:
        """Say whether any row has something to show here."""
        return any(not isinstance(self.verdict(each), Missing) for each in assessment.rows)

    def why_empty(self, assessment: Assessment) -> str:
        """Say why no row has."""
        found = (self.verdict(each) for each in assessment.rows)
        reasons = dict.fromkeys(each.reason.words for each in found if isinstance(each, Missing))
        because = f" ({'; '.join(reasons)})" if reasons else ""
        return f"{self.header}: no indicator has one{because}."


def beside_columns(assessment: Assessment, labels: Labels) -> Iterator[BesideColumn]:
    """Yield a column for each benchmark that was asked for, and two for control charts."""
    context = assessment.context
    if context is None:
        return
    for name in context.benchmarks:
        yield BesideColumn(
            f"{labels.benchmark}: {name}",
            partial(_benchmark_cell, name),
            partial(_standing, name),
        )
    if context.spc is not None:
        yield BesideColumn(labels.variation, _variation_cell, _variation)
        yield BesideColumn(labels.assurance, _assurance_cell, _assurance)


def _chart_of(row: AssessedRow) -> XmrChart:
    """Return the chart of a row whose assessment was asked for charts."""
    return cast("XmrChart", row.chart)


def _variation_cell(row: AssessedRow) -> Cell:
    return variation_cell(_chart_of(row))


def _variation(row: AssessedRow) -> object:
    return _chart_of(row).variation


def _assurance_cell(row: AssessedRow) -> Cell:
    return assurance_cell(_chart_of(row))


def _assurance(row: AssessedRow) -> object:
    return _chart_of(row).assurance


def _benchmark_cell(name: str, row: AssessedRow) -> Cell:
    return benchmark_cell(row.benchmark(name), row.row.indicator.unit)


def _standing(name: str, row: AssessedRow) -> object:
    """Return how far the figure is from the benchmark, which is something even without a view."""
    return row.benchmark(name).gap


def benchmark_cell(verdict: BenchmarkVerdict, unit: Unit) -> Cell:
    """Show in a few words which of two figures is better, and how far apart they are.

    >>> from councilperf import Benchmark, against_benchmark
    >>> from councilperf.model import PERCENT
    >>> verdict = against_benchmark(26, Benchmark("England", "22.6"), polarity="lower")
    >>> benchmark_cell(verdict, PERCENT).text
    'Worse (3.4 points above 22.6%)'
    """
    comparison, gap, other = verdict.comparison, verdict.gap, verdict.benchmark
    if isinstance(gap, Missing) or isinstance(other, Missing):
        return _no_verdict(cast("Missing", gap))
    apart = f"{unit.show_difference(max(gap, -gap))} {'above' if gap > 0 else 'below'}"
    facts = f"{apart if gap else 'level with'} {unit.show(other)}"
    if verdict.period is not None:
        facts += f" for {verdict.period}"
    word = "No view" if isinstance(comparison, Missing) else comparison.value.capitalize()
    return Cell(f"{word} ({facts})")


def variation_cell(chart: XmrChart) -> Cell:
    """Show what the last figure says of the process, as the Making Data Count icons do."""
    variation, place = chart.variation, chart.deciding_point
    if isinstance(variation, Missing) or place is None:
        return _no_verdict(cast("Missing", variation))
    words = [_capital(variation.words)]
    if place < len(chart.points) - 1:
        words.append(f"for {chart.points[place][0]}")
    if chart.segment_of(place).trial:
        words.append("trial limits")
    return Cell("; ".join(words), symbol=variation.symbol, colour=variation.colour)


def assurance_cell(chart: XmrChart) -> Cell:
    """Show whether the process, left as it is, meets its target."""
    assurance = chart.assurance
    if isinstance(assurance, Missing):
        return _no_verdict(assurance)
    return Cell(_capital(assurance.words), symbol=assurance.symbol, colour=assurance.colour)


def _no_verdict(missing: Missing) -> Cell:
    return Cell(f"No verdict ({missing.reason.words})")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
