"""Deciding plain cases at speed: one figure, a number, nothing missing.

Most rows of most scorecards are plain: a number is held against one other above 0, and every
edge is a multiple of that other. For these the level is decided here, by the same
exact comparison, and the key with its thresholds is put together only if somebody asks for the
reason. Whatever is not plain is left to `resolve` and `judge`; a law holds the two together.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.model import ToleranceBasis
from councilperf.rules import (
    Amount,
    Edge,
    Figure,
    FigureKind,
    OwnTolerance,
    Percentage,
    Rule,
    Side,
)
from councilperf.values import add, multiply, subtract

if TYPE_CHECKING:
    from collections.abc import Mapping

    from councilperf.assessment._periods_around import PeriodsAround
    from councilperf.model import ScorecardRow, Tolerance

__all__ = ["QuickRule", "plain_figures", "quick_rule"]


@final
@frozen
class QuickLine:
    """An edge as a multiple of its figure, and an amount, for either polarity.

    *own* says that the multiple depends on the indicator's tolerance, worse or better.
    """

    included: bool
    if_higher: Decimal
    if_lower: Decimal
    amount: Decimal | None = None
    own: Side | None = None


@final
@frozen
class QuickRule:
    """A rule whose lines all hold the figure for the period against one other figure."""

    rule: Rule
    figure: Figure
    lines: tuple[QuickLine, ...] = field(converter=as_tuple)

    def decide(
        self, value: Decimal, base: Decimal, *, higher: bool, tolerance: Tolerance | None
    ) -> int | None:
        """Return the place of the line that is reached, or `None` where the case is not plain."""
        for place, line in enumerate(self.lines):
            if line.own is None:
                factor = line.if_higher if higher else line.if_lower
            elif tolerance is None or tolerance.basis is not _PERCENT or not tolerance.size:
                return None
            else:
                factor = _moved(tolerance.size, line.own, higher=higher)
            edge = base if factor is _ONE else multiply(base, factor)
            if line.amount is not None:
                edge = add(edge, line.amount) if higher else subtract(edge, line.amount)
            if value == edge:
                if line.included:
                    return place
            elif (value > edge) is higher:
                return place
        return len(self.lines)


def plain_figures(
    row: ScorecardRow, around: PeriodsAround
) -> tuple[Decimal, Mapping[FigureKind, object]] | None:
    """Return a row's figure and what it may be held against, or `None` where it is not plain."""
    period, previous = around.period, around.previous
    value: object = None
    bases: dict[FigureKind, object] = {}
    for each in row.observations:
        if each.marks:
            return None
        if each.period == period:
            value = each.value
        elif each.period == previous:
            bases[_PREVIOUS] = each.value
        elif each.period == around.same_last_year:
            bases[_LAST_YEAR] = each.value
    targets = row.targets
    if len(targets) == 1 and targets[0].period is None and not targets[0].strict:
        bases[_TARGET] = targets[0].aim
    return (value, bases) if type(value) is Decimal else None


# Kept by themselves: to look a member up on its enum costs more than to compare it.
_TARGET = FigureKind.TARGET
_PREVIOUS = FigureKind.PREVIOUS_PERIOD
_LAST_YEAR = FigureKind.SAME_PERIOD_LAST_YEAR
_ONE = Decimal(1)
_PERCENT = ToleranceBasis.PERCENT
_HUNDREDTH = Decimal("0.01")


def _moved(percent: Decimal, side: Side, *, higher: bool) -> Decimal:
    """Return what to multiply a figure by to move it to one side, by a percentage of itself."""
    part = multiply(percent, _HUNDREDTH)
    upwards = (side is Side.BETTER) is higher
    return add(_ONE, part) if upwards else subtract(_ONE, part)


def quick_rule(rule: Rule) -> QuickRule | None:
    """Return a rule made ready for plain cases, or `None` where it has none."""
    edges = [line.reach for line in rule.lines if isinstance(line.reach, Edge)]
    if rule.judged or rule.judges.kind is not FigureKind.VALUE or len(edges) < len(rule.lines):
        return None
    figure = edges[0].figure
    lines = [_quick_line(each) for each in edges]
    if figure.kind not in _PLAIN or any(each.figure != figure for each in edges) or None in lines:
        return None
    if rule.scale.travel and not figure.kind.is_earlier:
        return None
    return QuickRule(rule, figure, lines)


_PLAIN = frozenset({_TARGET, _PREVIOUS, _LAST_YEAR})


def _quick_line(edge: Edge) -> QuickLine | None:
    side, by = edge.side, edge.by
    if side is None or by is None:
        return QuickLine(edge.included, _ONE, _ONE)
    if isinstance(by, OwnTolerance):
        return QuickLine(edge.included, _ONE, _ONE, own=side) if by.times == 1 else None
    if isinstance(by, Percentage) and by.of is None and by.size > 0:
        higher, lower = (_moved(by.size, side, higher=each) for each in (True, False))
        return QuickLine(edge.included, higher, lower)
    if isinstance(by, Amount) and by.size > 0:
        amount = by.size if side is Side.BETTER else by.size.copy_negate()
        return QuickLine(edge.included, _ONE, _ONE, amount)
    return None
