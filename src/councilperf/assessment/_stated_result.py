"""Levels that people gave, read on the scale of the rule that they judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf._display import Summarised
from councilperf.model import StatedLevel, Voice
from councilperf.rules import Rule
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from councilperf.model import ScorecardRow
    from councilperf.periods import ReportingPeriod
    from councilperf.rules import Level

__all__ = ["StatedResult", "find_statement"]


@final
@frozen(repr=False)
class StatedResult(Summarised):
    """A level as people gave it, or the reason why there is none.

    >>> from councilperf.rules import RAG
    >>> confidence = Rule("confidence", scale=RAG, judged=True)
    >>> result = StatedResult(confidence, StatedLevel("confidence", "Amber", role="service head"))
    >>> result.level, result.reason
    ('amber', 'Amber: given by the service head.')
    """

    rule: Rule
    statement: StatedLevel | None

    def __attrs_post_init__(self) -> None:
        check_instance("rule", self.rule, Rule)
        check_instance("statement", self.statement, StatedLevel, optional=True)

    @property
    def judgement(self) -> str:
        """The name of what is judged."""
        return self.rule.judgement

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Why there is no level; empty where there is one."""
        if self.statement is None:
            return (Missing(Absence.NOT_JUDGED),)
        if self._read is None:
            note = f"{self.statement.text!r} is not on the scale {self.rule.scale.name!r}"
            return (Missing(Absence.NOT_JUDGED, note=note),)
        return ()

    @property
    def reasons(self) -> tuple[Absence, ...]:
        """Why there is no level, the most telling reason first; empty where there is one."""
        return tuple(each.reason for each in self.missing)

    @property
    def level(self) -> str | None:
        """The key of the level, or `None` where nobody gave one that is on the scale."""
        read = self._read
        return None if read is None else read.key

    @property
    def label(self) -> str:
        """What a paper prints for the level, or for its absence."""
        read = self._read
        return self.rule.scale.class_of(self.reasons).label if read is None else read.label

    @property
    def _read(self) -> Level | None:
        return None if self.statement is None else self.rule.scale.read(self.statement.text)

    @property
    def reason(self) -> str:
        """Who gave it, and why, in one sentence that a councillor understands."""
        if self.missing or self.statement is None:
            return f"Not rated: {'; '.join(str(each) for each in self.missing)}."
        by = "" if self.statement.role is None else f" by the {self.statement.role}"
        why = "" if self.statement.reason is None else f": {self.statement.reason}"
        return f"{self.label}: {_SAID[self.statement.voice]}{by}{why}."

    def __str__(self) -> str:
        return self.label

    def _summary(self) -> str:
        return f"{self.level or 'unrated'}: {self.reason}"


_SAID = {
    Voice.GIVEN: "given",
    Voice.FORECAST: "forecast",
    Voice.OVERRIDE: "decided in place of the computed level",
}


def find_statement(
    row: ScorecardRow, judgement: str, voice: Voice, period: ReportingPeriod
) -> StatedLevel | None:
    """Return what one voice says of a row at a period: the latest, if it spoke more than once."""
    said = [
        each
        for each in row.stated
        if each.judgement == judgement and each.voice is voice and each.stands_for(period)
    ]
    return max(said, key=_spoken, default=None)


def _spoken(statement: StatedLevel) -> int:
    """Order statements by the period they are for; one for any period comes first."""
    return 0 if statement.period is None else statement.period.sort_key
