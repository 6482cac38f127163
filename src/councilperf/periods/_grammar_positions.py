"""Read from tokens what is said of the end of something: "as at", "up to", "six months to".

Every function takes the tokens and a place, and returns a fact with the place after it, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from councilperf.periods._facts import (
    Duration,
    Hint,
    Point,
    Position,
    PositionWord,
    Unclear,
    Unit,
    UnitWord,
    Week,
    Year,
    YearCount,
)
from councilperf.periods._grammar_dates import read_point
from councilperf.periods._grammar_joins import JOINERS, after_end_of, is_glued, starts_date
from councilperf.periods._grammar_units import read_unit
from councilperf.periods._grammar_years import read_year
from councilperf.periods._guards import MOST_ROLLING_MONTHS
from councilperf.periods._tokens import DATES
from councilperf.periods._words import QUARTER_WORDS, TO_WORDS

if TYPE_CHECKING:
    from councilperf.periods._tokens import Tokens

__all__ = [
    "read_as",
    "read_at",
    "read_duration",
    "read_end",
    "read_end_letters",
    "read_ending",
    "read_named_duration",
    "read_quarter_ending",
    "read_rolling",
    "read_snapshot",
    "read_to",
    "read_up",
    "read_week",
    "read_week_letters",
    "read_year_ending",
]

Read: TypeAlias = (
    tuple[Position | Duration | Week | YearCount | Hint | Unclear | Unit | None, int] | None
)
_ENDING = frozenset({"ending", "ended", "ends"})
_MONTH_WORDS = frozenset({"month", "months", "mth", "mths", "m"})
_MONTHLY = frozenset({"monthly", "month"})
#: Units that several of may end with something, and their months.
_SEVERAL = dict.fromkeys(QUARTER_WORDS - {"q", "qs", "qu", "qr"}, 3) | {"year": 12, "years": 12}
_ON_FROM_YEAR = frozenset({"end", "to", "ending", "ended", "up", "until"})
_FOURS: dict[str, UnitWord] = {
    "month": "four months",
    "monthly": "four months",
    "week": "four weeks",
    "weekly": "four weeks",
}
_BETWEEN_MONTHS_AND_END = frozenset({"period", "rolling", "average", "total", "cumulative", "up"})
_YEAR_NAMES = frozenset({"financial", "municipal", "academic", "school", "calendar", "fiscal"})
_LENGTHS = {**dict.fromkeys(QUARTER_WORDS, 3), "year": 12, "half": 6, "month": 1}
# "End of year report 2018/19" is the year's outturn; "end of year 2018/19" may be its last day.
_REPORT_WORDS = frozenset(
    "report reports reporting outturn outturns performance position review results figures update "
    "monitoring summary assessment progress scorecard data accounts".split()
)


def _read_anchor(tokens: Tokens, at: int) -> tuple[Point | Unit | Year, int] | None:
    """Read what ends: a day, a month, a unit or a year."""
    point = read_point(tokens, at)
    if point is not None:
        return point
    unit = read_unit(tokens, at)
    if unit is not None and isinstance(unit[0], Unit):
        return unit[0], unit[1]
    year = read_year(tokens, at)
    if year is not None and isinstance(year[0], Year):
        return year[0], year[1]
    return None


def _read_position(tokens: Tokens, at: int, word: PositionWord, *, doubtful: bool = False) -> Read:
    """Read the thing that a position is the end of."""
    ended = after_end_of(tokens, at)
    if tokens[ended].word == "year" and tokens[ended + 1].word == "end":
        return Position(word, None), ended
    if tokens[ended].word in _YEAR_NAMES and tokens[ended + 1].word == "year":
        if word == "end of" and tokens[ended + 2].word in _REPORT_WORDS:
            return Hint("year end"), ended
        return (Position(word, None), ended) if ended > at or word == "end of" else None
    anchor = _read_anchor(tokens, ended)
    if anchor is None:
        return None
    if isinstance(anchor[0], Year) and anchor[0].count == 0:
        return None
    if ended > at:
        doubtful = False
    elif isinstance(anchor[0], Year) and word == "to":
        # "Up to 2019/20" leaves its beginning open; "compared to 2019/20" does not.
        return None if doubtful else (Hint("before"), at)
    return Position(word, anchor[0], doubtful), anchor[1]


def read_as(tokens: Tokens, at: int) -> Read:
    """Read "as at 31 March 2022", "as at the end of March 2022", Welsh "fel ar"."""
    if tokens[at + 1].word not in {"at", "of", "on", "ar"}:
        return None
    then = at + 2 + (tokens[at + 2].word == ":")
    read = _read_position(tokens, then, "as at")
    if read is None and tokens[at + 1].word == "at":
        return Unclear("'as at' stands before no day that can be read"), at + 2
    return read


def read_at(tokens: Tokens, at: int) -> Read:
    """Read "at 30 September 2017"; "at September 2017" may be the month or its last day."""
    point = read_point(tokens, at + 1)
    if point is None:
        return None
    if point[0].day:
        return Position("as at", point[0], doubtful=True), point[1]
    return Unclear("'at' a month may mean the month or its last day"), point[1]


def read_snapshot(tokens: Tokens, at: int) -> Read:
    """Read "snapshot: 31 March 2022"."""
    then = at + 1
    if tokens[then].word == "date":
        then += 1
    if tokens[then].word in {"at", "on", "of", ":"} or tokens[then].kind == "dash":
        then += 1
    point = read_point(tokens, then)
    if point is None or not point[0].day:
        return Hint("snapshot"), at + 1
    return Position("as at", point[0]), point[1]


def read_end(tokens: Tokens, at: int) -> Read:
    """Read "end of June 2015", "end June 2008", "end of Quarter 3", "end-of-year report"."""
    then = at + 1 + (tokens[at + 1].kind == "dash")
    if tokens[then].word == "of":
        then += 1
        then += tokens[then].kind == "dash"
    if tokens[then].word == "year":
        reported = {tokens[then + 1].word, tokens[then + 2].word} & _REPORT_WORDS
        return Hint("year end" if reported else "end of year"), then + 1
    return _read_position(tokens, then, "end of")


def read_up(tokens: Tokens, at: int) -> Read:
    """Read "up to the end of May 2022", "up until 30 June 2024"; "up to date" says nothing."""
    then = at + 1
    if tokens[then].word not in TO_WORDS:
        return None
    while tokens[then].word in TO_WORDS:
        then += 1
    if tokens[then].word == "date":
        return None, then
    if tokens[then].word == "and" and tokens[then + 1].word == "including":
        then += 2
    return _read_position(tokens, then, "to")


def read_to(tokens: Tokens, at: int) -> Read:
    """Read "to the end of September 2017", "to September 2017", "to date"."""
    if tokens[at + 1].word == "date":
        if tokens[at - 1].kind in {"month", "number", *DATES}:
            return Unclear("'to date' does not say to what date"), at + 2
        return Hint("year to date"), at + 2
    return _read_position(tokens, at + 1, "to", doubtful=True)


def read_ending(tokens: Tokens, at: int) -> Read:
    """Read "the period ending 30 June 2011", "Quarter 1 ending 30 June 2011"."""
    word: PositionWord = "period ending" if tokens[at - 1].word == "period" else "ending"
    return _read_position(tokens, at + 1, word, doubtful=word == "ending")


def _after_ending(tokens: Tokens, at: int) -> int:
    """Step over "to", "up to", "ending", "to the end of"; the same place where none stands."""
    then = at
    if tokens[then].kind == "dash" and tokens[then + 1].word in TO_WORDS:
        then += 1
    if tokens[then].word == "up":
        then += 1
    if tokens[then].word in _ENDING:
        return after_end_of(tokens, then + 1)
    if tokens[then].word not in TO_WORDS:
        return at
    while tokens[then].word in TO_WORDS:
        then += 1
    then += tokens[then].kind == "dash"
    return after_end_of(tokens, then)


def _read_ended(tokens: Tokens, at: int) -> tuple[Point | Unit, int] | None:
    then = _after_ending(tokens, at)
    if then == at:
        return None
    anchor = _read_anchor(tokens, then)
    if anchor is None or isinstance(anchor[0], Year):
        return None
    return anchor[0], anchor[1]


def _read_count(tokens: Tokens, at: int) -> tuple[int, int]:
    """Return a number and the place after it: "24", "twelve", "twenty-four"."""
    count = tokens[at].value
    then = at + 1
    if tokens[at].kind == "cardinal" and count >= 20:
        more = then + (tokens[then].kind == "dash")
        if tokens[more].kind == "cardinal" and tokens[more].value < 10:
            return count + tokens[more].value, more + 1
    return count, then


def _read_several(tokens: Tokens, at: int, unit: int, count: int) -> Read:
    """Read "two years to March 2024", "four quarters to Q2 2024/25", "3-year average"."""
    months = count * _SEVERAL[tokens[unit].word]
    in_year = tokens[at - 1].kind in JOINERS and is_glued(tokens, at)
    if in_year or not 1 < count <= MOST_ROLLING_MONTHS or months > MOST_ROLLING_MONTHS:
        return None
    rolling = tokens[at - 1].word == "rolling"
    then = unit + 1
    while tokens[then].word in _BETWEEN_MONTHS_AND_END and tokens[then].word != "up":
        rolling = rolling or tokens[then].word == "rolling"
        then += 1
    ended = _read_ended(tokens, then)
    if ended is not None:
        return Duration(months, ended[0], rolling), ended[1]
    if rolling:
        return Duration(months, None), then
    years = _SEVERAL[tokens[unit].word] == 12 and tokens[unit + 1].word not in _ON_FROM_YEAR
    return (YearCount(count), unit + 1) if years else None


def read_duration(tokens: Tokens, at: int) -> Read:
    """Read "six months to 30 September 2019", "12-month rolling average to June", "6 monthly"."""
    count, then = _read_count(tokens, at)
    then += tokens[then].kind == "dash"
    word = tokens[then].word
    if word in _SEVERAL:
        return _read_several(tokens, at, then, count)
    if count == 6 and word in _MONTHLY and _says_no_more(tokens, then + 1):
        return Unit("half", 1, 1, assumed=True), then + 1
    if count == 4 and word in _FOURS:
        numbered = _read_numbered_period(tokens, then + 1, _FOURS[word])
        if numbered is not None:
            return numbered
    if word not in _MONTH_WORDS:
        return None
    then += 1
    rolling = tokens[at - 1].word == "rolling"
    while tokens[then].word in _BETWEEN_MONTHS_AND_END and tokens[then].word != "up":
        rolling = rolling or tokens[then].word == "rolling"
        then += 1
    ended = _read_ended(tokens, then)
    if not 1 <= count <= MOST_ROLLING_MONTHS:
        problem = f"rolling months are 1 to {MOST_ROLLING_MONTHS}"
        return (Unclear(problem), ended[1]) if ended else None
    if ended is not None:
        return Duration(count, ended[0], rolling), ended[1]
    if rolling:
        return Duration(count, None), then
    return Hint("annual" if count == 12 else "month"), then


def _says_no_more(tokens: Tokens, at: int) -> bool:
    """Say whether "six month" stands for itself, with no "to September" behind it."""
    leads_on = tokens[at].word in _BETWEEN_MONTHS_AND_END
    return not leads_on and _after_ending(tokens, at) == at


def _read_numbered_period(tokens: Tokens, at: int, unit: UnitWord) -> Read:
    """Read the rest of "four-month period 1", "4-weekly period 9"."""
    number = tokens[at + 1]
    if (
        tokens[at].word != "period"
        or number.kind not in {"number", "cardinal"}
        or starts_date(tokens, at + 1)
    ):
        return None
    return Unit(unit, number.value, number.value), at + 2


def read_named_duration(tokens: Tokens, at: int) -> Read:
    """Read "the year to March 2025", "quarter ending June 2019", "half year ended ..."."""
    word = tokens[at].word
    then = at + 1
    if word == "half":
        then += tokens[then].kind == "dash"
        then += tokens[then].word == "year"
    ended = _read_ended(tokens, then)
    if ended is None:
        return None
    loose = word == "year" and tokens[then].word not in _ENDING
    rolling = tokens[at - 1].word == "rolling"
    if rolling or not loose:
        return Duration(_LENGTHS[word], ended[0], rolling), ended[1]
    return Duration(12, ended[0], loose=True), ended[1]


def read_year_ending(tokens: Tokens, at: int) -> Read:
    """Read "YE March 2014", "FYE 31 March 2019", "Y/E March 2014"."""
    return _read_letters(tokens, at, 12)


def read_quarter_ending(tokens: Tokens, at: int) -> Read:
    """Read "QE December 2023", "Q/E December 2023"."""
    return _read_letters(tokens, at, 3)


def _read_letters(tokens: Tokens, at: int, months: int) -> Read:
    """Read letters that stand for "ending", a stroke between them or not, and what ends."""
    then = at + 1
    if len(tokens[at].word) == 1:
        if tokens[then].kind != "slash" or tokens[then + 1].word != "e":
            return None
        then += 2
    anchor = _read_anchor(tokens, then)
    if anchor is None or isinstance(anchor[0], Year):
        return None
    return Duration(months, anchor[0]), anchor[1]


def read_end_letters(tokens: Tokens, at: int) -> Read:
    """Read "EOQ1", the end of quarter 1."""
    number = tokens[at + 1]
    if not 1 <= number.value <= 4:
        return None
    return Position("end of", Unit("quarter", number.value, number.value)), at + 2


def read_rolling(tokens: Tokens, at: int) -> Read:
    """Read "rolling 12 months", "rolling year to June 2021" from the word "rolling"."""
    then = at + 1
    if tokens[then].kind in {"number", "cardinal"}:
        return read_duration(tokens, then) or (Hint("rolling"), then)
    if tokens[then].word == "year":
        return read_named_duration(tokens, then) or (Duration(12, None), then + 1)
    if tokens[then].word == "annual":
        return Duration(12, None), then + 1
    return Hint("rolling"), then


def read_week(tokens: Tokens, at: int) -> Read:
    """Read "week ending 12 March 2021", "week commencing 8 March 2021"."""
    word = tokens[at + 1].word
    ends = word in _ENDING or word == "to"
    if ends or word in {"commencing", "beginning", "starting", "from"}:
        point = read_point(tokens, at + 2)
        if point is not None and point[0].day:
            return Week(point[0], begins=not ends), point[1]
    return Hint("week"), at + 1


def read_week_letters(tokens: Tokens, at: int) -> Read:
    """Read "w/e 12/03/2021", "w/c 08/03/2021" and "w/b 08/03/2021"."""
    if tokens[at + 1].kind != "slash" or tokens[at + 2].word not in {"e", "c", "b"}:
        return None
    point = read_point(tokens, at + 3)
    if point is None or not point[0].day:
        return Hint("week"), at + 3
    return Week(point[0], begins=tokens[at + 2].word != "e"), point[1]
