"""The axes of a chart over time, and what charts over time share: targets, gaps, bars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from councilperf.charts._drawing import INK, WIDTH, load_altair, rows_of
from councilperf.model import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from councilperf.model import Unit
    from councilperf.values import Missing

__all__ = ["Axes", "aims_of"]

_CROSS = "M-1,-1L1,1M-1,1L1,-1"


def aims_of(target: Decimal | Range | Missing) -> tuple[Decimal, ...]:
    """Return the figures at which a target has its lines."""
    if isinstance(target, Range):
        return target.low, target.high
    return (target,) if isinstance(target, Decimal) else ()


class Axes:
    """Periods from left to right, each with its name, and figures upwards, with room around."""

    def __init__(self, labels: Sequence[str], around: Iterable[Decimal], unit: Unit) -> None:
        self.alt: Any = load_altair()
        self.labels, self.unit = labels, unit
        values = [float(each) for each in around]
        low, high = min(values, default=0.0), max(values, default=1.0)
        room = (high - low or abs(high) or 1.0) * 0.12
        self.low = low - room
        self._scale = self.alt.Scale(domain=[self.low, high + room], zero=False, nice=False)
        self.x = self.alt.X(
            "period:O",
            title=None,
            scale=self.alt.Scale(type="point", domain=list(labels), padding=0.5),
            axis=self.alt.Axis(labelAngle=-45 if len(labels) > 6 else 0, labelOverlap="greedy"),
        )
        #: What stands at a point when the mouse is over it.
        self.told = [
            self.alt.Tooltip("period:O", title="Period"),
            self.alt.Tooltip("shown:N", title="Value"),
        ]

    def y(self, field: str = "value") -> Any:  # noqa: ANN401 - altair's own
        return self.alt.Y(f"{field}:Q", title=self.unit.name, scale=self._scale)

    def chart(self, *rows: dict[str, object]) -> Any:  # noqa: ANN401 - altair's own
        return self.alt.Chart(rows_of(rows))

    def targets(self, aims: Iterable[Decimal], word: str = "target") -> list[Any]:
        """Return a dashed line for each figure aimed at, with its name."""
        layers: list[Any] = []
        for aim in aims:
            rows = self.chart({"value": float(aim), "said": f"{word} {self.unit.show(aim)}"})
            layers.append(rows.mark_rule(color=INK, strokeDash=[2, 2]).encode(y=self.y()))
            layers.append(
                rows.mark_text(align="right", baseline="bottom", dx=-4, dy=-2, color=INK).encode(
                    x=self.alt.value(WIDTH), y=self.y(), text="said:N"
                )
            )
        return layers

    def crosses(self, missing: Sequence[tuple[str, str]]) -> list[Any]:
        """Return a cross at the foot for each period without a figure, with the reason."""
        if not missing:
            return []
        rows: list[dict[str, object]] = [
            {"period": at, "value": self.low, "shown": why} for at, why in missing
        ]
        return [
            self.chart(*rows)
            .mark_point(shape=_CROSS, color=INK, size=80, opacity=1)
            .encode(x=self.x, y=self.y(), tooltip=self.told)
        ]

    def bar(self, label: str, said: str) -> list[Any]:
        """Return a dotted bar before a period, with what it stands for at its head."""
        half = WIDTH / len(self.labels) / 2
        rows = self.chart({"period": label, "said": said})
        return [
            rows.mark_rule(color=INK, strokeDash=[1, 3], xOffset=-half).encode(x=self.x),
            rows.mark_text(
                align="left", baseline="top", dx=4 - half, dy=2, color=INK, limit=WIDTH / 2
            ).encode(x=self.x, y=self.alt.value(0), text="said:N"),
        ]
