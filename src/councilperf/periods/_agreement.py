"""Hold the other facts of a text against the period that leads it; refuse what contradicts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, Calendar
from councilperf.periods._facts import Duration, Unit
from councilperf.periods._kind import PeriodKind
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._placing import (
    Setting,
    closes_year,
    meanings,
    opens_year,
    place_point,
    place_years,
    year_around,
    year_number,
)
from councilperf.periods._refusal import Refused
from councilperf.periods._units import whole_months

if TYPE_CHECKING:
    from councilperf.periods._said import Said

__all__ = [
    "agreed",
    "check_days",
    "check_inside",
    "check_lone",
    "check_named_year",
    "ending_with",
    "stated_year",
    "with_hints",
]


def stated_year(said: Said, setting: Setting) -> ReportingPeriod | None:
    """Return the reporting year that the text itself names."""
    stated = [each for each in said.years if each.count == 1]
    return place_years(stated[0], setting) if stated else None


def check_inside(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    stated = stated_year(said, setting)
    if stated is None:
        return
    # Rolling months are printed under the year that they end in.
    first = period.end if period.kind is PeriodKind.ROLLING else period.start
    if not (stated.start <= first and period.end <= stated.end):
        raise Refused("its days are not in the year that it names", period, stated)


def check_days(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Pass over the date of a paper or meeting, which comes after the period, and no other day."""
    for point in said.days:
        day = place_point(point, setting)[0]
        if day < period.end:
            at_day = ReportingPeriod.as_at(day, calendar=setting.calendar)
            raise Refused("it names a period and a day before its end", period, at_day)


def check_lone(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Refuse a lone year that neither the period nor its reporting year touches."""
    year = year_number(period.start, setting.calendar)
    touched = {period.start.year, period.end.year, year, year + 1}
    if said.units and setting.lone is not None and setting.lone not in touched:
        raise Refused(f"its days are not in {setting.lone}", period)


def check_named_year(period: ReportingPeriod, said: Said, setting: Setting) -> None:
    """Refuse "academic year ending July 2014": its twelve months are no academic year."""
    ending = any(isinstance(each, Duration) and each.months == 12 for each in said.stretches)
    if ending and {"financial", "academic", "calendar"} & said.hints:
        around = year_around(period.end, setting.calendar)
        if period.end != around.end:
            raise Refused("its months are not those of the year that it names", period, around)


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
    """Return what a unit may mean in the reporting years that the period lies in."""
    day = period.end if period.kind is PeriodKind.ROLLING else period.start
    return [
        meaning
        for calendar in _calendars(setting)
        for meaning in meanings(unit, year_number(day, calendar), calendar)
    ]


def agreed(unit: Unit, period: ReportingPeriod, said: Said, setting: Setting) -> ReportingPeriod:
    """Return the period of a label and the days printed beside it: the unit, or the year to it."""
    candidates = _meanings_around(unit, period, setting)
    for meaning in candidates:
        if (meaning.start, meaning.end) == (period.start, period.end):
            return meaning
    for meaning in candidates:
        calendar = meaning.calendar
        if meaning.end == period.end:
            if _rolls(said):
                return period
            if (
                opens_year(period.start, calendar)
                and year_number(period.end, calendar) == period.start.year
            ):
                if period.kind is PeriodKind.YEAR:
                    return period
                return ReportingPeriod.year_to_date(period.end, calendar=calendar)
    stated = stated_year(said, setting)
    year = stated.start.year if stated else year_number(period.end, setting.calendar)
    raise Refused(
        "its label and its days contradict each other",
        *meanings(unit, year, setting.calendar)[:1],
        period,
    )


def _rolls(said: Said) -> bool:
    """Say whether the text itself calls its months rolling."""
    durations = (each for each in said.stretches if isinstance(each, Duration))
    return bool(said.rolling) or any(each.rolling for each in durations)


def with_hints(
    period: ReportingPeriod, said: Said, setting: Setting, *, labelled: bool
) -> ReportingPeriod:
    """Read "cumulative", "rolling", "year end" and "term" beside a period whose days are known."""
    if said.rolling or "rolling" in said.hints:
        if not said.rolling and not said.stretches:
            raise Refused("it does not say how many months roll", period)
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
    if labelled and {"annual", "outturn"} & said.hints:
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


def ending_with(unit: Unit, at_day: ReportingPeriod, calendar: Calendar) -> ReportingPeriod:
    """Return the unit that ends with the day: "Quarter 3 2023-24 as at 31 December 2023"."""
    year = year_number(at_day.end, calendar)
    candidates = meanings(unit, year, calendar)
    for meaning in candidates:
        if meaning.end == at_day.end:
            return meaning
    raise Refused("its label and its day contradict each other", candidates[0], at_day)
