"""The columns of a scorecard's sheet: which is which, and for which period each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from councilperf._checks import as_tuple
from councilperf.errors import PeriodError
from councilperf.formats._problems import Problem, shortened
from councilperf.formats._sheet._column_words import ColumnKind, header_key
from councilperf.formats._sheet._grid import column_letters, place_of, row_of
from councilperf.formats._sheet._headings import Heading, understand
from councilperf.periods import Calendar, PeriodKind, ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.formats._sheet._grid import Sheet

__all__ = ["Column", "Columns", "find_header", "header_score", "named", "recognise"]

_HEADER_ROWS = 20
#: How many cells of a row are looked at to tell whether it is the row of headers.
_TELLING = 500


@final
@frozen
class Column:
    """A column that is understood; *place* counts from 0."""

    place: int
    header: str
    heading: Heading
    period: ReportingPeriod | None = None

    @property
    def kind(self) -> ColumnKind:
        """What its cells say."""
        return self.heading.kind


@final
@frozen
class Columns:
    """All columns of a sheet that are understood, with the problems and notes about the rest."""

    columns: tuple[Column, ...] = field(converter=as_tuple)
    problems: tuple[Problem, ...] = field(converter=as_tuple)
    notes: tuple[str, ...] = field(converter=as_tuple)
    #: The name of the workbook's sheet that they are in.
    sheet: str = ""

    def only(self, kind: ColumnKind) -> Column | None:
        """Return the one column of a kind that a sheet has once, if it has it."""
        return next((each for each in self.columns if each.kind is kind), None)

    def every(self, kind: ColumnKind) -> tuple[Column, ...]:
        """Return the columns of a kind, in their order."""
        return tuple(each for each in self.columns if each.kind is kind)


def header_score(row: Sequence[str]) -> int:
    """Say how many headers of a row are understood."""
    return sum(understand(each) is not None for each in row[:_TELLING])


def find_header(sheet: Sheet) -> int | None:
    """Return the place of the row of headers, or `None` where every row is blank.

    It is the first row that names the indicators beside something else; failing that, the first
    row with anything in two cells.
    """
    fallback: int | None = None
    for place, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        filled = sum(bool(each.strip()) for each in row)
        if filled > 1 and fallback is None:
            fallback = place
        headings = (understand(each) for each in row[:_TELLING])
        kinds = {found.kind for found in headings if found is not None}
        if ColumnKind.TITLE in kinds and len(kinds) > 1:
            return place
    if fallback is None:
        filled_rows = (place for place, row in enumerate(sheet.rows) if any(map(str.strip, row)))
        return next(filled_rows, None)
    return fallback


def recognise(
    headers: Sequence[str],
    row: int,
    *,
    calendar: Calendar | None,
    year: int | None,
    period: ReportingPeriod | None,
    sheet: str = "",
) -> Columns:
    """Say what each column is, with all problems of the headers; *row* counts from 1."""
    findings = _Findings(row, sheet)
    columns = _understood(headers, findings)
    columns = _with_periods(columns, calendar, year, findings)
    columns = _with_given_period(columns, period, findings)
    columns = _without_repeats(columns, findings)
    columns = _one_of_each(columns, findings.notes)
    if not any(each.kind is ColumnKind.TITLE for each in columns):
        remedy = "head it 'Measure', 'Indicator' or 'Title'"
        message = "no column names the indicators"
        findings.problems.append((-1, Problem(row_of(row, sheet), "", message, remedy)))
    problems = [each for _, each in sorted(findings.problems, key=lambda found: found[0])]
    return Columns(columns, problems, findings.notes, sheet)


class _Findings:
    """What is found wrong and assumed while the headers of one row are read."""

    def __init__(self, row: int, sheet: str) -> None:
        self.row = row
        self.sheet = sheet
        self.problems: list[tuple[int, Problem]] = []
        self.notes: list[str] = []

    def fail(self, place: int, header: str, message: str, remedy: str) -> None:
        path = place_of(self.row, place, sheet=self.sheet)
        self.problems.append((place, Problem(path, header, message, remedy)))

    def refuse(self, column: Column, error: PeriodError) -> None:
        """Tell why a header names no period."""
        remedy = "write a period such as 'Q2 2019-20', or rename the column"
        if error.readings:
            remedy = "write one of " + ", ".join(repr(each) for each in error.readings)
        self.fail(column.place, column.header, error.problem, remedy)


def _understood(headers: Sequence[str], findings: _Findings) -> list[Column]:
    columns: list[Column] = []
    first: dict[str, int] = {}
    for place, header in enumerate(headers):
        key = header_key(header)
        if key and first.setdefault(key, place) != place:
            message = f"column {column_letters(first[key])} has the same header"
            remedy = "give each column its own header, or delete one of the two"
            findings.fail(place, header, message, remedy)
            continue
        heading = understand(header)
        if heading is not None:
            columns.append(Column(place, header, heading))
        elif header.strip():
            text = f"{named(place, header)} is not a column known here; it is left out"
            findings.notes.append(text)
    return columns


def named(place: int, header: str) -> str:
    """Name a column as people see it.

    >>> named(2, "Good is")
    "column C 'Good is'"
    """
    return f"column {column_letters(place)} {shortened(' '.join(header.split()))!r}"


def _with_periods(
    columns: list[Column],
    calendar: Calendar | None,
    year: int | None,
    findings: _Findings,
) -> list[Column]:
    done: list[Column] = []
    waiting: list[Column] = []
    for column in columns:
        text = column.heading.period_text
        if not text:
            done.append(column)
            continue
        try:
            done.append(evolve(column, period=_parsed(text, calendar, None)))
        except PeriodError as error:
            if any(_is_known(text, calendar, each) for each in _TWO_YEARS):
                waiting.append(column)
            else:
                findings.refuse(column, error)
    chosen = year
    if waiting and year is None:
        chosen = _stated_year(done, waiting, findings)
    for column in waiting if chosen is not None else ():
        try:
            period = _parsed(column.heading.period_text, calendar, chosen)
            done.append(evolve(column, period=period))
        except PeriodError as error:  # there is no 29 February in it
            findings.refuse(column, error)
    return sorted(done, key=lambda each: each.place)


#: Years to try a header with that names none: a 29 February is in one of the two.
_TWO_YEARS = (1999, 2000)


def _parsed(text: str, calendar: Calendar | None, year: int | None) -> ReportingPeriod:
    if "@" in text:
        return ReportingPeriod.from_code(text)
    return ReportingPeriod.parse(text, calendar=calendar, year=year)


def _is_known(text: str, calendar: Calendar | None, year: int) -> bool:
    try:
        _parsed(text, calendar, year)
    except PeriodError:
        return False
    return True


def _stated_year(done: list[Column], waiting: list[Column], findings: _Findings) -> int | None:
    """Return the one year that the other headers state, if it is exactly one.

    A whole year that stands before the waiting columns is what they are compared with, and says
    nothing of theirs; nor does the year of a benchmark.
    """
    last = max(each.place for each in waiting)
    years = (
        _year_around(each.period)
        for each in done
        if each.period is not None
        and each.kind is not ColumnKind.BENCHMARK
        and not (
            each.kind is ColumnKind.VALUE
            and each.period.kind is PeriodKind.YEAR
            and each.place < last
        )
    )
    stated = {each for each in years if each is not None}
    if len(stated) == 1:
        only = stated.pop()
        names = ", ".join(repr(each.header.strip()) for each in waiting)
        findings.notes.append(f"{names}: read as of {only}, the year that the other headers state")
        return only.start.year
    others = " and ".join(str(each) for each in sorted(stated))
    why = f"the others state {others}" if stated else "no other header states it"
    for each in waiting:
        remedy = f"write the year, such as '{each.header.strip()} 2019-20', or give year="
        message = f"it names no year, and {why}"
        findings.fail(each.place, each.header, message, remedy)
    return None


def _year_around(period: ReportingPeriod) -> ReportingPeriod | None:
    """Return the reporting year that a period lies in; one that spans several states none."""
    try:
        year = period.containing(period.end, PeriodKind.YEAR, calendar=period.calendar)
    except PeriodError:  # at the calendar's own ends
        return None
    return year if year.contains(period) else None


def _with_given_period(
    columns: list[Column], period: ReportingPeriod | None, findings: _Findings
) -> list[Column]:
    """Let a figure's column without a period stand for the period that the caller names."""
    done: list[Column] = []
    for each in columns:
        if each.kind is not ColumnKind.VALUE or each.period is not None:
            done.append(each)
        elif period is not None:
            text = f"{named(each.place, each.header)} is read as of {period}, as given"
            findings.notes.append(text)
            done.append(evolve(each, period=period))
        else:
            message = "it has figures without saying for which period"
            remedy = "write the period into the header, such as 'Q2 2019-20', or give period="
            findings.fail(each.place, each.header, message, remedy)
    return done


