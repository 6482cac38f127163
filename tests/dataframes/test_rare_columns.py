"""Cases that few columns meet."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest
from attrs import evolve

pl = pytest.importorskip("polars")
nw = pytest.importorskip("narwhals.stable.v2")

from councilperf import Polarity  # noqa: E402 (likewise)
from councilperf.benchmarking import (  # noqa: E402 (after the engines are found)
    COUNCILPERF_BENCHMARK_1,
    QuartileEdge,
)
from councilperf.dataframes import (  # noqa: E402 (likewise)
    exceptions_frame,
    explain_frame,
    quartile_frame,
    rate_frame,
    scorecard_from_frame,
)
from councilperf.dataframes._categories import words_for  # noqa: E402 (likewise)
from councilperf.dataframes._problems import find_rows  # noqa: E402 (likewise)
from councilperf.errors import FieldValueError, ProblemsError  # noqa: E402 (likewise)
from councilperf.presets import MAIDSTONE  # noqa: E402 (likewise)
from councilperf.rules import (  # noqa: E402 (likewise)
    PREVIOUS_PERIOD,
    TARGET,
    Amount,
    Is,
    NamedCondition,
    Percentage,
    Rule,
    RuleSet,
    Widest,
)


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


def test_an_engine_without_categories_has_text() -> None:
    frame = SimpleNamespace(implementation=nw.Implementation.PYSPARK)

    words = words_for(cast("Any", frame), ["green", "red"])

    assert words.dtype == nw.String
    assert not words.numbered


def test_a_column_that_is_not_there_is_named_once() -> None:
    frame = pl.DataFrame({"a": [1]})

    with pytest.raises(ProblemsError) as raised:
        rate_frame(frame, MAIDSTONE, value="x", target="x", polarity=Polarity.HIGHER)

    assert len(raised.value.problems) == 1


def test_a_target_for_all_rows_is_explained() -> None:
    frame = pl.DataFrame({"value": [46.8]})

    told = explain_frame(frame, MAIDSTONE, target=52, polarity=Polarity.HIGHER)

    assert told["sentence"][0].startswith("Amber: 46.8 is 5.2 below the target of 52;")


@pytest.mark.parametrize(
    "by", [Widest([Amount(1), Percentage(5)]), Percentage(5, of=PREVIOUS_PERIOD.figure)]
)
def test_what_a_rule_allows_may_ask_for_more_figures(by: Widest | Percentage) -> None:
    rule = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(by)}, otherwise="red")
    rules = RuleSet("ours", "Ours", [rule])
    below = NamedCondition("below", Is("rating", ["amber", "red"]))
    frame = pl.DataFrame({"rating": ["red", "green"]})

    if isinstance(by, Percentage):
        with pytest.raises(FieldValueError, match="one level at a time"):
            exceptions_frame(frame, rules, conditions=[below])
    else:
        assert len(exceptions_frame(frame, rules, conditions=[below])) == 1


def test_a_frame_without_targets_makes_a_scorecard_without() -> None:
    frame = pl.DataFrame({"reference": ["A"], "period": ["Q1 2019-20"], "value": [1]})

    assert scorecard_from_frame(frame, "c")["A"].targets == ()
