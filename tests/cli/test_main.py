"""The command line, called as a function: what it prints, and with which code it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from councilperf import assess
from councilperf.cli import main
from councilperf.cli._progress import told
from councilperf.formats import dump_json, load_json, read_scorecard_csv
from councilperf.presets import MAIDSTONE, PRESETS
from councilperf.values import Missing

CARD = """\
Ref,Measure,Q1 2019-20,Q2 2019-20,Target,RAG,Polarity,Unit
P1,Appeals won ≥ half,60,59.09,75,Red,Higher is better,%
P2,Homes delivered,40,42,45,Green,Higher is better,
P3,Complaints,230,,,,None,
"""


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.csv"
    path.write_text(CARD, "utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def assess_card(card: Path, *arguments: object) -> int:
    return run("assess", card, "--rules", "maidstone", *arguments)


def test_a_scorecard_is_rated_and_summed_up_with_reasons(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = assess_card(card)
    out, err = capsys.readouterr()

    assert (code, err) == (0, "")
    assert "Q2 2019-20 is assessed: the latest period with a figure" in out
    assert "P1   Appeals won ≥ half  59.09%" in out
    assert "Red ■" in out
    assert "P1   Appeals won ≥ half  adverse  Red: 59.09% is 15.91 points below the target" in out
    assert "P2   Homes delivered  Rating     Green  Amber ▲" in out
    assert "'Target' is held against whichever period is rated" in out


def test_a_period_can_be_named(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assess_card(card, "--period", "Quarter 1 2019/20") == 0
    out = capsys.readouterr().out

    assert "Scorecard, Q1 2019-20" in out
    assert "is assessed: the latest" not in out


def test_a_column_that_names_no_period_is_of_the_one_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Actual,Target,Polarity\nHomes,42,45,Higher\n", "utf-8")
    tidy = tmp_path / "other.tidy.csv"
    tidy.write_text("Indicator,Period,Value\nHomes,soon,42\n", "utf-8")

    assert assess_card(path) == 2
    assert "without saying for which period" in capsys.readouterr().err
    assert assess_card(path, "--period", "Q2 2019-20") == 0
    assert "column B 'Actual' is read as of Q2 2019-20, as given" in capsys.readouterr().out
    assert assess_card(tidy, "--period", "Q2 2019-20") == 2
    assert "'soon'" in capsys.readouterr().err


def test_the_year_to_date_can_be_assessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Q2 2019-20 YTD,Target,Polarity\nHomes,42,45,Higher\n", "utf-8")

    assert assess_card(path) == 0
    assert "YTD to 30 Sep 2019 (1 April – 30 September 2019)" in capsys.readouterr().out


def test_one_indicator_can_be_explained(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assess_card(card, "--explain", "P1") == 0
    out = capsys.readouterr().out

    assert out.startswith("P1: Appeals won ≥ half\n")
    assert "Amber ▲  no more than 10% worse than the target  67.5% or more" in out
    assert "Homes" not in out


def test_benchmarks_and_charts_are_set_beside_where_they_are_asked_for(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assess_card(card, "--benchmark", "England", "--spc", "--format", "json") == 0
    asked = load_json(capsys.readouterr().out)
    assert assess_card(card) == 0

    assert asked["P1"].benchmark("England").comparison == Missing("no_benchmark")
    assert asked["P1"].chart is not None
    assert "Variation" not in capsys.readouterr().out


def test_only_charts_or_only_benchmarks_may_be_asked_for(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assess_card(card, "--spc", "--format", "json") == 0
    charted = load_json(capsys.readouterr().out)
    assert assess_card(card, "--benchmark", "England", "--format", "json") == 0
    compared = load_json(capsys.readouterr().out)

    assert charted["P1"].benchmarks == ()
    assert compared["P1"].chart is None


def test_a_benchmark_asked_for_twice_is_a_bad_wish(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assess_card(card, "--benchmark", "England", "--benchmark", "England") == 2
    assert "each group once" in capsys.readouterr().err


def test_trends_are_drawn_on_a_page(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assess_card(card, "--trends", "--format", "html") == 0
    assert '<svg xmlns="http://www.w3.org/2000/svg" role="img"' in capsys.readouterr().out
    assert assess_card(card, "--trends", "--format", "csv") == 2
    assert "--trends: it is written as" in capsys.readouterr().err


def test_json_has_an_object_a_row_with_level_keys_in_lower_case(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assess_card(card, "--format", "json") == 0
    text = capsys.readouterr().out
    first, second, third = json.loads(text)["rows"]

    assert (first["reference"], first["title"]) == ("P1", "Appeals won ≥ half")
    assert first["rating"]["level"] == "red"
    assert first["travel"]["level"] == "declined"
    assert (second["rating"]["level"], third["rating"]["level"]) == ("amber", None)


def test_json_comes_in_again_as_an_equal_value(card: Path, tmp_path: Path) -> None:
    assert assess_card(card, "--format", "json", "-o", tmp_path / "out.json") == 0
    expected = assess(read_scorecard_csv(CARD).require(), MAIDSTONE)

    assert load_json((tmp_path / "out.json").read_bytes()) == expected


def test_csv_is_for_spreadsheets(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assess_card(card, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert [row["Rating"] for row in rows] == ["Red", "Amber", "n/a"]
    assert rows[0]["Value"] == "59.09"
    assert rows[1]["Rating, given"] == "Green"


@pytest.mark.parametrize("wish", [["--format", "csv"], ["--format", "json"], ["--explain", "P1"]])
def test_what_was_assumed_of_the_file_is_told_where_the_output_has_no_place_for_it(
    card: Path, capsys: pytest.CaptureFixture[str], wish: list[str]
) -> None:
    assert assess_card(card) == 0
    page = capsys.readouterr()
    assert assess_card(card, *wish) == 0
    other = capsys.readouterr()
    note = "'Target' is held against whichever period is rated"

    assert (note in page.out, page.err) == (True, "")
    assert f"{card}: note: {note}" in other.err.splitlines()


def test_csv_in_a_file_has_the_mark_by_which_excel_knows_utf_8(card: Path, tmp_path: Path) -> None:
    assert assess_card(card, "--format", "csv", "-o", tmp_path / "out.csv") == 0

    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfRef,Measure,")


@pytest.mark.parametrize(
    ("form", "begins"),
    [("html", "<!doctype html>"), ("markdown", "# Scorecard"), ("text", "Scorecard\n====")],
)
def test_pages_go_to_stdout_or_to_a_file(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, begins: str
) -> None:
    assert assess_card(card, "--format", form) == 0
    assert assess_card(card, "--format", form, "-o", tmp_path / "out") == 0
    out = capsys.readouterr().out
    written = (tmp_path / "out").read_bytes().decode("utf-8")

    assert out.startswith(begins)
    assert written == out


def test_a_title_above_the_header_is_the_papers_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Housing\n" + CARD, "utf-8")

    assert assess_card(path) == 0
    assert capsys.readouterr().out.startswith("Housing\n=======\n")


def test_rules_of_your_own_come_from_a_json_file(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.json").write_bytes(dump_json(MAIDSTONE))

    assert run("assess", card, "--rules", tmp_path / "ours.json") == 0
    from_file = capsys.readouterr().out
    assert assess_card(card) == 0
    assert capsys.readouterr().out == from_file


def test_a_rules_file_needs_no_suffix(card: Path, tmp_path: Path) -> None:
    (tmp_path / "ours").write_bytes(dump_json(MAIDSTONE))

    assert run("assess", card, "--rules", tmp_path / "ours") == 0


def errors(capsys: pytest.CaptureFixture[str], code: int) -> list[str]:
    out, err = capsys.readouterr()

    assert (code, out) == (2, "")
    return err.splitlines()


def test_every_problem_of_a_file_is_told_with_its_cell_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text(CARD.replace("59.09", "lots").replace("Higher is better,\n", "Sideways,\n"))

    first, second = errors(capsys, assess_card(path))

    assert first.startswith(f"{path}: row 2, column D 'Q2 2019-20': 'lots': it is no number")
    assert "; write a number" in first
    assert second.startswith(f"{path}: row 3, column G 'Polarity': 'Sideways'")


def test_many_problems_are_capped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Q1 2019-20\n" + "Homes,lots\n" * 50)

    lines = errors(capsys, assess_card(path))

    assert len(lines) == 21
    assert lines[-1] == "and 30 more"


def test_a_file_that_is_not_there_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [line] = errors(capsys, assess_card(tmp_path / "none.csv"))

    assert line.startswith(f"{tmp_path / 'none.csv'}: it cannot be read: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "Q9 2019-20"], "'Q9 2019-20'"),
        (["--explain", "P9"], "there are 'P1', 'P2', 'P3'"),
        (["--explain", "P1", "--format", "json"], "--explain: it is written as text, markdown"),
    ],
)
def test_bad_wishes_are_answered_in_one_line(
    card: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    [line] = errors(capsys, assess_card(card, *arguments))

    assert said in line


def test_a_scorecard_without_figures_has_no_period_to_assess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.csv"
    path.write_text("Measure,Q1 2019-20\nHomes,\n")

    [line] = errors(capsys, assess_card(path))

    assert "no row of the scorecard has a figure" in line


def test_a_rule_set_that_is_not_there_is_answered_with_those_near(
    card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [near] = errors(capsys, run("assess", card, "--rules", "maidston"))
    [far] = errors(capsys, run("assess", card, "--rules", "zzz"))

    assert "did you mean 'maidstone'" in near
    assert "`councilperf rules` lists the names" in far


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff", dump_json(PRESETS[0])[:-20]])
def test_a_rules_file_that_holds_no_rules_is_told_with_its_place(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "ours.json"
    path.write_bytes(content)

    lines = errors(capsys, run("assess", card, "--rules", path))

    assert all(line.startswith(f"{path}: $") for line in lines)


def test_the_rule_sets_are_listed_with_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--format", "markdown") == 0
    out = capsys.readouterr().out

    assert all(each.name in out for each in PRESETS)
    assert "| cheshire-east | Cheshire East Council | 2019-20 | Children and Families" in out


def test_one_rule_set_is_printed_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "maidstone") == 0

    assert "Amber ▲  no more than 10% worse than the target" in capsys.readouterr().out


def test_a_rule_set_that_is_not_there_cannot_be_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    [line] = errors(capsys, run("rules", "maidston"))

    assert "did you mean 'maidstone'" in line


def test_help_ends_well_and_bad_usage_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "assess" in capsys.readouterr().out
    assert run() == 2
    assert run("assess", "card.csv") == 2
    assert run("rules", "--format", "json") == 2


# --- files -------------------------------------------------------------------------------------


def test_an_output_file_is_written_whole_or_not_at_all(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.html"
    out.write_text("what was there before")

    def fail(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", fail)

    assert assess_card(card, "--format", "html", "-o", out) == 1
    assert out.read_text() == "what was there before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["card.csv", "out.html"]
    assert capsys.readouterr().err == f"{out}: No space left on device\n"


def test_an_output_folder_that_is_not_there_is_said_to_be_so(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assess_card(card, "-o", tmp_path / "none" / "out.txt") == 1

    assert "No such file" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows files have no such modes")
def test_a_file_that_is_replaced_keeps_its_mode(card: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.touch(0o600)
    out.chmod(0o640)

    assert assess_card(card, "-o", out) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no devices among its files")
def test_a_device_is_written_to_and_not_replaced(card: Path) -> None:
    assert assess_card(card, "-o", os.devnull) == 0

    assert not Path(os.devnull).is_file()


# --- terminals ---------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A terminal with an encoding."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return True


def open_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal of 80 columns that shows colours in place of stdout.

    In the test itself: between a fixture and its test pytest puts its own stdout back.
    """
    made = Terminal()
    monkeypatch.setattr(sys, "stdout", made)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return made


