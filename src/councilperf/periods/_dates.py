"""Lists of dates as papers print them, such as the past meetings among background papers."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.errors import FieldValueError, PeriodError
from councilperf.periods._guards import FIRST_YEAR, LAST_YEAR, LIMITS, check_day
from councilperf.periods._months import ENGLISH_MONTHS
from councilperf.periods._words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["format_dates", "parse_dates"]

#: What stands between dates; a comma after a weekday or before a year is part of one.
_BETWEEN = re.compile(r"[;&]|\band\b|(?<!day),(?!\s*+(?:[0-9]{4}\b|$))", re.IGNORECASE)
#: One date of the list, whose month or year may stand with a later one.
_DATE = re.compile(
    r"""\s*+(?:(?P<weekday>[a-z]{3,9}),?\s++)??(?:the\s++)?+
        (?P<day>[0-9]{1,2})\s*+(?:(?:st|nd|rd|th)\b\s*+)?+(?:of\s++)?+
        (?P<month>[^\W\d_]++)?+[.,\s]*+(?P<year>[0-9]{4})?+[.,\s]*+""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def parse_dates(text: str) -> tuple[date, ...]:
    """Read a list of dates in its order; a month or year holds for the days before it too.

    >>> [str(each) for each in parse_dates("3 and 10 November 2020 and 2 February 2021")]
    ['2020-11-03', '2020-11-10', '2021-02-02']

    Raises `PeriodError` for what is no such list, for a date that does not exist or is not on its
    weekday, and for days that share a year out of order, since one may be of another year; a list
    of three or more that runs backwards throughout is in order.
    """
    check_instance("text", text, str)
    dates: list[date] = []
    unclear: list[str] = []
    month = year = None
    for printed in reversed([each for each in _BETWEEN.split(text) if each.strip()]):
        found = _DATE.fullmatch(printed)
        if found is None:
            raise _no_list(text, printed)
        if found["month"]:
            month = MONTHS.get(found["month"].lower())
            if month is None:
                raise _no_list(text, found["month"])
        if found["year"]:
            year = int(found["year"])
        if month is None or year is None:
            missing = "month" if month is None else "year"
            raise PeriodError(text, f"{printed.strip()!r} has no {missing}, nor any date after it")
        day = _date(text, year, month, int(found["day"]))
        if not found["year"] and day > dates[-1]:
            unclear.append(f"{day} stands before {dates[-1]}")
        _check_weekday(text, found["weekday"], day)
        dates.append(day)
    if not dates:
        raise _no_list(text, text)
    if unclear and not _run_backwards(dates):
        raise PeriodError(
            text, f"{unclear[0]}, so that its year is unclear; print the year of each"
        )
    return tuple(reversed(dates))


def _run_backwards(dates: list[date]) -> bool:
    """Say whether dates, the last printed first, were printed from the latest to the earliest."""
    return len(dates) > 2 and all(one < other for one, other in pairwise(dates))


def _no_list(text: str, part: str) -> PeriodError:
    problem = "a list of dates looks like '3 and 10 May 2021'"
    return PeriodError(text, problem, not_understood=part.strip())


def _date(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR + 1:
        raise PeriodError(text, LIMITS)
    try:
        return date(year, month, day)
    except ValueError:
        problem = f"there is no {day} {ENGLISH_MONTHS[month - 1]} {year}"
        raise PeriodError(text, problem) from None


def _check_weekday(text: str, printed: str | None, day: date) -> None:
    """Refuse a weekday that the date contradicts."""
    weekday = _WEEKDAYS[day.weekday()]
    if printed is not None and not weekday.startswith(printed.lower()):
        raise PeriodError(text, f"{day} was a {weekday.title()}", not_understood=printed)


def format_dates(dates: Iterable[date]) -> str:
    """Print dates in their order, each year once where it can be.

    >>> format_dates([date(2020, 9, 23), date(2020, 11, 19), date(2021, 2, 3)])
    '23 September and 19 November 2020 and 3 February 2021'

    `parse_dates` reads it back.
    """
    groups: list[list[date]] = []
    for day in dates:
        check_day("dates", day)
        if groups and groups[-1][-1] <= day and groups[-1][-1].year == day.year:
            groups[-1].append(day)
        else:
            groups.append([day])
    if not groups:
        raise FieldValueError("dates", (), "at least one date")
    return _listed(
        [_listed([_day(day) for day in group]) + f" {group[0].year}" for group in groups]
    )


def _day(day: date) -> str:
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}"


def _listed(items: list[str]) -> str:
    """Join with commas and a last "and"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
