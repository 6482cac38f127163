"""Keys: a rule with one item's numbers put in, so that every edge is a place on its axis."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_flag, check_instance, check_text
from councilperf._display import Displayed
from councilperf._typing import Exact
from councilperf.assessment._axis import JUDGED, Axis, JudgedValue, Measure, RankedLevel
from councilperf.model import NUMBER, Range, Unit
from councilperf.rules import Edge, Rule
from councilperf.values import Missing

__all__ = ["Key", "KeyLine", "Threshold", "is_easier", "is_within_reach"]


@final
@frozen
class Threshold:
    """An edge as a number: how good a figure must be to reach it.

    >>> from councilperf import key_for
    >>> from councilperf.presets import MAIDSTONE
    >>> amber = key_for(MAIDSTONE, target=52, polarity="higher").lines[1].certain
    >>> amber.at, amber.included, amber.base
    (Decimal('46.80'), True, Decimal('52'))

    *at* lies on the item's axis: the figure itself, or its distance outside a range. *base* is
    the edge's own figure before it was moved. Equality is enough only where *included*.
    """

    at: Exact
    included: bool
    edge: Edge
    base: JudgedValue | Range

    def __attrs_post_init__(self) -> None:
        check_instance("at", self.at, (Decimal, Fraction))
        check_flag("included", self.included)
        check_instance("edge", self.edge, Edge)
        check_instance("base", self.base, (*JUDGED, Range))


def is_easier(one: Threshold, other: Threshold, axis: Axis) -> bool:
    """Say whether less is needed to reach one threshold than the other."""
    if one.at == other.at:
        return one.included and not other.included
    return axis.is_better(other.at, one.at)


def is_within_reach(threshold: Threshold, axis: Axis) -> bool:
    """Say whether any figure at all reaches a threshold.

    Nothing is nearer to a range than inside it, and no level is better than the best.
    """
    if axis.measure is Measure.DISTANCE:
        best = Decimal(0)
    elif isinstance(threshold.base, RankedLevel):
        best = Decimal(len(threshold.base.scale.levels))
    else:
        return True
    return threshold.included if threshold.at == best else axis.is_better(best, threshold.at)


@final
@frozen
class KeyLine(Displayed):
    """One line of a key with its numbers.

    >>> from councilperf import key_for
    >>> from councilperf.presets import MEDWAY_2018
    >>> slightly_below = key_for(MEDWAY_2018, target=50, polarity="higher").lines[1]
    >>> slightly_below.certain.at, slightly_below.possible, slightly_below.missing
    (Decimal('50'), None, (Missing('edge_unstated'),))

    What reaches *certain* has the level; what does not even reach *possible* has not. The two
    are one threshold unless a figure or an allowance is missing: then `certain` may be `None`,
    for nothing is certain, and `possible` may be `None`, for nothing is ruled out.
    """

    level: str
    certain: Threshold | None
    possible: Threshold | None
    missing: tuple[Missing, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_text("level", self.level)
        check_instance("certain", self.certain, Threshold, optional=True)
        check_instance("possible", self.possible, Threshold, optional=True)
        check_each("missing", self.missing, Missing)


@final
@frozen
class Key(Displayed):
    """A rule with one item's numbers put in; without an axis nothing can be rated by it.

    >>> from councilperf import key_for
    >>> from councilperf.presets import MAIDSTONE
    >>> key = key_for(MAIDSTONE, target=52, polarity="higher")
    >>> [(line.level, line.certain.at) for line in key.lines]
    [('green', Decimal('52')), ('amber', Decimal('46.80'))]

    *missing* says why nothing at all can be rated, where that is so.
    """

    rule: Rule
    axis: Axis | None
    lines: tuple[KeyLine, ...] = field(default=(), converter=as_tuple)
    unit: Unit = NUMBER
    missing: tuple[Missing, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_instance("rule", self.rule, Rule)
        check_instance("axis", self.axis, Axis, optional=True)
        check_each("lines", self.lines, KeyLine)
        check_instance("unit", self.unit, Unit)
        check_each("missing", self.missing, Missing)
