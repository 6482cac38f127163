"""Conditions on rows that may be known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import narwhals.stable.v2 as nw

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Truth", "all_true", "any_true", "as_expression", "not_true"]

#: A condition on each row, or what is known to hold of every row alike.
Truth: TypeAlias = nw.Expr | bool


def not_true(one: Truth) -> Truth:
    """Turn a condition round."""
    return not one if isinstance(one, bool) else ~one


def all_true(parts: Iterable[Truth]) -> Truth:
    """Join conditions that must all hold; what is known beforehand is left out."""
    joined: Truth = True
    for part in parts:
        if part is False or joined is False:
            return False
        if part is not True:
            joined = part if isinstance(joined, bool) else joined & part
    return joined


def any_true(parts: Iterable[Truth]) -> Truth:
    """Join conditions of which one must hold; what is known beforehand is left out."""
    joined: Truth = False
    for part in parts:
        if part is True or joined is True:
            return True
        if part is not False:
            joined = part if isinstance(joined, bool) else joined | part
    return joined


def as_expression(one: Truth) -> nw.Expr:
    """Return a condition as an expression."""
    return nw.lit(one) if isinstance(one, bool) else one
