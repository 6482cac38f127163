"""Strategies for edges: every figure, moved by every allowance, alone and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from councilperf._checks import as_tuple, check_each
from councilperf.errors import FieldValueError
from councilperf.rules import (
    AllOf,
    Allowance,
    Amount,
    AnyOf,
    Edge,
    Figure,
    FigureKind,
    LastDigit,
    OwnTolerance,
    Percentage,
    Reach,
    Side,
    UnstatedAllowance,
    Widest,
)
from councilperf.strategies._values import exact_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import NumberInput

__all__ = ["allowances", "edges", "figures", "reaches"]

_Figures: TypeAlias = st.SearchStrategy[Figure]
_Edges: TypeAlias = st.SearchStrategy[Edge]
_Reaches: TypeAlias = st.SearchStrategy[Reach]

#: What an indicator's own figure may be held against: all but levels and shares.
_HELD_AGAINST = tuple(
    kind for kind in FigureKind if kind not in {FigureKind.LEVEL, FigureKind.SHARE}
)
_COUNTED = {
    FigureKind.REPORTED_BACK,
    FigureKind.PERIODS_BACK,
    FigureKind.TREND_START,
    FigureKind.TREND_END,
}
_ALLOWANCES: tuple[type[Allowance], ...] = (
    Percentage,
    Amount,
    OwnTolerance,
    LastDigit,
    Widest,
    UnstatedAllowance,
)
_GROUPS = st.sampled_from(["England", "statistical neighbours"])
_NAMES = st.sampled_from(["rating", "on target"])


def figures(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    kinds: Iterable[FigureKind] = _HELD_AGAINST,
) -> _Figures:
    """Make the named figures of an item; constants lie between the two numbers.

    >>> figures(kinds=[FigureKind.TARGET, FigureKind.CONSTANT]).validate()

    Raises `FieldValueError` for no kinds. Examples shrink towards the kinds that stand first.
    """
    kinds = as_tuple(kinds)
    check_each("kinds", kinds, FigureKind)
    if not kinds:
        raise FieldValueError("kinds", kinds, "a kind of figure or more")
    numbers = exact_numbers(min_value, max_value)

    def of_kind(kind: FigureKind) -> _Figures:
        if kind in _COUNTED:
            return st.integers(1, 5).map(lambda count: Figure(kind, count))
        if kind is FigureKind.BENCHMARK:
            return _GROUPS.map(lambda group: Figure(kind, group))
        if kind is FigureKind.CONSTANT:
            return numbers.map(lambda number: Figure(kind, number))
        if kind in {FigureKind.LEVEL, FigureKind.SHARE}:
            return _NAMES.map(lambda name: Figure(kind, name))
        return st.just(Figure(kind))

    by_kind = {kind: of_kind(kind) for kind in kinds}
    return st.sampled_from(kinds).flatmap(by_kind.__getitem__)


_FIGURES = figures()


def allowances(
    *, kinds: Iterable[type[Allowance]] = _ALLOWANCES, figures: _Figures = _FIGURES
) -> st.SearchStrategy[Allowance]:
    """Make allowances of these kinds; some percentages are of another of *figures*.

    >>> from councilperf.rules import Amount
    >>> allowances(kinds=[Amount]).validate()

    Raises `FieldValueError` for no kinds. Examples shrink towards the kinds that stand first.
    """
    kinds = as_tuple(kinds)
    check_each("kinds", kinds, type)
    sizes = exact_numbers(0, 100, decimals=1)
    times = exact_numbers("0.5", 3, decimals=1)
    single: dict[type, st.SearchStrategy[Allowance]] = {
        Percentage: st.builds(Percentage, sizes, of=st.none() | figures),
        Amount: st.builds(Amount, sizes),
        LastDigit: st.builds(LastDigit, times),
        OwnTolerance: st.builds(OwnTolerance, times),
        UnstatedAllowance: st.builds(UnstatedAllowance),
    }
    parts = [single[each] for each in kinds if each is not Widest]
    if Widest in kinds:
        several = st.one_of(parts or list(single.values()))
        parts.append(st.builds(Widest, st.lists(several, min_size=2, max_size=3)))
    if not parts:
        raise FieldValueError("kinds", kinds, "a kind of allowance or more")
    return st.one_of(parts)


_ANY_ALLOWANCE = allowances()


def edges(
    *,
    figures: _Figures = _FIGURES,
    allowances: st.SearchStrategy[Allowance] = _ANY_ALLOWANCE,
) -> _Edges:
    """Make edges: figures as they are, and moved worse or better, included or not.

    >>> edges(figures=figures(kinds=[FigureKind.TARGET])).validate()
    """
    return st.builds(Edge, figures, included=st.booleans()) | st.builds(
        Edge, figures, st.sampled_from(Side), allowances, included=st.booleans()
    )


_EDGES = edges()


def reaches(
    *, kinds: Iterable[type[Reach]] = (Edge, AnyOf, AllOf), edges: _Edges = _EDGES
) -> _Reaches:
    """Make what a line asks for: an edge, or any or all of several, nested.

    >>> reaches(kinds=[AnyOf, AllOf]).validate()

    *kinds* says what is made; within any and all of several there may be all kinds, once more.
    Raises `FieldValueError` for no kinds.
    """
    kinds = as_tuple(kinds)
    check_each("kinds", kinds, type)
    if not kinds:
        raise FieldValueError("kinds", kinds, "a kind of reach or more")

    # Two deep: papers go no further.
    within = st.one_of(edges, edges, _several(AnyOf, edges), _several(AllOf, edges))
    by_kind: dict[type[Reach], _Reaches] = {
        Edge: edges,
        AnyOf: _several(AnyOf, within),
        AllOf: _several(AllOf, within),
    }
    return st.one_of([by_kind[each] for each in kinds])


def _several(joined: type[AnyOf | AllOf], parts: _Reaches) -> _Reaches:
    return st.builds(joined, st.lists(parts, min_size=2, max_size=3))
