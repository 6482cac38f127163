"""`councilperf paper`: the same report for the public, for members and for officers."""

from __future__ import annotations

import datetime as dt
from importlib.util import find_spec
from pathlib import Path

import pytest

from councilperf.cli import main
from councilperf.formats import dump_json
from councilperf.model import (
    Committee,
    Exemption,
    Indicator,
    Meeting,
    Observation,
    Recommendation,
    Report,
    Restriction,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.render import _docx

Q2 = ReportingPeriod.quarter(2019, 2)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report whose second row is exempt, open to members."""
    rows = [
        ScorecardRow(
            Indicator("H1", "Homes delivered", polarity="higher"),
            [Observation(Q2, 33)],
            [Target(45)],
            stated=[StatedLevel("rating", "Green")],
            commentary="Two sites were flooded.",
        ),
        ScorecardRow(Indicator("H2", "Rent owed"), [Observation(Q2, 8642)]),
    ]
    paper = Report(
        Meeting(Committee("Committee", "Maidstone Borough Council"), dt.date(2019, 11, 5)),
        "Housing performance",
        Q2,
        recommendations=[Recommendation("note", "the performance")],
        scorecards=[Scorecard("Housing", rows)],
        restrictions=[Restriction("H2", Exemption("england", 3))],
    )
    path = tmp_path / "report.json"
    path.write_bytes(dump_json(paper))
    return path


def paper(report: Path, *arguments: object) -> int:
    """Run the command and return its exit code."""
    return main(["paper", str(report), *map(str, arguments)])


def test_the_public_is_given_what_it_may_see(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(report) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("Housing performance\n")
    assert "H2: withheld under paragraph 3" in " ".join(shown.split())
    assert "8,642" not in shown
    assert "Findings for officers" not in shown


def test_members_see_what_is_open_to_them(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(report, "--for", "members") == 0

    shown = capsys.readouterr().out
    assert "8,642" in shown
    assert "Findings for officers" not in shown


def test_officers_see_everything_and_what_the_checks_find(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(report, "--for", "officers", "--format", "markdown") == 0

    shown = capsys.readouterr().out
    assert "8,642" in shown
    assert "| note | reasons-absent | reasons |" in shown


def test_rules_rate_the_scorecards_and_officers_are_told_what_does_not_follow(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(report, "--for", "officers", "--rules", "maidstone", "--format", "markdown") == 0

    shown = capsys.readouterr().out
    assert "#### H1: Homes delivered" in shown
    assert "- **Commentary:** Two sites were flooded." in shown
    assert "| error | not-by-rules |" in shown


@pytest.mark.skipif(find_spec("docx") is None, reason="python-docx is not installed")
def test_a_word_document_goes_to_a_file(report: Path, tmp_path: Path) -> None:
    assert paper(report, "--format", "docx", "-o", tmp_path / "paper.docx") == 0

    assert (tmp_path / "paper.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("paper.html", "<!doctype"), ("paper.md", "# Housing"), ("paper.txt", "Housing")],
)
def test_the_ending_of_the_file_says_what_it_is(
    report: Path, tmp_path: Path, name: str, beginning: str
) -> None:
    assert paper(report, "-o", tmp_path / name) == 0

    assert (tmp_path / name).read_text("utf-8").startswith(beginning)


def problem(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on stderr."""
    [line] = capsys.readouterr().err.splitlines()
    return line


def test_a_word_document_wants_a_file(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paper(report, "--format", "docx") == 2

    assert "name it with -o" in problem(capsys)


def test_without_python_docx_the_extra_is_named(
    report: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_docx, "find_spec", lambda _: None)

    assert paper(report, "--format", "docx", "-o", tmp_path / "paper.docx") == 2

    assert "pip install 'councilperf[docx]'" in problem(capsys)
    assert not (tmp_path / "paper.docx").exists()


def test_a_file_that_holds_no_report_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(dump_json(Scorecard("Housing", [])))

    assert paper(path) == 2
    assert str(path) in problem(capsys)
