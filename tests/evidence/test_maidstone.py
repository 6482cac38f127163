"""Maidstone's published counts come out of Maidstone's published figures, by Maidstone's rule.

The scorecards are the files in `examples/`, read by the real reader. What each group gives stands
in a table at the end of the test run.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import frozen

from councilperf import Assessment, Missing, assess
from councilperf.assessment import find_disagreements, find_figure
from councilperf.formats import read_scorecard_csv
from councilperf.model import Polarity, Scorecard, Target
from councilperf.presets import MAIDSTONE
from councilperf.render import render_text
from councilperf.rules import TARGET
from councilperf.tables import Column, Table

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
LEVELS = ("green", "amber", "red")
DIRECTIONS = {"short trend": "direction, last quarter", "long trend": "direction, last year"}

#: Groups of which every targeted indicator is printed with its figures.
COMPLETE = ("M7", "M9", "M13", "M19", "M21")
#: Groups of which some targeted indicators are not to be had.
PARTIAL = ("M1", "M3", "M23", "M25", "M27", "M29")

#: What the published figures cannot give, with the reason.
NOT_TO_BE_HAD = {
    "M13: not rated": "its 4 indicators without a target are counted but not printed",
    "M19: not rated": "of its 8 indicators without a target 2 are printed",
    "M21: not rated": "its 8 indicators without a target are counted but not printed",
    "M7: direction, last quarter": "no earlier figures are printed beside these",
    "M7: direction, last year": "no earlier figures are printed beside these",
    "M9: direction, last quarter": (
        "one earlier figure is missing, and complaints, for which no way is stated to be better, "
        "are counted by the council as declined"
    ),
    "M9: direction, last year": "figures of the year before are not printed",
    "M13: direction, last quarter": "no earlier figures are printed beside these",
    "M13: direction, last year": "no earlier figures are printed beside these",
    "M19: direction, last quarter": "earlier figures of 5 of its 11 indicators are printed",
    "M19: direction, last year": "figures of the year before are not printed",
    "M21: direction, last quarter": "no earlier figures are printed beside these",
    "M21: direction, last year": "no earlier figures are printed beside these",
}
#: Groups that cannot be held against a count, with the reason.
NO_COUNTS = {
    "M5": "its paper prints reds by name, and no row of counts for these is in the evidence",
    "M11": "its end-of-year table has no row of counts",
}


@frozen
class Group:
    """A group of indicators with the counts that its paper prints."""

    name: str
    file: str
    counts: dict[str, dict[str, int]]


def address_of(page: str) -> str:
    """The number of the document, which is the same however its address is written."""
    found = re.search(r"/(s\d+)/", page)
    assert found is not None, page
    return found[1]


def files() -> dict[str, str]:
    """Each example's file, by the document that `examples/README.md` says it is from."""
    lines = (EXAMPLES / "README.md").read_text("utf-8").splitlines()
    rows = [re.match(r"\| \[([^]]+\.csv)\].*<(https:[^>]+)>", line) for line in lines]
    return {address_of(row[2]): row[1] for row in rows if row is not None}


def scorecard(file: str) -> Scorecard:
    return read_scorecard_csv((EXAMPLES / file).read_bytes()).require()


def assessment(file: str) -> Assessment:
    return assess(scorecard(file), MAIDSTONE)


def evidence_rows(shared: Path) -> Iterator[dict[str, str]]:
    with (shared / "evidence/worked_rows.csv").open(encoding="utf-8", newline="") as stream:
        yield from (row for row in csv.DictReader(stream) if row["council"] == "Maidstone")


def whole(text: str) -> int:
    """A count as printed; the papers leave the cell of a nought blank."""
    return int(text) if text else 0


