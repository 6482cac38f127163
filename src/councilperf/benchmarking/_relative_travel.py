"""Travel against a comparator: whether an area gains or loses on it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import check_text
from councilperf._typing import Exact
from councilperf.benchmarking._better import (
    Comparison,
    advantage,
    as_polarity,
    better_words,
    check_polarity,
    compared,
    unjudged,
)
from councilperf.benchmarking._verdict import (
    apart,
    as_value,
    check_benchmark,
    gap_between,
    named_figure,
)
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Range
from councilperf.values import Missing

if TYPE_CHECKING:
    from fractions import Fraction

    from councilperf._typing import NumberInput
    from councilperf.benchmarking._average import GroupAverage
    from councilperf.model import Benchmark

__all__ = ["RelativeTravel", "travel_against_benchmark"]


@final
@frozen(kw_only=True)
class RelativeTravel:
    """Whether an area gains on a comparator: both figures now, and both before.

    >>> from councilperf.model import Benchmark
    >>> gaining = travel_against_benchmark(
    ...     14, Benchmark("England", 10), previous=18, previous_benchmark=Benchmark("England", 12),
    ...     polarity="lower",
    ... )
    >>> gaining.comparison
    <Comparison.BETTER: 'better'>
    >>> print(gaining.reason)
    Gaining on England: 6 above it before and 4 above it now; lower is better.

    A falling figure may still lose on a comparator that falls faster.
    """

    name: str
    value: Decimal | Missing = field(converter=as_value)
    benchmark: Exact | Missing
    previous: Decimal | Missing = field(converter=as_value)
    previous_benchmark: Exact | Missing
    polarity: Polarity | Missing = field(converter=as_polarity)
    best_range: Range | None = None

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_benchmark("benchmark", self.benchmark)
        check_benchmark("previous_benchmark", self.previous_benchmark)
        check_polarity(self.polarity, self.best_range)

    @property
    def gap(self) -> Exact | Missing:
        """How far above the comparator the figure now is, below it where negative."""
        return gap_between(self.value, self.benchmark)

    @property
    def previous_gap(self) -> Exact | Missing:
        """How far above the comparator the figure was before, below it where negative."""
        return gap_between(self.previous, self.previous_benchmark)

    @property
    def comparison(self) -> Comparison | Missing:
        """Better where the area gains on the comparator, worse where it loses."""
        now = self._ahead(self.value, self.benchmark)
        before = self._ahead(self.previous, self.previous_benchmark)
        if isinstance(now, Missing):
            return now
        if isinstance(before, Missing):
            return before
        return unjudged(self.polarity) or compared(now - before)

    def _ahead(self, value: Exact | Missing, other: Exact | Missing) -> Fraction | Missing:
        if isinstance(value, Missing):
            return value
        if isinstance(other, Missing):
            return other
        return advantage(value, other, self.polarity, self.best_range)

    @property
    def reason(self) -> str:
        """The verdict with both gaps, in one sentence."""
        comparison, gap, before = self.comparison, self.gap, self.previous_gap
        if isinstance(gap, Missing) or isinstance(before, Missing):
            return f"Whether it gains on {self.name} cannot be said: {comparison}."
        facts = f"{apart(before)} it before and {apart(gap)} it now"
        if isinstance(comparison, Missing):
            return f"Beside {self.name}: {facts}; no view, for {comparison}."
        which = better_words(self.polarity, self.best_range)
        return f"{_OPENINGS[comparison]} {self.name}: {facts}; {which}."


_OPENINGS = {
    Comparison.BETTER: "Gaining on",
    Comparison.SAME: "Keeping pace with",
    Comparison.WORSE: "Losing on",
}


def travel_against_benchmark(
    value: NumberInput | Missing | None,
    benchmark: Benchmark | GroupAverage,
    *,
    previous: NumberInput | Missing | None,
    previous_benchmark: Benchmark | GroupAverage,
    polarity: Polarity | Missing | str,
    best_range: Range | None = None,
) -> RelativeTravel:
    """Return whether a figure gains on a benchmark, given both now and both before.

    >>> from councilperf.model import Benchmark
    >>> travel_against_benchmark(
    ...     5, Benchmark("England", 4), previous=3, previous_benchmark=Benchmark("England", 2),
    ...     polarity="higher",
    ... ).comparison
    <Comparison.SAME: 'same'>

    Both benchmarks must be of one comparator.
    """
    name, figure = named_figure(benchmark)
    earlier_name, earlier = named_figure(previous_benchmark)
    if earlier_name != name:
        raise FieldValueError("previous_benchmark", earlier_name, f"the earlier figure of {name}")
    return RelativeTravel(
        name=name,
        value=value,
        benchmark=figure,
        previous=previous,
        previous_benchmark=earlier,
        polarity=polarity,
        best_range=best_range,
    )
