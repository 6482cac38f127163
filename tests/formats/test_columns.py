"""The headers of a wide sheet: where they stand, what each says, and all that is wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf.formats import read_scorecard_csv
from councilperf.formats._csv._tidy_columns import tidy_heading
from councilperf.formats._sheet._columns import find_header
from councilperf.formats._sheet._grid import Sheet
from councilperf.formats._sheet._headings import understand
from councilperf.periods import CALENDAR_YEAR, Calendar, ReportingPeriod


def problems(text: str, **given: object) -> list[str]:
    return [str(each) for each in read_scorecard_csv(text, **given).problems]  # type: ignore[arg-type]


def places(text: str) -> list[str]:
    return [each.path for each in read_scorecard_csv(text).problems]


class TestRowOfHeaders:
    def test_it_is_the_first_that_names_indicators_beside_something_else(self) -> None:
        rows = [("Planning",), ("Q1", "Q2"), ("Measure", ""), ("Measure", "Q1"), ("Title", "Q1")]

        assert find_header(Sheet(rows)) == 3

    def test_failing_that_the_first_with_anything_in_two_cells(self) -> None:
        assert find_header(Sheet([("Planning", ""), ("Shoe", "Size"), ("red", "5")])) == 1

    def test_failing_that_the_first_with_anything(self) -> None:
        assert find_header(Sheet([(" ",), ("Planning",), ("Homes",)])) == 1
        assert find_header(Sheet([("", " "), ()])) is None


class TestYearsThatHeadersLeaveOut:
    @pytest.mark.parametrize(
        ("year", "calendar", "day"),
        [
            (2019, None, dt.date(2020, 2, 29)),
            (2020, CALENDAR_YEAR, dt.date(2020, 2, 29)),
        ],
    )
    def test_a_leap_day_is_known_by_its_year(
        self, year: int, calendar: Calendar | None, day: dt.date
    ) -> None:
        reading = read_scorecard_csv("Measure,29 February\nA,1\n", year=year, calendar=calendar)
        [row] = reading.require().rows

        assert [each.period for each in row.observations] == [
            ReportingPeriod.as_at(day, calendar=calendar or row.observations[0].period.calendar)
        ]

    @pytest.mark.parametrize(
        ("calendar", "month"), [(None, "February 2019"), (CALENDAR_YEAR, "February 2018")]
    )
    def test_in_another_year_it_is_a_problem(self, calendar: Calendar | None, month: str) -> None:
        text = "Measure,29 February,28 February\nA,1,2\n"
        [problem] = problems(text, year=2018, calendar=calendar)

        assert problem.startswith(f"row 1, column B: '29 February': {month} has no day 29; write")


class TestAllProblemsAreTold:
    def test_that_nothing_names_the_indicators_comes_first(self) -> None:
        text = "Q1 2019-20,Q1 2019-20\n1,2\n"

        assert places(text) == ["row 1", "row 1, column B"]

    def test_a_header_that_stands_twice_hides_no_other(self) -> None:
        text = "Measure,Q1 2019-20,Q1 2019-20,Q2 2019-20,Q2 2019-20,Actual\nA,1,2,3,4,5\n"

        assert places(text) == ["row 1, column C", "row 1, column E", "row 1, column F"]

    def test_columns_that_say_one_thing_hide_no_other(self) -> None:
        text = "Measure,Q1 2019-20,Qtr 1 2019/20,Q2 2019-20,Quarter 2 2019-20\nA,1,2,3,4\n"

        assert places(text) == ["row 1, column C", "row 1, column E"]

    def test_a_header_that_waits_for_its_year_hides_none_behind_it(self) -> None:
        text = "Measure,Q1,Target,Q5 2019-20,Q2 2019-20\nA,1,2,3,4\n"

        assert places(text) == ["row 1, column D"]


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("Actual Q1 2019-20", "Q1 2019-20"),
        ("Q1 2019-20 actual (forecast)", "Q1 2019-20"),
        ("Outturn 2018-19", "Outturn 2018-19"),
        ("2019-20 forecast", "2019-20"),
    ],
)
def test_of_a_figures_header_the_words_for_a_figure_are_left_out(header: str, period: str) -> None:
    heading = understand(header)

    assert heading is not None
    assert heading.period_text == period


@pytest.mark.parametrize("header", ["Q1 2019-20", "Target Q1 2019-20", "Shoe size"])
def test_a_tidy_table_has_periods_in_its_rows_and_not_in_its_headers(header: str) -> None:
    assert tidy_heading(header) is None
