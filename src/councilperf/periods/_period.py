"""The reporting period: one immutable value of kind, first day, last day and calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import total_ordering
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from councilperf._checks import check_instance
from councilperf.errors import FieldTypeError, PeriodError
from councilperf.periods import _algebra, _code, _format
from councilperf.periods._calendar import ACADEMIC, CALENDAR_YEAR, FINANCIAL, Calendar
from councilperf.periods._call import constructor_call
from councilperf.periods._guards import LIMITS, MOST_ROLLING_MONTHS, check_day, check_limits, whole
from councilperf.periods._kind import KindInput, PeriodKind, as_kind
from councilperf.periods._months import month_number, month_start
from councilperf.periods._steps import stepped, year_earlier
from councilperf.periods._units import misfit, named_kind, numbered_unit, unit_around, year_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.periods._algebra import Comparability
    from councilperf.periods._format import PeriodStyle, PeriodStyleWord

__all__ = ["ReportingPeriod"]

_SIX_DAYS = timedelta(days=6)


@final
@total_ordering
@frozen(order=False, repr=False)
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
            check_day("start", start)
            check_day("end", end)
        if type(calendar) is not Calendar:
            raise FieldTypeError("calendar", calendar, "a Calendar, such as FINANCIAL")
        check_limits(kind, start, end)
        problem = misfit(kind, start, end, calendar.first_month)
        if problem:
            raise PeriodError(f"{kind.words} {start} to {end}", problem)
        object.__setattr__(self, "sort_key", _sort_key(kind, start, end, calendar))

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
        year, month = whole("year", year), whole("month", month)
        check_instance("calendar", calendar, Calendar)
        # Numbered from January: as it is dated, not as the reporting year counts it.
        return _made(PeriodKind.MONTH, *numbered_unit(PeriodKind.MONTH, year, month, 1), calendar)

    @staticmethod
    def week(beginning: date, *, calendar: Calendar = FINANCIAL) -> ReportingPeriod:
        """Return the seven days from *beginning*, whatever weekday that is.

        >>> print(ReportingPeriod.week(date(2022, 6, 6)).end)
        2022-06-12
        """
        check_day("beginning", beginning)
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
        months = whole("months", months)
        _, end = _days_of("ending", ending)
        first = month_number(end) - months + 1
        if not 1 <= months <= MOST_ROLLING_MONTHS:
            problem = f"give 1 to {MOST_ROLLING_MONTHS} months, or the days with between"
            raise PeriodError(f"rolling {months} months to {end}", problem)
        calendar = _calendar_for(ending, calendar)
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
        _, end = _days_of("end", self)
        calendar = _calendar_for(self, calendar)
        check_instance("calendar", calendar, Calendar)
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
        rolling months and no school term. One day is a snapshot.
        """
        check_day("start", start)
        check_day("end", end)
        check_instance("calendar", calendar, Calendar)
        kind = named_kind(start, end, calendar.first_month)
        return ReportingPeriod(kind, start, end, calendar)

    @staticmethod
    def containing(
        day: date, kind: KindInput, *, calendar: Calendar = FINANCIAL
    ) -> ReportingPeriod:
        """Return the unit of this kind that a day lies in.

        >>> ReportingPeriod.containing(date(2019, 8, 14), "quarter")
        ReportingPeriod.quarter(2019, 2)
        """
        check_day("day", day)
        check_instance("calendar", calendar, Calendar)
        kind = as_kind(kind)
        return _numbered(kind, *unit_around(kind, day, calendar.first_month), calendar)

    @property
    def days(self) -> int:
        """How many days the period has, the first and the last among them.

        >>> ReportingPeriod.quarter(2019, 2).days
        92
        """
        return (self.end - self.start).days + 1

    def step(self, count: int, *, by: KindInput | None = None) -> ReportingPeriod:
        """Return the period so many steps later; earlier where the count is negative.

        >>> ReportingPeriod.quarter(2019, 2).step(-2)
        ReportingPeriod.quarter(2018, 4)
        >>> ReportingPeriod.quarter(2019, 3).year_to_date().step(-1, by="quarter")
        ReportingPeriod.year_to_date(date(2019, 9, 30))

        Units step by their own length. A snapshot, a year to date and rolling months do not
        show how often they are reported: *by* says it, their last day moves, and a month's last
        day stays one. Raises `PeriodError` for ranges and terms, which have no next one.
        """
        count = whole("count", count)
        try:
            start, end = stepped(self, count, None if by is None else as_kind(by))
            return _made(self.kind, start, end, self.calendar)
        except PeriodError:
            raise
        except (ValueError, OverflowError):  # no date at all, so far away it is
            raise PeriodError(f"{self!r} moved by {count}", LIMITS) from None

    def previous(self, *, by: KindInput | None = None) -> ReportingPeriod:
        """Return the period one step earlier.

        >>> ReportingPeriod.quarter(2019, 1).previous()
        ReportingPeriod.quarter(2018, 4)
        """
        return self.step(-1, by=by)

    def next(self, *, by: KindInput | None = None) -> ReportingPeriod:
        """Return the period one step later.

        >>> ReportingPeriod.as_at(date(2019, 6, 30)).next(by="quarter")
        ReportingPeriod.as_at(date(2019, 9, 30))
        """
        return self.step(1, by=by)

    def steps_to(self, other: ReportingPeriod, *, by: KindInput | None = None) -> int:
        """Return how many steps lead to another period: 1 to the next one, 2 across a gap of one.

        >>> ReportingPeriod.quarter(2019, 1).steps_to(ReportingPeriod.quarter(2020, 1))
        4
        """
        check_instance("other", other, ReportingPeriod)
        return _algebra.steps_between(self, other, None if by is None else as_kind(by))

    def same_period_last_year(self) -> ReportingPeriod:
        """Return the period that is compared with a year later.

        >>> ReportingPeriod.as_at(date(2021, 2, 28)).same_period_last_year()
        ReportingPeriod.as_at(date(2020, 2, 29))

        A month's last day stays one, a four-week period keeps its number, and a week lies 52
        weeks back, on the same weekdays. A term has none: each council sets its own.
        """
        return ReportingPeriod(self.kind, *year_earlier(self), self.calendar)

    def year(self) -> ReportingPeriod:
        """Return the year, in its own calendar, that the period lies in.

        >>> ReportingPeriod.month(2022, 3).year()
        ReportingPeriod.financial_year(2021)
        """
        return _numbered(PeriodKind.YEAR, _algebra.year_of(self), 1, self.calendar)

    def year_end(self) -> ReportingPeriod:
        """Return the last day of the year that the period lies in, as a snapshot.

        >>> ReportingPeriod.quarter(2019, 2).year_end()
        ReportingPeriod.as_at(date(2020, 3, 31))
        """
        return ReportingPeriod.as_at(self.year().end, calendar=self.calendar)

    def parts(self, kind: KindInput) -> tuple[ReportingPeriod, ...]:
        """Return the units of a kind that the period is made of, in order.

        >>> ReportingPeriod.half(2018, 2).parts("quarter")
        (ReportingPeriod.quarter(2018, 3), ReportingPeriod.quarter(2018, 4))

        Raises `PeriodError` where they do not tile it, as weeks do not tile a year.
        """
        return _algebra.units_of(self, as_kind(kind))

    def is_tiled_by(self, parts: Iterable[ReportingPeriod]) -> bool:
        """Say whether periods, in any order, cover this one without gap or overlap.

        >>> year = ReportingPeriod.financial_year(2019)
        >>> year.is_tiled_by(year.parts("quarter")), year.is_tiled_by(year.parts("quarter")[1:])
        (True, False)
        """
        return _algebra.tile(parts, self)

    def contains(self, other: date | ReportingPeriod) -> bool:
        """Say whether a day, or all the days of a period, are in this one.

        >>> ReportingPeriod.financial_year(2019).contains(ReportingPeriod.month(2020, 3))
        True
        """
        start, end = _days_of("other", other)
        return self.start <= start and end <= self.end

    def overlaps(self, other: ReportingPeriod) -> bool:
        """Say whether the two have a day in common.

        >>> ReportingPeriod.quarter(2019, 2).overlaps(ReportingPeriod.month(2019, 10))
        False
        """
        start, end = _days_of("other", other)
        return self.start <= end and start <= self.end

    def comparable(self, other: ReportingPeriod) -> Comparability:
        """Say whether figures of the two periods are like for like; if not, `reason` says why.

        >>> ReportingPeriod.quarter(2019, 3).comparable(ReportingPeriod.month(2019, 12)).reason
        'a quarter is not comparable with a month'

        They are when they agree in kind, in calendar where the kind depends on it, and in length:
        months for whole months, days for others, and the same part of the year for years to date.
        Whether they overlap, or have a gap between them, is for `overlaps` and `steps_to` to say.
        """
        check_instance("other", other, ReportingPeriod)
        return _algebra.comparability(self, other)

    @staticmethod
    def parse(
        text: str, *, calendar: Calendar | None = None, year: int | None = None
    ) -> ReportingPeriod:
        """Read a period as councils print it, inside a longer heading too.

        >>> ReportingPeriod.parse("Quarter 3 (April to December 2021)")
        ReportingPeriod.year_to_date(date(2021, 12, 31))

        *calendar* holds where the text names none, and *year*, by its start, where it has none.
        Raises `PeriodError` for what is no period, contradicts itself or may mean several.
        """
        from councilperf.periods._parse import parse  # noqa: PLC0415 (it builds on this class)

        return parse(text, calendar=calendar, year=year)

    def format(self, style: PeriodStyle | PeriodStyleWord) -> str:
        """Print the period in a named style; `parse` with its calendar reads it back.

        >>> ReportingPeriod.quarter(2019, 2).format("months")
        'Quarter 2 (July to September 2019)'

        Raises `PeriodError` where the text would be read as another period.
        """
        return _format.formatted(self, style)

    @property
    def code(self) -> str:
        """The text that stands for the period in files; it carries the calendar.

        >>> ReportingPeriod.quarter(2019, 2).code
        '2019-Q2@04'
        """
        return _code.encoded(self)

    @staticmethod
    def from_code(code: str) -> ReportingPeriod:
        """Return the period that a `code` stands for.

        >>> ReportingPeriod.from_code("2021-A1@09")
        ReportingPeriod.academic_year(2021)
        """
        kind, start, end, first_month = _code.decoded(code)
        period = ReportingPeriod(kind, start, end, Calendar(first_month))
        if period.code != code:
            raise PeriodError(code, "it is not written as codes are", readings=(period.code,))
        return period

    def __str__(self) -> str:
        return _format.with_calendar(_format.formatted(self, "short"), self)

    def __hash__(self) -> int:
        return self.sort_key

    def __lt__(self, other: ReportingPeriod) -> bool:
        if other.__class__ is not ReportingPeriod:
            return NotImplemented
        return self.sort_key < other.sort_key

    def __reduce__(self) -> tuple[object, ...]:
        return ReportingPeriod, (self.kind, self.start, self.end, self.calendar)

    def __repr__(self) -> str:
        return f"ReportingPeriod.{constructor_call(self)}"


