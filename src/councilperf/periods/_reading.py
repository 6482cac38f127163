"""Read all the facts of a text together: exactly one period that suits them all, or a refusal.

What names days most exactly leads (a span before a position before a unit before a year); all the
other facts must agree with it, or both readings are shown. The conventions:

- "to X" and "up to the end of X" run from the start of the year; "as at X" and "the end of X" are
  a day, unless months beside it say more.
- A label beside its own months is that unit; beside the months since the year began it is the
  year to date; beside any other months, or a single one, it contradicts them.
- "Year end 2018-19" and "2018-19 outturn" are the year: a scorecard's column of that name holds
  the year's figure. A quarter and its year end named together are the year too.
- A lone "2005" names a reporting year only where the caller's calendar or SDMX's year start says
  that years are named by their start, or where months show which year is meant.
- A day that no word introduces is the date of a meeting or a paper if it comes after the period.
"""

from __future__ import annotations

from councilperf.errors import PeriodError
from councilperf.periods._agreement import (
    agreed,
    check_days,
    check_inside,
    check_lone,
    check_named_year,
    ending_with,
    stated_year,
    with_hints,
)
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, Calendar
from councilperf.periods._facts import Duration, Found, Point, Span, Unit, UnitRun, Week, Year
from councilperf.periods._kind import PeriodKind
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._placing import (
    Setting,
    closes_year,
    meanings,
    place_duration,
    place_point,
    place_position,
    place_run,
    place_span,
    place_unit,
    place_week,
    place_years,
    year_around,
    year_number,
)
from councilperf.periods._refusal import Refused, unexplained
from councilperf.periods._said import Said, settle

__all__ = ["read"]

# These name a length of time without saying which one; beside a bare year they leave it open.
_UNNUMBERED = ("quarter", "half", "month", "week", "season")
_WHOLE_YEAR = frozenset({"annual", "outturn", "year end"})
#: Rates of few cases are published for so many calendar years together.
_POOLED = 3
_UP_TO_UNIT = frozenset({PeriodKind.YEAR_TO_DATE, PeriodKind.ROLLING})
_OPEN = {
    "since": "'since', 'from' or 'after' leaves its end open",
    "before": "'by' or 'before' names a deadline",
    "part": "it names a part of a period that has no days of its own",
}
# Beside these a day alone is what is meant; beside any other word it may be a meeting's date.
_DAY_WORDS = frozenset(
    "data position figure figures status count census snapshot on at of".split()
)


def read(
    text: str, found: list[Found], *, calendar: Calendar | None, year: int | None
) -> ReportingPeriod:
    """Return the one period that the facts of *text* give, or raise `Refused`."""
    said = Said()
    for each in found:
        said.add(each.fact)
    if said.unclear:
        first = said.unclear[0]
        raise Refused(first.problem, *first.readings)
    setting = settle(said, calendar, year)
    try:
        if said.stretches:
            return _read_stretch(said, setting)
        _check_closed(said)
        if said.positions:
            return _read_position(said, setting)
        if said.units:
            return _read_units(said, setting)
        if said.months:
            return _read_month(said, setting)
        if said.days and not said.years:
            return _read_day(said, setting, unexplained(text, found))
        return _read_year(said, setting, text, found, counts_by_default=calendar is None)
    except PeriodError as error:
        raise Refused(error.problem) from error


def _check_closed(said: Said) -> None:
    named = said.positions or said.units or said.months or said.days or said.years
    for word, problem in _OPEN.items():
        if word in said.hints and named and not any(year.count > 1 for year in said.years):
            raise Refused(problem)


def _read_stretch(said: Said, setting: Setting) -> ReportingPeriod:
    """Read a text that says from when to when."""
    placed = [_place_stretch(each, setting) for each in said.stretches]
    period, *others = placed
    check_named_year(period, said, setting)
    for other in others:
        if (other.start, other.end) != (period.start, period.end):
            raise Refused("it names two stretches of time", period, other)
    check_inside(period, said, setting)
    check_lone(period, said, setting)
    check_days(period, said, setting)
    if said.months:
        start, end = place_point(said.months[0], setting)
        month = ReportingPeriod.between(start, end, calendar=setting.calendar)
        raise Refused("it names a month besides", period, month)
    for position in said.positions:
        if isinstance(position.of, Unit):
            continue
        day = place_position(position, setting)
        if day != period.end:
            at_day = ReportingPeriod.as_at(day, calendar=setting.calendar)
            raise Refused("it names a period and a day that is not its end", period, at_day)
    ends = [each.of for each in said.positions if isinstance(each.of, Unit)]
    for unit in (*said.units, *ends):
        period = agreed(unit, period, said, setting)
    labelled = bool(said.units or ends) and period.kind not in _UP_TO_UNIT
    return with_hints(period, said, setting, labelled=labelled)


def _place_stretch(stretch: Span | UnitRun | Duration | Week, setting: Setting) -> ReportingPeriod:
    if isinstance(stretch, Duration):
        return place_duration(stretch, setting)
    if isinstance(stretch, Week):
        return place_week(stretch, setting)
    if isinstance(stretch, Span):
        start, end = place_span(stretch, setting)
    else:
        start, end = place_run(stretch, setting)
    return ReportingPeriod.between(start, end, calendar=setting.calendar)


