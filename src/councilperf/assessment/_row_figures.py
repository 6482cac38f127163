"""The figures of a scorecard's row at a period, as a rule asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast, final

from attrs import frozen

from councilperf.assessment._figures import absent
from councilperf.assessment._trend import fitted_ends
from councilperf.errors import PeriodError
from councilperf.model import Observation, ScorecardRow, Target, TargetBasis, Tolerance
from councilperf.periods import ReportingPeriod
from councilperf.rules import Figure, FigureKind
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from councilperf.assessment._figures import Found

__all__ = ["PeriodsAround", "RowFigures"]


@final
@frozen
class PeriodsAround:
    """The periods whose figures a rule may ask for, worked out once for a whole scorecard."""

    period: ReportingPeriod

    @cached_property
    def previous(self) -> ReportingPeriod | None:
        """The period before, or `None` for a kind that has none."""
        return _or_none(self.period.previous)

    @cached_property
    def same_last_year(self) -> ReportingPeriod | None:
        """The same period of the year before, or `None` for a kind that has none."""
        return _or_none(self.period.same_period_last_year)

    @cached_property
    def year(self) -> ReportingPeriod | None:
        """The reporting year that the period ends in."""
        return _or_none(lambda: self.period.year)

    @cached_property
    def previous_year(self) -> ReportingPeriod | None:
        """The reporting year before that."""
        return None if self.year is None else _or_none(self.year.previous)

    @cached_property
    def year_to_date(self) -> ReportingPeriod | None:
        """The year so far, up to the period's last day."""
        return _or_none(self.period.year_to_date)

    @cached_property
    def at_outturn(self) -> bool:
        """Whether the period closes its year, so that its figure is the outturn."""
        return self.year is not None and self.period.end == self.year.end

    def back(self, count: int) -> ReportingPeriod | None:
        """Return the period *count* steps before."""
        return _or_none(lambda: self.period.step(-count))


def _or_none(work_out: Callable[[], ReportingPeriod]) -> ReportingPeriod | None:
    try:
        return work_out()
    except PeriodError:
        return None


