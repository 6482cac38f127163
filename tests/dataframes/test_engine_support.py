"""The page that says what each engine does is written by trying it.

`COUNCILPERF_WRITE=1 pytest tests/dataframes/test_engine_support.py` writes the page anew.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest

from councilperf import Polarity, ReportingPeriod
from councilperf.dataframes import (
    assess_frame,
    earlier_frame,
    quartile_frame,
    rank_frame,
    rate_frame,
    tally_frame,
    travel_frame,
)
from councilperf.errors import FieldValueError
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import PREVIOUS_PERIOD, RAG

PAGE = """\
# `councilperf.dataframes`

It is imported from its room, since it needs an extra: `from councilperf.dataframes import \
rate_frame`. The [how-to](../how-to/columns-at-scale.md) shows it at work.

```{{eval-rst}}
.. automodule:: councilperf.dataframes
```

## Which engine does what

Our tests write this table by trying, and hold every "yes" to the answers that rating one by one \
gives.

| function | {engines} |
|---|{rules}|
{rows}

PySpark is tried by `.ci/spark`, in local mode and in an environment of its own, since it wants a \
pandas below 3. Dask is no engine of ours: on two rows it did all but ranks and quarters, which \
narwhals has not for it, but its NumPy columns hold whole numbers with gaps as floats, and its \
support is moving out of narwhals.

## What is refused, and what to do

| asked for | refused because | do instead |
|---|---|---|
| an allowance by the last shown digit | a column does not hold how many decimals each figure was \
printed with | write the amount, or `rate` row by row |
| a rule that judges a level or a share, or is judged by people | there is no figure in a \
column | `assess` |
| the last reported figure, or an end of a trend, from a series | it takes looking through each \
series in order | `assess`, or bring the figure as a column |
| targets that are ranges, dates or yes and no | columns hold numbers | `rate` row by row |
| ranks or quarters within groups on PyArrow | it has no ranks within groups | \
`polars.from_arrow(table)` |
| ranks that break ties by name; quartiles by other than the inclusive method | engines differ | \
`rank`, `quartile` |
| floats of more than 15 digits; figures beyond what whole numbers of 64 bits can be multiplied \
to | they would be rounded, or overflow | round them, or choose a larger unit |
"""

ALL_ENGINES = (
    "polars",
    "polars-lazy",
    "polars-streaming",
    "pandas",
    "pandas-nullable",
    "pandas-arrow",
    "pyarrow",
    "duckdb",
    "pyspark",
)
QUARTERS = [ReportingPeriod.quarter(2019, number) for number in (1, 2)]
DATA = {
    "area": ["A", "A"],
    "period": [each.code for each in QUARTERS],
    "value": [52.0, 46.8],
    "target": [52.0, 52.0],
    "previous": [None, 52.0],
}
FUNCTIONS = ("rate", "travel", "assess", "earlier", "tally", "rank", "quartile")


def call(function: str, frame: Any) -> Any:
    """Call a function on a small frame of the engine."""
    higher: dict[str, Any] = {"polarity": Polarity.HIGHER, "decimals": 1}
    if function == "rate":
        return rate_frame(frame, MAIDSTONE, **higher)
    if function == "travel":
        return travel_frame(frame, CHESHIRE_EAST, **higher)
    if function == "assess":
        return assess_frame(frame, CHESHIRE_EAST, by="area", periods=QUARTERS, **higher)
    if function == "earlier":
        found = earlier_frame(frame, PREVIOUS_PERIOD, by="area", periods=QUARTERS, name="before")
        return travel_frame(found, CHESHIRE_EAST, previous="before", **higher)
    if function == "tally":
        return tally_frame(rate_frame(frame, MAIDSTONE, **higher), RAG, by="area")
    if function == "rank":
        return rank_frame(frame, by="area", **higher)
    return quartile_frame(frame, by="area", **higher)


def does(engine: Any, function: str) -> str:
    """Say whether an engine does what a function asks of it."""
    frame = engine.frame(DATA, {"previous": "float64"})
    try:
        engine.columns(call(function, frame))
    except FieldValueError as refused:
        # What refuses names the engine, or it was refused for another reason.
        return "no" if engine.name in str(refused).lower() else str(refused)
    return "yes"


@pytest.fixture(scope="session")
def table(root: Path) -> dict[str, dict[str, str]]:
    """The table on the page: for each function what it says of each engine."""
    lines = (root / "docs/reference/engine-support.md").read_text("utf-8").splitlines()
    rows = [
        line.strip("| ").split(" | ") for line in lines if line.startswith(("| function", "| `"))
    ]
    names = rows[0][1:]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows[1:]}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_engine_does_what_the_page_says(
    engine: Any, function: str, table: dict[str, dict[str, str]]
) -> None:
    assert table[f"`{function}_frame`"][engine.name] == does(engine, function)


@pytest.mark.skipif("COUNCILPERF_WRITE" not in os.environ, reason="writes the page when asked")
def test_the_page_is_written(
    root: Path, request: pytest.FixtureRequest, table: dict[str, dict[str, str]]
) -> None:
    make: Any = request.config.pluginmanager.get_plugin(str(root / "tests" / "conftest.py"))
    said = {
        each: {
            name: does(make.Engine(name), each)
            if importlib.util.find_spec(name.partition("-")[0])
            # What is not installed here keeps what was found where it is.
            else table.get(f"`{each}_frame`", {}).get(name, "not tried")
            for name in ALL_ENGINES
        }
        for each in FUNCTIONS
    }
    rows = [f"| `{each}_frame` | " + " | ".join(said[each].values()) + " |" for each in FUNCTIONS]
    page = PAGE.format(
        engines=" | ".join(ALL_ENGINES),
        rules="---|" * (len(ALL_ENGINES) - 1) + "---",
        rows="\n".join(rows),
    )

    (root / "docs/reference/engine-support.md").write_text(page, "utf-8", newline="\n")
