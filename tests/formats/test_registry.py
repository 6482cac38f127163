"""Formats by their names and endings, and what a scorecard loses in each."""

from __future__ import annotations

import io

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.formats import (
    FILE_FORMATS,
    FileFormat,
    Limits,
    detect_format,
    dump_json,
    find_format,
    find_losses,
    read_as,
    write_as,
)
from councilperf.model import Indicator, Observation, Range, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.strategies import scorecards

Q2 = ReportingPeriod.quarter(2019, 2)
CARD = Scorecard("S", [ScorecardRow(Indicator("1", "A"), [Observation(Q2, 1)])])
BOTH_WAYS = [each for each in FILE_FORMATS if each.reader and each.writer]


@pytest.mark.parametrize("each", FILE_FORMATS, ids=lambda each: each.name)
def test_every_format_is_where_it_says(each: FileFormat) -> None:
    if each.reader:
        assert callable(each.load_reader())
    if each.writer:
        assert callable(each.load_writer())
    assert find_format(each.name) is each
    assert [find_format(f"card{ending}") for ending in each.endings] == [each] * len(each.endings)


@pytest.mark.parametrize("each", BOTH_WAYS, ids=lambda each: each.name)
def test_what_is_written_in_a_format_is_read_from_it(each: FileFormat) -> None:
    assert read_as(write_as(CARD, each), each).require().rows == CARD.rows


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("json", "json"),
        ("JSON", "json"),
        ("a.tidy.csv", "tidy-csv"),
        ("a.TIDY.CSV", "tidy-csv"),
        ("tidy.csv", "csv"),
        ("a.b.csv", "csv"),
        (".csv", "csv"),
    ],
)
def test_the_longest_ending_stands(name: str, found: str) -> None:
    assert find_format(name).name == found


@pytest.mark.parametrize("name", ["shoe", "a.doc", "json.", "csvx"])
def test_a_format_that_there_is_not_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownNameError, match="there are 'json', 'csv', 'tidy-csv'"):
        find_format(name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'\xef\xbb\xbf {"a": 1}', "json"),
        (bytearray(b"{}"), "json"),
        ("Measure,Period,Value\n", "tidy-csv"),
        (b"Measure,Q1 2019-20\n", "csv"),
        ("Measure,Period,Value\n".encode("utf-16"), "tidy-csv"),
        (b"PK\x03\x04", "xlsx"),
        (b"\xd0\xcf\x11\xe0", "xlsx"),
        (b"", "csv"),
    ],
)
def test_content_is_known_by_how_it_begins(content: bytes | str, name: str) -> None:
    assert detect_format(content).name == name


def test_an_open_file_is_read_to_the_limit() -> None:
    document = dump_json(CARD)

    assert read_as(io.BytesIO(document), "json").value == CARD
    assert read_as(io.StringIO(document.decode()), "json").value == CARD
    assert read_as(memoryview(document), "json").value == CARD  # type: ignore[arg-type]
    [problem] = read_as(io.BytesIO(document), "json", limits=Limits(size=10)).problems
    assert "it is larger than the limit of 10 (size)" in problem.message


def test_mistakes_raise() -> None:
    with pytest.raises(FieldTypeError, match="bytes, text, or a file that is open"):
        read_as(5, "json")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="bytes or text"):
        detect_format(5)  # type: ignore[arg-type]
    with pytest.raises(FieldValueError, match="a format that can be read: json, csv, tidy-csv"):
        read_as(b"", "assessment-csv")
    with pytest.raises(FieldValueError, match="a format that can be written: json"):
        write_as(CARD, FileFormat(name="x", label="x", endings=[".x"]))
    with pytest.raises(FieldTypeError, match="scorecard"):
        write_as(Range(1, 2), "csv")
    with pytest.raises(FieldTypeError, match="scorecard"):
        find_losses(Range(1, 2), "csv")  # type: ignore[arg-type]


def test_losses_are_told_by_kind_with_their_first_row() -> None:
    rows = [
        ScorecardRow(Indicator(f"R{each}", "A"), [Observation(Q2, 1, note="n", numerator=1,
                                                              denominator=1)])
        for each in (1, 2)
    ]  # fmt: skip

    assert find_losses(Scorecard("Scorecard", rows, council="C"), "csv") == (
        "'Council' (2 rows, first of R1)",
        "'Numerator' (2 rows, first of R1)",
        "'Denominator' (2 rows, first of R1)",
        "'Note' (2 rows, first of R1)",
    )
    assert find_losses(Scorecard("Other", [], assumed=["a"]), "csv") == (
        "'Scorecard' (1 row)",
        "'Record' (1 row)",
        "'Note' (1 row)",
    )


@pytest.mark.parametrize("format_name", ["json", "tidy-csv"])
@given(scorecards())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_format_for_everything_loses_nothing(format_name: str, card: Scorecard) -> None:
    assert find_losses(card, format_name) == ()


@given(scorecards(), st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_where_no_loss_is_told_every_figure_comes_back(card: Scorecard, bare: bool) -> None:
    if bare:  # most scorecards that are drawn hold something that a sheet has no place for
        rows = [
            ScorecardRow(
                attrs.evolve(row.indicator, polarity="higher"),
                [attrs.evolve(each, note=None) for each in row.observations],
            )
            for row in card.rows
        ]
        card = Scorecard("Scorecard", rows)
    if find_losses(card, "csv") == ():
        back = read_as(write_as(card, "csv"), "csv").require()
        assert {row.indicator for row in back.rows} == {row.indicator for row in card.rows}
        assert {each for row in back.rows for each in row.observations} == {
            each for row in card.rows for each in row.observations
        }
        assert {each for row in back.rows for each in row.targets} == {
            each for row in card.rows for each in row.targets
        }
