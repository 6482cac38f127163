"""The one act: a figure is held against the edges of a key, and the first line reached wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment._axis import place
from councilperf.assessment._rating import Rating
from councilperf.model import Polarity
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import Exact
    from councilperf.assessment._axis import JudgedValue
    from councilperf.assessment._key import Key, Threshold

__all__ = ["judge", "reaches"]


def judge(value: JudgedValue | Missing, key: Key) -> Rating:
    """Return the level that the key gives the figure, or all reasons why it gives none.

    >>> from decimal import Decimal
    >>> from councilperf import key_for
    >>> from councilperf.presets import MAIDSTONE
    >>> judge(Decimal("46.8"), key_for(MAIDSTONE, target=52, polarity="higher")).level
    'amber'

    An edge that is missing leaves the figure unrated only where it could matter.
    """
    if isinstance(value, Missing):
        missing = (value, *key.missing, *_missing_in(key))
        return Rating(value, key, None, _in_order(missing))
    axis = key.axis
    if axis is None:
        return Rating(value, key, None, _in_order(key.missing))
    at = place(value, axis)
    if isinstance(at, Missing):
        if all(each.certain is None and each.possible is None for each in key.lines):
            # There is nothing to compare with, which says more than that it cannot be compared.
            return Rating(value, key, None, _in_order(_missing_in(key)))
        return Rating(value, key, None, (at,))
    higher = axis.polarity is Polarity.HIGHER
    open_levels: list[str] = []
    missing_edges: list[Missing] = []
    decided = 0
    for line in key.lines:
        certain = line.certain
        if certain is not None and reaches(at, certain, higher=higher):
            break
        if certain is not line.possible or certain is None:
            possible = line.possible
            if possible is None or reaches(at, possible, higher=higher):
                open_levels.append(line.level)
                missing_edges.extend(line.missing)
        decided += 1
    if any(level != key.rule.levels[decided] for level in open_levels):
        return Rating(value, key, None, _in_order(missing_edges))
    return Rating(value, key, decided)


def _missing_in(key: Key) -> tuple[Missing, ...]:
    return tuple(each for line in key.lines for each in line.missing)


def reaches(at: Exact, threshold: Threshold, *, higher: bool) -> bool:
    """Say whether a place on an axis is good enough for a threshold."""
    edge = threshold.at
    if threshold.included:
        return at >= edge if higher else at <= edge
    return at > edge if higher else at < edge


_RANK = {reason: rank for rank, reason in enumerate(Absence)}


def _in_order(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """Keep each reason once, the most telling first."""
    return tuple(sorted(dict.fromkeys(missing), key=lambda each: (_RANK[each.reason], each.note)))
