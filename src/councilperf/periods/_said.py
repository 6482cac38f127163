"""Sort the facts of a text, and settle which calendar and which year they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, final

from attrs import evolve

from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._facts import (
    Duration,
    Fact,
    Hint,
    Point,
    Position,
    Span,
    Unclear,
    Unit,
    UnitRun,
    Week,
    Year,
    YearCount,
    YearStart,
)
from councilperf.periods._grammar_years import two_digit_year
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._placing import (
    Setting,
    place_point,
    place_span,
    place_unit,
    place_years,
    year_number,
)
from councilperf.periods._refusal import Refused

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Said", "settle"]

T = TypeVar("T")
_CALENDARS = {"financial": FINANCIAL, "academic": ACADEMIC, "calendar": CALENDAR_YEAR}


@final
class Said:
    """The facts of one text, by sort, each once."""

    def __init__(self) -> None:
        self.stretches: list[Span | UnitRun | Duration | Week] = []
        self.positions: list[Position] = []
        self.units: list[Unit] = []
        self.months: list[Point] = []
        self.days: list[Point] = []
        self.years: list[Year] = []
        self.year_counts: list[YearCount] = []
        self.hints: set[str] = set()
        self.year_starts: list[YearStart] = []
        self.unclear: list[Unclear] = []
        #: The months of "rolling 12 months", which leaves its end to the rest of the text.
        self.rolling: Duration | None = None

    def add(self, fact: Fact) -> None:
        """Sort a fact in, unless it is there already."""
        if isinstance(fact, Hint):
            self.hints.add(fact.word)
        elif isinstance(fact, Year):
            _add_once(self.years, fact)
        elif isinstance(fact, Unit):
            _add_once(self.units, fact)
        elif isinstance(fact, Point):
            _add_once(self.days if fact.day else self.months, fact)
        elif isinstance(fact, Position):
            _add_once(self.positions, fact)
        elif isinstance(fact, Duration) and fact.ending is None:
            self.rolling = fact
        elif isinstance(fact, Span | UnitRun | Duration | Week):
            _add_once(self.stretches, fact)
        elif isinstance(fact, YearCount):
            _add_once(self.year_counts, fact)
        elif isinstance(fact, YearStart):
            _add_once(self.year_starts, fact)
        else:
            self.unclear.append(fact)


def _add_once(facts: list[T], fact: T) -> None:
    # Two that differ already make a contradiction; more would only make the list long.
    if fact not in facts and len(facts) < 4:
        facts.append(fact)


def _calendar(said: Said, given: Calendar | None) -> Calendar:
    """Return the calendar that the text names, else the caller's, else the financial one."""
    named = [calendar for word, calendar in _CALENDARS.items() if word in said.hints]
    named += [Calendar(start.month) for start in said.year_starts]
    if len(set(named)) > 1:
        raise Refused("it names two calendars: " + " and ".join(str(each) for each in named))
    if not named:
        return given or FINANCIAL
    # A council whose own year starts in, say, October calls that its financial year.
    own_year = given is not None and given not in {FINANCIAL, ACADEMIC, CALENDAR_YEAR}
    is_own = own_year and named == [FINANCIAL] and not said.year_starts
    return given if is_own and given else named[0]


def settle(said: Said, given: Calendar | None, year: int | None) -> Setting:
    """Return the calendar and the year that all the facts share."""
    calendar = _calendar(said, given)
    counts_by_start = given is not None or bool(said.year_starts) or calendar == CALENDAR_YEAR
    setting = Setting(calendar, counts_by_start=counts_by_start)
    if said.units and calendar != CALENDAR_YEAR:
        said.years = [_parted(each) for each in said.years]
    reporting = [each for each in said.years if each.count == 1]
    if len(reporting) > 1:
        raise Refused("it names two years", *(_example(said, setting, each) for each in reporting))
    for each in [*reporting, *(each for each in said.years if each.paired)]:
        if calendar == CALENDAR_YEAR:
            raise Refused(
                "a calendar year has no second year",
                *(ReportingPeriod.calendar_year(each.first + more) for more in (0, 1)),
            )
    if reporting:
        (named,) = reporting
        return evolve(setting, year=named.first)
    lone = [each.first for each in said.years if each.count == 0]
    own_years = _own_years(said, setting)
    if own_years:
        return evolve(setting, year=own_years[0], lone=next(iter(lone), None))
    if len(lone) > 1:
        raise Refused(f"it names the years {lone[0]} and {lone[1]}")
    if lone:
        return evolve(setting, lone=lone[0])
    return evolve(setting, year=year)


def _parted(year: Year) -> Year:
    """Read the 1920 of "Q2 1920" as 2019-20; beside no label it stays a number."""
    if year.count == 0 and year.doubtful:
        return Year(two_digit_year(year.first // 100), 1)
    return year


def _example(said: Said, setting: Setting, year: Year) -> ReportingPeriod:
    """Return what the text would mean in one of its years, for a refusal to show."""
    for unit in said.units:
        if unit.unit != "period":
            return place_unit(unit, evolve(setting, year=year.first))
    return place_years(year, setting)


def _own_years(said: Said, setting: Setting) -> list[int]:
    """Return the reporting years of whatever carries its own year, which year-less words share."""
    days: list[date] = []
    for stretch in said.stretches:
        if isinstance(stretch, UnitRun):
            return [stretch.first_year.first]
        if isinstance(stretch, Span):
            if stretch.first.year or stretch.last.year:
                days.append(place_span(stretch, setting)[1])
            continue
        point = stretch.day if isinstance(stretch, Week) else stretch.ending
        if isinstance(point, Point) and point.year:
            days.append(place_point(point, setting)[1])
    points = [each.of for each in said.positions if isinstance(each.of, Point)]
    days += [
        place_point(each, setting)[1] for each in (*points, *said.months, *said.days) if each.year
    ]
    return [year_number(day, setting.calendar) for day in days]
