"""The one act: a figure is held against the edges of a key, and the first line reached wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment._rating import Rating
from councilperf.model import Polarity
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import Exact
    from councilperf.assessment._key import Key, Threshold

__all__ = ["judge"]


def judge(value: Exact | Missing, key: Key) -> Rating:
    """Return the level that the key gives the figure, or all reasons why it gives none.

    A missing edge leaves the item unrated only where it could matter.
    """
    if isinstance(value, Missing):
        missing = (value, *key.missing, *(each for line in key.lines for each in line.missing))
        return Rating(value, key, None, _in_order(missing))
    if key.missing:
        return Rating(value, key, None, _in_order(key.missing))
    judged = value if key.band is None else key.band.distance_to(value)
    higher = key.polarity is Polarity.HIGHER
    open_levels: set[str] = set()
    missing_edges: list[Missing] = []
    place = 0
    for line in key.lines:
        certain = line.certain
        if certain is not None and _reaches(judged, certain, higher=higher):
            break
        possible = line.possible
        if possible is None or (
            possible is not certain and _reaches(judged, possible, higher=higher)
        ):
            open_levels.add(line.level)
            missing_edges.extend(line.missing)
        place += 1
    if open_levels and open_levels != {key.rule.levels[place]}:
        return Rating(value, key, None, _in_order(missing_edges))
    return Rating(value, key, place)


def _reaches(judged: Exact, threshold: Threshold, *, higher: bool) -> bool:
    at = threshold.at
    if threshold.included:
        return judged >= at if higher else judged <= at
    return judged > at if higher else judged < at


_RANK = {reason: place for place, reason in enumerate(Absence)}


def _in_order(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """Keep each reason once, the most telling first."""
    return tuple(sorted(dict.fromkeys(missing), key=lambda each: (_RANK[each.reason], each.note)))
