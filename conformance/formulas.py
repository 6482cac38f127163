"""A rule as a plain formula: in floats, as it is usually typed, and in fractions, as a check.

In floats it is what a spreadsheet or a data frame is given: the edge is `target * (1 - 10 / 100)`,
what is missing is not a number, and so fails every comparison. In fractions it takes the size of
a negative figure, as the rules do, and knows nothing of what is missing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

__all__ = ["exactly", "in_floats"]


class _Not(Exception):  # noqa: N818 - no error: there is no such formula
    """The question is none that a formula is typed for."""


class _Formula:
    """One question, in one kind of number."""

    def __init__(self, question: dict[str, Any], number: Callable[[str], Any], gone: Any) -> None:
        self.question, self.number, self.gone = question, number, gone
        self.exact = number is Fraction
        self.tolerance = question.get("tolerance")
        self.figures = {str(each["figure"]): each["value"] for each in question.get("figures", ())}
        target = question.get("target", {})
        self.strict = target.get("strict", False)
        self.aim = target.get("aim", {"missing": "no_target"})
        self.low: Any = None
        self.high: Any = None
        if question["polarity"] == "none" or question["rule"].get("judged"):
            raise _Not
        if question["polarity"] == "range":
            wide = self.aim if isinstance(self.aim, dict) else {"low": self.aim, "high": self.aim}
            self.low, self.high = (
                self.read(wide.get("low", wide)),
                self.read(wide.get("high", wide)),
            )
        self.higher = question["polarity"] == "higher"

    def read(self, shape: Any) -> Any:
        if isinstance(shape, str):
            return self.number(shape)
        if "missing" not in shape:
            raise _Not  # a date or an answer
        if self.gone is None:
            raise _Not
        return self.gone

    def figure(self, shape: Any) -> Any:
        if isinstance(shape, dict) and "constant" in shape:
            return self.number(shape["constant"])
        if str(shape) in self.figures:
            return self.read(self.figures[str(shape)])
        if shape == "range_width":
            return self.high - self.low
        if shape == "larger_bound":
            return max(abs(self.low), abs(self.high))
        if isinstance(shape, str) and shape.endswith("target"):
            return self.read(self.aim)
        return self.read({"missing": "no_data"})

    def level(self) -> str:
        rule = self.question["rule"]
        at = self.read(self.question["value"])
        if self.low is not None:
            at = max(self.low - at, at - self.high, self.number("0"))
        for line in rule["lines"]:
            if self.reached(at, line["reach"]):
                return str(line["level"])
        return str(rule["otherwise"])

    def reached(self, at: Any, reach: Any) -> bool:
        if isinstance(reach, str):
            reach = {"figure": reach}
        if "any_of" in reach:
            return any(self.reached(at, each) for each in reach["any_of"])
        if "all_of" in reach:
            return all(self.reached(at, each) for each in reach["all_of"])
        figure = reach["figure"]
        base = self.number("0") if self.low is not None else self.figure(figure)
        edge, beyond = base, reach.get("beyond", False)
        if figure == "target" and len(reach) == 1:
            beyond = beyond or self.strict
        for side, sign in (("worse_by", -1), ("better_by", 1)):
            if side in reach:
                way = sign if self.higher else -sign
                edge = self.moved(base, reach[side], way)
                # Better by nothing is no better, which nobody types into a formula.
                beyond = beyond or (self.exact and sign > 0 and edge == base)
        if self.higher:
            return bool(at > edge if beyond else at >= edge)
        return bool(at < edge if beyond else at <= edge)

    def moved(self, base: Any, by: Any, way: int) -> Any:
        if by == "own_tolerance" and self.tolerance is not None:
            size = self.tolerance["size"]
            by = f"{size}%" if self.tolerance["basis"] == "percent" else size
        if isinstance(by, str) and by.endswith("%") and not self.exact:
            # As it is typed: the target times one less the tolerance.
            return base * (1 + way * self.number(by[:-1]) / 100)
        return base + way * self.width(base, by)

    def width(self, base: Any, by: Any) -> Any:
        if isinstance(by, dict) and "percent" in by:
            of = self.figure(by["of"])
            return self.number(by["percent"]) / 100 * (abs(of) if self.exact else of)
        if isinstance(by, dict) and "widest" in by:
            return max(self.width(base, each) for each in by["widest"])
        if isinstance(by, dict) or by in {"own_tolerance", "last_digit", "unstated"}:
            raise _Not
        if by.endswith("%"):
            return self.number(by[:-1]) / 100 * (abs(base) if self.exact else base)
        return self.number(by)


def in_floats(question: dict[str, Any]) -> str:
    """Return the level that the formula gives in floats; nothing where none is usual."""
    try:
        return _Formula(question, float, math.nan).level()
    except _Not:
        return ""


def exactly(question: dict[str, Any]) -> str:
    """Return the level that the formula gives in fractions; nothing where it does not apply."""
    try:
        return _Formula(question, Fraction, None).level()
    except _Not:
        return ""
