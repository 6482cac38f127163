"""Assessing one row: which rule serves it, what that rule gives, and whose level stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance
from councilperf._display import Summarised
from councilperf.assessment._axis import RankedLevel
from councilperf.assessment._context import chart_beside, verdicts_beside
from councilperf.assessment._facts import Facts, holds
from councilperf.assessment._judge import judge
from councilperf.assessment._key import Key
from councilperf.assessment._pending_key import PendingKey
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._quick import QuickRule, plain_figures, quick_rule
from councilperf.assessment._rating import Rating
from councilperf.assessment._resolve import resolve
from councilperf.assessment._row_figures import RowFigures
from councilperf.assessment._stated_result import StatedResult, find_statement
from councilperf.assessment._travel import Travel, compare, moved
from councilperf.benchmarking import BenchmarkVerdict
from councilperf.errors import UnknownNameError
from councilperf.model import Polarity, Range, ScorecardRow, Target, Voice
from councilperf.rules import FigureKind, Rule, RuleSet
from councilperf.spc import XmrChart
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from councilperf.assessment._context import Context
    from councilperf.model import Indicator
    from councilperf.periods import ReportingPeriod

__all__ = ["AssessedRow", "Result", "assess_row", "make_ready"]

#: What a judgement may give: a level by a rule, how a figure moved, or a level that people gave.
Result: TypeAlias = Rating | Travel | StatedResult
_RESULTS = (Rating, Travel, StatedResult)


@final
@frozen(repr=False)
class AssessedRow(Summarised):
    """One indicator with a result for each judgement that the rules make, in their order.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, Target, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> homes = Indicator("H1", "Affordable homes delivered", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Homes", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> [row] = assess(card, MAIDSTONE).rows
    >>> row.rating.level, [each.judgement for each in row.results]
    ('amber', ['rating', 'short trend', 'long trend'])

    *results* are computed, or given where people judge; *standing* are those that count, which
    differ where somebody decided otherwise. *benchmarks* and *chart* are what the row is seen
    beside, where `assess` was asked for that: none of it takes part in a result.
    """

    row: ScorecardRow
    results: tuple[Result, ...] = field(converter=as_tuple)
    standing: tuple[Result, ...] = field(converter=as_tuple)
    benchmarks: tuple[BenchmarkVerdict, ...] = field(default=(), converter=as_tuple, kw_only=True)
    chart: XmrChart | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("row", self.row, ScorecardRow)
        check_each("results", self.results, _RESULTS)
        if self.standing is not self.results:
            check_each("standing", self.standing, _RESULTS)
        # Most rows have neither, and there may be a hundred thousand rows.
        if self.benchmarks or self.chart is not None:
            check_each("benchmarks", self.benchmarks, BenchmarkVerdict)
            check_instance("chart", self.chart, XmrChart, optional=True)

    def _summary(self) -> str:
        results = (f"{each.judgement} {each.label.lower()}" for each in self.results)
        return f"{self.reference}: {', '.join(results)}"

    @property
    def indicator(self) -> Indicator:
        """What the row measures."""
        return self.row.indicator

    @property
    def reference(self) -> str:
        """The indicator's reference."""
        return self.row.indicator.reference

    def result(self, name: str) -> Result:
        """Return the result of one judgement: "rating", "travel", or what the rules call it.

        Raises `UnknownNameError` with the judgements that there are.
        """
        return _named(name, self.results)

    def standing_result(self, name: str) -> Result:
        """Return the result that counts for one judgement: an override before what is computed.

        Raises `UnknownNameError` with the judgements that there are.
        """
        return _named(name, self.standing)

    def benchmark(self, name: str) -> BenchmarkVerdict:
        """Return the verdict against one benchmark that was asked for.

        Raises `UnknownNameError` with those that were.
        """
        for verdict in self.benchmarks:
            if verdict.name == name:
                return verdict
        raise UnknownNameError("benchmark", name, tuple(each.name for each in self.benchmarks))

    @property
    def rating(self) -> Rating | None:
        """The first result that says how the figure stands, or `None` where there is none."""
        return next((each for each in self.results if isinstance(each, Rating)), None)

    @property
    def travel(self) -> Travel | None:
        """The first result that says how the figure moved, or `None` where there is none."""
        return next((each for each in self.results if isinstance(each, Travel)), None)


def _named(name: str, results: tuple[Result, ...]) -> Result:
    for result in results:
        if result.judgement == name:
            return result
    raise UnknownNameError("judgement", name, tuple(each.judgement for each in results))


def assess_row(
    row: ScorecardRow,
    rules: RuleSet,
    around: PeriodsAround,
    made_ready: MadeReady | None = None,
    context: Context | None = None,
) -> AssessedRow:
    """Rate and compare one row by every judgement that the rules make."""
    assessor = _Assessor(row, rules)
    plain = plain_figures(row, around)
    results = tuple(
        (quick and plain and assessor.quick_result(quick, *plain, around))
        or assessor.result(name, around)
        for name, quick in made_ready or make_ready(rules, around)
    )
    standing = (
        tuple(assessor.standing(each, around) for each in results) if row.stated else results
    )
    if context is None:
        return AssessedRow(row, results, standing)
    return AssessedRow(
        row,
        results,
        standing,
        benchmarks=verdicts_beside(row, around.period, context),
        chart=chart_beside(row, around.period, context),
    )


# Kept by themselves: to look a member up on its enum costs more than to compare it.
_HIGHER, _LOWER = Polarity.HIGHER, Polarity.LOWER

#: Each judgement with its rule made ready for plain cases, where it has such a rule.
MadeReady: TypeAlias = "tuple[tuple[str, QuickRule | None], ...]"


def make_ready(rules: RuleSet, around: PeriodsAround) -> MadeReady:
    """Do once for all rows what does not change from row to row."""
    if not rules.validity.covers(around.period):
        return tuple((name, None) for name in rules.judgements)
    ready: list[tuple[str, QuickRule | None]] = []
    for name in rules.judgements:
        first = rules.rules_for(name)[0]
        ready.append((name, None if first.serves else quick_rule(first)))
    return tuple(ready)


@final
@frozen
class _Assessor:
    """A row and the rules that it is judged by."""

    row: ScorecardRow
    rules: RuleSet

    def result(self, judgement: str, around: PeriodsAround) -> Result:
        candidates = self.rules.rules_for(judgement)
        rule = next((each for each in candidates if self._serves(each, around)), None)
        if rule is None:
            return self._unrated(candidates[0], Absence.NO_RULE)
        if not self.rules.validity.covers(around.period):
            return self._unrated(rule, Absence.OUTSIDE_VALIDITY)
        if rule.judged:
            given = find_statement(self.row, judgement, Voice.GIVEN, around.period)
            return StatedResult(rule, given)
        indicator = self.row.indicator
        source = RowFigures(self.row, around, rule.judges, self)
        key = resolve(rule, source, indicator.polarity, indicator.unit)
        found = source.look_up(rule.judges)
        value = Missing(Absence.NOT_COMPARABLE) if isinstance(found, Range | Target) else found
        return compare(value, key, source) if rule.scale.travel else judge(value, key)

    def quick_result(
        self,
        quick: QuickRule,
        value: Decimal,
        bases: Mapping[FigureKind, object],
        around: PeriodsAround,
    ) -> Result | None:
        indicator = self.row.indicator
        polarity = indicator.polarity
        higher = polarity is _HIGHER
        base = bases.get(quick.figure.kind)
        if not (type(base) is Decimal and base > 0 and (higher or polarity is _LOWER)):
            return None
        decided = quick.decide(value, base, higher=higher, tolerance=indicator.tolerance)
        if decided is None:
            return None
        pending = PendingKey(quick.rule, self.row, around, self)
        rating = Rating(value, pending, decided)
        return moved(base, rating) if quick.rule.scale.travel else rating

    def _serves(self, rule: Rule, around: PeriodsAround) -> bool:
        return rule.serves is None or holds(rule.serves, Facts(self.row, around))

    def _unrated(self, rule: Rule, reason: Absence) -> Rating | Travel:
        missing = Missing(reason)
        key = Key(rule, None, unit=self.row.indicator.unit, missing=(missing,))
        rating = Rating(missing, key, None, (missing,))
        return Travel(missing, missing, rating) if rule.scale.travel else rating

    def standing(self, result: Result, around: PeriodsAround) -> Result:
        for voice in self.rules.voices:
            if voice is Voice.COMPUTED:
                return result
            said = find_statement(self.row, result.judgement, voice, around.period)
            if said is not None:
                return StatedResult(result.rule, said)
        return result

    def level(self, judgement: str, period: ReportingPeriod) -> RankedLevel | Missing:
        around = PeriodsAround(period)
        result = self.standing(self.result(judgement, around), around)
        if result.level is None:
            return result.missing[0]
        return RankedLevel(result.rule.scale, result.level)
