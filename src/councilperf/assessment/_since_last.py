"""Movement since the last report: which levels changed, and which items came or went."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_member, check_text
from councilperf._display import Displayed

if TYPE_CHECKING:
    from councilperf.assessment._assess import Assessment
    from councilperf.assessment._assess_row import Result

__all__ = ["LevelChange", "SinceLast", "levels_since"]


class SinceLast(StrEnum):
    """What became of an item's level since the last report.

    >>> SinceLast("worse")
    <SinceLast.WORSE: 'worse'>
    """

    SAME = "same"
    BETTER = "better"
    WORSE = "worse"
    NEWLY_RATED = "newly_rated"
    NO_LONGER_RATED = "no_longer_rated"
    ADDED = "added"
    DROPPED = "dropped"


def _as_since(value: SinceLast | str) -> SinceLast:
    return as_member("since", value, SinceLast)


@final
@frozen
class LevelChange(Displayed):
    """One item's level in the last report and in this one; `None` stands for no level.

    >>> print(LevelChange("H1", "red", "green", "better"))
    H1: red, now green (better)
    """

    reference: str
    before: str | None
    after: str | None
    since: SinceLast = field(converter=_as_since)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_text("before", self.before, optional=True)
        check_text("after", self.after, optional=True)

    def __str__(self) -> str:
        before, after = self.before or "not rated", self.after or "not rated"
        return f"{self.reference}: {before}, now {after} ({self.since.value.replace('_', ' ')})"


def levels_since(
    older: Assessment, newer: Assessment, judgement: str = "rating"
) -> tuple[LevelChange, ...]:
    """Return what became of each item's level since the last report, in this report's order.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> row = ScorecardRow(homes, [Observation(q1, 9), Observation(q2, 45)], [Target(45)])
    >>> card = Scorecard("Homes", [row])
    >>> last, this = assess(card, MAIDSTONE, period=q1), assess(card, MAIDSTONE, period=q2)
    >>> [str(each) for each in levels_since(last, this)]
    ['H1: red, now green (better)']

    Items that were dropped come last. A level that the other report's scale does not have counts
    as better or worse by its place on this report's scale, or else as newly rated.
    """
    scale = newer.rules.scale_of(judgement).keys
    before = {each.reference: each.standing_result(judgement) for each in older.rows}
    after = {each.reference: each.standing_result(judgement) for each in newer.rows}
    changes = [
        _change(reference, before.get(reference), result, scale)
        for reference, result in after.items()
    ]
    dropped = [
        LevelChange(reference, result.level, None, SinceLast.DROPPED)
        for reference, result in before.items()
        if reference not in after
    ]
    return (*changes, *dropped)


def _change(
    reference: str, before: Result | None, after: Result, scale: tuple[str, ...]
) -> LevelChange:
    if before is None:
        return LevelChange(reference, None, after.level, SinceLast.ADDED)
    return LevelChange(
        reference, before.level, after.level, _since(before.level, after.level, scale)
    )


def _since(before: str | None, after: str | None, scale: tuple[str, ...]) -> SinceLast:
    if before == after:
        return SinceLast.SAME
    if after is None:
        return SinceLast.NO_LONGER_RATED
    if before is None or before not in scale:
        return SinceLast.NEWLY_RATED
    return SinceLast.BETTER if scale.index(after) < scale.index(before) else SinceLast.WORSE
