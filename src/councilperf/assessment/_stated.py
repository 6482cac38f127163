"""Levels as they were published: tallied, and held against the computed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf._display import Summarised
from councilperf.assessment._assess_row import AssessedRow
from councilperf.assessment._rating import Rating
from councilperf.assessment._stated_result import StatedResult, find_statement
from councilperf.assessment._tally import tally
from councilperf.assessment._travel import Travel
from councilperf.errors import UnknownNameError
from councilperf.model import StatedLevel, Voice
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assessment._assess import Assessment
    from councilperf.assessment._assess_row import Result
    from councilperf.assessment._tally import Tally
    from councilperf.periods import ReportingPeriod
    from councilperf.rules import Scale

__all__ = ["Disagreement", "find_disagreements", "find_given", "tally_stated"]


@final
@frozen
class _ReadLevel:
    """What a stated level comes to on a scale."""

    level: str | None
    reason: Absence | None = None

    def __attrs_post_init__(self) -> None:
        check_instance("level", self.level, str, optional=True)
        check_instance("reason", self.reason, Absence, optional=True)

    @property
    def reasons(self) -> tuple[Absence, ...]:
        return () if self.reason is None else (self.reason,)


def tally_stated(stated: Iterable[StatedLevel], scale: Scale) -> Tally:
    """Count levels as they were stated, such as those printed in a paper.

    >>> from councilperf.rules import RAG
    >>> printed = [StatedLevel("rating", each) for each in ("Red", "Green", "G", "n/a")]
    >>> counts = tally_stated(printed, RAG)
    >>> counts["green"], counts.printed_unrated()
    (2, (('n/a', 1),))

    What the scale prints for unrated items counts under the reason that goes with it; for a bare
    "n/a" that is "not applicable".

    Raises `UnknownNameError` for a word that the scale does not have.
    """
    return tally([_read(each, scale) for each in stated], scale)


def _read(stated: StatedLevel, scale: Scale) -> _ReadLevel:
    level = scale.read(stated.text)
    if level is not None:
        return _ReadLevel(level.key)
    word = stated.text.strip().casefold()
    unrated = (*scale.unrated, scale.class_of(()))
    for each in unrated:
        if word == each.label.casefold():
            named = (reason for reason in Absence if reason in each.reasons)
            return _ReadLevel(None, next(named, Absence.NOT_APPLICABLE))
    known = [*(each.label for each in scale.levels), *(each.label for each in unrated)]
    what = f"level of the scale {scale.name!r}"
    raise UnknownNameError(what, stated.text, tuple(dict.fromkeys(known)))


def find_given(row: AssessedRow, result: Result, period: ReportingPeriod) -> StatedLevel | None:
    """Return what was published for one judgement of a row at a period, or `None`.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> printed = StatedLevel("rating", "Green")
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, 42)], stated=[printed])
    >>> [assessed] = assess(Scorecard("Homes", [row]), MAIDSTONE).rows
    >>> find_given(assessed, assessed.rating, q2).text
    'Green'

    What was published as "rating" or "travel" stands for the rules' first rating or travel.
    """
    found = find_statement(row.row, result.judgement, Voice.GIVEN, period)
    if found is None and result is row.rating:
        found = find_statement(row.row, "rating", Voice.GIVEN, period)
    if found is None and result is row.travel:
        found = find_statement(row.row, "travel", Voice.GIVEN, period)
    return found


@final
@frozen(repr=False)
class Disagreement(Summarised):
    """A published level that is not the one which the rules give.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> published = [StatedLevel("rating", "Green")]
    >>> figures = [Observation(ReportingPeriod.quarter(2019, 2), 42)]
    >>> row = ScorecardRow(homes, figures, [Target(45)], stated=published)
    >>> [found] = find_disagreements(assess(Scorecard("Homes", [row]), MAIDSTONE))
    >>> found.given.text, found.result.label
    ('Green', 'Amber')
    """

    row: AssessedRow
    result: Rating | Travel
    given: StatedLevel

    def __attrs_post_init__(self) -> None:
        check_instance("row", self.row, AssessedRow)
        check_instance("result", self.result, (Rating, Travel))
        check_instance("given", self.given, StatedLevel)

    def __str__(self) -> str:
        return (
            f"{self.row.reference}: {self.result.judgement} given as {self.given.text}, "
            f"computed as {self.result.label}"
        )

    def _summary(self) -> str:
        return str(self)


def find_disagreements(assessment: Assessment) -> tuple[Disagreement, ...]:
    """Return the published levels that are not those which the rules give.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> row = ScorecardRow(
    ...     homes, [Observation(q2, 42)], [Target(45)], stated=[StatedLevel("rating", "Green")]
    ... )
    >>> [str(each) for each in find_disagreements(assess(Scorecard("Homes", [row]), MAIDSTONE))]
    ['H1: rating given as Green, computed as Amber']

    A published word that the scale does not have disagrees too; a published "n/a" agrees with
    every reason for not rating. Where people judge, there is nothing to disagree with.
    """
    found: list[Disagreement] = []
    for row in assessment.rows:
        for result in row.results:
            if isinstance(result, StatedResult):
                continue
            given = find_given(row, result, assessment.period)
            if given is not None and not _agrees(given, result):
                found.append(Disagreement(row, result, given))
    return tuple(found)


def _agrees(given: StatedLevel, result: Rating | Travel) -> bool:
    try:
        return _read(given, result.rule.scale).level == result.level
    except UnknownNameError:
        return False
