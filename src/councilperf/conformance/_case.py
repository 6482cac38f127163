"""Cases: a question, and the one right answer to it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from councilperf._checks import check_text
from councilperf.errors import FieldValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Case", "load_cases", "text_of"]


def text_of(tree: Mapping[str, object]) -> str:
    """Write a tree on one line, in one way, and in ASCII, which every program reads."""
    return json.dumps(tree, separators=(",", ":"), sort_keys=True)


@final
@frozen(repr=False)
class Case:
    """A question to an implementation, with the answer that the rules give.

    >>> case = load_cases()[0]
    >>> case.name, case.expected
    ('rating/ten-per-cent/higher/60', '{"level":"green","reasons":[]}')

    *question* and *expected* are JSON objects as text. *floats* is the level that the textbook
    formula gives in binary floating point, where such a formula is usual. *source* says whose rule
    it is.
    """

    name: str
    question: str
    expected: str
    floats: str | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_text("floats", self.floats, optional=True)
        check_text("source", self.source, optional=True)
        for field in ("question", "expected"):
            text = getattr(self, field)
            check_text(field, text)
            try:
                is_object = isinstance(json.loads(text), dict)
            except ValueError:
                is_object = False
            if not is_object:
                raise FieldValueError(field, text, "a JSON object as text")

    def __repr__(self) -> str:
        return f"<Case {self.name}>"

    @property
    def line(self) -> str:
        """The question as it is sent: one line of JSON, with the case's name as its "id"."""
        return text_of({"id": self.name, **json.loads(self.question)})


def load_cases() -> tuple[Case, ...]:
    """Return all cases of the suite, in their order.

    >>> len(load_cases()) > 500
    True
    """
    return tuple(_cases())


def _cases() -> Iterator[Case]:
    folder = files("councilperf.conformance") / "cases"
    for name in ("rating", "travel", "tally", "assessment", "presets"):
        document: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
        shared = document["shared"]
        for each in document["cases"]:
            question = {
                key: shared[key][part] if key in shared and type(part) is str else part
                for key, part in each["question"].items()
            }
            yield Case(
                each["name"],
                text_of(question),
                text_of(each["expected"]),
                each.get("floats"),
                each.get("source"),
            )
