"""Which words a text's facts take up: what a refusal says was understood, and what was not."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import ACADEMIC, Calendar, ReportingPeriod, find_all

parse = ReportingPeriod.parse


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("in-year monitoring 2019/20", "in-year; 2019/20"),
        ("early 2019/20", "early; 2019/20"),
        ("start of Q2 2019/20", "start; Q2; 2019/20"),
        ("mid-point figures 2018/19", "mid-point; 2018/19"),
        ("midpoint figures 2018/19", "midpoint; 2018/19"),
        ("part-year figures 2018/19", "part-year; 2018/19"),
        ("interim figures 2018/19", "interim; 2018/19"),
        ("Winter figures 2019/20", "Winter; 2019/20"),
        ("Autumn term figures 2021/22", "Autumn term; 2021/22"),
        ("Term 2 figures 2021/22", "Term; 2021/22"),
        ("second term of 2021/22", "term; 2021/22"),
        ("Week 12 2019/20", "Week; 2019/20"),
        ("w/e March 2019", "w/e; March 2019"),
        ("week ending March 2019", "week; ending March 2019"),
        ("April 2014 to date, all wards", "April 2014; to date"),
        ("as at the last meeting, all wards", "as at"),
        ("end of year 2018/19", "end of year; 2018/19"),
        ("rolling figures, Q2 2018/19", "rolling; Q2; 2018/19"),
        ("rolling 12 months", "rolling 12 months"),
        ("rolling annual figures", "rolling annual"),
        ("the year to June 2021", "year to June 2021"),
        ("the last financial year", "last; financial year"),
        ("EOQ: 2019/20", "EOQ; 2019/20"),
        ("EOQ5 2019/20", "EOQ; 2019/20"),
        ("QE March, all wards", "QE March"),
        ("Y/E March, all wards", "Y/E March"),
        ("EOQ4 of the year", "EOQ4"),
        ("rolling 3 quarters", "rolling 3 quarters"),
        ("April 2024 – present", "April 2024; present"),
        ("this year", "this"),
        ("year end 31 March 2014", "year end; 31 March 2014"),
        ("year's end 31 March 2014", "year's end; 31 March 2014"),
        ("at September 2019", "at September 2019"),
        ("9 months 2019/20", "9 months; 2019/20"),
        ("snapshot March 2019", "snapshot; March 2019"),
        ("Key stage 2 results 2018-19", "Key stage; 2018-19"),
        ("educational outcomes data 2018-19", "educational outcomes; 2018-19"),
        ("GCSE results 2018-19", "GCSE; 2018-19"),
        ("by the end of March 2022", "by; end of March 2022"),
        ("from 2015 to 2020", "from; 2015 to 2020"),
        ("up to 2019/20", "up to; 2019/20"),
        ("FY19 annual", "FY; 19; annual"),
        ("Q3 ’05", "Q3; ’05"),
        ("08/11 targets", "08/11"),
        ("2019-Q5 (years from July) annual", "2019; Q5; (years from July); annual"),
        ("2019-Q5 --04-01 annual", "2019; Q5; --04-01; annual"),
        ("Quarter 4 outturn 2018/19", "Quarter 4; outturn; 2018/19"),
        ("Q4 out-turn figures 2018/19", "Q4; out-turn; 2018/19"),
        ("full year, March 2019", "full year; March 2019"),
        ("2019-20 year to date", "2019-20; year to date"),
        ("municipal year figures", "municipal year"),
        ("academic quarter 2", "academic; quarter 2"),
        ("six months to June", "six months to June"),
        ("YE March", "YE March"),
        ("up to date figures, Q2", "Q2"),
    ],
)
def test_a_refusal_shows_the_words_that_were_understood(text: str, understood: str) -> None:
    with pytest.raises(PeriodError) as caught:
        parse(text)

    assert caught.value.understood == understood


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Academic 2021/22", ReportingPeriod.academic_year(2021)),
        ("academic quarter 1 2021/22", ReportingPeriod.quarter(2021, 1, calendar=ACADEMIC)),
        (
            "Autumn term (1 September to 17 December 2021)",
            ReportingPeriod.term(date(2021, 9, 1), date(2021, 12, 17)),
        ),
        # Words that bear on a period elsewhere, but not here.
        ("long-term plan 2019/20", ReportingPeriod.financial_year(2019)),
        ("school meals 2019/20", ReportingPeriod.financial_year(2019)),
        ("key measures 2018-19", ReportingPeriod.financial_year(2018)),
        ("take part in 2018-19", ReportingPeriod.financial_year(2018)),
        ("start to finish 2018-19", ReportingPeriod.financial_year(2018)),
        ("mid Wales 2018-19", ReportingPeriod.financial_year(2018)),
        ("T-shirts 2018-19", ReportingPeriod.financial_year(2018)),
        ("Table T 1, 2018-19", ReportingPeriod.financial_year(2018)),
        ("our two-year average 2018-19", ReportingPeriod.financial_year(2018)),
        ("after the review, 2018-19", ReportingPeriod.financial_year(2018)),
    ],
)
def test_a_word_counts_only_in_its_own_company(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize("month", range(1, 13))
def test_a_year_start_of_sdmx_names_any_month(month: int) -> None:
    period = parse(f"2019-Q2 --{month:02}-01")

    assert period == ReportingPeriod.quarter(2019, 2, calendar=Calendar(month))


@pytest.mark.parametrize("start", ["--00-01", "--13-01", "--04-02", "--4-01", "-- 04-01"])
def test_what_is_no_year_start_leaves_the_lone_year_unclear(start: str) -> None:
    with pytest.raises(PeriodError, match="2019 may be"):
        parse(f"2019-Q2 {start}")


@pytest.mark.parametrize(
    "text", ["2018/19 full year", "Q3 2015/16 year to date", "Q3 2015/16 (to date)"]
)
def test_a_year_is_found_with_the_words_behind_it(text: str) -> None:
    assert [hit.text for hit in find_all(f"In {text}, 9 measures improved.")] == [text]
