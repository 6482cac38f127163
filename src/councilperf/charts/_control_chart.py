"""Control charts: figures, mean and limits, rebases, and signals told by shape as by colour."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from councilperf._checks import check_instance, check_text
from councilperf.charts._axes import Axes, aims_of
from councilperf.charts._drawing import HEIGHT, INK, WIDTH, finished, swatch
from councilperf.model import NUMBER, Unit
from councilperf.periods import ReportingPeriod, format_dates
from councilperf.spc import Variation, XmrChart
from councilperf.tables import describe_chart
from councilperf.values import Missing

if TYPE_CHECKING:
    import datetime as dt

    from altair import LayerChart

    from councilperf.spc import Segment

__all__ = ["control_chart"]

#: What each kind of point looks like, for those who cannot tell the colours.
_SHAPES = {
    Variation.COMMON_CAUSE: "circle",
    Variation.IMPROVEMENT_HIGH: "triangle-up",
    Variation.IMPROVEMENT_LOW: "triangle-down",
    Variation.CONCERN_HIGH: "diamond",
    Variation.CONCERN_LOW: "cross",
    Variation.NEUTRAL_HIGH: "square",
    Variation.NEUTRAL_LOW: "M-1,-0.5H1V0.5H-1Z",
}


def control_chart(chart: XmrChart, *, title: str, unit: Unit = NUMBER) -> LayerChart:
    """Draw a control chart, with the two verdicts under its title.

    >>> from importlib.util import find_spec
    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.spc import xmr
    >>> years = [ReportingPeriod.financial_year(2015 + n) for n in range(4)]
    >>> chart = xmr(zip(years, [36, 31, 28, 31], strict=True))
    >>> if find_spec("altair"):  # which the extra `charts` brings
    ...     assert control_chart(chart, title="Referrals").description == describe_chart(chart)

    Mean and limits are drawn anew at each rebase, whose reason stands at its line. A cross stands
    at the foot for a figure that is missing.

    Raises `MissingExtraError` where altair is not installed.
    """
    check_instance("chart", chart, XmrChart)
    check_text("title", title)
    check_instance("unit", unit, Unit)
    aims = aims_of(chart.target)
    labels = [_named(when) for when, _ in chart.points]
    axes = Axes(labels, [*_around(chart), *aims], unit)
    rebased = [each for each in chart.segments if each.rebase is not None]
    layers = [
        _limits(chart, axes),
        *axes.targets(aims),
        *(layer for each in rebased for layer in _rebase(each, axes)),
        *_points(chart, axes),
    ]
    return finished(
        axes.alt.layer(*layers).properties(width=WIDTH, height=HEIGHT),
        title,
        *_verdicts(chart),
        description=describe_chart(chart),
    )


def _around(chart: XmrChart) -> list[Decimal]:
    """Return all that must have its place on the axis."""
    limits = [each.limits for each in chart.segments]
    found = [
        *(value for _, value in chart.points),
        *(each.lower for each in limits),
        *(each.upper for each in limits),
    ]
    return [each for each in found if isinstance(each, Decimal)]


def _verdicts(chart: XmrChart) -> list[str]:
    said = [
        f"{verdict.words[0].upper()}{verdict.words[1:]} {verdict.symbol}"
        for verdict in (chart.variation, chart.assurance)
        if not isinstance(verdict, Missing)
    ]
    if chart.segments and chart.segments[-1].trial:
        said.append(f"Trial limits, on {chart.segments[-1].limits.figures} figures")
    return said


def _limits(chart: XmrChart, axes: Axes) -> Any:  # noqa: ANN401 - altair's own
    """Draw mean and limits, each segment's by themselves."""
    alt, decimals = axes.alt, chart.limit_decimals
    rows: list[dict[str, object]] = []
    for number, segment in enumerate(chart.segments):
        limits = segment.limits
        for name, at in zip(_LINES, (limits.mean, limits.lower, limits.upper), strict=True):
            if isinstance(at, Missing):
                continue
            shown = axes.unit.show(at, decimals=decimals)
            for label in axes.labels[segment.first : segment.last + 1]:
                part = f"{name} {number}"
                row: dict[str, object] = {"period": label, "value": float(at), "line": name}
                rows.append({**row, "part": part, "shown": shown})
    dash = alt.StrokeDash(
        "line:N",
        title=None,
        scale=alt.Scale(domain=list(_LINES), range=list(_LINES.values())),
        legend=alt.Legend(orient="bottom", columns=1, symbolType="stroke", symbolSize=400),
    )
    told = [alt.Tooltip("line:N", title="Line"), axes.told[1]]
    lines = axes.chart(*rows).mark_line(color=_QUIET, strokeWidth=1.5)
    return lines.encode(x=axes.x, y=axes.y(), detail="part:N", strokeDash=dash, tooltip=told)


_QUIET = "#6f747c"
_LINES = {"mean": [1, 0], "lower limit": [6, 4], "upper limit": [10, 3]}


def _rebase(segment: Segment, axes: Axes) -> list[Any]:
    reason = "" if segment.rebase is None else segment.rebase.reason
    return axes.bar(axes.labels[segment.first], reason)


def _points(chart: XmrChart, axes: Axes) -> list[Any]:
    alt = axes.alt
    known: list[dict[str, object]] = []
    missing: list[tuple[str, str]] = []
    for label, point in zip(axes.labels, chart.rows(), strict=True):
        if isinstance(point.value, Missing):
            missing.append((label, str(point.value)))
            continue
        known.append(
            {
                "period": label,
                "value": float(point.value),
                # No line crosses a missing figure.
                "stretch": len(missing),
                "variation": point.variation.words,
                "signal": "no signal" if point.signal is None else point.signal.words,
                "shown": axes.unit.show(point.value),
            }
        )
    used = [each for each in Variation if any(row["variation"] == each.words for row in known)]
    words = [each.words for each in used]
    shapes = alt.Scale(domain=words, range=[_SHAPES[each] for each in used])
    fills = alt.Scale(domain=words, range=[swatch(each.colour).paper for each in used])
    # One below the other: fonts differ, and what is written side by side may not fit.
    legend = alt.Legend(orient="bottom", columns=1)
    base = axes.chart(*known)
    joined = base.mark_line(color=INK)
    dots = base.mark_point(size=90, opacity=1, stroke=INK, strokeWidth=1)
    return [
        joined.encode(x=axes.x, y=axes.y(), detail="stretch:N"),
        dots.encode(
            x=axes.x,
            y=axes.y(),
            shape=alt.Shape("variation:N", title=None, scale=shapes, legend=legend),
            fill=alt.Fill("variation:N", title=None, scale=fills, legend=legend),
            tooltip=[*axes.told, alt.Tooltip("signal:N", title="Signal")],
        ),
        *axes.crosses(missing),
    ]


def _named(when: dt.date | ReportingPeriod) -> str:
    return str(when) if isinstance(when, ReportingPeriod) else format_dates([when])
