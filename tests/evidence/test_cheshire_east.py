"""Cheshire East's summary tables of 2019-20, quarter 2, from typed ratings, as the paper has them.

Source: Children and Families Scorecard - Quarter 2 (2019-20), 25 November 2019, paragraphs 6.1
and 8.1. Its appendix with the rows is lost, so levels are typed in as the tables count them.
"""

from __future__ import annotations

import pytest

from councilperf import StatedLevel, Tally, UnknownNameError
from councilperf.assessment import tally_stated
from councilperf.presets import CHESHIRE_EAST
from councilperf.render import render_text
from councilperf.rules import RAG, TRAVEL
from councilperf.tables import Table, printed_summary_table

RATINGS = {"Red": 9, "Amber": 13, "Green": 16, "n/a": 4}
#: The faces that head these columns are lost; they are read in the order of the paper's legend.
DIRECTIONS = {"Improving": 11, "Static": 12, "Worsening": 18, "n/a": 1}


def typed(judgement: str, counts: dict[str, int]) -> list[StatedLevel]:
    return [StatedLevel(judgement, word) for word, count in counts.items() for _ in range(count)]


def ratings() -> Tally:
    return tally_stated(typed("rating", RATINGS), RAG)


def directions() -> Tally:
    return tally_stated(typed("travel", DIRECTIONS), TRAVEL)


def ratings_table() -> Table:
    return printed_summary_table(
        {"This quarter": ratings()},
        caption="RAG ratings",
        heading="Performance Measures",
        levels=["red", "amber", "green"],
    )


def directions_table() -> Table:
    return printed_summary_table(
        {"This quarter": directions()},
        caption="Direction of travel",
        heading="Direction of Travel",
    )


def test_38_of_the_42_measures_are_rated() -> None:
    assert (ratings().total, ratings().rated) == (42, 38)


def test_41_of_the_42_measures_have_a_direction() -> None:
    assert (directions().total, directions().rated) == (42, 41)


def test_the_ratings_are_printed_as_the_paper_prints_them() -> None:
    assert render_text(ratings_table()).splitlines() == [
        "RAG ratings",
        "Performance Measures  Red  Amber  Green  n/a  Total",
        "--------------------  ---  -----  -----  ---  -----",
        "This quarter            9     13     16    4     42",
    ]


def test_the_directions_are_printed_as_the_paper_prints_them() -> None:
    assert render_text(directions_table()).splitlines() == [
        "Direction of travel",
        "Direction of Travel  Improving  Static  Worsening  n/a  Total",
        "-------------------  ---------  ------  ---------  ---  -----",
        "This quarter                11      12         18    1     42",
    ]


def test_the_order_of_the_lost_faces_is_recorded_as_assumed() -> None:
    assert any(
        "improving, static, worsening" in assumed and "smileys" in assumed
        for assumed in CHESHIRE_EAST.assumed
    )


def test_a_level_that_the_scale_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(UnknownNameError, match="'Purple'"):
        tally_stated([StatedLevel("rating", "Purple")], RAG)
