"""What every room's tests share: hypothesis profiles, published evidence, runs without extras."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

HAS_HYPOTHESIS = importlib.util.find_spec("hypothesis") is not None
if HAS_HYPOTHESIS:
    from hypothesis import settings

    for profile, examples in {"few": 3, "dev": 25, "ci": 100, "deep": 2000}.items():
        settings.register_profile(profile, max_examples=examples, deadline=None, print_blob=True)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

HAS_NARWHALS = importlib.util.find_spec("narwhals") is not None
HAS_XLSX = all(map(importlib.util.find_spec, ("defusedxml", "openpyxl")))
NEEDS_XLSX = re.compile(r"^\s*(from|import) (defusedxml|openpyxl)\b", re.MULTILINE)
NEEDS_NARWHALS = re.compile(r"^\s*(from|import) councilperf\.dataframes\b", re.MULTILINE)
NEEDS_HYPOTHESIS = re.compile(
    r"^\s*(from|import) (hypothesis|councilperf\.strategies)\b", re.MULTILINE
)


def pytest_report_header() -> list[str]:
    """Say at the top what this run leaves out."""
    header = []
    if not HAS_HYPOTHESIS:
        header.append("hypothesis is not installed: files with laws are left out")
    if not HAS_NARWHALS:
        header.append("narwhals is not installed: files on data frames are left out")
    if not HAS_XLSX:
        header.append("openpyxl or defusedxml is not installed: tests on workbooks are left out")
    if not SHARED.is_dir():
        header.append("../shared is absent: tests on published evidence skip")
    return header


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out files that need an extra which is not installed: the run without extras."""
    if collection_path.suffix != ".py" or (HAS_HYPOTHESIS and HAS_NARWHALS and HAS_XLSX):
        return None
    text = collection_path.read_text("utf-8")
    needs_more = (
        (not HAS_HYPOTHESIS and NEEDS_HYPOTHESIS.search(text))
        or (not HAS_NARWHALS and NEEDS_NARWHALS.search(text))
        or (not HAS_XLSX and NEEDS_XLSX.search(text))
    )
    return bool(needs_more) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the examples in the docstrings of what needs an extra which is not installed."""
    if not HAS_XLSX:
        skip = pytest.mark.skip(reason="openpyxl or defusedxml is not installed")
        for item in items:
            if "_xlsx" in item.path.parts and isinstance(item, pytest.DoctestItem):
                item.add_marker(skip)


class Engine:
    """A make of data frame: how tests bring columns into it and rows out of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_lazy = name in {"polars-lazy", "polars-streaming", "duckdb", "pyspark"}

    def frame(self, columns: dict[str, list[Any]], types: dict[str, str] | None = None) -> Any:
        """Make a frame of this engine; types are of PyArrow, guessed where not given."""
        pa = importlib.import_module("pyarrow")
        kinds = {name: _arrow_type(pa, each) for name, each in (types or {}).items()}
        table = pa.table({name: pa.array(each, kinds.get(name)) for name, each in columns.items()})
        package, _, kind = self.name.partition("-")
        if package == "polars":
            frame = importlib.import_module(package).from_arrow(table)
            return frame.lazy() if self.is_lazy else frame
        if package == "duckdb":
            return importlib.import_module(package).from_arrow(table)
        if package == "pandas":
            pandas = importlib.import_module(package)
            if kind == "arrow":
                return table.to_pandas(types_mapper=pandas.ArrowDtype)
            return table.to_pandas().convert_dtypes() if kind == "nullable" else table.to_pandas()
        return spark_session().createDataFrame(table) if package == "pyspark" else table

    def columns(self, frame: Any) -> dict[str, list[Any]]:
        """Read a frame of this engine, with `None` for every kind of nothing."""
        if self.name == "polars-streaming":
            frame = frame.collect(engine="streaming")
        elif self.name == "polars-lazy":
            frame = frame.collect()
        if self.name.startswith("pandas"):
            return {
                name: [
                    None if gone else each
                    for each, gone in zip(column, column.isna(), strict=True)
                ]
                for name, column in frame.items()
            }
        if self.name.startswith("polars"):
            return dict(frame.to_dict(as_series=False))
        table = frame.to_arrow_table() if self.name == "duckdb" else frame
        if self.name == "pyspark":
            table = frame.toArrow()
        return dict(table.to_pydict())


@functools.cache
def spark_session() -> Any:
    """Start Spark in local mode, which listens to this machine only."""
    sql = importlib.import_module("pyspark.sql")
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in SPARK.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


SPARK = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.session.timeZone": "UTC",
    "spark.log.level": "ERROR",
    # A few rows are worked out sooner than code for them is compiled.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.adaptive.enabled": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def _arrow_type(arrow: Any, name: str) -> Any:
    """Return the type of this name, such as "float64" or "decimal128(20, 2)"."""
    kind, _, sizes = name.partition("(")
    return getattr(arrow, kind)(*(int(each) for each in sizes.rstrip(")").split(",") if each))


ENGINES = (
    "polars",
    "polars-lazy",
    "polars-streaming",
    "pandas",
    "pandas-nullable",
    "pandas-arrow",
    "pyarrow",
    "duckdb",
    # In an environment of its own: `.ci/spark`.
    *(["pyspark"] if importlib.util.find_spec("pyspark") else []),
)


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Every make of data frame in turn; one that is not installed is skipped, saying so."""
    for package in ("narwhals", "pyarrow", request.param.partition("-")[0]):
        pytest.importorskip(package, reason=f"{package} is not installed")
    return Engine(request.param)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published evidence beside the repository; tests that read it skip without."""
    if not SHARED.is_dir():
        pytest.skip("published evidence is not here: ../shared is absent")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the one flag that writes expected outputs anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in `tests/golden`, byte for byte."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests/golden" / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        expected = path.read_bytes().decode() if path.exists() else ""

        assert text == expected, f"{name}: look at the difference, then --update-golden"

    return check
