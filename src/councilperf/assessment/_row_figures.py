"""The figures of a scorecard's row at a period, as a rule asks for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, cast, final

from attrs import frozen

from councilperf.assessment._figures import Found, absent, size_of_range
from councilperf.assessment._find_benchmark import find_benchmark
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._trend import fitted_ends
from councilperf.model import (
    Observation,
    ObservedValue,
    ScorecardRow,
    Target,
    TargetBasis,
    Tolerance,
)
from councilperf.rules import VALUE, Figure, FigureKind
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from councilperf.assessment._axis import RankedLevel
    from councilperf.periods import ReportingPeriod

__all__ = ["LevelSource", "RowFigures"]


class LevelSource(Protocol):
    """Whatever knows the level that a judgement gave at a period."""

    def level(self, judgement: str, period: ReportingPeriod) -> RankedLevel | Missing:
        """Return the level, or why there is none."""
        ...


@final
@frozen
class _NoLevels:
    """A source for rows that nobody has judged."""

    def level(self, judgement: str, period: ReportingPeriod) -> Missing:
        return Missing(Absence.NOT_JUDGED, note=f"{judgement}, {period}")


_NO_LEVELS = _NoLevels()


@final
@frozen
class RowFigures:
    """The figures of one row of a scorecard at one period, for a rule that judges one of them.

    Earlier figures are earlier values of what the rule judges: of the figure for the period, of
    the year to date, or of a level.
    """

    row: ScorecardRow
    around: PeriodsAround
    judges: Figure = VALUE
    levels: LevelSource = _NO_LEVELS

    @property
    def tolerance(self) -> Tolerance | None:
        """The indicator's own tolerance."""
        return self.row.indicator.tolerance

    def look_up(self, figure: Figure) -> Found:
        """Return the figure, or why the row has none."""
        found = _LOOK_UPS[figure.kind](self, figure)
        return absent(figure) if found is None else found

    def _at(self, figure: Figure, around: PeriodsAround) -> ObservedValue | RankedLevel | None:
        """Return what a figure was at a period."""
        if figure.kind is FigureKind.LEVEL:
            return self.levels.level(cast("str", figure.of), around.period)
        if figure.kind is FigureKind.FORECAST:
            return self._value(around.year, forecast=True)
        if figure.kind is FigureKind.YEAR_TO_DATE:
            return self._value(around.year_to_date)
        return self._value(around.period)

    def _value(
        self, period: ReportingPeriod | None, *, forecast: bool = False
    ) -> ObservedValue | None:
        observation = None if period is None else self.row.observation(period)
        if observation is None or (Mark.FORECAST in observation.marks) is not forecast:
            return None
        return observation.value

    def now(self, figure: Figure) -> Found | None:
        return self._at(figure, self.around)

    def target(self, figure: Figure) -> Target | Missing | None:
        bases = _TARGET_BASES.get(figure.kind)
        fitting = [each for each in self.row.targets if bases is None or each.basis is bases]
        by_fit = [(_misfit(each, self.around.period), each) for each in fitting]
        best = min((misfit for misfit, _ in by_fit), default=_NO_FIT)
        if best == _NO_FIT:
            return None
        closest = [each for misfit, each in by_fit if misfit == best]
        if len(closest) > 1:
            return _WHICH_TARGET
        aim = closest[0].aim
        return aim if isinstance(aim, Missing) else closest[0]

    def beside_target(self, figure: Figure) -> Decimal | None:
        target = self.target(_TARGET)
        if not isinstance(target, Target):
            return None
        return target.floor if figure.kind is FigureKind.FLOOR else target.stretch

    def range_size(self, figure: Figure) -> Decimal | None:
        target = self.target(_TARGET)
        return size_of_range(figure, target) if isinstance(target, Target) else None

    def best_possible(self, _: Figure) -> Decimal | None:
        return self.row.indicator.best_possible

    def benchmark(self, figure: Figure) -> Decimal | Missing:
        """Return what a rule that names no year means by a benchmark: the latest known by then."""
        group = cast("str", figure.of)
        found = find_benchmark(self.row, group, self.around.period, other_periods=True)
        return found if isinstance(found, Missing) else found.value

    def earlier(self, figure: Figure) -> Found | None:
        period = self._earlier_period(figure)
        if period is None:
            return None
        found = self._at(self.judges, PeriodsAround(period))
        if isinstance(found, Missing):
            return Missing(Absence.NO_PREVIOUS, note=f"{period}: {found}")
        return self._break_since(period) or found

    def _earlier_period(self, figure: Figure) -> ReportingPeriod | None:
        around = self.around
        if figure.kind is FigureKind.PREVIOUS_PERIOD:
            return around.previous
        if figure.kind is FigureKind.SAME_PERIOD_LAST_YEAR:
            return around.same_last_year
        if figure.kind is FigureKind.PREVIOUS_YEAR_END:
            return around.previous_year
        if figure.kind is FigureKind.PERIODS_BACK:
            return around.back(cast("int", figure.of))
        reported = sorted(
            (each.period for each in self.row.observations if self._is_report(each)), reverse=True
        )
        back = 1 if figure.kind is FigureKind.LAST_REPORTED else cast("int", figure.of)
        return reported[back - 1] if back <= len(reported) else None

    def _is_report(self, observation: Observation) -> bool:
        """Say whether this is an earlier figure of the same kind of period."""
        period = self.around.period
        return (
            observation.period.kind is period.kind
            and observation.period.end < period.end
            and not isinstance(observation.value, Missing)
            and Mark.FORECAST not in observation.marks
        )

    def _break_since(self, earlier: ReportingPeriod) -> Missing | None:
        for each in self.row.observations:
            if (
                Mark.SERIES_BREAK in each.marks
                and earlier.end < each.period.end <= self.around.period.end
            ):
                return Missing(Absence.SERIES_BREAK, note=str(each.period))
        return None

    def trend(self, figure: Figure) -> Found:
        """Return an end of the least-squares line through the last periods."""
        count = cast("int", figure.of)
        first = self.around.back(count - 1)
        values: list[Decimal] = []
        for back in range(count - 1, -1, -1):
            period = self.around.back(back)
            found = None if period is None else self._at(self.judges, PeriodsAround(period))
            if not isinstance(found, Decimal):
                return Missing(Absence.TOO_FEW, note=f"{count} figures in a row are needed")
            values.append(found)
        broken = None if first is None else self._break_since(first)
        if broken is not None:
            return broken
        start, end = fitted_ends(values)
        return start if figure.kind is FigureKind.TREND_START else end

    def constant(self, figure: Figure) -> Decimal:
        return cast("Decimal", figure.of)

    def of_the_whole(self, _: Figure) -> Found | None:
        """Return nothing: a share belongs to all rows together."""


