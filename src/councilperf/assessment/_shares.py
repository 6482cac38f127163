"""Shares: headlines counted over an assessment, each on its own base, and rated like a figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance, check_whole
from councilperf._display import Displayed
from councilperf.assessment._facts import holds
from councilperf.assessment._figures import GivenFigures
from councilperf.assessment._item import AssessedItem
from councilperf.assessment._judge import judge
from councilperf.assessment._resolve import resolve
from councilperf.errors import UnknownNameError
from councilperf.model import PERCENT, Polarity
from councilperf.rules import FigureKind, Share
from councilperf.values import Absence, Missing, round_to

if TYPE_CHECKING:
    from decimal import Decimal

    from councilperf.assessment._assess import Assessment
    from councilperf.assessment._rating import Rating

__all__ = ["MeasuredShare", "measure_share", "rate_share"]


@final
@frozen
class MeasuredShare(Displayed):
    """A share with its counts.

    >>> from councilperf.rules import Is
    >>> print(MeasuredShare(Share("on target", Is("rating", "green")), members=16, base=38))
    on target: 42% (16 of 38)
    """

    share: Share
    members: int
    base: int

    def __attrs_post_init__(self) -> None:
        check_instance("share", self.share, Share)
        check_whole("base", self.base, 0, 10**12)
        check_whole("members", self.members, 0, self.base)

    @property
    def percentage(self) -> Fraction | None:
        """The exact percentage, or `None` where the base has no members."""
        return Fraction(100 * self.members, self.base) if self.base else None

    @property
    def shown(self) -> Decimal | None:
        """The percentage as the share rounds it, or `None` where the base has no members."""
        exact = self.percentage
        if exact is None:
            return None
        return round_to(exact, self.share.decimals, self.share.rounding)

    def __str__(self) -> str:
        return f"{self.share.name}: {self._printed()} ({self.members} of {self.base})"

    def _printed(self) -> str:
        exact = self.percentage
        if exact is None:
            return "no percentage"
        if self.share.says_less_than_one and 0 < exact < 1:
            return "less than 1%"
        return f"{self.shown}%"


def measure_share(assessment: Assessment, share: Share | str) -> MeasuredShare:
    """Count a share over the rows of an assessment: one of its rules' own, by name, or any.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.rules import Is
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 45)], [Target(45)])])
    >>> print(measure_share(assess(card, MAIDSTONE), Share("met", Is("rating", "green"))))
    met: 100% (1 of 1)

    Raises `UnknownNameError` for a name that the rule set has no share of.
    """
    if isinstance(share, str):
        share = _named(share, assessment)
    items = [AssessedItem.of(row, assessment) for row in assessment.rows]
    base = [each for each in items if share.over is None or holds(share.over, each)]
    return MeasuredShare(share, sum(holds(share.of, each) for each in base), len(base))


def rate_share(assessment: Assessment, name: str) -> Rating:
    """Rate a share by the rule that judges it.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow
    >>> from councilperf import Target, assess
    >>> from councilperf.presets import EAST_SUSSEX
    >>> year = ReportingPeriod.financial_year(2019)
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> card = Scorecard("Homes", [ScorecardRow(homes, [Observation(year, 45)], [Target(45)])])
    >>> print(rate_share(assess(card, EAST_SUSSEX), "green").reason)
    Met: 100% is 20 points above 80%.

    Raises `UnknownNameError` where the rule set has no such share or no rule that judges it.
    """
    rules = {
        each.judges.of: each
        for each in assessment.rules.rules
        if each.judges.kind is FigureKind.SHARE
    }
    if name not in rules:
        raise UnknownNameError("judged share", name, tuple(str(each) for each in rules))
    percentage = measure_share(assessment, name).percentage
    key = resolve(rules[name], GivenFigures(), Polarity.HIGHER, PERCENT)
    return judge(Missing(Absence.NO_DATA) if percentage is None else percentage, key)


def _named(name: str, assessment: Assessment) -> Share:
    for each in assessment.rules.shares:
        if each.name == name:
            return each
    known = tuple(each.name for each in assessment.rules.shares)
    raise UnknownNameError("share", name, known)
