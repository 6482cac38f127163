"""`convert`: from one format into another, with what is lost told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from councilperf import assess
from councilperf.cli import main
from councilperf.cli._choices import READ_FORMATS, WRITTEN_FORMATS
from councilperf.formats import (
    FILE_FORMATS,
    dump_json,
    load_json,
    read_scorecard_csv,
    read_tidy_csv,
)
from councilperf.model import Indicator, Range, Scorecard, ScorecardRow
from councilperf.presets import MAIDSTONE

CARD = """\
Planning £

Ref,Measure,Q1 2019-20,Q2 2019-20,Target,RAG,Polarity,Unit
P1,Appeals won ≥ half,60,59.09 [p],75,Red,Higher is better,%
P2,Homes delivered,40,42,45,Green,Higher is better,
"""


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.csv"
    path.write_text(CARD, "utf-8")
    return path


def value() -> Scorecard:
    return read_scorecard_csv(CARD).require()


def convert(*arguments: object) -> int:
    return main(["convert", *map(str, arguments)])


@pytest.mark.parametrize(
    ("name", "back"),
    [
        ("out.json", load_json),
        ("out.tidy.csv", lambda content: read_tidy_csv(content).require()),
        ("OUT.CSV", lambda content: read_scorecard_csv(content, title="Planning £").require()),
    ],
)
def test_the_ending_says_the_format(card: Path, tmp_path: Path, name: str, back: object) -> None:
    out = tmp_path / name

    assert convert(card, out) == 0
    assert back(out.read_bytes()) == value()  # type: ignore[operator]


def test_from_and_to_say_the_format_otherwise(card: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second.txt"

    assert convert(card, first, "--to", "tidy-csv") == 0
    assert convert(first, second, "--from", "tidy-csv", "--to", "json") == 0
    assert load_json(second.read_bytes()) == value()


@pytest.mark.parametrize("to", ["json", "tidy-csv", "csv"])
def test_a_file_without_an_ending_is_known_by_how_it_begins(
    card: Path, tmp_path: Path, to: str
) -> None:
    bare, again = tmp_path / "bare", tmp_path / "again.json"

    assert convert(card, bare, "--to", to) == 0
    assert convert(bare, again) == 0
    assert load_json(again.read_bytes()).rows == value().rows


def test_a_tidy_table_needs_no_ending_of_its_own(card: Path, tmp_path: Path) -> None:
    tidy, out = tmp_path / "tidy.csv", tmp_path / "out.json"

    assert convert(card, tidy, "--to", "tidy-csv") == 0
    assert convert(tidy, out) == 0
    assert load_json(out.read_bytes()) == value()


@pytest.mark.parametrize(
    ("name", "start"),
    [("out.md", "| "), ("out.html", "<!doctype html>"), ("out.txt", "Planning £")],
)
def test_pages_are_for_reading(card: Path, tmp_path: Path, name: str, start: str) -> None:
    out = tmp_path / name

    assert convert(card, out) == 0
    text = out.read_text("utf-8")
    assert start in text
    assert "Appeals won" in text


def test_what_the_format_has_no_place_for_is_told(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"

    assert convert(card, out) == 0
    assert f"{out}: it has no place for 'Scorecard' (" in capsys.readouterr().err


def test_what_was_assumed_is_told(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(card, "-", "--to", "json") == 0

    told = capsys.readouterr()
    assert json.loads(told.out)["title"] == "Planning £"
    assert f"{card}: note: 'Target' is held against whichever period is rated\n" in told.err


def test_a_dash_prints_it_without_what_is_for_excel(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(card, "-", "--to", "tidy-csv") == 0

    assert capsys.readouterr().out.startswith("Scorecard,Reference,Measure,Unit,Polarity,Record,")


def test_a_bare_column_is_for_the_period_that_is_said(tmp_path: Path) -> None:
    path, out = tmp_path / "card.csv", tmp_path / "out.json"
    path.write_text("Measure,Actual\nHomes,42\n")

    assert convert(path, out, "--period", "Q2 2019-20", "--title", "Homes") == 0
    written = load_json(out.read_bytes())
    assert written.title == "Homes"
    assert str(written.rows[0].observations[0].period) == "Q2 2019-20"


def test_any_json_document_becomes_what_it_can(tmp_path: Path) -> None:
    rules, assessment = tmp_path / "rules.json", tmp_path / "assessment.json"
    rules.write_bytes(dump_json(MAIDSTONE))
    assessment.write_bytes(dump_json(assess(value(), MAIDSTONE)))

    assert convert(rules, tmp_path / "rules.md") == 0
    assert convert(assessment, tmp_path / "results.csv") == 0
    assert (
        (tmp_path / "results.csv").read_text("utf-8-sig").startswith("Reference,Measure,Service")
    )


@pytest.mark.parametrize("name", ["my card.csv", "card.tidy.csv"])
def test_metadata_lie_beside_a_table(card: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name

    assert convert(card, out, "--metadata") == 0
    csvw = json.loads((tmp_path / f"{name}-metadata.json").read_text("utf-8"))
    schema = json.loads((tmp_path / f"{name}.schema.json").read_text("utf-8"))
    header = out.read_text("utf-8-sig").splitlines()[0].split(",")
    assert csvw["url"] == name.replace(" ", "%20")
    assert [each["titles"] for each in csvw["tableSchema"]["columns"]] == header
    assert [each["name"] for each in schema["fields"]] == header


@pytest.mark.parametrize("name", ["out.jsonstat.json", "out.sdmx.csv"])
def test_figures_are_written_for_statistical_programs(
    card: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name

    assert convert(card, out) == 0
    assert b"59.09" in out.read_bytes()
    capsys.readouterr()
    assert convert(card, "-", "--to", "sdmx-csv" if "sdmx" in name else "json-stat") == 0
    assert "59.09" in capsys.readouterr().out


def test_keys_that_are_not_known_are_left_out_if_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "card.json", tmp_path / "out.json"
    path.write_text(
        '{"format":"councilperf/scorecard","version":1,"title":"S","rows":[],"shoe":1}'
    )

    assert convert(path, out) == 2
    assert not out.exists()
    assert convert(path, out, "--lenient") == 0
    assert "$.shoe is not known and left out: 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["card.csv", "out.docx"], "out.docx: its ending is of no format; there are json, csv,"),
        (["card.csv", "-"], "-: no format is called so; there are json, csv, tidy-csv,"),
        (["card.csv", "out.json", "--from", "shoe"], "shoe: no format is called so"),
        (["card.csv", "out", "--to", "shoe"], "shoe: no format is called so"),
        (["none.csv", "out.json"], "none.csv: it cannot be read: No such file"),
        (["card.csv", "out.assessment.csv"], "it holds a Scorecard, and out.assessment.csv holds"),
        (["range.json", "out.csv"], "range.json: it holds a Range, and out.csv holds none"),
        (["nul.json", "out.csv"], "it cannot be written as out.csv: text: "),
        (["card.csv", "out.json", "--from", "assessment-csv"], "a format that can be read: json"),
        (["card.csv", "out.json", "--lenient"], "--lenient: the reader of csv has no such choice"),
        (["range.json", "out.json", "--period", "2019-20"], "--period: the reader of json has no"),
        (["card.csv", "out.json", "--period", "soon"], "card.csv: 'soon': "),
        (["card.csv", "out.json", "--metadata"], "--metadata: it describes a scorecard's file in"),
        (["card.csv", "out.md", "--metadata"], "--metadata: it describes a scorecard's file in"),
        (
            ["card.csv", "-", "--to", "csv", "--metadata"],
            "--metadata: it describes a scorecard's file",
        ),
        (
            ["range.json", "out.csv", "--metadata"],
            "--metadata: it describes a scorecard's file in",
        ),
        (["bad.csv", "out.json"], "bad.csv: row 2, column B 'Q1 2019-20': 'lots': "),
    ],
)
@pytest.mark.usefixtures("card")
def test_bad_wishes_are_answered_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("range.json").write_bytes(dump_json(Range(1, 2)))
    Path("nul.json").write_bytes(dump_json(Scorecard("S", [ScorecardRow(Indicator("1", "a\0"))])))
    Path("bad.csv").write_text("Measure,Q1 2019-20\nHomes,lots\n")
    before = sorted(Path().iterdir())

    assert convert(*arguments) == 2
    assert message in capsys.readouterr().err
    assert sorted(Path().iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(card, "/dev/full", "--to", "json") == 1

    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no such limit")
def test_a_disk_that_fills_up_leaves_what_was_there(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    out = tmp_path / "out.json"
    out.write_text("what was there before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        code = convert(card, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)

    assert code == 1
    assert "File too large" in capsys.readouterr().err
    assert out.read_text() == "what was there before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["card.csv", "out.json"]


def test_the_help_names_the_formats_that_there_are() -> None:
    assert {each.name for each in FILE_FORMATS if each.reader} == set(READ_FORMATS)
    assert {each.name for each in FILE_FORMATS if each.writer} == set(WRITTEN_FORMATS)
