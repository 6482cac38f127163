"""The wide scorecard that councils keep, read from CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_text
from councilperf.formats._csv._text_sheet import read_text_sheet
from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._problems import Problem, Reading
from councilperf.formats._sheet._columns import find_header, header_score
from councilperf.formats._sheet._scorecard_sheet import read_scorecard_sheet
from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from councilperf.model import Scorecard
    from councilperf.periods import Calendar

__all__ = ["read_scorecard_csv"]


def read_scorecard_csv(
    content: bytes | str,
    *,
    title: str | None = None,
    council: str | None = None,
    source: str | None = None,
    period: ReportingPeriod | str | None = None,
    calendar: Calendar | None = None,
    year: int | None = None,
    limits: Limits = LIMITS,
) -> Reading[Scorecard]:
    r"""Read a scorecard from CSV: one row an indicator, one column a period.

    >>> card = "Ref,Measure,Good is,Q1 2019-20,Target\nH1,Homes,High,42,45\n"
    >>> read_scorecard_csv(card).value["H1"].observations[0].value
    Decimal('42')
    >>> print(read_scorecard_csv("Measure,Q1 2019-20\nHomes,lots\n").problems[0])
    row 2, column B 'Q1 2019-20': 'lots': it is no number, and no word that is known for a missing
    one; write a number, or for none a mark such as [x] no data, [c] suppressed, N/A

    Columns stand in any order under their usual names. UTF-8, UTF-16 with its mark and
    Windows-1252 are read; cells are separated by commas, semicolons, tabs or bars. *period* is for
    a column of figures whose header names none ("Actual"), *year* for headers such as "Q1" where
    no other header states the year, by the year it starts in. What was assumed is in the notes.

    Everything that is wrong with the file comes back as problems; mistakes in the other arguments
    raise `FieldTypeError`, `FieldValueError` or `PeriodError`.
    """
    check_text("title", title, optional=True)
    check_text("council", council, optional=True)
    check_text("source", source, optional=True)
    check_instance("limits", limits, Limits)
    given = ReportingPeriod.parse(period) if isinstance(period, str) else period
    check_instance("period", given, ReportingPeriod, optional=True)
    sheet = read_text_sheet(content, limits, header_score)
    if isinstance(sheet, Problem):
        return Reading(None, [sheet])
    notes = list(sheet.notes)
    place = find_header(sheet)
    if place is None:
        remedy = "give a row of headers and a row for each indicator"
        return Reading(None, [Problem("file", "", "it is empty", remedy)], notes)
    return read_scorecard_sheet(
        sheet,
        place,
        notes,
        title=title,
        council=council,
        source=source,
        period=given,
        calendar=calendar,
        year=year,
    )
