"""The periods around one that is assessed, whose figures rules may ask for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf.errors import PeriodError
from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PeriodsAround"]


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
        return _or_none(self.period.year)

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
