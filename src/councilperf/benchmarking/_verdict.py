"""Benchmark verdicts: better or worse than a comparator, with the reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import check_instance, check_text
from councilperf._display import Displayed
from councilperf._typing import Exact
from councilperf.benchmarking._average import GroupAverage
from councilperf.benchmarking._better import (
    Comparison,
    advantage,
    as_polarity,
    better_words,
    check_polarity,
    compared,
    unjudged,
)
from councilperf.model import Benchmark, Polarity, Range, Tolerance, ToleranceBasis
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing, exact_decimal, format_number, number_or_missing, subtract

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = [
    "BenchmarkVerdict",
    "against_benchmark",
    "apart",
    "as_value",
    "check_benchmark",
    "gap_between",
    "named_figure",
]


def as_value(value: NumberInput | Missing | None) -> Decimal | Missing:
    """Read a figure, or keep the reason why there is none."""
    return number_or_missing(value, field="value")


def check_benchmark(name: str, value: object) -> None:
    """Refuse what is no exact figure and no reason for its absence."""
    check_instance(name, value, (Decimal, Fraction, Missing))
    if isinstance(value, Decimal):
        exact_decimal(value, field=name)


@final
@frozen
class BenchmarkVerdict(Displayed):
    """One figure beside a comparator's, and which is better.

    >>> verdict = against_benchmark("46.8", Benchmark("England", 45), polarity="lower")
    >>> verdict.comparison, verdict.gap
    (<Comparison.WORSE: 'worse'>, Decimal('1.8'))
    >>> print(verdict.reason)
    Worse than England: 46.8 is 1.8 above 45; lower is better.

    *tolerance* says how far apart two figures may be and still be called the same: an amount, or
    a percentage of the comparator's figure. *period* says so where the comparator's figure is for
    another period than the area's own.
    """

    name: str
    value: Decimal | Missing = field(converter=as_value)
    benchmark: Exact | Missing
    polarity: Polarity | Missing = field(converter=as_polarity, kw_only=True)
    best_range: Range | None = field(default=None, kw_only=True)
    tolerance: Tolerance | None = field(default=None, kw_only=True)
    period: ReportingPeriod | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_benchmark("benchmark", self.benchmark)
        check_polarity(self.polarity, self.best_range)
        check_instance("tolerance", self.tolerance, Tolerance, optional=True)
        check_instance("period", self.period, ReportingPeriod, optional=True)

    @property
    def gap(self) -> Exact | Missing:
        """How far the figure is above the comparator's, below it where negative."""
        return gap_between(self.value, self.benchmark)

    @property
    def comparison(self) -> Comparison | Missing:
        """Which is better, or why that cannot be said."""
        value, benchmark, why_not = self.value, self.benchmark, unjudged(self.polarity)
        if isinstance(value, Missing):
            return value
        if isinstance(benchmark, Missing):
            return benchmark
        if why_not is not None:
            return why_not
        ahead = advantage(value, benchmark, self.polarity, self.best_range)
        return compared(ahead, self._allowance(Fraction(benchmark)))

    def _allowance(self, benchmark: Fraction) -> Fraction:
        if self.tolerance is None:
            return Fraction()
        size = Fraction(self.tolerance.size)
        percent = self.tolerance.basis is ToleranceBasis.PERCENT
        return size * abs(benchmark) / 100 if percent else size

    @property
    def named(self) -> str:
        """The comparator, with its period where that is another."""
        return self.name if self.period is None else f"{self.name} for {self.period}"

    @property
    def reason(self) -> str:
        """The verdict with its figures, in one sentence."""
        comparison, gap = self.comparison, self.gap
        if isinstance(gap, Missing) or isinstance(self.value, Missing):
            return f"There is no comparison with {self.named}: {gap}."
        facts = f"{_shown(self.value)} is {apart(gap)} {_shown(self.benchmark)}"
        if isinstance(comparison, Missing):
            return f"Beside {self.named}: {facts}; no view, for {comparison}."
        which = better_words(self.polarity, self.best_range)
        within = f", and within {self.tolerance} is the same" if self.tolerance else ""
        opening = _OPENINGS[comparison]
        return f"{opening} {self.named}: {facts}; {which}{within}."


_OPENINGS = {
    Comparison.BETTER: "Better than",
    Comparison.SAME: "The same as",
    Comparison.WORSE: "Worse than",
}


def gap_between(value: Exact | Missing, other: Exact | Missing) -> Exact | Missing:
    """Return how far a figure is above another, below it where negative, or why none is known."""
    if isinstance(value, Missing):
        return value
    return other if isinstance(other, Missing) else subtract(value, other)


def apart(gap: Exact) -> str:
    """Say how far, and to which side, one figure is from another."""
    if gap == 0:
        return "level with"
    return f"{_shown(abs(Fraction(gap)))} {'above' if gap > 0 else 'below'}"


def _shown(number: Exact | Missing) -> str:
    return str(number) if isinstance(number, Missing) else format_number(number)


def against_benchmark(
    value: NumberInput | Missing | None,
    benchmark: Benchmark | GroupAverage,
    *,
    polarity: Polarity | Missing | str,
    best_range: Range | None = None,
    tolerance: Tolerance | None = None,
) -> BenchmarkVerdict:
    """Return how a figure compares with a benchmark, or with what a group comes to.

    >>> against_benchmark(12, Benchmark("the region", 12), polarity="higher").comparison
    <Comparison.SAME: 'same'>
    """
    name, figure = named_figure(benchmark)
    return BenchmarkVerdict(
        name, value, figure, polarity=polarity, best_range=best_range, tolerance=tolerance
    )


def named_figure(benchmark: Benchmark | GroupAverage) -> tuple[str, Exact | Missing]:
    """Return what a comparator is called, and its figure."""
    if isinstance(benchmark, GroupAverage):
        return f"the {benchmark.method.words} of {benchmark.group.name}", benchmark.value
    check_instance("benchmark", benchmark, Benchmark)
    return benchmark.group, benchmark.value
