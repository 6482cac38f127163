"""Months: their names in English and Welsh, and arithmetic that counts in whole months.

A month is numbered from January of year 0 (`month_number`), so that moving by months is adding.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = [
    "ENGLISH_MONTHS",
    "ONE_DAY",
    "WELSH_MONTHS",
    "is_month_end",
    "month_end",
    "month_number",
    "month_start",
    "moved_by_months",
]

ENGLISH_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WELSH_MONTHS = tuple(
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd "
    "Rhagfyr".split()
)

ONE_DAY = timedelta(days=1)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_number(day: date) -> int:
    """Return the number of the month that a day lies in."""
    return day.year * 12 + day.month - 1


def month_start(number: int) -> date:
    """Return the first day of a month."""
    return date(number // 12, number % 12 + 1, 1)


def month_end(number: int) -> date:
    """Return the last day of a month."""
    year, place = number // 12, number % 12  # half the time of divmod
    return date(year, place + 1, _length(year, place))


def is_month_end(day: date) -> bool:
    """Say whether a day is the last of its month."""
    return day.day >= 28 and day.day == _length(day.year, day.month - 1)


def moved_by_months(day: date, months: int) -> date:
    """Return the day so many months later; a month's last day stays the last.

    A day that the other month does not have becomes its last.
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 (few periods move by days)

    return day + relativedelta(months=months, day=31 if is_month_end(day) else None)


def _length(year: int, place: int) -> int:
    """Return how many days a month has; January stands at place 0."""
    if place == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[place]
