"""Number formats: what a workbook shows of a number, as far as a scorecard needs it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import final

from attrs import frozen

__all__ = ["GENERAL", "Kind", "Look", "look_of"]


class Kind(Enum):
    """What a number stands for by its format."""

    NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    TIME = auto()


@final
@frozen
class Look:
    """How a number is shown: how many digits, and what stands around them.

    *least* and *most* are how many decimals are shown; both are `None` where the number itself
    decides. *width* is to how many digits zeros fill up what stands before the point.
    """

    kind: Kind = Kind.NUMBER
    least: int = 0
    most: int | None = None
    width: int = 1
    before: str = ""
    after: str = ""


GENERAL = Look()

#: The formats that every workbook has without listing them; dates are 14 to 22 and 45 to 47.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: '"£"#,##0',
    43: "#,##0.00",
    44: '"£"#,##0.00',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}

#: One piece of a format: a quoted or escaped text, a space as wide as something, a thing in
#: brackets, or a single character.
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*](?P<space>.)|\[(?P<bracket>[^\]]*)\]|(?P<plain>.)',
    re.DOTALL,
)
_DIGITS = re.compile(
    r"(?P<before>[^#0?]*)(?P<whole>[#0?,]*[#0?])(?:\.(?P<decimals>[#0?]*))?(?P<after>[^#0?.,]*)"
)
_LONGEST = 255  # the most that Excel takes
_CURRENCY = "£"


def look_of(number: int, formats: dict[int, str]) -> Look:
    """Return how a numbered format shows numbers; *formats* are the workbook's own.

    >>> look_of(10, {}).kind, look_of(164, {164: '0.0" days"'}).after
    (<Kind.PERCENT: 2>, ' days')
    >>> look_of(17, {}).kind, look_of(165, {165: "#,##0.0,,"}) == GENERAL
    (<Kind.MONTH: 4>, True)

    A format too involved to follow shows the number as it is.
    """
    code = formats.get(number) or _BUILT_IN.get(number, "")
    return _look(code) if len(code) <= _LONGEST else GENERAL


@lru_cache(maxsize=1000)
def _look(code: str) -> Look:
    # Literal text is held apart by a character that no format has, so that a "d" in it is no day.
    plain, literals = "", list[str]()
    for piece in _PIECE.finditer(code):
        literal = piece["quoted"] if piece["quoted"] is not None else piece["escaped"]
        bracket = piece["bracket"]
        if bracket is not None and bracket.startswith("$"):
            literal = bracket[1:].partition("-")[0]
        if literal is not None:
            plain += _HELD
            literals.append(literal)
        elif bracket is not None and set(bracket.lower()) in ({"h"}, {"m"}, {"s"}):
            plain += bracket
        elif piece["plain"] == ";":  # what follows is for negative numbers, zero and text
            break
        elif piece["plain"] is not None:
            plain += piece["plain"]
    words = plain.lower()
    if "general" in words or "e+" in words or "e-" in words:
        return GENERAL
    if not any(each in words for each in "#0?"):
        return _date_look(words)
    return _number_look(plain, literals)


_HELD = "\0"


def _date_look(words: str) -> Look:
    if "d" in words:
        return Look(Kind.DAY)
    if "y" in words:
        return Look(Kind.MONTH if "m" in words else Kind.YEAR)
    if "h" in words or "s" in words:
        return Look(Kind.TIME)
    return Look(Kind.MONTH) if "m" in words else GENERAL


def _number_look(plain: str, literals: list[str]) -> Look:
    found = _DIGITS.fullmatch(plain)
    if found is None:
        return GENERAL
    held = iter(literals)
    before, after = (
        "".join(next(held) if each == _HELD else each for each in found[part]).strip()
        for part in ("before", "after")
    )
    decimals = found["decimals"] or ""
    is_percent = found["after"].count("%") == 1
    if is_percent:
        after = after.replace("%", "", 1)
    percent = "%" if is_percent else ""
    return Look(
        Kind.PERCENT if is_percent else Kind.NUMBER,
        len(decimals.rstrip("#")),
        len(decimals),
        1 if "," in found["whole"] else found["whole"].count("0"),
        before if before == _CURRENCY else "",
        percent + _said(after.strip()),
    )


def _said(after: str) -> str:
    """Return the words after a number's digits, set off by a space; signs alone say nothing."""
    if after.startswith("%"):
        return after
    return f" {after}" if any(map(str.isalpha, after)) else ""
