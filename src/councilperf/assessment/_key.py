"""Keys: a rule with one item's numbers put in, so that every edge is a number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf._typing import Exact
from councilperf.assessment._figures import FigureSource
from councilperf.model import NUMBER, Polarity, Range, Target, ToleranceBasis, Unit
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
)
from councilperf.values import Absence, Missing, add, multiply, shown_decimals, subtract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment._figures import Found
    from councilperf.rules import Allowance, Line, Reach

__all__ = ["Key", "KeyLine", "Threshold", "resolve"]


@final
@frozen
class Threshold:
    """An edge as a number: how good a figure must be to reach it.

    *at* lies on the figure's own axis, or, for a range, is the distance outside the range. *base*
    is the number of the edge's figure before it was moved. It is reached by equality only where
    *included*.
    """

    at: Exact
    included: bool
    edge: Edge
    base: Exact | Range


@final
@frozen
class KeyLine:
    """One line of a key with its numbers.

    What reaches *certain* has the level; what does not even reach *possible* has not. The two
    are one threshold unless a figure is missing. `certain` is `None` where nothing is certain,
    `possible` where nothing is ruled out.
    """

    level: str
    certain: Threshold | None
    possible: Threshold | None
    missing: tuple[Missing, ...] = field(default=(), converter=as_tuple)


@final
@frozen
class Key:
    """A rule with one item's numbers put in.

    *band* is the range that distances are measured from, where inside is better. *missing* says
    why nothing at all can be rated, where that is so.
    """

    rule: Rule
    polarity: Polarity | None
    lines: tuple[KeyLine, ...] = field(default=(), converter=as_tuple)
    unit: Unit = NUMBER
    band: Range | None = None
    missing: tuple[Missing, ...] = field(default=(), converter=as_tuple)

    def is_easier(self, one: Threshold, other: Threshold) -> bool:
        """Say whether less is needed to reach one threshold than the other."""
        return _is_tighter(other, one, self.polarity)


def _is_tighter(one: Threshold, other: Threshold, polarity: Polarity | None) -> bool:
    if one.at == other.at:
        return other.included and not one.included
    return (one.at > other.at) is (polarity is Polarity.HIGHER)


def resolve(
    rule: Rule, source: FigureSource, polarity: Polarity | Missing, unit: Unit = NUMBER
) -> Key:
    """Put one item's numbers into a rule; what does not change from value to value is done here.

    Errors are none: what is missing stays in the key with its reason.
    """
    if rule.judged:
        return Key(rule, None, unit=unit, missing=(Missing(Absence.NOT_JUDGED),))
    if isinstance(polarity, Missing):
        return Key(rule, None, unit=unit, missing=(polarity,))
    if polarity is Polarity.NONE:
        return Key(rule, None, unit=unit, missing=(Missing(Absence.DATA_ONLY),))
    band = None
    if polarity is Polarity.RANGE:
        found = _aim(source.look_up(_TARGET))
        if isinstance(found, Missing):
            return Key(rule, polarity, unit=unit, missing=(found,))
        band = found if isinstance(found, Range) else Range(found, found)
    axis = _Axis(source, polarity, band)
    return Key(rule, polarity, tuple(axis.line(each) for each in rule.lines), unit, band)


_TARGET = Figure(FigureKind.TARGET)
_Bound: TypeAlias = "tuple[Threshold | None, Threshold | None, tuple[Missing, ...]]"


@final
@frozen
class _Axis:
    """The line on which one item's edges lie; on it, better is up or down."""

    source: FigureSource
    polarity: Polarity
    band: Range | None

    def line(self, line: Line) -> KeyLine:
        return KeyLine(line.level, *self._reach(line.reach))

    def _reach(self, reach: Reach) -> _Bound:
        if isinstance(reach, Edge):
            threshold = self._edge(reach)
            if isinstance(threshold, Missing):
                return None, None, (threshold,)
            return threshold, threshold, ()
        parts = [self._reach(each) for each in reach.parts]
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
            if each is not None and (best is None or _is_tighter(best, each, self.polarity)):
                best = each
        return best

    def _tightest(self, thresholds: Iterable[Threshold | None]) -> Threshold | None:
        best: Threshold | None = None
        for each in thresholds:
            if each is not None and (best is None or _is_tighter(each, best, self.polarity)):
                best = each
        return best

    def _edge(self, edge: Edge) -> Threshold | Missing:
        found = self.source.look_up(edge.figure)
        base = _aim(found)
        if isinstance(base, Missing):
            return base
        at = self._place(base)
        if isinstance(at, Missing):
            return at
        if edge.side is None or edge.by is None:
            strict = isinstance(found, Target) and found.strict
            return Threshold(at, edge.included and not strict, edge, base)
        width = self._width(edge.by, base)
        if isinstance(width, Missing):
            return width
        # Better by nothing is no better: a target of 0 is met by 0, not exceeded by it.
        included = edge.included and not (edge.side is Side.BETTER and width == 0)
        outwards = (edge.side is Side.BETTER) is (self.polarity is Polarity.HIGHER)
        moved = add(at, width) if outwards else subtract(at, width)
        return Threshold(moved, included, edge, base)

    def _place(self, base: Exact | Range) -> Exact | Missing:
        """Put a figure on the axis: as it is, or as its distance outside the band."""
        if isinstance(base, Range):
            # The band itself is where the distance is nought; another range is no place at all.
            return _NOUGHT if base == self.band else Missing(Absence.NOT_COMPARABLE)
        return base if self.band is None else self.band.distance_to(base)

    def _width(self, by: Allowance, base: Exact | Range) -> Exact | Missing:
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

    def _percentage(self, by: Percentage, base: Exact | Range) -> Exact | Missing:
        of = base if by.of is None else _aim(self.source.look_up(by.of))
        if isinstance(of, Missing):
            return of
        if isinstance(of, Range):
            # Of which bound, or of the width? The rule has to say.
            return _EDGE_UNSTATED
        size = of.copy_abs() if isinstance(of, Decimal) else abs(of)
        return multiply(multiply(by.size, _HUNDREDTH), size)

    def _own_tolerance(self, by: OwnTolerance, base: Exact | Range) -> Exact | Missing:
        own = self.source.tolerance
        if own is None:
            return _EDGE_UNSTATED
        if own.basis is ToleranceBasis.AMOUNT:
            return multiply(own.size, by.times)
        return self._percentage(Percentage(multiply(own.size, by.times)), base)

    def _widest(self, by: Widest, base: Exact | Range) -> Exact | Missing:
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


def _aim(found: Found) -> Exact | Range | Missing:
    return found.aim if isinstance(found, Target) else found
