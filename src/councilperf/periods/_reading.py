"""Read all the facts of a text together: exactly one period that suits them all, or a refusal.

What names days most exactly leads (a span before a position before a unit before a year); all the
other facts must agree with it, or both readings are shown.
"""

from __future__ import annotations

from datetime import date

from councilperf.errors import PeriodError
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, Calendar
from councilperf.periods._facts import Duration, Found, Point, Span, Unit, UnitRun, Week, Year
from councilperf.periods._kind import PeriodKind
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._placing import (
    Setting,
    closes_year,
    meanings,
    opens_year,
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
from councilperf.periods._units import whole_months

__all__ = ["read"]

# These name a length of time without saying which one; beside a bare year they leave it open.
_UNNUMBERED = ("quarter", "half", "month", "week", "season")
_WHOLE_YEAR = frozenset({"annual", "outturn", "year end"})
_OPEN = {
    "since": "'since', 'from' or 'after' leaves its end open",
    "before": "'by' or 'before' names a deadline",
    "part": "it names a part of a period that has no days of its own",
}
# Beside these a day alone is still what is meant; beside any other word it may be a meeting's date.
_DAY_WORDS = frozenset("data position figure figures status count census snapshot on at of".split())


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
        return _read_year(said, setting, counts_by_default=calendar is None)
    except PeriodError as error:
        raise Refused(error.problem) from error


def _check_closed(said: Said) -> None:
    named = said.positions or said.units or said.months or said.days or said.years
    for word, problem in _OPEN.items():
        if word in said.hints and named and not any(year.count > 1 for year in said.years):
            raise Refused(problem)


def _stated_year(said: Said, setting: Setting) -> ReportingPeriod | None:
    """Return the reporting year that the text itself names."""
    stated = [each for each in said.years if each.count == 1]
    return place_years(stated[0], setting) if stated else None


def _check_inside(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    stated = _stated_year(said, setting)
    if stated and not (stated.start <= period.start and period.end <= stated.end):
        raise Refused("its days are not in the year that it names", period, stated)


def _check_days(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Pass over the date of a paper or meeting, which comes after the period, and no other day."""
    for point in said.days:
        day = place_point(point, setting)[0]
        if day < period.end:
            at_day = ReportingPeriod.as_at(day, calendar=setting.calendar)
            raise Refused("it names a period and a day before its end", period, at_day)


def _read_stretch(said: Said, setting: Setting) -> ReportingPeriod:
    """Read a text that says from when to when."""
    placed = [_place_stretch(each, setting) for each in said.stretches]
    period = placed[0]
    _check_named_year(period, said, setting)
    for other in placed[1:]:
        if (other.start, other.end) != (period.start, period.end):
            raise Refused("it names two stretches of time", period, other)
    _check_inside(period, said, setting)
    _check_lone(period, said, setting)
    _check_days(period, said, setting)
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
    labelled = False
    ends = [each.of for each in said.positions if isinstance(each.of, Unit)]
    for unit in (*said.units, *ends):
        unit_alone = any(
            (each.start, each.end) == (period.start, period.end)
            for each in _meanings_around(unit, period, setting)
        )
        period = _agreed(unit, period, said, setting)
        labelled = labelled or unit_alone
    return _with_hints(period, said, setting, labelled=labelled)


def _check_named_year(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Refuse "academic year ending July 2014": its twelve months are no academic year."""
    ending = any(isinstance(each, Duration) and each.months == 12 for each in said.stretches)
    if ending and {"financial", "academic", "calendar"} & said.hints.keys():
        around = year_around(period.end, setting.calendar)
        if period.end != around.end:
            raise Refused("its months are not those of the year that it names", period, around)


def _place_stretch(
    stretch: Span | UnitRun | Duration | Week, setting: Setting
) -> ReportingPeriod:
    if isinstance(stretch, Duration):
        return place_duration(stretch, setting)
    if isinstance(stretch, Week):
        return place_week(stretch, setting)
    if isinstance(stretch, Span):
        start, end = place_span(stretch, setting)
    else:
        start, end = place_run(stretch, setting)
    return ReportingPeriod.between(start, end, calendar=setting.calendar)


def _check_lone(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Refuse a lone year that neither the period nor its reporting year touches."""
    year = year_number(period.start, setting.calendar)
    touched = {period.start.year, period.end.year, year, year + 1}
    if said.units and setting.lone is not None and setting.lone not in touched:
        raise Refused(f"its days are not in {setting.lone}", period)


def _calendars(setting: Setting) -> list[Calendar]:
    """Return the calendars that a unit may be counted in.

    "Q3 2005 (July to September)" counts in calendar years: its months say so.
    """
    if setting.lone is not None and not setting.counts_by_start:
        return [setting.calendar, CALENDAR_YEAR]
    return [setting.calendar]


def _meanings_around(
    unit: Unit, period: ReportingPeriod, setting: Setting
) -> list[ReportingPeriod]:
    """Return what a unit may mean in the reporting years that the period starts in."""
    return [
        meaning
        for calendar in _calendars(setting)
        for meaning in meanings(unit, year_number(period.start, calendar), calendar)
    ]


def _agreed(
    unit: Unit, period: ReportingPeriod, said: Said, setting: Setting
) -> ReportingPeriod:
    """Return the period of a label and the days printed beside it: the unit, or the year to it."""
    candidates = _meanings_around(unit, period, setting)
    for meaning in candidates:
        if (meaning.start, meaning.end) == (period.start, period.end):
            return meaning
    for meaning in candidates:
        calendar = meaning.calendar
        if meaning.end == period.end:
            if period.kind is PeriodKind.ROLLING and (said.rolling or "rolling" in said.hints):
                return period
            if opens_year(period.start, calendar) and year_number(period.end, calendar) == period.start.year:
                if period.kind is PeriodKind.YEAR:
                    return period
                return ReportingPeriod.year_to_date(period.end, calendar=calendar)
    stated = _stated_year(said, setting)
    year = stated.start.year if stated else year_number(period.end, setting.calendar)
    raise Refused(
        "its label and its days contradict each other",
        *meanings(unit, year, setting.calendar)[:1],
        period,
    )


def _with_hints(
    period: ReportingPeriod, said: Said, setting: Setting, *, labelled: bool
) -> ReportingPeriod:
    """Read "cumulative", "rolling", "year end" and "term" beside a period whose days are known."""
    if said.rolling or "rolling" in said.hints:
        months = said.rolling.months if said.rolling else whole_months(period.start, period.end)
        return ReportingPeriod.rolling(months, ending=period.end, calendar=setting.calendar)
    if "term" in said.hints:
        calendar = setting.calendar if setting.counts_by_start else ACADEMIC
        return ReportingPeriod.term(period.start, period.end, calendar=calendar)
    if "year end" in said.hints and period.kind is not PeriodKind.YEAR:
        around = year_around(period.end, setting.calendar)
        if labelled and period.end == around.end:
            return around
        raise Refused("it names a period and the year's end", period, around)
    if labelled and {"annual", "outturn"} & said.hints.keys():
        _check_not_last_part(period, setting)
    if "year to date" in said.hints or any(each.word == "to" for each in said.positions):
        to_date = ReportingPeriod.year_to_date(period.end, calendar=setting.calendar)
        if period.start != to_date.start and (not labelled or period.start < to_date.start):
            problem = "it is called cumulative but does not begin with the year"
            raise Refused(problem, period, to_date)
        return to_date
    return period


def _check_not_last_part(period: ReportingPeriod, setting: Setting) -> None:
    """Refuse "Quarter 4 outturn": the last part of a year, or all of it."""
    if closes_year(period.end, setting.calendar) and period.kind is not PeriodKind.YEAR:
        around = year_around(period.end, setting.calendar)
        raise Refused("it may be the last part of the year or its outturn", period, around)


def _read_position(said: Said, setting: Setting) -> ReportingPeriod:
    """Read "as at X", "the end of X", "up to X"."""
    calendar = setting.calendar
    days = list(dict.fromkeys(place_position(each, setting) for each in said.positions))
    at_day = ReportingPeriod.as_at(days[0], calendar=calendar)
    if len(days) > 1:
        other = ReportingPeriod.as_at(days[1], calendar=calendar)
        raise Refused("it names two days", at_day, other)
    day = days[0]
    _check_inside(at_day, said, setting)
    _check_days(at_day, said, setting)
    for point in said.months:
        if place_point(point, setting)[1] != day:
            raise Refused("it names a day and a month that does not end with it", at_day)
    period = at_day
    for unit in said.units:
        period = _ending_with(unit, at_day, calendar)
    words = {each.word for each in said.positions}
    if "ending" in words and not said.units:
        raise Refused("'ending' does not say what length of time ends", at_day)
    if said.rolling:
        return ReportingPeriod.rolling(said.rolling.months, ending=day, calendar=calendar)
    if (
        "year to date" in said.hints
        or "to" in words
        or ("period ending" in words and not said.units)
    ):
        return ReportingPeriod.year_to_date(day, calendar=calendar)
    if _WHOLE_YEAR & said.hints.keys():
        around = year_around(day, calendar)
        if day != around.end:
            raise Refused("its day is not the end of the year", at_day, around)
        whole = all(isinstance(each.of, Point) for each in said.positions)
        if whole and (said.units or _stated_year(said, setting)):
            return around
    return period


def _ending_with(unit: Unit, at_day: ReportingPeriod, calendar: Calendar) -> ReportingPeriod:
    """Return the unit that ends with the day: "Quarter 3 2023-24 as at 31 December 2023"."""
    year = year_number(at_day.end, calendar)
    candidates = meanings(unit, year, calendar)
    for meaning in candidates:
        if meaning.end == at_day.end:
            return meaning
    raise Refused("its label and its day contradict each other", candidates[0], at_day)


def _read_units(said: Said, setting: Setting) -> ReportingPeriod:
    """Read numbered units whose days the text does not print."""
    if said.months:
        return _read_unit_and_month(said, setting)
    placed = [place_unit(each, setting) for each in said.units]
    period = placed[0]
    for other in placed[1:]:
        if (other.start, other.end) != (period.start, period.end):
            raise Refused("it names two periods", period, other)
    _check_days(period, said, setting)
    if "end of year" in said.hints and closes_year(period.end, setting.calendar):
        return year_around(period.end, setting.calendar)
    return _with_hints(period, said, setting, labelled=True)


def _read_unit_and_month(said: Said, setting: Setting) -> ReportingPeriod:
    """Read "Month 9 (December 2019)"; a quarter beside one month is a contradiction."""
    start, end = place_point(said.months[0], setting)
    month = ReportingPeriod.between(start, end, calendar=setting.calendar)
    stated = _stated_year(said, setting)
    year = stated.start.year if stated else year_number(end, setting.calendar)
    candidates = meanings(said.units[0], year, setting.calendar)
    if month in candidates and len(said.units) == len(said.months) == 1:
        _check_days(month, said, setting)
        return _with_hints(month, said, setting, labelled=True)
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
    _check_inside(month, said, setting)
    whole_year = {"annual", "outturn", "year end", "end of year", "academic"} & said.hints.keys()
    own_year = said.months[0].year
    if whole_year or (own_year and _stated_year(said, setting)):
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
    return _with_hints(month, said, setting, labelled=True)


def _read_day(said: Said, setting: Setting, rest: str) -> ReportingPeriod:
    """Read a day without "as at": a period only where the text says no more."""
    day = place_point(said.days[0], setting)[0]
    at_day = ReportingPeriod.as_at(day, calendar=setting.calendar)
    if len(said.days) > 1:
        raise Refused("it names several days", at_day)
    if "year to date" in said.hints:
        return ReportingPeriod.year_to_date(day, calendar=setting.calendar)
    if said.rolling:
        return ReportingPeriod.rolling(
            said.rolling.months, ending=day, calendar=setting.calendar
        )
    if "year end" in said.hints and not closes_year(day, setting.calendar):
        around = year_around(day, setting.calendar)
        raise Refused("its day is not the end of the year", at_day, around)
    if not set(rest.lower().split()) - _DAY_WORDS:
        return at_day
    raise Refused("a day is a period only after 'as at' or 'end of'", at_day)


def _read_year(said: Said, setting: Setting, *, counts_by_default: bool) -> ReportingPeriod:
    """Read a text that names no more than years."""
    runs = [each for each in said.years if each.count > 1]
    if len(runs) > 1:
        raise Refused("it names two runs of years", *(place_years(each, setting) for each in runs))
    stated = _stated_year(said, setting)
    if stated:
        period = stated
        if runs and not _holds(runs[0], stated):
            raise Refused("it names a year and other years", stated, place_years(runs[0], setting))
    elif runs:
        period = place_years(runs[0], setting)
    else:
        period = _read_lone(said, setting)
    _check_days(period, said, setting)
    if not _WHOLE_YEAR & said.hints.keys():
        _check_whole(period, said, setting, counts_by_default=counts_by_default)
    if said.rolling:
        return ReportingPeriod.rolling(
            said.rolling.months, ending=period.end, calendar=setting.calendar
        )
    return period


def _holds(run: Year, year: ReportingPeriod) -> bool:
    return run.first <= year.start.year < run.first + run.count


def _read_lone(said: Said, setting: Setting) -> ReportingPeriod:
    if setting.lone is not None:
        lone = setting.lone
        if setting.counts_by_start:
            return place_years(Year(lone, 0), setting)
        raise Refused(
            f"{lone} may be a calendar year or name a reporting year by its start or end",
            ReportingPeriod.reporting_year(lone - 1, calendar=setting.calendar),
            ReportingPeriod.reporting_year(lone, calendar=setting.calendar),
            ReportingPeriod.calendar_year(lone),
        )
    if not {*_WHOLE_YEAR, "this year", "end of year", "financial", "academic"} & said.hints.keys():
        raise Refused("no period is named in it")
    if setting.year is None:
        raise Refused("it names no year; give year=", lacks_year=True)
    return ReportingPeriod.reporting_year(setting.year, calendar=setting.calendar)


def _check_whole(
    period: ReportingPeriod, said: Said, setting: Setting, *, counts_by_default: bool
) -> None:
    """Refuse a year beside words that may mean a part of it or its last day."""
    if "term" in said.hints:
        raise Refused("a school term has no days of its own; they have to be given", period)
    for word in _UNNUMBERED:
        if word in said.hints:
            raise Refused(f"it names a {word} of the year without saying which", period)
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
