"""Published rows come out as they were published, by the rules of their councils."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from councilperf import assess, rate
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Target
from councilperf.periods import ReportingPeriod
from councilperf.presets import MAIDSTONE
from councilperf.rules import MET_OR_MISSED, TARGET, Rule

#: Rows whose rating does not follow from their figures, each with what the page shows of it.
RATING_EXPLAINED = {
    "Bath and North East Somerset: 199a % of land that is assessed as being clean, "
    "2003-04 est. out-turn": "33 against 34 is printed green; its comment adds two measures up",
    "Bath and North East Somerset: 199c % of land assessed as having significant litter, "
    "2003-04 est. out-turn": "13 against 12, lower is better, is printed green",
    "Cheshire West and Chester: PMF-04 Service users involved in consultation groups as a % of "
    "the total stock, 2024-25 Q1": "a target that grows to the year's end is not rated in-year",
}

Unexplained = Callable[[Iterable[Any], Callable[[Any], str], Mapping[str, str]], dict[str, str]]


def test_every_rating_that_follows_from_its_row_is_the_published_one(
    worked_rows: list[Any], rating_outcome: Callable[[Any], str], unexplained: Unexplained
) -> None:
    assert unexplained(worked_rows, rating_outcome, RATING_EXPLAINED) == {}


def test_every_direction_that_follows_from_its_row_is_the_published_one(
    worked_rows: list[Any], direction_outcome: Callable[[Any], str], unexplained: Unexplained
) -> None:
    assert unexplained(worked_rows, direction_outcome, {}) == {}


def test_how_many_rows_could_be_held_against_what_was_published(
    worked_rows: list[Any],
    rating_outcome: Callable[[Any], str],
    direction_outcome: Callable[[Any], str],
) -> None:
    """The icons of 130 rows are lost in the stored text; whole groups of them are below."""
    ratings = Counter(map(rating_outcome, worked_rows))
    directions = Counter(map(direction_outcome, worked_rows))

    assert (ratings["agrees"], ratings["agrees as far as the rule is stated"]) == (52, 11)
    assert directions["agrees"] == 38


@pytest.fixture
def groups(worked_rows: list[Any]) -> dict[str, list[Any]]:
    """Rows that one summary table counts, by the name of their group."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in worked_rows:
        group = re.match(r"group=(M\d+)", row.note)
        if group and row.target:
            found[group[1]].append(row)
    return found


@pytest.fixture
def counts(shared: Path) -> dict[str, dict[str, int]]:
    """The printed counts of ratings, by group."""
    path = shared / "evidence" / "summary_counts.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        return {
            row["group"]: {level: int(row[level]) for level in ("green", "amber", "red")}
            for row in csv.DictReader(opened)
            if row["kind"] == "rag" and row["group"].startswith("M")
        }


def test_rated_groups_of_maidstone_count_up_to_the_printed_tables(
    groups: dict[str, list[Any]], counts: dict[str, dict[str, int]]
) -> None:
    """No level is rated more often than it was counted; in a complete group, then, none less."""
    for name, rows in groups.items():
        if name not in counts:
            continue
        period = ReportingPeriod.quarter(2019, 1)
        card = Scorecard(
            name,
            [
                ScorecardRow(
                    Indicator(f"{name}.{place}", row.indicator, polarity=row.polarity),
                    [Observation(period, row.actual)],
                    [Target(row.target)],
                )
                for place, row in enumerate(rows)
            ],
        )
        tally = assess(card, MAIDSTONE, period=period).tally("rating")
        computed = {level: tally[level] for level in ("green", "amber", "red")}
        too_many = {
            level: count for level, count in computed.items() if count > counts[name][level]
        }
        assert (name, too_many) == (name, {})


def test_a_complete_group_of_maidstone_is_among_the_groups(
    groups: dict[str, list[Any]], counts: dict[str, dict[str, int]]
) -> None:
    complete = {
        name
        for name, rows in groups.items()
        if name in counts and len(rows) == sum(counts[name].values())
    }

    assert complete >= {"M7", "M9", "M13", "M19", "M21"}


def test_rows_listed_as_best_against_target_reach_it_and_those_listed_as_worst_miss_it(
    worked_rows: list[Any],
) -> None:
    """Brighton's pages name the best and the worst against target and have lost their icons."""
    listed = [row for row in worked_rows if row.note.startswith("list=") and row.target]
    rule = Rule("target", {"met": TARGET}, otherwise="missed", scale=MET_OR_MISSED)
    said = {"list=top-vs-target": "met", "list=bottom-vs-target": "missed"}

    misplaced = [
        row.name
        for row in listed
        if rate(row.actual, target=row.target, polarity=row.polarity, rules=rule).level
        != said[re.split("[;( ]", row.note)[0]]
    ]

    assert len(listed) > 40
    assert misplaced == []
