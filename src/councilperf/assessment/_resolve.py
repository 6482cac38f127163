"""Putting one item's numbers into a rule, once, for however many figures it then rates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from councilperf.assessment._axis import Axis, JudgedValue, measure_of, place
from councilperf.assessment._figures import FigureSource, Found
from councilperf.assessment._key import Key, KeyLine, Threshold, is_easier
from councilperf.model import NUMBER, Answer, Polarity, Range, Target, ToleranceBasis, Unit
from councilperf.rules import (
    Amount,
    AnyOf,
    Edge,
    Figure,
    FigureKind,
    LastDigit,
    OwnTolerance,
    Percentage,
    Rule,
    Side,
    Widest,
    edges_of,
)
from councilperf.values import Absence, Missing, add, multiply, shown_decimals, subtract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import Exact
    from councilperf.rules import Allowance, Reach

__all__ = ["resolve"]


def resolve(
    rule: Rule, source: FigureSource, polarity: Polarity | Missing, unit: Unit = NUMBER
) -> Key:
    """Put one item's numbers into a rule; what is missing stays in the key with its reason."""
    if rule.judged:
        return Key(rule, None, unit=unit, missing=(Missing(Absence.NOT_JUDGED),))
    bases = {
        edge.figure: source.look_up(edge.figure)
        for line in rule.lines
        for edge in edges_of(line.reach)
    }
    axis = _axis(rule, source, polarity, bases)
    if isinstance(axis, Missing):
        return Key(rule, None, unit=unit, missing=(axis,))
    numbers = _Numbers(source, axis, tuple(bases.items()))
    lines = tuple(KeyLine(each.level, *numbers.reach(each.reach)) for each in rule.lines)
    return Key(rule, axis, lines, unit)


_TARGET = Figure(FigureKind.TARGET)
_LEVEL = FigureKind.LEVEL


def _axis(
    rule: Rule, source: FigureSource, polarity: Polarity | Missing, bases: dict[Figure, Found]
) -> Axis | Missing:
    if rule.judges.kind is _LEVEL:
        # Levels have an order of their own, whichever way the indicator's figures are better.
        polarity = Polarity.HIGHER
    found = [aim for aim in map(_aim, bases.values()) if not isinstance(aim, Missing)]
    target = _aim(bases.get(_TARGET) or source.look_up(_TARGET))
    if isinstance(target, Answer):
        return Axis(Polarity.RANGE, measure_of(target, target), target)
    if polarity is Polarity.RANGE:
        if isinstance(target, Missing):
            return target
        if isinstance(target, Decimal | Fraction):
            target = Range(target, target)
        if isinstance(target, Range):
            return Axis(polarity, measure_of(target, target), target)
        return _NOT_COMPARABLE
    if any(isinstance(each, dt.date) for each in found) and polarity is not Polarity.HIGHER:
        # Sooner is better, unless the indicator says that later is.
        polarity = Polarity.LOWER
    if isinstance(polarity, Missing):
        return polarity
    if polarity is Polarity.NONE:
        return Missing(Absence.DATA_ONLY)
    return Axis(polarity, measure_of(found[0], None)) if found else Axis(polarity)


_Reached: TypeAlias = "tuple[Threshold | None, Threshold | None, tuple[Missing, ...]]"


