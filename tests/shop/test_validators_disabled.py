"""An invalid value stays impossible when another library switches attrs validators off.

What no field may hold at all is tried by `test_immutability.py` for every class; here stand the
values that a field refuses although their type is right. Add a row for each class.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from councilperf.assessment import (
    CrossCount,
    LevelChange,
    LevelCount,
    MeasuredShare,
    RankedLevel,
    Rating,
    RollUp,
    Tally,
    UnratedCount,
    key_for,
)
from councilperf.errors import CouncilPerfError
from councilperf.model import (
    Benchmark,
    Indicator,
    Observation,
    Range,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    Tolerance,
    Unit,
)
from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    AllOf,
    Amount,
    And,
    AnyOf,
    Correction,
    Edge,
    Figure,
    Is,
    LastDigit,
    Level,
    Line,
    NamedCondition,
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
from councilperf.values import Absence, Missing, exact_decimal

Q2 = ReportingPeriod.quarter(2019, 2)
RED = Is("rating", "red")
KEY = key_for(Rule("rating", {"green": TARGET}, otherwise="red"), target=50, polarity="higher")

INVALID: dict[str, Callable[[], object]] = {
    "an infinite number": lambda: exact_decimal(Decimal("Infinity")),
    "an absence for a reason that is on no list": lambda: Missing("gone"),
    "an indicator without a title": lambda: Indicator("H1", " "),
    "a polarity that is none": lambda: Indicator("H1", "Homes", polarity="sideways"),
    "a figure that is text": lambda: Observation(Q2, "n/k"),
    "a target that is text": lambda: Target("to be set"),
    "a range turned round": lambda: Range(55, 45),
    "a strict range": lambda: Target(Range(45, 55), strict=True),
    "a tolerance below nought": lambda: Tolerance(-5, "percent"),
    "a benchmark of nobody": lambda: Benchmark("", 80),
    "a unit without a name": lambda: Unit(""),
    "two figures for one period": lambda: ScorecardRow(
        Indicator("H1", "Homes"), [Observation(Q2, 1), Observation(Q2, 2)]
    ),
    "two rows with one reference": lambda: Scorecard(
        "Homes", [ScorecardRow(Indicator("H1", "Homes"))] * 2
    ),
    "a computed level that is stated": lambda: StatedLevel("rating", "Red", voice="computed"),
    "an unknown figure": lambda: Figure("hope"),
    "an allowance below nought": lambda: Percentage(-1),
    "an amount below nought": lambda: Amount(-1),
    "a tolerance times nought": lambda: OwnTolerance(0),
    "no step of the last digit": lambda: LastDigit(0),
    "the widest of one": lambda: Widest([Amount(1)]),
    "an edge moved to no side": lambda: Edge(TARGET.figure, None, "10%"),
    "any of one": lambda: AnyOf([TARGET]),
    "all of one": lambda: AllOf([TARGET]),
    "a line without a level": lambda: Line("", TARGET),
    "a rule whose lines are not best first": lambda: Rule(
        "rating", {"red": TARGET}, otherwise="green"
    ),
    "a rule without a last line": lambda: Rule("rating", {"green": TARGET}),
    "a condition on nothing": lambda: Is("rating", []),
    "both of one": lambda: And([RED]),
    "either of one": lambda: Or([RED]),
    "a share in too many decimals": lambda: Share("red", RED, decimals=31),
    "an exception without a name": lambda: NamedCondition(" ", RED),
    "a level without a key": lambda: Level(""),
    "a scale of one level": lambda: Scale("RAG", [Level("green")]),
    "a class for a reason on no list": lambda: PrintedClass("n/a", ["gone"]),
    "a source without a name": lambda: Source(""),
    "a validity turned round": lambda: Validity(Q2, Q2.previous()),
    "a rule set without rules": lambda: RuleSet("ours", "Our council", []),
    "a correction without a reason": lambda: Correction("limits", "13", "12", ""),
    "a level of another scale": lambda: RankedLevel(RAG, "blue"),
    "a rating past its last line": lambda: Rating(Decimal(1), KEY, 2),
    "a count below nought": lambda: LevelCount("red", -1),
    "an unrated count below nought": lambda: UnratedCount(Absence.NO_DATA, -1),
    "a tally that lacks a level": lambda: Tally(RAG, [LevelCount("green", 1)]),
    "a cross count below nought": lambda: CrossCount("red", None, -1),
    "more members than the base": lambda: MeasuredShare(Share("red", RED), 2, 1),
    "a change of no known kind": lambda: LevelChange("H1", None, None, "sideways"),
    "a roll-up to a level of another scale": lambda: RollUp(RAG, "worst", "leave_out", "blue"),
}


@pytest.mark.parametrize("construction", INVALID)
def test_an_invalid_construction_still_fails(construction: str) -> None:
    with attrs.validators.disabled(), pytest.raises(CouncilPerfError):
        INVALID[construction]()
