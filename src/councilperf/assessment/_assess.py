"""Assessing a scorecard: every indicator rated and compared by a council's rules."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance
from councilperf._display import Summarised
from councilperf.assessment._assess_row import AssessedRow, assess_row, make_ready
from councilperf.assessment._context import Context
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._tally import Tally, tally
from councilperf.errors import FieldValueError, UnknownNameError
from councilperf.model import Scorecard
from councilperf.periods import ReportingPeriod
from councilperf.rules import RuleSet
from councilperf.values import Missing

__all__ = ["Assessment", "assess", "latest_period"]


@final
@frozen(repr=False)
class Assessment(Summarised):
    """A scorecard rated and compared at one period, with everything that it follows from.

    >>> from councilperf import Indicator, Observation, ScorecardRow, Target
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Homes", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> assessment = assess(card, MAIDSTONE)
    >>> assessment["H1"].rating.level, assessment.tally("rating").total
    ('amber', 1)
    >>> assessment.assumed[0]
    'Q2 2019-20 is assessed: the latest period with a figure'

    *assumed* lists what neither the scorecard nor the rules state and had to be read into them.
    """

    scorecard: Scorecard
    rules: RuleSet
    period: ReportingPeriod
    rows: tuple[AssessedRow, ...] = field(converter=as_tuple)
    assumed: tuple[str, ...] = field(default=(), converter=as_tuple)
    #: What the rows are seen beside, where that was asked for.
    context: Context | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("scorecard", self.scorecard, Scorecard)
        check_instance("rules", self.rules, RuleSet)
        check_instance("period", self.period, ReportingPeriod)
        check_each("rows", self.rows, AssessedRow)
        check_each("assumed", self.assumed, str)
        check_instance("context", self.context, Context, optional=True)

    def _summary(self) -> str:
        title, count = self.scorecard.title, len(self.rows)
        return f"{title!r}, {self.period}: {count} by the rules of {self.rules.name}"

    def __getitem__(self, reference: str) -> AssessedRow:
        """Return the row with this reference, or raise `UnknownNameError` with those there are."""
        for row in self.rows:
            if row.reference == reference:
                return row
        raise UnknownNameError("row", reference, tuple(each.reference for each in self.rows))

    def tally(self, judgement: str) -> Tally:
        """Count the rows by one judgement: "rating", "travel", or what the rules call it.

        Raises `UnknownNameError` with the judgements that the rules make.
        """
        scale = self.rules.scale_of(judgement)
        place = self.rules.judgements.index(judgement)
        return tally([each.standing[place] for each in self.rows], scale)


def assess(
    scorecard: Scorecard,
    rules: RuleSet,
    *,
    period: ReportingPeriod | str | None = None,
    context: Context | None = None,
) -> Assessment:
    """Rate and compare every row of a scorecard by a council's rules, at one period.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, Target
    >>> from councilperf.presets import MAIDSTONE
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> assessment = assess(card, MAIDSTONE, period="Q2 2019-20")
    >>> print(assessment["H1"].result("rating").reason)
    Amber: 42 is 3 below the target of 45; green would need 45 or more.
    >>> assessment.tally("rating")["amber"]
    1

    Without a period the latest one that has a figure is taken, which is noted as assumed. A
    *context* asks for what each row is to be seen beside: benchmarks, and a control chart of its
    figures up to the period.

    >>> from councilperf import Benchmark, Context
    >>> england = ScorecardRow(homes, [Observation(q2, 42)], benchmarks=[Benchmark("England", 40)])
    >>> seen = assess(Scorecard("Planning", [england]), MAIDSTONE,
    ...     context=Context(benchmarks="England"))
    >>> print(seen["H1"].benchmark("England").reason)
    Better than England: 42 is 2 above 40; higher is better.

    Raises `PeriodError` for a period that cannot be read, `FieldValueError` where no period is
    given and no row has a figure, and for a rebase at which its indicator has no figure, and
    `UnknownNameError` for a rebase of an indicator that is not there.
    """
    check_instance("scorecard", scorecard, Scorecard)
    check_instance("rules", rules, RuleSet)
    check_instance("context", context, Context, optional=True)
    for each in () if context is None else context.rebases:
        scorecard[each.reference]
    assumed = (*scorecard.assumed, *rules.assumed)
    if period is None:
        at = latest_period(scorecard)
        assumed = (f"{at} is assessed: the latest period with a figure", *assumed)
    else:
        at = ReportingPeriod.parse(period) if isinstance(period, str) else period
    around = PeriodsAround(at)
    made_ready = make_ready(rules, around)
    rows = tuple(assess_row(row, rules, around, made_ready, context) for row in scorecard.rows)
    return Assessment(scorecard, rules, at, rows, assumed, context=context)


def latest_period(scorecard: Scorecard) -> ReportingPeriod:
    """Return the latest period that some row has a figure for.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q1, 45), Observation(q2, None)])
    >>> latest_period(Scorecard("Planning", [row])) == q1
    True

    Raises `FieldValueError` where no row has a figure.
    """
    periods = {
        each.period
        for row in scorecard.rows
        for each in row.observations
        if not isinstance(each.value, Missing)
    }
    if not periods:
        raise FieldValueError("period", None, "a period: no row of the scorecard has a figure")
    return max(periods, key=lambda each: (each.end, each))