def _numbered(kind: PeriodKind, year: int, number: int, calendar: Calendar) -> ReportingPeriod:
    """Make the unit with this number in the year that starts in *year*."""
    year, number = whole("year", year), whole("number", number)
    check_instance("calendar", calendar, Calendar)
    return _made(kind, *numbered_unit(kind, year, number, calendar.first_month), calendar)


def _sort_key(kind: PeriodKind, start: date, end: date, calendar: Calendar) -> int:
    """Pack what orders a period into one number; twenty bits hold any day up to 2201."""
    days = end.toordinal() << 20 | 0xFFFFF - start.toordinal()
    return (days << 4 | kind.rank) << 4 | calendar.first_month


def _days_of(name: str, given: date | ReportingPeriod) -> tuple[date, date]:
    """Return the first and last day of a day or a period."""
    if isinstance(given, ReportingPeriod):
        return given.start, given.end
    check_day(name, given)
    return given, given


def _calendar_for(given: date | ReportingPeriod, calendar: Calendar | None) -> Calendar:
    """Return the calendar that was asked for, else the one of a given period."""
    if calendar is not None:
        return calendar
    return given.calendar if isinstance(given, ReportingPeriod) else FINANCIAL


# To type checkers a field is its value; on the class it is the slot that sets it.
_slots: Any = ReportingPeriod
_set_kind, _set_start, _set_end = (_slots.kind.__set__, _slots.start.__set__, _slots.end.__set__)
_set_calendar, _set_sort_key = _slots.calendar.__set__, _slots.sort_key.__set__


def _made(kind: PeriodKind, start: date, end: date, calendar: Calendar) -> ReportingPeriod:
    """Make a period of days reckoned for its kind, in half the time of the guarded door."""
    check_limits(kind, start, end)
    period: ReportingPeriod = object.__new__(ReportingPeriod)
    _set_kind(period, kind)
    _set_start(period, start)
    _set_end(period, end)
    _set_calendar(period, calendar)
    _set_sort_key(period, _sort_key(kind, start, end, calendar))
    return period
