"""How cases are written down: a question on one line, with the answer worked out by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from councilperf import Rule, dump_json

__all__ = ["Group", "document", "result", "value"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def document(thing: object) -> Any:
    """Return the tree of a document without its head."""
    import json  # noqa: PLC0415

    tree = json.loads(dump_json(thing))
    del tree["format"], tree["version"]
    return tree["value"] if tree.keys() == {"value"} else tree


def value(text: str) -> Any:
    """Return a value as documents write it.

    "46.8" is a number, "yes" an answer, "2024-03-31" a date, "45 to 55" a range, and "?no_data" a
    missing figure.
    """
    if text.startswith("?"):
        return {"missing": text[1:]}
    if text in {"yes", "no"}:
        return {"answer": text}
    if _DATE.fullmatch(text):
        return {"date": text}
    if " to " in text:
        low, high = text.split(" to ")
        return {"low": low, "high": high}
    return text


def result(text: str) -> dict[str, Any]:
    """Return a level, or the reasons for none: "amber", "?no_target no_data"."""
    if text.startswith("?"):
        return {"level": None, "reasons": text[1:].split()}
    return {"level": text, "reasons": []}


class Group(NamedTuple):
    """Figures held against the same numbers by the same rule: each with its level.

    *target* may end in "strict"; *figures* are the other numbers, by the figure as documents
    write it: "floor", or "benchmark England".
    """

    name: str
    rule: Rule
    answers: Mapping[str, str]
    target: str = ""
    polarity: str = "higher"
    tolerance: str = ""
    unit: str = ""
    figures: Mapping[str, str] = {}
    source: str = ""

    def questions(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the name, the question and the answer of each case."""
        for text, level in self.answers.items():
            question: dict[str, Any] = {
                "ask": "rating",
                "rule": document(self.rule),
                "polarity": self.polarity,
                "value": value(text),
            }
            if self.target:
                aim = self.target.removesuffix(" strict")
                question["target"] = {"aim": value(aim)}
                if aim != self.target:
                    question["target"]["strict"] = True
            question |= self.beside()
            yield f"{self.name}/{text.removeprefix('?')}", question, level

    def beside(self) -> dict[str, Any]:
        """Return what else a question gives."""
        given: dict[str, Any] = {}
        if self.tolerance:
            size = self.tolerance.removesuffix("%")
            basis = "amount" if size == self.tolerance else "percent"
            given["tolerance"] = {"size": size, "basis": basis}
        if self.unit:
            given["unit"] = self.unit
        if self.figures:
            given["figures"] = [
                {"figure": _figure(name), "value": value(text)}
                for name, text in self.figures.items()
            ]
        return given


def _figure(name: str) -> Any:
    kind, _, of = name.partition(" ")
    if not of:
        return kind
    return {kind: int(of) if of.isdigit() else of}