@final
@frozen
class _Numbers:
    """One item's figures, looked up once, and where they lie."""

    source: FigureSource
    axis: Axis
    bases: tuple[tuple[Figure, Found], ...]

    def reach(self, reach: Reach) -> _Reached:
        if isinstance(reach, Edge):
            return self._edge(reach)
        parts = [self.reach(each) for each in reach.parts]
        certain = [part[0] for part in parts]
        possible = [part[1] for part in parts]
        missing = tuple(reason for part in parts for reason in part[2])
        if isinstance(reach, AnyOf):
            ruled_out = None if None in possible else self._loosest(possible)
            return self._loosest(certain), ruled_out, missing
        return (
            None if None in certain else self._tightest(certain),
            self._tightest(possible),
            missing,
        )

    def _loosest(self, thresholds: Iterable[Threshold | None]) -> Threshold | None:
        best: Threshold | None = None
        for each in thresholds:
            if each is not None and (best is None or is_easier(each, best, self.axis)):
                best = each
        return best

    def _tightest(self, thresholds: Iterable[Threshold | None]) -> Threshold | None:
        best: Threshold | None = None
        for each in thresholds:
            if each is not None and (best is None or is_easier(best, each, self.axis)):
                best = each
        return best

    def _found(self, figure: Figure) -> Found:
        for known, found in self.bases:
            if known is figure or known == figure:
                return found
        return self.source.look_up(figure)

    def _edge(self, edge: Edge) -> _Reached:
        found = self._found(edge.figure)
        base = _aim(found)
        if isinstance(base, Missing):
            return None, None, (base,)
        at = place(base, self.axis)
        if isinstance(at, Missing):
            return None, None, (at,)
        if edge.side is None or edge.by is None:
            strict = isinstance(found, Target) and found.strict
            threshold = Threshold(at, edge.included and not strict, edge, base)
            return threshold, threshold, ()
        better = edge.side is Side.BETTER
        width = self._width(edge.by, base)
        if isinstance(width, Missing):
            # However much it is, the edge lies on its own side of the figure.
            if better:
                return None, Threshold(at, included=False, edge=edge, base=base), (width,)
            return Threshold(at, edge.included, edge, base), None, (width,)
        # Better by nothing is no better: a target of 0 is met by 0, not exceeded by it.
        included = edge.included and not (better and width == 0)
        upwards = better is (self.axis.polarity is Polarity.HIGHER)
        threshold = Threshold(
            add(at, width) if upwards else subtract(at, width), included, edge, base
        )
        return threshold, threshold, ()

    def _width(self, by: Allowance, base: JudgedValue | Range) -> Exact | Missing:
        if isinstance(self.axis.origin, Answer):
            # One answer or the other: no allowance reaches between them.
            return _NOUGHT
        if isinstance(by, Amount):
            return by.size
        if isinstance(by, Percentage):
            return self._percentage(by, base)
        if isinstance(by, OwnTolerance):
            return self._own_tolerance(by, base)
        if isinstance(by, LastDigit):
            if not isinstance(base, Decimal):
                return _EDGE_UNSTATED
            return multiply(by.times, Decimal((0, (1,), -shown_decimals(base))))
        if isinstance(by, Widest):
            return self._widest(by, base)
        return _EDGE_UNSTATED

    def _percentage(self, by: Percentage, base: JudgedValue | Range) -> Exact | Missing:
        of = base if by.of is None else _aim(self._found(by.of))
        if isinstance(of, Missing):
            return of
        if isinstance(of, Decimal):
            return multiply(multiply(by.size, _HUNDREDTH), of.copy_abs())
        if isinstance(of, Fraction):
            return multiply(multiply(by.size, _HUNDREDTH), abs(of))
        # A percentage of a date or an answer is nothing; of a range, the rule must say of what.
        return _EDGE_UNSTATED

    def _own_tolerance(self, by: OwnTolerance, base: JudgedValue | Range) -> Exact | Missing:
        own = self.source.tolerance
        if own is None:
            return _EDGE_UNSTATED
        size = multiply(own.size, by.times)
        if own.basis is ToleranceBasis.AMOUNT:
            return size
        return self._percentage(Percentage(size), base)

    def _widest(self, by: Widest, base: JudgedValue | Range) -> Exact | Missing:
        widest: Exact = _NOUGHT
        for part in by.parts:
            width = self._width(part, base)
            if isinstance(width, Missing):
                return width
            widest = max(widest, width)
        return widest


_NOUGHT = Decimal(0)
_HUNDREDTH = Decimal("0.01")
_EDGE_UNSTATED = Missing(Absence.EDGE_UNSTATED)
_NOT_COMPARABLE = Missing(Absence.NOT_COMPARABLE)


def _aim(found: Found) -> JudgedValue | Range | Missing:
    return found.aim if isinstance(found, Target) else found
