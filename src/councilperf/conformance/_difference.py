"""Holding an implementation's answers against the right ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast, final

from attrs import frozen

from councilperf._checks import check_instance, check_text
from councilperf.conformance._case import Case, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Difference", "find_differences"]

_LONGEST = 500


@final
@frozen(repr=False)
class Difference:
    """A case that an implementation does not answer as the rules do.

    >>> case = Case("edge", '{"ask":"rating"}', '{"level":"amber","reasons":[]}', "red")
    >>> print(Difference(case, '{"level":"red","reasons":[]}'))
    edge: {"level":"amber","reasons":[]} was expected, {"level":"red","reasons":[]} was answered
    """

    case: Case
    answered: str

    def __attrs_post_init__(self) -> None:
        check_instance("case", self.case, Case)
        check_text("answered", self.answered)

    def __repr__(self) -> str:
        return f"<Difference {self.case.name}>"

    def __str__(self) -> str:
        return f"{self.case.name}: {self.case.expected} was expected, {self.answered} was answered"


def find_differences(cases: Iterable[Case], replies: Iterable[str]) -> tuple[Difference, ...]:
    """Return the cases that lines of JSON answer wrongly or not at all, in their order.

    >>> from councilperf.conformance import load_cases
    >>> first, second, *_ = load_cases()
    >>> reply = '{"id": "%s", "level": "green", "reasons": []}' % first.name
    >>> for each in find_differences([first, second], [reply]):
    ...     print(each.case.name, "-", each.answered)
    rating/ten-per-cent/higher/52 - nothing

    Lines may come in any order, and what stands beside the expected keys is passed over. Of two
    answers to one case the later counts.
    """
    answers: dict[str, dict[str, Any]] = {}
    astray = ""
    for line in replies:
        if not line.strip():
            continue
        reply = _object_in(line)
        if reply is None or not isinstance(reply.get("id"), str):
            astray = astray or _shortened(line.strip())
        else:
            answers[reply["id"]] = reply
    instead = f"the line {astray!r}, which is no answer," if astray else "nothing"
    return tuple(
        Difference(case, found)
        for case in cases
        if (found := _wrong(case, answers.get(case.name), instead))
    )


def _object_in(line: str) -> dict[str, Any] | None:
    try:
        tree: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", tree) if isinstance(tree, dict) else None


def _wrong(case: Case, reply: dict[str, Any] | None, instead: str) -> str:
    """Return what was answered in place of the right answer; nothing where it is right."""
    if reply is None:
        return instead
    expected = json.loads(case.expected)
    answered = {key: reply[key] for key in expected if key in reply}
    if text_of(answered) == text_of(expected):
        return ""
    return _shortened(text_of({key: part for key, part in reply.items() if key != "id"}))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
