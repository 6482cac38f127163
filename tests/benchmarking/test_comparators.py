"""Comparator groups, what they come to, and verdicts against them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from councilperf.benchmarking import (
    LAIT_APRIL_2026,
    AverageMethod,
    BenchmarkVerdict,
    ComparatorGroup,
    Comparison,
    GroupAverage,
    GroupFigures,
    LeagueTable,
    against_benchmark,
    group_mean,
    group_median,
    league_tables,
    median_distance,
    pooled_rate,
    travel_against_benchmark,
)
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Benchmark, Range, Tolerance
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Missing

ENGLAND = Benchmark("England", "82.4")


def group(*members: str, **options: Any) -> ComparatorGroup:
    stated: dict[str, Any] = {"kind": "other", "source": "ourselves", "year": 2024, **options}
    return ComparatorGroup("Our neighbours", members, **stated)


@pytest.mark.parametrize(
    ("members", "options"),
    [
        (("A", "A"), {}),
        (("A", "B"), {"area": "A"}),
        (("A", ""), {}),
        (("A",), {"kind": "friends"}),
        (("A",), {"year": 1}),
        (("A",), {"source": " "}),
    ],
)
def test_a_group_that_cannot_be_is_refused(members: tuple[str, ...], options: Any) -> None:
    with pytest.raises(FieldValueError):
        group(*members, **options)


def test_a_comparator_s_figure_is_an_exact_number_that_can_be() -> None:
    with pytest.raises(FieldValueError, match="benchmark"):
        BenchmarkVerdict("England", 5, Decimal("NaN"), polarity="higher")


def test_a_group_prints_with_its_source_and_year() -> None:
    assert str(group("A", kind="family_group")) == "Our neighbours (ourselves, 2024)"
    assert group("A", kind="family_group").kind.words == "family group"


def test_what_is_missing_is_left_out_and_never_counted_as_nought() -> None:
    figures: dict[str, Any] = {"A": 10, "B": 0, "C": Missing("not_applicable"), "E": 99}
    mean = group_mean(figures, group("A", "B", "C", "D"))

    assert mean.value == 5
    assert mean.counted == ("A", "B")
    assert mean.left_out == (
        ("C", Missing("not_applicable")),
        ("D", Missing("no_data", "not among the figures")),
    )


@pytest.mark.parametrize("average", [group_mean, group_median])
def test_a_group_without_figures_has_no_average(average: Any) -> None:
    nobody = average({"A": None}, group("A"))

    assert nobody.value == Missing(Absence.TOO_FEW, "no figure in the group")
    assert nobody.as_benchmark(decimals=1) == nobody.value
    assert "cannot be said: too few figures to judge by" in nobody.reason
    assert average({}, group()).counted == ()


def test_the_median_of_an_odd_and_an_even_number() -> None:
    assert group_median({"A": 1, "B": 9, "C": 3}, group("A", "B", "C")).value == 3
    assert group_median({"A": 1, "B": 9, "C": 3}, group("A", "B")).value == 5


def test_a_pooled_rate_weighs_members_by_what_they_count() -> None:
    parts = {"A": (1, 10), "B": (90, 100), "C": (None, 50), "D": (3, None)}
    pooled = pooled_rate(parts, group("A", "B", "C", "D", "E"), per=10_000)

    assert pooled.value == Fraction(91 * 10_000, 110)
    assert [area for area, _ in pooled.left_out] == ["C", "D", "E"]
    assert pooled.method is AverageMethod.POOLED
    assert "pooled rate of Our neighbours" in pooled.reason


def test_a_pooled_rate_of_nothing_is_none() -> None:
    assert pooled_rate({"A": (0, 0)}, group("A")).value == Missing(
        Absence.TOO_FEW, "nothing counted"
    )


def test_parts_that_are_none_are_refused() -> None:
    with pytest.raises(FieldValueError, match="denominator of A"):
        pooled_rate({"A": (1, -1)}, group("A"))
    with pytest.raises(FieldTypeError, match="numerator, denominator"):
        pooled_rate({"A": 5}, group("A"))  # type: ignore[dict-item]


def test_an_average_must_account_for_each_member() -> None:
    with pytest.raises(FieldValueError, match="each member"):
        GroupAverage(
            group=group("A", "B"),
            method=AverageMethod.MEAN,
            value=Fraction(1),
            counted=["A"],
            left_out=[],
        )


def test_a_benchmark_is_rounded_once_and_names_its_method() -> None:
    mean = group_mean({"A": 1, "B": 1, "C": 2}, group("A", "B", "C"))
    benchmark = mean.as_benchmark(decimals=2, period=ReportingPeriod.financial_year(2024))

    assert isinstance(benchmark, Benchmark)
    assert (str(benchmark.value), benchmark.source) == ("1.33", "mean; ourselves, 2024")


def test_an_average_that_is_none_says_so_in_its_sentence() -> None:
    two = ComparatorGroup("Two", ["A", "B"], kind="other", source="ourselves", year=2024)

    assert group_mean({"A": None}, two).reason == (
        "The mean of Two (ourselves, 2024) cannot be said: too few figures to judge by (no figure "
        "in the group); left out: A (no data), B (no data (not among the figures))."
    )


def test_one_figure_has_no_distance_and_the_middle_one_none_to_speak_of() -> None:
    alone = median_distance("A", {"A": 5, "B": None})

    assert alone.distance == Missing("too_few", note="one figure in the group")
    assert median_distance("B", {"A": 1, "B": 2, "C": 4}).reason == (
        "B lies on its group's median of 2."
    )


def test_distance_from_the_median_is_in_deviations_of_the_group() -> None:
    figures = {"A": 10, "B": 12, "C": 14, "D": 20, "E": 13, "F": None}

    assert median_distance("A", figures).distance == -3
    assert "below its median of 13" in median_distance("A", figures).reason
    assert median_distance("F", figures).distance == Missing("no_data")
    assert median_distance("F", {"F": None}).median == Missing(
        Absence.TOO_FEW, "no figure in the group"
    )
    wide = {"A": 10, "B": 12, "C": 14, "D": 20, "E": 16}
    assert median_distance("D", wide).deviation == 2
    assert median_distance("D", wide).distance == 3
    level = median_distance("A", {"A": 9, "B": 5, "C": 5})
    assert level.distance == Missing(Absence.NOT_COMPARABLE, "most of the group is level")
    with pytest.raises(UnknownNameError):
        median_distance("Z", figures)


@pytest.mark.parametrize(
    ("value", "options", "comparison"),
    [
        ("82.5", {"polarity": "higher"}, Comparison.BETTER),
        ("82.5", {"polarity": "lower"}, Comparison.WORSE),
        ("82.40", {"polarity": "lower"}, Comparison.SAME),
        ("81.4", {"polarity": "higher", "tolerance": Tolerance(1, "amount")}, Comparison.SAME),
        ("81.39", {"polarity": "higher", "tolerance": Tolerance(1, "amount")}, Comparison.WORSE),
        ("90.64", {"polarity": "lower", "tolerance": Tolerance(10, "percent")}, Comparison.SAME),
        ("90.65", {"polarity": "lower", "tolerance": Tolerance(10, "percent")}, Comparison.WORSE),
        ("81", {"polarity": "range", "best_range": Range(70, 81)}, Comparison.BETTER),
        ("60", {"polarity": "range", "best_range": Range(70, 81)}, Comparison.WORSE),
        ("82.5", {"polarity": "none"}, Missing(Absence.NO_POLARITY)),
        (None, {"polarity": "higher"}, Missing("no_data")),
    ],
)
def test_a_figure_is_better_or_worse_than_a_benchmark_by_polarity(
    value: Any, options: Any, comparison: Any
) -> None:
    assert against_benchmark(value, ENGLAND, **options).comparison == comparison


def test_the_reason_shows_both_figures_and_the_tolerance() -> None:
    close = against_benchmark(82, ENGLAND, polarity="higher", tolerance=Tolerance(1, "amount"))
    ranged = against_benchmark(82, ENGLAND, polarity="range", best_range=Range(80, 90))
    nobody = group_mean({}, group("A"))

    assert close.reason == (
        "The same as England: 82 is 0.4 below 82.4; higher is better, and within 1 is the same."
    )
    assert ranged.reason == "The same as England: 82 is 0.4 below 82.4; best is 80 to 90."
    assert against_benchmark(82, ENGLAND, polarity="none").reason.endswith(
        "no view, for it is not stated which way is better."
    )
    assert against_benchmark("82.4", ENGLAND, polarity="higher").reason.startswith(
        "The same as England: 82.4 is level with 82.4"
    )
    assert against_benchmark(82, nobody, polarity="higher").reason == (
        "There is no comparison with the mean of Our neighbours: "
        "too few figures to judge by (no figure in the group)."
    )
    assert isinstance(against_benchmark(82, nobody, polarity="higher").comparison, Missing)
    with pytest.raises(FieldTypeError):
        against_benchmark(82, "82.4", polarity="higher")  # type: ignore[arg-type]


def relative(value: Any, before: Any, polarity: Any = "lower", **options: Any) -> Any:
    return travel_against_benchmark(
        value,
        Benchmark("England", 10),
        previous=before,
        previous_benchmark=options.pop("theirs", Benchmark("England", 12)),
        polarity=polarity,
        **options,
    )


@pytest.mark.parametrize(
    ("value", "before", "polarity", "comparison"),
    [
        (14, 18, "lower", Comparison.BETTER),
        (14, 15, "lower", Comparison.WORSE),
        (14, 16, "lower", Comparison.SAME),
        (14, 15, "higher", Comparison.BETTER),
        (14, 15, "none", Missing(Absence.NO_POLARITY)),
        (None, 15, "lower", Missing("no_data")),
        (14, None, "lower", Missing("no_data")),
    ],
)
def test_a_falling_figure_may_lose_on_one_that_falls_faster(
    value: Any, before: Any, polarity: str, comparison: Any
) -> None:
    assert relative(value, before, polarity).comparison == comparison


def test_gaining_and_losing_have_their_sentences() -> None:
    assert relative(14, 15).reason == (
        "Losing on England: 3 above it before and 4 above it now; lower is better."
    )
    assert relative(14, 15, "none").reason.startswith("Beside England: 3 above it before")
    assert "cannot be said: no data" in relative(None, 15).reason
    ranged = relative(14, 15, "range", best_range=Range(0, 11))
    assert (
        ranged.reason
        == "Keeping pace with England: 3 above it before and 4 above it now; best is 0 to 11."
    )
    nobody = group_mean({}, group("A"))
    unknown = travel_against_benchmark(
        5, nobody, previous=5, previous_benchmark=nobody, polarity="higher"
    )
    assert unknown.gap == unknown.comparison == nobody.value
    with pytest.raises(FieldValueError, match="previous_benchmark"):
        relative(14, 15, theirs=Benchmark("Wales", 12))


THIS, LAST = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)
OLDER = ReportingPeriod.financial_year(2021)


@pytest.mark.parametrize(
    ("polarity", "now", "before", "travel", "movement"),
    [
        ("higher", 6, 5, "better", "up"),
        ("lower", 6, 5, "worse", "up"),
        ("higher", 4, 5, "worse", "down"),
        ("lower", 5, 5, "same", "flat"),
        ("none", 6, 5, Missing(Absence.NO_POLARITY), "up"),
        ("higher", 6, None, Missing("no_data"), Missing("no_data")),
        ("higher", None, 5, Missing("no_data"), Missing("no_data")),
        ("none", None, 5, Missing("no_data"), Missing("no_data")),
    ],
)
def test_travel_is_a_movement_and_a_verdict(
    polarity: str, now: Any, before: Any, travel: Any, movement: Any
) -> None:
    table = LeagueTable(
        GroupFigures({"A": now}), previous=GroupFigures({"A": before}), polarity=polarity
    )

    assert (table["A"].travel, table["A"].movement) == (travel, movement)
    assert table.reason("A")


def test_travel_in_a_range_goes_by_distance() -> None:
    table = LeagueTable(
        GroupFigures({"A": 60, "B": 40, "C": 50, "D": None}),
        previous=GroupFigures({"A": 70, "B": 44, "C": 54}),
        polarity="range",
        best_range=Range(45, 55),
    )

    assert [each.travel for each in table.standings()] == [
        "better",
        "worse",
        "same",
        Missing("no_data"),
    ]
    assert "went down by 4: same" in table.reason("C")


def test_a_table_without_earlier_figures_says_so() -> None:
    table = LeagueTable(GroupFigures({"A": 0}), polarity="lower")

    assert table["A"].change == Missing(Absence.NO_PREVIOUS)


def test_ours_takes_the_period_just_before_and_the_tool_the_last_row() -> None:
    rows = [("X", "A", OLDER, 5), ("X", "A", THIS, 6)]

    ours = league_tables(rows, polarity={"X": "higher"})["X"]["A"]
    theirs = league_tables(rows, polarity={"X": "higher"}, rules=LAIT_APRIL_2026)["X"]["A"]
    assert (ours.travel, theirs.travel) == (Missing(Absence.NO_PREVIOUS), "better")
    assert (ours.band, theirs.band) == ("top quarter", "D")


def test_days_that_are_counted_now_and_then_follow_each_other() -> None:
    days = [ReportingPeriod.as_at(each.end) for each in (OLDER, THIS)]
    rows = [("X", "A", day, place) for place, day in enumerate(days)]

    assert league_tables(rows, polarity={"X": "lower"})["X"]["A"].travel == "worse"


def test_an_older_figure_does_not_stand_in_for_the_latest() -> None:
    rows = [("X", "A", LAST, 5), ("X", "B", THIS, 6), ("X", "A", THIS, None)]
    table = league_tables(rows, polarity={"X": "higher"})["X"]

    assert (table["A"].rank, table["B"].rank) == (Missing("no_data"), 1)
    assert table["A"].previous == 5


def test_who_reported_once_is_in_the_table_without_a_figure() -> None:
    this, last = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)
    rows = [("X", "York", this, 5), ("X", "Bath", last, 4), ("X", "Hull", last, None)]

    table = league_tables(rows, polarity={"X": "higher"})["X"]

    assert table.current.areas == ("York", "Bath", "Hull")
    assert table["Bath"].rank == Missing("no_data")
    assert table.ranking.n == 1
    assert table["Bath"].previous == 4


def test_an_indicator_without_a_polarity_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="'X'"):
        league_tables([("X", "A", THIS, 1)], polarity={"Y": "higher"})
