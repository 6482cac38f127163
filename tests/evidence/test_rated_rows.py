"""Published rows with their arrows come out as published, by the presets of their councils."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

#: Rows whose rating does not follow from their figures, each with what the page shows of it.
RATING_EXPLAINED = {
    "Northumberland: Other planning applications in 8 weeks, Sep 2024 monthly": (
        "82.71 against 85 is printed green: a tolerance or a setting by hand that is not published"
    ),
    "Northumberland: Pre-application enquiries on time, Sep 2024 monthly": (
        "66 against 85 is printed green: it does not follow from any band"
    ),
}

Unexplained = Callable[[Iterable[Any], Callable[[Any], str], Mapping[str, str]], dict[str, str]]


def test_every_rating_that_follows_from_its_row_is_the_published_one(
    rated_rows: list[Any], rating_outcome: Callable[[Any], str], unexplained: Unexplained
) -> None:
    assert unexplained(rated_rows, rating_outcome, RATING_EXPLAINED) == {}


def test_every_arrow_that_follows_from_its_row_is_the_published_one(
    rated_rows: list[Any], direction_outcome: Callable[[Any], str], unexplained: Unexplained
) -> None:
    assert unexplained(rated_rows, direction_outcome, {}) == {}


def test_rows_without_a_polarity_are_those_of_one_council(
    rated_rows: list[Any], rating_outcome: Callable[[Any], str]
) -> None:
    """Oxfordshire's table prints none; its arrows follow recent months, not the benchmark."""
    without = [row for row in rated_rows if rating_outcome(row) == "its polarity is not printed"]

    assert {row.council for row in without} == {"Oxfordshire"}


def test_how_many_rows_could_be_held_against_what_was_published(
    rated_rows: list[Any],
    rating_outcome: Callable[[Any], str],
    direction_outcome: Callable[[Any], str],
) -> None:
    ratings = Counter(map(rating_outcome, rated_rows))
    directions = Counter(map(direction_outcome, rated_rows))

    assert (ratings["agrees"], ratings["agrees as far as the rule is stated"]) == (12, 10)
    assert directions["agrees"] == 14
