"""DfE's Local Authority Interactive Tool: every trend, rank and band, as the tool has it."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from councilperf.benchmarking import (
    LAIT_APRIL_2026,
    ComparatorGroup,
    GroupFigures,
    LeagueTable,
    Quartiles,
    Standing,
    group_mean,
)
from councilperf.model import Polarity
from councilperf.values import Missing

Row = dict[str, str]

TRENDS = {"up": "up", "down": "down", "flat": "same"}
COLOURS = {"better": "green", "worse": "red", "same": "black"}
BAND_COLOURS = {"A": "green", "D": "red"}


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[str, list[Row]]:
    """What the tool computes from half of its measures, by measure."""
    found = defaultdict(list)
    for row in read(shared / "data/lait/expected_latest.csv"):
        found[row["measure_id"]].append(row)
    return found


@pytest.fixture(scope="module")
def too_small_a_range(shared: Path) -> frozenset[str]:
    """Measures that the tool's dictionary takes out of the quartiles."""
    rows = read(shared / "data/lait/measures.csv")
    return frozenset(row["measure_id"] for row in rows if row["quartile_suppressed"] == "yes")


def number(text: str) -> Decimal | None:
    return None if text in {"", "-", "NA"} else Decimal(text)


@pytest.fixture(scope="module")
def tables(
    expected: dict[str, list[Row]], too_small_a_range: frozenset[str]
) -> dict[str, LeagueTable]:
    """Our league table of each measure, under the tool's rules."""
    return {
        measure: LeagueTable(
            GroupFigures({row["la_name"]: number(row["value"]) for row in rows}),
            previous=GroupFigures({row["la_name"]: number(row["previous_value"]) for row in rows}),
            polarity="none" if rows[0]["polarity"] in {"-", "NA"} else rows[0]["polarity"],
            rules=LAIT_APRIL_2026,
            unbanded=Missing("not_applicable", note="data range is too small")
            if measure in too_small_a_range
            else None,
        )
        for measure, rows in expected.items()
    }


def said_of(ours: Standing, table: LeagueTable) -> Row:
    """What we say of an authority, in the tool's words.

    Where nobody is ranked the tool prints a dash; without a figure it leaves the cell empty.
    """
    unranked = "-" if table.polarity is Polarity.NONE else ""
    unbanded = "-" if table.unbanded else unranked
    band = unbanded if isinstance(ours.band, Missing) else ours.band
    return {
        "trend": "" if isinstance(ours.movement, Missing) else TRENDS[ours.movement],
        "trend_colour": "black" if isinstance(ours.travel, Missing) else COLOURS[ours.travel],
        "rank": unranked if isinstance(ours.rank, Missing) else str(ours.rank),
        "band": band,
        "band_colour": BAND_COLOURS.get(band, "none"),
    }


def test_every_trend_rank_band_and_judgement_is_the_tool_s(
    tables: dict[str, LeagueTable], expected: dict[str, list[Row]]
) -> None:
    differing = [
        (measure, row["la_name"], said, {key: row[key] for key in said})
        for measure, rows in expected.items()
        for ours, row in zip(tables[measure].standings(), rows, strict=True)
        if (said := said_of(ours, tables[measure])) != {key: row[key] for key in said}
    ]

    assert sum(len(rows) for rows in expected.values()) > 30_000
    assert len(differing) == 0, differing[:5]


def test_our_rules_part_from_the_tool_s_only_on_a_quartile_where_higher_is_better(
    tables: dict[str, LeagueTable],
) -> None:
    parted = 0
    for table in tables.values():
        ours = Quartiles(table.current, table.polarity, unbanded=table.unbanded)
        edges = () if isinstance(ours.thresholds, Missing) else ours.thresholds[1:4]
        for area, value in table.current.known:
            if ours[area] == table.quartiles[area]:
                continue
            parted += 1
            assert (table.polarity, value in edges) == (Polarity.HIGHER, True)

    assert parted > 500


def test_every_mean_of_statistical_neighbours_is_the_tool_s(
    tables: dict[str, LeagueTable],
    expected: dict[str, list[Row]],
    neighbours: dict[str, list[str]],
) -> None:
    differing = []
    for measure, rows in expected.items():
        for row in rows:
            mean = group_mean(tables[measure].current, group_of(row["la_code"], neighbours))
            theirs = number(row["sn_average"])
            counted = int(row["sn_values"] or 0)
            if len(mean.counted) != counted or not close(mean.value, theirs):
                differing.append((measure, row["la_name"], mean, theirs))

    assert differing == []


def group_of(code: str, neighbours: dict[str, list[str]]) -> ComparatorGroup:
    return ComparatorGroup(
        "Statistical neighbours",
        neighbours[code],
        kind="statistical_neighbours",
        source="DfE, LAIT",
        year=2025,
    )


def close(ours: Fraction | Missing, theirs: Decimal | None) -> bool:
    if isinstance(ours, Missing) or theirs is None:
        return isinstance(ours, Missing) and theirs is None
    return abs(ours - Fraction(theirs)) <= Fraction(1, 10**9) * max(Fraction(1), abs(ours))


@pytest.fixture(scope="module")
def neighbours(shared: Path) -> dict[str, list[str]]:
    """The names of each authority's statistical neighbours, by its code."""
    areas = read(shared / "data/lait/areas.csv")
    names = {row["area_code"]: row["area_name"] for row in areas}
    return {
        row["area_code"]: [names[code] for code in row["statistical_neighbours"].split(";")]
        for row in areas
        if row["statistical_neighbours"]
    }
