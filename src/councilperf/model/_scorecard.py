"""Scorecards: indicators with their figures, targets and what was published about them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError, UnknownNameError
from councilperf.model._indicator import Indicator
from councilperf.model._observation import Observation
from councilperf.model._stated import StatedLevel
from councilperf.model._target import Target
from councilperf.periods import ReportingPeriod
from councilperf.values import exact_decimal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from councilperf._typing import NumberInput

__all__ = ["Benchmark", "Scorecard", "ScorecardRow"]


def _as_benchmark_value(value: NumberInput) -> Decimal:
    return exact_decimal(value, field="value")


@final
@frozen
class Benchmark:
    """The same indicator elsewhere: England, the region, statistical neighbours.

    >>> Benchmark("England", "82.4").value
    Decimal('82.4')
    """

    group: str
    value: Decimal = field(converter=_as_benchmark_value)
    period: ReportingPeriod | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("group", self.group)
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_text("source", self.source, optional=True)


@final
@frozen(weakref_slot=False)  # so that a reader may fill one field by field
class ScorecardRow(Displayed):
    """One indicator with its figures, its targets, benchmarks, and what was published of it.

    >>> from councilperf.periods import ReportingPeriod
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(Indicator("E1", "Appeals won"), [Observation(q2, "59.09")])
    >>> row.observation(q2).value
    Decimal('59.09')

    No two observations are for one period; *benchmark_text* is a benchmark as printed.
    """

    indicator: Indicator
    observations: tuple[Observation, ...] = field(default=(), converter=as_tuple)
    targets: tuple[Target, ...] = field(default=(), converter=as_tuple)
    benchmarks: tuple[Benchmark, ...] = field(default=(), converter=as_tuple, kw_only=True)
    benchmark_text: str | None = field(default=None, kw_only=True)
    stated: tuple[StatedLevel, ...] = field(default=(), converter=as_tuple, kw_only=True)
    commentary: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("indicator", self.indicator, Indicator)
        check_each("observations", self.observations, Observation)
        check_each("targets", self.targets, Target)
        check_each("benchmarks", self.benchmarks, Benchmark)
        check_each("stated", self.stated, StatedLevel)
        check_text("benchmark_text", self.benchmark_text, optional=True)
        check_text("commentary", self.commentary, optional=True)
        _refuse_repeats("observations", (each.period for each in self.observations))

    @property
    def reference(self) -> str:
        """The indicator's reference."""
        return self.indicator.reference

    def observation(self, period: ReportingPeriod) -> Observation | None:
        """Return the observation for exactly this period, or `None` where there is none.

        >>> from councilperf.periods import ReportingPeriod
        >>> ScorecardRow(Indicator("E1", "Appeals won")).observation(
        ...     ReportingPeriod.quarter(2019, 2)
        ... ) is None
        True
        """
        for each in self.observations:
            if each.period is period or each.period == period:
                return each
        return None


@final
@frozen
class Scorecard(Displayed):
    """Indicators side by side, each under its own reference.

    >>> card = Scorecard("Planning", [ScorecardRow(Indicator("E1", "Appeals won"))])
    >>> card["E1"].indicator.title, len(card.rows)
    ('Appeals won', 1)
    """

    title: str
    rows: tuple[ScorecardRow, ...] = field(converter=as_tuple)
    council: str | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    #: What had to be read into the paper because it does not say.
    assumed: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        check_each("rows", self.rows, ScorecardRow)
        check_text("council", self.council, optional=True)
        check_text("source", self.source, optional=True)
        check_each("assumed", self.assumed, str)
        _refuse_repeats("rows", (each.indicator.reference for each in self.rows))

    def __getitem__(self, reference: str) -> ScorecardRow:
        """Return the row with this reference, or raise `UnknownNameError` with those there are."""
        for row in self.rows:
            if row.indicator.reference == reference:
                return row
        known = tuple(each.indicator.reference for each in self.rows)
        raise UnknownNameError("row", reference, known)

    def periods(self) -> tuple[ReportingPeriod, ...]:
        """Return every period that some row has an observation for, in order.

        >>> Scorecard("Planning", []).periods()
        ()
        """
        return tuple(sorted({each.period for row in self.rows for each in row.observations}))


def _refuse_repeats(field_name: str, keys: Iterable[Hashable]) -> None:
    repeated = [key for key, times in Counter(keys).items() if times > 1]
    if repeated:
        raise FieldValueError(field_name, repeated[0], "each of these once only")
