"""The laws of summary counts, shares and roll-ups."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from councilperf.assessment import (
    MissingPolicy,
    RollUpStrategy,
    StatedResult,
    Tally,
    roll_up,
    tally,
)
from councilperf.model import StatedLevel
from councilperf.rules import RAG, Rule
from councilperf.strategies import tallies

JUDGED = Rule("rating", judged=True)
#: Results with a level, or with none.
RESULTS = st.sampled_from([*RAG.keys, None]).map(
    lambda key: StatedResult(JUDGED, None if key is None else StatedLevel("rating", key))
)
REPORTS = st.lists(RESULTS, max_size=8)
STRATEGIES = st.sampled_from([each for each in RollUpStrategy if each != "weighted"])
POLICIES = st.sampled_from(MissingPolicy)


@given(tallies())
def test_the_parts_of_a_tally_sum_to_its_population(counts: Tally) -> None:
    unrated = sum(each.count for each in counts.unrated)

    assert sum(counts[key] for key in counts.scale.keys) + unrated == counts.total
    assert counts.rated <= counts.total


@given(tallies())
def test_what_unrated_items_print_adds_up_to_them(counts: Tally) -> None:
    printed = counts.printed_unrated()

    assert sum(count for _, count in printed) == sum(each.count for each in counts.unrated)
    assert len({label for label, _ in printed}) == len(printed)


@given(tallies())
def test_shares_of_all_add_up_to_what_is_rated(counts: Tally) -> None:
    shares = [counts.share_of_all(key) for key in counts.scale.keys]
    everything = counts.share_of_all(*counts.scale.keys)

    if counts.total == 0:
        assert {*shares, everything} == {None}
    else:
        assert sum(each for each in shares if each is not None) == everything


@given(tallies())
def test_shares_of_the_rated_add_up_to_one(counts: Tally) -> None:
    rated = [each.key for each in counts.scale.levels if each.rated]
    expected = None if counts.rated == 0 else 1

    assert counts.share_of_rated(*rated) == expected


@given(REPORTS, REPORTS)
def test_the_tally_of_two_reports_is_the_sum_of_their_tallies(
    one: list[StatedResult], other: list[StatedResult]
) -> None:
    both = tally([*one, *other], RAG)

    for key in RAG.keys:
        assert both[key] == tally(one, RAG)[key] + tally(other, RAG)[key]
    assert both.total == len(one) + len(other)


@given(st.data(), REPORTS)
def test_the_order_of_items_does_not_matter_to_a_tally(
    data: st.DataObject, results: list[StatedResult]
) -> None:
    assert tally(data.draw(st.permutations(results)), RAG) == tally(results, RAG)


@given(REPORTS, STRATEGIES, POLICIES)
def test_a_roll_up_of_one_item_is_that_item(
    results: list[StatedResult], strategy: RollUpStrategy, policy: MissingPolicy
) -> None:
    items = {str(place): each for place, each in enumerate(results)}
    once = roll_up(items, RAG, strategy=strategy, missing=policy)
    twice = roll_up({"together": once}, RAG, strategy=strategy, missing="leave_unrated")

    assert twice.level == once.level


@given(REPORTS, STRATEGIES, POLICIES)
def test_a_roll_up_of_roll_ups_that_agree_is_their_level(
    results: list[StatedResult], strategy: RollUpStrategy, policy: MissingPolicy
) -> None:
    items = {str(place): each for place, each in enumerate(results)}
    once = roll_up(items, RAG, strategy=strategy, missing=policy)
    again = {"first": once, "second": once, "third": once}

    assert roll_up(again, RAG, strategy=strategy, missing="leave_unrated").level == once.level


@given(REPORTS, st.sampled_from([RollUpStrategy.WORST, RollUpStrategy.BEST]))
def test_worst_and_best_do_not_depend_on_how_items_are_grouped(
    results: list[StatedResult], strategy: RollUpStrategy
) -> None:
    middle = len(results) // 2
    items = {str(place): each for place, each in enumerate(results)}
    halves = [
        roll_up(dict(part), RAG, strategy=strategy, missing="leave_out")
        for part in (list(items.items())[:middle], list(items.items())[middle:])
    ]
    whole = roll_up(items, RAG, strategy=strategy, missing="leave_out")
    of_halves = roll_up(
        dict(zip("ab", halves, strict=True)),
        RAG,
        strategy=strategy,
        missing="leave_out",
    )

    assert of_halves.level == whole.level


@given(REPORTS, STRATEGIES)
def test_a_roll_up_leaves_out_just_what_has_no_level(
    results: list[StatedResult], strategy: RollUpStrategy
) -> None:
    items = {str(place): each for place, each in enumerate(results)}
    together = roll_up(items, RAG, strategy=strategy, missing="leave_out")

    assert together.left_out == tuple(name for name, each in items.items() if each.level is None)


@given(REPORTS)
def test_a_majority_is_the_level_of_more_than_half(results: list[StatedResult]) -> None:
    levels = Counter(each.level for each in results if each.level is not None)
    items = {str(place): each for place, each in enumerate(results)}
    expected = [key for key, count in levels.items() if 2 * count > levels.total()]

    assert roll_up(items, RAG, strategy="majority", missing="leave_out").level == next(
        iter(expected), None
    )
