"""The canonical code of a period."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import FieldTypeError, PeriodError
from councilperf.periods import ACADEMIC, CALENDAR_YEAR, ReportingPeriod


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (ReportingPeriod.quarter(2019, 2), "2019-Q2@04"),
        (ReportingPeriod.quarter(2019, 2, calendar=ACADEMIC), "2019-Q2@09"),
        (ReportingPeriod.calendar_year(2021), "2021-A1@01"),
        (ReportingPeriod.half(2018, 1), "2018-S1@04"),
        (ReportingPeriod.four_months(2018, 3), "2018-T3@04"),
        (ReportingPeriod.four_weeks(2018, 13), "2018-P13@04"),
        (ReportingPeriod.month(2022, 7, calendar=CALENDAR_YEAR), "2022-07@01"),
        (ReportingPeriod.week(date(2022, 6, 6)), "week_2022-06-06_2022-06-12@04"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "as_at_2019-09-30@04"),
        (
            ReportingPeriod.year_to_date(date(2019, 9, 30)),
            "year_to_date_2019-04-01_2019-09-30@04",
        ),
        (ReportingPeriod.rolling(2, ending=date(2019, 9, 30)), "rolling_2019-08-01_2019-09-30@04"),
        (
            ReportingPeriod.between(date(2008, 4, 1), date(2012, 3, 31)),
            "range_2008-04-01_2012-03-31@04",
        ),
    ],
)
def test_a_code_stands_for_a_period_and_its_calendar(period: ReportingPeriod, code: str) -> None:
    assert period.code == code
    assert ReportingPeriod.from_code(code) == period


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "looks like 2019-Q2@04"),
        ("2019-Q2", "looks like 2019-Q2@04"),
        ("2019-Q2@04\n", "looks like 2019-Q2@04"),
        ("٢019-Q2@04", "looks like 2019-Q2@04"),
        ("2019-Q2@13", "01 to 12"),
        ("2019-Q2@00", "01 to 12"),
        ("2019-Q5@04", "a year has 4"),
        ("1800-Q1@04", "1900 to 2200"),
        ("2019-13@04", "there is no date '2019-13-01'"),
        ("as_at_2019-02-29@04", "there is no date '2019-02-29'"),
        ("as_at_2019-02-28_2019-02-30@04", "there is no date '2019-02-30'"),
        ("fortnight_2019-02-01_2019-02-14@04", "no kind of period has this name"),
        ("quarter_2019-07-01_2019-09-30@04", "it is not written as codes are"),
        ("2018-P09@04", "did you mean '2018-P9@04'"),
        ("as_at_2019-09-30_2019-09-30@04", "did you mean 'as_at_2019-09-30@04'"),
        ("quarter_2019-07-01_2019-12-31@04", "not the days of a quarter"),
        ("range_2019-09-01_2019-08-01@04", "before its first"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(code: str, why: str) -> None:
    with pytest.raises(PeriodError, match=why):
        ReportingPeriod.from_code(code)


def test_a_code_is_text() -> None:
    with pytest.raises(FieldTypeError):
        ReportingPeriod.from_code(2019)  # type: ignore[arg-type]
