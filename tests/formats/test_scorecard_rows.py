"""The rows of a wide sheet: what is a heading, what is an indicator, and all that is wrong."""

from __future__ import annotations

import pytest

from councilperf.formats import read_scorecard_csv


def problems(text: str) -> list[str]:
    return [str(each) for each in read_scorecard_csv(text).problems]


def test_one_cell_more_than_the_header_is_too_many() -> None:
    [problem] = problems("Measure,Q1 2019-20\nHomes,1,200\nVisits,5,\n")

    assert problem.startswith("row 2, column C: '200': the row has more cells than the header")


@pytest.mark.parametrize(
    "text",
    [
        "Ref,Measure,Q1 2019-20\nHousing,,\nH1,Homes,5\n",
        "Ref,Measure,Q1 2019-20\n,Housing,\nH1,Homes,5\n",
        "Priority,Measure,Q1 2019-20\nHousing,,\n,Homes,5\n",
    ],
)
def test_a_row_with_one_cell_is_a_heading(text: str) -> None:
    reading = read_scorecard_csv(text)

    assert [each.indicator.title for each in reading.require().rows] == ["Homes"]
    assert (
        "rows with one cell only are read as headings and left out: row 2 'Housing'"
        in reading.notes
    )


def test_without_references_a_title_alone_is_an_indicator_without_figures() -> None:
    reading = read_scorecard_csv("Measure,Priority,Q1 2019-20\nHomes,,\nFlats,,5\n")

    assert [each.indicator.title for each in reading.require().rows] == ["Homes", "Flats"]


def test_in_two_columns_one_cell_is_no_heading() -> None:
    assert problems("Ref,Measure\nH1,\n") == [
        "row 2, column B 'Measure': the title is blank; say what the row measures"
    ]


def test_problems_are_told_by_row_and_then_by_column() -> None:
    text = "Measure,Target,Minimum,Ref,Q1 2019-20\n,50,?,,5\nHomes,40 to 50,45,H1,many\n"
    paths = [each.path for each in read_scorecard_csv(text).problems]

    assert paths == [
        "row 2, column A 'Measure'",
        "row 2, column C 'Minimum'",
        "row 2, column D 'Ref'",
        "row 3, column E 'Q1 2019-20'",
    ]