def _misfit(target: Target, period: ReportingPeriod) -> int:
    """Rank how closely a target's period fits: its own period, one around it, any, none."""
    if target.period is None:
        return 2
    if target.period == period:
        return 0
    return 1 if target.period.contains(period) else _NO_FIT


_NO_FIT = 3
_TARGET = Figure(FigureKind.TARGET)
_WHICH_TARGET = Missing(Absence.NO_TARGET, note="several fit; the rule must name which")
_TARGET_BASES = {
    FigureKind.ANNUAL_TARGET: TargetBasis.ANNUAL,
    FigureKind.PERIOD_TARGET: TargetBasis.PERIOD,
    FigureKind.PROFILED_TARGET: TargetBasis.PROFILED,
    FigureKind.YEAR_TO_DATE_TARGET: TargetBasis.YEAR_TO_DATE,
}
_LOOK_UPS: Mapping[FigureKind, Callable[[RowFigures, Figure], Found | None]] = {
    FigureKind.VALUE: RowFigures.now,
    FigureKind.YEAR_TO_DATE: RowFigures.now,
    FigureKind.FORECAST: RowFigures.now,
    FigureKind.LEVEL: RowFigures.now,
    FigureKind.TARGET: RowFigures.target,
    **dict.fromkeys(_TARGET_BASES, RowFigures.target),
    FigureKind.FLOOR: RowFigures.beside_target,
    FigureKind.STRETCH: RowFigures.beside_target,
    FigureKind.RANGE_WIDTH: RowFigures.range_size,
    FigureKind.LARGER_BOUND: RowFigures.range_size,
    FigureKind.BEST_POSSIBLE: RowFigures.best_possible,
    FigureKind.BENCHMARK: RowFigures.benchmark,
    FigureKind.TREND_START: RowFigures.trend,
    FigureKind.TREND_END: RowFigures.trend,
    FigureKind.CONSTANT: RowFigures.constant,
    FigureKind.SHARE: RowFigures.of_the_whole,
} | {
    kind: RowFigures.earlier
    for kind in FigureKind
    if kind.is_earlier and kind is not FigureKind.TREND_START
}
