"""Whole columns, exactly, beside the same job written by hand for the engine with floats.

    uv run --group frames python benchmarks/bench_dataframes.py 1000000

The job: rate every row by a target with a tenth of tolerance, compare it with the previous figure,
say why where there is no answer and how the figure moved, and count both in eight groups. Of the
rows, 2% lie exactly on an edge and 4% are missing. The float job writes the same columns in the
usual way (`value >= target * 0.9`), wrong on some of those edges, and checks nothing.
"""

from __future__ import annotations

import gc
import resource
import sys
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import polars as pl

from councilperf import Polarity, rate
from councilperf.dataframes import assess_frame, rate_frame, tally_frame
from councilperf.presets import MAIDSTONE
from councilperf.rules import PREVIOUS_PERIOD, RAG, TARGET, TRAVEL, Edge, Figure, Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Callable

RATING = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
TRAVELS = Rule(
    "travel",
    {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
    otherwise="worsening",
    scale=TRAVEL,
)
RULES = RuleSet("bench", "Benchmark", [RATING, TRAVELS])
BEFORE: dict[Edge | Figure, Any] = {PREVIOUS_PERIOD: "previous"}
HIGHER = Polarity.HIGHER
GROUPS = 8


def made(rows: int) -> dict[str, Any]:
    """Figures with one decimal, some on an edge, some missing."""
    chance = np.random.default_rng(8)
    target = chance.integers(100, 2000, rows) * 5
    value = chance.integers(0, 12000, rows)
    previous = chance.integers(0, 12000, rows)
    edge = chance.random(rows) < 0.02
    value = np.where(edge, target * 9 // 10, value)
    value_float, previous_float = value / 10, previous / 10
    value_float[chance.random(rows) < 0.04] = np.nan
    return {
        "group": chance.integers(0, GROUPS, rows),
        "value": value_float,
        "target": target / 10,
        "previous": previous_float,
    }


def polars_by_hand(frame: pl.LazyFrame) -> object:
    value, target, previous = pl.col("value"), pl.col("target"), pl.col("previous")
    rating = (
        pl.when(value.is_null())
        .then(None)
        .when(value >= target)
        .then(pl.lit("green"))
        .when(value >= target * 0.9)
        .then(pl.lit("amber"))
        .otherwise(pl.lit("red"))
    )
    travel = (
        pl.when(value.is_null())
        .then(None)
        .when(value > previous)
        .then(pl.lit("improving"))
        .when(value == previous)
        .then(pl.lit("static"))
        .otherwise(pl.lit("worsening"))
    )
    missing = pl.when(value.is_null()).then(pl.lit("no_data"))
    why = missing.when(target.is_null()).then(pl.lit("no_target")).otherwise(None)
    again = missing.when(previous.is_null()).then(pl.lit("no_previous")).otherwise(None)
    moved = (
        pl.when(value.is_null())
        .then(None)
        .when(value > previous)
        .then(pl.lit("up"))
        .when(value < previous)
        .then(pl.lit("down"))
        .otherwise(pl.lit("flat"))
    )
    columns = {"rating": rating, "why": why, "travel": travel, "moved": moved}
    done = frame.with_columns(**columns, again=again).collect()
    return [
        done.lazy().group_by("group", each).agg(pl.len()).collect()
        for each in ("rating", "travel")
    ]


def polars_ours(frame: pl.LazyFrame) -> object:
    done = assess_frame(frame, RULES, polarity=HIGHER, others=BEFORE, decimals=1).collect()
    return [
        tally_frame(done.lazy(), RAG, by="group").collect(),
        tally_frame(done.lazy(), TRAVEL, by="group", level="travel").collect(),
    ]


BY_HAND = """
create or replace temp table done as select *,
 case when value is null then null when value >= target then 'green'
  when value >= target * 0.9::double then 'amber' else 'red' end as rating,
 case when value is null then null when value > previous then 'improving'
  when value = previous then 'static' else 'worsening' end as travel,
 case when value is null then 'no_data' when target is null then 'no_target' end as why,
 case when value is null then 'no_data' when previous is null then 'no_previous' end as again,
 case when value is null then null when value > previous then 'up' when value < previous
  then 'down' else 'flat' end as moved from figures
"""


def duckdb_by_hand(connection: duckdb.DuckDBPyConnection) -> object:
    connection.execute(BY_HAND)
    return [
        connection.execute(f'select "group", {each}, count(*) from done group by all').fetchall()  # noqa: S608 (our own names)
        for each in ("rating", "travel")
    ]


def duckdb_ours(connection: duckdb.DuckDBPyConnection) -> object:
    figures = connection.table("figures")
    compared = assess_frame(figures, RULES, polarity=HIGHER, others=BEFORE, decimals=1)
    connection.execute("drop table if exists ours")
    compared.create("ours")
    done = connection.table("ours")
    return [
        tally_frame(done, RAG, by="group").fetchall(),
        tally_frame(done, TRAVEL, by="group", level="travel").fetchall(),
    ]


def pandas_by_hand(frame: pd.DataFrame) -> object:
    value, target, previous = frame["value"], frame["target"], frame["previous"]
    rating = np.select(
        [value.isna(), value >= target, value >= target * 0.9], ["", "green", "amber"], "red"
    )
    travel = np.select(
        [value.isna(), value > previous, value == previous],
        ["", "improving", "static"],
        "worsening",
    )
    why = np.select([value.isna(), target.isna()], ["no_data", "no_target"], "")
    again = np.select([value.isna(), previous.isna()], ["no_data", "no_previous"], "")
    moved = np.select(
        [value.isna(), value > previous, value < previous], ["", "up", "down"], "flat"
    )
    done = frame.assign(rating=rating, travel=travel, why=why, again=again, moved=moved)
    return [done.groupby(["group", each]).size() for each in ("rating", "travel")]


def pandas_ours(frame: pd.DataFrame) -> object:
    done = assess_frame(frame, RULES, polarity=HIGHER, others=BEFORE)
    return [
        tally_frame(done, RAG, by="group"),
        tally_frame(done, TRAVEL, by="group", level="travel"),
    ]


def best(rounds: int, jobs: dict[str, Callable[[], object]]) -> dict[str, tuple[float, float]]:
    """Return the least CPU and wall seconds of each job, done by turns."""
    least = dict.fromkeys(jobs, (float("inf"), float("inf")))
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            cpu, wall = process_time(), perf_counter()
            job()
            spent = process_time() - cpu, perf_counter() - wall
            least[name] = min(least[name], spent)
    return least


def wrong(data: dict[str, Any], rows: int) -> tuple[int, int]:
    """Count the rows that ours and the usual floats rate otherwise than whole numbers do."""
    value = np.nan_to_num(np.rint(data["value"] * 10)).astype(np.int64)
    target = np.rint(data["target"] * 10).astype(np.int64)
    absent = np.isnan(data["value"])
    exact = np.select([absent, value >= target, value * 10 >= target * 9], [0, 1, 2], 3)
    floats = np.select(
        [
            absent,
            data["value"] >= data["target"],
            data["value"] >= data["target"] * (1 - 10 / 100),
        ],
        [0, 1, 2],
        3,
    )
    rated = rate_frame(pl.DataFrame(data), RATING, polarity=HIGHER)["rating"]
    words = {"green": 1, "amber": 2, "red": 3}
    ours = rated.replace_strict(words, default=0, return_dtype=pl.Int64).to_numpy()
    assert len(ours) == rows
    return int((ours != exact).sum()), int((floats != exact).sum())


def break_even() -> None:
    """Say from how many rows a frame is faster than rating one by one."""
    for rows in (100, 1_000, 3_000, 10_000):
        data = made(rows)
        frame = pl.DataFrame(data).lazy()
        pairs = list(zip(data["value"].tolist(), data["target"].tolist(), strict=True))
        jobs: dict[str, Callable[[], object]] = {
            "one by one": lambda pairs=pairs: [  # type: ignore[misc] # mypy cannot infer a default
                rate(one, target=other, polarity="higher", rules=MAIDSTONE).level
                for one, other in pairs
            ],
            "frame": lambda frame=frame: rate_frame(  # type: ignore[misc] # likewise
                frame, MAIDSTONE, polarity=HIGHER, decimals=1
            ).collect(),
        }
        spent = best(3, jobs)
        print(
            f"{rows:>7,} rows: one by one {spent['one by one'][0] * 1e3:8.1f} ms, "
            f"Polars frame {spent['frame'][0] * 1e3:8.1f} ms"
        )


def main(rows: int) -> None:
    data = made(rows)
    ours, floats = wrong(data, rows)
    print(f"{rows:,} rows; rated otherwise than exactly: ours {ours}, floats {floats:,}")
    lazy = pl.DataFrame(data).with_columns(pl.col("value").fill_nan(None)).lazy()
    frame = pd.DataFrame(data)
    connection = duckdb.connect()
    connection.execute("set threads to 1")
    table = lazy.collect().to_arrow()
    connection.register("arrived", table)
    connection.execute("create table figures as select * from arrived")
    goal = 1.4 if rows < 5_000_000 else 1.25
    makes: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "Polars lazy": (lambda: polars_by_hand(lazy), lambda: polars_ours(lazy)),
        "DuckDB": (lambda: duckdb_by_hand(connection), lambda: duckdb_ours(connection)),
        "pandas": (lambda: pandas_by_hand(frame), lambda: pandas_ours(frame)),
    }
    for name, (by_hand, in_ours) in makes.items():
        spent = best(3 if rows < 5_000_000 else 1, {"hand": by_hand, "ours": in_ours})
        ratio = spent["ours"][0] / spent["hand"][0]
        verdict = "met" if ratio <= goal else "MISSED"
        print(
            f"{name:<12} by hand {spent['hand'][0]:7.3f} s  ours {spent['ours'][0]:7.3f} s CPU  "
            f"{ratio:5.2f} of {goal}: {verdict}  (wall {spent['hand'][1]:.3f}, "
            f"{spent['ours'][1]:.3f})"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"peak memory of the whole run {peak:.2f} GiB")


if __name__ == "__main__":
    if sys.argv[1:] == ["break-even"]:
        break_even()
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
