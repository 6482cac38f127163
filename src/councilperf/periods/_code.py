"""The canonical code of a period: one text for files, which carries its calendar.

    2019-Q2@04   quarter 2 of the year from April 2019
    2019-A1@09   the year; S is a half, T four months, Q a quarter (as in SDMX), P four weeks
    2022-07@04   the month of July 2022
    as_at_2019-09-30@04
    year_to_date_2019-04-01_2019-09-30@04   and so on: the kind with its days

Behind the @ stands the first month of the calendar's year. Spreadsheets leave a code as it is, and
it may be part of a file's name.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.errors import PeriodError
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import month_end, month_number
from councilperf.periods._units import numbered_unit, unit_around

if TYPE_CHECKING:
    from councilperf.periods._period import ReportingPeriod

__all__ = ["decoded", "encoded", "unit_code"]

#: SDMX has no letter for the period of four weeks.
_LETTERS = {
    PeriodKind.YEAR: "A",
    PeriodKind.HALF: "S",
    PeriodKind.FOUR_MONTHS: "T",
    PeriodKind.QUARTER: "Q",
    PeriodKind.FOUR_WEEKS: "P",
}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_CODE = re.compile(
    r"""(?: (?P<year>[0-9]{4})-(?P<letter>[ASTQP])(?P<number>[0-9]{1,2})
          | (?P<month>[0-9]{4}-[0-9]{2})
          | (?P<kind>[a-z_]+)_(?P<start>[0-9-]{10})(?:_(?P<end>[0-9-]{10}))?
        )@(?P<first_month>[0-9]{2})""",
    re.VERBOSE,
)


def encoded(period: ReportingPeriod) -> str:
    """Write the code of a period."""
    body = unit_code(period)
    if body is None:
        body = f"{period.kind}_{period.start}"
        if period.end != period.start:
            body += f"_{period.end}"
    return f"{body}@{period.calendar.first_month:02d}"


def unit_code(period: ReportingPeriod) -> str | None:
    """Write the code of a unit of the year without its calendar; other kinds have none."""
    if period.kind is PeriodKind.MONTH:
        return f"{period.start.year}-{period.start.month:02d}"
    letter = _LETTERS.get(period.kind)
    if letter is None:
        return None
    year, number = unit_around(period.kind, period.start, period.calendar.first_month)
    return f"{year}-{letter}{number}"


def decoded(code: str) -> tuple[PeriodKind, date, date, int]:
    """Return the kind, first day, last day and calendar's first month that a code stands for."""
    check_instance("code", code, str)
    found = _CODE.fullmatch(code)
    if found is None:
        raise PeriodError(code, "a period's code looks like 2019-Q2@04")
    first_month = int(found["first_month"])
    if not 1 <= first_month <= 12:
        raise PeriodError(code, "behind the @ stands the calendar's first month, 01 to 12")
    if found["letter"]:
        kind, year = _KINDS[found["letter"]], int(found["year"])
        return kind, *numbered_unit(kind, year, int(found["number"]), first_month), first_month
    if found["month"]:
        start = _date(code, found["month"] + "-01")
        return PeriodKind.MONTH, start, month_end(month_number(start)), first_month
    start = _date(code, found["start"])
    end = _date(code, found["end"]) if found["end"] else start
    try:
        return PeriodKind(found["kind"]), start, end, first_month
    except ValueError:
        raise PeriodError(code, "no kind of period has this name") from None


def _date(code: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError(code, f"there is no date {text!r}") from None
