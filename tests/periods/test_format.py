"""How periods are printed; that each text is read back stands in tests/laws."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import FieldValueError, PeriodError
from councilperf.periods import ACADEMIC, CALENDAR_YEAR, Calendar, PeriodStyle, ReportingPeriod

QUARTER = ReportingPeriod.quarter(2019, 2)
TO_DATE = ReportingPeriod.year_to_date(date(2019, 12, 31))
TERM = ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17))
AUTUMN = ReportingPeriod.between(date(2019, 11, 1), date(2020, 1, 31))


@pytest.mark.parametrize(
    ("period", "style", "text"),
    [
        (QUARTER, "short", "Q2 2019-20"),
        (QUARTER, "long", "Quarter 2 2019/20"),
        (QUARTER, "months", "Quarter 2 (July to September 2019)"),
        (QUARTER, "dates", "1 July – 30 September 2019"),
        (QUARTER, "welsh", "1 Gorffennaf – 30 Medi 2019"),
        (QUARTER, "sdmx", "2019-Q2"),
        (QUARTER, "iso", "2019-07-01/2019-09-30"),
        (ReportingPeriod.financial_year(1999), "short", "1999-00"),
        (ReportingPeriod.financial_year(2019), "long", "2019/20"),
        (ReportingPeriod.financial_year(2019), "months", "April 2019 to March 2020"),
        (ReportingPeriod.financial_year(2019), "sdmx", "2019-A1"),
        (ReportingPeriod.calendar_year(2019), "long", "2019"),
        (ReportingPeriod.quarter(2005, 3, calendar=CALENDAR_YEAR), "short", "Q3 2005"),
        (
            ReportingPeriod.quarter(2021, 2, calendar=ACADEMIC),
            "months",
            "Quarter 2 (December 2021 to February 2022)",
        ),
        (ReportingPeriod.half(2018, 1), "long", "Half 1 2018/19"),
        (ReportingPeriod.half(2018, 1), "sdmx", "2018-S1"),
        (ReportingPeriod.four_months(2018, 2), "short", "4-month period 2 2018-19"),
        (ReportingPeriod.four_months(2018, 2), "sdmx", "2018-T2"),
        (ReportingPeriod.four_weeks(2018, 9), "long", "Four-week period 9 2018/19"),
        (ReportingPeriod.four_weeks(2018, 9), "dates", "11 November – 8 December 2018"),
        (ReportingPeriod.month(2022, 7), "short", "Jul 2022"),
        (ReportingPeriod.month(2022, 7), "welsh", "Gorffennaf 2022"),
        (ReportingPeriod.month(2022, 7), "sdmx", "2022-M04"),
        (ReportingPeriod.week(date(2022, 6, 6)), "short", "w/b 6 Jun 2022"),
        (ReportingPeriod.week(date(2022, 12, 28)), "dates", "28 December 2022 – 3 January 2023"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "long", "As at 30 September 2019"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "dates", "as at 30 September 2019"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "welsh", "fel ar 30 Medi 2019"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "iso", "2019-09-30/2019-09-30"),
        (TO_DATE, "short", "YTD to 31 Dec 2019"),
        (TO_DATE, "long", "Year to date to 31 December 2019"),
        (TO_DATE, "months", "Year to date (April to December 2019)"),
        (
            ReportingPeriod.rolling(12, ending=date(2022, 6, 30)),
            "long",
            "Rolling 12 months to June 2022",
        ),
        (TERM, "short", "Term 6 Sep – 17 Dec 2021"),
        (AUTUMN, "long", "1 November 2019 – 31 January 2020"),
        (AUTUMN, "months", "November 2019 to January 2020"),
    ],
)
def test_a_style_prints(period: ReportingPeriod, style: PeriodStyle, text: str) -> None:
    assert period.format(style) == text


@pytest.mark.parametrize(
    ("period", "style"),
    [
        (TO_DATE, "dates"),
        (TO_DATE, "welsh"),
        (TO_DATE, "iso"),
        (TO_DATE, "sdmx"),
        (ReportingPeriod.year_to_date(date(2019, 12, 30)), "months"),
        (ReportingPeriod.rolling(12, ending=date(2022, 6, 30)), "months"),
        (TERM, "iso"),
        (ReportingPeriod.four_weeks(2018, 9), "sdmx"),
        (ReportingPeriod.four_weeks(2018, 9), "months"),
        (ReportingPeriod.four_weeks(2021, 1, calendar=Calendar(2)), "months"),
        (ReportingPeriod.four_weeks(2021, 1, calendar=Calendar(2)), "dates"),
        (ReportingPeriod.week(date(2022, 6, 6)), "sdmx"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "months"),
    ],
)
def test_a_style_that_would_be_read_as_another_period_is_refused(
    period: ReportingPeriod, style: PeriodStyle
) -> None:
    with pytest.raises(PeriodError, match="cannot express"):
        period.format(style)


def test_an_unknown_style_is_answered_with_those_there_are() -> None:
    with pytest.raises(FieldValueError, match="short, long, months"):
        QUARTER.format("shrt")  # type: ignore[arg-type]
