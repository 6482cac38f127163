"""Workbooks opened by another program than the one that wrote them, and saved again there."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from councilperf.formats import read_scorecard_csv, read_scorecard_xlsx, write_scorecard_xlsx
from councilperf.model import Scorecard

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
#: Every sheet, each in a file named after it, as its cells show.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module")
def card() -> Scorecard:
    path = Path(__file__).parents[2] / "examples/maidstone-2022-23-q1.csv"
    return read_scorecard_csv(path.read_bytes()).require()


@pytest.fixture(scope="module")
def folder(card: Scorecard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scorecard and a sheet with a formula, and what LibreOffice makes of them, in `saved`."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path_factory.mktemp("office")
    (path / "card.xlsx").write_bytes(write_scorecard_xlsx(card))
    book = Workbook()
    book.worksheets[0].append(["Measure", "Q1 2019-20", "Q2 2019-20"])
    book.worksheets[0].append(["Homes", 0.1, "=B2+0.2"])
    book.save(path / "made.xlsx")
    profile = f"-env:UserInstallation={(path / 'profile').as_uri()}"
    for wanted, names in ((AS_SHOWN, ["card.xlsx"]), ("xlsx", ["card.xlsx", "made.xlsx"])):
        command = [OFFICE, profile, "--headless", "--convert-to", wanted, "--outdir", "saved"]
        subprocess.run([*command, *names], cwd=path, capture_output=True, check=True, timeout=120)
    return path


def test_what_is_written_shows_the_same_cells_in_libreoffice(
    card: Scorecard, folder: Path
) -> None:
    names = {each.name for each in (folder / "saved").glob("*.csv")}
    assert names == {"card-Cover.csv", "card-Contents.csv", "card-Scorecard.csv"}

    shown = (folder / "saved/card-Scorecard.csv").read_text("utf-8")
    assert next(csv.reader(io.StringIO(shown)))[0] == card.title
    assert read_scorecard_csv(shown.split("\n", 3)[3]).require().rows == card.rows


def test_what_libreoffice_saves_again_is_read_as_the_same(card: Scorecard, folder: Path) -> None:
    again = (folder / "saved/card.xlsx").read_bytes()

    assert again != (folder / "card.xlsx").read_bytes()
    assert read_scorecard_xlsx(again).require().rows == card.rows


def test_a_formula_is_read_once_libreoffice_has_worked_it_out(folder: Path) -> None:
    made = read_scorecard_xlsx((folder / "made.xlsx").read_bytes())
    saved = read_scorecard_xlsx((folder / "saved/made.xlsx").read_bytes())

    assert "let it calculate" in made.problems[0].remedy
    assert str(saved.require().rows[0].observations[1].value) == "0.3"
