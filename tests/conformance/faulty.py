"""A program that answers the conformance suite with one fault: `python faulty.py FAULT`.

Each fault is a mistake that real spreadsheets and scripts make. The runner meets this program as
it would any other: questions on stdin, answers on stdout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from councilperf.conformance import Case, answer, load_cases

Question = dict[str, Any]
Reply = dict[str, Any]


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


ASKED_WRONGLY: dict[str, Callable[[Question], Question]] = {
    "edges left out": edges_left_out,
    "lower as higher": lower_as_higher,
    "strictness passed over": strictness_passed_over,
    "missing as nought": missing_as_nought,
    "any for all": any_for_all,
    "shown digits lost": shown_digits_lost,
    "negatives unsized": negatives_unsized,
}


def in_floats(case: Case, reply: Reply) -> Reply:
    """Compare in floats."""
    return {**reply, "level": case.floats, "reasons": []} if case.floats else reply


def nought_refused(case: Case, reply: Reply) -> Reply:
    """Divide by the target."""
    if json.loads(case.question).get("target", {}).get("aim") != "0":
        return reply
    return {**reply, "level": None, "reasons": ["not_comparable"]}


def first_reason_only(case: Case, reply: Reply) -> Reply:
    """Keep one reason where there are several."""
    del case
    return {**reply, "reasons": reply["reasons"][:1]} if "reasons" in reply else reply


def verdict_as_movement(case: Case, reply: Reply) -> Reply:
    """Point the arrow up wherever things improve."""
    del case
    arrows = {"improving": "up", "static": "flat", "worsening": "down"}
    turned = {"movement": arrows.get(reply.get("level") or "")}
    return {**reply, **turned} if "movement" in reply else reply


def percentages_half_even(case: Case, reply: Reply) -> Reply:
    """Round halves to even, as Python's own `round` does."""
    if not case.name.startswith("tally/") or not reply["total"]:
        return reply
    shares = {key: str(round(100 * n / reply["total"])) for key, n in reply["levels"].items()}
    return {**reply, "percent_of_all": shares}


def unrated_not_counted(case: Case, reply: Reply) -> Reply:
    """Leave the unrated out of the total."""
    del case
    return {**reply, "total": reply["rated"]} if "total" in reply else reply


def change_from_nought_as_nought(case: Case, reply: Reply) -> Reply:
    """Give a percentage change where there is none."""
    del case
    if reply.get("movement") and reply["percentage_change"] is None:
        return {**reply, "percentage_change": "0.0"}
    return reply


ANSWERED_WRONGLY: dict[str, Callable[[Case, Reply], Reply]] = {
    "in floats": in_floats,
    "nought refused": nought_refused,
    "first reason only": first_reason_only,
    "verdict as movement": verdict_as_movement,
    "percentages half even": percentages_half_even,
    "unrated not counted": unrated_not_counted,
    "change from nought": change_from_nought_as_nought,
}


def reply_to(question: Question, case: Case, fault: str) -> Reply:
    """Answer as the rules do but for the fault."""
    right: Reply = json.loads(case.expected)
    if fault in ANSWERED_WRONGLY:
        return ANSWERED_WRONGLY[fault](case, right)
    if question["ask"] != "rating":
        return right
    changed = ASKED_WRONGLY[fault](question)
    # What the fault does not touch is answered rightly, as other tests show of the library.
    return right if changed == question else answer(changed)


def main() -> None:
    """Answer each question on stdin."""
    fault = sys.argv[1]
    cases = {case.name: case for case in load_cases()}
    for line in sys.stdin:
        question = json.loads(line)
        reply = reply_to(question, cases[question["id"]], fault)
        sys.stdout.write(json.dumps({"id": question["id"], **reply}) + "\n")


if __name__ == "__main__":
    main()
