"""Ranks and quarters within groups, on made-up and on real figures."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilperf import Polarity
from councilperf.benchmarking import (
    COUNCILPERF_BENCHMARK_1,
    LAIT_APRIL_2026,
    BenchmarkRules,
    QuantileMethod,
    Ties,
    quartile,
    rank,
)
from councilperf.dataframes import quartile_frame, rank_frame, travel_frame
from councilperf.errors import FieldValueError, ProblemsError
from councilperf.rules import PREVIOUS_PERIOD, TRAVEL, Rule
from councilperf.strategies import exact_numbers
from councilperf.values import Missing

TIES = [each for each in Ties if each is not Ties.ORDINAL]
LINES = {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD}
ANY_CHANGE = Rule("travel", LINES, otherwise="worsening", scale=TRAVEL)


@pytest.fixture(scope="session")
def ranking_engine(engine: Any) -> Any:
    """Every engine that can rank within groups."""
    if engine.name == "pyarrow":
        pytest.skip("PyArrow cannot rank within groups, and a test says how it is told")
    return engine


# Every example is many frames: what other laws gain by a hundred, this one has after ten.
@settings(max_examples=min(settings().max_examples, 10))
@given(
    groups=st.lists(
        st.lists(st.none() | exact_numbers(-3, 3, decimals=1), min_size=1, max_size=8),
        min_size=1,
        max_size=3,
    ),
    polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER, Polarity.NONE]),
    ties=st.sampled_from(TIES),
    rules=st.sampled_from([COUNCILPERF_BENCHMARK_1, LAIT_APRIL_2026]),
)
def test_a_group_is_ranked_and_cut_as_it_is_by_itself(
    ranking_engine: Any,
    groups: list[list[Decimal | None]],
    polarity: Polarity,
    ties: Ties,
    rules: BenchmarkRules,
) -> None:
    rows = [(place, each) for place, group in enumerate(groups) for each in group]
    data = {
        "row": list(range(len(rows))),
        "group": [place for place, _ in rows],
        "value": [None if each is None else float(each) for _, each in rows],
        "polarity": [polarity.value] * len(rows),
    }
    frame = ranking_engine.frame(data, {"value": "float64"})
    decimals = 1 if ranking_engine.is_lazy else None

    ranked = rank_frame(frame, by="group", ties=ties, decimals=decimals)
    cut = quartile_frame(frame, by="group", rules=rules, decimals=decimals)

    expected: list[tuple[Any, Any, Any]] = []
    for group in groups:
        named = {str(place): each for place, each in enumerate(group)}
        ranks = rank(named, polarity=polarity, ties=ties).ranks
        quarters = quartile(named, polarity=polarity, rules=rules)
        for place, each in enumerate(ranks):
            name = quarters.name_of(str(place))
            expected.append(
                (None, None, each.reason.value)
                if isinstance(each, Missing)
                else (float(each), name, None)
            )
    ranks_found = in_order(ranking_engine.columns(ranked), "rank", "rank_reason")
    assert ranks_found == [(one, why) for one, _, why in expected]
    quarters_found = in_order(ranking_engine.columns(cut), "quarter", "quarter_reason")
    assert quarters_found == [(one, why) for _, one, why in expected]


def in_order(columns: dict[str, list[Any]], *names: str) -> list[tuple[Any, ...]]:
    """Return rows of some columns in the order of the rows' numbers."""
    found = sorted(
        zip(columns["row"], *(columns[name] for name in names), strict=True),
        key=lambda row: row[0],
    )
    return [row[1:] for row in found]


def test_an_engine_that_cannot_rank_says_so_with_a_remedy() -> None:
    arrow = pytest.importorskip("pyarrow")

    with pytest.raises(FieldValueError, match=r"PyArrow cannot rank .*polars.from_arrow"):
        rank_frame(arrow.table({"value": [1]}), polarity=Polarity.HIGHER)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"ties": "ordinal"}, "competition"),
        ({"polarity": Polarity.RANGE}, "others with `rank`"),
        ({"name": "value"}, "no column of the frame has"),
    ],
)
def test_what_frames_cannot_rank_by_is_refused(
    ranking_engine: Any, call: dict[str, Any], message: str
) -> None:
    frame = ranking_engine.frame({"value": [1.5]})

    with pytest.raises(FieldValueError, match=message):
        rank_frame(frame, **{"polarity": Polarity.HIGHER, "decimals": 1, **call})


