"""Ways of ranking and of cutting into quarters, named and versioned, as plain data."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import as_member, as_tuple, check_each, check_flag, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.rules import Correction

__all__ = [
    "COUNCILPERF_BENCHMARK_1",
    "LAIT_APRIL_2026",
    "BenchmarkRules",
    "QuantileMethod",
    "QuartileEdge",
    "Ties",
    "as_ties",
]


class Ties(StrEnum):
    """Which rank areas with equal figures are given.

    With 9, 7, 7 and 5, the highest best: `COMPETITION` 1, 2, 2, 4; `MODIFIED` 1, 3, 3, 4;
    `DENSE` 1, 2, 2, 3; `FRACTIONAL` 1, 2.5, 2.5, 4; `ORDINAL` 1, 2, 3, 4, those tied in the
    order of their names.

    >>> Ties("competition")
    <Ties.COMPETITION: 'competition'>
    """

    COMPETITION = "competition"
    MODIFIED = "modified"
    DENSE = "dense"
    FRACTIONAL = "fractional"
    ORDINAL = "ordinal"


class QuantileMethod(StrEnum):
    """Where between the sorted figures a quartile lies, when it falls between two.

    `INCLUSIVE` is R's type 7 (Excel's QUARTILE.INC, the default of numpy and pandas), `EXCLUSIVE`
    type 6 (QUARTILE.EXC, Python's `statistics`), `MEDIAN_UNBIASED` type 8; `NEAREST_RANK` (type 1)
    is always a figure that is there.

    >>> QuantileMethod("inclusive")
    <QuantileMethod.INCLUSIVE: 'inclusive'>
    """

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"
    MEDIAN_UNBIASED = "median_unbiased"
    NEAREST_RANK = "nearest_rank"


class QuartileEdge(StrEnum):
    """Which quarter a figure belongs to that lies exactly on a quartile.

    `BETTER` and `WORSE` go by polarity, so that turning it over turns the quarters over. With
    `LOWER_QUARTER` (each quarter holds its upper edge) and `UPPER_QUARTER` it goes by the number:
    good luck for one polarity and bad luck for the other.

    >>> QuartileEdge("better")
    <QuartileEdge.BETTER: 'better'>
    """

    BETTER = "better"
    WORSE = "worse"
    LOWER_QUARTER = "lower_quarter"
    UPPER_QUARTER = "upper_quarter"


def as_ties(value: Ties | str) -> Ties:
    """Read by its word which rank equal figures are given."""
    return as_member("ties", value, Ties)


def _as_quantile_method(value: QuantileMethod | str) -> QuantileMethod:
    return as_member("quantile_method", value, QuantileMethod)


def _as_quartile_edge(value: QuartileEdge | str) -> QuartileEdge:
    return as_member("quartile_edge", value, QuartileEdge)


@final
@frozen(kw_only=True)
class BenchmarkRules(Displayed):
    """One way of ranking areas, cutting them into quarters and telling where they are going.

    >>> LAIT_APRIL_2026.band_names, LAIT_APRIL_2026.quartile_edge
    (('A', 'B', 'C', 'D'), <QuartileEdge.LOWER_QUARTER: 'lower_quarter'>)
    """

    name: str
    ties: Ties = field(default=Ties.COMPETITION, converter=as_ties)
    quantile_method: QuantileMethod = field(
        default=QuantileMethod.INCLUSIVE, converter=_as_quantile_method
    )
    quartile_edge: QuartileEdge = field(default=QuartileEdge.BETTER, converter=_as_quartile_edge)
    #: What the four quarters are called, best first.
    band_names: tuple[str, ...] = field(converter=as_tuple)
    #: Whether the previous figure must be for the period just before, or is the last there is.
    consecutive_periods: bool = True
    #: In what it departs from others, and why; the rule set says it, its `repr` does not.
    corrections: tuple[Correction, ...] = field(default=(), converter=as_tuple, repr=False)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_each("band_names", self.band_names, str)
        if len(set(self.band_names)) != 4:
            raise FieldValueError("band_names", self.band_names, "four names, best first")
        check_flag("consecutive_periods", self.consecutive_periods)
        check_each("corrections", self.corrections, Correction)


#: What DfE's Local Authority Interactive Tool did in April 2026.
LAIT_APRIL_2026 = BenchmarkRules(
    name="LAIT, April 2026",
    quartile_edge=QuartileEdge.LOWER_QUARTER,
    band_names=("A", "B", "C", "D"),
    consecutive_periods=False,
)

#: Ours: the same ranks and quartiles, the same for higher and lower is better.
COUNCILPERF_BENCHMARK_1 = BenchmarkRules(
    name="councilperf benchmarking 1",
    band_names=("top quarter", "second quarter", "third quarter", "bottom quarter"),
    corrections=(
        Correction(
            "a figure exactly on a quartile",
            "it falls into the better band where lower is better, the worse where higher is",
            "it falls into the better one for both",
            "rating the shortfall of a rate must not differ from rating the rate",
        ),
        Correction(
            "change from the previous year",
            "it is the change from the previous row, whatever year that is for",
            "the previous figure must be for the period just before",
            "two years' movement is not one year's",
        ),
    ),
)
