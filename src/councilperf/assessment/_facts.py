"""Whether a condition holds of an item, by what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, final

from attrs import frozen

from councilperf.assessment._periods_around import PeriodsAround
from councilperf.model import ScorecardRow
from councilperf.rules import And, Is, Not

if TYPE_CHECKING:
    from collections.abc import Collection

    from councilperf.rules import Condition

__all__ = ["Facts", "holds"]


class Described(Protocol):
    """Whatever conditions can be asked of."""

    def describe(self, subject: str, reports_back: int) -> Collection[str]:
        """Return what is true of the subject, that many reports ago."""
        ...

    def levels(self, subject: str, reports_back: int) -> frozenset[str]:
        """Return the levels that the subject may have had, that many reports ago."""
        ...


@final
@frozen
class Facts:
    """What is true of a row at a period before anything is judged."""

    row: ScorecardRow
    around: PeriodsAround

    def describe(self, subject: str, reports_back: int) -> Collection[str]:
        """Return the values of one fact; facts do not change from report to report."""
        del reports_back
        indicator = self.row.indicator
        if subject == "tag":
            return indicator.tags
        if subject == "stage":
            return ("outturn",) if self.around.at_outturn else ("in_year",)
        value = getattr(indicator, subject)
        return (value,) if isinstance(value, str) else ()

    def levels(self, subject: str, reports_back: int) -> frozenset[str]:
        """Return nothing: before anything is judged there are no levels."""
        del subject, reports_back
        return frozenset()


def holds(condition: Condition, item: Described) -> bool:
    """Say whether the condition holds of the item.

    Where an edge is open, an item is one of several levels if it must be one of them.
    """
    if isinstance(condition, Is):
        return all(_is_now(condition, item, back) for back in range(condition.running))
    if isinstance(condition, Not):
        return not holds(condition.part, item)
    quantifier = all if isinstance(condition, And) else any
    return quantifier(holds(each, item) for each in condition.parts)


def _is_now(condition: Is, item: Described, reports_back: int) -> bool:
    levels = item.levels(condition.subject, reports_back)
    if levels and levels <= condition.values:
        return True
    return not condition.values.isdisjoint(item.describe(condition.subject, reports_back))
