"""The conformance suite: its cases stand, and it finds what is planted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


Question = dict[str, Any]


def edges_left_out(question: Question) -> Question:
    """Take "at least as good" for "better"."""

    def left_out(reach: Any) -> Any:
        if isinstance(reach, str):
            return {"figure": reach, "beyond": True}
        return {**reach, "beyond": True} if "figure" in reach else reach

    rule = question["rule"]
    lines = [{**line, "reach": left_out(line["reach"])} for line in rule.get("lines", ())]
    return {**question, "rule": {**rule, "lines": lines}} if lines else question


def lower_as_higher(question: Question) -> Question:
    """Pass over which way is better."""
    return {**question, "polarity": "higher"} if question["polarity"] == "lower" else question


def strictness_passed_over(question: Question) -> Question:
    """Take "<5" for "5 or fewer"."""
    target = question.get("target", {})
    return {**question, "target": {"aim": target["aim"]}} if "strict" in target else question


def missing_as_nought(question: Question) -> Question:
    """Take what is missing for 0."""
    gone = isinstance(question["value"], dict) and "missing" in question["value"]
    return {**question, "value": "0"} if gone else question


def any_for_all(question: Question) -> Question:
    """Let one edge be enough where all are needed."""
    text = json.dumps(question)
    return dict(json.loads(text.replace('"all_of"', '"any_of"')))


def shown_digits_lost(question: Question) -> Question:
    """Read numbers as numbers, and so 46.00 as 46."""
    text = json.dumps(question)
    return dict(json.loads(text.replace('"46.00"', '"46"')))


def negatives_unsized(question: Question) -> Question:
    """Take a percentage of a negative figure as it is, which turns worse into better."""
    if not str(question.get("target", {}).get("aim", "")).startswith("-"):
        return question
    text = json.dumps(question["rule"])
    turned = (
        text.replace("worse_by", "~").replace("better_by", "worse_by").replace("~", "better_by")
    )
    return {**question, "rule": json.loads(turned)}


ASKED_WRONGLY: dict[str, tuple[Callable[[Question], Question], str]] = {
    "edges left out": (edges_left_out, "rating/ten-per-cent/higher/46.8"),
    "lower as higher": (lower_as_higher, "rating/ten-per-cent/lower/0"),
    "strictness passed over": (strictness_passed_over, "rating/strict-target/higher/5"),
    "missing as nought": (missing_as_nought, "rating/missing/suppressed"),
    "any for all": (any_for_all, "rating/all-of/higher/59.9"),
    "shown digits lost": (shown_digits_lost, "rating/last-digit/shown-noughts/45.9"),
    "negatives unsized": (negatives_unsized, "rating/ten-per-cent/negative/higher/-22"),
}


def in_floats(case: Case, reply: Question) -> Question:
    """Compare in floats."""
    return {**reply, "level": case.floats, "reasons": []} if case.floats else reply


def nought_refused(case: Case, reply: Question) -> Question:
    """Divide by the target."""
    if json.loads(case.question).get("target", {}).get("aim") != "0":
        return reply
    return {**reply, "level": None, "reasons": ["not_comparable"]}


def first_reason_only(case: Case, reply: Question) -> Question:
    """Keep one reason where there are several."""
    del case
    return {**reply, "reasons": reply.get("reasons", [])[:1]} if "reasons" in reply else reply


def verdict_as_movement(case: Case, reply: Question) -> Question:
    """Point the arrow up wherever things improve."""
    del case
    arrows = {"improving": "up", "static": "flat", "worsening": "down"}
    turned = {"movement": arrows.get(reply.get("level") or "")}
    return {**reply, **turned} if "movement" in reply else reply


def percentages_half_even(case: Case, reply: Question) -> Question:
    """Round halves to even, as Python's own `round` does."""
    if not case.name.startswith("tally/") or not reply["total"]:
        return reply
    shares = {key: str(round(100 * n / reply["total"])) for key, n in reply["levels"].items()}
    return {**reply, "percent_of_all": shares}


def unrated_not_counted(case: Case, reply: Question) -> Question:
    """Leave the unrated out of the total."""
    del case
    return {**reply, "total": reply["rated"]} if "total" in reply else reply


def change_from_nought_as_nought(case: Case, reply: Question) -> Question:
    """Give a percentage change where there is none."""
    del case
    if reply.get("movement") and reply["percentage_change"] is None:
        return {**reply, "percentage_change": "0.0"}
    return reply


ANSWERED_WRONGLY: dict[str, tuple[Callable[[Case, Question], Question], str]] = {
    "in floats": (in_floats, "rating/on-the-edge/15%-of-71/lower/81.65"),
    "nought refused": (nought_refused, "rating/ten-per-cent/of-nought/higher/0"),
    "first reason only": (first_reason_only, "rating/missing/both/no_data"),
    "verdict as movement": (verdict_as_movement, "travel/plain/lower/down"),
    "percentages half even": (percentages_half_even, "tally/halves"),
    "unrated not counted": (unrated_not_counted, "tally/maidstone"),
    "change from nought": (change_from_nought_as_nought, "travel/plain/from-nought"),
}


def replies_when_asked_wrongly(wrong: Callable[[Question], Question]) -> list[Question]:
    replies = []
    for case in CASES:
        question = json.loads(case.question)
        changed = wrong(question) if question["ask"] == "rating" else question
        # What the fault does not touch is answered rightly, as is known.
        reply = right(case) if changed == question else {"id": case.name, **answer(changed)}
        replies.append(reply)
    return replies


def found_in(replies: list[Question]) -> list[str]:
    differences = find_differences(CASES, [json.dumps(each) for each in replies])
    return [each.case.name for each in differences]


@pytest.mark.parametrize("fault", ASKED_WRONGLY)
def test_a_fault_in_reading_a_rule_is_found(fault: str) -> None:
    wrong, case = ASKED_WRONGLY[fault]

    found = found_in(replies_when_asked_wrongly(wrong))

    assert case in found
    assert len(found) < len(CASES)


@pytest.mark.parametrize("fault", ANSWERED_WRONGLY)
def test_a_fault_in_an_answer_is_found(fault: str) -> None:
    wrong, case = ANSWERED_WRONGLY[fault]

    found = found_in([wrong(each, right(each)) for each in CASES])

    assert case in found
    assert len(found) < len(CASES)


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
