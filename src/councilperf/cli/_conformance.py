"""`conformance`: another implementation asked our cases, over a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from councilperf.cli._faults import InputFault
from councilperf.conformance import answer, find_differences, load_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["answer_questions", "ask_program"]


def ask_program(command: Sequence[str]) -> bool:
    """Send every question to a program, and say whether it answers all as the rules do."""
    command = [*command[command[:1] == ["--"] :]]
    if not command:
        raise InputFault("name the program to ask, such as: councilperf conformance ./ours --json")
    cases = load_cases()
    questions = "".join(f"{each.line}\n" for each in cases)
    try:
        # All at once: a program that reads everything before it answers is welcome too.
        done = subprocess.run(  # noqa: S603 - the user names the program to run
            command, input=questions.encode(), stdout=subprocess.PIPE, check=False
        )
    except OSError as error:
        raise InputFault(f"{command[0]}: {error.strerror}") from None
    differences = find_differences(cases, done.stdout.decode("utf-8", "replace").splitlines())
    for each in differences:
        print(each)
    print(f"{len(cases) - len(differences)} of {len(cases)} cases are answered as the rules do")
    if done.returncode:
        print(f"{command[0]} ended with {done.returncode}", file=sys.stderr)
    return not differences and done.returncode == 0


def answer_questions() -> None:
    """Answer each question on stdin with a line on stdout, by this library."""
    for line in sys.stdin:
        try:
            question = json.loads(line)
            reply = {"id": question["id"], **answer(question)}
        except (ValueError, LookupError, TypeError) as error:
            raise InputFault(f"a question cannot be read: {line.strip()[:100]}: {error}") from None
        print(json.dumps(reply))
