"""Published summary tables: their percentages follow from their counts, rounded half up once."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import frozen

from councilperf import Rounding, Tally, round_to
from councilperf.assessment import LevelCount, MeasuredShare
from councilperf.rules import Is, Level, Scale, Share

#: What a share is of plays no part here: its counts are given.
ANY = Is("rating", "any")


@frozen
class PrintedShare:
    """One percentage of a table with the counts that it is said to be of."""

    table: str
    label: str
    percentage: str
    count: int
    base: int

    @property
    def name(self) -> str:
        return f"{self.table}: {self.label} {self.count} of {self.base}"

    @property
    def recomputed(self) -> str:
        """The percentage as our shares print it, with as many decimals as the paper has."""
        decimals = len(self.percentage.partition(".")[2])
        less = self.percentage.startswith("less than")
        share = Share(self.label, ANY, decimals=decimals, says_less_than_one=less)
        measured = MeasuredShare(share, self.count, self.base)
        shown = str(measured).removeprefix(f"{self.label}: ").partition(" (")[0]
        return shown.removesuffix("%")


#: Percentages that do not follow from the counts beside them, each with what is wrong in print.
MISPRINTS = {
    "Bracknell Forest, Actions state Q4 2024/25: Complete 64 of 114": "56.1%, printed as 55",
    "Maidstone, 2023-24 Q4 M1 direction, last year: up 4 of 8": (
        "the text repeats the shares of the other direction, 3 of 8"
    ),
    "Maidstone, 2023-24 Q4 M1 direction, last year: down 4 of 8": (
        "the text repeats the shares of the other direction, 5 of 8"
    ),
    "Maidstone, 2020-21 Q4 M13 direction, last year: down 6 of 8": (
        "the text says 33.33% and, beside it, 6 of 8"
    ),
    "Maidstone, 2022-23 Q4 M29 direction, last year: up 8 of 11": "the text counts 8 of 12",
    "Maidstone, 2022-23 Q4 M29 direction, last year: down 3 of 11": "the text counts 4 of 12",
    "Bath and North East Somerset, 2003-04 TOTAL rag: green 31 of 47": "66.0%, printed as 69",
    "Bath and North East Somerset, 2003-04 TOTAL rag: amber 5 of 47": "10.6%, printed as 9",
    "Bath and North East Somerset, 2003-04 TOTAL rag: red 11 of 47": "23.4%, printed as 22",
}

#: Tables whose parts do not add up to the total beside them, each with what is wrong in print.
DO_NOT_ADD_UP = {
    "Gedling 2015-16 Q3 rag": "16, 3 and 10 are 29, printed as 28",
    "Kensington and Chelsea 2015-16 direction": "16, 3, 10 and 10 are 39, printed as 40",
}


def columns_of_labels(row: dict[str, str]) -> list[tuple[str, int | None]]:
    """The labels of a table with their counts, in order; a count may be missing."""
    return [
        (row[f"label{place}"], int(row[f"count{place}"]) if row[f"count{place}"] else None)
        for place in range(1, 6)
        if row[f"label{place}"]
    ]


def shares_of_published(row: dict[str, str]) -> list[PrintedShare]:
    """Read a row of published_counts.csv: percentages stand in the order of their labels."""
    if not row["percent_base"].isdigit():
        return []
    printed = row["percentages_as_published"].split(";")
    return [
        PrintedShare(f"{row['council']}, {row['what']}", label, percentage, count, base)
        for (label, count), text in zip(columns_of_labels(row), printed, strict=False)
        if count is not None and (percentage := re.sub(r" \(.*\)$|%", "", text.strip()))
        for base in (int(row["percent_base"]),)
    ]


RATED, COMPARED = ("green", "amber", "red"), ("up", "same", "down")


def number(text: str) -> int:
    return int(text) if text else 0


def shares_of_summary(row: dict[str, str]) -> list[PrintedShare]:
    """Read a row of summary_counts.csv: the base is said in words, at times with its number."""
    said = row["percent_base"]
    stated = re.search(r"\((\d+)\)", said)
    is_rating = any(row[each] for each in RATED)
    parts = RATED if is_rating else COMPARED
    base = sum(number(row[each]) for each in parts)
    other = number(row["other"]) if is_rating else 0
    if stated:
        base = int(stated[1])
    elif said.lower().startswith("all"):
        base = number(row["total"])
    else:
        base += other
    table = f"{row['council']}, {row['period']} {row['group']} {row['kind']}".replace("  ", " ")
    counted = {**{each: row[each] for each in parts}, "other": row["other"]}
    if said.lower().startswith("all") and not row["other"]:
        counted["other"] = row["not_rated"]
    return [
        PrintedShare(table, each, row[f"pct_{each}"], int(count), base)
        for each, count in counted.items()
        if count and row.get(f"pct_{each}")
    ]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return [
            {column: value.strip() for column, value in row.items()}
            for row in csv.DictReader(opened)
        ]


@pytest.fixture
def published(shared: Path) -> list[dict[str, str]]:
    return read(shared / "evidence" / "published_counts.csv")


@pytest.fixture
def summaries(shared: Path) -> list[dict[str, str]]:
    return read(shared / "evidence" / "summary_counts.csv")


def misprinted(shares: list[PrintedShare]) -> set[str]:
    return {each.name for each in shares if each.recomputed.removesuffix("%") != each.percentage}


def test_published_percentages_follow_from_their_counts_by_rounding_half_up(
    published: list[dict[str, str]], summaries: list[dict[str, str]]
) -> None:
    shares = [each for row in published for each in shares_of_published(row)]
    shares += [each for row in summaries for each in shares_of_summary(row)]

    assert len(shares) > 180
    assert misprinted(shares) == set(MISPRINTS)


@pytest.mark.parametrize("other", [Rounding.HALF_EVEN, Rounding.TRUNCATE])
def test_no_other_rounding_reproduces_as_many(
    other: Rounding, published: list[dict[str, str]], summaries: list[dict[str, str]]
) -> None:
    shares = [each for row in published for each in shares_of_published(row)]
    shares += [each for row in summaries for each in shares_of_summary(row)]
    numbers = [each for each in shares if re.fullmatch(r"[\d.]+", each.percentage)]

    def reproduced(rounding: Rounding) -> int:
        return sum(
            str(
                round_to(
                    Fraction(100 * each.count, each.base),
                    len(each.percentage.partition(".")[2]),
                    rounding,
                )
            )
            == each.percentage
            for each in numbers
        )

    assert reproduced(other) < reproduced(Rounding.HALF_UP)


def test_a_published_table_adds_up_where_it_is_said_to(published: list[dict[str, str]]) -> None:
    tables = [row for row in published if row["total"] and columns_of_labels(row)]
    adding_up = {
        row["what"]: total_of(columns_of_labels(row)) == int(row["total"]) for row in tables
    }
    said = {row["what"]: row["counts_sum_to_total"] == "yes" for row in tables}

    assert len(tables) > 40
    assert adding_up == said


def total_of(counts: list[tuple[str, int | None]]) -> int:
    """Add a table's counts up as our tallies do: each label a level of a scale of its own."""
    scale = Scale("as printed", [*(Level(label) for label, _ in counts), Level("none of these")])
    levels = [LevelCount(label, count or 0) for label, count in counts]
    return Tally(scale, [*levels, LevelCount("none of these", 0)]).total


def test_a_summary_adds_up_to_its_total(summaries: list[dict[str, str]]) -> None:
    """A tally keeps the unrated too, so that parts which do not add up show."""
    wrong: set[str] = set()
    for row in summaries:
        rating = any(row[each] for each in RATED)
        parts = (*RATED, "not_rated", "other") if rating else (*COMPARED, "dot_na")
        counted = sum(number(row[each]) for each in parts)
        # Where the unrated are not printed, nothing says that the parts are all there is.
        complete = row["not_rated"] if rating else row["dot_na"]
        total = int(row["total"])
        if counted > total or (complete and counted < total):
            wrong.add(f"{row['council']} {row['period']} {row['kind']}")

    assert wrong == set(DO_NOT_ADD_UP)
