"""Findings about rules and figures: levels that nothing reaches, and figures that mislead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance, check_text
from councilperf._display import Displayed
from councilperf.assessment._judge import judge
from councilperf.assessment._key import Key, Threshold, is_easier, is_within_reach
from councilperf.assessment._rating import Rating
from councilperf.assessment._travel import Travel
from councilperf.values import round_to

if TYPE_CHECKING:
    from councilperf.assessment._assess import Assessment

__all__ = ["ShownDifferently", "UnreachableLevel", "find_shown_differently", "find_unreachable"]


@final
@frozen
class UnreachableLevel(Displayed):
    """A level that no figure of an item could earn, whatever it was.

    >>> print(UnreachableLevel("H1", "rating", "amber"))
    H1: no figure reaches amber (rating)
    """

    reference: str
    judgement: str
    level: str

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_text("judgement", self.judgement)
        check_text("level", self.level)

    def __str__(self) -> str:
        return f"{self.reference}: no figure reaches {self.level} ({self.judgement})"


def find_unreachable(assessment: Assessment) -> tuple[UnreachableLevel, ...]:
    """Return the levels of each row's rules that no figure of it could earn.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> waits = Indicator("H1", "Complaints upheld", polarity="lower")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Homes", [ScorecardRow(waits, [Observation(q2, 1)], [Target(0)])])
    >>> [str(each) for each in find_unreachable(assess(card, MAIDSTONE))]
    ['H1: no figure reaches amber (rating)']

    A percentage of a target of 0 is 0, so that nothing is left for amber. It is no error: another
    row of the same scorecard may well be amber.
    """
    return tuple(
        UnreachableLevel(row.reference, result.judgement, level)
        for row in assessment.rows
        for result in row.results
        if isinstance(result, Rating | Travel)
        for level in _unreachable(result.key if isinstance(result, Rating) else result.verdict.key)
    )


def _unreachable(key: Key) -> tuple[str, ...]:
    axis = key.axis
    if axis is None:
        return ()
    levels: list[str] = []
    easiest: Threshold | None = None
    for line in key.lines:
        possible = line.possible
        if possible is not None and (
            not is_within_reach(possible, axis)
            or (easiest is not None and not is_easier(possible, easiest, axis))
        ):
            levels.append(line.level)
        elif line.certain is not None:
            easiest = line.certain
    elsewhere = {line.level for line in key.lines if line.level not in levels}
    return tuple(each for each in levels if each not in elsewhere and each != key.rule.otherwise)


@final
@frozen
class ShownDifferently(Displayed):
    """A figure that, as it is shown, would earn another level than it does.

    >>> from councilperf import rate
    >>> from councilperf.presets import MAIDSTONE
    >>> exact, shown = (
    ...     rate(value, target=75, polarity="higher", rules=MAIDSTONE) for value in ("74.96", 75)
    ... )
    >>> print(ShownDifferently("P3", exact, shown))
    P3: shown as 75 it reads as Green, and exactly it is 74.96, which is Amber
    """

    reference: str
    exact: Rating
    shown: Rating

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_instance("exact", self.exact, Rating)
        check_instance("shown", self.shown, Rating)

    def __str__(self) -> str:
        return (
            f"{self.reference}: shown as {self.shown.value} it reads as {self.shown.label}, and "
            f"exactly it is {self.exact.value}, which is {self.exact.label}"
        )


def find_shown_differently(assessment: Assessment, decimals: int) -> tuple[ShownDifferently, ...]:
    """Return the ratings that a reader would dispute, who sees figures with so many decimals.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> appeals = Indicator("P3", "Appeals won", polarity="higher", unit="%")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> rows = [ScorecardRow(appeals, [Observation(q2, "74.96")], [Target(75)])]
    >>> card = Scorecard("Planning", rows)
    >>> [found] = find_shown_differently(assess(card, MAIDSTONE), decimals=1)
    >>> print(found)
    P3: shown as 75.0 it reads as Green, and exactly it is 74.96, which is Amber

    The level stands as it is, by the exact figure; show more decimals, or say so in the paper.
    """
    found: list[ShownDifferently] = []
    for row in assessment.rows:
        for result in row.results:
            if not isinstance(result, Rating) or not isinstance(result.value, Decimal | Fraction):
                continue
            shown = judge(round_to(result.value, decimals), result.key)
            if shown.level != result.level:
                found.append(ShownDifferently(row.reference, result, shown))
    return tuple(found)
