"""Read days and months from tokens, and the spans between them.

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

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
# In "March 31" the number may be a day; in "March 22" of a paper that puts days first it is a
# year.
_FIRST_CLOSING_DAY = 28


def read_point(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read a day or a month, with its year where one stands beside it."""
    token = tokens[at]
    if token.kind == "month":
        return _read_month_first(tokens, at)
    if token.kind == "date":
        day, month, year = token.word.split(".")
        return _numeric(int(day), int(month), year, at + 1)
    if token.kind != "number":
        return None
    if len(token.word) <= 2:
        return _read_day_first(tokens, at)
    return _read_year_first(tokens, at)


def _numeric(day: int, month: int, year: str, then: int) -> tuple[Point, int] | None:
    number = two_digit_year(int(year)) if len(year) == 2 else int(year)
    if 1 <= month <= 12 and 1 <= day <= 31 and is_valid_year(number):
        return Point(month, day, number), then
    return None


def _read_day_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    day, then = tokens[at].value, after_suffix(tokens, at + 1)
    if tokens[then].word == "of":
        then += 1
    following = tokens[then]
    if following.kind in JOINERS and is_glued(tokens, then) and is_glued(tokens, then + 1):
        after = tokens[then + 1]
        if after.kind == "number":
            return _read_numbers(tokens, at)
        if after.kind == "month":
            then, following = then + 1, after
    if following.kind != "month" or not 1 <= day <= 31:
        return None
    year, then = _read_own_year(tokens, then + 1, has_day=True)
    return Point(following.value, day, year), then


def _read_numbers(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read "31/03/2022", "31-3-22" or "03/2022": days stand first in British papers."""
    first, joiner, second = tokens[at], tokens[at + 1].kind, tokens[at + 2]
    if len(second.word) == 4 and len(first.word) == 2 and 1 <= first.value <= 12:
        if is_valid_year(second.value) and read_year(tokens, at + 2) == (
            Year(second.value, 0),
            at + 3,
        ):
            return Point(first.value, 0, second.value), at + 3
        return None
    third = tokens[at + 4]
    if (
        len(second.word) > 2
        or tokens[at + 3].kind != joiner
        or third.kind != "number"
        or len(third.word) not in {2, 4}
        or not (is_glued(tokens, at + 3) and is_glued(tokens, at + 4))
    ):
        return None
    return _numeric(first.value, second.value, third.word, at + 5)


def _read_year_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    """Read "2019-07-01", "2019-07" and "20190701"."""
    digits = tokens[at].word
    if len(digits) == 8:
        return _numeric(int(digits[6:]), int(digits[4:6]), digits[:4], at + 1)
    if len(digits) != 4 or not is_valid_year(tokens[at].value):
        return None
    joiner, month = tokens[at + 1].kind, tokens[at + 2]
    if (
        joiner not in JOINERS
        or len(month.word) != 2
        or month.kind != "number"
        or not (is_glued(tokens, at + 1) and is_glued(tokens, at + 2))
    ):
        return None
    day = tokens[at + 4]
    if (
        tokens[at + 3].kind == joiner
        and len(day.word) == 2
        and day.kind == "number"
        and is_glued(tokens, at + 3)
        and is_glued(tokens, at + 4)
    ):
        return _numeric(day.value, month.value, digits, at + 5)
    # "2011-12" is a reporting year and "2004-08" may be one of several years; "2019-07" is not.
    if joiner == "dash" and 1 <= month.value <= 12 and month.value <= tokens[at].value % 100:
        return Point(month.value, 0, tokens[at].value), at + 3
    return None


def _read_month_first(tokens: Tokens, at: int) -> tuple[Point, int] | None:
    month, then = tokens[at].value, at + 1
    number = tokens[then]
    if number.kind == "number" and len(number.word) <= 2 and 1 <= number.value <= 31:
        after = after_suffix(tokens, then + 1)
        if after > then + 1:
            if tokens[after].word not in _UNIT_WORDS:
                year, then = _read_own_year(tokens, after, has_day=True)
                return Point(month, number.value, year), then
            return Point(month, 0, 0), then
        if tokens[after].word == ",":
            after += 1
        if len(tokens[after].word) == 4 and tokens[after].kind == "number":
            year, then = _read_own_year(tokens, then + 1, has_day=True)
            if year:
                return Point(month, number.value, year), then
            return Point(month, 0, 0), at + 1
    year, then = _read_own_year(tokens, then, has_day=False)
    return Point(month, 0, year), then


def _read_own_year(tokens: Tokens, at: int, *, has_day: bool) -> tuple[int, int]:
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
    token, then = tokens[at], at + 1
    if token.kind != "number" or len(token.word) > 2 or not 1 <= token.value <= 31:
        return None
    then = after_suffix(tokens, then)
    has_suffix = then > at + 1
    # "Appendix 2 – 30 June 2019" has a blank before its dash and no "st": no days of June.
    if tokens[then].kind == "dash" and not (has_suffix or is_glued(tokens, then)):
        return None
    after = after_connective(tokens, then)
    if after == then:
        return None
    last = read_point(tokens, after)
    if last is None or not last[0].day or last[0].day <= token.value:
        return None
    return Span(Point(last[0].month, token.value, last[0].year), last[0]), last[1]


def read_span(tokens: Tokens, at: int, *, between: bool = False) -> tuple[Span, int] | None:
    """Read a span: "1 July – 30 September 2019", "April to June", "April, May & June 2021"."""
    first = read_point(tokens, at)
    if first is None:
        return None
    then = first[1]
    after = after_connective(tokens, then, between=between)
    if after == then and tokens[then].kind == "slash" and first[0].year:
        after = then + 1
    if after > then:
        last = read_point(tokens, after)
        if last is not None:
            return Span(first[0], last[0]), last[1]
        return _read_rest_of_interval(tokens, after, first[0])
    if first[0].day or first[0].year:
        return None
    return _read_list(tokens, at)


def _read_rest_of_interval(tokens: Tokens, at: int, first: Point) -> tuple[Span, int] | None:
    """Read the short end of an ISO 8601 interval, "2019-07-01/09-30"."""
    if tokens[at - 1].kind != "slash" or not first.day:
        return None
    month, day = tokens[at], tokens[at + 2]
    if (
        [token.kind for token in tokens[at : at + 3]] == ["number", "dash", "number"]
        and len(month.word) == len(day.word) == 2
        and 1 <= month.value <= 12
        and 1 <= day.value <= 31
    ):
        return Span(first, Point(month.value, day.value, first.year)), at + 3
    return None


def _read_list(tokens: Tokens, at: int) -> tuple[Span, int] | None:
    """Read months that follow each other: "April, May & June 2021", "Apr/May/Jun"."""
    months = [tokens[at].value]
    last = at
    while len(months) < 12:
        then = last + 1
        while then <= last + 2 and (
            tokens[then].word in {",", "and", "&", "&amp;", "+"} or tokens[then].kind == "slash"
        ):
            then += 1
        if then == last + 1 or tokens[then].kind != "month":
            break
        if tokens[then].value != months[-1] % 12 + 1:
            return None
        months.append(tokens[then].value)
        last = then
    if len(months) == 1:
        return None
    end = read_point(tokens, last)
    if end is None or end[0].day:
        return None
    return Span(Point(months[0], 0, 0), end[0]), end[1]
