"""Ranks and quartiles: ties, exclusions, polarity, and groups that give none."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest

from councilperf.benchmarking import (
    LAIT_APRIL_2026,
    BenchmarkRules,
    GroupFigures,
    QuantileMethod,
    QuartileEdge,
    Quartiles,
    Ties,
    percentile,
    quartile,
    rank,
)
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Answer, Observation, Range
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Missing

FOUR: dict[str, Any] = {"A": 9, "B": 7, "C": 7, "D": 5}


@pytest.mark.parametrize(
    ("ties", "ranks"),
    [
        ("competition", (1, 2, 2, 4)),
        ("modified", (1, 3, 3, 4)),
        ("dense", (1, 2, 2, 3)),
        ("fractional", (Decimal("1.0"), Decimal("2.5"), Decimal("2.5"), Decimal("4.0"))),
        ("ordinal", (1, 2, 3, 4)),
    ],
)
def test_ties_are_ranked_by_the_named_method(ties: str, ranks: tuple[object, ...]) -> None:
    assert rank(FOUR, polarity="higher", ties=ties).ranks == ranks


@pytest.mark.parametrize("ties", Ties)
def test_a_missing_figure_has_no_rank_and_makes_the_list_no_longer(ties: Ties) -> None:
    with_gap = rank({"E": Missing("suppressed"), **FOUR}, polarity="higher", ties=ties)

    assert with_gap.ranks[1:] == rank(FOUR, polarity="higher", ties=ties).ranks
    assert (with_gap.n, with_gap["E"]) == (4, Missing("suppressed"))
    assert with_gap.excluded == (("E", Missing("suppressed")),)
    assert with_gap.percentile_of("E") == Missing("suppressed")


def test_an_unknown_way_with_ties_is_refused() -> None:
    with pytest.raises(FieldValueError, match="competition"):
        rank(FOUR, polarity="higher", ties="olympic")


def test_lower_is_better_turns_the_list_over() -> None:
    assert rank(FOUR, polarity="lower").ranks == (4, 2, 2, 1)
    assert rank(FOUR, polarity="lower").in_order[0] == ("D", 1)


def test_a_range_ranks_by_the_distance_outside_it() -> None:
    ranking = rank(
        {"A": 44, "B": 50, "C": "55.5", "D": 55, "E": None},
        polarity="range",
        best_range=Range(45, 55),
    )

    assert ranking.ranks == (4, 1, 3, 1, Missing("no_data"))
    assert ranking.reason("C") == "C is 3rd of 4 with 55.5; best is 45 to 55; 1 without a figure."
    with pytest.raises(FieldTypeError, match="best_range"):
        rank(FOUR, polarity="range")


@pytest.mark.parametrize(
    ("polarity", "reason"),
    [
        ("none", Missing(Absence.NO_POLARITY)),
        (Missing(Absence.NO_POLARITY, "the paper does not say"),) * 2,
    ],
)
def test_without_a_polarity_nobody_is_ranked(polarity: Any, reason: Missing) -> None:
    ranking = rank({**FOUR, "E": None}, polarity=polarity)

    assert ranking.ranks == (*[reason] * 4, Missing("no_data"))
    assert (ranking.n, ranking.in_order) == (0, ())
    assert quartile(FOUR, polarity=polarity).bands == (reason,) * 4


def test_an_empty_group_ranks_nobody() -> None:
    assert rank({}, polarity="higher").ranks == ()
    assert quartile({}, polarity="higher").thresholds == Missing(
        Absence.TOO_FEW, "no figure in the group"
    )
    assert percentile([], 50) == Missing(Absence.TOO_FEW, "no figure in the group")


def test_one_area_is_first_of_one_and_nowhere_among_others() -> None:
    alone = rank({"Halton": 5}, polarity="higher")

    assert alone["Halton"] == 1
    assert alone.percentile_of("Halton") == Missing(Absence.TOO_FEW, "it is alone in its group")


def test_all_tied_are_all_first_and_in_the_best_quarter() -> None:
    level = dict.fromkeys("ABCD", 7)

    assert rank(level, polarity="lower").ranks == (1,) * 4
    assert quartile(level, polarity="lower").bands == (1,) * 4
    assert quartile(level, polarity="higher").bands == (1,) * 4
    assert quartile(level, polarity="higher", rules=LAIT_APRIL_2026).bands == (4,) * 4
    assert rank(level, polarity="lower").percentile_of("A") == 50


def test_all_missing_have_their_reasons() -> None:
    none = {"A": Missing("suppressed"), "B": None}

    assert rank(none, polarity="higher").ranks == (Missing("suppressed"), Missing("no_data"))
    assert quartile(none, polarity="higher").name_of("A") == Missing("suppressed")
    assert quartile(none, polarity="higher").reason("A") == "A is in no quarter: suppressed."


@pytest.mark.parametrize(
    ("number", "spoken"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")],
)
def test_ranks_are_spoken_as_in_english(number: int, spoken: str) -> None:
    ranking = rank({f"{place:03}": place for place in range(1, 30)}, polarity="lower")

    assert ranking.reason(f"{number:03}").startswith(f"{number:03} is {spoken} of 29")


def test_level_areas_are_named_as_such() -> None:
    assert "2nd of 4 with 7, level with 1 other;" in rank(FOUR, polarity="higher").reason("B")
    assert "2.5th of 4" in rank(FOUR, polarity="higher", ties="fractional").reason("B")
    assert "level with 3 others" in rank(dict.fromkeys("ABCD", 7), polarity="higher").reason("A")


@pytest.mark.parametrize(
    "figures",
    [5, "AB", ["AB"], [("A", 1, 2)], [("A",)], {"A": Answer.YES}, {"A": object()}, {5: 1}],
)
def test_what_is_no_group_of_figures_is_refused(figures: Any) -> None:
    with pytest.raises((FieldTypeError, FieldValueError)):
        rank(figures, polarity="higher")


def test_pairs_may_be_lists_and_areas_any_kind_of_text() -> None:
    assert rank([["A", 1], ["B", 2]], polarity="lower").ranks == (1, 2)  # type: ignore[list-item]
    assert rank([(Ties.DENSE, 1)], polarity="lower")["dense"] == 1


def test_an_area_given_twice_is_refused() -> None:
    with pytest.raises(FieldValueError, match="'A'"):
        rank([("A", 1), ("A", 2)], polarity="higher")
    with pytest.raises(FieldValueError, match="area"):
        rank([("", 1)], polarity="higher")


def test_an_unknown_area_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="'A', 'B', 'C', 'D'"):
        rank(FOUR, polarity="higher")["Halton"]


THIS, LAST = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)


def test_a_group_with_different_periods_is_refused_unless_one_is_named() -> None:
    mixed: dict[str, Any] = {
        "A": Observation(THIS, 5),
        "B": Observation(LAST, 9),
        "C": Observation(THIS, 4),
        "D": 3,
    }

    with pytest.raises(FieldValueError, match="one period"):
        rank(mixed, polarity="higher")
    assert rank(mixed, polarity="higher", period=THIS).ranks == (
        1,
        Missing(Absence.NOT_COMPARABLE, "for another period"),
        2,
        3,
    )
    alike = {"A": Observation(THIS, 5), "C": Observation(THIS, None)}
    assert rank(alike, polarity="higher").figures.period == THIS
    with pytest.raises(FieldTypeError):
        rank({"A": Observation(THIS, Answer.YES)}, polarity="higher")
    with pytest.raises(FieldTypeError):
        GroupFigures(alike)


def test_of_figures_for_several_periods_an_odd_one_out_is_named() -> None:
    mixed = {"A": Observation(THIS, 5), "B": Observation(LAST, 4), "C": Observation(THIS, 6)}

    with pytest.raises(FieldValueError, match=f"B: {LAST}.* say which .{THIS}.?"):
        rank(mixed, polarity="higher")


def test_figures_do_not_depend_on_the_callers_decimal_settings() -> None:
    figures = {"A": "1234.567", "B": "1234.568", "C": None}
    with localcontext() as context:
        context.prec = 3
        narrow = quartile(figures, polarity="higher"), rank(figures, polarity="higher").ranks

    assert narrow == (quartile(figures, polarity="higher"), (2, 1, Missing("no_data")))
    assert narrow[0].bands == (4, 1, Missing("no_data"))


@pytest.mark.parametrize(
    ("method", "quartiles"),
    [
        # Worked by hand from the definitions of R's types 7, 6, 8 and 1.
        (QuantileMethod.INCLUSIVE, ["13/4", "11/2", "31/4"]),
        (QuantileMethod.EXCLUSIVE, ["11/4", "11/2", "33/4"]),
        (QuantileMethod.MEDIAN_UNBIASED, ["35/12", "11/2", "97/12"]),
        (QuantileMethod.NEAREST_RANK, ["3", "5", "8"]),
    ],
)
def test_quartiles_are_cut_by_the_named_method(
    method: QuantileMethod, quartiles: list[str]
) -> None:
    figures = {str(number): number for number in range(1, 11)}

    assert [percentile(figures, each, method=method) for each in (25, 50, 75)] == [
        Fraction(each) for each in quartiles
    ]
    assert percentile(figures, 0, method=method) == 1
    assert percentile(figures, 100, method=method) == 10


def test_a_percentile_is_from_nought_to_a_hundred() -> None:
    with pytest.raises(FieldValueError, match="0 to 100"):
        percentile(FOUR, 101)


@pytest.mark.parametrize(
    ("edge", "higher", "lower"),
    [
        (QuartileEdge.BETTER, (4, 3, 2, 1, 1), (1, 1, 2, 3, 4)),
        (QuartileEdge.WORSE, (4, 4, 3, 2, 1), (1, 2, 3, 4, 4)),
        (QuartileEdge.LOWER_QUARTER, (4, 4, 3, 2, 1), (1, 1, 2, 3, 4)),
        (QuartileEdge.UPPER_QUARTER, (4, 3, 2, 1, 1), (1, 2, 3, 4, 4)),
    ],
)
def test_a_figure_on_a_quartile_goes_where_the_rule_says(
    edge: QuartileEdge, higher: tuple[int, ...], lower: tuple[int, ...]
) -> None:
    rules = BenchmarkRules(name="ours", quartile_edge=edge, band_names="1 2 3 4".split())
    figures = {"A": 10, "B": 20, "C": 30, "D": 40, "E": 50}

    assert quartile(figures, polarity="higher", rules=rules).bands == higher
    assert quartile(figures, polarity="lower", rules=rules).bands == lower


def test_rules_take_the_words_for_their_choices() -> None:
    words = BenchmarkRules(
        name="ours",
        ties="dense",
        quantile_method="exclusive",
        quartile_edge="worse",
        band_names="1 2 3 4".split(),
    )

    assert words.ties is Ties.DENSE
    assert words.quantile_method is QuantileMethod.EXCLUSIVE
    assert words.quartile_edge is QuartileEdge.WORSE
    assert percentile(FOUR, 25, method="nearest_rank") == percentile(
        FOUR, 25, method=QuantileMethod.NEAREST_RANK
    )


@pytest.mark.parametrize("name", ["ties", "quantile_method", "quartile_edge"])
def test_rules_refuse_a_word_for_no_choice_of_theirs(name: str) -> None:
    with pytest.raises(FieldValueError, match=f"{name}: 'olympic' is not allowed; give one of"):
        BenchmarkRules(name="ours", band_names="1 2 3 4".split(), **{name: "olympic"})  # type: ignore[arg-type]


def test_a_range_is_cut_by_distance() -> None:
    cut = quartile(
        {"A": 50, "B": 57, "C": 40, "D": 70}, polarity="range", best_range=Range(45, 55)
    )

    assert cut.bands == (1, 2, 3, 4)
    assert "of the distance from the range" in cut.reason("A")


def test_a_range_says_nothing_where_higher_is_better() -> None:
    figures = {"A": 40, "B": 50, "C": 60, "D": 70}
    best = Range(45, 55)
    ranked = rank(figures, polarity="higher", best_range=best)

    assert ranked.ranks == (4, 3, 2, 1)
    assert ranked.reason("D") == "D is 1st of 4 with 70; higher is better."
    assert quartile(figures, polarity="higher", best_range=best).bands == (4, 3, 2, 1)


def test_a_group_need_not_be_cut() -> None:
    reason = Missing(Absence.NOT_APPLICABLE, "too small a range")
    uncut = Quartiles(GroupFigures({**FOUR, "E": None}), "higher", unbanded=reason)

    assert uncut.bands == (*[reason] * 4, Missing("no_data"))


def test_there_are_four_names_for_quarters() -> None:
    with pytest.raises(FieldValueError, match="four names"):
        BenchmarkRules(name="ours", band_names=["top", "bottom"])


def test_nought_is_a_figure_like_others_when_quarters_are_cut() -> None:
    cut = quartile({"A": 0, "B": 1, "C": 2, "D": 3}, polarity="lower")

    assert cut.bands == (1, 2, 3, 4)


def test_inside_a_range_is_ahead_of_the_next_figure_outside_it() -> None:
    ranked = rank({"A": 50, "B": 56, "C": 44}, polarity="range", best_range=Range(45, 55))

    assert ranked.ranks == (1, 2, 2)


def test_the_twelfth_is_spoken_as_the_twelfth() -> None:
    ranked = rank({f"area {place:02}": place for place in range(1, 23)}, polarity="lower")

    assert "12th" in ranked.reason("area 12")
    assert "22nd" in ranked.reason("area 22")
