"""Years as they are printed, each worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import ReportingPeriod

parse = ReportingPeriod.parse
YEAR = ReportingPeriod.financial_year


def years(first: int, last: int) -> ReportingPeriod:
    return ReportingPeriod.between(date(first, 4, 1), date(last, 3, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # Short years are of 1970 to 2069, and 99 is followed by 00.
        ("69/70", YEAR(2069)),
        ("70/71", YEAR(1970)),
        ("99/00", YEAR(1999)),
        ("1999-00", YEAR(1999)),
        ("9900", YEAR(1999)),
        ("6970", YEAR(2069)),
        ("7071", YEAR(1970)),
        ("19992000", YEAR(1999)),
        ("’19/20", YEAR(2019)),
        ("Quarter 1 2122", ReportingPeriod.quarter(2021, 1)),
        # The first and the last that there are.
        ("1900/01", YEAR(1900)),
        ("2200/01", YEAR(2200)),
        ("Quarter 4 1899/00", ReportingPeriod.quarter(1899, 4)),
        ("April 2200 to March 2201", YEAR(2200)),
        # Several years, of a plan at most thirty.
        ("Corporate Plan 2021-23", years(2021, 2023)),
        ("Corporate Plan 1990/95", years(1990, 1995)),
        ("Corporate Plan 2021/2024", years(2021, 2024)),
        ("Local Plan 2020-2050", years(2020, 2050)),
        ("2015/16 to 2016/17", years(2015, 2017)),
        ("1990/91 to 2019/20", years(1990, 2020)),
        ("2018/19 to 2018/19", YEAR(2018)),
        ("2004-13", years(2004, 2013)),
        # Numbers beside a year that are none, and days beside one.
        ("2019/20- 5 measures", YEAR(2019)),
        ("Regulations 2010, 2019/20", YEAR(2019)),
        ("Room 4960, 2019/20", YEAR(2019)),
        ("ref 0809-11, 2019/20", YEAR(2019)),
        ("ref 202213, 2019/20", YEAR(2019)),
        ("16/17 year olds 2019/20", YEAR(2019)),
        ("16/17 year old 2019/20", YEAR(2019)),
        ("report 5-19/20", YEAR(2019)),
        ("1 April 2014-15-Mar-2015", ReportingPeriod.between(date(2014, 4, 1), date(2015, 3, 15))),
        ("June, 2014/15", ReportingPeriod.month(2014, 6)),
    ],
)
def test_a_year_is_read(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1899/00", "1900 to 2200"),
        ("2201/02", "1900 to 2200"),
        ("Quarter 2, ref 1898", "no year"),
        ("Quarter 2, ref 2202", "no year"),
        ("2015/16 to 08/11", "may be years"),
        ("FY19, up 3", "2019 may be"),
        ("19/29", "may be years"),
        ("12/22", "may be years"),
        ("2004-12", "may be years or a month"),
        ("5/19/20", "no period"),
        ("19/18", "no period"),
        ("201921", "no period"),
        ("20192021", "no period"),
        ("2019-19", "2019 may be"),
        ("Local Plan 2020-2051", "2020 and 2051"),
        ("1990/91 to 2020/21", "two years"),
        ("2019/20 to 2018/19", "two years"),
        # A number behind a quarter or a half, but not the day of a date, is its year.
        ("Quarter 3 '05", "2005 may be"),
        ("Quarter three 05", "2005 may be"),
        ("Q3 – 05", "2005 may be"),
        ("Half 2 05", "2005 may be"),
        ("Quarter 3 05 June", "no year"),
    ],
)
def test_what_is_no_year_or_not_clearly_one_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PeriodError, match=reason):
        parse(text)
