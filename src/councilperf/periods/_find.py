"""Gather the facts of a running text into groups that speak of one period each, and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from councilperf.periods._facts import (
    Duration,
    Fact,
    Found,
    Hint,
    Point,
    Position,
    Unit,
    Year,
    YearStart,
)
from councilperf.periods._grammar import scan
from councilperf.periods._reading import read
from councilperf.periods._refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.periods._calendar import Calendar
    from councilperf.periods._period import ReportingPeriod

__all__ = ["found_in"]

#: The words, where they start and end, the period if it is one, and the problem if it is none.
Hit: TypeAlias = "tuple[str, int, int, ReportingPeriod | None, str]"

# Facts with no more than this between them speak of one period: "quarter 2 of 2019-20 (1st July".
_GLUE = re.compile(
    r"(?:[ \n\r\f\v\u00a0\u2002-\u200b\u202f,:()\[\]/&*\u2010-\u2015-]"
    r"|\b(?:of|the|in|for|period|from|covering|i\.?e\.?|year)\b)*"
)
_LONGEST_GLUE = 30
_BLANK_LINE = re.compile(r"\n\s*\n")
_TIGHT = re.compile(r"\s*(?:[-\u2010-\u2015/:(]\s*|of\s+(?:the\s+)?)?")
# Hints that are part of a period's name; the others are too common in running text.
_NAMING = frozenset(
    {"financial", "academic", "calendar", "year end", "year to date", "rolling", "term"}
    | {"quarter", "half", "season"}
)


_YEAR_END = Hint("year end")


def found_in(text: str, calendar: Calendar | None) -> Iterator[Hit]:
    """Yield the parts of every hit in a text, in the order in which they are printed."""
    found = [each for each in scan(text, running=True) if _may_name(each.fact)]
    for group in _groups(text, found):
        if _names_period(group):
            yield _hit(text, group, calendar)


def _may_name(fact: Fact) -> bool:
    return fact.word in _NAMING if isinstance(fact, Hint) else True


def _names_period(group: list[Found]) -> bool:
    """Say whether a group says more than a bare day, a lone number or a hint."""
    facts = [each.fact for each in group]
    return any(
        (fact.year and not fact.day)
        if isinstance(fact, Point)
        else (fact.count > 0 and not (fact.doubtful and len(facts) == 1))
        if isinstance(fact, Year)
        else fact.ending is not None
        if isinstance(fact, Duration)
        else fact.word == "year end"
        if isinstance(fact, Hint)
        else not isinstance(fact, YearStart)
        for fact in facts
    )


def _groups(text: str, found: list[Found]) -> list[list[Found]]:
    """Gather the facts that stand together into groups that speak of one period each."""
    groups: list[list[Found]] = []
    sorts: dict[str, Fact] = {}
    for place, each in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        sort = _sort(each.fact)
        joins = (
            bool(groups)
            and _is_glued(text, groups[-1][-1], each)
            and sorts.get(sort, each.fact) == each.fact
            and not _belongs_to_next(text, sorts, each, following)
        )
        if not joins:
            groups.append([])
            sorts = {}
        groups[-1].append(each)
        if sort:
            sorts[sort] = each.fact
    return groups


def _sort(fact: Fact) -> str:
    """Name the sort of fact of which a period has one; the others may be several."""
    if isinstance(fact, Hint | Position | YearStart):
        return ""
    if isinstance(fact, Point):
        return "point"
    if isinstance(fact, Year):
        return "year"
    return "unit" if isinstance(fact, Unit) else "stretch"


def _is_glued(text: str, before: Found, after: Found) -> bool:
    if after.start - before.end > _LONGEST_GLUE:
        return False
    gap = text[before.end : after.start]
    if _YEAR_END in {before.fact, after.fact}:
        gap = re.sub(r"\band\b", "", gap)
    return bool(_GLUE.fullmatch(gap)) and not _BLANK_LINE.search(gap)


def _belongs_to_next(
    text: str, sorts: dict[str, Fact], each: Found, following: Found | None
) -> bool:
    """Say whether a unit has its own year behind it: the Q2 of "2018/19, Q2 2019/20"."""
    return (
        isinstance(each.fact, Unit)
        and "year" in sorts
        and following is not None
        and isinstance(following.fact, Year)
        and following.fact != sorts["year"]
        and bool(_TIGHT.fullmatch(text[each.end : following.start]))
    )


def _hit(text: str, group: list[Found], calendar: Calendar | None) -> Hit:
    start, end = group[0].start, group[-1].end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    printed = text[start:end]
    try:
        period = read(text, group, calendar=calendar, year=None)
    except Refused as refused:
        return printed, start, end, None, refused.problem
    return printed, start, end, period, ""
