"""Periods to and from pandas."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from councilperf.errors import FieldTypeError, PeriodError
from councilperf.periods import (
    ACADEMIC,
    CALENDAR_YEAR,
    FINANCIAL,
    PeriodKind,
    ReportingPeriod,
    from_pandas,
    from_period_index,
    to_pandas,
    to_period_index,
)

pandas: Any = pytest.importorskip("pandas")


@pytest.mark.parametrize(
    ("period", "frequency", "text"),
    [
        (ReportingPeriod.quarter(2019, 2), "Q-MAR", "2020Q2"),
        (ReportingPeriod.quarter(2019, 2, calendar=CALENDAR_YEAR), "Q-DEC", "2019Q2"),
        (ReportingPeriod.financial_year(2019), "Y-MAR", "2020"),
        (ReportingPeriod.academic_year(2021), "Y-AUG", "2022"),
        (ReportingPeriod.month(2022, 7), "M", "2022-07"),
        (ReportingPeriod.week(date(2022, 6, 6)), "W-SUN", "2022-06-06/2022-06-12"),
        (ReportingPeriod.week(date(2022, 6, 4)), "W-FRI", "2022-06-04/2022-06-10"),
        (ReportingPeriod.as_at(date(2019, 9, 30)), "D", "2019-09-30"),
    ],
)
def test_what_pandas_can_express_goes_there_and_back(
    period: ReportingPeriod, frequency: str, text: str
) -> None:
    there = to_pandas(period)
    assert (there.freqstr, str(there)) == (frequency, text)
    assert (there.start_time.date(), there.end_time.date()) == (period.start, period.end)
    assert from_pandas(there) == period
    assert from_period_index(to_period_index([period, period])) == (period, period)


@pytest.mark.parametrize("kind", [PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.MONTH])
def test_the_limits_of_the_years_are_no_limits_of_the_exchange(kind: PeriodKind) -> None:
    for day in (date(1900, 12, 31), date(2200, 12, 31)):
        period = ReportingPeriod.containing(day, kind)
        assert from_pandas(to_pandas(period)) == period


@pytest.mark.parametrize(
    "period",
    [
        ReportingPeriod.half(2019, 1),
        ReportingPeriod.four_months(2019, 1),
        ReportingPeriod.four_weeks(2019, 1),
        ReportingPeriod.year_to_date(date(2019, 9, 30)),
        ReportingPeriod.rolling(12, ending=date(2019, 9, 30)),
        ReportingPeriod.term(date(2021, 9, 6), date(2021, 12, 17)),
        ReportingPeriod.between(date(2014, 2, 1), date(2014, 7, 31)),
    ],
)
def test_what_pandas_has_no_period_for_is_refused(period: ReportingPeriod) -> None:
    with pytest.raises(PeriodError, match="pandas has no period for a"):
        to_pandas(period)


@pytest.mark.parametrize("frequency", ["2Q-MAR", "2M", "h", "min"])
def test_a_frequency_that_is_no_kind_of_period_is_refused(frequency: str) -> None:
    with pytest.raises(PeriodError, match="no kind of period has the frequency"):
        from_pandas(pandas.Period("2020-05-06", freq=frequency))


def test_the_usual_quarters_of_pandas_are_those_of_the_calendar_year() -> None:
    usual = pandas.Period("2019Q3")
    assert from_pandas(usual) == ReportingPeriod.quarter(2019, 3, calendar=CALENDAR_YEAR)
    assert from_pandas(usual, calendar=FINANCIAL) == ReportingPeriod.quarter(2019, 2)
    with pytest.raises(PeriodError, match="not the days of a quarter"):
        from_pandas(usual, calendar=ACADEMIC)


def test_a_month_is_counted_in_the_calendar_asked_for() -> None:
    month = pandas.Period("2022-07")
    assert from_pandas(month).calendar == FINANCIAL
    assert from_pandas(month, calendar=ACADEMIC).calendar == ACADEMIC


def test_an_index_has_one_frequency() -> None:
    quarters = [
        ReportingPeriod.quarter(2019, 2),
        ReportingPeriod.quarter(2019, 2, calendar=ACADEMIC),
    ]
    with pytest.raises(PeriodError, match="these have Q-AUG, Q-MAR"):
        to_period_index(quarters)
    with pytest.raises(PeriodError, match="these have none"):
        to_period_index([])


def test_what_is_no_pandas_period_is_refused() -> None:
    for wrong in (pandas.NaT, "2019Q3", None):
        with pytest.raises(FieldTypeError, match=r"a pandas\.Period"):
            from_pandas(wrong)
    with pytest.raises(FieldTypeError, match=r"a pandas\.PeriodIndex"):
        from_period_index(["2019Q3"])
    with pytest.raises(FieldTypeError, match="NaT"):
        from_period_index(pandas.PeriodIndex(["2022-07", None], freq="M"))
    with pytest.raises(FieldTypeError):
        to_pandas("Q2 2019-20")  # type: ignore[arg-type]
