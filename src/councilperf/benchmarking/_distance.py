"""How far from the middle of its group an area lies, in steps of the group's usual distance."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_instance, check_text
from councilperf.benchmarking._average import median_of
from councilperf.benchmarking._group_figures import as_group_figures
from councilperf.values import Absence, Missing, format_number

if TYPE_CHECKING:
    from councilperf.benchmarking._group_figures import FiguresInput
    from councilperf.periods import ReportingPeriod

__all__ = ["MedianDistance", "median_distance"]

_NO_FIGURE = Missing(Absence.TOO_FEW, note="no figure in the group")
_ALONE = Missing(Absence.TOO_FEW, note="one figure in the group")


@final
@frozen
class MedianDistance:
    """How far one area lies from its group's median, in median absolute deviations.

    >>> one = median_distance("D", {"A": 10, "B": 12, "C": 14, "D": 20, "E": 13})
    >>> one.median, one.deviation, one.distance
    (Fraction(13, 1), Fraction(1, 1), Fraction(7, 1))

    *deviation* is the median of all distances from the median (MAD). It is not scaled to look
    like a standard deviation, and unlike one it is not moved by the outlier that it is to find.
    """

    area: str
    value: Decimal | Missing
    median: Fraction | Missing
    deviation: Fraction | Missing

    def __attrs_post_init__(self) -> None:
        check_text("area", self.area)
        check_instance("value", self.value, (Decimal, Missing))
        check_instance("median", self.median, (Fraction, Missing))
        check_instance("deviation", self.deviation, (Fraction, Missing))

    @property
    def distance(self) -> Fraction | Missing:
        """How many deviations above the median, below it where negative, or why none is given."""
        value, median, deviation = self.value, self.median, self.deviation
        if isinstance(value, Missing) or isinstance(median, Missing):
            return next(each for each in (value, median) if isinstance(each, Missing))
        if isinstance(deviation, Missing):
            return deviation
        if not deviation:
            return Missing(Absence.NOT_COMPARABLE, note="most of the group is level")
        return (Fraction(value) - median) / deviation

    @property
    def reason(self) -> str:
        """How far it lies from the median, in one sentence.

        >>> print(median_distance("A", {"A": 5, "B": 5, "C": 9}).reason)
        How far A lies from the median cannot be said: not comparable (most of the group is
        level).
        """
        distance = self.distance
        if isinstance(distance, Missing) or isinstance(self.median, Missing):
            return f"How far {self.area} lies from the median cannot be said: {distance}."
        if not distance:
            return f"{self.area} lies on its group's median of {format_number(self.median)}."
        side = "above" if distance > 0 else "below"
        steps = format_number(abs(distance), decimals=1)
        return (
            f"{self.area} lies {steps} times the group's usual distance {side} its median of "
            f"{format_number(self.median)}."
        )


def median_distance(
    area: str, figures: FiguresInput, *, period: ReportingPeriod | None = None
) -> MedianDistance:
    """Return how far an area lies from the median of its group.

    >>> print(median_distance("D", {"A": 10, "B": 12, "C": 14, "D": 20, "E": 13}).reason)
    D lies 7.0 times the group's usual distance above its median of 13.
    """
    group = as_group_figures(figures, period)
    numbers = [Fraction(value) for _, value in group.known]
    if not numbers:
        return MedianDistance(area, group[area], _NO_FIGURE, _NO_FIGURE)
    median = median_of(numbers)
    if len(numbers) == 1:
        return MedianDistance(area, group[area], median, _ALONE)
    deviation = median_of([abs(each - median) for each in numbers])
    return MedianDistance(area, group[area], median, deviation)
