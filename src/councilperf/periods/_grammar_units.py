"""Read numbered parts of a year from tokens: quarters, halves, months and periods.

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from councilperf.periods._facts import Unclear, Unit, UnitRun, UnitWord, Year
from councilperf.periods._grammar_dates import read_point, read_span
from councilperf.periods._grammar_joins import (
    after_connective,
    after_suffix,
    is_glued,
    starts_date,
)
from councilperf.periods._grammar_years import is_valid_year, read_year
from councilperf.periods._words import HALF_WORDS, QUARTER_WORDS, TO_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from councilperf.periods._tokens import Token, Tokens

__all__ = ["UNIT_READERS", "read_ordinal_unit", "read_unit", "read_unit_or_run"]

ReadUnit: TypeAlias = tuple[Unit | Unclear, int]
UnitReader: TypeAlias = "Callable[[Tokens, int], ReadUnit | None]"
_YEARLY = frozenset({"year", "yearly", "years"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBER_SIGNS = frozenset({"no", "number", "#"})
# "This quarter 9 measures improved": the number counts something else.
_POINTING = frozenset("this that last previous next each every per current a".split())
# "The period 12 months to March" begins with a length, not a number.
_LENGTH_WORDS = frozenset({"month", "months", "year", "years", "week", "weeks"})
_HIGHEST: dict[UnitWord, int] = {"quarter": 4, "month": 12, "period": 13}
_BETWEEN_ORDINALS = frozenset({"and", "&", "to", ","})
_CALENDAR_WORDS = frozenset({"financial", "fiscal"})


def read_unit(tokens: Tokens, at: int) -> ReadUnit | None:
    """Read a unit that begins here, whichever word it begins with."""
    token = tokens[at]
    if token.kind in {"ordinal", "number"}:
        return read_ordinal_unit(tokens, at)
    reader = UNIT_READERS.get(token.word)
    return reader(tokens, at) if reader else None


def read_unit_or_run(tokens: Tokens, at: int) -> tuple[Unit | UnitRun | Unclear, int] | None:
    """Read a unit, or a run from one with its year to another: "Q1 2019/20 to Q3 2020/21"."""
    first = read_unit(tokens, at)
    if first is None or not isinstance(first[0], Unit):
        return first
    first_year, then = _year_of(tokens, first[1])
    after = after_connective(tokens, then)
    if first_year is None or after == then:
        return first
    last = read_unit(tokens, after)
    if last is None or not isinstance(last[0], Unit) or last[0].unit != first[0].unit:
        return first
    last_year, then = _year_of(tokens, last[1])
    return UnitRun(first[0], first_year, last[0], last_year), then


def _year_of(tokens: Tokens, at: int) -> tuple[Year | None, int]:
    then = at + 1 if tokens[at].word == "of" else at
    read = read_year(tokens, then)
    if read is not None and isinstance(read[0], Year) and read[0].count == 1:
        return read[0], read[1]
    return None, at


def _number(tokens: Tokens, at: int, digits: int = 2) -> int:
    """Return a small number in figures, words or Roman figures, or 0 where there is none."""
    token = tokens[at]
    if token.kind == "number":
        return token.value if len(token.word) <= digits else 0
    if token.kind == "cardinal":
        return token.value
    return _ROMAN.get(token.word, 0)


def _after_label(tokens: Tokens, at: int) -> int:
    """Step over what stands between label and number: "Qtr. 2", "quarter-2", "Quarter No. 2"."""
    if tokens[at].word in _NUMBER_SIGNS or (
        tokens[at].word in {".", "-"} and is_glued(tokens, at)
    ):
        at += 1
        at += tokens[at].word == "."
    return at


def _read_quarter(tokens: Tokens, at: int) -> ReadUnit | None:
    if tokens[at - 1].word in _POINTING:
        return None
    then = _after_label(tokens, at + 1)
    number = _number(tokens, then, 1)
    if number == 0 or after_suffix(tokens, then + 1) > then + 1:
        return None
    if tokens[then].kind == "number" and _opens_days(tokens, then, "quarter"):
        return None
    return _read_more(tokens, then + 1, "quarter", number, QUARTER_WORDS)


def _opens_days(tokens: Tokens, at: int, unit: UnitWord) -> bool:
    """Say whether days begin here: "the quarter 1 October to 31 December", "quarter 1/4/2019"."""
    point = read_point(tokens, at)
    if point is None or not point[0].day:
        return False
    if tokens[at + 1].kind != "month":
        return True
    # "Quarter 1 April to June" and "Month 5 August" are labels before months; "the period 1 April
    # to June" is none.
    span = read_span(tokens, at)
    return span is not None and unit != "month" and (unit == "period" or span[0].last.day > 0)


def _read_more(
    tokens: Tokens, at: int, unit: UnitWord, first: int, labels: frozenset[str]
) -> ReadUnit:
    """Read what follows a first number: "1 and 2", "1-3", "1, 2 & 3", "1 & Quarter 2"."""
    last = first
    while (then := _after_joiner(tokens, at)) > at:
        joiner = tokens[at]
        labelled = tokens[then].word in labels
        if labelled:
            then = _after_label(tokens, then + 1)
        number = _number(tokens, then, 1 if unit == "quarter" else 2)
        if not number or number > 13 or starts_date(tokens, then):
            break
        at = then + 1
        if not _follows(number, last, joiner):
            return _apart(f"{unit}s {last} and {number}"), at
        last = number
    return Unit(unit, first, last), at


def _follows(number: int, last: int, joiner: Token) -> bool:
    """Say whether a number goes on from the last one: "1 and 2" does, "1-3" too, "1 and 3" not."""
    runs = joiner.kind == "dash" or joiner.word in TO_WORDS
    return number > last if runs else number == last + 1


def _apart(named: str) -> Unclear:
    return Unclear(f"{named} do not follow each other, so they are no one period")


def _after_joiner(tokens: Tokens, at: int) -> int:
    then = at
    token = tokens[at]
    if token.kind in {"dash", "slash", "and"} or token.word in {"and", "+", ","}:
        then += 1
        if token.word == "," and tokens[then].word in {"and", "&"}:
            then += 1
    elif token.word in TO_WORDS and token.word != "i":
        then += 1
    return then


def read_ordinal_unit(tokens: Tokens, at: int) -> ReadUnit | None:
    """Read "second quarter", "2nd qtr", "first and second quarters", "first six months"."""
    read = _ordinal(tokens, at)
    if read is None:
        return None
    first, then = read
    last, apart = first, ""
    while tokens[then].word in _BETWEEN_ORDINALS or tokens[then].kind == "dash":
        more = _ordinal(tokens, then + 1)
        if more is None:
            break
        if not _follows(more[0], last, tokens[then]):
            apart = f"{last} and {more[0]}"
        last, then = more
    count = _number(tokens, then) if first == 1 else 0
    if count:
        return _read_first_months(tokens, then + 1, count)
    then += tokens[then].kind == "dash"
    then += tokens[then].word in _CALENDAR_WORDS
    word = tokens[then].word
    if word in QUARTER_WORDS:
        return _apart(f"quarters {apart}") if apart else Unit("quarter", first, last), then + 1
    if word in HALF_WORDS and last <= 2:
        then += 1
        then += tokens[then].kind == "dash" and tokens[then + 1].word in _YEARLY
        then += tokens[then].word in _YEARLY
        return _apart(f"halves {apart}") if apart else Unit("half", first, last), then
    if first == last == 2 and tokens[then].value == 6 and tokens[then + 1].word == "months":
        return Unit("half", 2, 2), then + 2
    return None


def _ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "first" or "1st"; its number and the place after it."""
    token = tokens[at]
    if token.kind == "ordinal":
        return token.value, at + 1
    then = after_suffix(tokens, at + 1)
    return (token.value, then) if token.kind == "number" and then > at + 1 else None