def test_other_quartiles_are_refused(ranking_engine: Any) -> None:
    other = BenchmarkRules(
        name="ours",
        quantile_method=QuantileMethod.EXCLUSIVE,
        band_names=LAIT_APRIL_2026.band_names,
    )

    with pytest.raises(FieldValueError, match="the inclusive method"):
        quartile_frame(ranking_engine.frame({"value": [1]}), polarity=Polarity.HIGHER, rules=other)


def test_a_figure_too_great_to_rank_exactly_is_shown(ranking_engine: Any) -> None:
    if ranking_engine.is_lazy:
        pytest.skip("the rows of a lazy frame are not looked at")

    with pytest.raises(ProblemsError, match="beyond 100000000000000, the greatest"):
        rank_frame(ranking_engine.frame({"value": [10**15]}), polarity=Polarity.HIGHER)


POLARITIES = {"High": "higher", "Low": "lower", "-": "none", "NA": "none"}


@pytest.fixture(scope="module")
def lait(shared: Path) -> dict[str, list[Any]]:
    """DfE's own results for every measure and authority whose figures are plain decimals.

    Left out are measures of which a figure shows the noise of a spreadsheet's division, with more
    decimals than a frame compares exactly: one by one, `rank` takes them.
    """
    rows_of: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (shared / "data/lait/expected_latest.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows_of[row["measure_id"]].append(row)
    rows = [row for group in rows_of.values() if all(map(is_plain, group)) for row in group]
    return {
        "row": list(range(len(rows))),
        "measure": [row["measure_id"] for row in rows],
        "polarity": [POLARITIES[row["polarity"]] for row in rows],
        "value": [number(row["value"]) for row in rows],
        "previous": [number(row["previous_value"]) for row in rows],
        "expected_rank": [None if row["rank"] in {"-", ""} else int(row["rank"]) for row in rows],
        "expected_band": [row["band"] if row["band"] in set("ABCD") else None for row in rows],
        "expected_trend": [TRENDS.get(row["trend"]) for row in rows],
    }


TRENDS = {"up": "up", "down": "down", "same": "flat"}


def number(text: str) -> float | None:
    return float(text) if text not in {"", "-"} else None


def is_plain(row: dict[str, str]) -> bool:
    return all(
        len(row[name].partition(".")[2]) <= 6 for name in ("value", "previous_value") if row[name]
    )


def test_the_figures_of_every_authority_come_out_as_dfe_shows_them(
    engine: Any, lait: dict[str, list[Any]]
) -> None:
    frame = engine.frame(lait, {"value": "float64", "previous": "float64"})
    decimals = 6 if engine.is_lazy else None

    moved = engine.columns(travel_frame(frame, ANY_CHANGE, decimals=decimals))

    assert len(lait["row"]) > 20_000
    assert in_order(moved, "travel_movement") == [(each,) for each in lait["expected_trend"]]
    if engine.name != "pyarrow":
        ranked = engine.columns(rank_frame(frame, by="measure", decimals=decimals))
        assert in_order(ranked, "rank") == [(each,) for each in lait["expected_rank"]]
        cut = quartile_frame(frame, by="measure", rules=LAIT_APRIL_2026, decimals=decimals)
        found = in_order(engine.columns(cut), "quarter")
        # DfE cuts no quarters where it says that the range is too small.
        assert [
            (None if expected is None else quarter,)
            for (quarter,), expected in zip(found, lait["expected_band"], strict=True)
        ] == [(each,) for each in lait["expected_band"]]


def test_what_is_not_there_is_named_before_anything_is_ranked(ranking_engine: Any) -> None:
    with pytest.raises(ProblemsError, match=r"(?s)'area' is not there.*'x' is not there"):
        rank_frame(
            ranking_engine.frame({"value": [1]}), by="area", value="x", polarity=Polarity.LOWER
        )
