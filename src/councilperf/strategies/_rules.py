"""Strategies for rules of any lines, conditions, shares and scales, and for sets of them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from councilperf._checks import as_tuple, check_each, check_whole
from councilperf.errors import FieldValueError
from councilperf.model import Voice
from councilperf.periods import FINANCIAL, PeriodKind
from councilperf.rules import (
    MET_OR_MISSED,
    RAG,
    TRAVEL,
    VALUE,
    And,
    Condition,
    Edge,
    Figure,
    FigureKind,
    Is,
    Level,
    Line,
    NamedCondition,
    Not,
    Or,
    PrintedClass,
    Reach,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
)
from councilperf.strategies._edges import edges, figures, reaches
from councilperf.strategies._periods import reporting_periods
from councilperf.values import Absence, Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "conditions",
    "levels",
    "lines",
    "named_conditions",
    "printed_classes",
    "rule_sets",
    "rules",
    "scales",
    "shares",
    "sources",
    "validities",
]

_Figures: TypeAlias = st.SearchStrategy[Figure]
_Edges: TypeAlias = st.SearchStrategy[Edge]
_Reaches: TypeAlias = st.SearchStrategy[Reach]
_Conditions: TypeAlias = st.SearchStrategy[Condition]
_Words: TypeAlias = st.SearchStrategy[str]
_Scales: TypeAlias = st.SearchStrategy[Scale]

_LEVELS = ("best", "good", "fair", "middling", "poor", "bad", "worst")
_LEVEL_KEYS = st.sampled_from(_LEVELS)
_YEARS = reporting_periods(
    dt.date(2015, 4, 1), dt.date(2030, 3, 31), kinds=[PeriodKind.YEAR], calendars=[FINANCIAL]
)
_WORDS = st.sampled_from(["adverse", "on target", "to watch"])


def printed_classes() -> st.SearchStrategy[PrintedClass]:
    """Make what unrated items print.

    >>> printed_classes().validate()
    """
    reasons = st.frozensets(st.sampled_from(Absence), max_size=3)
    return st.builds(PrintedClass, st.sampled_from(["Data only", "Not due", "n/a"]), reasons)


def levels(*, keys: _Words = _LEVEL_KEYS) -> st.SearchStrategy[Level]:
    """Make levels, rated or not, good or not, with a symbol and colour or without.

    >>> levels(keys=st.just("green")).validate()
    """
    return st.builds(
        Level,
        keys,
        symbol=st.sampled_from(["", "●", "▲"]),
        colour=st.sampled_from(["", "green", "blue"]),
        rated=st.booleans(),
        good=st.booleans(),
    )


def scales(*, min_levels: int = 2, max_levels: int = 5, travel: bool | None = None) -> _Scales:
    """Make scales of so many levels, and the ones that most councils use.

    >>> scales(travel=False).validate()

    With *travel* only scales that say how a figure moved are made, or only the others.
    """
    check_whole("min_levels", min_levels, 2, 7)
    check_whole("max_levels", max_levels, min_levels, 7)
    usual = [
        each
        for each in (RAG, TRAVEL, MET_OR_MISSED)
        if travel in {None, each.travel} and min_levels <= len(each.levels) <= max_levels
    ]

    own = _scales_of(
        st.integers(min_levels, max_levels),
        levels(),
        st.lists(printed_classes(), max_size=2),
        st.booleans() if travel is None else st.just(travel),
    )
    return st.sampled_from(usual) | own if usual else own


@st.composite
def _scales_of(
    draw: st.DrawFn,
    sizes: st.SearchStrategy[int],
    levels: st.SearchStrategy[Level],
    unrated: st.SearchStrategy[list[PrintedClass]],
    travel: st.SearchStrategy[bool],
) -> Scale:
    made = [evolve(draw(levels), key=key, label=key.title()) for key in _LEVELS[: draw(sizes)]]
    return Scale("our levels", made, unrated=draw(unrated), travel=draw(travel))


_SCALES = scales()
_EDGES = edges()
_REACHES = reaches()
_VALUES = st.just(VALUE)
_RATING = st.just("rating")
_ANYTHING: st.SearchStrategy[None] = st.none()


def lines(
    *, levels: _Words = _LEVEL_KEYS, reaches: _Reaches = _REACHES
) -> st.SearchStrategy[Line]:
    """Make lines for these levels, by their keys.

    >>> lines(levels=st.just("green")).validate()
    """
    return st.builds(Line, levels, reaches)


def rules(
    *,
    judgements: _Words = _RATING,
    scales: _Scales = _SCALES,
    reaches: _Reaches = _REACHES,
    judges: _Figures = _VALUES,
    serves: st.SearchStrategy[Condition | None] = _ANYTHING,
    max_lines: int = 4,
) -> st.SearchStrategy[Rule]:
    """Make rules: levels best first, some twice, and any edges in any order.

    >>> rules(scales=st.just(RAG), max_lines=2).validate()

    Examples shrink towards fewer lines.
    """
    check_whole("max_lines", max_lines, 1, 20)
    return _rules_of(
        judgements=judgements,
        scales=scales,
        reaches=reaches,
        judges=judges,
        serves=serves,
        max_lines=max_lines,
    )


@lru_cache(maxsize=256)
def _places(levels: int, max_lines: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, levels - 1), min_size=2, max_size=max_lines + 1)


@st.composite
def _rules_of(
    draw: st.DrawFn,
    *,
    judgements: _Words,
    scales: _Scales,
    reaches: _Reaches,
    judges: _Figures,
    serves: st.SearchStrategy[Condition | None],
    max_lines: int,
) -> Rule:
    scale = draw(scales)
    places = sorted(draw(_places(len(scale.keys), max_lines)))
    *best_first, otherwise = (scale.keys[each] for each in places)
    return Rule(
        draw(judgements),
        [Line(each, draw(reaches)) for each in best_first],
        otherwise=otherwise,
        scale=scale,
        judges=draw(judges),
        serves=draw(serves),
    )


_CONDITION_VALUES = st.sampled_from(
    ["green", "amber", "red", "improving", "worsening", "unrated", "indicator", "statutory"]
)
_SUBJECTS = st.sampled_from(["rating", "travel", "kind", "tag"])


def conditions(
    *,
    kinds: Iterable[type[Condition]] = (Is, And, Or, Not),
    subjects: _Words = _SUBJECTS,
    max_running: int = 3,
) -> _Conditions:
    """Make conditions on these subjects, joined and turned round.

    >>> conditions(kinds=[Is], max_running=1).validate()

    *kinds* says what is made; within joined conditions there may be all kinds. Raises
    `FieldValueError` for no kinds.
    """
    kinds = as_tuple(kinds)
    check_each("kinds", kinds, type)
    check_whole("max_running", max_running, 1, 100)
    if not kinds:
        raise FieldValueError("kinds", kinds, "a kind of condition or more")
    values = st.frozensets(_CONDITION_VALUES, min_size=1, max_size=2)
    single = st.builds(Is, subjects, values, running=st.integers(1, max_running))
    return _conditions_of(kinds, single)


@st.composite
def _conditions_of(
    draw: st.DrawFn, kinds: tuple[type[Condition], ...], single: st.SearchStrategy[Is]
) -> Condition:
    def condition(kind: type[Condition], deeper: tuple[type[Condition], ...]) -> Condition:
        if kind is Is:
            return draw(single)
        # Two deep: papers go no further.
        inner = st.sampled_from(deeper)
        if kind is Not:
            return Not(condition(draw(inner), (Is,)))
        joined = And if kind is And else Or
        parts = draw(st.lists(inner, min_size=2, max_size=3))
        return joined([condition(each, (Is,)) for each in parts])

    return condition(draw(st.sampled_from(kinds)), (Is, Is, And, Or, Not))


_CONDITIONS = conditions()


def shares(
    *,
    names: _Words = _WORDS,
    conditions: _Conditions = _CONDITIONS,
) -> st.SearchStrategy[Share]:
    """Make shares of items that meet one of *conditions*, some over a base of their own.

    >>> shares().validate()
    """
    return st.builds(
        Share,
        names,
        conditions,
        st.none() | conditions,
        decimals=st.integers(0, 2),
        rounding=st.sampled_from(Rounding),
        says_less_than_one=st.booleans(),
    )


def named_conditions(
    *,
    names: _Words = _WORDS,
    conditions: _Conditions = _CONDITIONS,
) -> st.SearchStrategy[NamedCondition]:
    """Make conditions under the names that a committee knows them by.

    >>> named_conditions().validate()
    """
    return st.builds(NamedCondition, names, conditions)


def sources() -> st.SearchStrategy[Source]:
    """Make the places where something was published.

    >>> sources().validate()
    """
    return st.builds(
        Source,
        st.sampled_from(["Performance update", "Corporate plan"]),
        date=st.none() | st.dates(dt.date(2015, 4, 1), dt.date(2030, 3, 31)),
        page=st.none() | st.integers(1, 99).map(str),
        address=st.none() | st.just("https://council.example/papers/1"),
    )


def validities() -> st.SearchStrategy[Validity]:
    """Make spans of financial years, open at either end or at both.

    >>> validities().validate()
    """
    both = st.tuples(_YEARS, _YEARS).map(sorted).map(lambda years: Validity(*years))
    return st.one_of(
        st.just(Validity()),
        _YEARS.map(Validity),
        _YEARS.map(lambda year: Validity(last=year)),
        both,
    )


_VOICES = st.lists(st.sampled_from(Voice), min_size=1, max_size=3, unique=True)
_OURS = st.just("ours")
_ALWAYS = st.just(Validity())
_OF_ITEMS = conditions(subjects=st.sampled_from(["kind", "tag", "stage"]), max_running=1)
_ASKED = conditions(subjects=st.sampled_from(["rating", "kind", "tag"]))
_SHARES = st.lists(shares(conditions=_ASKED), max_size=2, unique_by=attrgetter("name"))
_EXCEPTIONS = st.lists(named_conditions(conditions=_ASKED), max_size=2)
_SOURCES = st.lists(sources(), max_size=1)
_ASSUMED = st.lists(st.just("the edge itself is within tolerance"), max_size=1)
_HEADLINES = rules(
    judgements=st.just("headline"),
    reaches=edges(figures=figures(0, 100, kinds=[FigureKind.CONSTANT])),
)
_LEVEL_BEFORE = Edge(Figure(FigureKind.PREVIOUS_PERIOD))
_CHANGE_OF_LEVEL = Rule(
    "change of level",
    {"improving": _LEVEL_BEFORE.beyond(), "static": _LEVEL_BEFORE},
    otherwise="worsening",
    scale=TRAVEL,
    judges=Figure(FigureKind.LEVEL, "rating"),
)


def rule_sets(
    *,
    names: _Words = _OURS,
    validities: st.SearchStrategy[Validity] = _ALWAYS,
    edges: _Edges = _EDGES,
) -> st.SearchStrategy[RuleSet]:
    """Make rule sets: a rating and at times a direction of travel, each by a rule or two.

    >>> rule_sets().validate()

    Some hold a rating against an earlier one, some are judged by people, and some have shares
    with rules of their own. Without *validities* they hold for all years.
    """
    reached = reaches(edges=edges)
    made = {
        name: rules(
            judgements=st.just(name),
            scales=scales(travel=name == "travel"),
            reaches=reached,
            serves=st.none() | _OF_ITEMS,
        )
        for name in ("rating", "travel")
    }
    return _rule_sets_of(
        names=names,
        validities=validities,
        ratings=made["rating"],
        travels=made["travel"],
        reaches=reached,
    )


@st.composite
def _rule_sets_of(
    draw: st.DrawFn,
    *,
    names: _Words,
    validities: st.SearchStrategy[Validity],
    ratings: st.SearchStrategy[Rule],
    travels: st.SearchStrategy[Rule],
    reaches: _Reaches,
) -> RuleSet:
    made: list[Rule] = []
    for one in (ratings, travels)[: draw(st.integers(1, 2))]:
        first = draw(one)
        made.append(first)
        if first.serves is not None:
            # The rule for all others is on the same scale, or judged by people.
            lines = [evolve(each, reach=draw(reaches)) for each in first.lines]
            last = evolve(first, lines=lines, serves=None)
            made.append(draw(st.sampled_from([last, _judged_by_people(first)])))
    if draw(st.booleans()):
        made.append(_CHANGE_OF_LEVEL)
    counted = draw(_SHARES)
    is_rated: bool = draw(st.booleans())
    if counted and is_rated:
        share = Figure(FigureKind.SHARE, counted[0].name)
        made.append(evolve(draw(_HEADLINES), judges=share))
    return RuleSet(
        draw(names),
        "Our council",
        made,
        shares=counted,
        exceptions=draw(_EXCEPTIONS),
        validity=draw(validities),
        sources=draw(_SOURCES),
        assumed=draw(_ASSUMED),
        voices=draw(_VOICES),
    )


def _judged_by_people(rule: Rule) -> Rule:
    return Rule(rule.judgement, scale=rule.scale, judged=True)
