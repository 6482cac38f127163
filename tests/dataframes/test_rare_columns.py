"""Cases that few columns meet."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

pl = pytest.importorskip("polars")
nw = pytest.importorskip("narwhals.stable.v2")

from councilperf.benchmarking import (  # noqa: E402 (after the engines are found)
    COUNCILPERF_BENCHMARK_1,
    QuartileEdge,
)
from councilperf.dataframes import quartile_frame, rate_frame  # noqa: E402 (likewise)
from councilperf.dataframes._problems import find_rows  # noqa: E402 (likewise)
from councilperf.errors import ProblemsError  # noqa: E402 (likewise)
from councilperf.presets import MAIDSTONE  # noqa: E402 (likewise)


def test_a_condition_that_never_holds_finds_no_rows() -> None:
    frame = nw.from_native(pl.DataFrame({"value": [1, 2]}), eager_only=True)

    assert find_rows(frame, "value", False, "is wrong") == []


def test_without_a_column_for_polarity_nothing_is_rated() -> None:
    frame = pl.DataFrame({"value": [Decimal("46.8")], "target": [Decimal("52.0")]})

    with pytest.raises(ProblemsError, match="column 'polarity' is not there"):
        rate_frame(frame, MAIDSTONE)


def test_a_figure_on_a_quartile_may_belong_to_the_upper_quarter() -> None:
    frame = pl.DataFrame({"value": [1, 2, 3, 4, 5], "polarity": ["higher"] * 5})
    lower, upper = (
        quartile_frame(frame, rules=evolve(COUNCILPERF_BENCHMARK_1, quartile_edge=edge))
        for edge in (QuartileEdge.LOWER_QUARTER, QuartileEdge.UPPER_QUARTER)
    )

    assert not lower.equals(upper)
