"""Plain rows are decided at speed; they must come to what every other row comes to."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Rule,
    RuleSet,
    Scale,
    ScorecardRow,
    Target,
)
from councilperf.assessment._assess_row import assess_row, make_ready
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.model import Answer, Polarity, Range
from councilperf.rules import RAG, TRAVEL, Amount, Edge, Figure, OwnTolerance, Percentage
from councilperf.values import Mark, Missing

QUARTERS = tuple(ReportingPeriod.quarter(2019, number) for number in (1, 2))
LAST_YEAR = ReportingPeriod.quarter(2018, 2)

# Few digits, so that figures often lie exactly on an edge.
numbers = st.integers(-30, 200).map(lambda tenths: Decimal(tenths) / 10)
values = numbers | st.sampled_from([Missing("no_data"), Answer.YES])
sizes = st.sampled_from(["0", "2.5", "5", "10", "100"])
allowances = (
    sizes.map(Percentage) | sizes.map(Amount) | st.sampled_from(["1", "2"]).map(OwnTolerance)
)


def edges_of_figure(kind: str) -> st.SearchStrategy[Edge]:
    """Build edges of one figure, moved either way or not at all."""
    plain = st.builds(Edge, st.just(Figure(kind)), included=st.booleans())
    moved = st.builds(
        Edge,
        st.just(Figure(kind)),
        st.sampled_from(["worse", "better"]),
        allowances,
        included=st.booleans(),
    )
    return plain | moved


def rules_on(judgement: str, kinds: list[str], scale: Scale) -> st.SearchStrategy[Rule]:
    """Build rules of two lines on a scale of three levels."""
    best, middle, worst = scale.keys
    return st.sampled_from(kinds).flatmap(
        lambda kind: st.tuples(edges_of_figure(kind), edges_of_figure(kind)).map(
            lambda pair: Rule(
                judgement, {best: pair[0], middle: pair[1]}, otherwise=worst, scale=scale
            )
        )
    )


rule_sets = st.tuples(
    rules_on("rating", ["target", "same_period_last_year", "floor"], RAG),
    rules_on("travel", ["previous_period", "same_period_last_year", "last_reported"], TRAVEL),
).map(lambda pair: RuleSet("generated", "A council", pair))

rows = st.builds(
    lambda polarity, tolerance, figures, target, marks: ScorecardRow(
        Indicator("R1", "Measure", polarity=polarity, tolerance=tolerance),
        [
            Observation(period, figure, marks=marks if period == QUARTERS[1] else ())
            for period, figure in zip((LAST_YEAR, *QUARTERS), figures, strict=True)
        ],
        target,
    ),
    st.sampled_from(Polarity),
    st.sampled_from([None, "0%", "5%", "10%", "2 points"]),
    st.tuples(values, values, values),
    st.lists(
        st.builds(Target, numbers, strict=st.booleans())
        | st.builds(Target, numbers, period=st.sampled_from(QUARTERS))
        | st.just(Target(Range(1, 2))),
        max_size=2,
    ),
    st.sampled_from([(), (), (), (Mark.SERIES_BREAK,), (Mark.FORECAST,), (Mark.PROVISIONAL,)]),
)


@given(row=rows, rules=rule_sets)
def test_a_row_decided_at_speed_comes_to_the_same_results(
    row: ScorecardRow, rules: RuleSet
) -> None:
    around = PeriodsAround(QUARTERS[1])
    slowly = tuple((name, None) for name in rules.judgements)

    assert assess_row(row, rules, around) == assess_row(row, rules, around, slowly)


@given(row=rows, rules=rule_sets)
def test_equal_rows_have_equal_hashes_and_reasons(row: ScorecardRow, rules: RuleSet) -> None:
    around = PeriodsAround(QUARTERS[1])
    slowly = tuple((name, None) for name in rules.judgements)
    one, other = assess_row(row, rules, around), assess_row(row, rules, around, slowly)

    assert hash(one) == hash(other)
    assert [each.reason for each in one.results] == [each.reason for each in other.results]


def test_some_rows_are_plain() -> None:
    rules = RuleSet(
        "one", "A council", [Rule("rating", {"green": Edge(Figure("target"))}, otherwise="red")]
    )

    [(name, quick)] = make_ready(rules, PeriodsAround(QUARTERS[1]))

    assert name == "rating"
    assert quick is not None
