"""`validate`: everything that is wrong with a file, and 1 where anything is."""

from __future__ import annotations

from pathlib import Path

import pytest

from councilperf.cli import main
from councilperf.formats import dump_json
from councilperf.presets import MAIDSTONE


def validate(*arguments: object) -> int:
    return main(["validate", *map(str, arguments)])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("card.csv", b"Measure,Q1 2019-20\nHomes,1\n", "a scorecard of 1 indicator, read as csv"),
        ("card.csv", b"Measure,Period,Value\nA,2019-20,1\nB,2019-20,1\n",
         "a scorecard of 2 indicators, read as tidy-csv"),
        ("rules.json", dump_json(MAIDSTONE), "a RuleSet, read as json"),
        ("bare", dump_json(MAIDSTONE), "a RuleSet, read as json"),
    ],
)  # fmt: skip
def test_a_file_without_problems_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert validate(path) == 0
    assert capsys.readouterr().out == f"{path}: no problems; {told}\n"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("card.csv", "Measure,Q1 2019-20\nA,lots\nB,more\n",
         ["row 2, column B 'Q1 2019-20': 'lots': ", "row 3, column B 'Q1 2019-20': 'more': "]),
        ("card.json", '{"format":"councilperf/range","version":1,"low":1,"shoe":2}',
         ["$.low: '1': it is of the wrong type", "$.high: the key is missing", "$.shoe: the key"]),
        ("card.tidy.csv", "Measure,Period,Value\nA,Q5 2019-20,1\n",
         ["row 2, column B 'Period': 'Q5 2019-20': "]),
    ],
)  # fmt: skip
def test_every_problem_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, told: list[str]
) -> None:
    path = tmp_path / name
    path.write_text(content)

    assert validate(path) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(told)
    assert all(any(f"{path}: {each}" in line for line in lines) for each in told)


def test_many_problems_are_capped_where_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Q1 2019-20\n" + "A,lots\n" * 1500)

    assert validate(path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "and 500 more"
    assert validate(path, "--most", 2) == 1
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize("most", ["0", "-1", "lots", "1000001", "²"])
def test_a_cap_is_a_number(tmp_path: Path, capsys: pytest.CaptureFixture[str], most: str) -> None:
    assert validate(tmp_path, "--most", most) == 2

    assert "is no whole number from 1 to 1,000,000" in capsys.readouterr().err


def test_what_is_read_leniently_is_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.json"
    path.write_text(
        '{"format":"councilperf/scorecard","version":1,"title":"S","rows":[],"shoe":1}'
    )

    assert validate(path) == 1
    capsys.readouterr()
    assert validate(path, "--lenient") == 0
    assert capsys.readouterr().err == f"{path}: note: $.shoe is not known and left out: 1\n"


@pytest.mark.parametrize("arguments", [["none.csv"], ["."], ["a.csv", "--from", "shoe"], []])
def test_what_cannot_be_looked_at_is_no_answer(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert validate(*arguments) == 2

    assert capsys.readouterr().err
