"""A control chart as a table: every point with its limits and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.model import NUMBER
from councilperf.periods import ReportingPeriod, format_dates
from councilperf.tables._cells import figure_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._table import Cell, Column, Table
from councilperf.values import Missing, round_to

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from councilperf.model import Unit
    from councilperf.spc import XmrChart, XmrPoint
    from councilperf.tables._labels import Labels

__all__ = ["chart_table", "notes_on_chart"]


def chart_table(chart: XmrChart, *, unit: Unit = NUMBER, labels: Labels = ENGLISH) -> Table:
    """Set out a control chart: each point with its mean, its limits and its signal.

    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.spc import xmr
    >>> years = [ReportingPeriod.financial_year(2015 + n) for n in range(4)]
    >>> table = chart_table(xmr(zip(years, [36, 31, 28, 31], strict=True)))
    >>> print(*(each.header for each in table.columns), sep=" | ")
    Period | Value | Mean | Lower limit | Upper limit | Signal
    >>> print(*table.rows[0], sep=" | ")
    2015-16 | 36 | 31.5 | 21.7 | 41.3 | none

    Limits have one decimal place more than the figures. Rebases, gaps in time and what the chart
    comes to stand below.
    """
    columns = [
        Column(labels.period),
        Column(labels.value, numeric=True),
        Column(labels.mean, numeric=True),
        Column(labels.lower_limit, numeric=True),
        Column(labels.upper_limit, numeric=True),
        Column(labels.signal),
    ]
    rows = [_row(each, unit, chart.limit_decimals) for each in chart.rows()]
    return Table(labels.chart, columns, rows, notes=[chart.reason, *notes_on_chart(chart)])


def _row(point: XmrPoint, unit: Unit, decimals: int) -> list[Cell]:
    limits, signal = point.limits, point.signal
    said = Cell("none")
    if signal is not None:
        words = f"{signal.words}: {point.variation.words}"
        said = Cell(words, symbol=point.variation.symbol, colour=point.variation.colour)
    return [
        Cell(named(point.at)),
        figure_cell(point.value, unit),
        *(_limit(each, unit, decimals) for each in (limits.mean, limits.lower, limits.upper)),
        said,
    ]


def _limit(limit: Decimal | Missing, unit: Unit, decimals: int) -> Cell:
    if isinstance(limit, Missing):
        return Cell(str(limit))
    return Cell(unit.show(limit, decimals=decimals), number=round_to(limit, decimals))


def named(when: dt.date | ReportingPeriod) -> str:
    """Write when a point is."""
    return str(when) if isinstance(when, ReportingPeriod) else format_dates([when])


def notes_on_chart(chart: XmrChart) -> tuple[str, ...]:
    """Say where limits are drawn anew, and where points are missing in time."""
    rebased = (each.rebase for each in chart.segments if each.rebase is not None)
    return (
        *(f"Limits are drawn anew from {named(each.at)}: {each.reason}." for each in rebased),
        *(
            f"Between {named(each.after)} and {named(each.before)} "
            f"{each.missed} {'point is' if each.missed == 1 else 'points are'} missing."
            for each in chart.gaps
        ),
        *(
            f"No figure stands at {named(each.at)}, where limits were to be drawn anew: "
            f"{each.reason}."
            for each in chart.unmatched_rebases
        ),
    )
