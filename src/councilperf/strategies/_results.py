"""Strategies for the parts of an assessment, and for what is found in one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from councilperf.assessment import (
    AssessedRow,
    Axis,
    CrossCount,
    CrossTally,
    Disagreement,
    IndicatorRebase,
    Key,
    KeyLine,
    LevelChange,
    LevelCount,
    Measure,
    MeasuredShare,
    MissingPolicy,
    RankedLevel,
    ReportedException,
    RollUp,
    RollUpStrategy,
    ShownDifferently,
    SinceLast,
    StatedResult,
    Threshold,
    UnratedCount,
    UnreachableLevel,
    assess,
    key_for,
)
from councilperf.model import Polarity, Scorecard
from councilperf.periods import ReportingPeriod
from councilperf.rules import Rule, RuleSet, RuleSetChanges, Scale
from councilperf.strategies._assessment import ratings
from councilperf.strategies._edges import edges
from councilperf.strategies._model import (
    ranges,
    scorecard_rows,
    stated_levels,
    targets,
    tolerances,
    units,
)
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._rules import named_conditions, rule_sets, rules, scales, shares
from councilperf.strategies._values import exact_numbers
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RESULTS", "assessed_rows", "keys"]

_QUARTER = ReportingPeriod.quarter(2019, 2)
_SCALES = scales()
_RULES = rules(scales=scales(travel=False))
_RULE_SETS = rule_sets()
_COUNTS = st.integers(0, 50)
_REFERENCES = st.integers(1, 99).map("P{}".format)
_LEVELS = st.sampled_from(["green", "amber", "red"])
_ANY_LEVEL = st.none() | _LEVELS
_DIRECTED = st.sampled_from([Polarity.HIGHER, Polarity.LOWER])


@st.composite
def keys(draw: st.DrawFn, *, rules: st.SearchStrategy[Rule] | None = None) -> Key:
    """Make rules with one indicator's numbers put in; some of the numbers are missing.

    >>> keys().validate()

    *rules* must make rules that are computed, and hold nothing against a level.
    """
    return key_for(
        draw(_RULES if rules is None else rules),
        target=draw(st.none() | targets(0, 100, numbers_only=True)),
        polarity=draw(_DIRECTED),
        tolerance=draw(st.none() | tolerances()),
        unit=draw(units()),
    )


def assessed_rows(
    *,
    period: ReportingPeriod = _QUARTER,
    rules: st.SearchStrategy[RuleSet] = _RULE_SETS,
) -> st.SearchStrategy[AssessedRow]:
    """Make rows that are rated and compared at one period.

    >>> assessed_rows().validate()
    """
    # Defaults of what is drawn from would be written out, all of a rule set's parts among them.
    return _assessed_rows_of(period, rules)


@st.composite
def _assessed_rows_of(
    draw: st.DrawFn, period: ReportingPeriod, rules: st.SearchStrategy[RuleSet]
) -> AssessedRow:
    row = draw(scorecard_rows(period=period))
    [assessed] = assess(Scorecard("One row", [row]), draw(rules), period=period).rows
    return assessed


_ROWS = assessed_rows()
_THRESHOLDS = st.builds(
    Threshold, exact_numbers(0, 100), st.booleans(), edges(), exact_numbers(0, 100) | ranges(0, 9)
)


@st.composite
def _key_lines(draw: st.DrawFn) -> KeyLine:
    return draw(st.sampled_from(draw(keys()).lines))


@st.composite
def _cross_tallies(draw: st.DrawFn) -> CrossTally:
    first, second = draw(_SCALES), draw(_SCALES)
    pairs = [(one, other) for one in (*first.keys, None) for other in (*second.keys, None)]
    return CrossTally(first, second, [CrossCount(*pair, draw(_COUNTS)) for pair in pairs])


@st.composite
def _measured_shares(draw: st.DrawFn) -> MeasuredShare:
    base = draw(_COUNTS)
    return MeasuredShare(draw(shares()), draw(st.integers(0, base)), base)


@st.composite
def _ranked_levels(draw: st.DrawFn) -> RankedLevel:
    scale = draw(_SCALES)
    return RankedLevel(scale, draw(st.sampled_from(scale.keys)))


@st.composite
def _roll_ups(draw: st.DrawFn) -> RollUp:
    scale: Scale = draw(_SCALES)
    return RollUp(
        scale,
        draw(st.sampled_from(RollUpStrategy)),
        draw(st.sampled_from(MissingPolicy)),
        draw(st.none() | st.sampled_from(scale.keys)),
        draw(st.lists(_REFERENCES, max_size=2, unique=True)),
    )


def _axes() -> st.SearchStrategy[Axis]:
    directed = st.builds(Axis, _DIRECTED, st.sampled_from(Measure))
    return directed | st.builds(
        Axis, st.just(Polarity.RANGE), st.just(Measure.NUMBER), ranges(0, 100)
    )


_RATINGS = ratings(0, 100)
_LATER = reporting_periods(dt.date(2019, 4, 1), dt.date(2029, 3, 31))

#: Strategies for the results of assessing, and their parts.
RESULTS: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    AssessedRow: assessed_rows,
    Axis: _axes,
    CrossCount: lambda: st.builds(CrossCount, _ANY_LEVEL, _ANY_LEVEL, _COUNTS),
    CrossTally: _cross_tallies,
    Disagreement: lambda: st.builds(Disagreement, _ROWS, _RATINGS, stated_levels()),
    IndicatorRebase: lambda: st.builds(
        IndicatorRebase, _REFERENCES, _LATER, st.just("a new system")
    ),
    Key: keys,
    KeyLine: _key_lines,
    LevelChange: lambda: st.builds(
        LevelChange, _REFERENCES, _ANY_LEVEL, _ANY_LEVEL, st.sampled_from(SinceLast)
    ),
    LevelCount: lambda: st.builds(LevelCount, _LEVELS, _COUNTS),
    MeasuredShare: _measured_shares,
    RankedLevel: _ranked_levels,
    ReportedException: lambda: st.builds(ReportedException, named_conditions(), _ROWS),
    RollUp: _roll_ups,
    RuleSetChanges: lambda: st.builds(RuleSetChanges, _RULE_SETS, _RULE_SETS),
    ShownDifferently: lambda: st.builds(ShownDifferently, _REFERENCES, _RATINGS, _RATINGS),
    StatedResult: lambda: st.builds(StatedResult, _RULES, st.none() | stated_levels()),
    Threshold: lambda: _THRESHOLDS,
    UnratedCount: lambda: st.builds(UnratedCount, st.sampled_from(Absence), _COUNTS),
    UnreachableLevel: lambda: st.builds(UnreachableLevel, _REFERENCES, st.just("rating"), _LEVELS),
}
