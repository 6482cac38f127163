"""Ratings on Spark in local mode, beside the same job in Spark's own SQL with floats.

    bash .ci/spark; .venv-spark/bin/python benchmarks/bench_spark.py 1000000

The job is that of `bench_dataframes.py`, and keeps its rows for the counts, as the worked example
does; it writes them to Spark's "noop" format. Measured is the processor time of the Java process,
which `/proc` tells.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession  # type: ignore[import-not-found]

from councilperf import Polarity
from councilperf.dataframes import assess_frame, tally_frame
from councilperf.rules import PREVIOUS_PERIOD, RAG, TARGET, TRAVEL, Rule, RuleSet

RULES = RuleSet(
    "bench",
    "Benchmark",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"),
        Rule(
            "travel",
            {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
)
FIGURES = """
select id % 8 as `group`,
 case when pmod(hash(id, 1), 25) = 0 then null
  when pmod(hash(id, 2), 50) = 0 then (100 + pmod(hash(id, 3), 1900)) * 9 div 2 / 10d
  else pmod(hash(id, 4), 12000) / 10d end as value,
 (100 + pmod(hash(id, 3), 1900)) * 5 / 10d as target,
 pmod(hash(id, 5), 12000) / 10d as previous
from range({rows})
"""
BY_HAND = """
select *,
 case when value is null then null when value >= target then 'green'
  when value >= target * 0.9d then 'amber' else 'red' end as rating,
 case when value is null then null when value > previous then 'improving'
  when value = previous then 'static' else 'worsening' end as travel,
 case when value is null then 'no_data' when target is null then 'no_target' end as why,
 case when value is null then 'no_data' when previous is null then 'no_previous' end as again,
 case when value is null then null when value > previous then 'up' when value < previous
  then 'down' else 'flat' end as moved from figures
"""


def spent(process: int) -> float:
    """Return the processor seconds of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def done(frame: Any) -> None:  # noqa: ANN401 - pyspark is not installed beside the checkers
    frame.write.format("noop").mode("overwrite").save()


def by_hand(spark: Any) -> None:  # noqa: ANN401 - likewise
    judged = spark.sql(BY_HAND).cache()
    done(judged)
    for each in ("rating", "travel"):
        judged.groupBy("group", each).count().collect()
    judged.unpersist()


def in_ours(spark: Any) -> None:  # noqa: ANN401 - likewise
    judged = assess_frame(
        spark.table("figures"),
        RULES,
        polarity=Polarity.HIGHER,
        others={PREVIOUS_PERIOD: "previous"},
        decimals=1,
    ).cache()
    done(judged)
    tally_frame(judged, RAG, by="group").collect()
    tally_frame(judged, TRAVEL, by="group", level="travel").collect()
    judged.unpersist()


def main(rows: int) -> None:
    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    spark = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.sql(FIGURES.format(rows=rows)).cache().createOrReplaceTempView("figures")
    spark.table("figures").count()
    java = spark.sparkContext._gateway.proc.pid  # noqa: SLF001 - nothing else tells
    least = {"hand": float("inf"), "ours": float("inf")}
    for _ in range(4):
        for name, job in (("hand", by_hand), ("ours", in_ours)):
            before = spent(java)
            job(spark)
            least[name] = min(least[name], spent(java) - before)
    ratio = least["ours"] / least["hand"]
    print(
        f"{rows:,} rows on Spark: by hand {least['hand']:.2f} s, ours {least['ours']:.2f} s of "
        f"processor time, {ratio:.2f} of 1.4: {'met' if ratio <= 1.4 else 'MISSED'}"
    )
    spark.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
