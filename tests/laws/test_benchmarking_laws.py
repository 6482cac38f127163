"""Laws of ranks and quartiles: what must hold for every group of areas."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from councilperf.benchmarking import (
    ComparatorGroup,
    GroupFigures,
    LeagueTable,
    QuantileMethod,
    Quartiles,
    Ties,
    against_benchmark,
    group_mean,
    group_median,
    percentile,
    pooled_rate,
    quartile,
    rank,
)
from councilperf.model import Benchmark
from councilperf.strategies import exact_numbers
from councilperf.values import Missing, multiply, subtract

Figures = dict[str, Decimal | None]

NOUGHT = Decimal(0)
numbers = exact_numbers(-100, 100, decimals=1)
few = st.sampled_from([Decimal(each) / 2 for each in range(-3, 6)])
groups = st.dictionaries(st.text("ABCDEFGH", min_size=1, max_size=2), st.none() | few | numbers)
polarities = st.sampled_from(["higher", "lower"])
ways_with_ties = st.sampled_from(list(Ties))
OTHER = {"higher": "lower", "lower": "higher"}


def negated(figures: Figures) -> Figures:
    return {a: None if each is None else subtract(NOUGHT, each) for a, each in figures.items()}


@given(groups, polarities, ways_with_ties, st.randoms(use_true_random=False))
def test_ranks_and_quarters_ignore_the_order_of_input(
    figures: Figures, polarity: str, ties: Ties, chance: Any
) -> None:
    shuffled = list(figures.items())
    chance.shuffle(shuffled)
    first = rank(figures, polarity=polarity, ties=ties)
    second = rank(shuffled, polarity=polarity, ties=ties)
    quarters = quartile(figures, polarity=polarity), quartile(shuffled, polarity=polarity)

    assert all(first[area] == second[area] for area in figures)
    assert all(quarters[0][area] == quarters[1][area] for area in figures)


@given(groups, polarities, ways_with_ties, exact_numbers("0.01", 1000, decimals=2))
def test_ranks_and_quarters_ignore_the_unit(
    figures: Figures, polarity: str, ties: Ties, factor: Decimal
) -> None:
    other = {a: None if each is None else multiply(each, factor) for a, each in figures.items()}

    assert rank(other, polarity=polarity, ties=ties).ranks == (
        rank(figures, polarity=polarity, ties=ties).ranks
    )
    assert quartile(other, polarity=polarity).bands == quartile(figures, polarity=polarity).bands


@given(groups, polarities, ways_with_ties)
def test_turned_over_with_its_polarity_a_group_has_the_same_ranks_and_quarters(
    figures: Figures, polarity: str, ties: Ties
) -> None:
    turned, other = negated(figures), OTHER[polarity]

    assert rank(turned, polarity=other, ties=ties).ranks == (
        rank(figures, polarity=polarity, ties=ties).ranks
    )
    assert quartile(turned, polarity=other).bands == quartile(figures, polarity=polarity).bands


@given(groups, polarities)
def test_equal_figures_share_their_rank_and_better_ones_are_before(
    figures: Figures, polarity: str
) -> None:
    ranking = rank(figures, polarity=polarity)
    known = [(value, ranking[area]) for area, value in ranking.figures.known]

    for value, place in known:
        better = [
            each for each, _ in known if (each > value) == (polarity == "higher") and each != value
        ]
        assert place == len(better) + 1
    assert ranking.n + len(ranking.excluded) == len(figures)


@given(groups, polarities)
def test_fractional_ranks_keep_their_sum(figures: Figures, polarity: str) -> None:
    ranking = rank(figures, polarity=polarity, ties="fractional")

    places = [each for each in ranking.ranks if not isinstance(each, Missing)]
    assert sum(places) * 2 == ranking.n * (ranking.n + 1)
    ordinal = rank(figures, polarity=polarity, ties="ordinal").ranks
    assert sorted(each for each in ordinal if isinstance(each, int)) == [*range(1, ranking.n + 1)]


@given(groups, polarities, ways_with_ties)
def test_a_missing_figure_changes_no_rank_quarter_or_average(
    figures: Figures, polarity: str, ties: Ties
) -> None:
    more: Figures = {**figures, "nobody": None}
    members = ComparatorGroup("all", [*more], kind="other", source="ourselves", year=2024)

    assert rank(more, polarity=polarity, ties=ties).ranks[:-1] == (
        rank(figures, polarity=polarity, ties=ties).ranks
    )
    assert quartile(more, polarity=polarity).bands[:-1] == (
        quartile(figures, polarity=polarity).bands
    )
    assert group_mean(more, members).value == group_mean(figures, members).value
    assert group_median(more, members).value == group_median(figures, members).value


@given(st.lists(numbers, min_size=1, unique=True), polarities)
def test_quarters_hold_their_shares(values: list[Decimal], polarity: str) -> None:
    """Without ties no quarter has two areas more than its share, whatever the number of areas."""
    bands = quartile({str(n): each for n, each in enumerate(values)}, polarity=polarity).bands

    for band in (1, 2, 3, 4):
        assert abs(bands.count(band) - len(values) / 4) < 2


@given(groups, polarities)
def test_a_better_figure_is_never_in_a_worse_quarter(figures: Figures, polarity: str) -> None:
    cut = quartile(figures, polarity=polarity)
    ranking = rank(figures, polarity=polarity)

    by_rank = [cut[area] for area, _ in ranking.in_order]
    assert by_rank == sorted(by_rank)


@given(groups, st.sampled_from(list(QuantileMethod)), numbers, st.integers(0, 100))
def test_percentiles_move_with_the_figures(
    figures: Figures, method: QuantileMethod, constant: Decimal, percent: int
) -> None:
    moved = {a: None if each is None else subtract(each, constant) for a, each in figures.items()}
    before = percentile(figures, percent, method=method)
    after = percentile(moved, percent, method=method)

    assume(not isinstance(before, Missing))
    assert not isinstance(after, Missing)
    assert after == subtract(before, constant)  # type: ignore[arg-type]


@given(groups)
def test_quartiles_are_in_order_between_the_least_and_the_greatest(figures: Figures) -> None:
    cut = Quartiles(GroupFigures(figures), "higher").thresholds
    known = [each for each in figures.values() if each is not None]

    assume(not isinstance(cut, Missing))
    assert not isinstance(cut, Missing)
    assert list(cut) == sorted(cut)
    assert cut[0] == Fraction(min(known))
    assert cut[4] == Fraction(max(known))


@given(groups, groups, polarities)
def test_travel_mirrors_with_polarity(now: Figures, before: Figures, polarity: str) -> None:
    table = LeagueTable(GroupFigures(now), previous=GroupFigures(before), polarity=polarity)
    other = LeagueTable(GroupFigures(now), previous=GroupFigures(before), polarity=OTHER[polarity])
    mirror = {"better": "worse", "worse": "better", "same": "same"}

    for mine, theirs in zip(table.standings(), other.standings(), strict=True):
        if isinstance(mine.travel, Missing):
            assert theirs.travel == mine.travel
        else:
            assert theirs.travel == mirror[mine.travel]
            assert theirs.movement == mine.movement


@given(numbers, numbers, polarities)
def test_a_verdict_mirrors_when_figure_and_benchmark_change_places(
    one: Decimal, two: Decimal, polarity: str
) -> None:
    mirror = {"better": "worse", "worse": "better", "same": "same"}
    forth = against_benchmark(one, Benchmark("them", two), polarity=polarity).comparison
    back = against_benchmark(two, Benchmark("them", one), polarity=polarity).comparison

    assert not isinstance(forth, Missing)
    assert back == mirror[forth]


@given(
    st.dictionaries(st.sampled_from("ABCDE"), st.tuples(st.integers(0, 99), st.integers(1, 99)))
)
def test_a_pooled_rate_lies_between_the_rates_that_it_pools(
    parts: dict[str, tuple[int, int]],
) -> None:
    members = ComparatorGroup("all", [*parts], kind="other", source="ourselves", year=2024)
    pooled = pooled_rate(parts, members, per=1).value

    assume(not isinstance(pooled, Missing))
    assert not isinstance(pooled, Missing)
    rates = [Decimal(top) / bottom for top, bottom in parts.values()]
    assert float(min(rates)) - 1e-9 <= pooled <= float(max(rates)) + 1e-9
