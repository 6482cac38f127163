"""The strategies for periods, as users call them; that they keep their bounds stands in laws."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.periods import ACADEMIC, FINANCIAL, Calendar, PeriodKind, ReportingPeriod
from councilperf.strategies import STRATEGIES, calendars, reporting_periods


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_kind_is_made_alone(kind: PeriodKind) -> None:
    assert find(reporting_periods(kinds=[kind]), lambda _: True).kind is kind


def test_calendars_shrink_to_the_financial_one() -> None:
    # The same examples every time: a search that happens to stop early would shrink less.
    steady = settings(derandomize=True, max_examples=1000, database=None, deadline=None)

    assert find(calendars(), lambda _: True, settings=steady) == FINANCIAL


@given(st.from_type(ReportingPeriod), st.from_type(Calendar))
def test_hypothesis_knows_the_types_by_themselves(
    period: ReportingPeriod, calendar: Calendar
) -> None:
    assert isinstance(period, ReportingPeriod)
    assert calendar.first_month in range(1, 13)
    assert set(STRATEGIES) >= {ReportingPeriod, Calendar}


@given(reporting_periods(date(2019, 4, 1), date(2020, 3, 31), kinds=[PeriodKind.YEAR]))
def test_bounds_may_leave_room_for_one_alone(period: ReportingPeriod) -> None:
    assert period == ReportingPeriod.financial_year(2019)


def test_arguments_are_checked_when_the_strategy_is_made() -> None:
    with pytest.raises(FieldTypeError, match="min_value"):
        reporting_periods("2019-04-01")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="kinds"):
        reporting_periods(kinds=["quarter"])  # type: ignore[list-item]
    with pytest.raises(FieldTypeError, match="calendars"):
        reporting_periods(calendars=[4])  # type: ignore[list-item]
    with pytest.raises(FieldValueError, match="min_value"):
        reporting_periods(date(1899, 12, 31))
    with pytest.raises(FieldValueError, match="leaves room after 2019-04-02"):
        reporting_periods(
            date(2019, 4, 2),
            date(2020, 3, 31),
            kinds=[PeriodKind.YEAR],
            calendars=[FINANCIAL, ACADEMIC],
        )
    with pytest.raises(FieldValueError, match="leaves room"):
        reporting_periods(date(2019, 4, 2), date(2019, 4, 1))
    with pytest.raises(FieldValueError, match="leaves room"):
        reporting_periods(kinds=[])
