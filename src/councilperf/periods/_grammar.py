"""Walk once over a text and find every fact that bears on a period.

Each place is offered to the readers for the word that stands there; none looks further than a
few tokens ahead, so the walk takes time in proportion to the length of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from councilperf.periods._facts import (
    Fact,
    Found,
    Hint,
    HintWord,
    Point,
    Position,
    Unclear,
    YearStart,
)
from councilperf.periods._grammar_dates import read_days, read_point, read_span
from councilperf.periods._grammar_joins import is_glued
from councilperf.periods._grammar_positions import (
    read_as,
    read_at,
    read_duration,
    read_end,
    read_end_letters,
    read_ending,
    read_named_duration,
    read_quarter_ending,
    read_rolling,
    read_snapshot,
    read_to,
    read_up,
    read_week,
    read_week_letters,
    read_year_ending,
)
from councilperf.periods._grammar_units import (
    UNIT_READERS,
    read_ordinal_unit,
    read_unit_or_run,
)
from councilperf.periods._grammar_years import read_years
from councilperf.periods._tokens import DATES, Tokens, tokenise
from councilperf.periods._words import QUARTER_WORDS, TO_WORDS

__all__ = ["scan"]

Reader: TypeAlias = Callable[[Tokens, int], "tuple[Fact | None, int] | None"]
_YEARLY_UNITS = frozenset({"year", "years", "quarter", "quarters", "half", "month", "term"})
# What makes of "financial year" a year end, a year to date or twelve months.
_AFTER_YEAR = frozenset({"end", "to", "ending", "ended", "up", "-", "until"})
_SEASONS = frozenset({"autumn", "spring", "summer", "winter", "michaelmas", "easter"})
_VERBS = frozenset({"may", "march", "mar", "mai", "fai", "sat"})


def _hint(word: HintWord) -> Reader:
    def read(_tokens: Tokens, at: int) -> tuple[Fact | None, int]:
        return Hint(word), at + 1

    return read


def _calendar(word: HintWord, *, alone: bool = False) -> Reader:
    """Return a reader of a word that names a calendar where a year or quarter follows it."""

    def read(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
        following = tokens[at + 1].word
        if following in {"year", "years"} and tokens[at + 2].word not in _AFTER_YEAR:
            return Hint(word), at + 2
        if alone or following in _YEARLY_UNITS:
            return Hint(word), at + 1
        return None

    return read


def _two_words(second: str, word: HintWord) -> Reader:
    def read(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
        then = at + 1 + (tokens[at + 1].kind in {"dash", "slash"})
        return (Hint(word), then + 1) if tokens[then].word == second else None

    return read


def _read_year_word(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "year end" and "year to date"."""
    then = at + 1
    then += tokens[then].kind == "quote"
    then += tokens[then].word == "s" and is_glued(tokens, then)
    then += tokens[then].kind == "dash"
    if tokens[then].word == "end":
        if read_point(tokens, then + 1) is not None:
            return Unclear("a year end before a date may be the year or its last day"), then + 1
        return Hint("year end"), then + 1
    if tokens[then].word == "to":
        then += 1 + (tokens[then + 1].kind == "dash")
        if tokens[then].word == "date":
            return Hint("year to date"), then + 1
    return None


