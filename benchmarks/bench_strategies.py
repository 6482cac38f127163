"""How quickly the strategies make values, beside bare `st.builds` of the same shape.

The bare ones fill the same fields from hypothesis's own strategies, know nothing of bounds or of
what belongs together, and so could make values that are refused. Ratios above 1 are quicker.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import Any

from _timing import best_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from councilperf import (
    RAG,
    TARGET,
    AllOf,
    Amount,
    AnyOf,
    Edge,
    Figure,
    Indicator,
    LastDigit,
    Observation,
    OwnTolerance,
    Percentage,
    Polarity,
    ReportingPeriod,
    Rule,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Tally,
    Target,
    Tolerance,
    Unit,
    Widest,
    XmrChart,
    rate,
)
from councilperf.assessment import LevelCount, UnratedCount
from councilperf.model import Benchmark
from councilperf.rules import VALUE, Line, Side
from councilperf.strategies import (
    charts,
    indicators,
    observations,
    plain_tables,
    ratings,
    reporting_periods,
    rules,
    scorecard_rows,
    scorecards,
    tallies,
    targets,
)
from councilperf.tables import Cell, Column, Table
from councilperf.values import Absence, Mark, Missing

MEASURED = Path(__file__).resolve().parents[1] / "docs" / "measured"
EXAMPLES = 60
GOAL = 0.7

NUMBERS = st.decimals(-1000, 1000, places=2)
WORDS = st.sampled_from(["Visits in time", "Homes delivered", "Days lost"])
SAID = st.none() | WORDS
PERIODS = st.builds(ReportingPeriod.quarter, st.integers(2015, 2029), st.integers(1, 4))
MISSING = st.builds(Missing, st.sampled_from(Absence), note=WORDS)
DAYS = st.dates(dt.date(2015, 4, 1), dt.date(2030, 3, 31))
INDICATORS = st.builds(
    Indicator,
    st.integers(1, 99).map("R{}".format),
    WORDS,
    polarity=st.sampled_from(Polarity) | MISSING,
    unit=st.sampled_from(["percent", "number", "days"]).map(Unit.parse),
    tolerance=st.none() | st.builds(Tolerance, st.decimals(0, 50, places=2), st.just("percent")),
    best_possible=st.none() | st.just(Decimal(100)),
    service=SAID,
    priority=SAID,
    portfolio=SAID,
    officer=SAID,
    frequency=st.none() | st.sampled_from(["quarterly", "annual"]),
    kind=st.sampled_from(["indicator", "milestone"]),
    tags=st.frozensets(st.sampled_from(["statutory", "corporate"])),
    note=SAID,
)
_BESIDE = {"marks": st.frozensets(st.sampled_from(Mark), max_size=2), "note": SAID}
OBSERVATIONS = st.builds(
    Observation,
    PERIODS,
    NUMBERS,
    numerator=st.integers(0, 50),
    denominator=st.integers(1, 50),
    **_BESIDE,
) | st.builds(Observation, PERIODS, MISSING, **_BESIDE)
TARGETS = st.builds(
    Target,
    NUMBERS | MISSING,
    basis=st.sampled_from(["annual", "period", "unstated"]),
    period=st.none() | PERIODS,
    strict=st.booleans(),
    floor=st.none() | NUMBERS,
    stretch=st.none() | NUMBERS,
    source=SAID,
    reason=SAID,
    decision=SAID,
)
STATED = st.builds(
    StatedLevel,
    st.just("rating"),
    WORDS,
    period=st.none() | PERIODS,
    reason=SAID,
    role=SAID,
    date=st.none() | DAYS,
)
ROWS = st.builds(
    ScorecardRow,
    INDICATORS,
    st.lists(OBSERVATIONS, max_size=6, unique_by=lambda each: each.period),
    st.lists(TARGETS, max_size=2),
    benchmarks=st.lists(
        st.builds(Benchmark, WORDS, NUMBERS, period=st.none() | PERIODS), max_size=2
    ),
    stated=st.lists(STATED, max_size=2),
    commentary=SAID,
)
CARDS = st.builds(
    Scorecard,
    WORDS,
    st.lists(ROWS, max_size=5, unique_by=lambda row: row.indicator.reference),
    council=SAID,
)
SIZES = st.decimals(0, 100, places=1)
FIGURES = st.builds(Figure, st.sampled_from(["target", "floor", "stretch", "previous_period"]))
ALLOWANCES = st.one_of(
    st.builds(Percentage, SIZES, of=st.none() | FIGURES),
    st.builds(Amount, SIZES),
    st.builds(LastDigit),
    st.builds(OwnTolerance),
    st.builds(Widest, st.lists(st.builds(Amount, SIZES), min_size=2, max_size=3)),
)
EDGES = st.builds(Edge, FIGURES, included=st.booleans()) | st.builds(
    Edge, FIGURES, st.sampled_from(Side), ALLOWANCES, included=st.booleans()
)


def several(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make any and all of some parts."""
    some = st.lists(parts, min_size=2, max_size=3)
    return st.builds(AnyOf, some) | st.builds(AllOf, some)


