"""Edges: a figure moved worse or better by an allowance, itself included or not."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import evolve, field, frozen

from councilperf._checks import as_member, as_tuple, check_each, check_flag, check_instance
from councilperf.errors import FieldValueError
from councilperf.rules._allowance import Allowance, OwnTolerance, UnstatedAllowance, as_allowance
from councilperf.rules._figure import Figure, FigureKind
from councilperf.rules._repr import repr_member
from councilperf.values import exact_decimal

if TYPE_CHECKING:
    from councilperf._typing import NumberInput
    from councilperf.model import Tolerance

__all__ = [
    "ANNUAL_TARGET",
    "BEST_POSSIBLE",
    "FLOOR",
    "LAST_REPORTED",
    "OWN_TOLERANCE",
    "PERIOD_TARGET",
    "PREVIOUS_PERIOD",
    "PREVIOUS_YEAR_END",
    "PROFILED_TARGET",
    "SAME_PERIOD_LAST_YEAR",
    "STRETCH",
    "TARGET",
    "UNSTATED",
    "VALUE",
    "YEAR_TO_DATE_TARGET",
    "AllOf",
    "AnyOf",
    "Edge",
    "Reach",
    "Side",
    "all_of",
    "any_of",
    "benchmark",
    "constant",
]


class Side(StrEnum):
    """To which side of its figure an edge is moved.

    >>> Side("worse")
    <Side.WORSE: 'worse'>
    """

    WORSE = "worse"
    BETTER = "better"


def _as_optional_side(value: Side | str | None) -> Side | None:
    return None if value is None else as_member("side", value, Side)


def _as_optional_allowance(
    value: Allowance | Tolerance | NumberInput | None,
) -> Allowance | None:
    return None if value is None else as_allowance(value)


@final
@frozen
class Edge:
    """Where a level begins: reached by what is at least as good.

    >>> print(TARGET.worse_by("10%"))
    the target worse by 10%
    >>> print(PREVIOUS_PERIOD.better_by("10%").beyond())
    beyond the previous period better by 10%

    An edge that is not *included* is reached only by what is better than it.
    """

    figure: Figure
    side: Side | None = field(default=None, converter=_as_optional_side, repr=repr_member)
    by: Allowance | None = field(default=None, converter=_as_optional_allowance)
    included: bool = field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("figure", self.figure, Figure)
        check_flag("included", self.included)
        if (self.side is None) != (self.by is None):
            raise FieldValueError(
                "side", self.side, "a side together with an allowance, or neither"
            )

    def worse_by(self, allowance: Allowance | Tolerance | NumberInput) -> Edge:
        """Return the edge that lies this much to the worse side of the figure.

        >>> TARGET.worse_by("10%").by
        Percentage('10')
        """
        return evolve(self, side=Side.WORSE, by=as_allowance(allowance))

    def better_by(self, allowance: Allowance | Tolerance | NumberInput) -> Edge:
        """Return the edge that lies this much to the better side of the figure.

        >>> print(TARGET.better_by("5%"))
        the target better by 5%
        """
        return evolve(self, side=Side.BETTER, by=as_allowance(allowance))

    def beyond(self) -> Edge:
        """Return the same edge left out: only what is better than it reaches it.

        >>> PREVIOUS_PERIOD.beyond().included
        False
        """
        return evolve(self, included=False)

    def __str__(self) -> str:
        moved = "" if self.side is None else f" {self.side.value} by {self.by}"
        return f"{'' if self.included else 'beyond '}{self.figure}{moved}"


@final
@frozen
class AnyOf:
    """Several edges of which one is enough.

    >>> print(any_of(TARGET, benchmark("England")))
    the target or the benchmark for England
    """

    parts: tuple[Reach, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        _check_parts(self.parts)

    def __str__(self) -> str:
        return " or ".join(str(each) for each in self.parts)


@final
@frozen
class AllOf:
    """Several edges that must all be reached.

    >>> print(all_of(TARGET, SAME_PERIOD_LAST_YEAR))
    the target and the same period last year
    """

    parts: tuple[Reach, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        _check_parts(self.parts)

    def __str__(self) -> str:
        return " and ".join(str(each) for each in self.parts)


#: What a line may ask to be reached.
Reach: TypeAlias = Edge | AnyOf | AllOf


def _check_parts(parts: tuple[Reach, ...]) -> None:
    check_each("parts", parts, (Edge, AnyOf, AllOf))
    if len(parts) < 2:
        raise FieldValueError("parts", parts, "two edges or more")


def any_of(*parts: Reach) -> AnyOf:
    """Return edges of which one is enough.

    >>> any_of(TARGET, SAME_PERIOD_LAST_YEAR) == AnyOf([TARGET, SAME_PERIOD_LAST_YEAR])
    True
    """
    return AnyOf(parts)


def all_of(*parts: Reach) -> AllOf:
    """Return edges that must all be reached.

    >>> all_of(TARGET, SAME_PERIOD_LAST_YEAR) == AllOf([TARGET, SAME_PERIOD_LAST_YEAR])
    True
    """
    return AllOf(parts)


def benchmark(group: str) -> Edge:
    """Return the edge at a benchmark: "England", "statistical neighbours", ….

    >>> print(benchmark("England"))
    the benchmark for England

    Of a row with several for the group it is the one for the period that is assessed, else one
    for no period in particular, else the latest that was over by then.
    """
    return Edge(Figure(FigureKind.BENCHMARK, group))


def constant(number: NumberInput) -> Edge:
    """Return the edge at a number that the rule itself states.

    >>> print(constant(80))
    80
    """
    return Edge(Figure(FigureKind.CONSTANT, exact_decimal(number, field="number")))


VALUE = Figure(FigureKind.VALUE)

TARGET = Edge(Figure(FigureKind.TARGET))
ANNUAL_TARGET = Edge(Figure(FigureKind.ANNUAL_TARGET))
PERIOD_TARGET = Edge(Figure(FigureKind.PERIOD_TARGET))
PROFILED_TARGET = Edge(Figure(FigureKind.PROFILED_TARGET))
YEAR_TO_DATE_TARGET = Edge(Figure(FigureKind.YEAR_TO_DATE_TARGET))
FLOOR = Edge(Figure(FigureKind.FLOOR))
STRETCH = Edge(Figure(FigureKind.STRETCH))
BEST_POSSIBLE = Edge(Figure(FigureKind.BEST_POSSIBLE))
PREVIOUS_PERIOD = Edge(Figure(FigureKind.PREVIOUS_PERIOD))
SAME_PERIOD_LAST_YEAR = Edge(Figure(FigureKind.SAME_PERIOD_LAST_YEAR))
PREVIOUS_YEAR_END = Edge(Figure(FigureKind.PREVIOUS_YEAR_END))
LAST_REPORTED = Edge(Figure(FigureKind.LAST_REPORTED))

OWN_TOLERANCE = OwnTolerance()
UNSTATED = UnstatedAllowance()