def test_a_terminal_gets_colours_and_its_own_width(
    card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = open_terminal(monkeypatch)

    assert assess_card(card) == 0
    text = terminal.getvalue()

    assert "\x1b[31mRed ■\x1b[0m" in text
    assert max(map(len, re.sub(r"\x1b\[\d+m", "", text).splitlines())) <= 80


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_where_they_are_not_wanted(
    card: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    terminal = open_terminal(monkeypatch)
    monkeypatch.setenv(name, value)

    assert assess_card(card) == 0
    assert "\x1b" not in terminal.getvalue()


def test_an_old_windows_console_gets_no_colours(
    card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = open_terminal(monkeypatch)
    monkeypatch.setattr("councilperf.cli._writing._ON_WINDOWS", True)
    monkeypatch.delenv("WT_SESSION")

    assert assess_card(card) == 0
    assert "\x1b" not in terminal.getvalue()


def test_what_is_piped_gets_no_colours(
    card: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    assert assess_card(card) == 0

    assert "\x1b" not in capsys.readouterr().out


def test_colours_can_be_forced_and_no_colours_are_stronger(
    card: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert assess_card(card) == 0
    assert "\x1b[31mRed ■\x1b[0m" in capsys.readouterr().out

    monkeypatch.setenv("NO_COLOR", "1")
    assert assess_card(card) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "csv"])
def test_nothing_in_a_file_drives_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    path = tmp_path / "card.csv"
    path.write_text(CARD.replace("Homes", "\x1b[2JHomes\x9b31m \u202egnp"), "utf-8")
    terminal = open_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")

    assert assess_card(path, "--format", form) == 0
    text = terminal.getvalue()

    assert "Homes" in text
    assert not set(text) & set("\x1b\x9b\u202e")


def test_work_that_takes_long_is_told_and_the_line_is_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("councilperf.cli._progress._PATIENCE", 0.001)

    with told("rating 42 rows"):
        while "2 s" not in terminal.getvalue():
            pass

    lines = terminal.getvalue().split("\r")
    assert lines[1:3] == ["rating 42 rows: 1 s", "rating 42 rows: 2 s"]
    assert (lines[-2].strip(), lines[-1]) == ("", "")


def test_quick_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with told("rating 42 rows"):
        pass

    assert terminal.getvalue() == ""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "latin-1"])
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "csv"])
def test_no_encoding_stops_it_and_every_word_is_there(
    card: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, form: str
) -> None:
    terminal = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", terminal)

    assert assess_card(card, "--format", form) == 0
    text = terminal.getvalue()

    text.encode(encoding)
    assert all(word in text for word in ("Red", "Amber", "n/a", "Homes delivered"))


def test_json_stays_json_in_any_encoding(card: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal("ascii")
    monkeypatch.setattr(sys, "stdout", terminal)

    assert assess_card(card, "--format", "json") == 0
    assert json.loads(terminal.getvalue())["rows"][0]["title"] == "Appeals won ≥ half"


def test_letters_that_csv_cannot_show_are_told(
    card: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal("ascii"))

    assert assess_card(card, "--format", "csv") == 0
    assert "-o keeps them all" in capsys.readouterr().err


def test_a_reader_that_has_had_enough_is_no_error(
    card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)

        assert assess_card(card) == 0
