"""Sparklines: a trend as a small picture in the page itself, which says what it shows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_whole
from councilperf.model import Range
from councilperf.render._clean import clean
from councilperf.tables import TrendLine, describe_trend
from councilperf.values import round_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf._typing import Exact
    from councilperf.tables import TrendPoint

__all__ = ["render_sparkline"]

_EDGE = 4


def render_sparkline(line: TrendLine, *, width: int = 120, height: int = 32) -> str:
    """Draw a trend as a small SVG picture, with the sentence that it stands for as its name.

    >>> from councilperf.model import NUMBER
    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.tables import TrendPoint
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> points = [TrendPoint(q1.step(n), n, Decimal(v)) for n, v in enumerate((45, 42))]
    >>> svg = render_sparkline(TrendLine("Homes", NUMBER, points, Decimal(45)))
    >>> svg.partition(">")[0]
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Homes: from 45 for Q1 2019-20
    to 42 for Q2 2019-20; target 45." width="120" height="32" viewBox="0 0 120 32" fill="none"
    stroke="currentColor" stroke-width="1.5"'

    A broken line marks the target, a cross a missing figure, a bar a break in the series, a disc
    the last figure; no line crosses a gap. It takes the colour of the text around it, so it is
    read by day, by night and in print. Places are worked out exactly and rounded to hundredths of
    a unit of *width* and *height*; the same trend always gives the same text.
    """
    check_instance("line", line, TrendLine)
    check_whole("width", width, 4 * _EDGE, 10_000)
    check_whole("height", height, 4 * _EDGE, 10_000)
    drawing = _Drawing(line, width, height)
    name = escape(clean(describe_trend(line)), quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{name}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'fill="none" stroke="currentColor" stroke-width="1.5">{"".join(drawing.parts())}</svg>'
    )


class _Drawing:
    """A trend laid out: where each figure is on the picture."""

    def __init__(self, line: TrendLine, width: int, height: int) -> None:
        self.line, self.width, self.height = line, width, height
        aims: tuple[Decimal, ...] = ()
        if isinstance(line.aim, Range):
            aims = (line.aim.low, line.aim.high)
        elif isinstance(line.aim, Decimal):
            aims = (line.aim,)
        self.aims = aims
        values = [Fraction(value) for _, value in line.known]
        around = [*values, *map(Fraction, aims)]
        self.low, self.high = min(around, default=Fraction()), max(around, default=Fraction())
        self.first = line.points[0].place if line.points else 0
        self.steps = line.points[-1].place - self.first if line.points else 0

    def across(self, place: int | Fraction) -> str:
        """Place a point from left to right; a single one stands in the middle."""
        room = self.width - 2 * _EDGE
        share = Fraction(place - self.first, self.steps) if self.steps else Fraction(1, 2)
        return _written(_EDGE + room * share)

    def down(self, value: Exact) -> str:
        """Place a figure from the top, the highest highest; level ones stand in the middle."""
        room = self.height - 2 * _EDGE
        spread = self.high - self.low
        share = (self.high - Fraction(value)) / spread if spread else Fraction(1, 2)
        return _written(_EDGE + room * share)

    def parts(self) -> Iterator[str]:
        yield from map(self._aim, self.aims)
        yield from map(self._stretch, self.line.stretches())
        yield from self._crosses()
        for point, _ in self.line.known[1:]:
            if point.breaks:
                yield self._bar(point)
        if self.line.known:
            last, value = self.line.known[-1]
            yield (
                f'<circle cx="{self.across(last.place)}" cy="{self.down(value)}" r="2.5" '
                'fill="currentColor" stroke="none"/>'
            )

    def _aim(self, aim: Decimal) -> str:
        y = self.down(aim)
        return f'<path d="M0 {y}H{self.width}" stroke-width="1" stroke-dasharray="3 3"/>'

    def _stretch(self, points: tuple[TrendPoint, ...]) -> str:
        places = [
            f"{self.across(each.place)} {self.down(each.value)}"
            for each in points
            if isinstance(each.value, Decimal)
        ]
        if len(places) == 1:
            x, y = places[0].split()
            return f'<circle cx="{x}" cy="{y}" r="1.5" fill="currentColor" stroke="none"/>'
        return f'<path d="M{"L".join(places)}"/>'

    def _crosses(self) -> Iterator[str]:
        """Yield a cross at the foot for each place without a figure."""
        known = {point.place for point, _ in self.line.known}
        y = self.height - _EDGE
        for place in range(self.first, self.first + self.steps + 1) if self.line.points else ():
            if place not in known:
                x = self.across(place)
                yield f'<path d="M{x} {y}m-2 -2l4 4m0 -4l-4 4" stroke-width="1"/>'

    def _bar(self, point: TrendPoint) -> str:
        x = self.across(point.place - Fraction(1, 2))
        return f'<path d="M{x} 0V{self.height}" stroke-width="1"/>'


def _written(number: Fraction) -> str:
    return f"{round_to(number, 2).normalize():f}"
