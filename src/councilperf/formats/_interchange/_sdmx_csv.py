"""A scorecard's figures as SDMX-CSV 2.0."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf._checks import check_instance, check_text
from councilperf.errors import FieldValueError, PeriodError
from councilperf.formats._csv._text import write_csv
from councilperf.formats._csv._tidy_writer import marks_cell
from councilperf.formats._interchange._sdmx_status import to_sdmx_status
from councilperf.formats._leaves import number_text
from councilperf.formats._sheet._defused import defused
from councilperf.model import Answer, Scorecard
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Observation, ScorecardRow
    from councilperf.periods import ReportingPeriod

__all__ = ["write_sdmx_csv"]

_HEADER = (
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "INDICATOR",
    "PERIOD",
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_STATUS",
    "CONF_STATUS",
    "UNIT_MEASURE",
    "REPORTING_YEAR_START_DAY",
    "UK_SHORTHAND",
    "TITLE",
    "COMMENT_OBS",
)
_STRUCTURE = re.compile(
    r"[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_@$-]+\([0-9]+(?:\.[0-9]+)*\)", re.ASCII
)


def write_sdmx_csv(
    scorecard: Scorecard, *, structure: str = "COUNCILPERF:SCORECARD(1.0)"
) -> bytes:
    """Write the figures of a scorecard as SDMX-CSV 2.0: an observation a row.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> homes = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, "42.50")])
    >>> print(write_sdmx_csv(Scorecard("Planning", [homes])).decode().splitlines()[1])
    dataflow,COUNCILPERF:SCORECARD(1.0),I,H1,2019-Q2@04,2019-Q2,42.50,A,F,number,--04-01,,Homes,

    *structure* is the dataflow that says what the columns are, as AGENCY:ID(VERSION): dimensions
    INDICATOR, PERIOD (this library's code, which is unique) and TIME_PERIOD, the measure
    OBS_VALUE, and attributes. Status and confidentiality are by `to_sdmx_status`; what they lose
    stands under UK_SHORTHAND and COMMENT_OBS. Targets, benchmarks, stated levels, commentary and
    the other facts of indicators are left out.

    Raises `FieldValueError` for a *structure* of another shape.
    """
    check_instance("scorecard", scorecard, Scorecard)
    check_text("structure", structure)
    if _STRUCTURE.fullmatch(structure) is None:
        raise FieldValueError("structure", structure, "AGENCY:ID(VERSION), such as CITY:KPI(1.0)")
    lines = (line for row in scorecard.rows for line in _lines(row, structure))
    # RFC 4180 ends lines with CRLF; a byte order mark would become part of the first header.
    return write_csv([_HEADER, *lines], excel=True).removeprefix(b"\xef\xbb\xbf")


def _lines(row: ScorecardRow, structure: str) -> Iterator[tuple[str, ...]]:
    indicator = row.indicator
    for each in row.observations:
        made = to_sdmx_status(each)
        yield (
            "dataflow",
            structure,
            "I",
            defused(indicator.reference),
            each.period.code,
            _time_period(each.period),
            _value(each),
            made.status.value,
            made.confidentiality.value,
            defused(indicator.unit.name),
            each.period.calendar.year_start,
            _shorthand(each),
            defused(indicator.title),
            defused(each.note or ""),
        )


def _value(observation: Observation) -> str:
    value = observation.value
    if isinstance(value, Missing):
        return ""
    if isinstance(value, Decimal):
        return number_text(value)
    return value.value if isinstance(value, Answer) else value.isoformat()


def _shorthand(observation: Observation) -> str:
    """Write all marks, and why a figure is missing, as UK shorthand or in words."""
    value = observation.value
    missing = ""
    if isinstance(value, Missing):
        reason = value.reason.shorthand or f"[{value.reason.words}]"
        missing = f"{reason} {value.note}".strip()
    return defused(" ".join(filter(None, (marks_cell(observation.marks), missing))))


def _time_period(period: ReportingPeriod) -> str:
    """Write a period as SDMX has it: by its name where SDMX has one, else by its days."""
    try:
        return period.format("sdmx")
    except PeriodError:
        return f"{period.start.isoformat()}/P{period.days}D"
