"""What can be said of items where a key leaves an edge open."""

from __future__ import annotations

from councilperf.rules import And, Is, Not
from councilperf.values import Absence

__all__ = ["below_target", "rated_or_open"]

_OTHER_REASONS = frozenset(each.value for each in Absence) - {Absence.EDGE_UNSTATED.value}


def rated_or_open(judgement: str) -> Not:
    """Return the items with a level, and those whose level hangs on an unstated edge alone.

    >>> rated_or_open("rating") == ~Is("rating", _OTHER_REASONS)
    True

    Without the second, all that is below target would drop out of a headline's base.
    """
    return ~Is(judgement, _OTHER_REASONS)


def below_target(judgement: str, *levels: str, running: int = 1) -> And:
    """Return the items at one of these levels, or at one that hangs on an unstated edge alone.

    >>> below_target("rating", "amber", "red").parts[0]
    Is('rating', ['amber', 'edge_unstated', 'red'])
    """
    missed = Is(judgement, {*levels, Absence.EDGE_UNSTATED.value}, running=running)
    return missed & rated_or_open(judgement)
