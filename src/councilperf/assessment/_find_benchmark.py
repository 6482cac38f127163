"""Which of a row's benchmarks a figure is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from councilperf.model import Benchmark, ScorecardRow
    from councilperf.periods import ReportingPeriod

__all__ = ["find_benchmark"]

_NO_BENCHMARK = Missing(Absence.NO_BENCHMARK)


def find_benchmark(
    row: ScorecardRow, group: str, period: ReportingPeriod, *, other_periods: bool
) -> Benchmark | Missing:
    """Return a group's benchmark for the period, or for none in particular, or why there is none.

    >>> from councilperf import Benchmark, Indicator, ReportingPeriod, ScorecardRow
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> given = [Benchmark("England", 40, period=q1)]
    >>> row = ScorecardRow(Indicator("H1", "Homes"), benchmarks=given)
    >>> find_benchmark(row, "England", q1.next(), other_periods=True).value
    Decimal('40')
    >>> find_benchmark(row, "England", q1.next(), other_periods=False)
    Missing('no_benchmark', note='the latest is for Q1 2019-20')

    With *other_periods* the latest one that was over by then stands in; never one that lies ahead.
    """
    of_group = [each for each in row.benchmarks if each.group == group]
    for wanted in (period, None):
        for each in of_group:
            if each.period == wanted:
                return each
    known = [
        (each.period, each)
        for each in of_group
        if each.period is not None and each.period.end <= period.end
    ]
    if not known:
        return _NO_BENCHMARK
    at, latest = max(known, key=lambda each: each[0])
    if other_periods:
        return latest
    return Missing(Absence.NO_BENCHMARK, note=f"the latest is for {at}")
