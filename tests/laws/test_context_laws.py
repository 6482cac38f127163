"""What rows are seen beside: it changes no result, and its chart is the series' own."""

from __future__ import annotations

import attrs
from hypothesis import HealthCheck, given, settings

from councilperf import Assessment, assess
from councilperf.spc import xmr
from councilperf.strategies import assessments, contexts

slow = settings(suppress_health_check=[HealthCheck.too_slow])


@given(assessments(contexts=contexts()))
@slow
def test_what_a_row_is_seen_beside_changes_no_result(assessment: Assessment) -> None:
    plain = assess(assessment.scorecard, assessment.rules, period=assessment.period)

    assert [(each.results, each.standing) for each in plain.rows] == [
        (each.results, each.standing) for each in assessment.rows
    ]


@given(assessments(contexts=contexts()))
@slow
def test_a_row_s_chart_is_that_of_its_points_alone(assessment: Assessment) -> None:
    for row in assessment.rows:
        if row.chart is None:
            continue
        chart = row.chart
        by_hand = xmr(
            chart.points,
            polarity=chart.polarity,
            target=chart.target,
            baseline=chart.baseline,
            rebases=chart.rebases,
            rules=chart.rules,
        )
        assert by_hand == chart
        assert chart.points[-1][0] == assessment.period


@given(assessments(contexts=contexts()))
@slow
def test_what_comes_later_changes_nothing_that_was_said(assessment: Assessment) -> None:
    period = assessment.period
    past = attrs.evolve(
        assessment.scorecard,
        rows=[
            attrs.evolve(
                row,
                observations=[each for each in row.observations if each.period.end <= period.end],
            )
            for row in assessment.scorecard.rows
        ],
    )
    then = assess(past, assessment.rules, period=period, context=assessment.context)

    assert [each.chart for each in then.rows] == [each.chart for each in assessment.rows]
    assert [each.benchmarks for each in then.rows] == [each.benchmarks for each in assessment.rows]
