"""What conditions can be asked of an assessed row, now and in earlier reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf.assessment._assess_row import AssessedRow, assess_row
from councilperf.assessment._facts import Facts
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._possible import possible_levels
from councilperf.rules import FACTS, RuleSet

if TYPE_CHECKING:
    from collections.abc import Collection

    from councilperf.assessment._assess import Assessment
    from councilperf.assessment._assess_row import Result

__all__ = ["AssessedItem"]


@final
@frozen
class AssessedItem:
    """What is true of an assessed row, and of the same row in earlier reports."""

    assessed: AssessedRow
    rules: RuleSet
    around: PeriodsAround

    @staticmethod
    def of(row: AssessedRow, assessment: Assessment) -> AssessedItem:
        """Return a row of an assessment as an item."""
        return AssessedItem(row, assessment.rules, PeriodsAround(assessment.period))

    def describe(self, subject: str, reports_back: int) -> Collection[str]:
        """Return what was true of the subject, that many reports ago."""
        if subject in FACTS:
            return Facts(self.assessed.row, self.around).describe(subject, reports_back)
        result = self._result(subject, reports_back)
        if result is None or result.level is not None:
            return ()
        return ("unrated", *(each.value for each in result.reasons))

    def levels(self, subject: str, reports_back: int) -> frozenset[str]:
        """Return the levels that the subject may have had, that many reports ago."""
        result = None if subject in FACTS else self._result(subject, reports_back)
        return frozenset() if result is None else possible_levels(result)

    def _result(self, judgement: str, reports_back: int) -> Result | None:
        row = self.assessed if reports_back == 0 else self._earlier(reports_back)
        return None if row is None else row.standing_result(judgement)

    def _earlier(self, reports_back: int) -> AssessedRow | None:
        period = self.around.back(reports_back)
        if period is None or self.assessed.row.observation(period) is None:
            return None
        return assess_row(self.assessed.row, self.rules, PeriodsAround(period))