@final
@frozen
class RowFigures:
    """The figures of one row of a scorecard, at one period."""

    row: ScorecardRow
    around: PeriodsAround

    @property
    def tolerance(self) -> Tolerance | None:
        """The indicator's own tolerance."""
        return self.row.indicator.tolerance

    def look_up(self, figure: Figure) -> Found:
        """Return the figure, or why the row has none."""
        kind = figure.kind
        if kind is FigureKind.VALUE:
            return self._value(self.around.period)
        if kind is FigureKind.TARGET:
            return self._target(None)
        if kind in _TARGET_BASES:
            return self._target(_TARGET_BASES[kind])
        if kind.is_earlier or kind is FigureKind.TREND_END:
            return self._earlier_or_trend(figure)
        if kind is FigureKind.CONSTANT:
            return cast("Decimal", figure.of)
        return self._rarer(figure)

    def _rarer(self, figure: Figure) -> Found:
        kind = figure.kind
        found: Found | None = None
        if kind is FigureKind.YEAR_TO_DATE:
            found = self._value(self.around.year_to_date)
        elif kind is FigureKind.FORECAST:
            found = self._forecast()
        elif kind in (FigureKind.FLOOR, FigureKind.STRETCH):
            target = self._target(None)
            if isinstance(target, Target):
                found = target.floor if kind is FigureKind.FLOOR else target.stretch
        elif kind is FigureKind.BEST_POSSIBLE:
            found = self.row.indicator.best_possible
        elif kind is FigureKind.BENCHMARK:
            found = next(
                (each.value for each in self.row.benchmarks if each.group == figure.of), None
            )
        return absent(figure) if found is None else found

    def _observation(self, period: ReportingPeriod | None) -> Observation | None:
        return None if period is None else self.row.observation(period)

    def _value(self, period: ReportingPeriod | None) -> Decimal | Missing:
        observation = self._observation(period)
        if observation is None or Mark.FORECAST in observation.marks:
            return _NO_DATA
        return observation.value

    def _forecast(self) -> Decimal | Missing | None:
        observation = self._observation(self.around.year)
        if observation is None or Mark.FORECAST not in observation.marks:
            return None
        return observation.value

    def _target(self, bases: frozenset[TargetBasis] | None) -> Target | Missing:
        period = self.around.period
        best: list[Target] = []
        closest = _FURTHEST
        for each in self.row.targets:
            if bases is not None and each.basis not in bases:
                continue
            distance = _distance(each, period)
            if distance < closest:
                best, closest = [each], distance
            elif distance == closest < _FURTHEST:
                best.append(each)
        if not best:
            return _NO_TARGET
        if len(best) > 1:
            return Missing(
                Absence.NO_TARGET, note="more than one target fits; the rule must name which"
            )
        aim = best[0].aim
        return aim if isinstance(aim, Missing) else best[0]

    def _earlier_or_trend(self, figure: Figure) -> Found:
        kind = figure.kind
        if kind in (FigureKind.TREND_START, FigureKind.TREND_END):
            return self._trend(figure)
        if kind is FigureKind.LAST_REPORTED:
            earlier = self._last_reported()
        elif kind is FigureKind.PREVIOUS_PERIOD:
            earlier = self._observation(self.around.previous)
        elif kind is FigureKind.SAME_PERIOD_LAST_YEAR:
            earlier = self._observation(self.around.same_last_year)
        elif kind is FigureKind.PREVIOUS_YEAR_END:
            earlier = self._observation(self.around.previous_year)
        else:
            earlier = self._observation(self.around.back(cast("int", figure.of)))
        if earlier is None:
            return _NO_PREVIOUS
        if isinstance(earlier.value, Missing):
            return Missing(Absence.NO_PREVIOUS, note=f"{earlier.period}: {earlier.value}")
        return self._break_since(earlier.period) or earlier.value

    def _last_reported(self) -> Observation | None:
        period = self.around.period
        earlier = [
            each
            for each in self.row.observations
            if each.period.kind is period.kind
            and each.period.end < period.end
            and not isinstance(each.value, Missing)
            and Mark.FORECAST not in each.marks
        ]
        return max(earlier, key=lambda each: each.period.end, default=None)

    def _break_since(self, earlier: ReportingPeriod) -> Missing | None:
        for each in self.row.observations:
            if (
                Mark.SERIES_BREAK in each.marks
                and earlier.end < each.period.end <= self.around.period.end
            ):
                return Missing(Absence.SERIES_BREAK, note=str(each.period))
        return None

    def _trend(self, figure: Figure) -> Found:
        """Return an end of the least-squares line through the last periods."""
        count = cast("int", figure.of)
        values: list[Decimal] = []
        for back in range(count - 1, -1, -1):
            value = self._value(self.around.back(back) if back else self.around.period)
            if isinstance(value, Missing):
                return Missing(Absence.TOO_FEW, note=f"{count} periods in a row are needed")
            values.append(value)
        broken = self._break_since(cast("ReportingPeriod", self.around.back(count - 1)))
        if broken is not None:
            return broken
        start, end = fitted_ends(values)
        return start if figure.kind is FigureKind.TREND_START else end


def _distance(target: Target, period: ReportingPeriod) -> int:
    """Rank how closely a target's period fits: its own period, one around it, any, none."""
    if target.period is None:
        return 2
    if target.period == period:
        return 0
    return 1 if target.period.contains(period) else _FURTHEST


_FURTHEST = 3
_NO_DATA = Missing(Absence.NO_DATA)
_NO_TARGET = Missing(Absence.NO_TARGET)
_WHICH_TARGET = Missing(Absence.NO_TARGET, note="several fit; the rule must name which")
_NO_PREVIOUS = Missing(Absence.NO_PREVIOUS)
_TARGET_BASES = {
    FigureKind.ANNUAL_TARGET: frozenset({TargetBasis.ANNUAL}),
    FigureKind.PERIOD_TARGET: frozenset({TargetBasis.PERIOD}),
    FigureKind.PROFILED_TARGET: frozenset({TargetBasis.PROFILED}),
    FigureKind.YEAR_TO_DATE_TARGET: frozenset({TargetBasis.YEAR_TO_DATE}),
}
