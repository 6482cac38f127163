"""What holds of every document: nothing is lost, and one value has one way of being written."""

from __future__ import annotations

import json
import os
import pickle
import runpy
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from councilperf.formats import (
    digest,
    dump_json,
    load_json,
    read_json,
    read_scorecard_csv,
    read_scorecard_xlsx,
    write_scorecard_csv,
    write_scorecard_xlsx,
)
from councilperf.formats._csv._scorecard_writer import period_header
from councilperf.formats._json import _migrations
from councilperf.formats._json._documents import document_of
from councilperf.formats._json._kinds import format_of, kinds
from councilperf.formats._json._text import write_json
from councilperf.formats._sheet._columns import recognise
from councilperf.formats._xlsx._cells import stored_number
from councilperf.formats._xlsx._numbers import Numbers
from councilperf.formats._xlsx._parts import Workbook
from councilperf.model import (
    Indicator,
    Observation,
    Polarity,
    Scorecard,
    ScorecardRow,
    Target,
    TargetBasis,
    Unit,
)
from councilperf.periods import ReportingPeriod
from councilperf.strategies import STRATEGIES, reporting_periods, scorecards
from councilperf.tables import Cell
from councilperf.values import Mark, Missing

few = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])

DRAWN = [kind for kind in kinds().values() if kind in STRATEGIES or issubclass(kind, Enum)]
PAPERS = sorted((Path(__file__).parents[2] / "examples" / "papers").glob("*.py"))


