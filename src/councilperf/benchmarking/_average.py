"""What a comparator group comes to: mean, median, pooled rate."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance
from councilperf._display import Displayed
from councilperf.benchmarking._group import ComparatorGroup
from councilperf.benchmarking._group_figures import as_group_figures
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Benchmark
from councilperf.values import (
    Absence,
    Missing,
    exact_decimal,
    format_number,
    number_or_missing,
    round_to,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from councilperf._typing import NumberInput
    from councilperf.benchmarking._group_figures import AreaFigure, FiguresInput
    from councilperf.periods import ReportingPeriod

__all__ = [
    "AverageMethod",
    "GroupAverage",
    "group_mean",
    "group_median",
    "median_of",
    "pooled_rate",
]


class AverageMethod(StrEnum):
    """What stands for a group: the mean of its figures, their median, or one rate of all parts.

    >>> AverageMethod("pooled").words
    'pooled rate'
    """

    @property
    def words(self) -> str:
        """What a paper prints for it."""
        return "pooled rate" if self is AverageMethod.POOLED else self.value

    MEAN = "mean"
    MEDIAN = "median"
    POOLED = "pooled"


@final
@frozen(kw_only=True)
class GroupAverage(Displayed):
    """One figure for a comparator group, with whom it counts and whom it leaves out.

    >>> three = ComparatorGroup(
    ...     "Our three", ["A", "B", "C"], kind="other", source="ourselves", year=2024
    ... )
    >>> mean = group_mean({"A": 10, "B": 20, "C": None}, three)
    >>> mean.value, mean.counted, mean.left_out
    (Fraction(15, 1), ('A', 'B'), (('C', Missing('no_data')),))
    >>> mean.reason
    'The mean of Our three (ourselves, 2024) is 15, from 2 of 3; left out: C (no data).'

    What is not there is left out and named, never counted as nought.
    """

    group: ComparatorGroup
    method: AverageMethod
    value: Fraction | Missing
    counted: tuple[str, ...] = field(converter=as_tuple)
    left_out: tuple[tuple[str, Missing], ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_instance("group", self.group, ComparatorGroup)
        check_instance("method", self.method, AverageMethod)
        check_instance("value", self.value, (Fraction, Missing))
        check_each("counted", self.counted, str)
        check_each("left_out", self.left_out, tuple)
        told = {*self.counted, *(area for area, _ in self.left_out)}
        if told != set(self.group.members):
            raise FieldValueError(
                "counted", self.counted, "with those left out, each member of the group"
            )

    @property
    def reason(self) -> str:
        """What it is, of whom, and who is missing, in one sentence."""
        out = ", ".join(f"{area} ({reason})" for area, reason in self.left_out)
        left = f"; left out: {out}" if out else ""
        which = f"The {self.method.words} of {self.group}"
        if isinstance(self.value, Missing):
            return f"{which} cannot be said: {self.value}{left}."
        count = f"from {len(self.counted)} of {len(self.group.members)}"
        return f"{which} is {format_number(self.value)}, {count}{left}."

    def as_benchmark(
        self, *, decimals: int, period: ReportingPeriod | None = None
    ) -> Benchmark | Missing:
        """Return it as a scorecard's benchmark, rounded half-up for the page.

        >>> two = ComparatorGroup("Two", ["A", "B"], kind="other", source="ourselves", year=2024)
        >>> group_mean({"A": 10, "B": 15}, two).as_benchmark(decimals=1).value
        Decimal('12.5')
        """
        if isinstance(self.value, Missing):
            return self.value
        shown = round_to(self.value, decimals)
        return Benchmark(
            self.group.name,
            shown,
            period=period,
            source=f"{self.method.words}; {self.group.source}, {self.group.year}",
        )


def group_mean(
    figures: FiguresInput, group: ComparatorGroup, *, period: ReportingPeriod | None = None
) -> GroupAverage:
    """Return the plain mean of the members' figures.

    >>> two = ComparatorGroup("Two", ["A", "B"], kind="other", source="ourselves", year=2024)
    >>> group_mean({"A": 1, "B": 2, "C": 9}, two).value
    Fraction(3, 2)

    Every member weighs the same, however large; `pooled_rate` weighs them by what they count.
    """
    members = _members(figures, group, period)
    numbers = [value for _, value in members if isinstance(value, Decimal)]
    value = sum(map(Fraction, numbers), Fraction()) / len(numbers) if numbers else _NO_FIGURE
    return _average(group, AverageMethod.MEAN, value, members)


def group_median(
    figures: FiguresInput, group: ComparatorGroup, *, period: ReportingPeriod | None = None
) -> GroupAverage:
    """Return the median of the members' figures.

    >>> two = ComparatorGroup("Two", ["A", "B"], kind="other", source="ourselves", year=2024)
    >>> group_median({"A": 1, "B": 2, "C": 9}, two).value
    Fraction(3, 2)
    """
    members = _members(figures, group, period)
    numbers = [Fraction(value) for _, value in members if isinstance(value, Decimal)]
    value = median_of(numbers) if numbers else _NO_FIGURE
    return _average(group, AverageMethod.MEDIAN, value, members)


def pooled_rate(
    parts: Mapping[str, tuple[NumberInput | Missing | None, NumberInput | Missing | None]],
    group: ComparatorGroup,
    *,
    per: NumberInput = 100,
) -> GroupAverage:
    """Return one rate of the members' numerators and denominators together.

    >>> two = ComparatorGroup("Two", ["A", "B"], kind="other", source="ourselves", year=2024)
    >>> pooled_rate({"A": (1, 10), "B": (90, 100)}, two).value
    Fraction(910, 11)

    *per* is 100 for a percentage, 10,000 for a rate per 10,000. A member counts only with both
    parts, and denominators that come to nothing give no rate.
    """
    times = Fraction(exact_decimal(per, field="per"))
    top = bottom = Fraction()
    members: list[AreaFigure] = []
    for area in group.members:
        counts, of = _parts_of(area, parts)
        missing = next((each for each in (counts, of) if isinstance(each, Missing)), None)
        if isinstance(counts, Decimal) and isinstance(of, Decimal):
            top += Fraction(counts)
            bottom += Fraction(of)
        members.append((area, missing or _COUNTED))
    value = times * top / bottom if bottom else Missing(Absence.TOO_FEW, note="nothing counted")
    return _average(group, AverageMethod.POOLED, value, members)


def _parts_of(
    area: str,
    parts: Mapping[str, tuple[NumberInput | Missing | None, NumberInput | Missing | None]],
) -> tuple[Decimal | Missing, Decimal | Missing]:
    try:
        counts, of = parts.get(area, (_NOT_THERE, _NOT_THERE))
    except (TypeError, ValueError):
        raise FieldTypeError("parts", parts[area], "(numerator, denominator) by area") from None
    denominator = number_or_missing(of, field=f"denominator of {area}")
    if isinstance(denominator, Decimal) and denominator < 0:
        raise FieldValueError(f"denominator of {area}", denominator, "0 or more")
    return number_or_missing(counts, field=f"numerator of {area}"), denominator


_COUNTED = Decimal(1)
_NO_FIGURE = Missing(Absence.TOO_FEW, note="no figure in the group")
_NOT_THERE = Missing(Absence.NO_DATA, note="not among the figures")


def _members(
    figures: FiguresInput, group: ComparatorGroup, period: ReportingPeriod | None
) -> list[AreaFigure]:
    """Return the figure of each member, or why it has none."""
    check_instance("group", group, ComparatorGroup)
    by_area = dict(as_group_figures(figures, period).figures)
    return [(member, by_area.get(member, _NOT_THERE)) for member in group.members]


def _average(
    group: ComparatorGroup,
    method: AverageMethod,
    value: Fraction | Missing,
    members: list[AreaFigure],
) -> GroupAverage:
    return GroupAverage(
        group=group,
        method=method,
        value=value,
        counted=[area for area, each in members if isinstance(each, Decimal)],
        left_out=[(area, each) for area, each in members if isinstance(each, Missing)],
    )


def median_of(numbers: list[Fraction]) -> Fraction:
    """Return the middle one, or the mean of the two in the middle."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return (ordered[middle] + ordered[-1 - middle]) / 2
