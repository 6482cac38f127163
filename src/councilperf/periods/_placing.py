"""Put facts on days: points, spans, durations and units, in the years that the text names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import assert_never, final

from attrs import frozen

from councilperf.periods._calendar import CALENDAR_YEAR, Calendar
from councilperf.periods._facts import Duration, Point, Position, Span, Unit, UnitRun, Week, Year
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import (
    ENGLISH_MONTHS,
    ONE_DAY,
    month_end,
    moved_by_months,
)
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._refusal import Refused
from councilperf.periods._units import whole_months, year_start

__all__ = [
    "Setting",
    "closes_year",
    "meanings",
    "opens_year",
    "place_duration",
    "place_point",
    "place_position",
    "place_run",
    "place_span",
    "place_unit",
    "place_week",
    "place_years",
    "year_around",
    "year_number",
]

_KINDS = {
    "quarter": PeriodKind.QUARTER,
    "half": PeriodKind.HALF,
    "four months": PeriodKind.FOUR_MONTHS,
    "four weeks": PeriodKind.FOUR_WEEKS,
    "month": PeriodKind.MONTH,
    "period": PeriodKind.MONTH,
}
_COUNTS = {
    "quarter": (4, "quarter", "four quarters"),
    "half": (2, "half", "two halves"),
    "four months": (3, "four-month period", "three four-month periods"),
    "four weeks": (13, "four-week period", "thirteen four-week periods"),
    "month": (12, "month", "twelve months"),
    "period": (13, "period", "twelve months or thirteen four-week periods"),
}
_NO_YEAR = "it names no year; give year="


@final
@frozen
class Setting:
    """What the text and the caller say about years, before any fact is placed.

    `year` is the year in which the reporting year starts; `lone` a single number like the 2005 of
    "Q3 2005", which names a reporting year only where `counts_by_start` (the caller's calendar,
    or SDMX's year start, says that years are named by their start).
    """

    calendar: Calendar
    counts_by_start: bool
    year: int | None = None
    lone: int | None = None

    def year_of(self, month: int) -> int:
        """Return the calendar year of a month that is printed without one."""
        if self.year is not None:
            return self.year + (month < self.calendar.first_month)
        if self.lone is not None:
            return self.lone
        raise Refused(_NO_YEAR, lacks_year=True)


def place_point(point: Point, setting: Setting) -> tuple[date, date]:
    """Return the first and last day of a month, or the day twice."""
    return _days_of(point, point.year or setting.year_of(point.month))


def _days_of(point: Point, year: int) -> tuple[date, date]:
    month, day = point.month, point.day
    last = month_end(year * 12 + month - 1)
    if day > last.day:
        raise Refused(f"{ENGLISH_MONTHS[month - 1]} {year} has no day {day}")
    return date(year, month, day or 1), date(year, month, day) if day else last


def place_span(span: Span, setting: Setting) -> tuple[date, date]:
    """Return the first and last day of a span; a year printed once serves both ends."""
    first, last = span.first, span.last
    in_order = (first.month, first.day) <= (last.month, last.day or 31)
    first_year, last_year = first.year, last.year
    if last_year:
        first_year = first_year or last_year - (not in_order)
    elif first_year:
        last_year = first_year + (not in_order)
    elif setting.year is None and setting.lone is not None and not in_order:
        raise Refused(
            f"{setting.lone} may be the year of its start or of its end",
            *(
                ReportingPeriod.between(_days_of(first, year)[0], _days_of(last, year + 1)[1])
                for year in (setting.lone - 1, setting.lone)
            ),
        )
    else:
        first_year, last_year = setting.year_of(first.month), setting.year_of(last.month)
    return _days_of(first, first_year)[0], _days_of(last, last_year)[1]


def place_unit(unit: Unit, setting: Setting) -> ReportingPeriod:
    """Return the period of a numbered unit in the year that the setting names."""
    year = setting.year
    if year is None and setting.lone is not None and setting.counts_by_start:
        year = setting.lone
    _check_number(unit)
    if year is None:
        if setting.lone is not None:
            raise _refuse_lone(unit, setting.lone, setting.calendar)
        raise Refused(_NO_YEAR, lacks_year=True)
    if unit.unit == "period":
        return _place_period(unit, year, setting.calendar)
    return _unit_in(unit, year, setting.calendar)


def _check_number(unit: Unit) -> None:
    highest, one, have = _COUNTS[unit.unit]
    for number in (unit.first, unit.last):
        if not 1 <= number <= highest:
            raise Refused(f"there is no {one} {number}: a year has {have}")


def _unit_in(unit: Unit, year: int, calendar: Calendar) -> ReportingPeriod:
    if unit.unit == "four weeks":
        return ReportingPeriod.four_weeks(year, unit.first, calendar=calendar)
    months = _KINDS[unit.unit].months
    number = year * 12 + calendar.first_month - 1
    start = month_end(number + (unit.first - 1) * months - 1) + ONE_DAY
    return ReportingPeriod.between(
        start, month_end(number + unit.last * months - 1), calendar=calendar
    )


def _place_period(unit: Unit, year: int, calendar: Calendar) -> ReportingPeriod:
    """Refuse "Period 9", which some councils mean as a month and some as four weeks."""
    if unit.first == unit.last == 13:
        return ReportingPeriod.four_weeks(year, 13, calendar=calendar)
    if unit.first != unit.last:
        raise Refused("its periods may be months or four weeks each")
    raise Refused(
        f"period {unit.first} may be a month or one of thirteen four-week periods",
        _unit_in(unit, year, calendar),
        ReportingPeriod.four_weeks(year, unit.first, calendar=calendar),
    )


def meanings(unit: Unit, year: int, calendar: Calendar) -> list[ReportingPeriod]:
    """Return every period that a unit of a year may mean, the likeliest first."""
    number = unit.first
    _check_number(unit)
    if unit.unit != "period":
        found = [_unit_in(unit, year, calendar)]
        if unit.assumed:
            found.append(_unit_in(Unit("half", 2, 2), year, calendar))
        return found
    found = [_unit_in(unit, year, calendar)] if unit.last <= 12 else []
    if unit.first == unit.last:
        found.append(ReportingPeriod.four_weeks(year, number, calendar=calendar))
        if number <= 3:
            found.append(ReportingPeriod.four_months(year, number, calendar=calendar))
    return found


def _refuse_lone(unit: Unit, lone: int, calendar: Calendar) -> Refused:
    readings = [_unit_in(unit, lone, calendar), _unit_in(unit, lone, CALENDAR_YEAR)]
    if lone > 1900:
        readings.append(_unit_in(unit, lone - 1, calendar))
    problem = f"{lone} may be a calendar year or name a reporting year by its start or end"
    return Refused(problem, *readings)


def place_run(run: UnitRun, setting: Setting) -> tuple[date, date]:
    """Return the days from one unit to another: "Q1 2019/20 to Q3 2020/21"."""
    last_year = run.last_year or run.first_year
    start = _unit_in(run.first, run.first_year.first, setting.calendar).start
    return start, _unit_in(run.last, last_year.first, setting.calendar).end


def place_years(years: Year, setting: Setting) -> ReportingPeriod:
    """Return a reporting year, or the range of several.

    "2018-20" ends with the year 2019-20; of calendar years the last one named is 2020 itself.
    """
    calendar = setting.calendar
    first = ReportingPeriod.reporting_year(years.first, calendar=calendar)
    if years.count <= 1:
        return first
    following = years.count - 1 if calendar != CALENDAR_YEAR else years.count
    last = ReportingPeriod.reporting_year(years.first + following, calendar=calendar)
    return ReportingPeriod.between(first.start, last.end, calendar=calendar)


def _end_of(anchor: Point | Unit | Year | None, setting: Setting) -> date:
    """Return the last day of what a position or a duration is said to end with."""
    if isinstance(anchor, Point):
        return place_point(anchor, setting)[1]
    if isinstance(anchor, Unit):
        return place_unit(anchor, setting).end
    if isinstance(anchor, Year):
        return place_years(anchor, setting).end
    if anchor is None:
        if setting.year is None:
            raise Refused(_NO_YEAR, lacks_year=True)
        return ReportingPeriod.reporting_year(setting.year, calendar=setting.calendar).end
    assert_never(anchor)


def place_position(position: Position, setting: Setting) -> date:
    """Return the day of "as at X", "end of X" or "up to X"."""
    return _end_of(position.of, setting)


def place_duration(duration: Duration, setting: Setting) -> ReportingPeriod:
    """Return so many months up to a day: a named unit where they are one, else rolling."""
    end = _end_of(duration.ending, setting)
    start = moved_by_months(end, -duration.months) + ONE_DAY
    calendar = setting.calendar
    if duration.rolling:
        return ReportingPeriod.rolling(duration.months, ending=end, calendar=calendar)
    if duration.loose and not closes_year(end, calendar):
        raise Refused(
            f"the year to {ENGLISH_MONTHS[end.month - 1]} may be twelve months or the year so far",
            ReportingPeriod.rolling(12, ending=end, calendar=calendar),
            ReportingPeriod.year_to_date(end, calendar=calendar),
        )
    period = ReportingPeriod.between(start, end, calendar=calendar)
    if period.kind is PeriodKind.RANGE and whole_months(start, end):
        return ReportingPeriod.rolling(duration.months, ending=end, calendar=calendar)
    return period


def place_week(week: Week, setting: Setting) -> ReportingPeriod:
    """Return the seven days that end or begin on a day."""
    day = place_point(week.day, setting)[0]
    beginning = day if week.begins else day - timedelta(days=6)
    return ReportingPeriod.week(beginning, calendar=setting.calendar)


def year_number(day: date, calendar: Calendar) -> int:
    """Return the year in which the reporting year around a day starts."""
    return year_start(day, calendar.first_month).year


def closes_year(day: date, calendar: Calendar) -> bool:
    """Say whether a day is the last of its reporting year."""
    following = day + ONE_DAY
    return following.day == 1 and following.month == calendar.first_month


def opens_year(day: date, calendar: Calendar) -> bool:
    """Say whether a day is the first of its reporting year."""
    return day.day == 1 and day.month == calendar.first_month


def year_around(day: date, calendar: Calendar) -> ReportingPeriod:
    """Return the reporting year that a day lies in."""
    return ReportingPeriod.reporting_year(year_number(day, calendar), calendar=calendar)