_BY_PERIOD = frozenset(
    {
        ColumnKind.VALUE,
        ColumnKind.TARGET,
        ColumnKind.RATING,
        ColumnKind.TRAVEL,
        ColumnKind.BENCHMARK,
    }
)


def _without_repeats(columns: list[Column], findings: _Findings) -> list[Column]:
    """Refuse two columns for one thing at one period, whatever their headers."""
    kept: list[Column] = []
    first: dict[object, Column] = {}
    for each in columns:
        if each.kind in _BY_PERIOD:
            of = "" if each.kind is ColumnKind.VALUE else each.heading.of
            earlier = first.setdefault((each.kind, each.period, each.heading.basis, of), each)
            if earlier is not each:
                message = f"{named(earlier.place, earlier.header)} says the same thing"
                remedy = "delete one of the two, or say in the headers how they differ"
                findings.fail(each.place, each.header, message, remedy)
                continue
        kept.append(each)
    return kept


def _one_of_each(columns: list[Column], notes: list[str]) -> list[Column]:
    """Keep one column for each of the other things, the one whose header says it most plainly."""
    best: dict[ColumnKind, Column] = {}
    for each in columns:
        if each.kind not in _BY_PERIOD:
            known = best.setdefault(each.kind, each)
            if each.heading.rank < known.heading.rank:
                best[each.kind] = each
    kept: list[Column] = []
    for each in columns:
        if each.kind in _BY_PERIOD or best[each.kind] is each:
            kept.append(each)
        elif (
            each.kind is ColumnKind.TITLE
            and "description" in each.header.casefold()
            and ColumnKind.NOTE not in best
        ):
            best[ColumnKind.NOTE] = each
            kept.append(evolve(each, heading=Heading(ColumnKind.NOTE)))
        else:
            chosen = best[each.kind]
            notes.append(
                f"{named(each.place, each.header)} is left out: "
                f"{named(chosen.place, chosen.header)} already says the {each.kind.value}"
            )
    return kept
