"""Days and months as they are printed, alone and joined, each worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import ReportingPeriod

parse = ReportingPeriod.parse
MONTH = ReportingPeriod.month
between = ReportingPeriod.between


def month_ends(year: int) -> list[date]:
    starts = [date(year + number // 12, number % 12 + 1, 1) for number in range(13)]
    return [*starts[:-1], *(start - timedelta(days=1) for start in starts[1:])]


@pytest.mark.parametrize("day", month_ends(2021), ids=str)
def test_the_first_and_last_day_of_each_month_are_read_however_printed(day: date) -> None:
    month = f"{day:%B}"
    for printed in (
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day:%y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day.day} {month} {day.year}",
        f"{day.day}-{day:%b-%y}",
        f"{month} {day.day}, {day.year}",
    ):
        assert parse(f"as at {printed}") == ReportingPeriod.as_at(day), printed


@pytest.mark.parametrize("end", month_ends(2021)[12:], ids=str)
def test_an_interval_of_iso_8601_may_leave_out_its_second_year(end: date) -> None:
    assert parse(f"2021-01-01/{end:%m-%d}") == between(date(2021, 1, 1), end)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_read_however_printed(month: int) -> None:
    first = date(2021, month, 1)
    for form in ("%m/%Y", "%Y-%m", "%B %Y", "%b %y", "%b-%y", "%b. %y", "%b '%y", "%B of %Y"):
        assert parse(f"{first:{form}}") == MONTH(2021, month), form


@pytest.mark.parametrize(
    "printed",
    [
        "00/04/2021",
        "32/04/2021",
        "01/00/2021",
        "01/13/2021",
        "01.13.2021",
        "2021-00-01",
        "2021-13-01",
        "2021-04-00",
        "2021-04-32",
        "20211301",
        "20210432",
        "0 April 2021",
        "32 April 2021",
        "00/2021",
        "13/2021",
        "2021-00",
        "2021-13",
        "1/4/2301",
    ],
)
def test_a_day_or_month_that_no_year_has_is_refused(printed: str) -> None:
    with pytest.raises(PeriodError):
        parse(f"as at {printed}")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # Which year belongs to the month or day: two digits behind a month may be a closing day.
        ("as at 30th of September 2019", ReportingPeriod.as_at(date(2019, 9, 30))),
        ("1 Apr 28 to 30 Jun 28", ReportingPeriod.quarter(2028, 1)),
        ("April 1st 28 to June 30th 28", ReportingPeriod.quarter(2028, 1)),
        ("as at March 31 2019/20", ReportingPeriod.as_at(date(2020, 3, 31))),
        ("as at February 28 2018/19", ReportingPeriod.as_at(date(2019, 2, 28))),
        ("as at March 31 (2019/20)", ReportingPeriod.as_at(date(2020, 3, 31))),
        ("as at February 28 (2018/19)", ReportingPeriod.as_at(date(2019, 2, 28))),
        ("April to June 30 2019/20", ReportingPeriod.quarter(2019, 1)),
        ("February 27", MONTH(2027, 2)),
        ("Mar-31", MONTH(2031, 3)),
        ("Mar '31", MONTH(2031, 3)),
        # ... and may be a reporting year's.
        ("March 18/19", MONTH(2019, 3)),
        ("as at 31 March 18/19", ReportingPeriod.as_at(date(2019, 3, 31))),
        ("Dec 18-1 Jan 19", between(date(2018, 12, 1), date(2019, 1, 1))),
        ("2007-07", MONTH(2007, 7)),
        # Numbers beside a month that count something else.
        ("Table 1 - April 2019", MONTH(2019, 4)),
        ("Table 32 March 2019", MONTH(2019, 3)),
        ("Table 105 March 2019", MONTH(2019, 3)),
        ("March 18 – 12 measures", MONTH(2018, 3)),
        ("2019-07 - 12 measures", MONTH(2019, 7)),
        ("March 18 -12 measures", MONTH(2018, 3)),
        ("July- 22 measures, 2019/20", MONTH(2019, 7)),
        ("July – 22 measures, 2019/20", MONTH(2019, 7)),
        ("April, 22 measures, 2019/20", MONTH(2019, 4)),
        ("April 105 measures 2019/20", MONTH(2019, 4)),
        ("May, three measures, 2019/20", MONTH(2019, 5)),
        ("April and May, 12 wards 2021/22", between(date(2021, 4, 1), date(2021, 5, 31))),
        ("07/2022/23 Quarter 2", ReportingPeriod.quarter(2022, 2)),
        # Days of one month.
        ("1 to 30 June 2019", MONTH(2019, 6)),
        ("1st – 30th June 2019", MONTH(2019, 6)),
        ("10-16 June 2019", ReportingPeriod.week(date(2019, 6, 10))),
        ("1-30/06/2019", MONTH(2019, 6)),
        # Months in a row.
        ("Apr + May + Jun 2021", ReportingPeriod.quarter(2021, 1)),
        ("Nov, Dec, and Jan 2021/22", between(date(2021, 11, 1), date(2022, 1, 31))),
    ],
)
def test_a_printed_day_or_month_is_read(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # A number before a day is no first day of a span.
        ("Appendix 2 – 30 June 2019", "as at"),
        ("0-30 June 2019", "as at"),
        ("30-30 June 2019", "as at"),
        # Only behind an ISO date and a slash does a month stand first.
        ("1 July 2019 to 09-30", "as at"),
        ("2019-07-01 to 09-30", "as at"),
        ("2019-07-01/9-30", "as at"),
        ("2019-07-01/00-30", "as at"),
        ("2019-07-01/13-30", "as at"),
        ("2019-07-01/09-00", "as at"),
        ("2019-07-01/09-32", "as at"),
        # Months that stand side by side, and more of them than a year has.
        ("April May 2021", "two months"),
        (
            ", ".join(f"{date(2020, 1 + month % 12, 1):%B}" for month in range(13)) + " 2020",
            "before its first",
        ),
        ("April 31, 2019", "no day 31"),
        ("01.04.2014 to date", "to what date"),
        ("01/04/2014 to date", "to what date"),
        ("2014-04-01 to date", "to what date"),
        ("since 2019-07-01", "open"),
        ("since 1/7/2019", "open"),
    ],
)
def test_a_day_or_month_that_is_unclear_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PeriodError, match=reason):
        parse(text)
