"""Gaps in time: places where a point would be expected and none is there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf._checks import check_whole
from councilperf.spc._point import When, check_when, last_day

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Gap", "find_gaps"]

_ONE_DAY = dt.timedelta(days=1)


@final
@frozen
class Gap:
    """Two neighbouring points that lie further apart than the others do.

    >>> Gap(dt.date(2020, 2, 1), dt.date(2020, 5, 1), 2).missed
    2
    """

    after: When
    before: When
    #: How many points one would have expected between them.
    missed: int

    def __attrs_post_init__(self) -> None:
        check_when("after", self.after)
        check_when("before", self.before)
        check_whole("missed", self.missed, 1, 10**6)


def find_gaps(whens: Sequence[When]) -> tuple[Gap, ...]:
    """Return where a series skips what its own rhythm leads to expect.

    The rhythm is the commonest step, the shortest of several: in months where every point is on
    one day of the month or a month's end, else in days, weekends left out where no point is on
    one. Only a whole step more counts as missed.
    """
    days = [last_day(each) for each in whens]
    places = _months(days) or _weekdays(days) or [each.toordinal() for each in days]
    steps = [after - before for before, after in pairwise(places)]
    if not steps:
        return ()
    times = Counter(steps)
    usual = min(steps, key=lambda step: (-times[step], step))
    return tuple(
        Gap(after, before, step // usual - 1)
        for (after, before), step in zip(pairwise(whens), steps, strict=True)
        if step >= 2 * usual
    )


def _months(days: list[dt.date]) -> list[int]:
    """Return the days' months as numbers, if each is on one day of its month, or at its end."""
    alike = len({day.day for day in days}) == 1 or all(
        (day + _ONE_DAY).month != day.month for day in days
    )
    return [day.year * 12 + day.month for day in days] if alike else []


def _weekdays(days: list[dt.date]) -> list[int]:
    """Return the days as numbers that skip weekends, if none is on one."""
    if any(day.weekday() > 4 for day in days):
        return []
    # Day 1 was a Monday.
    weeks = [divmod(day.toordinal() - 1, 7) for day in days]
    return [week * 5 + weekday for week, weekday in weeks]
