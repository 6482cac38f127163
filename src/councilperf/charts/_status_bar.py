"""Status bars: how many items have each level, as one bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_text
from councilperf.assessment import Tally
from councilperf.charts._drawing import INK, WIDTH, finished, load_altair, rows_of, swatch
from councilperf.tables import describe_counts

if TYPE_CHECKING:
    from altair import LayerChart

__all__ = ["status_bar"]

_UNRATED = "Not rated"


def status_bar(tally: Tally, *, title: str) -> LayerChart:
    """Draw summary counts as one bar, best level first, those without a level last.

    >>> from importlib.util import find_spec
    >>> from councilperf import rate, tally
    >>> from councilperf.presets import MAIDSTONE
    >>> rated = [
    ...     rate(value, target=75, polarity="higher", rules=MAIDSTONE) for value in (75, 80, 60)
    ... ]
    >>> counts = tally(rated, rated[0].rule.scale)
    >>> if find_spec("altair"):  # which the extra `charts` brings
    ...     assert status_bar(counts, title="Quarter 3").description == describe_counts(counts)

    Each part bears its number, and the legend its word, symbol and number, so that nothing hangs
    on its colour.

    Raises `MissingExtraError` where altair is not installed.
    """
    check_instance("tally", tally, Tally)
    check_text("title", title)
    alt = load_altair()
    parts = _parts(tally)
    names = [str(each["level"]) for each in parts]
    fill = alt.Fill(
        "level:N",
        title=None,
        scale=alt.Scale(domain=names, range=[each["paper"] for each in parts]),
        legend=alt.Legend(orient="bottom", symbolType="square", symbolStrokeColor=INK),
    )
    there = alt.Chart(rows_of([each for each in parts if each["count"]]))
    span = alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, tally.total or 1], nice=False))
    bar = there.mark_bar(stroke=INK, strokeWidth=1, height=44).encode(
        x=span, x2="end:Q", fill=fill, tooltip=[alt.Tooltip("level:N", title="Level")]
    )
    numbers = there.mark_text(fontSize=14, fontWeight="bold").encode(
        x=alt.X("middle:Q"), text="count:Q", color=alt.Color("ink:N", scale=None, legend=None)
    )
    # Every level is in the legend: this draws nothing and only names them all.
    legend = alt.Chart(rows_of(parts)).mark_bar(opacity=0, size=0).encode(fill=fill)
    return finished(
        alt.layer(legend, bar, numbers).properties(width=WIDTH, height=60),
        title,
        description=describe_counts(tally),
    )


def _parts(tally: Tally) -> list[dict[str, object]]:
    counts = [(tally.scale.level(each.level), each.count) for each in tally.levels]
    shown = [
        (f"{level.label} {level.symbol}".strip() + f": {count}", level.colour, count)
        for level, count in counts
    ]
    unrated = tally.total - sum(count for _, count in counts)
    if unrated:
        shown.append((f"{_UNRATED}: {unrated}", "white", unrated))
    parts: list[dict[str, object]] = []
    start = 0
    for label, colour, count in shown:
        parts.append(
            {
                "level": label,
                "count": count,
                "start": start,
                "end": start + count,
                "middle": start + count / 2,
                "ink": swatch(colour).ink,
                "paper": swatch(colour).paper,
            }
        )
        start += count
    return parts
