"""What an indicator is seen beside: the same figure elsewhere, and its own past."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from councilperf._checks import (
    as_tuple,
    check_each,
    check_flag,
    check_instance,
    check_text,
    check_whole,
)
from councilperf._display import Displayed
from councilperf.assessment._comparable import comparable_observations
from councilperf.assessment._find_benchmark import find_benchmark
from councilperf.assessment._find_figure import find_figure
from councilperf.benchmarking import BenchmarkVerdict
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Range, Target, Tolerance
from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET, VALUE
from councilperf.spc import Rebase, XmrChart, XmrRules
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.assessment._figures import Found
    from councilperf.model import ScorecardRow

__all__ = ["Context", "IndicatorRebase", "chart_beside", "verdicts_beside"]


@final
@frozen
class IndicatorRebase:
    """A period from which one indicator's limits are drawn anew, and why.

    >>> at = ReportingPeriod.quarter(2019, 1)
    >>> IndicatorRebase("CSC5", at, "one front door for all referrals").reason
    'one front door for all referrals'
    """

    reference: str
    at: ReportingPeriod
    reason: str

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_instance("at", self.at, ReportingPeriod)
        check_text("reason", self.reason)


def _as_names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else as_tuple(names)


@final
@frozen(kw_only=True)
class Context(Displayed):
    """What every row of an assessment is seen beside, as `assess` is asked for it.

    >>> from councilperf.spc import COUNCILPERF_XMR_1
    >>> Context(benchmarks=["England", "North West"], spc=COUNCILPERF_XMR_1).benchmarks
    ('England', 'North West')

    *benchmarks* are groups that the scorecard's rows have figures of; one name may stand alone.
    *tolerance* is how far apart two figures may be and still be called the same. *spc* are the
    rules of the control charts, *baseline* how many points at the start of each their limits rest
    on, *rebases* where limits are drawn anew.

    Raises `FieldValueError` for a context of nothing, and for what belongs to the other half.
    """

    benchmarks: tuple[str, ...] = field(default=(), converter=_as_names)
    tolerance: Tolerance | None = None
    #: Whether a benchmark for another period stands in where there is none for the one assessed.
    other_periods: bool = False
    spc: XmrRules | None = None
    baseline: int | None = None
    rebases: tuple[IndicatorRebase, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for name in self.benchmarks:
            check_text("benchmarks", name)
        if len(set(self.benchmarks)) < len(self.benchmarks):
            raise FieldValueError("benchmarks", self.benchmarks, "each group once")
        check_instance("tolerance", self.tolerance, Tolerance, optional=True)
        check_flag("other_periods", self.other_periods)
        check_instance("spc", self.spc, XmrRules, optional=True)
        check_each("rebases", self.rebases, IndicatorRebase)
        if not self.benchmarks and self.spc is None:
            raise FieldValueError("benchmarks", (), "the name of a group, or spc= rules")
        for name in () if self.benchmarks else ("tolerance", "other_periods"):
            if getattr(self, name):
                raise FieldValueError(name, getattr(self, name), "benchmarks= beside it")
        for name in () if self.spc else ("baseline", "rebases"):
            if getattr(self, name):
                raise FieldValueError(name, getattr(self, name), "spc= rules beside it")
        if self.spc is not None and self.baseline is not None:
            check_whole("baseline", self.baseline, self.spc.fewest_baseline_points, 10**6)


#: Why limits are drawn anew from a figure that is marked so.
_BREAK = "break in the series"
_NO_NUMBER = Missing(Absence.NOT_COMPARABLE, note="it is no number")
_NO_RANGE = Missing(Absence.NO_TARGET, note="no range to be inside of")


def verdicts_beside(
    row: ScorecardRow, period: ReportingPeriod, context: Context
) -> tuple[BenchmarkVerdict, ...]:
    """Hold a row's figure against each benchmark that is asked for."""
    if not context.benchmarks:
        return ()
    polarity, best_range = row.indicator.polarity, None
    if polarity is Polarity.RANGE:
        aim = _aim(row, period)
        if isinstance(aim, Range):
            best_range = aim
        else:
            polarity = _NO_RANGE
    value = _number(find_figure(row, VALUE, period))
    verdicts: list[BenchmarkVerdict] = []
    for name in context.benchmarks:
        found = find_benchmark(row, name, period, other_periods=context.other_periods)
        figure, at = (found, None) if isinstance(found, Missing) else (found.value, found.period)
        verdicts.append(
            BenchmarkVerdict(
                name,
                value,
                figure,
                polarity=polarity,
                best_range=best_range,
                tolerance=context.tolerance,
                period=None if at == period else at,
            )
        )
    return tuple(verdicts)


def _number(found: Found) -> Decimal | Missing:
    return found if isinstance(found, Decimal | Missing) else _NO_NUMBER


def _aim(row: ScorecardRow, period: ReportingPeriod) -> Decimal | Range | Missing:
    """Return what a chart is held against: a number or a range, or why there is neither."""
    found = find_figure(row, TARGET, period)
    aim = found.aim if isinstance(found, Target) else found
    return aim if isinstance(aim, Decimal | Range | Missing) else _NO_NUMBER


def chart_beside(row: ScorecardRow, period: ReportingPeriod, context: Context) -> XmrChart | None:
    """Draw the chart of a row's figures up to a period, if charts are asked for."""
    rules = context.spc
    if rules is None:
        return None
    indicator = row.indicator
    points = _points(row, period)
    aim = _aim(row, period)
    if indicator.polarity is Polarity.RANGE and isinstance(aim, Decimal):
        aim = _NO_RANGE
    found = find_figure(row, TARGET, period)
    if isinstance(found, Target) and found.strict:
        # To be beaten: a limit that only reaches it does not.
        rules = evolve(rules, limit_on_target_meets_it=False)
    try:
        return XmrChart(
            points,
            polarity=indicator.polarity,
            target=aim,
            baseline=context.baseline,
            rebases=tuple(_rebases(row, [when for when, _ in points], context)),
            rules=rules,
        )
    except FieldValueError as error:
        named = f"{error.field} of {indicator.reference}"
        raise FieldValueError(named, error.value, error.allowed) from None


def _points(
    row: ScorecardRow, period: ReportingPeriod
) -> list[tuple[ReportingPeriod, Decimal | Missing]]:
    """Return the figures up to a period that compare with it; it is there even without one."""
    found: dict[ReportingPeriod, Decimal | Missing] = {period: Missing(Absence.NO_DATA)}
    for each in comparable_observations(row, period):
        found[each.period] = _number(each.value)
    return sorted(found.items())


def _rebases(
    row: ScorecardRow, periods: list[ReportingPeriod], context: Context
) -> Iterator[Rebase]:
    """Yield the rebases that are asked for, and one for each break in the series."""
    latest = periods[-1]
    asked = {
        each.at: each.reason
        for each in context.rebases
        # One that lies ahead is not known yet; one of another kind is of another series.
        if each.reference == row.indicator.reference
        and each.at <= latest
        and each.at.comparable(latest)
    }
    for at, reason in asked.items():
        yield Rebase(at, reason)
    for each in row.observations:
        if Mark.SERIES_BREAK in each.marks:
            after = next((at for at in periods if at.end >= each.period.end), None)
            if after is not None and after not in {periods[0], *asked}:
                asked[after] = _BREAK
                yield Rebase(after, _BREAK)
