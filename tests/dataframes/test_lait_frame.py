"""DfE's figures for every authority, through whole jobs: one result, whichever engine."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from councilperf import Polarity, ReportingPeriod, rate, travel
from councilperf.dataframes import (
    assess_frame,
    cross_frame,
    exceptions_frame,
    join_frame,
    quartile_frame,
    rank_frame,
    tally_frame,
)
from councilperf.presets import CHESHIRE_EAST
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    TRAVEL,
    Edge,
    Figure,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
)

POLARITIES = {"High": "higher", "Low": "lower", "-": "none", "NA": "none"}
#: The last year's figure for a target: no better is amber within a tenth, and red beyond.
RULES = RuleSet(
    "last-year",
    "Any",
    [
        Rule(
            "rating",
            {"green": PREVIOUS_PERIOD, "amber": PREVIOUS_PERIOD.worse_by("10%")},
            otherwise="red",
        ),
        *CHESHIRE_EAST.rules_for("travel"),
    ],
    exceptions=[NamedCondition("worse", Is("rating", "red") & Is("travel", "worsening"))],
)
MEASURES = 24
DECIMALS = 6


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def lait(shared: Path) -> dict[str, dict[str, list[Any]]]:
    """The figures of some measures, with the measures and the areas: as three tables.

    Left out are measures of which a figure shows the noise of a division, with more decimals than
    a frame compares exactly.
    """
    rows = read(shared / "data/lait/observations.csv")
    noisy = {row["measure_id"] for row in rows if len(row["value"].partition(".")[2]) > DECIMALS}
    kept = sorted({row["measure_id"] for row in rows} - noisy)[:MEASURES]
    rows = [row for row in rows if row["measure_id"] in set(kept)]
    measures = read(shared / "data/lait/measures.csv")
    areas = read(shared / "data/lait/areas.csv")
    return {
        "figures": {
            "measure": [row["measure_id"] for row in rows],
            "area": [row["area_code"] for row in rows],
            "period": [year(row["period"]).code for row in rows],
            "value": [None if row["value"] in {"", "-"} else float(row["value"]) for row in rows],
        },
        "measures": {
            "measure": [each["measure_id"] for each in measures],
            "polarity": [POLARITIES[each["polarity"]] for each in measures],
        },
        "areas": {
            "area": [each["area_code"] for each in areas],
            "region": [each["region"] for each in areas],
        },
    }


def year(text: str) -> ReportingPeriod:
    return ReportingPeriod.financial_year(int(text[:4]))


YEARS = [ReportingPeriod.financial_year(each) for each in range(2005, 2027)]


def counted(columns: dict[str, list[Any]], *names: str) -> Counter[tuple[Any, ...]]:
    return Counter(zip(*(columns[name] for name in names or columns), strict=True))


def results(engine: Any, lait: dict[str, dict[str, list[Any]]]) -> dict[str, Any]:
    """Do every job on an engine; rows are counted, since lazy frames keep no order."""
    figures, measures, areas = (
        engine.frame(lait[name], {"value": "float64"} if name == "figures" else None)
        for name in ("figures", "measures", "areas")
    )
    joined = join_frame(join_frame(figures, measures, on="measure"), areas, on="area")
    by = ["measure", "area"]
    judged = assess_frame(joined, RULES, by=by, periods=YEARS, decimals=DECIMALS)
    found = {
        "judged": counted(engine.columns(judged)),
        "tally": counted(
            engine.columns(tally_frame(judged, RAG, by="region", reason="rating_reason"))
        ),
        "cross": counted(engine.columns(cross_frame(judged, RAG, TRAVEL, by="region"))),
        "exceptions": counted(engine.columns(exceptions_frame(judged, RULES))),
    }
    if engine.name != "pyarrow":
        by = ["measure", "period"]
        ranked = engine.columns(rank_frame(joined, by=by, decimals=DECIMALS))
        found["rank"] = counted(ranked)
        found["quarter"] = counted(
            engine.columns(quartile_frame(joined, by=by, decimals=DECIMALS))
        )
    return found


@pytest.fixture(scope="module")
def first(request: pytest.FixtureRequest, root: Path, lait: Any) -> dict[str, Any]:
    """What Polars answers, beside which the others are held."""
    pytest.importorskip("polars", reason="polars is not installed")
    make: Any = request.config.pluginmanager.get_plugin(str(root / "tests" / "conftest.py"))
    return results(make.Engine("polars"), lait)


def test_every_engine_gives_the_same_results(
    engine: Any, lait: dict[str, dict[str, list[Any]]], first: dict[str, Any]
) -> None:
    found = results(engine, lait)

    assert sum(found["judged"].values()) == len(lait["figures"]["value"]) > 10_000
    for name, rows in found.items():
        assert rows == first[name], name


def test_the_results_are_those_of_rating_one_by_one(
    lait: dict[str, dict[str, list[Any]]], first: dict[str, Any]
) -> None:
    names = ("measure", "area", "period", "value")
    rows = list(zip(*(lait["figures"][name] for name in names), strict=True))
    at = {(measure, area, code): value for measure, area, code, value in rows}
    polarity_of = dict(zip(*lait["measures"].values(), strict=True))
    region_of = dict(zip(*lait["areas"].values(), strict=True))

    expected: Counter[tuple[Any, ...]] = Counter()
    for measure, area, code, value in rows[::7]:
        before = at.get((measure, area, ReportingPeriod.from_code(code).previous().code))
        polarity = Polarity(polarity_of[measure])
        others: dict[Edge | Figure, Any] = {} if before is None else {PREVIOUS_PERIOD: before}
        rated = rate(value, others=others, polarity=polarity, rules=RULES)
        moved = travel(value, previous=before, polarity=polarity, rules=RULES)
        movement = None if value is None or before is None else str(moved.movement)
        answer = (rated.level, _first(rated), moved.level, _first(moved), movement)
        expected[measure, area, code, value, polarity.value, region_of[area], *answer] += 1

    assert expected - first["judged"] == Counter()


def _first(result: Any) -> str | None:
    return result.reasons[0].value if result.reasons else None
