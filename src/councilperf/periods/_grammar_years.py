"""Read years from tokens: 2019, 2019-20, 19/20, 0809, 2021-25, 2015/16 to 2018/19.

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods._facts import Unclear, Year
from councilperf.periods._grammar_joins import JOINERS, after_connective, is_glued, starts_date
from councilperf.periods._words import HALF_WORDS, QUARTER_WORDS

if TYPE_CHECKING:
    from councilperf.periods._tokens import Token, Tokens

__all__ = ["is_valid_year", "read_year", "read_years", "two_digit_year"]

# A two-digit year below this is of this century: papers printed in short years start in the 1970s.
_PIVOT = 70
_LONGEST_PLAN = 30
_YEAR_PREFIXES = frozenset({"fy", "ay"})
_LAWS = frozenset({"act", "acts", "regulations", "order", "rules", "bill", "directive", "measure"})


def is_valid_year(number: int) -> bool:
    """Say whether a number is a year that a period may lie in: 1899-00 ends in 1900."""
    return 1899 <= number <= 2201


def two_digit_year(number: int) -> int:
    """Return the year that two digits stand for: 1970 to 2069."""
    return (2000 if number < _PIVOT else 1900) + number


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
    if 1 < count <= _LONGEST_PLAN:
        return Year(first[0].first, count, paired=True), last[1]
    return first


def _read_short_year(tokens: Tokens, at: int) -> tuple[Year | Unclear, int] | None:
    first = tokens[at].value
    joiner, then = tokens[at + 1], at + 2
    if tokens[then].kind == "quote":
        then += 1
    second = tokens[then]
    paired = joiner.kind in JOINERS and second.kind == "number" and len(second.word) == 2
    if not paired:
        if tokens[at - 1].word in _YEAR_PREFIXES or _follows_unit(tokens, at):
            return Year(two_digit_year(first), 0), at + 1
        return None
    in_number = tokens[at - 1].kind == joiner.kind and is_glued(tokens, at)
    if in_number or starts_date(tokens, then):
        return None
    if second.value == (first + 1) % 100:
        if tokens[then + 1].word == "year" and tokens[then + 2].word in {"old", "olds"}:
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
    lone = Year(first, 0, doubtful=_may_run_together(tokens, at)), at + 1
    joiner, then = tokens[at + 1], at + 2
    if joiner.kind == "dash" and tokens[then].kind == "dash":
        then += 1
    if tokens[then].kind == "quote":
        then += 1
    if joiner.kind not in JOINERS and joiner.word != "to":
        return lone
    count = _count_to(tokens, then, first, follows_month=_follows_month(tokens, at))
    if count == 1:
        if tokens[then + 1].kind == "slash" and _is_third_year(tokens, then + 2):
            text = f"{first}/{tokens[then].word}/{tokens[then + 2].word}"
            return Unclear(
                f"{text} names three years; write a period from one to another"
            ), then + 3
        return Year(first, 1), then + 1
    if not 1 < count <= _LONGEST_PLAN:
        return lone
    unclear = _unclear_run(tokens[at - 1], first, count, joiner, tokens[then])
    return (unclear or Year(first, count)), then + 1


def _is_third_year(tokens: Tokens, at: int) -> bool:
    """Say whether the number here goes on counting: the 25 of "2023/24/25"."""
    return is_glued(tokens, at) and tokens[at].value % 100 == (tokens[at - 2].value + 1) % 100


def _may_run_together(tokens: Tokens, at: int) -> bool:
    """Say whether "1920" may be 19/20: out of the years that papers print, its halves in order.

    An SDMX code, "1920-Q2", prints whole years.
    """
    number = tokens[at].value
    in_order = number // 100 + 1 == number % 100
    if not in_order or two_digit_year(_PIVOT) <= number < two_digit_year(_PIVOT - 1):
        return False
    return not (tokens[at + 1].kind == "dash" and is_glued(tokens, at + 2))


def _count_to(tokens: Tokens, at: int, first: int, *, follows_month: bool) -> int:
    """Return how many years lie between a first year and the number here; 0 where it is none."""
    second = tokens[at]
    if second.kind != "number":
        return 0
    if len(second.word) == 4:
        return second.value - first if is_valid_year(second.value) else 0
    if len(second.word) != 2:
        return 0
    if second.value == (first + 1) % 100:
        # "1 April 2014-15 March 2015" has a day behind the dash, "Q2 2014/15 September" has none.
        return 0 if starts_date(tokens, at) and follows_month else 1
    return 0 if starts_date(tokens, at) else first // 100 * 100 + second.value - first


def _follows_month(tokens: Tokens, at: int) -> bool:
    before = at - 2 if tokens[at - 1].word == "," else at - 1
    return tokens[before].kind == "month"


def _unclear_run(
    before: Token, first: int, count: int, joiner: Token, second: Token
) -> Unclear | None:
    """Say why "2004-08" or "from 2015 to 2020" is unclear, where it is."""
    last = first + count
    if len(second.word) == 2 and second.value <= 12:
        return Unclear(
            f"{first}-{second.word} may be years or a month",
            (f"{first}-{last}", f"{second.word}/{first}"),
        )
    if joiner.word == "to" and before.word in {"from", "between"}:
        return Unclear(
            f"from {first} to {last} may mean calendar years or reporting years",
            (f"{first}-{last}", f"1 January {first} to 31 December {last}"),
        )
    return None
