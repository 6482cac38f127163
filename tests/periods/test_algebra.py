"""Steps, parts, years and comparisons of single periods; the laws stand in tests/laws."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import (
    ACADEMIC,
    CALENDAR_YEAR,
    Calendar,
    PeriodKind,
    ReportingPeriod,
    period_range,
)

QUARTER = ReportingPeriod.quarter(2019, 2)
TERM = ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17))
FOUR_YEARS = ReportingPeriod.between(date(2008, 4, 1), date(2012, 3, 31))


def to_date(year: int, month: int, day: int) -> ReportingPeriod:
    return ReportingPeriod.year_to_date(date(year, month, day))


def as_at(year: int, month: int, day: int) -> ReportingPeriod:
    return ReportingPeriod.as_at(date(year, month, day))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (ReportingPeriod.month(2019, 12), ReportingPeriod.month(2020, 1)),
        (ReportingPeriod.half(2018, 2), ReportingPeriod.half(2019, 1)),
        (ReportingPeriod.four_months(2018, 3), ReportingPeriod.four_months(2019, 1)),
        (ReportingPeriod.academic_year(2021), ReportingPeriod.academic_year(2022)),
        (ReportingPeriod.four_weeks(2018, 13), ReportingPeriod.four_weeks(2019, 1)),
        (ReportingPeriod.week(date(2022, 12, 28)), ReportingPeriod.week(date(2023, 1, 4))),
    ],
)
def test_units_step_across_the_turn_of_the_year(
    period: ReportingPeriod, expected: ReportingPeriod
) -> None:
    assert period.next() == expected


@pytest.mark.parametrize(
    "period",
    [
        as_at(2019, 6, 30),
        to_date(2019, 6, 30),
        ReportingPeriod.rolling(12, ending=date(2019, 6, 30)),
    ],
)
def test_what_does_not_show_how_often_it_is_reported_has_to_be_told(
    period: ReportingPeriod,
) -> None:
    with pytest.raises(PeriodError, match="say by='quarter'"):
        period.previous()
    assert period.previous(by="quarter").end == date(2019, 3, 31)
    assert period.previous(by="month").end == date(2019, 5, 31)


def test_a_year_to_date_goes_on_in_the_next_year() -> None:
    assert to_date(2020, 3, 31).next(by="quarter") == to_date(2020, 6, 30)


def test_a_smaller_unit_steps_by_a_larger_one() -> None:
    assert ReportingPeriod.month(2019, 2).step(-1, by="year") == ReportingPeriod.month(2018, 2)
    assert ReportingPeriod.four_weeks(2019, 13).next(by="year").days == 29


@pytest.mark.parametrize(
    ("period", "by", "why"),
    [
        (QUARTER, "month", "does not step by month"),
        (QUARTER, "week", "does not step by week"),
        (ReportingPeriod.week(date(2022, 6, 6)), "year", "does not step by year"),
        (ReportingPeriod.four_weeks(2018, 9), "quarter", "does not step by quarter"),
        (as_at(2019, 6, 30), "term", "does not step by school term"),
        (ReportingPeriod.rolling(12, ending=date(2019, 6, 30)), "week", "does not step by week"),
        (as_at(2019, 1, 30), "month", "not every month has a day 30"),
        (as_at(2020, 2, 28), "year", "not every month has a day 28"),
        (TERM, "year", "each council sets its own"),
        (FOUR_YEARS, "year", "no next one"),
    ],
)
def test_a_step_that_would_have_to_be_guessed_is_refused(
    period: ReportingPeriod, by: PeriodKind, why: str
) -> None:
    with pytest.raises(PeriodError, match=why):
        period.next(by=by)


@pytest.mark.parametrize("count", [10**4, -(10**4), 10**6, -(10**6), 10**12, -(10**12), 10**30])
@pytest.mark.parametrize(
    ("period", "by"),
    [
        (QUARTER, None),
        (ReportingPeriod.week(date(2022, 6, 6)), None),
        (ReportingPeriod.four_weeks(2018, 9), None),
        (as_at(2019, 6, 30), "month"),
        (to_date(2019, 6, 30), "year"),
    ],
)
def test_no_step_leaves_the_years_that_periods_have(
    period: ReportingPeriod, by: PeriodKind | None, count: int
) -> None:
    with pytest.raises(PeriodError):
        period.step(count * 40, by=by)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (QUARTER, ReportingPeriod.quarter(2018, 2)),
        (as_at(2021, 2, 28), as_at(2020, 2, 29)),
        (as_at(2020, 2, 29), as_at(2019, 2, 28)),
        (as_at(2020, 2, 28), as_at(2019, 2, 28)),
        (as_at(2019, 10, 19), as_at(2018, 10, 19)),
        (to_date(2021, 2, 28), to_date(2020, 2, 29)),
        (ReportingPeriod.week(date(2022, 6, 6)), ReportingPeriod.week(date(2021, 6, 7))),
        (ReportingPeriod.four_weeks(2019, 13), ReportingPeriod.four_weeks(2018, 13)),
        (
            ReportingPeriod.rolling(12, ending=date(2021, 2, 28)),
            ReportingPeriod.rolling(12, ending=date(2020, 2, 29)),
        ),
        (FOUR_YEARS, ReportingPeriod.between(date(2007, 4, 1), date(2011, 3, 31))),
        (
            ReportingPeriod.between(date(2020, 2, 29), date(2020, 5, 15)),
            ReportingPeriod.between(date(2019, 3, 1), date(2019, 5, 15)),
        ),
    ],
)
def test_the_same_period_last_year(period: ReportingPeriod, expected: ReportingPeriod) -> None:
    assert period.same_period_last_year() == expected
    assert period.comparable(expected)


def test_a_range_that_was_a_month_in_the_year_before_has_no_like_period() -> None:
    """28 days of a February of 29, then all of a February."""
    with pytest.raises(PeriodError, match="days of a month"):
        ReportingPeriod.between(date(2020, 2, 1), date(2020, 2, 28)).same_period_last_year()


def test_a_term_has_no_same_period_last_year() -> None:
    with pytest.raises(PeriodError, match="each council sets its own"):
        TERM.same_period_last_year()


def test_the_year_is_that_of_the_periods_own_calendar() -> None:
    assert ReportingPeriod.month(2022, 7).year() == ReportingPeriod.financial_year(2022)
    july = ReportingPeriod.month(2022, 7, calendar=ACADEMIC)
    assert july.year() == ReportingPeriod.academic_year(2021)
    assert july.year_end() == ReportingPeriod.as_at(date(2022, 8, 31), calendar=ACADEMIC)


def test_what_lies_in_two_years_has_no_one_year() -> None:
    rolling = ReportingPeriod.rolling(12, ending=date(2019, 6, 30))
    with pytest.raises(PeriodError, match="more than one year"):
        rolling.year()
    assert as_at(2019, 6, 30).year() == ReportingPeriod.financial_year(2019)


@pytest.mark.parametrize(
    ("period", "kind", "count"),
    [
        (ReportingPeriod.financial_year(2019), "half", 2),
        (to_date(2019, 12, 31), "quarter", 3),
        (FOUR_YEARS, "year", 4),
        (FOUR_YEARS, "range", 1),
        (ReportingPeriod.month(2021, 2), "week", 4),
        (ReportingPeriod.month(2021, 2), "as_at", 28),
        (ReportingPeriod.between(date(2022, 6, 6), date(2022, 6, 26)), "week", 3),
    ],
)
def test_a_period_falls_into_parts(period: ReportingPeriod, kind: PeriodKind, count: int) -> None:
    assert len(period.parts(kind)) == count


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        (ReportingPeriod.financial_year(2019), "week"),
        (ReportingPeriod.financial_year(2019), "term"),
        (QUARTER, "four_weeks"),
        (QUARTER, "year"),
        (to_date(2019, 12, 30), "month"),
        (ReportingPeriod.rolling(12, ending=date(2019, 5, 31)), "quarter"),
    ],
)
def test_parts_that_do_not_tile_are_refused(period: ReportingPeriod, kind: PeriodKind) -> None:
    with pytest.raises(PeriodError):
        period.parts(kind)


def test_a_gap_an_overlap_or_nothing_at_all_does_not_tile() -> None:
    year = ReportingPeriod.financial_year(2019)
    quarters = year.parts("quarter")
    assert year.is_tiled_by(reversed(quarters))
    assert year.is_tiled_by([*quarters[:2], ReportingPeriod.half(2019, 2)])
    assert not year.is_tiled_by([quarters[0], *quarters[2:]])
    assert not year.is_tiled_by([*quarters, quarters[0]])
    assert not year.is_tiled_by([*quarters, ReportingPeriod.quarter(2020, 1)])
    assert not year.is_tiled_by([])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (QUARTER, to_date(2019, 9, 30), "a quarter is not comparable with a year to date"),
        (
            QUARTER,
            ReportingPeriod.quarter(2019, 3, calendar=CALENDAR_YEAR),
            "their years differ: financial and calendar",
        ),
        (
            to_date(2019, 9, 30),
            to_date(2018, 12, 31),
            "they cover unlike parts of their years, to 2019-09-30 and to 2018-12-31",
        ),
        (
            ReportingPeriod.rolling(12, ending=date(2019, 6, 30)),
            ReportingPeriod.rolling(3, ending=date(2019, 6, 30)),
            "they differ in length: 12 months and 3 months",
        ),
        (
            ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 31)),
            ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 30)),
            "they differ in length: 6 months and 180 days",
        ),
        (
            ReportingPeriod.between(date(2019, 4, 1), date(2019, 6, 16)),
            ReportingPeriod.between(date(2019, 7, 1), date(2019, 9, 16)),
            "they differ in length: 77 days and 78 days",
        ),
    ],
)
def test_what_is_not_comparable_says_why(
    one: ReportingPeriod, other: ReportingPeriod, reason: str
) -> None:
    assert not one.comparable(other)
    assert one.comparable(other).reason == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUARTER, ReportingPeriod.quarter(2012, 4)),
        (ReportingPeriod.month(2022, 2), ReportingPeriod.month(2022, 3, calendar=ACADEMIC)),
        (ReportingPeriod.four_weeks(2018, 13), ReportingPeriod.four_weeks(2018, 1)),
        (to_date(2020, 2, 29), to_date(2019, 2, 28)),
        (
            ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 31)),
            ReportingPeriod.between(date(2014, 8, 1), date(2015, 1, 31)),
        ),
        (
            ReportingPeriod.between(date(2019, 4, 1), date(2020, 3, 15)),
            ReportingPeriod.between(date(2018, 4, 1), date(2019, 3, 15)),
        ),
        # The last day of February in a year of 365 days, and the same day in one of 366.
        (to_date(2021, 2, 28), to_date(2020, 2, 28)),
        (to_date(2021, 2, 28), to_date(2019, 2, 28)),
        (
            ReportingPeriod.between(date(2018, 2, 10), date(2018, 3, 5)),
            ReportingPeriod.between(date(2020, 2, 10), date(2020, 3, 5)),
        ),
    ],
)
def test_what_is_alike_is_comparable(one: ReportingPeriod, other: ReportingPeriod) -> None:
    assert one.comparable(other)
    assert other.comparable(one)


def test_steps_between_count_the_gap() -> None:
    assert QUARTER.steps_to(QUARTER.step(-5)) == -5
    four_weeks = ReportingPeriod.four_weeks(2018, 12)
    assert four_weeks.steps_to(ReportingPeriod.four_weeks(2019, 1)) == 2
    assert to_date(2019, 6, 30).steps_to(to_date(2020, 3, 31), by="quarter") == 3


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        (QUARTER, ReportingPeriod.half(2019, 2), None),
        (QUARTER, ReportingPeriod.quarter(2019, 3, calendar=Calendar(7)), None),
        (ReportingPeriod.week(date(2022, 6, 6)), ReportingPeriod.week(date(2022, 6, 14)), None),
        (to_date(2019, 6, 30), to_date(2019, 8, 31), "quarter"),
        (to_date(2019, 6, 30), to_date(2019, 9, 30), "four_weeks"),
        (FOUR_YEARS, FOUR_YEARS, None),
    ],
)
def test_where_no_steps_lead_there_is_no_count(
    one: ReportingPeriod, other: ReportingPeriod, by: PeriodKind | None
) -> None:
    with pytest.raises(PeriodError):
        one.steps_to(other, by=by)


def test_a_range_of_periods_ends_where_it_is_told() -> None:
    year = ReportingPeriod.financial_year(2019)
    first, *_, last = year.parts("quarter")
    assert period_range(first, last) == year.parts("quarter")
    assert period_range(first, first) == (first,)
    ends = period_range(as_at(2019, 6, 30), as_at(2019, 12, 31), by="quarter")
    assert ends == (as_at(2019, 6, 30), as_at(2019, 9, 30), as_at(2019, 12, 31))
    with pytest.raises(PeriodError, match="give the earlier one first"):
        period_range(last, first)
