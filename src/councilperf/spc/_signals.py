"""The four rules that tell a signal from noise, each a pure function.

They are given figures, or on which side of something each figure lies, and say for each point
1 (a signal on the high side), -1 (on the low side) or 0. `None` stands for a missing figure; it
breaks every pattern, because a pattern across it is not known.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Signal", "outside_limits", "runs", "sides", "trends", "two_in_three"]

Number = TypeVar("Number", int, Decimal, Fraction)


class Signal(StrEnum):
    """What makes a point more than ordinary variation, in the order in which it is looked for.

    >>> Signal.RISING.words, Signal.RISING.side, Signal.RISING.nhsr_label
    ('part of a steady rise', 1, '7 Point Trend (Increasing)')
    """

    words: str
    side: int
    #: What NHSRplotthedots prints for it.
    nhsr_label: str

    def __new__(cls, key: str, side: int, words: str, nhsr_label: str) -> Self:
        """Attach the side (1 high, -1 low) and the words to print."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.side = side
        member.words = words
        member.nhsr_label = nhsr_label
        return member

    ABOVE_LIMIT = "above_limit", 1, "above the upper process limit", "Above UCL"
    BELOW_LIMIT = "below_limit", -1, "below the lower process limit", "Below LCL"
    RISING = "rising", 1, "part of a steady rise", "7 Point Trend (Increasing)"
    FALLING = "falling", -1, "part of a steady fall", "7 Point Trend (Decreasing)"
    NEAR_UPPER = (
        "near_upper",
        1,
        "one of two in three close to the upper process limit",
        "2 in 3 Above CL",
    )
    NEAR_LOWER = (
        "near_lower",
        -1,
        "one of two in three close to the lower process limit",
        "2 in 3 Below CL",
    )
    RUN_ABOVE = "run_above", 1, "part of a run above the mean", "7 Points Above CL"
    RUN_BELOW = "run_below", -1, "part of a run below the mean", "7 Points Below CL"


def sides(values: Sequence[Number | None], low: Number, high: Number) -> list[int]:
    """Return 1 for each figure above *high*, -1 for each below *low*, 0 for others.

    >>> sides([3, 12, None, 7, 8], 7, 7)
    [-1, 1, 0, 0, 1]

    With the mean as both it is the input of `runs`, with the near limits (two thirds of the way
    to the limits) of `two_in_three`.
    """
    return [
        0 if value is None else 1 if value > high else -1 if value < low else 0 for value in values
    ]


def outside_limits(values: Sequence[Number | None], lower: Number, upper: Number) -> list[int]:
    """Return the points outside the process limits; one on a limit is inside.

    >>> outside_limits([1, 5, 9, 10], 2, 9)
    [-1, 0, 0, 1]
    """
    return sides(values, lower, upper)


def trends(
    values: Sequence[Number | None], length: int = 7, *, read_forwards: bool = False
) -> list[int]:
    """Return the points of every steady rise or fall of at least *length* points.

    >>> trends([1, 2, 3, 4, 3], length=4)
    [1, 1, 1, 1, 0]

    Two equal figures end a trend. A point where one trend ends and another begins belongs to the
    one it ends; *read_forwards* takes the direction of the step that follows wherever the next
    point is in any trend, a level step as a fall, which is what NHSRplotthedots does.
    """
    steps: list[int | None] = [
        None if before is None or after is None else (after > before) - (after < before)
        for before, after in pairwise(values)
    ]
    found = [0] * len(values)
    for start, stop, direction in _stretches(steps):
        if direction and stop - start >= length - 1:
            for point in range(start, stop + 1):
                found[point] = found[point] or direction
    return _read_forwards(found, steps) if read_forwards else found


def _read_forwards(found: list[int], steps: list[int | None]) -> list[int]:
    after = [*found[1:], 0]
    return [
        (1 if steps[place] == 1 else -1) if here and after[place] else here
        for place, here in enumerate(found)
    ]


def two_in_three(
    near: Sequence[int], of_mean: Sequence[int] = (), *, third_on_same_side: bool = False
) -> list[int]:
    """Return the points close to a limit that are two in three consecutive ones, on one side.

    >>> two_in_three([1, 0, 1, 0, -1, 1])
    [1, 0, 1, 0, 0, 0]

    *near* says which points are close to a limit, and to which. With *third_on_same_side* all
    three must lie on one side of the mean, as *of_mean* says.
    """
    found = [0] * len(near)
    for start in range(len(near) - 2) if any(near) else ():
        three = near[start : start + 3]
        side = 1 if three.count(1) >= 2 else -1 if three.count(-1) >= 2 else 0
        if side and (not third_on_same_side or {*of_mean[start : start + 3]} == {side}):
            for point, closeness in enumerate(three, start):
                if closeness == side:
                    found[point] = side
    return found


def runs(of_mean: Sequence[int], length: int = 7) -> list[int]:
    """Return the points of every run of at least *length* points on one side of the mean.

    >>> runs([1, 1, 1, 0, 1, -1], length=3)
    [1, 1, 1, 0, 0, 0]

    A point on the mean, or without a figure, ends a run.
    """
    found = [0] * len(of_mean)
    for start, stop, side in _stretches(of_mean):
        if side and stop - start >= length:
            found[start:stop] = [side] * (stop - start)
    return found


def _stretches(values: Sequence[int | None]) -> Iterator[tuple[int, int, int | None]]:
    """Cut into stretches of equal values: the start of each, the start of the next, the value."""
    start = 0
    for value, same in groupby(values):
        stop = start + len(list(same))
        yield start, stop, value
        start = stop
