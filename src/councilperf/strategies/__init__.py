"""Hypothesis strategies for the library's types, for the tests of whoever builds on it."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from councilperf.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("property-test strategies", "strategies")

from councilperf.assessment import Assessment, Context, Rating, Tally, Travel
from councilperf.assurance import Check
from councilperf.model import (
    Appendix,
    BackgroundList,
    Benchmark,
    BudgetMonitoring,
    Commentary,
    Confidentiality,
    Exemption,
    Indicator,
    Meeting,
    Objective,
    Observation,
    Range,
    Report,
    Role,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    StatedTally,
    Target,
    Tolerance,
    Unit,
)
from councilperf.periods import Calendar, ReportingPeriod
from councilperf.rules import (
    AllOf,
    Amount,
    And,
    AnyOf,
    Edge,
    Figure,
    Is,
    LastDigit,
    Level,
    Line,
    NamedCondition,
    Not,
    Or,
    OwnTolerance,
    Percentage,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
    Widest,
)
from councilperf.spc import XmrRules
from councilperf.strategies._assessment import assessments, ratings, tallies, travels
from councilperf.strategies._context import contexts, xmr_rules
from councilperf.strategies._edges import allowances, edges, figures, reaches
from councilperf.strategies._groups import (
    GROUPS,
    SERIES,
    charts,
    comparator_groups,
    group_figures,
)
from councilperf.strategies._model import (
    benchmarks,
    indicators,
    observations,
    ranges,
    scorecard_rows,
    scorecards,
    stated_levels,
    targets,
    tolerances,
    units,
)
from councilperf.strategies._pages import PAGES, count_tables, pages, plain_tables
from councilperf.strategies._parts import PARTS, committees, councils, milestones
from councilperf.strategies._periods import calendars, reporting_periods
from councilperf.strategies._reports import (
    appendices,
    background_lists,
    budgets,
    checks,
    commentaries,
    confidentialities,
    exemptions,
    markings,
    meetings,
    objectives,
    reports,
    roles,
    stated_tallies,
)
from councilperf.strategies._results import RESULTS, assessed_rows, keys
from councilperf.strategies._rules import (
    conditions,
    levels,
    lines,
    named_conditions,
    printed_classes,
    rule_sets,
    rules,
    scales,
    shares,
    sources,
    validities,
)
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

__all__ = [
    "STRATEGIES",
    "allowances",
    "appendices",
    "assessed_rows",
    "assessments",
    "background_lists",
    "benchmarks",
    "budgets",
    "calendars",
    "charts",
    "checks",
    "commentaries",
    "committees",
    "comparator_groups",
    "conditions",
    "confidentialities",
    "contexts",
    "councils",
    "count_tables",
    "edges",
    "exact_numbers",
    "exemptions",
    "figures",
    "group_figures",
    "indicators",
    "keys",
    "levels",
    "lines",
    "markings",
    "meetings",
    "milestones",
    "missing_figures",
    "named_conditions",
    "objectives",
    "observations",
    "pages",
    "plain_tables",
    "printed_classes",
    "ranges",
    "ratings",
    "reaches",
    "reporting_periods",
    "reports",
    "roles",
    "rule_sets",
    "rules",
    "scales",
    "scorecard_rows",
    "scorecards",
    "shares",
    "sources",
    "stated_levels",
    "stated_tallies",
    "tallies",
    "targets",
    "tolerances",
    "travels",
    "units",
    "validities",
    "xmr_rules",
]

#: What makes examples of a type when hypothesis is asked for it by the type alone.
STRATEGIES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    **GROUPS,
    **PAGES,
    **PARTS,
    **RESULTS,
    **SERIES,
    **{
        kind: partial(allowances, kinds=[kind])
        for kind in (Amount, LastDigit, OwnTolerance, Percentage, Widest)
    },
    **{kind: partial(reaches, kinds=[kind]) for kind in (AllOf, AnyOf)},
    **{kind: partial(conditions, kinds=[kind]) for kind in (And, Is, Not, Or)},
    Appendix: appendices,
    Assessment: assessments,
    BackgroundList: background_lists,
    Benchmark: benchmarks,
    BudgetMonitoring: budgets,
    Calendar: calendars,
    Check: checks,
    Commentary: commentaries,
    Confidentiality: confidentialities,
    Context: contexts,
    Edge: edges,
    Exemption: exemptions,
    Figure: figures,
    Indicator: indicators,
    Level: levels,
    Line: lines,
    Meeting: meetings,
    Missing: missing_figures,
    NamedCondition: named_conditions,
    Objective: objectives,
    Observation: observations,
    PrintedClass: printed_classes,
    Range: ranges,
    Rating: ratings,
    Report: reports,
    ReportingPeriod: reporting_periods,
    Role: roles,
    Rule: rules,
    RuleSet: rule_sets,
    Scale: scales,
    Scorecard: scorecards,
    ScorecardRow: scorecard_rows,
    Share: shares,
    Source: sources,
    StatedLevel: stated_levels,
    StatedTally: stated_tallies,
    Tally: tallies,
    Target: targets,
    Tolerance: tolerances,
    Travel: travels,
    Unit: units,
    Validity: validities,
    XmrRules: xmr_rules,
}
