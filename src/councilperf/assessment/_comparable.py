"""The figures of a row that a series may be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.values import Mark

if TYPE_CHECKING:
    from councilperf.model import Observation, ScorecardRow
    from councilperf.periods import ReportingPeriod

__all__ = ["comparable_observations"]


def comparable_observations(row: ScorecardRow, period: ReportingPeriod) -> tuple[Observation, ...]:
    """Return a row's observations up to a period that compare with it, in order, no forecasts.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q1, month = ReportingPeriod.quarter(2019, 1), ReportingPeriod.month(2019, 4)
    >>> seen = [Observation(q1.next(), 42), Observation(q1, 45), Observation(month, 15)]
    >>> row = ScorecardRow(Indicator("H1", "Homes"), seen)
    >>> [str(each.value) for each in comparable_observations(row, q1.next())]
    ['45', '42']
    """
    alike = [
        each
        for each in row.observations
        if Mark.FORECAST not in each.marks
        and each.period <= period
        and each.period.comparable(period)
    ]
    return tuple(sorted(alike, key=lambda each: each.period))
