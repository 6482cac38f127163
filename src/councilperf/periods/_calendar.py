"""Reporting calendars as values: in which month a year begins."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf._checks import check_whole
from councilperf.periods._months import ENGLISH_MONTHS

__all__ = ["ACADEMIC", "CALENDAR_YEAR", "FINANCIAL", "NAMED_CALENDARS", "Calendar"]


@final
@frozen(repr=False)
class Calendar:
    """The month on whose first day the reporting year begins.

    >>> Calendar(4) == FINANCIAL, str(ACADEMIC), str(Calendar(7))
    (True, 'academic', 'July to June')

    A calendar is a value that every period carries, never a setting: two live side by side, and
    nothing can move a period after it was made. A council's "municipal year" is `FINANCIAL`.
    """

    first_month: int

    def __attrs_post_init__(self) -> None:
        check_whole("first_month", self.first_month, 1, 12)

    @property
    def year_start(self) -> str:
        """The first day of its years as SDMX writes it, in REPORTING_YEAR_START_DAY.

        >>> FINANCIAL.year_start
        '--04-01'
        """
        return f"--{self.first_month:02d}-01"

    def __str__(self) -> str:
        first = ENGLISH_MONTHS[self.first_month - 1]
        last = ENGLISH_MONTHS[self.first_month - 2]
        return _NAMES.get(self.first_month, f"{first} to {last}")

    def __repr__(self) -> str:
        return _CONSTANTS.get(self.first_month, f"Calendar({self.first_month})")


_NAMES = {1: "calendar", 4: "financial", 9: "academic"}
_CONSTANTS = {1: "CALENDAR_YEAR", 4: "FINANCIAL", 9: "ACADEMIC"}

#: Years from 1 April, as councils account for them.
FINANCIAL = Calendar(4)
#: School years, from 1 September.
ACADEMIC = Calendar(9)
#: Years from 1 January.
CALENDAR_YEAR = Calendar(1)
#: Those that have a word of their own.
NAMED_CALENDARS = frozenset({FINANCIAL, ACADEMIC, CALENDAR_YEAR})
