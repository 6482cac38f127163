"""Quartiles: the three figures that cut a group into quarters, and the quarter of each area."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_member, check_instance
from councilperf._display import Displayed
from councilperf.benchmarking._better import as_polarity, check_polarity, unjudged
from councilperf.benchmarking._group_figures import GroupFigures, as_group_figures, with_reasons
from councilperf.benchmarking._rank import distances
from councilperf.benchmarking._rules import (
    COUNCILPERF_BENCHMARK_1,
    BenchmarkRules,
    QuantileMethod,
    QuartileEdge,
)
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Range
from councilperf.values import Absence, Missing, exact_decimal, format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf._typing import NumberInput
    from councilperf.benchmarking._group_figures import FiguresInput
    from councilperf.periods import ReportingPeriod

__all__ = ["Band", "Quartiles", "percentile", "quartile"]

#: A quarter of the group, 1 the best, or why there is none.
Band: TypeAlias = int | Missing

_NO_FIGURE = Missing(Absence.TOO_FEW, note="no figure in the group")


@final
@frozen
class Quartiles(Displayed):
    """A group's quartiles, and which quarter each area is in, 1 the best.

    >>> figures = GroupFigures({"A": 10, "B": 20, "C": 30, "D": 40, "E": 50})
    >>> quarters = Quartiles(figures, "higher")
    >>> [str(each) for each in quarters.thresholds]
    ['10', '20', '30', '40', '50']
    >>> quarters.bands, quarters.name_of("E")
    ((4, 3, 2, 1, 1), 'top quarter')

    *thresholds* are the least figure, the three quartiles and the greatest, as exact fractions;
    for polarity range of the distances from *best_range*. What lies on a quartile goes where the
    rules say. Bands go by figure, so ties can make them unequal. *unbanded* is the reason why a
    group is not cut into quarters, such as a range of figures too small to mean anything.
    """

    figures: GroupFigures = field(converter=as_group_figures)
    polarity: Polarity | Missing = field(converter=as_polarity)
    best_range: Range | None = field(default=None, kw_only=True)
    rules: BenchmarkRules = field(default=COUNCILPERF_BENCHMARK_1, kw_only=True)
    unbanded: Missing | None = field(default=None, kw_only=True)
    thresholds: tuple[Fraction, ...] | Missing = field(init=False, eq=False, repr=False)
    #: In the order of the figures.
    bands: tuple[Band, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_polarity(self.polarity, self.best_range)
        check_instance("rules", self.rules, BenchmarkRules)
        check_instance("unbanded", self.unbanded, Missing, optional=True)
        integers: Sequence[int | None] = self.figures.integers
        scale = self.figures.scale
        if self.polarity is Polarity.RANGE and self.best_range is not None:
            integers, scale = distances(self.figures, self.best_range)
        ordered = sorted([each for each in integers if each is not None])
        cuts = _cuts(ordered, self.rules.quantile_method) if ordered else []
        thresholds = tuple([Fraction(top, bottom * scale) for top, bottom in cuts])
        object.__setattr__(self, "thresholds", thresholds or _NO_FIGURE)
        object.__setattr__(self, "bands", self._cut(integers, cuts[1:4]))

    def _cut(
        self, integers: Sequence[int | None], quartiles: list[tuple[int, int]]
    ) -> tuple[Band, ...]:
        """Return the quarter of each figure."""
        figures = self.figures
        why_not = self.unbanded or unjudged(self.polarity)
        if why_not is not None:
            return with_reasons(figures, [why_not] * len(figures))
        higher = self.polarity is Polarity.HIGHER
        edge = self.rules.quartile_edge
        # An integer is above a quartile where it is above the quartile rounded down, and below it
        # where it is below the quartile rounded up.
        if edge is QuartileEdge.LOWER_QUARTER or edge is (
            QuartileEdge.WORSE if higher else QuartileEdge.BETTER
        ):
            below, cuts = bisect_left, [top // bottom for top, bottom in quartiles]
        else:
            below, cuts = bisect_right, [-(-top // bottom) for top, bottom in quartiles]
        best, step = (4, -1) if higher else (1, 1)
        # A missing figure is put into any quarter here, and given its reason instead.
        bands = [best + step * below(cuts, each or 0) for each in integers]
        return with_reasons(figures, bands)

    def __getitem__(self, area: str) -> Band:
        """Return an area's quarter, 1 the best, or why it has none."""
        return self.bands[self.figures.place_of(area)]

    def name_of(self, area: str) -> str | Missing:
        """Return the name of an area's quarter, or why it has none.

        >>> Quartiles(GroupFigures({"A": 1, "B": 2}), "none").name_of("A")
        Missing('no_polarity')
        """
        band = self[area]
        return band if isinstance(band, Missing) else self.rules.band_names[band - 1]

    def reason(self, area: str) -> str:
        """Return which quarter an area is in and where the quartiles lie, in one sentence.

        >>> Quartiles(GroupFigures({"A": 1, "B": 2, "C": 4}), "lower").reason("A")
        'A is in the top quarter with 1; the quartiles are 1.5, 2 and 3.'
        """
        name, value = self.name_of(area), self.figures[area]
        if isinstance(name, Missing) or isinstance(value, Missing):
            return f"{area} is in no quarter: {name}."
        cuts = () if isinstance(self.thresholds, Missing) else self.thresholds[1:4]
        first, second, third = [format_number(each) for each in cuts]
        held = " of the distance from the range" if self.polarity is Polarity.RANGE else ""
        return (
            f"{area} is in {'the' if ' ' in name else 'band'} {name} with {format_number(value)}; "
            f"the quartiles{held} are {first}, {second} and {third}."
        )


