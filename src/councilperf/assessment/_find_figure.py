"""The figures of a scorecard's row, looked up as rules name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._row_figures import RowFigures
from councilperf.rules import Edge, Figure

if TYPE_CHECKING:
    from councilperf.assessment._figures import Found
    from councilperf.model import ScorecardRow
    from councilperf.periods import ReportingPeriod

__all__ = ["find_figure"]


def find_figure(row: ScorecardRow, figure: Figure | Edge, period: ReportingPeriod) -> Found:
    """Return a figure of a row at a period, as rules name it, or why there is none.

    >>> from councilperf import Indicator, Observation, PREVIOUS_PERIOD, ReportingPeriod
    >>> from councilperf import ScorecardRow
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q1, 45)])
    >>> find_figure(row, PREVIOUS_PERIOD, q1.next())
    Decimal('45')

    A target is returned whole. A level is no figure without the rules that give it.
    """
    named = figure.figure if isinstance(figure, Edge) else figure
    return RowFigures(row, PeriodsAround(period)).look_up(named)
