"""Find every period in a running text, with its place."""

from __future__ import annotations

import re
from typing import final

from attrs import frozen

from councilperf._checks import check_instance, check_text, check_whole
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.periods._calendar import Calendar
from councilperf.periods._facts import Duration, Fact, Found, Hint, Point, Position, Unit, Year
from councilperf.periods._grammar import scan
from councilperf.periods._parse import parse
from councilperf.periods._period import ReportingPeriod
from councilperf.periods._reading import read
from councilperf.periods._refusal import Refused

__all__ = ["PeriodHit", "find_all"]

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
_LONGEST_TEXT = 2**63


@final
@frozen
class PeriodHit:
    """A period found in a text, and where: `text` is what stands from *start* to *end*.

    `period` is None where the text gives no one period; `problem` then says why: no year, or
    facts that contradict each other.

    >>> hit = find_all("performance in Quarter 2 was better")[0]
    >>> hit.text, hit.period, hit.problem
    ('Quarter 2', None, 'it names no year; give year=')
    """

    text: str
    start: int
    end: int
    period: ReportingPeriod | None = None
    problem: str = ""

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)
        check_whole("start", self.start, 0, _LONGEST_TEXT)
        check_whole("end", self.end, 0, _LONGEST_TEXT)
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_instance("problem", self.problem, str)
        if self.end - self.start != len(self.text):
            raise FieldValueError("end", self.end, "the place behind the text that starts there")
        if (self.period is None) == (not self.problem):
            raise FieldValueError("problem", self.problem, "why there is no period, or a period")

    @property
    def is_complete(self) -> bool:
        """Say whether the text names one period, year included.

        >>> [hit.is_complete for hit in find_all("Q2 2019/20 was better than Q1")]
        [True, False]
        """
        return self.period is not None

    def in_year(self, year: int, *, calendar: Calendar | None = None) -> ReportingPeriod:
        """Return the period of a hit without a year, in the year that starts in *year*.

        >>> find_all("performance in Quarter 2 was better")[0].in_year(2022)
        ReportingPeriod.quarter(2022, 2)

        Raises `PeriodError` where the year is not what was missing.
        """
        return parse(self.text, calendar=calendar, year=year)


def find_all(text: str, *, calendar: Calendar | None = None) -> tuple[PeriodHit, ...]:
    """Return every period that a text names, in the order in which they are printed.

    >>> for hit in find_all("Scorecard - Quarter 2 (2019-20), for the meeting of 25 May 2020"):
    ...     print(hit.start, hit.text, hit.period.end)
    12 Quarter 2 (2019-20) 2019-09-30

    A day counts only after "as at" or "end of"; years of Acts, telephone numbers, money and dates
    of meetings are no periods. A period without its year, or with facts that contradict each
    other, is a hit whose `period` is None. *calendar* is used where the text names none.
    """
    if not isinstance(text, str):
        raise FieldTypeError("text", text, "text")
    check_instance("calendar", calendar, Calendar, optional=True)
    found = [each for each in scan(text, running=True) if _may_name(each.fact)]
    return tuple(
        _hit(text, group, calendar) for group in _groups(text, found) if _names_period(group)
    )


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
        else True
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
    """Name the sort of fact of which a period has one; hints and positions may be several."""
    if isinstance(fact, Hint | Position):
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


def _hit(text: str, group: list[Found], calendar: Calendar | None) -> PeriodHit:
    start, end = group[0].start, group[-1].end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    printed = text[start:end]
    try:
        period = read(text, group, calendar=calendar, year=None)
    except Refused as refused:
        return PeriodHit(printed, start, end, problem=refused.problem)
    return PeriodHit(printed, start, end, period)