def check_comes_back(value: Any) -> None:
    document = dump_json(value)
    read = load_json(document, type(value))

    assert read == value
    assert hash(read) == hash(value)
    assert dump_json(read) == document


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@few
def test_a_value_comes_back_equal_and_is_written_in_one_way(
    kind: type, data: st.DataObject
) -> None:
    check_comes_back(data.draw(st.from_type(kind)))


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_a_digest_is_of_the_value_and_not_of_its_layout(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))

    assert digest(load_json(dump_json(value, indent=2))) == digest(value)


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_the_bytes_are_of_the_value_however_it_was_made(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    copied = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes

    assert dump_json(copied) == dump_json(value)


@pytest.mark.parametrize("seed", ["0", "1", "7"])
def test_the_bytes_are_the_same_in_every_program(seed: str) -> None:
    """Sets have another order in each, unless that is put right."""
    card = Scorecard("S", [ScorecardRow(
        Indicator("1", "A", tags="a b c d e f".split()),
        [Observation(ReportingPeriod.quarter(2019, 2), 5, marks=Mark)],
    )])  # fmt: skip
    program = "import sys; from councilperf import *; print(digest(load_json(sys.stdin.read())))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=dump_json(card).decode(),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == digest(card)


def objects_in(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document that stands for a value with fields of its own."""
    parts: Any = tree.values() if isinstance(tree, dict) else tree
    if isinstance(tree, dict) and not tree.keys() & {"missing", "answer", "date", "low"}:
        yield tree
    for each in parts:
        if isinstance(each, dict | list):
            yield from objects_in(each)


@given(scorecards(), st.data())
@few
def test_strict_reading_refuses_exactly_what_lenient_reading_reports(
    card: Scorecard, data: st.DataObject
) -> None:
    tree = json.loads(dump_json(card))
    objects = list(objects_in(tree))
    strangers = data.draw(st.lists(st.integers(0, len(objects) - 1), unique=True, max_size=4))
    for place in strangers:
        objects[place][f"stranger_{place}"] = place
    text = json.dumps(tree)
    strict, lenient = read_json(text), read_json(text, lenient=True)

    assert lenient.value == card
    assert len(strict.problems) == len(lenient.notes) == len(strangers)
    assert sorted(each.path for each in strict.problems) == sorted(
        note.split(" is not known")[0] for note in lenient.notes
    )
    assert (strict.value == card) is (not strangers)


@given(st.integers(1, 4), st.integers(0, 3))
def test_what_is_migrated_stays_as_it_is(version: int, later: int) -> None:
    steps = {
        each: lambda tree: {**tree, "steps": [*tree["steps"], tree["version"]]}
        for each in range(1, version + later)
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_migrations, "VERSION", version + later)
        patch.setattr(_migrations, "_STEPS", steps)
        newest = _migrations.migrated({"version": version, "steps": []})

        assert newest == {
            "version": version + later,
            "steps": list(range(version, version + later)),
        }
        assert _migrations.migrated(newest) == newest


@given(scorecards())
@few
def test_a_scorecard_is_written_directly_as_its_tree_would_be(card: Scorecard) -> None:
    assert dump_json(card) == write_json(document_of(card), None)


def values_in(value: Any) -> Iterator[Any]:
    """A value and every value inside it."""
    if isinstance(value, tuple | frozenset):
        for each in value:
            yield from values_in(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_everything_in_a_committee_paper_comes_back_equal(path: Path) -> None:
    """Reports hold each other's parts, so the five papers stand for drawn ones."""
    values = {
        each
        for each in values_in(runpy.run_path(str(path))["PAPER"])
        if format_of(type(each)) is not None
    }

    for value in values:
        check_comes_back(value)
    assert len(values) > 10


# A wide sheet has no place for everything that a scorecard can hold. What it loses is what these
# functions take away; whatever they leave comes back.


@given(reporting_periods(), st.sampled_from(["", "Target", "Annual target", "RAG"]))
def test_a_header_brings_back_its_period(period: ReportingPeriod, words: str) -> None:
    header = period_header(words, period)
    columns = recognise(["Measure", header], 1, calendar=None, year=None, period=None)

    assert columns.problems == ()
    assert columns.columns[1].period == period


def plain(text: str | None) -> str | None:
    """Text as a cell keeps it: without the white space around it, absent where none is left."""
    return None if text is None else text.strip() or None


def kept_indicator(indicator: Indicator) -> Indicator:
    """Units are kept by name, a polarity that is missing without its note."""
    known = ("service", "priority", "portfolio", "officer", "frequency", "note")
    unit = indicator.unit if indicator.unit.name.casefold() not in {"-", "none"} else "number"
    polarity = indicator.polarity
    return attrs.evolve(
        indicator,
        reference=indicator.reference.strip(),
        title=indicator.title.strip(),
        polarity=Missing("no_polarity") if isinstance(polarity, Missing) else polarity,
        unit=Unit.parse(unit.name if isinstance(unit, Unit) else unit),
        kind=indicator.kind.strip(),
        tags={part.strip() for each in indicator.tags for part in each.split(";") if part.strip()},
        **{name: plain(getattr(indicator, name)) for name in known},
    )


def kept_target(target: Target, indicator: Indicator, row: ScorecardRow) -> Target:
    """A strict target is written as an inequality, which needs a polarity to point its sign."""
    points = indicator.polarity in (Polarity.HIGHER, Polarity.LOWER)
    return attrs.evolve(
        target,
        source=None,
        supersedes=None,
        reason=None,
        decision=None,
        strict=target.strict and points and isinstance(target.aim, Decimal),
        floor=row.targets[0].floor,
        stretch=row.targets[0].stretch,
    )


def kept_row(row: ScorecardRow) -> ScorecardRow:
    """One target for each basis and period, one benchmark for each group, notes left out."""
    indicator = kept_indicator(row.indicator)
    targets = {(each.basis, each.period): each for each in reversed(row.targets)}
    return ScorecardRow(
        indicator,
        sorted(
            (
                attrs.evolve(
                    each,
                    note=None,
                    numerator=None,
                    denominator=None,
                    marks=() if isinstance(each.value, Missing) else each.marks,
                )
                for each in row.observations
            ),
            key=lambda each: each.period,
        ),
        sorted(
            (kept_target(each, indicator, row) for each in targets.values()),
            key=lambda each: (
                each.period.sort_key if each.period else -1,
                list(TargetBasis).index(each.basis),
            ),
        ),
        benchmark_text=plain(row.benchmark_text),
        commentary=plain(row.commentary),
    )


def draw_kept(data: st.DataObject) -> Scorecard:
    card = data.draw(scorecards())
    rows = [kept_row(row) for row in card.rows]
    references = {row.indicator.reference for row in rows}
    assume(rows and len(references) == len(rows))
    return Scorecard(card.title, rows)


@given(st.data())
@few
def test_a_wide_sheet_brings_back_all_that_it_has_a_place_for(data: st.DataObject) -> None:
    card = draw_kept(data)

    reading = read_scorecard_csv(write_scorecard_csv(card), title=card.title)

    assert reading.problems == ()
    assert reading.require().rows == card.rows


@given(st.data())
@few
def test_a_workbook_brings_back_all_that_a_wide_sheet_has_a_place_for(data: st.DataObject) -> None:
    card = draw_kept(data)

    content = write_scorecard_xlsx(card)
    reading = read_scorecard_xlsx(content)

    assert reading.problems == ()
    assert reading.require().rows == card.rows
    assert reading.require().title == " ".join(card.title.split())
    assert write_scorecard_xlsx(card) == content


numbers = st.decimals(-(10**6), 10**6, places=2) | st.decimals(-1, 1, places=13)


@given(numbers, st.sampled_from(["", "%", " days", " [p]"]), st.sampled_from(["", "£"]))
def test_a_figure_in_a_workbook_is_the_figure_in_its_words(
    number: Decimal, after: str, before: str
) -> None:
    """Through binary floats, percentages too: no digit of 15 is lost or gained."""
    sign = "-" if number < 0 else ""
    text = f"{sign}{before}{abs(number):f}{after}"
    stored = stored_number(Cell(text, number=number))
    assert stored is not None

    book = Workbook((), (170,), ((170, stored.format),), "", from_1904=False)
    assert Numbers(book).shown(repr(float(stored.text)), 0).text == text
