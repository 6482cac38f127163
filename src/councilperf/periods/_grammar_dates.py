"""Read years, days, months and the spans between them from tokens.

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

from councilperf.periods._facts import Point, Span, Unclear, Year
from councilperf.periods._tokens import Tokens
from councilperf.periods._words import HALF_WORDS, ORDINAL_SUFFIXES, QUARTER_WORDS, TO_WORDS

__all__ = [
    "after_connective",
    "after_end_of",
    "after_suffix",
    "is_glued",
    "is_valid_year",
    "read_days",
    "read_point",
    "read_span",
    "read_year",
    "read_years",
    "starts_date",
    "two_digit_year",
]

# A two-digit year below this is of this century: papers printed in short years start in the 1970s.
_PIVOT = 70
_LONGEST_PLAN = 30
_JOINERS = frozenset({"dash", "slash"})
_YEAR_PREFIXES = frozenset({"fy", "ay"})
_AFTER_SPACED_SUFFIX = frozenset({"of", "to", "quarter", "qtr", "half", "and"})
_LAWS = frozenset({"act", "acts", "regulations", "order", "rules", "bill", "directive", "measure"})
_UNIT_WORDS = frozenset({"quarter", "quarters", "qtr", "half", "month", "months"})
# In "March 31" the number may be a day; in "March 22" of a paper that puts days first it is a year.
_FIRST_CLOSING_DAY = 28


def is_glued(tokens: Tokens, at: int) -> bool:
    """Say whether nothing stands between this token and the one before it."""
    return at > 0 and tokens[at - 1].end == tokens[at].start


def is_valid_year(number: int) -> bool:
    """Say whether a number is a year that a period may lie in."""
    return 1900 <= number <= 2201


def two_digit_year(number: int) -> int:
    """Return the year that two digits stand for: 1970 to 2069."""
    return (2000 if number < _PIVOT else 1900) + number


def after_suffix(tokens: Tokens, at: int) -> int:
    """Step over the "st" of "1st" or "1 st April" where it stands here."""
    if tokens[at].word in ORDINAL_SUFFIXES and (
        is_glued(tokens, at)
        or tokens[at + 1].kind in {"month", "dash"}
        or tokens[at + 1].word in _AFTER_SPACED_SUFFIX
    ):
        return at + 1
    return at


def starts_date(tokens: Tokens, at: int) -> bool:
    """Say whether the number here is the day of a date: "14 March", "1st", "30/06/2019"."""
    following = tokens[at + 1]
    return (
        following.kind == "month"
        or after_suffix(tokens, at + 1) > at + 1
        or (following.word == "of" and tokens[at + 2].kind == "month")
        or (
            following.kind in _JOINERS
            and is_glued(tokens, at + 1)
            and tokens[at + 2].kind in {"number", "month"}
            and is_glued(tokens, at + 2)
        )
    )


def read_year(tokens: Tokens, at: int) -> tuple[Year | Unclear, int] | None:
    """Read a year, a reporting year or a run of years: 2019, 2019-20, 19/20, 0809, 2021-25."""
    if tokens[at].kind == "quote":
        at += 1
    token = tokens[at]
    if token.kind != "number":
        return None
    digits, number = token.word, token.value
    if len(digits) == 2:
        return _read_short_year(tokens, at)
    if len(digits) == 4:
        if is_valid_year(number):
            return _read_long_year(tokens, at)
        if (number // 100 + 1) % 100 == number % 100 and not is_glued(tokens, at + 1):
            return Year(two_digit_year(number // 100), 1, doubtful=True), at + 1
    if len(digits) in {6, 8}:
        first, rest = int(digits[:4]), digits[4:]
        if is_valid_year(first) and str(first + 1).endswith(rest):
            return Year(first, 1, doubtful=True), at + 1
    return None


def read_years(tokens: Tokens, at: int) -> tuple[Year | Unclear, int] | None:
    """Read a year, or the run of years in "2015/16 to 2018/19"."""
    first = read_year(tokens, at)
    if first is None or not isinstance(first[0], Year) or first[0].count != 1:
        return first
    after = after_connective(tokens, first[1])
    last = read_year(tokens, after) if after > first[1] else None
    if last is None or not isinstance(last[0], Year) or last[0].count != 1:
        return first
    count = last[0].first - first[0].first + 1
    return (Year(first[0].first, count), last[1]) if 1 < count <= _LONGEST_PLAN else first


def _read_short_year(tokens: Tokens, at: int) -> tuple[Year | Unclear, int] | None:
    first = tokens[at].value
    joiner, then = tokens[at + 1], at + 2
    if tokens[then].kind == "quote":
        then += 1
    second = tokens[then]
    paired = joiner.kind in _JOINERS and second.kind == "number" and len(second.word) == 2
    if not paired:
        if tokens[at - 1].word in _YEAR_PREFIXES or _follows_unit(tokens, at):
            return Year(two_digit_year(first), 0), at + 1
        return None
    in_number = tokens[at - 1].kind == joiner.kind and is_glued(tokens, at)
    if in_number or starts_date(tokens, then):
        return None
    if second.value == (first + 1) % 100:
        if tokens[then + 1].word in {"year", "yr"} and tokens[then + 2].word in {"old", "olds"}:
            return None
        return Year(two_digit_year(first), 1, doubtful=joiner.kind == "dash"), then + 1
    if joiner.kind == "slash" and first < second.value <= first + 10:
        span = f"{two_digit_year(first)}-{two_digit_year(second.value)}"
        text = f"{tokens[at].word}/{second.word}"
        return Unclear(f"{text!r} may be years, a day or a month", (span,)), then + 1
    return None


def _follows_unit(tokens: Tokens, at: int) -> bool:
    """Say whether the number here stands behind a quarter or half: the 05 of "Q3 05"."""
    before = at - 1
    if tokens[before].kind in {"quote", "dash"}:
        before -= 1
    labels = QUARTER_WORDS | HALF_WORDS
    numbered = len(tokens[before].word) == 1 or tokens[before].kind == "cardinal"
    label = tokens[before - 1] if numbered else tokens[before]
    return label.word in labels and not starts_date(tokens, at)


def _read_long_year(tokens: Tokens, at: int) -> tuple[Year | Unclear, int] | None:
    first = tokens[at].value
    if tokens[at - 1].word in _LAWS:
        return None
    lone = Year(first, 0), at + 1
    joiner, then = tokens[at + 1], at + 2
    if joiner.kind == "dash" and tokens[then].kind == "dash":
        then += 1
    if tokens[then].kind == "quote":
        then += 1
    second = tokens[then]
    if second.kind != "number" or not (joiner.kind in _JOINERS or joiner.word == "to"):
        return lone
    if len(second.word) == 4 and is_valid_year(second.value):
        last = second.value
    elif len(second.word) == 2 and (
        not starts_date(tokens, then)
        or (second.value == (first + 1) % 100 and tokens[at - 1].kind != "month")
    ):
        last = first // 100 * 100 + second.value
        if second.value == (first + 1) % 100:
            last = first + 1
    else:
        return lone
    count = last - first
    if count == 1:
        return Year(first, 1), then + 1
    if not 1 < count <= _LONGEST_PLAN or (joiner.word == "to" and len(second.word) == 2):
        return lone
    if len(second.word) == 2 and second.value <= 12:
        month = f"{second.value:02}/{first}"
        return Unclear(f"{first}-{second.word} may be years or a month", (
            f"{first}-{last}", month)), then + 1
    if joiner.word == "to" and tokens[at - 1].word in {"from", "between"}:
        return Unclear(
            f"from {first} to {last} may mean calendar years or reporting years",
            (f"{first}-{last}", f"1 January {first} to 31 December {last}"),
        ), then + 1
    return Year(first, count), then + 1


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
    if following.kind in _JOINERS and is_glued(tokens, then) and is_glued(tokens, then + 1):
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
        joiner not in _JOINERS
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
        token.kind in _JOINERS and is_glued(tokens, then) and is_glued(tokens, then + 1)
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
        following.kind in _JOINERS
        and is_glued(tokens, then + 1)
        and tokens[then + 2].kind == "number"
        and not starts_date(tokens, then + 2)
    )
    is_day = following.kind == "month" or after_suffix(tokens, then + 1) > then + 1
    if may_be_day or is_pair or is_day or following.word in _UNIT_WORDS:
        return 0, at
    return two_digit_year(number.value), then + 1


def after_end_of(tokens: Tokens, at: int) -> int:
    """Step over "end of", "end", "close of" where it stands here."""
    if tokens[at].word in {"end", "close", "diwedd"}:
        at += 1
        if tokens[at].word == "of":
            at += 1
    return at


def after_connective(tokens: Tokens, at: int, *, between: bool = False) -> int:
    """Return the place after "to", a dash and the like, or the same place where none stands."""
    token = tokens[at]
    if token.kind == "dash":
        return at + 2 if tokens[at + 1].kind == "dash" else at + 1
    if token.word == "up" and tokens[at + 1].word == "to":
        at += 1
        token = tokens[at]
    if token.word in TO_WORDS or (between and token.word in {"and", "&"}):
        at += 1
        while tokens[at].word in TO_WORDS:
            at += 1
        return after_end_of(tokens, at)
    return at


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
