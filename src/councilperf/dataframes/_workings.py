"""The columns that a rule's edges are worked out from, each once, and the room that they need."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import TYPE_CHECKING, TypeAlias

import narwhals.stable.v2 as nw

from councilperf.dataframes._numbers import MOST_IN_INTEGER, Number
from councilperf.dataframes._truth import Truth, all_true, any_true, as_expression, not_true
from councilperf.model import Polarity
from councilperf.rules import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from councilperf.dataframes._polarity import PolarityColumn

__all__ = ["PREFIX", "TARGET", "Part", "Stages", "Workings"]

#: What the names of our own columns begin with, while we work.
PREFIX = "_councilperf_"

#: A factor with the whole numbers that it is taken of, and how great those may be for a figure
#: of 1; or a number by itself.
Part: TypeAlias = "tuple[Fraction, nw.Expr, int] | tuple[Fraction, None, int]"

TARGET = Figure(FigureKind.TARGET)


class Stages:
    """Columns to be added to a frame, stage by stage, and how great its figures may be."""

    def __init__(self) -> None:
        self.columns: list[dict[str, nw.Expr]] = [{}, {}]
        self._most: list[Fraction] = []

    @property
    def most(self) -> Fraction:
        """The greatest figure for which no whole number grows too large."""
        return min(self._most, default=Fraction(MOST_IN_INTEGER))

    def keep(self, stage: int, name: str, worked_out: nw.Expr) -> nw.Expr:
        """Add a column, once, and return it."""
        self.columns += [{} for _ in range(stage + 1 - len(self.columns))]
        self.columns[stage].setdefault(PREFIX + name, worked_out)
        return nw.col(PREFIX + name)

    def leave_room(self, terms: Sequence[tuple[int, int]]) -> None:
        """Note how great figures may be: a term grows with them (1), or does not (0)."""
        constant = sum(factor for factor, grows in terms if not grows)
        self._most.append(
            Fraction(MOST_IN_INTEGER - constant, sum(factor for factor, grows in terms if grows))
        )


class Workings:
    """What one judgement's edges are worked out from, in columns that judgements share."""

    def __init__(
        self,
        name: str,
        value: Number,
        figures: Mapping[Figure, Number],
        polarity: PolarityColumn,
        stages: Stages,
    ) -> None:
        self.value = value
        self.figures = figures
        self.polarity = polarity
        self.stages = stages
        self._name = name
        self._kept = 0
        # Of how many figures a gap may be made up: two, or four with distances from a target.
        self._spread = 4 if Polarity.RANGE in polarity.possible else 2

    def keep_truths(self, *conditions: Truth) -> list[Truth]:
        """Add conditions as columns, after everything that was added before."""
        self._kept += 1
        return [
            each
            if isinstance(each, bool)
            else self.stages.keep(self._kept + 1, f"{self._name}_truth_{self._kept}_{place}", each)
            for place, each in enumerate(conditions)
        ]

    def difference(self, figure: Figure) -> tuple[nw.Expr, int]:
        """Return the judged figure less another, and the decimals of both together."""
        other = self.figures[figure]
        decimals = max(self.value.decimals, other.decimals)
        self.stages.leave_room([(2 * 10**decimals, 1)])
        return self._less(figure, decimals), decimals

    def gap(self, figure: Figure) -> tuple[nw.Expr, int]:
        """Return by how much what is judged is better than a figure, and the decimals of both."""
        polarity, other = self.polarity, self.figures[figure]
        target = self.figures[TARGET] if Polarity.RANGE in polarity.possible else self.value
        decimals = max(self.value.decimals, other.decimals, target.decimals)
        self.stages.leave_room([(self._spread * 10**decimals, 1)])
        less = self._less(figure, decimals)
        if polarity.possible <= {Polarity.HIGHER, Polarity.NONE}:
            return less, decimals
        gap = less * -1
        if polarity.possible - {Polarity.LOWER, Polarity.NONE}:
            is_lower = as_expression(polarity.is_one(Polarity.LOWER))
            gap = nw.when(is_lower).then(gap).otherwise(less)
        if Polarity.RANGE in polarity.possible:
            outside = self._outside(other, decimals) - self._outside(self.value, decimals)
            is_range = polarity.is_one(Polarity.RANGE)
            if isinstance(is_range, bool):
                gap = outside
            else:
                gap = nw.when(is_range).then(outside).otherwise(gap)
        return self.stages.keep(1, f"{self._pair(figure)}gap", gap), decimals

    def _pair(self, figure: Figure) -> str:
        return f"{self.value.name}{self.figures[figure].name}"

    def _less(self, figure: Figure, decimals: int) -> nw.Expr:
        less = _at(self.value, decimals) - _at(self.figures[figure], decimals)
        return self.stages.keep(0, f"{self._pair(figure)}less_{decimals}", less)

    def _outside(self, number: Number, decimals: int) -> nw.Expr:
        return (_at(number, decimals) - _at(self.figures[TARGET], decimals)).abs()

    def size(self, figure: Figure) -> Part:
        """Return a figure without its sign, as part of a width."""
        number = self.figures[figure]
        if number.constant is not None:
            return abs(Fraction(number.constant)), None, 0
        unit = 10**number.decimals
        size = self.stages.keep(0, f"{number.name}size", number.whole.abs())
        return Fraction(1, unit), size, unit

    def reached(
        self, figure: Figure, parts: Sequence[Part], *, better: bool, included: bool
    ) -> nw.Expr:
        """Say where the figure moved by the widest of some parts is reached."""
        gap, decimals = self.gap(figure)
        unit = Fraction(1, 10**decimals)
        factors = [unit, *(factor for factor, _, _ in parts)]
        shared = lcm(*(each.denominator for each in factors))
        whole = [int(each * shared) for each in factors]
        divisor = reduce(gcd, whole)
        times, *each_times = (each // divisor for each in whole)
        room = [(times * self._spread * 10**decimals, 1)]
        widths: list[nw.Expr] = []
        for (_, size, most), factor in zip(parts, each_times, strict=True):
            if size is None:
                widths.append(nw.lit(factor, dtype=nw.Int64))
                room.append((factor, 0))
            elif factor:
                widths.append(size * factor if factor != 1 else size)
                room.append((factor * most, 1))
        self.stages.leave_room(room)
        lead = gap * times if times != 1 else gap
        width = _widest(widths)
        if better:
            # Better by nothing is no better, so even an included edge needs a lead.
            return (lead >= width) & (gap > 0) if included else lead > width
        lead = lead + width
        return lead >= 0 if included else lead > 0

    def unjudged(self) -> list[tuple[str, Truth]]:
        """Return why nothing can be judged in a row, whatever the rule."""
        reasons = list(self.polarity.why_not)
        if Polarity.RANGE in self.polarity.possible:
            is_range = self.polarity.is_one(Polarity.RANGE)
            missing = self.figures[TARGET].why_not
            reasons += [(reason, all_true([is_range, where])) for reason, where in missing]
        return [each for each in reasons if each[1] is not False]

    def can_judge(self) -> Truth:
        """Say where there is a way to judge, whatever the rule."""
        return not_true(any_true(where for _, where in self.unjudged()))


def _at(number: Number, decimals: int) -> nw.Expr:
    """Return whole numbers of a smaller unit."""
    factor = 10 ** (decimals - number.decimals)
    return number.whole * factor if factor != 1 else number.whole


def _widest(widths: Sequence[nw.Expr]) -> nw.Expr:
    if len(widths) > 1:
        return nw.max_horizontal(*widths)
    return widths[0] if widths else nw.lit(0, dtype=nw.Int64)
