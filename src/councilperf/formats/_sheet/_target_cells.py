"""Cells with targets: numbers, ranges, inequalities, and words for a target that is not set."""

from __future__ import annotations

import re
from typing import final

from attrs import frozen

from councilperf.errors import FieldValueError
from councilperf.formats._sheet._cells import (
    NUMBER,
    UnreadableError,
    read_answer_or_date,
    read_number,
)
from councilperf.formats._sheet._words import NO_TARGET_WORDS, read_missing
from councilperf.model import Aim, Polarity, Range

__all__ = ["Aimed", "read_aim"]


@final
@frozen
class Aimed:
    """What a target's cell says; an inequality or a range also says which way is better."""

    aim: Aim
    strict: bool = False
    polarity: Polarity | None = None
    affix: str = ""
    #: Said of the reading, where the cell could have been meant otherwise.
    assumed: str = ""


_LONGEST = 500
_RANGE = re.compile(
    rf"(?:between\s+|from\s+)?(?P<low>{NUMBER})\s*(?:to|and|[-–—])\s*(?P<high>{NUMBER})"
    r"(?P<after>(?:\s*[^\W\d_][^()\[\]]*)?)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<words><=|>=|=<|=>|≤|≥|<|>|no more than|not more than|no less than|not less than|"
    r"no fewer than|at least|at most|up to|(?:more|greater|higher|less|fewer|lower) than(?: or"
    r" equal to)?|"
    r"over|above|under|below|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?)\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"(?P<rest>.+?)\s*(?P<words>\+|(?:or|and) (?:more|above|over|higher|better|greater|less|"
    r"fewer|below|under|lower)|max(?:imum)?|min(?:imum)?)",
    re.IGNORECASE | re.DOTALL,
)
#: Which way is better, and whether to equal the figure is not to meet it.
_INEQUALITIES = {
    words: (polarity, strict)
    for polarity, strict, together in (
        (Polarity.HIGHER, True, "> | more than | greater than | higher than | over | above"),
        (
            Polarity.HIGHER,
            False,
            (
                ">= | => | ≥ | no less than | not less than | no fewer than | at least | min | "
                "minimum | min of | minimum of | + | or more | and more | or above | and above | "
                "or over | and over | or higher | and higher | or greater | and greater | "
                "more than or equal to | greater than or equal to | higher than or equal to"
            ),
        ),
        (Polarity.LOWER, True, "< | less than | fewer than | lower than | under | below"),
        (
            Polarity.LOWER,
            False,
            (
                "<= | =< | ≤ | no more than | not more than | at most | up to | max | maximum | "
                "max of | maximum of | or less | and less | or fewer | and fewer | or below | "
                "and below | or under | and under | or lower | and lower | "
                "less than or equal to | fewer than or equal to | lower than or equal to"
            ),
        ),
    )
    for words in together.split(" | ")
}
#: "90 or better" goes with whatever polarity the indicator has.
_EITHER = frozenset({"or better", "and better"})


def read_aim(text: str) -> Aimed | None:
    """Read the cell of a target; `None` for a blank one.

    >>> read_aim("<5").strict, read_aim("45 to 55").aim, read_aim("TBC").aim
    (True, Range(low=Decimal('45'), high=Decimal('55')), Missing('target_pending'))
    >>> read_aim("≥ 90%").polarity, read_aim("≥ 90%").affix
    (<Polarity.HIGHER: 'higher'>, '%')

    Raises `UnreadableError` for anything else.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > _LONGEST:
        raise UnreadableError("it is far longer than any target", "write the target alone")
    missing = read_missing(text, NO_TARGET_WORDS)
    if missing is not None:
        return Aimed(missing)
    other, assumed = read_answer_or_date(text)
    if other is not None:
        return Aimed(other, assumed=assumed)
    between = _RANGE.fullmatch(text)
    if between is not None:
        return _range(between)
    for pattern in (_BEFORE, _AFTER):
        found = pattern.fullmatch(text)
        if found is not None:
            value, affix, _ = read_number(found["rest"].strip())
            words = " ".join(found["words"].split()).casefold()
            if words in _EITHER:
                return Aimed(value, affix=affix)
            polarity, strict = _INEQUALITIES[words]
            return Aimed(value, strict, polarity, affix)
    try:
        value, affix, _ = read_number(text)
    except UnreadableError as error:
        raise UnreadableError(
            error.message, _REMEDY if error.is_unknown else error.remedy
        ) from None
    return Aimed(value, affix=affix)


_REMEDY = (
    "write a number, ≥ 90% or less than 5, a range such as 45-55, or for none TBC, baseline, "
    "data only or N/A"
)


def _range(found: re.Match[str]) -> Aimed:
    low, low_affix, _ = read_number(found["low"].strip())
    high, high_affix, _ = read_number(found["high"].strip() + found["after"])
    if low_affix and high_affix and low_affix != high_affix:
        message = f"its ends have different units, {low_affix!r} and {high_affix!r}"
        raise UnreadableError(message, "write both ends in one unit")
    try:
        ends = Range(low, high)
    except FieldValueError:
        raise UnreadableError(
            "its low end is above its high end", "write the low end first"
        ) from None
    return Aimed(ends, polarity=Polarity.RANGE, affix=high_affix or low_affix)