def _read_position(said: Said, setting: Setting) -> ReportingPeriod:
    """Read "as at X", "the end of X", "up to X"."""
    calendar = setting.calendar
    days = list(dict.fromkeys(place_position(each, setting) for each in said.positions))
    at_day = ReportingPeriod.as_at(days[0], calendar=calendar)
    if len(days) > 1:
        other = ReportingPeriod.as_at(days[1], calendar=calendar)
        raise Refused("it names two days", at_day, other)
    check_inside(at_day, said, setting)
    check_days(at_day, said, setting)
    for point in said.months:
        if place_point(point, setting)[1] != at_day.end:
            raise Refused("it names a day and a month that does not end with it", at_day)
    labelled = [ending_with(each, at_day, calendar) for each in said.units]
    words = {each.word for each in said.positions}
    if "ending" in words and not labelled:
        raise Refused("'ending' does not say what length of time ends", at_day)
    if said.rolling:
        return _roll(said.rolling, at_day)
    if "week" in said.hints:
        raise Refused(
            "weeks are read one at a time; give several by their first and last day", at_day
        )
    runs_up_to = "to" in words or ("period ending" in words and not labelled)
    if runs_up_to or "year to date" in said.hints:
        return ReportingPeriod.year_to_date(at_day)
    if _WHOLE_YEAR & said.hints:
        return _at_year_end(said, setting, at_day)
    if len(set(labelled)) > 1:
        raise Refused("it names two periods", *labelled)
    return next(iter(labelled), at_day)


def _at_year_end(said: Said, setting: Setting, at_day: ReportingPeriod) -> ReportingPeriod:
    """Read "31 March 2017 (year end)" as a day; with its year named, as the year."""
    around = year_around(at_day.end, setting.calendar)
    if at_day.end != around.end:
        raise Refused("its day is not the end of the year", at_day, around)
    dated = all(isinstance(each.of, Point) for each in said.positions)
    return around if dated and (said.units or stated_year(said, setting)) else at_day


def _roll(rolling: Duration, ending: ReportingPeriod) -> ReportingPeriod:
    return ReportingPeriod.rolling(rolling.months, ending=ending)


def _read_units(said: Said, setting: Setting) -> ReportingPeriod:
    """Read numbered units whose days the text does not print."""
    if said.months:
        return _read_unit_and_month(said, setting)
    _check_year_of_units(said, setting)
    placed = [place_unit(each, setting) for each in said.units]
    period, *others = placed
    for other in others:
        if (other.start, other.end) != (period.start, period.end):
            raise Refused("it names two periods", period, other)
    check_days(period, said, setting)
    if "end of year" in said.hints and closes_year(period.end, setting.calendar):
        return year_around(period.end, setting.calendar)
    return with_hints(period, said, setting, labelled=True)


def _check_year_of_units(said: Said, setting: Setting) -> None:
    """Refuse "Q1 2023/25", which names several years and not the quarter's own."""
    runs = [each for each in said.years if each.count > 1]
    if not runs or setting.lone is not None:
        return
    if setting.year is None:
        raise Refused("it names several years, and not in which one it is", lacks_year=True)
    if not runs[0].first <= setting.year < runs[0].first + runs[0].count:
        raise Refused("it is given a year that is none of those that it names")


def _read_unit_and_month(said: Said, setting: Setting) -> ReportingPeriod:
    """Read "Month 9 (December 2019)"; a quarter beside one month is a contradiction."""
    start, end = place_point(said.months[0], setting)
    month = ReportingPeriod.between(start, end, calendar=setting.calendar)
    stated = stated_year(said, setting)
    year = stated.start.year if stated else year_number(end, setting.calendar)
    candidates = meanings(said.units[0], year, setting.calendar)
    if month in candidates and len(said.units) == len(said.months) == 1:
        check_days(month, said, setting)
        return with_hints(month, said, setting, labelled=True)
    raise Refused("its label and its month contradict each other", candidates[0], month)


def _read_month(said: Said, setting: Setting) -> ReportingPeriod:
    """Read a single month."""
    placed = [place_point(each, setting) for each in said.months]
    months = [
        ReportingPeriod.month(start.year, start.month, calendar=setting.calendar)
        for start, _ in placed
    ]
    month = months[0]
    if len(set(months)) > 1:
        raise Refused("it names two months", *months)
    if said.days:
        raise Refused("it names a month and a day", month)
    check_inside(month, said, setting)
    whole_year = {"annual", "outturn", "year end", "end of year", "academic"} & said.hints
    own_year = any(each.year for each in said.months)
    if whole_year or (own_year and stated_year(said, setting)):
        around = year_around(month.end, setting.calendar)
        if "academic" in said.hints and own_year and month.start == around.start:
            return around
        raise Refused("it names a month and a whole year", month, around)
    if "snapshot" in said.hints:
        at_day = ReportingPeriod.as_at(month.end, calendar=setting.calendar)
        raise Refused("a snapshot is of a day", at_day, month)
    for word in ("quarter", "half", "week", "season", "term"):
        if word in said.hints:
            raise Refused(f"it names a month and a {word} without its number", month)
    return with_hints(month, said, setting, labelled=True)


