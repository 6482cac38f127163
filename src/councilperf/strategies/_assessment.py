"""Strategies for what rating, comparing and counting return."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from councilperf._checks import check_whole
from councilperf.assessment import (
    Assessment,
    Context,
    IndicatorRebase,
    LevelCount,
    Rating,
    Tally,
    Travel,
    UnratedCount,
    assess,
    rate,
    travel,
)
from councilperf.model import Polarity, Scorecard
from councilperf.periods import ACADEMIC, FINANCIAL, PeriodKind, ReportingPeriod
from councilperf.rules import Edge, Figure, FigureKind, Rule, RuleSet, Scale, figures_of
from councilperf.strategies._context import contexts
from councilperf.strategies._edges import edges, figures, reaches
from councilperf.strategies._model import ranges, scorecards, targets, tolerances
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._rules import rule_sets, rules, scales
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.values import Absence, Mark

if TYPE_CHECKING:
    from decimal import Decimal

    from councilperf._typing import NumberInput
    from councilperf.model import Range, Target
    from councilperf.values import Missing

__all__ = ["assessments", "ratings", "tallies", "travels"]

_Rules: TypeAlias = st.SearchStrategy[Rule]
_Numbers: TypeAlias = "st.SearchStrategy[Decimal]"
_Aims: TypeAlias = "Target | Range | None"

_PERIODS = reporting_periods(
    dt.date(2016, 4, 1),
    dt.date(2029, 3, 31),
    kinds=[PeriodKind.QUARTER, PeriodKind.YEAR],
    calendars=[FINANCIAL, ACADEMIC],
)
_EARLIER = tuple(kind for kind in FigureKind if kind.is_earlier)
_RATING_RULES = rules(scales=scales(travel=False))
_TRAVEL_RULES = rules(
    judgements=st.just("travel"),
    scales=scales(travel=True),
    reaches=reaches(edges=edges(figures=figures(kinds=_EARLIER))),
)
_SCALES = scales()
_ALL_RULE_SETS = rule_sets()
_CONTEXTS = st.none() | contexts()
_POLARITIES = st.sampled_from(Polarity)
_DIRECTIONS = st.sampled_from([Polarity.HIGHER, Polarity.LOWER, Polarity.NONE])
_TOLERANCES = st.none() | tolerances()


@st.composite
def _any_rule_sets(draw: st.DrawFn) -> RuleSet:
    """Make rule sets under a short name: hypothesis reads defaults, and warns of pages of them."""
    return draw(_ALL_RULE_SETS)


_RULE_SETS = _any_rule_sets()
_MISSING = missing_figures(reasons=[Absence.NO_DATA, Absence.NOT_DUE, Absence.SUPPRESSED])


def ratings(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    rules: _Rules = _RATING_RULES,
) -> st.SearchStrategy[Rating]:
    """Make ratings, by any rules, of figures between the two and of some that are missing.

    >>> ratings(0, 100).validate()
    """
    aims = targets(min_value, max_value, numbers_only=True) | ranges(min_value, max_value)
    return _ratings_of(rules, exact_numbers(min_value, max_value), st.none() | aims)


@st.composite
def _ratings_of(
    draw: st.DrawFn, rules: _Rules, numbers: _Numbers, aims: st.SearchStrategy[_Aims]
) -> Rating:
    rule = draw(rules)
    return rate(
        draw(numbers | _MISSING),
        target=draw(aims),
        polarity=draw(_POLARITIES),
        rules=rule,
        tolerance=draw(_TOLERANCES),
        others=_others(draw, rule, numbers),
    )


def travels(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    rules: _Rules = _TRAVEL_RULES,
) -> st.SearchStrategy[Travel]:
    """Make directions of travel, by any rules, of figures between the two.

    >>> travels(0, 100).validate()

    *rules* must make rules that name an earlier figure.
    """
    return _travels_of(rules, exact_numbers(min_value, max_value))


@st.composite
def _travels_of(draw: st.DrawFn, rules: _Rules, numbers: _Numbers) -> Travel:
    rule = draw(rules)
    others = _others(draw, rule, numbers)
    return travel(
        draw(numbers | _MISSING),
        previous=others.pop(_first_earlier(rule)),
        polarity=draw(_DIRECTIONS),
        rules=rule,
        tolerance=draw(_TOLERANCES),
        others=others,
    )


def _first_earlier(rule: Rule) -> Figure:
    return next(each for each in figures_of(rule) if each.kind.is_earlier)


def _others(
    draw: st.DrawFn, rule: Rule, numbers: _Numbers
) -> dict[Edge | Figure, Decimal | Missing]:
    """Draw the other figures that a rule names; some are missing."""
    named = dict.fromkeys(
        each
        for each in figures_of(rule)
        if each.kind not in {FigureKind.TARGET, FigureKind.CONSTANT}
    )
    return {each: draw(numbers | _MISSING) for each in named}


def tallies(
    *, scales: st.SearchStrategy[Scale] = _SCALES, max_count: int = 50
) -> st.SearchStrategy[Tally]:
    """Make summary counts, each of at most *max_count*.

    >>> from councilperf.rules import RAG
    >>> tallies(scales=st.just(RAG)).validate()
    """
    check_whole("max_count", max_count, 0, 10**12)
    counts = st.integers(0, max_count)

    @lru_cache(maxsize=64)
    def on(scale: Scale) -> st.SearchStrategy[Tally]:
        levels = [st.builds(LevelCount, st.just(each), counts) for each in scale.keys]
        unrated = st.lists(
            st.builds(UnratedCount, st.sampled_from(Absence), counts),
            max_size=3,
            unique_by=attrgetter("reason"),
        )
        return st.builds(Tally, st.just(scale), st.tuples(*levels), unrated)

    return scales.flatmap(on)


def assessments(
    *,
    period: ReportingPeriod | None = None,
    rules: st.SearchStrategy[RuleSet] = _RULE_SETS,
    contexts: st.SearchStrategy[Context | None] = _CONTEXTS,
    max_rows: int = 5,
) -> st.SearchStrategy[Assessment]:
    """Make assessed scorecards, at *period* or each at its own, some of them seen in a context.

    >>> assessments(max_rows=2).validate()
    """
    # Defaults of what is drawn from would be written out, all of a rule set's parts among them.
    return _assessments_of(period, rules, contexts, max_rows)


@st.composite
def _assessments_of(
    draw: st.DrawFn,
    period: ReportingPeriod | None,
    rules: st.SearchStrategy[RuleSet],
    contexts: st.SearchStrategy[Context | None],
    max_rows: int,
) -> Assessment:
    at = draw(_PERIODS) if period is None else period
    card = draw(scorecards(period=at, max_rows=max_rows))
    context = draw(contexts)
    if context is not None and context.spc is not None:
        known = _rebases(card)
        some = st.lists(st.sampled_from(known), max_size=2, unique=True)
        context = evolve(context, rebases=draw(some) if known else ())
    return assess(card, draw(rules), period=at, context=context)


def _rebases(card: Scorecard) -> list[IndicatorRebase]:
    """Return a rebase at each figure that there is."""
    return [
        IndicatorRebase(row.indicator.reference, each.period, "one front door")
        for row in card.rows
        for each in row.observations
        if Mark.FORECAST not in each.marks
    ]
