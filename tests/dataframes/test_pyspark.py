"""The worked example for a cluster, in Spark's local mode, and every function on a Spark frame."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from councilperf import ReportingPeriod, rate
from councilperf.dataframes import quartile_frame, rank_frame
from councilperf.presets import MAIDSTONE

Q1, Q2 = (ReportingPeriod.quarter(2019, number).code for number in (1, 2))
FIGURES = [
    ("Halton", "visits", Q1, 52.0),
    ("Halton", "visits", Q2, 46.8),
    ("Halton", "waits", Q2, 46.75),
    ("Plymouth", "visits", Q1, None),
    ("Plymouth", "visits", Q2, 46.7),
    ("Plymouth", "waits", Q2, 46.123),
]
TARGETS = [("visits", 52.0, "higher"), ("waits", 42.5, "lower")]


@pytest.fixture(scope="module")
def spark(request: pytest.FixtureRequest, root: Path) -> Any:
    """A session in local mode; where pyspark is not installed the tests skip, saying so."""
    pytest.importorskip("pyspark", reason="pyspark is not installed: .ci/spark installs it")
    make: Any = request.config.pluginmanager.get_plugin(str(root / "tests" / "conftest.py"))
    return make.spark_session()


@pytest.fixture(scope="module")
def job(root: Path) -> ModuleType:
    """The example, imported."""
    spec = importlib.util.spec_from_file_location("job", root / "examples/pyspark_job.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def done(spark: Any, job: ModuleType) -> Any:
    figures = spark.createDataFrame(
        FIGURES, "area string, indicator string, period string, value double"
    )
    targets = spark.createDataFrame(TARGETS, "indicator string, target double, polarity string")
    return job.judged(figures, targets).cache()


def test_the_worked_example_rates_as_rows_are_rated(done: Any) -> None:
    rows = {(row["area"], row["indicator"], row["period"]): row for row in done.collect()}
    targets = {name: (target, polarity) for name, target, polarity in TARGETS}

    for area, indicator, period, value in FIGURES:
        row = rows[area, indicator, period]
        target, polarity = targets[indicator]
        if value == 46.123:
            assert (row["rating"], row["rating_reason"]) == (None, "unreadable")
        else:
            expected = rate(value, target=target, polarity=polarity, rules=MAIDSTONE)
            assert row["rating"] == expected.level
            assert row["rating_reason"] == next(iter(expected.reasons), None)


def test_the_worked_example_compares_with_the_period_before(done: Any) -> None:
    rows = {(row["area"], row["indicator"], row["period"]): row for row in done.collect()}

    assert rows["Halton", "visits", Q2]["travel"] == "static"
    assert rows["Halton", "visits", Q2]["travel_movement"] == "down"
    assert rows["Plymouth", "visits", Q2]["travel_reason"] == "no_previous"


def test_the_worked_example_writes_rows_and_counts(
    spark: Any, job: ModuleType, tmp_path: Path
) -> None:
    for name, rows, schema in (
        ("figures", FIGURES, "area string, indicator string, period string, value double"),
        ("targets", TARGETS, "indicator string, target double, polarity string"),
    ):
        spark.createDataFrame(rows, schema).write.parquet(str(tmp_path / name))

    job.main(*(str(tmp_path / name) for name in ("figures", "targets", "results")))

    counts = spark.read.parquet(str(tmp_path / "results/counts")).collect()
    assert sum(row["total"] for row in counts) == len(FIGURES)
    assert sum(row["unreadable"] for row in counts) == 1


def test_spark_ranks_and_cuts_within_groups(done: Any) -> None:
    by = ["indicator", "period"]

    ranked = rank_frame(done, by=by, decimals=2).collect()
    cut = quartile_frame(done, by=by, decimals=2).collect()

    visits = {row["area"]: row for row in ranked if row["period"] == Q2 and row["target"] == 52}
    assert (visits["Halton"]["rank"], visits["Plymouth"]["rank"]) == (1, 2)
    quarters = {row["area"]: row for row in cut if row["period"] == Q2 and row["target"] == 52}
    assert quarters["Plymouth"]["quarter"] == "bottom quarter"
