"""Where edges are reached, for every row: surely, or only perhaps because a figure is missing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, final

from councilperf.dataframes._truth import Truth, all_true, any_true, not_true
from councilperf.errors import FieldValueError
from councilperf.model import ToleranceBasis
from councilperf.rules import (
    Amount,
    AnyOf,
    Edge,
    Figure,
    LastDigit,
    OwnTolerance,
    Percentage,
    Side,
    Widest,
)
from councilperf.values import Absence, shown_decimals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.dataframes._tolerance import ToleranceColumn
    from councilperf.dataframes._workings import Part, Workings
    from councilperf.rules import Allowance, Reach

__all__ = ["Held", "Reasons", "hold", "kept"]

#: Reasons for being unrated, each with where it applies.
Reasons = tuple[tuple[str, Truth], ...]

_UNSTATED = Absence.EDGE_UNSTATED.value


@final
class Held(NamedTuple):
    """What every row's figure comes to against one reach of a rule.

    It is *certain* that the reach is reached, or *open*, where *why* says what is missing.
    Where nothing but missing figures can leave it open, it *is plain*: *plainly* says where it is
    reached, given all figures that it *needs*.
    """

    certain: Truth
    open: Truth
    why: Reasons = ()
    is_plain: bool = False
    plainly: Truth = False
    needs: frozenset[Figure] = frozenset()


@final
class _Width(NamedTuple):
    """An allowance in every row: the widest of some parts, where it is there."""

    parts: tuple[Part, ...]
    here: Truth = True
    why: Reasons = ()
    needs: frozenset[Figure] = frozenset()


_NO_WIDTH = _Width((), here=False, why=((_UNSTATED, True),))


def hold(reach: Reach, workings: Workings, tolerance: ToleranceColumn) -> Held:
    """Hold what is judged against a reach, in every row."""
    if isinstance(reach, Edge):
        return _hold_edge(reach, workings, tolerance)
    parts = [hold(each, workings, tolerance) for each in reach.parts]
    needs = parts[0].needs
    plain = all(each.is_plain and each.needs == needs for each in parts)
    parts = parts if plain else kept(parts, workings)
    join = any_true if isinstance(reach, AnyOf) else all_true
    certain = join(each.certain for each in parts)
    possible = join(any_true([each.certain, each.open]) for each in parts)
    return Held(
        certain,
        all_true([possible, not_true(certain)]),
        tuple(why for each in parts for why in each.why),
        is_plain=plain,
        plainly=join(each.plainly for each in parts),
        needs=needs if plain else frozenset(),
    )


def kept(held: Sequence[Held], workings: Workings) -> list[Held]:
    """Work out once, in columns of their own, what several conditions are built upon."""
    certain = workings.keep_truths(*(each.certain for each in held))
    are_open = workings.keep_truths(*(each.open for each in held))
    pairs = zip(held, certain, are_open, strict=True)
    return [each._replace(certain=sure, open=unsure) for each, sure, unsure in pairs]


def _hold_edge(edge: Edge, workings: Workings, tolerance: ToleranceColumn) -> Held:
    base = workings.figures[edge.figure]
    if base.here is False:
        return Held(certain=False, open=True, why=base.why_not)
    gap, _ = workings.gap(edge.figure)
    at_base = gap >= 0 if edge.included else gap > 0
    missing = not_true(base.here)
    own = frozenset({edge.figure})
    if edge.side is None or edge.by is None:
        sure = all_true([base.here, at_base])
        return Held(sure, missing, base.why_not, is_plain=True, plainly=at_base, needs=own)
    better = edge.side is Side.BETTER
    width = _width(edge.by, edge.figure, workings, tolerance)
    reached: Truth = False
    if width.here is not False:
        reached = workings.reached(edge.figure, width.parts, better=better, included=edge.included)
    no_width = not_true(width.here)
    # However wide it is, the edge lies on its own side of the figure.
    if better:
        sure = all_true([base.here, width.here, reached])
        unsure = all_true([base.here, no_width, gap > 0])
    else:
        perhaps = all_true([no_width, at_base])
        sure = all_true([base.here, any_true([all_true([width.here, reached]), perhaps])])
        unsure = all_true([base.here, no_width, not_true(at_base)])
    why = tuple((reason, all_true([base.here, where])) for reason, where in width.why)
    return Held(
        sure,
        any_true([missing, unsure]),
        (*base.why_not, *why),
        is_plain=width.here is True,
        plainly=reached,
        needs=own | width.needs,
    )


def _width(
    by: Allowance, figure: Figure, workings: Workings, tolerance: ToleranceColumn
) -> _Width:
    if isinstance(by, Amount):
        return _Width(((Fraction(by.size), None, 0),))
    if isinstance(by, Percentage):
        of = figure if by.of is None else by.of
        return _percentage(Fraction(by.size) / 100, of, workings, own=by.of is None)
    if isinstance(by, OwnTolerance):
        return _own_tolerance(Fraction(by.times), figure, workings, tolerance)
    if isinstance(by, LastDigit):
        number = workings.figures[figure].constant
        if number is None:
            raise FieldValueError(
                "rules",
                str(by),
                "an amount: a column does not hold with how many decimals each figure was "
                "printed; or rate such rows one by one",
            )
        return _Width(((Fraction(by.times) / 10 ** shown_decimals(number), None, 0),))
    if isinstance(by, Widest):
        return _widest([_width(each, figure, workings, tolerance) for each in by.parts])
    return _NO_WIDTH


def _percentage(factor: Fraction, of: Figure, workings: Workings, *, own: bool) -> _Width:
    number = workings.figures[of]
    if number.here is False:  # pragma: no cover (such a base is asked for by no tested rule yet)
        return _Width((), here=False, why=number.why_not)
    unit, size, most = workings.size(of)
    part: Part = (unit * factor, None, 0) if size is None else (unit * factor, size, most)
    if own:
        return _Width((part,))
    return _Width((part,), number.here, number.why_not, frozenset({of}))


def _own_tolerance(
    times: Fraction, figure: Figure, workings: Workings, tolerance: ToleranceColumn
) -> _Width:
    size = tolerance.size
    if size is None or size.here is False:
        return _NO_WIDTH if size is None else _Width((), here=False, why=size.why_not)
    if tolerance.basis is ToleranceBasis.AMOUNT:
        if size.constant is not None:
            return _Width(((Fraction(size.constant) * times, None, 0),))
        unit = 10**size.decimals
        return _Width(((times / unit, size.whole, unit),), size.here, size.why_not)
    if size.constant is not None:
        factor = Fraction(size.constant) * times / 100
        return _percentage(factor, figure, workings, own=True)
    unit, of, most = workings.size(figure)
    each_unit = 10**size.decimals
    factor = unit * times / each_unit / 100
    if of is None:
        return _Width(((factor, size.whole, each_unit),), size.here, size.why_not)
    greatest = int(tolerance.most * each_unit)
    return _Width(((factor, of * size.whole, most * greatest),), size.here, size.why_not)


def _widest(parts: list[_Width]) -> _Width:
    """Join allowances; of several that are missing, the first gives the reason."""
    why: list[tuple[str, Truth]] = []
    before: Truth = True
    for each in parts:
        why += [(reason, all_true([before, where])) for reason, where in each.why]
        before = all_true([before, each.here])
    return _Width(
        tuple(part for each in parts for part in each.parts),
        before,
        tuple(why),
        frozenset(one for each in parts for one in each.needs),
    )
