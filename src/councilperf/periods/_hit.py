"""Find every period in a running text, with its place."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf._checks import check_instance, check_text, check_whole
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.periods._calendar import Calendar
from councilperf.periods._period import ReportingPeriod

__all__ = ["PeriodHit", "find_all"]

_LONGEST_TEXT = 2**63


@final
@frozen
class PeriodHit:
    """A period found in a text, and where: `text` is what stands from *start* to *end*.

    `period` is None where the text gives no one period; `problem` then says why: no year, or
    facts that contradict each other.

    >>> hit = find_all("performance in Quarter 2 was better")[0]
    >>> hit.text, hit.period, hit.problem
    ('Quarter 2', None, 'it names no year; give year=')
    """

    text: str
    start: int
    end: int
    period: ReportingPeriod | None = None
    problem: str = ""

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)
        check_whole("start", self.start, 0, _LONGEST_TEXT)
        check_whole("end", self.end, self.start, _LONGEST_TEXT)
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_instance("problem", self.problem, str)
        if self.end - self.start != len(self.text):
            raise FieldValueError("end", self.end, "the place behind the text that starts there")
        if (self.period is None) == (not self.problem):
            raise FieldValueError("problem", self.problem, "why there is no period, or a period")

    @property
    def is_complete(self) -> bool:
        """Say whether the text names one period, year included.

        >>> [hit.is_complete for hit in find_all("Q2 2019/20 was better than Q1")]
        [True, False]
        """
        return self.period is not None

    def in_year(self, year: int, *, calendar: Calendar | None = None) -> ReportingPeriod:
        """Return the period of a hit without a year, in the year that starts in *year*.

        >>> find_all("performance in Quarter 2 was better")[0].in_year(2022)
        ReportingPeriod.quarter(2022, 2)

        Raises `PeriodError` where the year is not what was missing.
        """
        return ReportingPeriod.parse(self.text, calendar=calendar, year=year)


def find_all(text: str, *, calendar: Calendar | None = None) -> tuple[PeriodHit, ...]:
    """Return every period that a text names, in the order in which they are printed.

    >>> for hit in find_all("Scorecard - Quarter 2 (2019-20), for the meeting of 25 May 2020"):
    ...     print(hit.start, hit.text, hit.period.end)
    12 Quarter 2 (2019-20) 2019-09-30

    A day counts only after "as at" or "end of"; years of Acts, telephone numbers, money and dates
    of meetings are no periods. A period without its year, or with facts that contradict each
    other, is a hit whose `period` is None. *calendar* is used where the text names none.
    """
    if not isinstance(text, str):
        raise FieldTypeError("text", text, "text")
    check_instance("calendar", calendar, Calendar, optional=True)
    # The grammar is as large as the rest of the room, and few programs search texts.
    from councilperf.periods._find import found_in  # noqa: PLC0415

    return tuple(PeriodHit(*parts) for parts in found_in(text, calendar))
