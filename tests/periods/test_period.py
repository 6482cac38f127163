"""The period itself: its constructors, its guard, its order, and what it refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.periods import (
    ACADEMIC,
    CALENDAR_YEAR,
    FINANCIAL,
    Calendar,
    PeriodKind,
    ReportingPeriod,
)

TERM = ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17))
JULY = Calendar(7)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (ReportingPeriod.financial_year(2019), "2019-04-01", "2020-03-31"),
        (ReportingPeriod.academic_year(2021), "2021-09-01", "2022-08-31"),
        (ReportingPeriod.calendar_year(2021), "2021-01-01", "2021-12-31"),
        (ReportingPeriod.reporting_year(2019, calendar=JULY), "2019-07-01", "2020-06-30"),
        (ReportingPeriod.half(2018, 2), "2018-10-01", "2019-03-31"),
        (ReportingPeriod.four_months(2018, 3), "2018-12-01", "2019-03-31"),
        (ReportingPeriod.quarter(2019, 1), "2019-04-01", "2019-06-30"),
        (ReportingPeriod.quarter(2019, 4), "2020-01-01", "2020-03-31"),
        (ReportingPeriod.quarter(2019, 1, calendar=ACADEMIC), "2019-09-01", "2019-11-30"),
        (ReportingPeriod.quarter(2005, 3, calendar=CALENDAR_YEAR), "2005-07-01", "2005-09-30"),
        (ReportingPeriod.four_weeks(2018, 1), "2018-04-01", "2018-04-28"),
        (ReportingPeriod.four_weeks(2018, 9), "2018-11-11", "2018-12-08"),
        (ReportingPeriod.four_weeks(2019, 13), "2020-03-02", "2020-03-31"),
        (ReportingPeriod.month(2022, 2), "2022-02-01", "2022-02-28"),
        (ReportingPeriod.month(2000, 2), "2000-02-01", "2000-02-29"),
        (ReportingPeriod.month(2100, 2), "2100-02-01", "2100-02-28"),
        (ReportingPeriod.week(date(2022, 12, 28)), "2022-12-28", "2023-01-03"),
        (ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17)), "2021-09-06", "2021-12-17"),
        (ReportingPeriod.as_at(date(2008, 9, 30)), "2008-09-30", "2008-09-30"),
        (ReportingPeriod.rolling(12, ending=date(2011, 2, 28)), "2010-03-01", "2011-02-28"),
        (
            ReportingPeriod.rolling(3, ending=ReportingPeriod.half(2018, 1)),
            "2018-07-01",
            "2018-09-30",
        ),
        (ReportingPeriod.year_to_date(date(2018, 1, 31)), "2017-04-01", "2018-01-31"),
        (
            ReportingPeriod.year_to_date(date(2018, 1, 31), calendar=ACADEMIC),
            "2017-09-01",
            "2018-01-31",
        ),
        (ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 31)), "2014-02-01", "2014-07-31"),
        (ReportingPeriod.containing(date(2020, 3, 31), "four_weeks"), "2020-03-02", "2020-03-31"),
    ],
)
def test_a_constructor_gives_the_days_that_the_paper_means(
    period: ReportingPeriod, start: str, end: str
) -> None:
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2019, 4, 1), date(2020, 3, 31), ReportingPeriod.financial_year(2019)),
        (date(2018, 4, 1), date(2018, 9, 30), ReportingPeriod.half(2018, 1)),
        (date(2018, 8, 1), date(2018, 11, 30), ReportingPeriod.four_months(2018, 2)),
        (date(2018, 11, 11), date(2018, 12, 8), ReportingPeriod.four_weeks(2018, 9)),
        (date(2019, 3, 3), date(2019, 3, 31), ReportingPeriod.four_weeks(2018, 13)),
        (date(2022, 7, 1), date(2022, 7, 31), ReportingPeriod.month(2022, 7)),
        (date(2022, 6, 6), date(2022, 6, 12), ReportingPeriod.week(date(2022, 6, 6))),
        (date(2022, 6, 6), date(2022, 6, 6), ReportingPeriod.as_at(date(2022, 6, 6))),
    ],
)
def test_the_exact_days_of_a_unit_give_that_unit(
    start: date, end: date, expected: ReportingPeriod
) -> None:
    assert ReportingPeriod.between(start, end) == expected


def test_nine_months_are_no_quarter_and_no_year_to_date_unless_called_so() -> None:
    nine_months = ReportingPeriod.between(date(2019, 4, 1), date(2019, 12, 31))
    assert nine_months.kind is PeriodKind.RANGE
    assert nine_months != ReportingPeriod.year_to_date(date(2019, 12, 31))


def test_a_unit_of_another_calendar_is_a_free_range_in_this_one() -> None:
    days = date(2021, 9, 1), date(2022, 8, 31)
    assert ReportingPeriod.between(*days).kind is PeriodKind.RANGE
    assert ReportingPeriod.between(*days, calendar=ACADEMIC) == ReportingPeriod.academic_year(2021)


@pytest.mark.parametrize(
    ("kind", "start", "end", "why"),
    [
        (PeriodKind.AS_AT, date(2019, 6, 1), date(2019, 6, 2), "one day"),
        (PeriodKind.WEEK, date(2019, 6, 1), date(2019, 6, 8), "seven days"),
        (PeriodKind.FOUR_WEEKS, date(2019, 4, 2), date(2019, 4, 29), "thirteen"),
        (PeriodKind.MONTH, date(2019, 6, 1), date(2019, 6, 29), "days of a month"),
        (PeriodKind.QUARTER, date(2019, 5, 1), date(2019, 7, 31), "days of a quarter"),
        (PeriodKind.QUARTER, date(2019, 4, 2), date(2019, 6, 30), "days of a quarter"),
        (PeriodKind.QUARTER, date(2019, 4, 1), date(2019, 12, 31), "days of a quarter"),
        (PeriodKind.YEAR, date(2019, 1, 1), date(2019, 12, 31), "days of a year"),
        (PeriodKind.TERM, date(2019, 6, 2), date(2019, 6, 1), "before its first"),
        (PeriodKind.YEAR_TO_DATE, date(2019, 4, 2), date(2019, 6, 30), "begins with the year"),
        (PeriodKind.ROLLING, date(2019, 4, 2), date(2019, 6, 30), "whole months"),
        (PeriodKind.RANGE, date(2019, 4, 1), date(2019, 6, 30), "use between"),
    ],
)
def test_no_period_is_made_with_days_that_its_kind_does_not_have(
    kind: PeriodKind, start: date, end: date, why: str
) -> None:
    with pytest.raises(PeriodError, match=why):
        ReportingPeriod(kind, start, end)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: ReportingPeriod.quarter(2019, 5), "a year has 4"),
        (lambda: ReportingPeriod.quarter(2019, 0), "a year has 4"),
        (lambda: ReportingPeriod.half(2019, 3), "a year has 2"),
        (lambda: ReportingPeriod.four_weeks(2019, 14), "a year has 13"),
        (lambda: ReportingPeriod.month(2019, 13), "a year has 12"),
        (lambda: ReportingPeriod.financial_year(1899), "1900 to 2200"),
        (lambda: ReportingPeriod.financial_year(2201), "1900 to 2200"),
        (lambda: ReportingPeriod.financial_year(10**9), "1900 to 2200"),
        (lambda: ReportingPeriod.quarter(1899, 3), "1900 to 2200"),
        (lambda: ReportingPeriod.as_at(date(1899, 12, 31)), "1900 to 2200"),
        (lambda: ReportingPeriod.as_at(date(2201, 1, 1)), "1900 to 2200"),
        (lambda: ReportingPeriod.week(date.max), "1900 to 2200"),
        (lambda: ReportingPeriod.between(date(1, 1, 1), date(1, 1, 28)), "1900 to 2200"),
        (lambda: ReportingPeriod.between(date(2100, 1, 1), date.max), "1900 to 2200"),
        (lambda: ReportingPeriod.rolling(0, ending=date(2019, 6, 30)), "1 to 120 months"),
        (lambda: ReportingPeriod.rolling(121, ending=date(2019, 6, 30)), "1 to 120 months"),
        (lambda: ReportingPeriod.rolling(12, ending=date(1900, 6, 30)), "1900 to 2200"),
        (lambda: ReportingPeriod.rolling(12, ending=date(2019, 6, 29)), "whole months"),
        (lambda: ReportingPeriod.between(date(2019, 6, 2), date(2019, 6, 1)), "before its first"),
        (lambda: ReportingPeriod.containing(date(2019, 6, 2), "week"), "does not say which week"),
    ],
)
def test_what_is_no_period_is_refused_with_the_reason(make: object, why: str) -> None:
    assert callable(make)
    with pytest.raises(PeriodError, match=why):
        make()


@pytest.mark.parametrize(
    "make",
    [
        lambda: ReportingPeriod.quarter("2019", 2),  # type: ignore[arg-type]
        lambda: ReportingPeriod.quarter(2019, 2.0),  # type: ignore[arg-type]
        lambda: ReportingPeriod.quarter(2019, True),
        lambda: ReportingPeriod.quarter(2019, 2, calendar=4),  # type: ignore[arg-type]
        lambda: ReportingPeriod.month(2019, 2, calendar=4),  # type: ignore[arg-type]
        lambda: ReportingPeriod.as_at("2019-06-30"),  # type: ignore[arg-type]
        lambda: ReportingPeriod.term(date(2019, 6, 30), None),  # type: ignore[arg-type]
        lambda: ReportingPeriod.as_at(date(2019, 6, 30), calendar=4),  # type: ignore[arg-type]
        lambda: ReportingPeriod.as_at(datetime(2019, 6, 30, tzinfo=UTC)),
        lambda: ReportingPeriod.quarter(2019, 2).contains("2019-06-30"),  # type: ignore[arg-type]
        lambda: ReportingPeriod.quarter(2019, 2).comparable(None),  # type: ignore[arg-type]
        lambda: ReportingPeriod.quarter(2019, 2).step(0.5),  # type: ignore[arg-type]
    ],
)
def test_what_is_of_the_wrong_type_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(FieldTypeError):
        make()


def test_an_unknown_kind_is_answered_with_those_there_are() -> None:
    with pytest.raises(FieldValueError, match="four_weeks, month, quarter"):
        ReportingPeriod.quarter(2019, 2).parts("fortnight")  # type: ignore[arg-type]


def test_whole_numbers_of_any_make_are_taken() -> None:
    class Whole:
        def __index__(self) -> int:
            return 2

    assert ReportingPeriod.quarter(2019, Whole()) == ReportingPeriod.quarter(2019, 2)  # type: ignore[arg-type]


def test_quarters_of_1899_that_start_in_1900_are_there() -> None:
    period = ReportingPeriod.quarter(1900, 1).previous()
    assert period == ReportingPeriod.quarter(1899, 4)
    with pytest.raises(PeriodError, match="1900 to 2200"):
        period.previous()


def test_a_year_may_end_in_2201() -> None:
    assert ReportingPeriod.financial_year(2200).end == date(2201, 3, 31)
    with pytest.raises(PeriodError, match="1900 to 2200"):
        ReportingPeriod.financial_year(2200).next()


def test_periods_sort_by_last_day_and_totals_after_their_parts() -> None:
    quarters = ReportingPeriod.financial_year(2019).parts("quarter")
    halves = ReportingPeriod.financial_year(2019).parts("half")
    year = ReportingPeriod.financial_year(2019)
    expected = [*quarters[:2], halves[0], *quarters[2:], halves[1], year]
    assert sorted([year, *halves, *quarters]) == expected


def test_periods_of_the_same_days_sort_by_kind_and_then_by_calendar() -> None:
    year = ReportingPeriod.financial_year(2019)
    rolling = ReportingPeriod.rolling(12, ending=year)
    to_date = year.year_to_date()
    assert sorted([rolling, to_date, year]) == [year, to_date, rolling]
    months = [ReportingPeriod.month(2019, 6, calendar=Calendar(n)) for n in (9, 4, 1)]
    assert sorted(months) == months[::-1]


def test_a_month_of_another_calendar_is_another_period() -> None:
    assert ReportingPeriod.month(2019, 6) != ReportingPeriod.month(2019, 6, calendar=ACADEMIC)


def test_a_period_compares_with_no_stranger() -> None:
    period = ReportingPeriod.quarter(2019, 2)
    assert period.__eq__(period.sort_key) is NotImplemented
    assert (period == object()) is False
    with pytest.raises(TypeError):
        _ = period < period.start  # type: ignore[operator]


def test_a_period_cannot_be_changed_but_a_changed_one_is_checked() -> None:
    period = ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 31))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        period.start = date(2014, 1, 1)  # type: ignore[misc]
    assert attrs.evolve(period, end=date(2014, 8, 31)).days == 212
    with pytest.raises(PeriodError, match="quarter"):
        attrs.evolve(period, end=date(2014, 4, 30), calendar=Calendar(2))


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (ReportingPeriod.quarter(2019, 2), "Q2 2019-20"),
        (ReportingPeriod.academic_year(2021), "2021-22 (academic year)"),
        (ReportingPeriod.quarter(2005, 3, calendar=CALENDAR_YEAR), "Q3 2005 (calendar year)"),
        (ReportingPeriod.reporting_year(2019, calendar=JULY), "2019-20 (years from July)"),
        (ReportingPeriod.month(2019, 9, calendar=ACADEMIC), "Sep 2019 (years from September)"),
        (TERM, "Term 6 Sep – 17 Dec 2021"),
        (attrs.evolve(TERM, calendar=FINANCIAL), "Term 6 Sep – 17 Dec 2021 (years from April)"),
    ],
)
def test_as_text_a_period_names_its_calendar_unless_its_kind_is_read_in_it(
    period: ReportingPeriod, text: str
) -> None:
    assert str(period) == text


@pytest.mark.parametrize("calendar", [FINANCIAL, ACADEMIC, CALENDAR_YEAR, JULY])
@pytest.mark.parametrize(
    "period",
    [
        ReportingPeriod.as_at(date(2021, 3, 3)),
        ReportingPeriod.week(date(2021, 3, 8)),
        ReportingPeriod.month(2019, 9),
        TERM,
        ReportingPeriod.rolling(12, ending=date(2021, 3, 31)),
        ReportingPeriod.between(date(2021, 3, 3), date(2021, 3, 4)),
        ReportingPeriod.year_to_date(date(2019, 12, 31)),
    ],
    ids=lambda period: period.kind,
)
def test_what_a_period_is_as_text_is_read_back(
    period: ReportingPeriod, calendar: Calendar
) -> None:
    if period.kind is PeriodKind.YEAR_TO_DATE:
        period = ReportingPeriod.year_to_date(period, calendar=calendar)
    period = attrs.evolve(period, calendar=calendar)

    assert ReportingPeriod.parse(str(period)) == period
    assert ReportingPeriod.parse(str(period), calendar=period.calendar) == period


def test_a_calendar_has_a_first_month_of_the_twelve() -> None:
    for wrong in (0, 13):
        with pytest.raises(FieldValueError, match="from 1 to 12"):
            Calendar(wrong)
    assert [repr(each) for each in (FINANCIAL, ACADEMIC, CALENDAR_YEAR, JULY)] == [
        "FINANCIAL",
        "ACADEMIC",
        "CALENDAR_YEAR",
        "Calendar(7)",
    ]


@pytest.mark.parametrize(("year", "last"), [(2000, 29), (2019, 28), (2020, 29), (2100, 28)])
def test_february_has_29_days_in_a_leap_year(year: int, last: int) -> None:
    assert ReportingPeriod.month(year, 2).end == date(year, 2, last)


@pytest.mark.parametrize("month", range(1, 13))
def test_of_the_same_days_the_kinds_stand_in_their_order(month: int) -> None:
    named = ReportingPeriod.month(2019, month)
    rolling = ReportingPeriod.rolling(1, ending=named)

    assert named < rolling
    assert named != rolling


@pytest.mark.parametrize("months", [1, 120])
def test_months_roll_one_by_one_up_to_ten_years(months: int) -> None:
    period = ReportingPeriod.rolling(months, ending=date(2019, 3, 31))

    assert attrs.evolve(period) == period
    assert 12 * (2019 - period.start.year) + 3 - period.start.month == months - 1