REACHES = EDGES | several(st.one_of(EDGES, EDGES, several(EDGES)))
RULES = st.builds(
    Rule,
    st.just("rating"),
    st.lists(st.builds(Line, st.just("green"), REACHES), min_size=1, max_size=4),
    otherwise=st.just("red"),
    scale=st.just(RAG),
    judges=st.just(VALUE),
    serves=st.none(),
)
COUNTS = st.integers(0, 50)
CELLS = st.builds(Cell, WORDS, symbol=st.just(""), colour=st.just(""), number=st.none() | NUMBERS)

PAIRS: dict[str, tuple[st.SearchStrategy[Any], st.SearchStrategy[Any]]] = {
    "reporting_periods": (reporting_periods(), PERIODS),
    "indicators": (indicators(), INDICATORS),
    "observations": (observations(), OBSERVATIONS),
    "targets": (targets(), TARGETS),
    "scorecard_rows": (scorecard_rows(), ROWS),
    "scorecards": (scorecards(), CARDS),
    "rules": (rules(scales=st.just(RAG)), RULES),
    "ratings": (
        ratings(rules=st.just(Rule("rating", {"green": TARGET}, otherwise="red"))),
        st.builds(
            rate,
            NUMBERS | MISSING,
            target=st.none() | TARGETS,
            polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER]),
            rules=st.just(Rule("rating", {"green": TARGET}, otherwise="red")),
            tolerance=st.none()
            | st.builds(Tolerance, st.decimals(0, 50, places=2), st.just("percent")),
        ),
    ),
    "tallies": (
        tallies(scales=st.just(RAG)),
        st.builds(
            Tally,
            st.just(RAG),
            st.tuples(*(st.builds(LevelCount, st.just(each), COUNTS) for each in RAG.keys)),
            st.lists(
                st.builds(UnratedCount, st.sampled_from(Absence), COUNTS),
                max_size=3,
                unique_by=lambda each: each.reason,
            ),
        ),
    ),
    "charts": (
        charts(),
        st.builds(
            XmrChart,
            st.lists(
                st.tuples(DAYS, NUMBERS | MISSING), max_size=12, unique_by=lambda each: each[0]
            ).map(lambda points: sorted(points, key=lambda each: each[0])),
            polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER]),
            target=NUMBERS | MISSING,
        ),
    ),
    "plain_tables": (
        plain_tables(),
        st.builds(
            Table,
            WORDS,
            st.tuples(*[st.builds(Column, WORDS, numeric=st.booleans())] * 3),
            st.lists(st.tuples(*[CELLS] * 3), max_size=4),
            notes=st.lists(WORDS, max_size=1),
        ),
    ),
}


def drawing(strategy: st.SearchStrategy[Any]) -> Callable[[], float]:
    """Measure making some examples."""

    @settings(
        max_examples=EXAMPLES,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: object) -> None:
        del value

    def timed() -> float:
        start = process_time()
        draw()
        return process_time() - start

    return timed


def main() -> None:
    rounds = 3
    found: dict[str, float] = {}
    for name, (ours, bare) in PAIRS.items():
        best = best_of(rounds, {"ours": drawing(ours), "bare": drawing(bare)})
        ratio = best["bare"] / best["ours"]
        found[name] = float(round(Fraction(ratio), 2))
        met = "met" if ratio >= GOAL else "missed"
        each = 1e3 * best["ours"] / EXAMPLES
        print(f"{name:<18} {each:7.2f} ms  {ratio:5.2f} x bare builds  {met}")
    if "--write" in sys.argv:
        (MEASURED / "strategies.json").write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
