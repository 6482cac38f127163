"""`conformance`: another program asked our cases."""

from __future__ import annotations

import io
import json
import sys

import pytest

from councilperf.cli import main
from councilperf.conformance import load_cases

ECHO = "import sys; sys.stdout.write(sys.stdin.read())"
SILENT = "import sys; sys.stdin.read(); sys.exit(3)"


def test_the_library_passes_its_own_suite_over_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    ours = [sys.executable, "-m", "councilperf", "conformance", "--answer"]

    assert main(["conformance", *ours]) == 0
    count = len(load_cases())
    assert capsys.readouterr().out == f"{count} of {count} cases are answered as the rules do\n"


def test_a_program_that_answers_differently_is_told_case_by_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["conformance", "--", sys.executable, "-c", ECHO]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("rating/ten-per-cent/higher/60: {")
    assert out[-1].startswith("0 of ")


def test_a_program_that_fails_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", sys.executable, "-c", SILENT]) == 1
    shown = capsys.readouterr()
    assert "nothing was answered" in shown.out
    assert "ended with 3" in shown.err


def test_a_program_that_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", "no-such-program"]) == 2
    assert capsys.readouterr().err.startswith("no-such-program: ")


def test_no_program_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance"]) == 2
    assert capsys.readouterr().err.startswith("name the program to ask")


def test_a_question_is_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = load_cases()[0]
    monkeypatch.setattr(sys, "stdin", io.StringIO(case.line + "\n"))

    assert main(["conformance", "--answer"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": case.name,
        **json.loads(case.expected),
    }


@pytest.mark.parametrize(
    "line", ["{", "{}", "3", '{"id": "a", "ask": "weather"}', '{"id": "a", "ask": "rating"}']
)
def test_a_question_that_cannot_be_read_is_bad_input(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert main(["conformance", "--answer"]) == 2
    assert capsys.readouterr().err.startswith("a question cannot be read: ")
