"""How enum members look in a `repr` that builds its value again: as their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

__all__ = ["repr_member", "repr_members"]


def repr_member(member: StrEnum | None) -> str:
    """Show a member by its word.

    >>> from councilperf.values import Rounding
    >>> repr_member(Rounding.HALF_UP)
    "'half_up'"
    """
    return repr(None if member is None else member.value)


def repr_members(members: Iterable[StrEnum]) -> str:
    """Show members by their words, those of a set in alphabetical order.

    >>> from councilperf.values import Absence
    >>> repr_members(frozenset({Absence.NO_TARGET, Absence.NO_DATA}))
    "['no_data', 'no_target']"
    """
    words = [each.value for each in members]
    return repr(sorted(words) if isinstance(members, frozenset) else words)
