"""Facts of a text that bear on each other: which of them lead, and which contradict the others."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import FINANCIAL, ReportingPeriod

parse = ReportingPeriod.parse
Q = ReportingPeriod.quarter
MONTH = ReportingPeriod.month


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # A lone year beside days is that of their start, of their end or of their reporting year.
        ("Quarter 3 2022 (October to December 2021)", Q(2021, 3)),
        ("Quarter 3 2021 (October to December 2021)", Q(2021, 3)),
        ("Quarter 4 2021 (January to March 2022)", Q(2021, 4)),
        ("Quarter 4 2022 (January to March 2022)", Q(2021, 4)),
        # A period with a number may be a month.
        ("Period 12 (March 2020)", MONTH(2020, 3)),
        ("Period 1 (April 2019)", MONTH(2019, 4)),
        ("Period 3 (December 2019 to March 2020)", ReportingPeriod.four_months(2019, 3)),
        # Said twice, once without its year.
        ("March 2019 (March)", MONTH(2019, 3)),
        ("31 March 2019 (as at 31 March)", ReportingPeriod.as_at(date(2019, 3, 31))),
        # A span of one day, and one that ends in a February of 29 days.
        ("from 1 April 2019 to 1 April 2019", ReportingPeriod.as_at(date(2019, 4, 1))),
        (
            "December to February 2019/20",
            ReportingPeriod.between(date(2019, 12, 1), date(2020, 2, 29)),
        ),
        (
            "31 March to 30 April 2019",
            ReportingPeriod.between(date(2019, 3, 31), date(2019, 4, 30)),
        ),
        ("30 March 2019 – March", ReportingPeriod.between(date(2019, 3, 30), date(2019, 3, 31))),
        ("31 March 2019 – March", ReportingPeriod.as_at(date(2019, 3, 31))),
    ],
)
def test_facts_that_agree_give_one_period(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Quarter 3 2023 (October to December 2021)", "not in 2023"),
        ("Quarter 3 2020 (October to December 2021)", "not in 2020"),
        ("Period 13 (April 2020)", "contradict"),
        ("Quarter 3 (May to December 2021)", "contradict"),
        ("Quarter 3 (April 2020 to December 2021)", "contradict"),
        ("Quarter 2 and half year 1 as at 30 September 2019", "two periods"),
        ("as at 30 September 2019 and as at 31 December 2019", "two days"),
        ("2021-23 and 2021-24", "two runs"),
        ("2016/17, Corporate Plan 2017-20", "other years"),
        ("2020/21, Corporate Plan 2017-20", "other years"),
    ],
)
def test_facts_that_contradict_each_other_are_refused(text: str, reason: str) -> None:
    with pytest.raises(PeriodError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Q1 2019/20 and Q1 2018/19", ("Quarter 1 2019/20", "Quarter 1 2018/19")),
        ("Period 9 2018/19 and 2019/20", ("2018/19", "2019/20")),
        ("Period 9, Quarter 3 2018/19 and 2019/20", ("Quarter 3 2018/19", "Quarter 3 2019/20")),
        ("2018/19 and 2019/20", ("2018/19", "2019/20")),
        ("calendar year 2019/20", ("2019 (calendar year)", "2020 (calendar year)")),
        ("2004-08", ("2004-2008", "08/2004")),
        ("12/22", ("2012-2022",)),
        ("from 2015 to 2020", ("2015-2020", "1 January 2015 to 31 December 2020")),
        ("Quarter 3 2018/19 (October to December 2019)", ("Quarter 3 2019/20", "2018/19")),
        ("Q2 2019/20 (September 2019)", ("Quarter 2 2019/20", "September 2019")),
        ("October 2018 and March 2019", ("October 2018", "March 2019")),
        (
            "April to June 2019 and July to September 2019",
            ("Quarter 1 2019/20", "Quarter 2 2019/20"),
        ),
        ("30 June 2017 (year end)", ("As at 30 June 2017", "2017/18")),
        (
            "the year to June 2021",
            ("Rolling 12 months to June 2021", "Year to date to 30 June 2021"),
        ),
        ("Period 9 2019/20", ("December 2019", "Four-week period 9 2019/20")),
        ("Quarter 2 (August 2019, September 2019)", ("Quarter 2 2019/20", "August 2019")),
        (
            "July to September 2019; October 2019; November 2019",
            ("Quarter 2 2019/20", "October 2019"),
        ),
        ("July to September 2019, October 2019", ("Quarter 2 2019/20", "October 2019")),
        ("22 July 2020 and 23 September 2020", ("As at 22 July 2020",)),
        ("Q1 1900", ("Quarter 1 1900/01", "Quarter 1 1900 (calendar year)")),
        (
            "(December to February) 2019",
            ("1 December 2018 – 28 February 2019", "1 December 2019 – 29 February 2020"),
        ),
    ],
)
def test_a_refusal_offers_the_readings(text: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(PeriodError) as caught:
        parse(text)

    assert caught.value.readings == readings


def test_a_lone_year_is_named_by_its_start_where_the_caller_gives_a_calendar() -> None:
    assert parse("2019", calendar=FINANCIAL) == ReportingPeriod.financial_year(2019)
    assert parse("annual report 2019", calendar=FINANCIAL) == ReportingPeriod.financial_year(2019)