def _read_whole_year(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "full year"; "full year to 31 March" and "full year to date" begin with "year"."""
    read = _two_words("year", "year end")(tokens, at)
    return None if read and tokens[read[1]].word in _AFTER_YEAR else read


def _read_relative(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "this year", "the last financial year": a year that only the reader's day names."""
    then = at + 1
    if tokens[then].word in {"financial", "municipal", "academic", "school", "calendar"}:
        then += 1
    if tokens[then].word != "year":
        return None
    return Hint("this year" if tokens[at].word in {"this", "current"} else "another year"), at + 1


def _read_from(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    return read_span(tokens, at + 1) or _read_open("since")(tokens, at)


def _read_between(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    return read_span(tokens, at + 1, between=True)


def _read_open(word: HintWord) -> Reader:
    """Return a reader of "since" and the like, which leave a period open where one follows."""

    def read(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
        following = tokens[at + 1]
        if following.kind == "dash" or following.word == "of":
            following = tokens[at + 2]
        opens = following.kind in {"month", "number", "ordinal", *DATES}
        if opens or following.word in UNIT_READERS or following.word == "end":
            return Hint(word), at + 1
        return None

    return read


def _read_in_year(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "in-year monitoring"; "in year 2019/20" names the year."""
    dashed = tokens[at + 1].kind == "dash" and tokens[at + 2].word == "year"
    return (Hint("part"), at + 3) if dashed else None


def _read_numbered_term(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read the "T1" of a school, so that it is not passed over."""
    glued = tokens[at + 1].kind == "number" and is_glued(tokens, at + 1)
    return (Hint("term"), at + 2) if glued else None


def _read_until_now(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read the "present" of "April 2024 – present", which leaves the end open."""
    before = tokens[at - 1]
    return (Hint("since"), at + 1) if before.kind == "dash" or before.word in TO_WORDS else None


def _read_start(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "start of April 2019"; "Sure Start 2019/20" is a name."""
    return _read_open("part")(tokens, at) if tokens[at + 1].word == "of" else None


def _read_season(tokens: Tokens, at: int) -> tuple[Fact | None, int]:
    if tokens[at + 1].word == "term":
        return Hint("term"), at + 2
    return Hint("season"), at + 1


def _read_term(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    numbered = tokens[at + 1].kind in {"number", "cardinal"} or tokens[at - 1].kind == "ordinal"
    return (Hint("term"), at + 1) if numbered else None


def _read_year_start(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read SDMX's "--04-01", the first day of the years that its codes count in."""
    dash, month, joiner, day = tokens[at + 1 : at + 5]
    if (
        [dash.kind, joiner.kind, day.word] == ["dash", "dash", "01"]
        and 1 <= month.value <= 12
        and day.end - tokens[at].start == len("--04-01")
    ):
        return YearStart(month.value), at + 5
    return None


def _read_years_from(tokens: Tokens, at: int) -> tuple[Fact | None, int] | None:
    """Read "(years from July)", which says in which years a period counts."""
    years, since, month, close = tokens[at + 1 : at + 5]
    if [years.word, since.word, month.kind, close.word] == ["years", "from", "month", ")"]:
        return YearStart(month.value), at + 5
    return None


_WORD_READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(UNIT_READERS, (read_unit_or_run,)),
    **dict.fromkeys(QUARTER_WORDS, (read_named_duration, read_unit_or_run, _hint("quarter"))),
    "half": (read_named_duration, read_unit_or_run, _hint("half")),
    "month": (read_named_duration, read_unit_or_run, _hint("month")),
    "t": (read_unit_or_run, _read_numbered_term),
    "q": (read_quarter_ending, read_named_duration, read_unit_or_run, _hint("quarter")),
    "qe": (read_quarter_ending,),
    "eoq": (read_end_letters, _hint("quarter")),
    "year": (_read_year_word, read_named_duration),
    "(": (_read_years_from,),
    "as": (read_as,),
    "fel": (read_as,),
    "at": (read_at,),
    "snapshot": (read_snapshot,),
    "end": (read_end,),
    "diwedd": (read_end,),
    "to": (read_to,),
    "until": (read_to,),
    "till": (read_to,),
    "up": (read_up,),
    "ending": (read_ending,),
    "ended": (read_ending,),
    "rolling": (read_rolling,),
    "week": (read_week,),
    "wk": (read_week,),
    "weeks": (_hint("week"),),
    "weekly": (_hint("week"),),
    "w": (read_week_letters,),
    "from": (_read_from,),
    "between": (_read_between,),
    "since": (_read_open("since"),),
    "after": (_read_open("since"),),
    **dict.fromkeys(("onward", "onwards"), (_hint("since"),)),
    **dict.fromkeys(("present", "now", "today"), (_read_until_now,)),
    "before": (_read_open("before"),),
    "by": (_read_open("before"),),
    "pre": (_read_open("before"),),
    "post": (_read_open("since"),),
    **dict.fromkeys(("early", "late", "beginning", "halfway"), (_read_open("part"),)),
    "mid": (read_unit_or_run, _two_words("point", "part"), _read_open("part")),
    "midpoint": (_hint("part"),),
    "start": (_read_start,),
    "in": (_read_in_year,),
    "ye": (read_year_ending,),
    "fye": (read_year_ending,),
    "y": (read_year_ending,),
    "a": (_two_words("y", "academic"),),
    "part": (_two_words("year", "part"),),
    "interim": (_hint("part"),),
    "financial": (_calendar("financial"),),
    "fiscal": (_calendar("financial"),),
    "municipal": (_calendar("financial"),),
    "fy": (_calendar("financial", alone=True),),
    "academic": (_calendar("academic", alone=True),),
    "ay": (_calendar("academic", alone=True),),
    "school": (_calendar("academic"),),
    "calendar": (_calendar("calendar"),),
    "yearend": (_hint("year end"),),
    "ytd": (_hint("year to date"),),
    "cumulative": (_hint("year to date"),),
    "cumulatively": (_hint("year to date"),),
    **dict.fromkeys(("outturn", "outturns", "outurn", "outurns"), (_hint("outturn"),)),
    "out": (_two_words("turn", "outturn"),),
    **dict.fromkeys(("annual", "annually", "yearly"), (_hint("annual"),)),
    **dict.fromkeys(("full", "whole"), (_read_whole_year,)),
    **dict.fromkeys(("this", "current", "last", "previous", "next"), (_read_relative,)),
    "quarterly": (_hint("quarter"),),
    "monthly": (_hint("month"),),
    **dict.fromkeys(_SEASONS, (_read_season,)),
    **dict.fromkeys(("term", "semester", "trimester", "tertial", "tri"), (_read_term,)),
    "educational": (_two_words("outcomes", "education results"),),
    **dict.fromkeys(("gcse", "gcses", "attainment"), (_hint("education results"),)),
    "key": (_two_words("stage", "education results"),),
    "exam": (_hint("education results"),),
}
_POINT_OR_SPAN: tuple[Reader, ...] = (read_span, read_point)
_KIND_READERS: dict[str, tuple[Reader, ...]] = {
    "number": (read_duration, read_ordinal_unit, read_span, read_days, read_point, read_years),
    "cardinal": (read_duration,),
    "ordinal": (read_unit_or_run,),
    "month": _POINT_OR_SPAN,
    **dict.fromkeys(DATES, _POINT_OR_SPAN),
    "quote": (read_years,),
    "dash": (_read_year_start,),
}


def scan(text: str, *, running: bool = False) -> list[Found]:
    """Return the facts of *text* in the order in which they are printed.

    In running text a bare "to" or "at" is too common, and an unclear number too likely something
    else, to count.
    """
    tokens = tokenise(text)
    found: list[Found] = []
    at = 0
    stop = len(tokens)
    while at < stop:
        token = tokens[at]
        readers = _KIND_READERS.get(token.kind) or _WORD_READERS.get(token.word, ())
        for reader in readers:
            read = reader(tokens, at)
            if read is None:
                continue
            fact, then = read
            if running and _is_too_common(fact):
                continue
            if fact is not None and not _is_verb(text, tokens, at, fact):
                found.append(Found(fact, token.start, tokens[then - 1].end))
            at = then
            break
        else:
            at += 1
    return found


def _is_too_common(fact: Fact | None) -> bool:
    return isinstance(fact, Unclear) or (isinstance(fact, Position) and fact.doubtful)


def _is_verb(text: str, tokens: Tokens, at: int, fact: Fact) -> bool:
    """Say whether a month is the verb "may" or "march": alone, and not printed as a name."""
    token = tokens[at]
    return (
        token.word in _VERBS
        and isinstance(fact, Point)
        and not fact.day
        and not fact.year
        and text[token.start].islower()
    )
