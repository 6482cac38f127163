"""Parse the text of a period as councils print it; `find_all` finds them in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_whole
from councilperf.errors import FieldTypeError
from councilperf.periods._calendar import Calendar
from councilperf.periods._grammar import scan
from councilperf.periods._reading import read
from councilperf.periods._refusal import Refused, as_error

if TYPE_CHECKING:
    from councilperf.periods._period import ReportingPeriod

__all__ = ["parse"]


def parse(
    text: str, *, calendar: Calendar | None = None, year: int | None = None
) -> ReportingPeriod:
    """Return the one period that a text names, a heading around it included."""
    if not isinstance(text, str):
        raise FieldTypeError("text", text, "text")
    check_instance("calendar", calendar, Calendar, optional=True)
    if year is not None:
        check_whole("year", year, 1900, 2200)
    found = scan(text)
    try:
        return read(text, found, calendar=calendar, year=year)
    except Refused as refused:
        raise as_error(text, found, refused, calendar) from None
