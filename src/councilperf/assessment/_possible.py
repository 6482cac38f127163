"""The levels that an item may have where an edge is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment._judge import reaches
from councilperf.assessment._rating import Rating
from councilperf.assessment._stated_result import StatedResult
from councilperf.model import Polarity

if TYPE_CHECKING:
    from councilperf.assessment._assess_row import Result

__all__ = ["possible_levels"]


def possible_levels(result: Result) -> frozenset[str]:
    """Return the levels that a result may have: its own, or those between which an edge is open.

    >>> from councilperf import rate
    >>> from councilperf.presets import MEDWAY_2018
    >>> sorted(possible_levels(rate(48, target=50, polarity="higher", rules=MEDWAY_2018)))
    ['significantly_below', 'slightly_below']

    Without a figure, or with nothing to hold it against, there are none.
    """
    if result.level is not None:
        return frozenset({result.level})
    if isinstance(result, StatedResult):
        return frozenset()
    rating = result if isinstance(result, Rating) else result.verdict
    at, key = rating.place, rating.key
    if at is None or key.axis is None:
        return frozenset()
    if all(each.certain is None and each.possible is None for each in key.lines):
        return frozenset()
    higher = key.axis.polarity is Polarity.HIGHER
    found: set[str] = set()
    for line in key.lines:
        if line.certain is not None and reaches(at, line.certain, higher=higher):
            return frozenset({*found, line.level})
        if line.possible is None or reaches(at, line.possible, higher=higher):
            found.add(line.level)
    return frozenset({*found, key.rule.levels[-1]})