def _read_day(said: Said, setting: Setting, rest: str) -> ReportingPeriod:
    """Read a day without "as at": a period only where the text says no more."""
    day = place_point(said.days[0], setting)[0]
    at_day = ReportingPeriod.as_at(day, calendar=setting.calendar)
    if len(said.days) > 1:
        raise Refused("it names several days", at_day)
    if "year to date" in said.hints:
        return ReportingPeriod.year_to_date(at_day)
    if said.rolling:
        return _roll(said.rolling, at_day)
    if "year end" in said.hints and not closes_year(day, setting.calendar):
        around = year_around(day, setting.calendar)
        raise Refused("its day is not the end of the year", at_day, around)
    if not set(rest.lower().split()) - _DAY_WORDS:
        return at_day
    raise Refused("a day is a period only after 'as at' or 'end of'", at_day)


def _read_year(
    said: Said, setting: Setting, text: str, found: list[Found], *, counts_by_default: bool
) -> ReportingPeriod:
    """Read a text that names no more than years."""
    runs = [each for each in said.years if each.count > 1]
    if len(runs) > 1:
        raise Refused("it names two runs of years", *(place_years(each, setting) for each in runs))
    run = next(iter(runs), None)
    stated = stated_year(said, setting)
    if stated:
        period = stated
        if run and not _holds(run, stated):
            raise Refused("it names a year and other years", stated, place_years(run, setting))
    elif run:
        period = place_years(run, setting)
        bare = counts_by_default and not said.hints and not unexplained(text, found)
        _check_run(run, said, period, bare=bare)
    else:
        period = _read_lone(said, setting)
    check_days(period, said, setting)
    if not _WHOLE_YEAR & said.hints:
        _check_whole(period, said, setting, counts_by_default=counts_by_default)
    if said.rolling:
        return _roll(said.rolling, period)
    return period


def _check_run(run: Year, said: Said, period: ReportingPeriod, *, bare: bool) -> None:
    """Refuse "2018 - 20" by itself: the two years of a plan, or three calendar years pooled.

    A number of years beside a run tells: "3-year average 2018-20", "5 year plan 2020-25".
    """
    if run.paired or period.calendar == CALENDAR_YEAR:
        return
    counts = {each.count for each in said.year_counts}
    pooled = run.count + 1 in counts or (bare and run.count + 1 == _POOLED)
    if pooled and run.count not in counts:
        last = run.first + run.count
        problem = "it may mean reporting years up to the last year or calendar years up to its end"
        inclusive = f"1 January {run.first} to 31 December {last}"
        raise Refused(problem, period, inclusive)


def _holds(run: Year, year: ReportingPeriod) -> bool:
    return run.first <= year.start.year < run.first + run.count


def _read_lone(said: Said, setting: Setting) -> ReportingPeriod:
    if setting.lone is not None:
        lone = setting.lone
        if setting.counts_by_start:
            return ReportingPeriod.reporting_year(lone, calendar=setting.calendar)
        raise Refused(
            f"{lone} may be a calendar year or name a reporting year by its start or end",
            ReportingPeriod.reporting_year(lone - 1, calendar=setting.calendar),
            ReportingPeriod.reporting_year(lone, calendar=setting.calendar),
            ReportingPeriod.calendar_year(lone),
        )
    if not {*_WHOLE_YEAR, "this year", "end of year", "financial", "academic"} & said.hints:
        if "year to date" in said.hints:
            raise Refused("it is a year to date without saying to what date")
        if "another year" in said.hints:
            raise Refused("it names a year only by another one")
        raise Refused("no period is named in it")
    if setting.year is None:
        raise Refused("it names no year; give year=", lacks_year=True)
    return ReportingPeriod.reporting_year(setting.year, calendar=setting.calendar)


def _check_whole(
    period: ReportingPeriod, said: Said, setting: Setting, *, counts_by_default: bool
) -> None:
    """Refuse a year beside words that may mean a part of it or its last day."""
    if "term" in said.hints:
        raise Refused("a term has no days of its own; they have to be given", period)
    for word in _UNNUMBERED:
        if word in said.hints:
            raise Refused(f"it names a {word} of the year without saying which", period)
    if "rolling" in said.hints:
        raise Refused("it does not say how many months roll", period)
    if "year to date" in said.hints:
        raise Refused("it is a year to date without saying to what date", period)
    if "end of year" in said.hints:
        at_day = ReportingPeriod.as_at(period.end, calendar=setting.calendar)
        raise Refused("the end of a year may be its last day or its outturn", at_day, period)
    if "education results" in said.hints and counts_by_default and setting.calendar != ACADEMIC:
        raise Refused(
            "education results may be of a financial or an academic year",
            period,
            ReportingPeriod.academic_year(period.start.year),
        )