def _read_first_months(tokens: Tokens, at: int, count: int) -> ReadUnit | None:
    """Read the rest of "first six months" or "first three quarters"."""
    if tokens[at].kind == "dash":
        at += 1
    word = tokens[at].word
    if word in QUARTER_WORDS:
        return Unit("quarter", 1, count), at + 1
    if word not in {"months", "month"}:
        return None
    return Unit("month", 1, count), at + 1


def _read_h(tokens: Tokens, at: int) -> ReadUnit | None:
    """Read "H1", and the "H3" that no year has, so that it is not passed over."""
    number = _number(tokens, at + 1, 1)
    if number and is_glued(tokens, at + 1):
        return Unit("half", number, number), at + 2
    return None


def _read_half(tokens: Tokens, at: int) -> ReadUnit | None:
    """Read "half 1", "half year 2", "half-yearly"; without a number it is the first half."""
    then = at + 1
    then += tokens[then].kind == "dash"
    yearly = tokens[then].word in _YEARLY
    then += yearly
    number = _number(tokens, then)
    if number in {1, 2} and not starts_date(tokens, then):
        return Unit("half", number, number), then + 1
    return (Unit("half", 1, 1, assumed=True), then) if yearly else None


def _read_mid(tokens: Tokens, at: int) -> ReadUnit | None:
    then = at + 1
    if tokens[then].kind == "dash":
        then += 1
    return (Unit("half", 1, 1), then + 1) if tokens[then].word in _YEARLY else None


