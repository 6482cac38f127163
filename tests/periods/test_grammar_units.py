"""Numbered parts of a year as they are printed, each worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import PeriodError
from councilperf.periods import FINANCIAL, ReportingPeriod, find_all

parse = ReportingPeriod.parse
Q = ReportingPeriod.quarter
HALF = ReportingPeriod.half
MONTH = ReportingPeriod.month
YEAR = ReportingPeriod.financial_year(2019)


def months(first: tuple[int, int], last: tuple[int, int]) -> ReportingPeriod:
    return ReportingPeriod.between(date(*first, 1), MONTH(*last).end)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # Labels, numbers and what may stand between them.
        ("the quarter 1st October to 31st December 2018", Q(2018, 3)),
        ("for the period 1st quarter 2019/20", Q(2019, 1)),
        ("for the period 12 months to March 2020", YEAR),
        ("Quarter IV 2019/20", Q(2019, 4)),
        ("Mth 6 2019/20", MONTH(2019, 9)),
        ("Month No. 6 2019/20", MONTH(2019, 9)),
        ("first three months of 2019/20", Q(2019, 1)),
        ("Months 4-6 2019/20", Q(2019, 2)),
        ("M12 2019/20", MONTH(2020, 3)),
        ("Half-1 2019/20", HALF(2019, 1)),
        ("Half two 2019/20", HALF(2019, 2)),
        ("Half year 2 2019/20", HALF(2019, 2)),
        ("Half – 1 April to 30 September 2019", HALF(2019, 1)),
        ("Half-yearly report (October 2013 to March 2014)", HALF(2013, 2)),
        ("first & second halves of 2019/20", YEAR),
        ("first, second and third quarters of 2019/20", months((2019, 4), (2019, 12))),
        ("1st - 3rd quarters 2019/20", months((2019, 4), (2019, 12))),
        ("first to third quarters of 2019/20", months((2019, 4), (2019, 12))),
        ("first six months of 2019/20", HALF(2019, 1)),
        ("first-quarter figures 2019/20", Q(2019, 1)),
        ("our first and best results, 2019/20", YEAR),
        ("first twelve months of 2019/20", YEAR),
        ("Q1 of 2019/20 to Q3 of 2020/21", months((2019, 4), (2020, 12))),
        ("Half year 1- 12, 13 and 14 are late, 2019/20", HALF(2019, 1)),
        # What only looks like a label or its number.
        ("Second report 2019/20", YEAR),
        ("Table 3: Quarter 2 2019/20", Q(2019, 2)),
        ("Period 105 wards 2019/20", YEAR),
        ("Appendix H 2 2019/20", YEAR),
        ("see p. 9 2019/20", YEAR),
        ("M 6 motorway 2019/20", YEAR),
        ("M25 corridor 2019/20", YEAR),
        ("M13 motorway 2019/20", YEAR),
        ("P14 form 2019/20", YEAR),
        ("S106 agreements 2019/20", YEAR),
        ("Section S1 2019/20", YEAR),
        ("Table 12-S1 2019/20", YEAR),
        ("Ward-S1 2019/20", YEAR),
        ("2019 - S1 2019/20", YEAR),
        ("2019/S1 2019/20", YEAR),
    ],
)
def test_a_label_with_its_number_is_read(text: str, period: ReportingPeriod) -> None:
    assert parse(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("third and first quarters of 2019/20", "quarters 3 and 1 do not follow"),
        ("first and third quarters of 2019/20", "quarters 1 and 3 do not follow"),
        ("second and first halves of 2019/20", "halves 2 and 1 do not follow"),
        ("Quarters 1 and 1 2019/20", "do not follow"),
        ("Quarters 1, 2 and 4 2019/20", "quarters 2 and 4 do not follow"),
        ("Q1 2018/19 to Q1 and Q3 2019/20", "do not follow"),
        ("Q1 2019/20 Q2 2019/20", "two periods"),
        ("Q1 2019/20 - Month 6 2019/20", "two periods"),
        # Sorts of a period that are not said which.
        ("3 quarters of 2019/20", "without saying which"),
        ("Quarter 08/09", "without saying which"),
        ("second three months of 2019/20", "without saying which"),
        ("half a year 2019/20", "without saying which"),
        # Numbers that no year has.
        ("first 13 months of 2019/20", "no month 13"),
        ("12th quarter of 2019/20", "no quarter 12"),
        ("2019-S3", "no half 3"),
        ("2019/20 T1", "to be given"),
        # The 05 of "Q4-05" is its year, and no run of quarters.
        ("Q4-05", "2005 may be"),
    ],
)
def test_labels_that_name_no_one_part_of_a_year_are_refused(text: str, reason: str) -> None:
    with pytest.raises(PeriodError, match=reason):
        parse(text)


@pytest.mark.parametrize("number", [0, 3])
def test_an_sdmx_code_counts_from_one(number: int) -> None:
    with pytest.raises(PeriodError):
        parse(f"2019-S{number}", calendar=FINANCIAL)


@pytest.mark.parametrize(
    "label",
    [
        "Q1",
        "Quarter No. 2",
        "quarters 1, 2 & 3",
        "first quarter",
        "1st and 2nd quarters",
        "first half-year",
        "second half year",
        "first three quarters",
        "first six months",
        "first nine months",
        "second 6 months",
        "half year 2",
        "mid-year",
        "H1",
        "month 10",
        "P9",
        "2019-S1",
        "2019-T3",
        "six-monthly",
        "four-month period 2",
    ],
)
def test_a_label_is_found_with_all_its_words(label: str) -> None:
    (hit,) = find_all(f"Performance: {label} 9 measures", calendar=FINANCIAL)

    assert hit.text == label


def test_a_label_is_found_without_the_dash_behind_it() -> None:
    (hit,) = find_all("the first half – better")

    assert hit.text == "first half"
