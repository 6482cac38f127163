"""Read days and months from tokens, and the spans between them.

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.periods._facts import Point, Span, Year
from councilperf.periods._grammar_joins import (
    JOINERS,
    after_connective,
    after_suffix,
    is_glued,
    starts_date,
)
from councilperf.periods._grammar_years import is_valid_year, read_year, two_digit_year

if TYPE_CHECKING:
    from councilperf.periods._tokens import Tokens

__all__ = ["read_days", "read_point", "read_span"]

_UNIT_WORDS = frozenset({"quarter", "quarters", "qtr", "half", "month", "months"})
# What parts the months of a list.
_LISTING = frozenset({",", "and", "&", "&amp;", "+"})
_FIGURES = re.compile(r"[0-9]+")
# In "March 31" the number may be a day; in "March 22" of a paper that puts days first it is a
# year.
_FIRST_CLOSING_DAY = 28


def read_point(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read a day or a month, with its year where one stands beside it."""
    token = tokens[at]
    if token.kind == "month":
        return _read_month_first(tokens, at)
    if token.kind == "date":
        day, month, year = _FIGURES.findall(token.word)
        number = two_digit_year(int(year)) if len(year) == 2 else int(year)
        return Point(int(month), int(day), number), at + 1
    if token.kind == "iso":
        (point,) = _iso_days(token.word)
        return point, at + 1
    if token.kind == "number":
        return (
            _read_day_first(tokens, at)
            or _read_numbered_month(tokens, at)
            or _read_year_first(tokens, at)
        )
    return None


def _iso_days(word: str) -> list[Point]:
    """Return the day of "2019-07-01" or "20190701", the two of "2019-07-01/09-30"."""
    digits = "".join(_FIGURES.findall(word))
    year = int(digits[:4])
    return [
        Point(int(digits[at : at + 2]), int(digits[at + 2 : at + 4]), year)
        for at in range(4, len(digits), 4)
    ]


def _read_day_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read "31 March 2022", "31st of March", "31-Mar-22"."""
    day, then = tokens[at].value, after_suffix(tokens, at + 1)
    if tokens[then].word == "of" or (
        tokens[then].kind in JOINERS and is_glued(tokens, then) and is_glued(tokens, then + 1)
    ):
        then += 1
    month = tokens[then]
    if month.kind != "month" or not 1 <= day <= 31:
        return None
    year, then = _read_own_year(tokens, then + 1, has_day=True)
    return Point(month.value, day, year), then


def _read_numbered_month(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read "03/2022"; the 07 of "07/2022/23" is a report's number."""
    month, joiner, year = tokens[at : at + 3]
    if (
        joiner.kind in JOINERS
        and year.end - month.start == len("03/2022")
        and 1 <= month.value <= 12
        and read_year(tokens, at + 2) == (Year(year.value, 0), at + 3)
    ):
        return Point(month.value, 0, year.value), at + 3
    return None


def _read_year_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read "2019-07"; "2011-12" is a reporting year and "2004-08" may be one of several years."""
    year, joiner, month = tokens[at : at + 3]
    if (
        joiner.kind == "dash"
        and month.end - year.start == len("2019-07")
        and is_valid_year(year.value)
        and 1 <= month.value <= min(12, year.value % 100)
    ):
        return Point(month.value, 0, year.value), at + 3
    return None


def _read_month_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    month, then = tokens[at].value, at + 1
    number = tokens[then]
    if number.kind == "number" and number.value <= 31 and len(number.word) <= 2:
        after = after_suffix(tokens, then + 1)
        if after > then + 1:
            if tokens[after].word in _UNIT_WORDS:
                return Point(month, 0, 0), then
            year, then = _read_own_year(tokens, after, has_day=True)
            return Point(month, number.value, year), then
        after += tokens[after].word == ","
        if tokens[after].kind == "number" and len(tokens[after].word) == 4:
            year, then = _read_own_year(tokens, then + 1)
            if year:
                return Point(month, number.value, year), then
            return Point(month, 0, 0), at + 1
    year, then = _read_own_year(tokens, then)
    return Point(month, 0, year), then


def _read_own_year(tokens: Tokens, at: int, *, has_day: bool = False) -> tuple[int, int]:
    """Read the year of a month or day; 0 where what follows is none, or a reporting year."""
    then = at
    if tokens[then].word == "." and is_glued(tokens, then):
        then += 1
    token = tokens[then]
    is_marked = token.kind == "quote" or (
        token.kind in JOINERS and is_glued(tokens, then) and is_glued(tokens, then + 1)
    )
    if is_marked or token.word in {",", "of"}:
        then += 1
        then += tokens[then].kind == "quote"
    number = tokens[then]
    if number.kind != "number":
        return 0, at
    if len(number.word) == 4:
        read = read_year(tokens, then)
        lone = read is not None and isinstance(read[0], Year) and read[0].count == 0
        return (number.value, then + 1) if lone else (0, at)
    if len(number.word) != 2 or token.word in {",", "of"}:
        return 0, at
    following = tokens[then + 1]
    may_be_day = not is_marked and not has_day and number.value >= _FIRST_CLOSING_DAY
    is_pair = (
        following.kind in JOINERS
        and is_glued(tokens, then + 1)
        and tokens[then + 2].kind == "number"
        and not starts_date(tokens, then + 2)
    )
    is_day = following.kind == "month" or after_suffix(tokens, then + 1) > then + 1
    if may_be_day or is_pair or is_day or following.word in _UNIT_WORDS:
        return 0, at
    return two_digit_year(number.value), then + 1


def read_days(tokens: Tokens, at: int) -> tuple[Span, int] | None:
    """Read days of one month: "1-30 June 2019", "1st to 30th June 2019"."""
    day, then = tokens[at].value, after_suffix(tokens, at + 1)
    # "Appendix 2 – 30 June 2019" has a blank before its dash and no "st": no days of June.
    if tokens[then].kind == "dash" and then == at + 1 and not is_glued(tokens, then):
        return None
    after = after_connective(tokens, then)
    last = read_point(tokens, after) if after > then else None
    if last is None or not 0 < day < last[0].day:
        return None
    return Span(Point(last[0].month, day, last[0].year), last[0]), last[1]


def read_span(tokens: Tokens, at: int, *, between: bool = False) -> tuple[Span, int] | None:
    """Read a span: "1 July – 30 September 2019", "April to June", "April, May & June 2021"."""
    if tokens[at].kind == "interval":
        return Span(*_iso_days(tokens[at].word)), at + 1
    first = read_point(tokens, at)
    if first is None:
        return None
    then = first[1]
    after = after_connective(tokens, then, between=between)
    if after == then and tokens[then].kind == "slash" and first[0].year:
        after = then + 1
    if after > then:
        last = read_point(tokens, after)
        return None if last is None else (Span(first[0], last[0]), last[1])
    return None if first[0].day else _read_list(tokens, at)


def _read_list(tokens: Tokens, at: int) -> tuple[Span, int] | None:
    """Read months that follow each other: "April, May & June 2021", "Apr/May/Jun"."""
    months = [tokens[at].value]
    last = at
    while len(months) < 12:
        then = last + 1
        while tokens[then].word in _LISTING or tokens[then].kind == "slash":
            then += 1
        if then == last + 1 or tokens[then].kind != "month":
            break
        if tokens[then].value != months[-1] % 12 + 1:
            return None
        months.append(tokens[then].value)
        last = then
    if last == at:
        return None
    end = read_point(tokens, last)
    if end is None or end[0].day:
        return None
    return Span(Point(months[0], 0, 0), end[0]), end[1]
