"""Counts of a frame add up, group by group, to those of the results one by one."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from councilperf.dataframes import tally_frame
from councilperf.errors import FieldValueError, ProblemsError
from councilperf.rules import RAG

CHANCE = random.Random(8)  # noqa: S311 (made-up figures, no secrets)
ROWS = 60
DATA: dict[str, list[Any]] = {
    "service": [CHANCE.choice(["Adults", "Children", None]) for _ in range(ROWS)],
    "rating": [CHANCE.choice(["green", "amber", None]) for _ in range(ROWS)],
}
DATA["rating_reason"] = [
    None if each else CHANCE.choice(["no_data", "data_only"]) for each in DATA["rating"]
]


def test_groups_are_counted_with_their_noughts(engine: Any) -> None:
    counted = engine.columns(
        tally_frame(engine.frame(DATA), RAG, by="service", reason="rating_reason")
    )

    assert counted["service"] == ["Adults", "Children", None]
    for place, service in enumerate(counted["service"]):
        rows = [row for row in range(ROWS) if DATA["service"][row] == service]
        levels = Counter(DATA["rating"][row] for row in rows)
        reasons = Counter(DATA["rating_reason"][row] for row in rows)
        assert [counted[key][place] for key in (*RAG.keys, "unrated")] == [
            levels[key] for key in (*RAG.keys, None)
        ]
        assert counted["no_data"][place] == reasons["no_data"]
        assert counted["data_only"][place] == reasons["data_only"]
        assert counted["suppressed"][place] == 0
        assert counted["total"][place] == len(rows)


def test_without_groups_there_is_one_row(engine: Any) -> None:
    counted = engine.columns(tally_frame(engine.frame(DATA), RAG))

    assert counted["total"] == [ROWS]
    assert sum(counted[key][0] for key in (*RAG.keys, "unrated")) == ROWS


def test_a_cross_table_is_a_tally_by_another_judgement(engine: Any) -> None:
    data = {"rating": ["red", "red", "green"], "again": ["green", "red", "green"]}

    counted = engine.columns(tally_frame(engine.frame(data), RAG, by="rating", level="again"))

    assert counted["rating"] == ["green", "red"]
    assert (counted["green"], counted["red"]) == ([1, 1], [0, 1])


def test_a_level_that_is_not_on_the_scale_is_refused(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("the rows of a lazy frame are not looked at")

    with pytest.raises(ProblemsError, match=r"'rating' holds no level .* in 1 row, .*'blue'"):
        tally_frame(engine.frame({"rating": ["green", "blue"]}), RAG)


def test_columns_that_are_not_there_are_named(engine: Any) -> None:
    with pytest.raises(ProblemsError, match="2 problems"):
        tally_frame(engine.frame({"level": ["green"]}), RAG, by="service")


def test_a_group_may_not_be_called_what_a_count_is_called(engine: Any) -> None:
    frame = engine.frame({"rating": ["green"], "green": ["yes"]})

    with pytest.raises(FieldValueError, match="no levels of the scale"):
        tally_frame(frame, RAG, by="green")
