"""Text split into cells: which separator it has, and what is too much."""

from __future__ import annotations

import pytest

from councilperf.formats import Limits, Problem, read_scorecard_csv, read_tidy_csv
from councilperf.formats._sheet._columns import header_score
from councilperf.formats._sheet._grid import Sheet, read_sheet


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    sheet = read_sheet(text, Limits(), header_score)
    assert isinstance(sheet, Sheet)
    return sheet.rows


def problem_of(text: str, limits: Limits) -> Problem:
    problem = read_sheet(text, limits, header_score)
    assert isinstance(problem, Problem)
    return problem


class TestSeparator:
    @pytest.mark.parametrize(
        "title",
        [
            "Q1 2019-20, Q2 2019-20, Q3 2019-20 and Q4 2019-20",
            "Indicators, Q1 2019-20",
            "Targets | RAG | Measures",
        ],
    )
    @pytest.mark.parametrize("mark", [";", "\t"])
    def test_a_title_with_another_separator_does_not_decide(self, title: str, mark: str) -> None:
        table = f"Measure{mark}Q4 2019-20\nHomes{mark}5\nVisits, in time{mark}6\n"
        reading = read_scorecard_csv(f"{title}\n\n{table}")

        assert [each.indicator.title for each in reading.require().rows] == [
            "Homes",
            "Visits, in time",
        ]
        assert reading.require().title == title

    def test_a_title_of_a_tidy_table_does_not_decide_either(self) -> None:
        text = "Measures; Period; Value\nMeasure,Period,Value\nHomes,Q1 2019-20,5\n"

        assert len(read_tidy_csv(text).require().rows) == 1

    def test_tags_in_every_row_are_no_separator(self) -> None:
        text = "Measure,Q1 2019-20,Tags\nHomes,5,new; built\nFlats,6,new; let\nVisits,7,old; let\n"

        assert rows_of(text)[1] == ("Homes", "5", "new; built")

    def test_a_header_alone_is_split_where_most_of_it_is_known(self) -> None:
        assert rows_of("Measure;Q1 2019-20") == (("Measure", "Q1 2019-20"),)

    def test_rows_may_be_shorter_than_their_header(self) -> None:
        text = "Report: Q1, Q2, Q3\nRef;Measure;Q4;RAG\n1;Homes;5\nHousing\n2;Flats;6;Green\n"

        assert rows_of(text)[1] == ("Ref", "Measure", "Q4", "RAG")

    def test_of_separators_that_say_nothing_the_one_that_separates_is_taken(self) -> None:
        assert rows_of("Shoe|Size\nred|5\n") == (("Shoe", "Size"), ("red", "5"))

    def test_one_column_needs_none(self) -> None:
        assert rows_of("Measure\nHomes\n") == (("Measure",), ("Homes",))


class TestLimits:
    def test_the_cell_that_is_too_long_is_named_and_not_one_that_just_fits(self) -> None:
        problem = problem_of("Measure,Q1\nHomes A,Homes AB\n", Limits(cell=7))

        assert problem.path == "row 2, column B"

    def test_a_row_of_too_many_cells_is_named(self) -> None:
        assert problem_of("Measure\nA,5\n", Limits(columns=1)).path == "row 2"

    def test_as_many_rows_and_columns_as_the_limits_are_read(self) -> None:
        text = "Measure,Q1\nA,5\n"

        assert isinstance(read_sheet(text, Limits(rows=2, columns=2), header_score), Sheet)
        assert "(rows)" in problem_of(text, Limits(rows=1, columns=2)).message
