"""Rate a country's figures on Spark: read them, compare, rate, count, write.

    spark-submit examples/pyspark_job.py figures.parquet targets.parquet results/

`figures.parquet` holds area, indicator, period (a code such as 2019-Q2@04) and value;
`targets.parquet` holds for each indicator its target and polarity ("higher", "lower"). No row is
collected to the driver, and no number passes through a float's rounding.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from councilperf import ReportingPeriod
from councilperf.dataframes import earlier_frame, rate_frame, tally_frame, travel_frame
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import PREVIOUS_PERIOD, RAG

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: What the job may meet: eight years of quarters.
PERIODS = [ReportingPeriod.quarter(2018, 1).step(count) for count in range(32)]
#: What figures and targets are published to.
DECIMALS = 2


def judged(figures: DataFrame, targets: DataFrame) -> DataFrame:
    """Return every figure with its rating, its direction of travel and the reasons."""
    series = earlier_frame(figures, PREVIOUS_PERIOD, by=["area", "indicator"], periods=PERIODS)
    rows = series.join(targets, on="indicator", how="left")
    rated = rate_frame(rows, MAIDSTONE, decimals=DECIMALS)
    return travel_frame(rated, CHESHIRE_EAST, decimals=DECIMALS)


def main(figures: str, targets: str, results: str) -> None:
    """Run the job from files to files."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - the cluster brings it

    spark = SparkSession.builder.appName("council performance").getOrCreate()
    done = judged(spark.read.parquet(figures), spark.read.parquet(targets)).cache()
    done.write.mode("overwrite").parquet(f"{results}/rows")
    counts = tally_frame(done, RAG, by=["period", "area"], reason="rating_reason")
    counts.write.mode("overwrite").parquet(f"{results}/counts")
    unreadable = done.filter("rating_reason = 'unreadable'").count()
    print(f"{unreadable:,} rows could not be read to {DECIMALS} decimals")


if __name__ == "__main__":
    main(*sys.argv[1:])