def _read_midyear(_tokens: Tokens, at: int) -> ReadUnit | None:
    return Unit("half", 1, 1), at + 1


def _read_numbered(unit: UnitWord, *, glued: bool = False) -> UnitReader:
    """Return a reader of "month 10" or "P9"; a glued one wants its number right behind.

    A letter with a number that no year has, "M25", is something else.
    """
    highest = _HIGHEST[unit]

    def read(tokens: Tokens, at: int) -> ReadUnit | None:
        then = at + 1 if glued else _after_label(tokens, at + 1)
        number = _number(tokens, then)
        following = tokens[then + 1]
        if (
            number == 0
            or (glued and not (is_glued(tokens, then) and number <= highest))
            or _opens_days(tokens, then, unit)
            or after_suffix(tokens, then + 1) > then + 1
            or following.word in _LENGTH_WORDS
        ):
            return None
        return _read_more(tokens, then + 1, unit, number, frozenset({tokens[at].word}))

    return read


def _read_sdmx(unit: UnitWord) -> UnitReader:
    """Return a reader of SDMX codes, whose letter follows a year and a dash: "2019-S1"."""

    def read(tokens: Tokens, at: int) -> ReadUnit | None:
        year, dash, number = tokens[at - 2], tokens[at - 1], tokens[at + 1]
        if (
            is_valid_year(year.value)
            and dash.kind == "dash"
            and number.kind == "number"
            and number.end - year.start == len("2019-S1")
        ):
            return Unit(unit, number.value, number.value), at + 2
        return None

    return read


def _read_roman(number: int) -> UnitReader:
    """Return a reader of "QII"."""

    def read(_tokens: Tokens, at: int) -> ReadUnit | None:
        return Unit("quarter", number, number), at + 1

    return read


#: Readers by the word that a unit begins with.
UNIT_READERS: dict[str, UnitReader] = {
    **dict.fromkeys(QUARTER_WORDS, _read_quarter),
    **{f"q{roman}": _read_roman(number) for roman, number in _ROMAN.items()},
    "ch": _read_numbered("quarter", glued=True),
    "h": _read_h,
    "half": _read_half,
    "mid": _read_mid,
    "midyear": _read_midyear,
    **dict.fromkeys(("month", "months", "mth"), _read_numbered("month")),
    "m": _read_numbered("month", glued=True),
    **dict.fromkeys(("period", "periods"), _read_numbered("period")),
    **dict.fromkeys(("p", "ap"), _read_numbered("period", glued=True)),
    "s": _read_sdmx("half"),
    "t": _read_sdmx("four months"),
}
