"""Ends of things as they are printed, "as at", "up to", "months to", worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import ReportingPeriod, find_all

parse = ReportingPeriod.parse
YEAR = ReportingPeriod.financial_year(2019)


def as_at(year: int, month: int, day: int) -> ReportingPeriod:
    return ReportingPeriod.as_at(date(year, month, day))


def rolling(months: int, year: int, month: int, day: int) -> ReportingPeriod:
    return ReportingPeriod.rolling(months, ending=date(year, month, day))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # So many months up to the end of something: a named unit where they are one.
        ("half year ended 31 December 2019", rolling(6, 2019, 12, 31)),
        ("half-year ended 31 December 2019", rolling(6, 2019, 12, 31)),
        ("half-year to 30 September 2019", ReportingPeriod.half(2019, 1)),
        ("six month average to June 2019", rolling(6, 2019, 6, 30)),
        ("6-month to June 2019", rolling(6, 2019, 6, 30)),
        (
            "four-month period 1 May to 31 August 2019",
            ReportingPeriod.between(date(2019, 5, 1), date(2019, 8, 31)),
        ),
        ("month to 30 June 2019", ReportingPeriod.month(2019, 6)),
        ("120 months to June 2019", rolling(120, 2019, 6, 30)),
        ("1 month to June 2019", ReportingPeriod.month(2019, 6)),
        ("rolling year ending June 2021", rolling(12, 2021, 6, 30)),
        ("rolling year, as at 30 June 2021", rolling(12, 2021, 6, 30)),
        ("rolling annual rate, as at 30 June 2021", rolling(12, 2021, 6, 30)),
        ("rolling quarter to May 2021", rolling(3, 2021, 5, 31)),
        ("full year to 31 March 2020", YEAR),
        ("compared to the financial year 2019/20", YEAR),
        ("whole year ended 31 March 2020", YEAR),
        # The end of a month, a quarter or a year is a day.
        ("month end March 2022", as_at(2022, 3, 31)),
        ("quarter end June 2019", as_at(2019, 6, 30)),
        ("end of financial year 2021/22", as_at(2022, 3, 31)),
        ("2021/22 (snapshot: 31 March 2022)", as_at(2022, 3, 31)),
        ("2021/22 snapshot date 31 March 2022", as_at(2022, 3, 31)),
        ("2021/22 snapshot at 31 December 2021", as_at(2021, 12, 31)),
        ("snapshot – 31 March 2022 – 2021/22", as_at(2022, 3, 31)),
        # Weeks.
        ("week beginning 8 March 2021", ReportingPeriod.week(date(2021, 3, 8))),
        ("week to 14 March 2021", ReportingPeriod.week(date(2021, 3, 8))),
        ("w/b 8 March 2021", ReportingPeriod.week(date(2021, 3, 8))),
    ],
)
def test_an_end_is_read(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0 months to June 2021", "1 to 120"),
        ("121 months to June 2021", "1 to 120"),
        ("rolling 2019/20", "how many months roll"),
        ("full year to date 2019/20", "to what date"),
        ("end of the year, 2018/19", "last day or its outturn"),
        ("end of year 2018/19 report", "last day or its outturn"),
    ],
)
def test_an_end_that_is_unclear_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PeriodError, match=reason):
        parse(text)


@pytest.mark.parametrize("words", ["report", "progress report"])
def test_an_end_of_year_report_is_the_years_outturn(words: str) -> None:
    assert parse(f"End of year {words} 2019/20") == YEAR


@pytest.mark.parametrize(
    "text",
    [
        "as at 31 March 2022",
        "as at: 31 March 2022",
        "up to and including September 2019",
        "up to the end of Q2 2019/20",
        "ending 30 June 2019",
        "six months to September 2019",
        "rolling 12 months to June 2021",
        "rolling year to June 2021",
        "year ending 31 March 2020",
        "YE 31 March 2020",
        "w/e 12/03/2021",
        "week ending 12 March 2021",
        "end of June 2019",
        "snapshot: 31 March 2022",
    ],
)
def test_an_end_is_found_with_all_its_words(text: str) -> None:
    found = [hit.text for hit in find_all(f"Cases in the period {text}, 9 measures")]

    assert found == [text]


def test_in_running_text_what_ends_is_a_period_only_where_it_is_called_one() -> None:
    assert find_all("a contract ending 31 March 2022") == ()
    assert find_all("rolling 12 months") == ()
