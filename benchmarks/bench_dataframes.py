"""Whole columns, exactly, beside the same job written by hand for the engine with floats.

    uv run --group frames python benchmarks/bench_dataframes.py 1000000
    … memory 1000000                      the most memory that each takes
    … scaling "Polars lazy" 1000000 10000000    how time grows with the rows
    … break-even                          from how many rows a frame is quicker

The job: rate every row by a target with a tenth of tolerance, compare it with the previous figure,
say why where there is no answer and how the figure moved, and count both in eight groups. Of the
rows, 2% lie exactly on an edge and 4% are missing. The float job writes the same columns in the
usual way (`value >= target * 0.9`), wrong on some of those edges, and checks nothing.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
from math import log
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


def jobs(rows: int, engine: str) -> dict[str, Callable[[], object]]:
    """Make the figures in an engine, with the job by hand and ours."""
    data = made(rows)
    if engine == "pandas":
        frame = pd.DataFrame(data)
        return {"hand": lambda: pandas_by_hand(frame), "ours": lambda: pandas_ours(frame)}
    lazy = pl.DataFrame(data).with_columns(pl.col("value").fill_nan(None)).lazy()
    del data
    if engine == "Polars lazy":
        return {"hand": lambda: polars_by_hand(lazy), "ours": lambda: polars_ours(lazy)}
    connection = duckdb.connect()
    connection.execute("set threads to 1")
    connection.register("arrived", lazy.collect().to_arrow())
    connection.execute("create table figures as select * from arrived")
    connection.unregister("arrived")
    return {
        "hand": lambda: duckdb_by_hand(connection),
        "ours": lambda: duckdb_ours(connection),
    }


ENGINES = ("Polars lazy", "DuckDB", "pandas")


def main(rows: int) -> None:
    ours, floats = wrong(made(rows), rows)
    print(f"{rows:,} rows; rated otherwise than exactly: ours {ours}, floats {floats:,}")
    goal = 1.4 if rows < 5_000_000 else 1.25
    for name in ENGINES:
        spent = best(3 if rows < 5_000_000 else 1, jobs(rows, name))
        ratio = spent["ours"][0] / spent["hand"][0]
        verdict = "met" if ratio <= goal else "MISSED"
        print(
            f"{name:<12} by hand {spent['hand'][0]:7.3f} s  ours {spent['ours'][0]:7.3f} s CPU  "
            f"{ratio:5.2f} of {goal}: {verdict}  (wall {spent['hand'][1]:.3f}, "
            f"{spent['ours'][1]:.3f})"
        )


def peak() -> float:
    """Return the most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def memory(rows: int) -> None:
    """Say how much memory each job takes, figures included, in a process of its own."""
    for name in ENGINES:
        grown = {}
        for which in ("hand", "ours"):
            command = [sys.executable, __file__, "one", str(rows), name, which]
            told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            grown[which] = float(told)
        ratio = grown["ours"] / grown["hand"]
        print(
            f"{name:<12} {rows:,} rows: by hand {grown['hand']:,.0f} MiB, ours "
            f"{grown['ours']:,.0f} MiB, {ratio:.2f} of 1.5: {'met' if ratio <= 1.5 else 'MISSED'}"
        )


def one(rows: int, engine: str, which: str) -> None:
    job = jobs(rows, engine)[which]
    gc.collect()
    job()
    print(peak())


def scaling(engine: str, sizes: list[int]) -> None:
    """Print how processor time grows with the rows: 1.00 is in proportion."""
    last: tuple[int, float] | None = None
    for rows in sizes:
        ours = {"ours": jobs(rows, engine)["ours"]}
        spent = best(3 if rows < 5_000_000 else 1, ours)["ours"][0]
        slope = ""
        if last is not None:
            slope = f", slope {log(spent / last[1]) / log(rows / last[0]):.2f}"
        print(f"{engine:<12} {rows:>11,} rows {spent:7.2f} s of processor time{slope}")
        last = rows, spent


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["break-even"]:
            break_even()
        case ["memory", size]:
            memory(int(size))
        case ["one", size, engine_name, which_job]:
            one(int(size), engine_name, which_job)
        case ["scaling", engine_name, *sizes_asked]:
            scaling(engine_name, [int(each) for each in sizes_asked])
        case [size]:
            main(int(size))
        case _:
            main(1_000_000)
