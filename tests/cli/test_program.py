"""The command line as a program of its own: encodings, pipes, and what it loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "councilperf"]


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def card(root: Path) -> str:
    path = "examples/maidstone-2022-23-q1.csv"
    if not (root / path).exists():
        pytest.skip("the examples are not here")
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8", "utf-16"])
def test_a_terminals_encoding_never_stops_it(root: Path, card: str, encoding: str) -> None:
    done = run(root, "assess", card, "--rules", "maidstone", PYTHONIOENCODING=encoding)
    text = done.stdout.decode(encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Green" in text
    assert "Declined" in text
    assert ("■" in text) is encoding.startswith("utf")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_problems_are_told_in_any_encoding(root: Path, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Q1 2019-20\nHomes,≥ lots £\n", "utf-8")

    done = run(root, "assess", str(path), "--rules", "maidstone", PYTHONIOENCODING=encoding)

    assert done.returncode == 2
    assert b"row 2, column B 'Q1 2019-20'" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_had_enough_is_no_error(root: Path, card: str) -> None:
    with subprocess.Popen(
        [*PROGRAM, "assess", card, "--rules", "maidstone"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        told = program.stderr.read()

    assert (program.returncode, told) == (0, b"")


def test_help_loads_no_scorecard_reader(root: Path) -> None:
    code = (
        "import sys\nfrom councilperf.cli import main\nmain(['--help'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )

    assert not {"cattrs", "dateutil", "hypothesis"} & set(done.stderr.split())
