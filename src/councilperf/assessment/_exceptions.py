"""Exceptions: the items that a committee should look at, by the conditions its rules name."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf._display import Summarised
from councilperf.assessment._assess_row import AssessedRow
from councilperf.assessment._facts import holds
from councilperf.assessment._item import AssessedItem
from councilperf.rules import NamedCondition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment._assess import Assessment

__all__ = ["ReportedException", "find_exceptions"]


@final
@frozen(repr=False)
class ReportedException(Summarised):
    """An item that meets a named condition, so that the committee should look at it.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 12)], [Target(45)])])
    >>> [found] = find_exceptions(assess(card, MAIDSTONE))
    >>> found.condition.name, found.row.reference
    ('adverse', 'H1')
    """

    condition: NamedCondition
    row: AssessedRow

    def __attrs_post_init__(self) -> None:
        check_instance("condition", self.condition, NamedCondition)
        check_instance("row", self.row, AssessedRow)

    def __str__(self) -> str:
        return f"{self.row.reference}: {self.condition.name}"

    def _summary(self) -> str:
        return str(self)


def find_exceptions(
    assessment: Assessment, conditions: Iterable[NamedCondition] | None = None
) -> tuple[ReportedException, ...]:
    """Return the rows that meet a named condition: the rule set's, unless others are given.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 12)], [Target(45)])])
    >>> [str(each) for each in find_exceptions(assess(card, MAIDSTONE))]
    ['H1: adverse']

    A row that meets several conditions is returned once, under the first of them.
    """
    if conditions is None:
        conditions = assessment.rules.exceptions
    named = tuple(conditions)
    found: list[ReportedException] = []
    for row in assessment.rows:
        item = AssessedItem.of(row, assessment)
        met = next((each for each in named if holds(each.condition, item)), None)
        if met is not None:
            found.append(ReportedException(met, row))
    return tuple(found)
