"""What all charts share: altair when it is wanted, colours of the palette, one plain look."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from councilperf.errors import MissingExtraError
from councilperf.render import PAGE, PALETTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altair import LayerChart

    from councilperf.render import Swatch

__all__ = ["HEIGHT", "INK", "WIDTH", "finished", "load_altair", "rows_of", "swatch"]

WIDTH, HEIGHT = 560, 280
#: Dark on white, whatever page the chart is put in.
INK, PAPER = PAGE[0].ink, PAGE[0].paper
_QUIET = "#6f747c"
#: Room around, since a browser's letters may be wider than those that the picture was measured by.
_PADDING = 24
_SWATCHES = {each.name: each for each in PALETTE}


def load_altair() -> Any:  # noqa: ANN401 - the module itself
    """Return altair, or raise `MissingExtraError` with what to install."""
    if find_spec("altair") is None:
        raise MissingExtraError("charts", "charts")
    return import_module("altair")


def swatch(colour: str) -> Swatch:
    """Return a colour of the palette by its name; a colour that is not ours is white."""
    return _SWATCHES.get(colour, _SWATCHES["white"])


def rows_of(rows: Iterable[dict[str, object]]) -> Any:  # noqa: ANN401 - altair's own data
    """Return rows as data that the chart holds itself."""
    return load_altair().Data(values=list(rows))


def finished(
    chart: Any,  # noqa: ANN401 - altair says too little of what its methods take
    title: str,
    *said: str,
    description: str,
) -> LayerChart:
    """Give a chart its title, what is said below it, its spoken sentence and our look."""
    heading: dict[str, object] = {"text": title, "anchor": "start"}
    if said:
        heading["subtitle"] = list(said)
    drawn: LayerChart = (
        chart.properties(title=heading, description=description)
        .configure(
            background=PAPER,
            padding=_PADDING,
            font="Arial, Helvetica, Liberation Sans, sans-serif",
        )
        .configure_view(stroke=None)
        .configure_title(color=INK, subtitleColor=INK, fontSize=16, subtitleFontSize=12)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            domainColor=_QUIET,
            tickColor=_QUIET,
            gridColor="#eceff2",
            labelFontSize=12,
            titleFontSize=12,
        )
        .configure_legend(
            labelColor=INK, labelFontSize=12, labelLimit=400, columnPadding=24, padding=8
        )
    )
    return drawn
