"""The laws of travel, of whole assessments, and of what changed between two rule sets."""

from __future__ import annotations

import decimal
import itertools
from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from councilperf.assessment import (
    Assessment,
    SinceLast,
    Travel,
    assess,
    cross_tally,
    find_exceptions,
    levels_since,
    measure_share,
    travel,
)
from councilperf.model import (
    Indicator,
    Observation,
    Polarity,
    Scorecard,
    ScorecardRow,
    Target,
    Tolerance,
)
from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PREVIOUS_PERIOD,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    Amount,
    Condition,
    Is,
    NamedCondition,
    OwnTolerance,
    Percentage,
    Rule,
    RuleSet,
    Share,
    changes_between,
)
from councilperf.strategies import (
    assessments,
    conditions,
    edges,
    exact_numbers,
    rule_sets,
    rules,
    scales,
    tolerances,
    travels,
)

NUMBERS = exact_numbers(-20, 20, decimals=1)
ASSESSMENTS = assessments(max_rows=3)
RULE_SETS = rule_sets()
MOVED = Rule(
    "travel",
    {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
    otherwise="worsening",
    scale=TRAVEL,
)


@given(NUMBERS, NUMBERS, st.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_a_movement_is_of_the_number_and_its_verdict_by_polarity(
    value: Decimal, earlier: Decimal, polarity: Polarity
) -> None:
    result = travel(value, previous=earlier, polarity=polarity, rules=MOVED)
    better = value > earlier if polarity is Polarity.HIGHER else value < earlier

    assert result.change == value - earlier
    if value == earlier:
        assert (result.movement, result.level) == ("flat", "static")
    else:
        assert result.movement == ("up" if value > earlier else "down")
        assert result.level == ("improving" if better else "worsening")


@given(NUMBERS, NUMBERS)
def test_a_percentage_change_leads_from_the_earlier_figure_to_the_later(
    value: Decimal, earlier: Decimal
) -> None:
    result = travel(value, previous=earlier, polarity="higher", rules=MOVED)
    undefined = earlier == 0 or (value < 0) is not (earlier < 0)

    assert (result.percentage_change is None) is undefined
    if result.percentage_change is not None:
        assert (result.percentage_change > 0) is (value > earlier)
        assert abs(earlier) * result.percentage_change.numerator == (
            (value - earlier) * 100 * result.percentage_change.denominator
        )


@given(travels())
def test_without_a_verdict_a_travel_says_why(result: Travel) -> None:
    assert (result.level is None) is bool(result.reasons)
    assert result.reason.endswith(".")


#: Round numbers, so that figures often meet their edges.
ROUND = st.integers(-1, 12).map(lambda tens: Decimal(tens * 10))
PLAIN_FIGURES = st.sampled_from([PREVIOUS_PERIOD, SAME_PERIOD_LAST_YEAR, TARGET])
PLAIN_ALLOWANCES = st.one_of(
    st.builds(Percentage, st.sampled_from([0, 5, 10, 20, 50])),
    st.builds(Amount, st.sampled_from([0, 5, 10])),
    st.builds(OwnTolerance, st.sampled_from([1, 2])),
)


@st.composite
def plain_rules(draw: st.DrawFn) -> Rule:
    """Make rules that hold all against one figure, as most papers do."""
    figure = st.just(draw(PLAIN_FIGURES).figure)
    reach = edges(figures=figure, allowances=PLAIN_ALLOWANCES)
    return draw(rules(scales=scales(), reaches=reach))


@given(
    plain_rules(),
    st.sampled_from([Polarity.HIGHER, Polarity.LOWER]),
    st.none() | tolerances(0, 20, decimals=0),
    st.lists(ROUND, min_size=3, max_size=3),
    st.builds(Target, ROUND, strict=st.booleans()),
)
def test_a_rule_for_every_indicator_gives_what_a_rule_for_all_of_one_kind_gives(
    rule: Rule,
    polarity: Polarity,
    tolerance: Tolerance | None,
    figures: list[Decimal],
    target: Target,
) -> None:
    """Plain rows are decided by a shorter way, which must lead to the same place."""
    at = ReportingPeriod.quarter(2019, 2)
    periods = (at, at.previous(), at.same_period_last_year())
    indicator = Indicator("H1", "Homes", polarity=polarity, tolerance=tolerance)
    observed = [Observation(*each) for each in zip(periods, figures, strict=True)]
    card = Scorecard("Homes", [ScorecardRow(indicator, observed, [target])])
    served = evolve(rule, serves=Is("kind", "indicator"))
    [short], [long] = (
        assess(card, RuleSet("ours", "Our council", [each]), period=at).rows[0].results
        for each in (rule, served)
    )

    assert (short.level, short.reasons) == (long.level, long.reasons)
    assert short.reason == long.reason


@given(ASSESSMENTS)
def test_every_result_has_a_level_or_a_reason_and_a_sentence(assessment: Assessment) -> None:
    for row in assessment.rows:
        for result in (*row.results, *row.standing):
            assert (result.level is None) is bool(result.reasons)
            assert result.reason.endswith(".")
            assert result.label


@given(st.data(), ASSESSMENTS)
def test_an_assessment_of_permuted_rows_is_permuted(
    data: st.DataObject, assessment: Assessment
) -> None:
    places = data.draw(st.permutations(range(len(assessment.rows))))
    rows = [assessment.scorecard.rows[each] for each in places]
    card = evolve(assessment.scorecard, rows=rows)
    permuted = _assessed_as(assessment, card)

    assert permuted.rows == tuple(assessment.rows[each] for each in places)


def _assessed_as(assessment: Assessment, card: Scorecard) -> Assessment:
    return assess(card, assessment.rules, period=assessment.period, context=assessment.context)


@given(ASSESSMENTS)
def test_an_assessment_does_not_depend_on_the_decimal_context(assessment: Assessment) -> None:
    careless = decimal.Context(prec=2, Emin=-9, Emax=9, traps=[decimal.Inexact, decimal.Rounded])
    with decimal.localcontext(careless) as settings:
        again = _assessed_as(assessment, assessment.scorecard)
        sentences = [each.reason for row in again.rows for each in row.results]
        assert not any(settings.flags.values())

    assert again == assessment
    assert sentences == [each.reason for row in assessment.rows for each in row.results]


@given(ASSESSMENTS)
def test_a_tally_counts_every_row_once(assessment: Assessment) -> None:
    for name in assessment.rules.judgements:
        counts = assessment.tally(name)

        assert counts.total == len(assessment.rows)
        for key in counts.scale.keys:
            rows = [row for row in assessment.rows if row.standing_result(name).level == key]
            assert counts[key] == len(rows)


@given(ASSESSMENTS)
def test_a_cross_table_adds_up_to_both_of_its_tallies(assessment: Assessment) -> None:
    names = assessment.rules.judgements
    for first, second in itertools.pairwise(names):
        both = cross_tally(assessment, first, second)
        one, other = assessment.tally(first), assessment.tally(second)

        assert both.total == len(assessment.rows)
        for key in one.scale.keys:
            assert one[key] == sum(both.count(key, each) for each in (*other.scale.keys, None))
        for key in other.scale.keys:
            assert other[key] == sum(both.count(each, key) for each in (*one.scale.keys, None))


@given(ASSESSMENTS, conditions(subjects=st.just("rating")))
def test_a_share_and_the_share_of_the_others_make_the_whole(
    assessment: Assessment, condition: Condition
) -> None:
    share = measure_share(assessment, Share("those", condition))
    rest = measure_share(assessment, Share("the others", ~condition))

    assert share.base == rest.base == len(assessment.rows)
    assert share.members + rest.members == share.base
    if share.percentage is not None:
        assert rest.percentage is not None
        assert share.percentage + rest.percentage == 100


@given(ASSESSMENTS, conditions(subjects=st.just("rating")))
def test_exceptions_are_the_rows_that_a_share_counts(
    assessment: Assessment, condition: Condition
) -> None:
    found = find_exceptions(assessment, [NamedCondition("those", condition)])

    assert len(found) == measure_share(assessment, Share("those", condition)).members


@given(ASSESSMENTS)
def test_since_the_same_report_no_level_has_changed(assessment: Assessment) -> None:
    changes = levels_since(assessment, assessment)

    assert [each.reference for each in changes] == [row.reference for row in assessment.rows]
    assert {each.since for each in changes} <= {SinceLast.SAME}


@given(RULE_SETS, RULE_SETS)
def test_the_changes_between_two_rule_sets_make_the_older_the_newer(
    older: RuleSet, newer: RuleSet
) -> None:
    changes = changes_between(older, newer)

    assert changes.apply(older) == newer
    assert (changes.sentences == ()) is (older == newer)


@given(RULE_SETS)
def test_a_rule_set_has_not_changed_from_itself(rules: RuleSet) -> None:
    assert str(changes_between(rules, rules)) == ""
