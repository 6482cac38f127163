"""Workbooks in and out of the program, with the sheet that is meant."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from attrs import evolve
from openpyxl import load_workbook

from councilperf.assessment import assess
from councilperf.cli import main
from councilperf.formats import (
    dump_json,
    read_scorecard_csv,
    write_assessment_xlsx,
    write_scorecard_xlsx,
)
from councilperf.model import Indicator, Range, Scorecard
from councilperf.presets import MAIDSTONE

EXAMPLE = Path(__file__).parents[2] / "examples/maidstone-2019-20-q2.csv"
CARD = read_scorecard_csv(EXAMPLE.read_bytes()).require()


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("card.xlsx").write_bytes(write_scorecard_xlsx(CARD))


def test_a_workbook_is_assessed_into_a_workbook() -> None:
    assert main(["assess", "card.xlsx", "--rules", "maidstone", "-o", "out.xlsx"]) == 0

    assert Path("out.xlsx").read_bytes() == write_assessment_xlsx(assess(CARD, MAIDSTONE))


def test_a_workbook_is_assessed_into_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", "card.xlsx", "--rules", "maidstone"]) == 0

    assert "Success rate for planning appeals" in capsys.readouterr().out


def test_the_sheet_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["assess", "card.xlsx", "--rules", "maidstone", "--sheet"]

    assert main([*arguments, "Scorecard"]) == 0
    assert main([*arguments, "Roads"]) == 2
    assert "it has no sheet 'Roads'" in capsys.readouterr().err
    assert main(["validate", "card.xlsx", "--sheet", "Cover"]) == 1
    assert "Cover, row 1: no column names the indicators" in capsys.readouterr().out


def test_what_is_no_scorecard_is_not_assessed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("range.json").write_bytes(dump_json(Range(1, 2)))

    assert main(["assess", "range.json", "--rules", "maidstone"]) == 2
    assert "it holds a Range; give a scorecard" in capsys.readouterr().err


def test_a_scorecard_goes_into_a_workbook_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(EXAMPLE), "made.xlsx"]) == 0
    assert main(["convert", "made.xlsx", "made.csv"]) == 0
    assert main(["validate", "made.xlsx"]) == 0

    assert read_scorecard_csv(Path("made.csv").read_bytes()).require().rows == CARD.rows
    assert "read as xlsx" in capsys.readouterr().out


def test_an_assessment_goes_into_a_workbook() -> None:
    Path("assessment.json").write_bytes(dump_json(assess(CARD, MAIDSTONE)))

    assert main(["convert", "assessment.json", "out.xlsx"]) == 0
    assert "Exceptions" in load_workbook("out.xlsx").sheetnames


def test_a_workbook_is_written_to_a_pipe_and_never_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["assess", "card.xlsx", "--rules", "maidstone", "--format", "xlsx"]
    pipe = io.TextIOWrapper(io.BytesIO())
    with monkeypatch.context() as context:
        context.setattr("sys.stdout", pipe)
        assert main(arguments) == 0
    assert pipe.buffer.getvalue().startswith(b"PK")

    with monkeypatch.context() as context:
        context.setattr("sys.stdout", io.StringIO())
        assert main(arguments) == 2
    assert "name a file for it" in capsys.readouterr().err


def test_text_that_no_workbook_holds_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    row = evolve(CARD.rows[0], indicator=Indicator("A", "B" * 40_000))
    card = Scorecard("T", [row])
    Path("long.json").write_bytes(dump_json(card))

    assert main(["assess", "long.json", "--rules", "maidstone", "-o", "out.xlsx"]) == 2
    assert not Path("out.xlsx").exists()
    assert "it cannot be written as xlsx: text: " in capsys.readouterr().err
