"""The conformance suite: its cases stand, and it finds what is planted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from councilperf.cli import main
from councilperf.conformance import Case, Difference, answer, find_differences, load_cases
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError
from councilperf.values import Absence

CASES = load_cases()
BY_NAME = {case.name: case for case in CASES}
#: What a rule's line may hold something against.
FIGURES = """
    target annual_target period_target profiled_target year_to_date_target floor stretch
    best_possible previous_period same_period_last_year previous_year_end last_reported
    reported_back periods_back trend_start trend_end benchmark constant range_width larger_bound
""".split()
WORDS = """
    worse_by better_by beyond any_of all_of own_tolerance last_digit unstated widest percent
    strict missing date answer low judged
""".split()


def test_the_case_files_are_written_from_the_tables(root: Path) -> None:
    script = root / "conformance" / "write.py"
    if not script.exists():
        pytest.skip("the tables are not here")
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_case_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(CASES)


def test_every_figure_and_every_word_of_a_rule_is_asked() -> None:
    text = "\n".join(case.question for case in CASES)

    assert [each for each in (*FIGURES, *WORDS) if f'"{each}"' not in text] == []


def test_every_polarity_is_asked() -> None:
    asked = {json.loads(case.question).get("polarity") for case in CASES}

    assert asked >= {"higher", "lower", "range", "none"}


def test_every_reason_that_a_single_figure_can_have_is_expected() -> None:
    expected = "\n".join(case.expected for case in CASES)
    # What only a published table, a benchmark's comparability or a chart can lack.
    elsewhere = {Absence.TOO_FEW, Absence.NO_POLARITY}

    assert [each for each in Absence if f'"{each}"' not in expected] == sorted(elsewhere)


def test_what_floats_answer_stands_beside_the_right_answer() -> None:
    case = BY_NAME["rating/on-the-edge/10%-of-1.1/higher/0.99"]

    assert (json.loads(case.expected)["level"], case.floats) == ("amber", "red")


def test_the_sources_of_published_rules_are_given() -> None:
    assert all(case.source for case in CASES if case.name.startswith("presets/"))


class TestTheLibrarysOwnAnswers:
    def test_they_are_right(self) -> None:
        replies = [
            json.dumps({"id": case.name, **answer(json.loads(case.line))})
            for case in CASES
            if not case.name.startswith("presets/")
        ]
        others = [case for case in CASES if not case.name.startswith("presets/")]

        assert find_differences(others, replies) == ()

    def test_what_is_not_asked_is_refused(self) -> None:
        with pytest.raises(FieldValueError, match="one of rating, travel, tally, assessment"):
            answer({"ask": "weather"})

    def test_a_part_that_cannot_be_read_is_refused(self) -> None:
        question = json.loads(CASES[0].question)

        with pytest.raises(ProblemsError, match=r"\$\.aim"):
            answer({**question, "value": 46.8})


def right(case: Case) -> dict[str, Any]:
    return {"id": case.name, **json.loads(case.expected)}


#: What `faulty.py` does wrongly, and a case by which each fault must be found.
FAULTS = {
    "edges left out": "rating/ten-per-cent/higher/46.8",
    "lower as higher": "rating/ten-per-cent/lower/0",
    "strictness passed over": "rating/strict-target/higher/5",
    "missing as nought": "rating/missing/suppressed",
    "any for all": "rating/all-of/higher/59.9",
    "shown digits lost": "rating/last-digit/shown-noughts/45.9",
    "negatives unsized": "rating/ten-per-cent/negative/higher/-22",
    "in floats": "rating/on-the-edge/15%-of-71/lower/81.65",
    "nought refused": "rating/ten-per-cent/of-nought/higher/0",
    "first reason only": "rating/missing/both/no_data",
    "verdict as movement": "travel/plain/lower/down",
    "percentages half even": "tally/halves",
    "unrated not counted": "tally/maidstone",
    "change from nought": "travel/plain/from-nought",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_program_with_a_fault_does_not_pass(
    fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = Path(__file__).with_name("faulty.py")

    code = main(["conformance", "--", sys.executable, str(faulty), fault])

    *found, summary = capsys.readouterr().out.splitlines()
    assert code == 1
    assert [each for each in found if each.startswith(f"{FAULTS[fault]}: ")] != []
    # It touches what it is about and nothing else.
    assert 0 < len(found) < len(CASES) / 2
    assert summary.startswith(f"{len(CASES) - len(found)} of {len(CASES)} cases")


class TestDifferences:
    def test_an_answer_may_come_in_any_order_and_say_more(self) -> None:
        first, second, *_ = CASES
        replies = [{**right(second), "took": 3}, right(first)]

        assert find_differences([first, second], map(json.dumps, replies)) == ()

    def test_the_later_of_two_answers_counts(self) -> None:
        wrong = {**right(CASES[0]), "level": "red"}

        assert (
            find_differences(CASES[:1], [json.dumps(wrong), "", json.dumps(right(CASES[0]))]) == ()
        )

    def test_a_key_that_is_not_answered_is_a_difference(self) -> None:
        [found] = find_differences(
            CASES[:1], [json.dumps({"id": CASES[0].name, "level": "green"})]
        )

        assert found.answered == '{"level":"green"}'

    @pytest.mark.parametrize("line", ["warming up…", "[1]", '{"level": "green"}', "[" * 100_000])
    def test_a_line_that_is_no_answer_is_shown(self, line: str) -> None:
        [found] = find_differences(CASES[:1], [line])

        assert "which is no answer" in str(found)
        assert repr(found) == f"<Difference {CASES[0].name}>"
        assert repr(found.case) == f"<Case {CASES[0].name}>"

    def test_a_long_answer_is_shortened(self) -> None:
        [found] = find_differences(
            CASES[:1], [json.dumps({**right(CASES[0]), "level": "x" * 999})]
        )

        assert found.answered.endswith("…")
        assert len(found.answered) < 600

    def test_neither_part_may_be_of_another_type(self) -> None:
        with pytest.raises(FieldTypeError, match="case"):
            Difference("edge", "nothing")  # type: ignore[arg-type]
        with pytest.raises(FieldTypeError, match="answered"):
            Difference(CASES[0], None)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "red", "[]", "3"])
def test_a_question_and_an_answer_are_objects(text: str) -> None:
    with pytest.raises(FieldValueError, match="question"):
        Case("edge", text, "{}")
    with pytest.raises(FieldValueError, match="expected"):
        Case("edge", "{}", text)
