"""Trends with their target, their tolerance band, their marks and breaks."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from councilperf._checks import check_instance
from councilperf.charts._axes import Axes, aims_of
from councilperf.charts._drawing import HEIGHT, INK, WIDTH, finished, swatch
from councilperf.tables import TrendLine, describe_trend
from councilperf.values import round_to

if TYPE_CHECKING:
    from altair import LayerChart

    from councilperf._typing import Exact
    from councilperf.tables import TrendBand

__all__ = ["trend_chart"]


def trend_chart(line: TrendLine) -> LayerChart:
    """Draw a trend: figures, target, the band of milder levels, marks, gaps and breaks.

    >>> from importlib.util import find_spec
    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard
    >>> from councilperf import ScorecardRow, Target, assess, trend_line
    >>> from councilperf.presets import MAIDSTONE
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> seen = [Observation(q1, 45), Observation(q1.next(), 42)]
    >>> card = Scorecard("Homes", [ScorecardRow(homes, seen, [Target(45)])])
    >>> line = trend_line("H1", assess(card, MAIDSTONE))
    >>> if find_spec("altair"):  # which the extra `charts` brings
    ...     print(trend_chart(line).description)
    ... else:
    ...     print(
    ...         "Affordable homes: from 45 for Q1 2019-20 to 42 for Q2 2019-20; target 45."
    ...     )
    Affordable homes: from 45 for Q1 2019-20 to 42 for Q2 2019-20; target 45.

    No line crosses a gap in time or a break in the series, which a dashed bar shows; a cross
    stands at the foot for each figure that is missing, and the shorthand of its marks over a
    figure. Its description is the sentence of `describe_trend`.

    Raises `MissingExtraError` where altair is not installed.
    """
    check_instance("line", line, TrendLine)
    labels, aims = _labels(line), aims_of(line.aim)
    edges = (_decimal(each) for band in line.bands for each in (band.low, band.high))
    axes = Axes(labels, [*(value for _, value in line.known), *aims, *edges], line.unit)
    layers = [
        *(layer for band in line.bands for layer in _band(band, axes)),
        *axes.targets(aims, "target beyond" if line.strict else "target"),
        *_points(line, axes),
    ]
    chart = axes.alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)
    return finished(chart, line.title, description=describe_trend(line))


def _band(band: TrendBand, axes: Axes) -> list[Any]:
    low, high = float(band.low), float(band.high)
    rows = axes.chart({"low": low, "high": high, "said": band.label})
    area = rows.mark_rect(color=swatch(band.colour).paper, opacity=0.45)
    words = rows.mark_text(align="left", baseline="bottom", dx=4, dy=-2, color=INK)
    return [
        area.encode(y=axes.y("low"), y2="high:Q"),
        words.encode(x=axes.alt.value(0), y=axes.y("low"), text="said:N"),
    ]


def _points(line: TrendLine, axes: Axes) -> list[Any]:
    first = line.points[0].place if line.points else 0
    rows: list[dict[str, object]] = [
        {
            "period": axes.labels[point.place - first],
            "value": float(point.value),
            "stretch": number,
            "shown": line.unit.show(point.value),
            "marks": " ".join(each.shorthand for each in sorted(point.marks)),
        }
        for number, stretch in enumerate(line.stretches())
        for point in stretch
        if isinstance(point.value, Decimal)
    ]
    base = axes.chart(*rows)
    joined = base.mark_line(color=INK)
    dots = base.mark_point(color=INK, filled=True, size=50, opacity=1)
    layers = [
        joined.encode(x=axes.x, y=axes.y(), detail="stretch:N"),
        dots.encode(x=axes.x, y=axes.y(), tooltip=axes.told),
    ]
    if any(row["marks"] for row in rows):
        marks = base.mark_text(dy=-12, color=INK)
        layers.append(marks.encode(x=axes.x, y=axes.y(), text="marks:N"))
    known = {row["period"] for row in rows}
    why = {str(each.at): str(each.value) for each in line.points}
    missing = [(each, why.get(each, "no data")) for each in axes.labels if each not in known]
    layers += axes.crosses(missing)
    for point in line.points[1:]:
        if point.breaks:
            layers += axes.bar(axes.labels[point.place - first], "break in the series")
    return layers


def _labels(line: TrendLine) -> list[str]:
    """Name every place in time, those without a point too."""
    labels: list[str] = []
    for point, after in pairwise(line.points):
        steps = after.place - point.place
        between = (point.at.step(count) for count in range(1, steps))
        labels += map(str, [point.at, *between])
    return [*labels, *(str(each.at) for each in line.points[-1:])]


def _decimal(number: Exact) -> Decimal:
    """Round an edge for the picture, which has no finer place for it."""
    return round_to(number, 6)
