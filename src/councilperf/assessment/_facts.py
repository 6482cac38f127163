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


def holds(condition: Condition, item: Described) -> bool:
    """Say whether the condition holds of the item."""
    if isinstance(condition, Is):
        return all(
            not condition.values.isdisjoint(item.describe(condition.subject, back))
            for back in range(condition.running)
        )
    if isinstance(condition, Not):
        return not holds(condition.part, item)
    quantifier = all if isinstance(condition, And) else any
    return quantifier(holds(each, item) for each in condition.parts)