def quartile(
    figures: FiguresInput,
    *,
    polarity: Polarity | Missing | str,
    best_range: Range | None = None,
    rules: BenchmarkRules = COUNCILPERF_BENCHMARK_1,
    unbanded: Missing | None = None,
    period: ReportingPeriod | None = None,
) -> Quartiles:
    """Return a group's quartiles and the quarter of each area.

    >>> quartile({"Halton": 12, "Plymouth": 9}, polarity="lower").name_of("Plymouth")
    'top quarter'
    """
    return Quartiles(
        as_group_figures(figures, period),
        polarity,
        best_range=best_range,
        rules=rules,
        unbanded=unbanded,
    )


def percentile(
    figures: FiguresInput,
    percent: NumberInput,
    *,
    method: QuantileMethod | str = QuantileMethod.INCLUSIVE,
    period: ReportingPeriod | None = None,
) -> Fraction | Missing:
    """Return the figure below which so many per cent of a group lie.

    >>> percentile({"A": 10, "B": 20, "C": 40}, 25)
    Fraction(15, 1)
    """
    share = Fraction(exact_decimal(percent, field="percent")) / 100
    if not 0 <= share <= 1:
        raise FieldValueError("percent", percent, "a percentage from 0 to 100")
    how = as_member("method", method, QuantileMethod)
    group = as_group_figures(figures, period)
    ordered = sorted([each for each in group.integers if each is not None])
    if not ordered:
        return _NO_FIGURE
    top, bottom = _quantile(ordered, share.numerator, share.denominator, how)
    return Fraction(top, bottom * group.scale)


def _cuts(ordered: list[int], method: QuantileMethod) -> list[tuple[int, int]]:
    """Return the least, the three quartiles and the greatest, as numerator and denominator."""
    quartiles = [_quantile(ordered, number, 4, method) for number in (1, 2, 3)]
    return [(ordered[0], 1), *quartiles, (ordered[-1], 1)]


def _quantile(ordered: list[int], share: int, of: int, method: QuantileMethod) -> tuple[int, int]:
    """Return the quantile at share/of, as numerator and denominator."""
    count = len(ordered)
    # The place among the sorted figures, counted from 1, as a numerator over `bottom`.
    if method is QuantileMethod.INCLUSIVE:
        place, bottom = (count - 1) * share + of, of
    elif method is QuantileMethod.EXCLUSIVE:
        place, bottom = (count + 1) * share, of
    elif method is QuantileMethod.MEDIAN_UNBIASED:
        place, bottom = (3 * count + 1) * share + of, 3 * of
    else:
        place, bottom = -(-count * share // of), 1
    whole, rest = divmod(place, bottom)
    if whole < 1:
        return ordered[0], 1
    if whole >= count:
        return ordered[-1], 1
    below, above = ordered[whole - 1], ordered[whole]
    return below * bottom + rest * (above - below), bottom
