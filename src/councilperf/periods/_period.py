"""The reporting period: one immutable value of kind, first day, last day and calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from operator import index
from typing import SupportsIndex, final

from attrs import field, frozen

from councilperf._checks import check_instance
from councilperf.errors import FieldTypeError, PeriodError
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._call import constructor_call
from councilperf.periods._kind import PeriodKind, PeriodKindWord, as_kind
from councilperf.periods._months import month_end, month_number, month_start
from councilperf.periods._steps import stepped
from councilperf.periods._units import (
    misfit,
    named_kind,
    numbered_unit,
    unit_around,
    year_start,
)

__all__ = ["ReportingPeriod"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_SIX_DAYS = timedelta(days=6)


@final
@frozen(order=True, repr=False)
class ReportingPeriod:
    """A period that a council reports on; made by the constructors that read like the paper.

    >>> ReportingPeriod.quarter(2019, 2)
    ReportingPeriod.quarter(2019, 2)
    >>> print(ReportingPeriod.quarter(2019, 2).start, ReportingPeriod.quarter(2019, 2).end)
    2019-07-01 2019-09-30

    A year is named by the year in which it starts: 2019 is 2019-20. `start` is the first day and
    `end` the last, both inside. A period starts from 1900 to 2200.

    **Order.** Periods of all kinds and calendars sort together, by `sort_key`: by last day, since
    that is when a figure can be known; of those that end together the shorter comes first, as
    total columns stand after their parts; then by kind, then by the calendar's first month.
    `sorted(periods, key=attrgetter("sort_key"))` is the fastest way to sort many.
    """

    kind: PeriodKind = field(converter=as_kind, eq=False)
    start: date = field(eq=False)
    end: date = field(eq=False)
    calendar: Calendar = field(default=FINANCIAL, eq=False)
    #: One whole number that orders, compares and hashes for the period.
    sort_key: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        kind, start, end, calendar = self.kind, self.start, self.end, self.calendar
        if type(start) is not date or type(end) is not date:
            _check_day("start", start)
            _check_day("end", end)
        check_instance("calendar", calendar, Calendar)
        if not (_FIRST_YEAR <= start.year <= _LAST_YEAR and end.year <= _LAST_YEAR + 1):
            raise PeriodError(f"{kind.words} {start} to {end}", _LIMITS)
        problem = misfit(kind, start, end, calendar.first_month) if start <= end else _BACKWARDS
        if problem:
            raise PeriodError(f"{kind.words} {start} to {end}", problem)
        # Each part has room to spare: days count 32 to a month, kinds and months stay below 16.
        last = (end.year * 12 + end.month) << 5 | end.day
        first = (start.year * 12 + start.month) << 5 | start.day
        key = (last << 20 | 0xFFFFF - first) << 8 | kind.rank << 4 | calendar.first_month
        object.__setattr__(self, "sort_key", key)

    @staticmethod
    def financial_year(year: int) -> ReportingPeriod:
        """Return the year from 1 April.

        >>> print(ReportingPeriod.financial_year(2019).end)
        2020-03-31
        """
        return _numbered(PeriodKind.YEAR, year, 1, FINANCIAL)

    @staticmethod
    def academic_year(year: int) -> ReportingPeriod:
        """Return the school year from 1 September.

        >>> print(ReportingPeriod.academic_year(2021).end)
        2022-08-31
        """
        return _numbered(PeriodKind.YEAR, year, 1, ACADEMIC)

    @staticmethod
    def calendar_year(year: int) -> ReportingPeriod:
        """Return the year from 1 January.

        >>> print(ReportingPeriod.calendar_year(2021).end)
        2021-12-31
        """
        return _numbered(PeriodKind.YEAR, year, 1, CALENDAR_YEAR)

    @staticmethod
    def reporting_year(year: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return the year that starts in *year* in any calendar.

        >>> print(ReportingPeriod.reporting_year(2019, calendar=Calendar(7)).end)
        2020-06-30
        """
        return _numbered(PeriodKind.YEAR, year, 1, calendar)

    @staticmethod
    def half(year: int, number: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return half-year 1 or 2 of a year.

        >>> print(ReportingPeriod.half(2018, 1).end)
        2018-09-30
        """
        return _numbered(PeriodKind.HALF, year, number, calendar)

    @staticmethod
    def four_months(year: int, number: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return four-month period 1, 2 or 3 of a year.

        >>> print(ReportingPeriod.four_months(2018, 1).end)
        2018-07-31
        """
        return _numbered(PeriodKind.FOUR_MONTHS, year, number, calendar)

    @staticmethod
    def quarter(year: int, number: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return quarter 1 to 4 of a year, three months and no more.

        >>> print(ReportingPeriod.quarter(2019, 4).end)
        2020-03-31

        A "Quarter 3" that runs from April is a `year_to_date`.
        """
        return _numbered(PeriodKind.QUARTER, year, number, calendar)

    @staticmethod
    def four_weeks(year: int, number: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return four-week period 1 to 13 of a year; the thirteenth takes the rest of it.

        >>> period = ReportingPeriod.four_weeks(2018, 13)
        >>> print(period.start, period.end)
        2019-03-03 2019-03-31
        """
        return _numbered(PeriodKind.FOUR_WEEKS, year, number, calendar)

    @staticmethod
    def month(year: int, month: int, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return a month as it is dated: January 2023 is `month(2023, 1)`, in any calendar.

        >>> print(ReportingPeriod.month(2024, 2).end)
        2024-02-29
        """
        year, month = _whole("year", year), _whole("month", month)
        if not 1 <= month <= 12:
            raise PeriodError(f"month {month} of {year}", "there are months 1 to 12")
        _check_year("month", year)
        number = year * 12 + month - 1
        return ReportingPeriod(PeriodKind.MONTH, month_start(number), month_end(number), calendar)

    @staticmethod
    def week(beginning: date, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return the seven days from *beginning*, whatever weekday that is.

        >>> print(ReportingPeriod.week(date(2022, 6, 6)).end)
        2022-06-12
        """
        _check_day("beginning", beginning)
        _check_year("week beginning", beginning.year)
        return ReportingPeriod(PeriodKind.WEEK, beginning, beginning + _SIX_DAYS, calendar)

    @staticmethod
    def term(start: date, end: date, *, calendar: Calendar = ACADEMIC) -> ReportingPeriod:
        """Return a school term; each council sets its own, so the days are given.

        >>> ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17)).days
        103
        """
        return ReportingPeriod(PeriodKind.TERM, start, end, calendar)

    @staticmethod
    def as_at(day: date, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return a single day on which something was counted.

        >>> ReportingPeriod.as_at(date(2019, 3, 31)).days
        1
        """
        return ReportingPeriod(PeriodKind.AS_AT, day, day, calendar)

    @staticmethod
    def rolling(
        months: int,
        *,
        ending: date | ReportingPeriod,
        calendar: Calendar | None = None,
    ) -> ReportingPeriod:
        """Return so many whole months up to a month's last day, or up to the end of a period.

        >>> print(ReportingPeriod.rolling(12, ending=date(2022, 6, 30)).start)
        2021-07-01
        """
        months = _whole("months", months)
        end, calendar = _last_day("ending", ending, calendar)
        first = month_number(end) - months + 1
        if months < 1 or not first >= _FIRST_YEAR * 12:
            text = f"rolling {months} months to {end}"
            raise PeriodError(text, f"give 1 month or more, the first not before {_FIRST_YEAR}")
        return ReportingPeriod(PeriodKind.ROLLING, month_start(first), end, calendar)

    def year_to_date(
        self: ReportingPeriod | date, *, calendar: Calendar | None = None
    ) -> ReportingPeriod:
        """Return the year so far: from the year's first day up to a day or to a period's end.

        >>> ReportingPeriod.year_to_date(date(2019, 12, 31)).days
        275
        >>> ReportingPeriod.quarter(2019, 3).year_to_date()
        ReportingPeriod.year_to_date(date(2019, 12, 31))

        Called on the class it takes a day or a period; called on a period, it is that one's.
        """
        end, calendar = _last_day("end", self, calendar)
        start = year_start(end, calendar.first_month)
        return ReportingPeriod(PeriodKind.YEAR_TO_DATE, start, end, calendar)

    @staticmethod
    def between(start: date, end: date, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return the period with this first and last day: a named unit if it has just these days.

        >>> ReportingPeriod.between(date(2019, 7, 1), date(2019, 9, 30))
        ReportingPeriod.quarter(2019, 2)
        >>> ReportingPeriod.between(date(2019, 7, 1), date(2019, 9, 16))
        ReportingPeriod.between(date(2019, 7, 1), date(2019, 9, 16))

        Days alone never say that a figure is cumulative, so this gives no year to date, no
        rolling months and no school term. One day is an as-at day.
        """
        _check_day("start", start)
        _check_day("end", end)
        check_instance("calendar", calendar, Calendar)
        kind = named_kind(start, end, calendar.first_month)
        return ReportingPeriod(kind, start, end, calendar)

    @staticmethod
    def containing(
        day: date, kind: PeriodKind, *, calendar: Calendar = FINANCIAL
    ) -> ReportingPeriod:
        """Return the unit of this kind that a day lies in.

        >>> ReportingPeriod.containing(date(2019, 8, 14), PeriodKind.QUARTER)
        ReportingPeriod.quarter(2019, 2)
        """
        _check_day("day", day)
        kind = as_kind(kind)
        if kind is PeriodKind.AS_AT:
            return ReportingPeriod.as_at(day, calendar=calendar)
        if not kind.months and kind is not PeriodKind.FOUR_WEEKS:
            raise PeriodError(f"{kind.words} around {day}", f"a day is in no one {kind.words}")
        check_instance("calendar", calendar, Calendar)
        return _numbered(kind, *unit_around(kind, day, calendar.first_month), calendar)

    @property
    def days(self) -> int:
        """How many days the period has, the first and the last among them.

        >>> ReportingPeriod.quarter(2019, 2).days
        92
        """
        return (self.end - self.start).days + 1

    def step(
        self, count: int, *, by: PeriodKind | PeriodKindWord | None = None
    ) -> ReportingPeriod:
        """Return the period so many steps later; earlier where the count is negative.

        >>> ReportingPeriod.quarter(2019, 2).step(-2)
        ReportingPeriod.quarter(2018, 4)
        >>> ReportingPeriod.quarter(2019, 3).year_to_date().step(-1, by="quarter")
        ReportingPeriod.year_to_date(date(2019, 9, 30))

        Units of time step by their own length. An as-at day, a year to date and rolling months do
        not show how often they are reported, so *by* has to say it: their last day moves, and a
        month's last day stays a month's last day. A free range and a term have no next one.
        Raises `PeriodError` where a kind cannot step so, or leaves the years 1900 to 2200.
        """
        count = _whole("count", count)
        start, end = stepped(self, count, None if by is None else as_kind(by))
        return ReportingPeriod(self.kind, start, end, self.calendar)

    def previous(self, *, by: PeriodKind | PeriodKindWord | None = None) -> ReportingPeriod:
        """Return the period one step earlier.

        >>> ReportingPeriod.quarter(2019, 1).previous()
        ReportingPeriod.quarter(2018, 4)
        """
        return self.step(-1, by=by)

    def next(self, *, by: PeriodKind | PeriodKindWord | None = None) -> ReportingPeriod:
        """Return the period one step later.

        >>> ReportingPeriod.as_at(date(2019, 6, 30)).next(by="quarter")
        ReportingPeriod.as_at(date(2019, 9, 30))
        """
        return self.step(1, by=by)

    def __hash__(self) -> int:
        return hash(self.sort_key)

    def __reduce__(self) -> tuple[object, ...]:
        return ReportingPeriod, (self.kind, self.start, self.end, self.calendar)

    def __repr__(self) -> str:
        return f"ReportingPeriod.{constructor_call(self)}"


_BACKWARDS = "its last day is before its first"


def _numbered(kind: PeriodKind, year: int, number: int, calendar: Calendar) -> ReportingPeriod:
    """Make the unit with this number in the year that starts in *year*."""
    year, number = _whole("year", year), _whole("number", number)
    check_instance("calendar", calendar, Calendar)
    count = 12 // kind.months if kind.months else 13
    if not 1 <= number <= count:
        text = f"{kind.words} {number} of {year}"
        raise PeriodError(text, f"a year has {count} of them, numbered from 1")
    _check_year(f"{kind.words} {number}", year)
    start, end = numbered_unit(kind, year, number, calendar.first_month)
    return ReportingPeriod(kind, start, end, calendar)


def _whole(name: str, value: SupportsIndex) -> int:
    """Take a whole number of any make, numpy's too, and nothing else."""
    if type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise FieldTypeError(name, value, "a whole number")
    return index(value)


def _check_day(name: str, value: object) -> None:
    """Refuse what is no date; a moment would compare with no date."""
    if isinstance(value, datetime):
        raise FieldTypeError(name, value, "a date: call its date()")
    check_instance(name, value, date)


def _check_year(words: str, year: int) -> None:
    """Refuse a year that is out of bounds before any date is made of it."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise PeriodError(f"{words} of {year}", _LIMITS)


_LIMITS = f"periods start from {_FIRST_YEAR} to {_LAST_YEAR}, and end by {_LAST_YEAR + 1}"


def _last_day(
    name: str, until: date | ReportingPeriod, calendar: Calendar | None
) -> tuple[date, Calendar]:
    """Return the day meant by a day or a period, and the calendar to count in."""
    if isinstance(until, ReportingPeriod):
        return until.end, until.calendar if calendar is None else calendar
    _check_day(name, until)
    check_instance("calendar", calendar, Calendar, optional=True)
    return until, FINANCIAL if calendar is None else calendar