@pytest.fixture(scope="module")
def groups(shared: Path) -> dict[str, Group]:
    """Every group that has a file and printed counts."""
    names = {"up": "improved", "same": "no_change", "down": "declined"}
    found: dict[str, Group] = {}
    with (shared / "evidence/summary_counts.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            file = files().get(address_of(row["url"])) if row["council"] == "Maidstone" else None
            if file is None:
                continue
            group = found.setdefault(row["group"], Group(row["group"], file, {}))
            if row["kind"] == "rag":
                columns = {each: each for each in (*LEVELS, "not_rated")}
            else:
                columns = names
            group.counts[row["kind"]] = {
                key: whole(row[column]) for column, key in columns.items()
            }
    return found


def ratings(found: Assessment) -> dict[str, int]:
    counts = found.tally("rating")
    return {**{level: counts[level] for level in LEVELS}, "not_rated": counts.total - counts.rated}


def test_every_example_is_named_with_its_source_and_every_source_has_its_file() -> None:
    assert sorted(files().values()) == sorted(
        each.name for each in EXAMPLES.glob("maidstone-*.csv")
    )


def test_every_published_figure_is_in_the_example_of_its_paper(shared: Path) -> None:
    by_document = files()
    for row in evidence_rows(shared):
        card = scorecard(by_document[address_of(row["url_or_repo_path"])])
        title = row["indicator"].replace(" (compared with the same quarter last year)", "")
        [found] = [each for each in card.rows if each.indicator.title == title]
        figures = {each.value for each in found.observations}
        target = find_figure(found, TARGET, found.observations[-1].period)

        assert Decimal(row["actual"]) == found.observations[-1].value
        assert not row["previous"] or Decimal(row["previous"]) in figures
        if row["target"]:
            assert isinstance(target, Target)
            assert target.aim == Decimal(row["target"])
        else:
            assert isinstance(target, Missing)
        assert found.indicator.polarity == Polarity(row["polarity"])


def test_no_example_holds_a_row_that_is_not_in_the_evidence(shared: Path) -> None:
    known = {
        (address_of(row["url_or_repo_path"]), row["indicator"]) for row in evidence_rows(shared)
    }

    for document, file in files().items():
        for each in scorecard(file).rows:
            assert (document, each.indicator.title) in known


@pytest.mark.parametrize("file", sorted(files().values()))
def test_no_printed_rating_or_direction_is_disputed(file: str) -> None:
    assert [str(each) for each in find_disagreements(assessment(file))] == []


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_group_gives_its_published_green_amber_and_red(
    groups: dict[str, Group], name: str
) -> None:
    group = groups[name]
    published, computed = group.counts["rag"], ratings(assessment(group.file))

    assert [computed[each] for each in LEVELS] == [published[each] for each in LEVELS]
    if f"{name}: not rated" not in NOT_TO_BE_HAD:
        assert computed["not_rated"] == published["not_rated"]


@pytest.mark.parametrize("name", PARTIAL)
def test_a_partial_group_never_exceeds_its_published_counts(
    groups: dict[str, Group], name: str
) -> None:
    group = groups[name]
    published, computed = group.counts["rag"], ratings(assessment(group.file))

    assert all(computed[each] <= published[each] for each in published)
    assert computed != published


@pytest.mark.parametrize("name", [*COMPLETE, *PARTIAL])
@pytest.mark.parametrize("judgement", DIRECTIONS)
def test_no_direction_exceeds_its_published_count(
    groups: dict[str, Group], name: str, judgement: str
) -> None:
    group = groups[name]
    computed = assessment(group.file).tally(judgement)

    published = group.counts[DIRECTIONS[judgement]]

    assert all(computed[level] <= count for level, count in published.items())


def test_what_cannot_be_had_is_listed_and_nothing_else(groups: dict[str, Group]) -> None:
    """An entry that comes out after all has to leave the list."""
    differs: set[str] = set()
    for name in COMPLETE:
        found = assessment(groups[name].file)
        counts = groups[name].counts
        if ratings(found)["not_rated"] != counts["rag"]["not_rated"]:
            differs.add(f"{name}: not rated")
        for judgement, kind in DIRECTIONS.items():
            tally = found.tally(judgement)
            if any(tally[level] != count for level, count in counts[kind].items()):
                differs.add(f"{name}: {kind}")

    assert differs == set(NOT_TO_BE_HAD)


def test_every_group_of_the_evidence_is_complete_partial_or_without_counts(
    shared: Path, groups: dict[str, Group]
) -> None:
    named = {
        found[1]
        for row in evidence_rows(shared)
        if (found := re.search(r"group=(M\d+)", row["note"]))
    }

    assert named == {*COMPLETE, *PARTIAL, *NO_COUNTS}
    assert set(groups) == {*COMPLETE, *PARTIAL}


class _Results:
    """Shows the groups at the end of the test run."""

    def __init__(self, text: str) -> None:
        self.text = text

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("Maidstone: published counts and what the library gives")
        terminalreporter.write_line(self.text)


@pytest.fixture(scope="module", autouse=True)
def results(request: pytest.FixtureRequest, groups: dict[str, Group]) -> None:
    """Have the table of all groups and results shown, whatever the tests say."""
    text = render_text(_results_table(groups), width=100, symbols=False)
    request.config.pluginmanager.register(_Results(text), "maidstone-results")


def _results_table(groups: dict[str, Group]) -> Table:
    columns = [
        Column("Group"),
        Column("Scorecard"),
        *(Column(each, numeric=True) for each in ("Rows", "Green", "Amber", "Red", "Not rated")),
        Column("Result"),
    ]
    rows = [_result(groups.get(name), name) for name in (*COMPLETE, *PARTIAL)]
    notes = [
        "Each count is computed / published.",
        *(f"{name}: not to be had: {why}." for name, why in NOT_TO_BE_HAD.items()),
        *(f"{name}: no counts: {why}." for name, why in NO_COUNTS.items()),
    ]
    return Table("Groups of indicators", columns, rows, notes=notes)


def _result(group: Group | None, name: str) -> list[str]:
    assert group is not None, name
    found = assessment(group.file)
    computed, published = ratings(found), group.counts["rag"]
    agrees = all(computed[each] == published[each] for each in LEVELS)
    within = all(computed[each] <= published[each] for each in LEVELS)
    result = "agrees" if agrees else "within the counts" if within else "DIFFERS"
    counts = [f"{computed[each]} / {published[each]}" for each in (*LEVELS, "not_rated")]
    return [name, group.file, str(len(found.rows)), *counts, result]
