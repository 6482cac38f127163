"""What conditions can ask of an item before anything is judged."""

from __future__ import annotations

import pytest

from councilperf import Indicator, Observation, ReportingPeriod, Scorecard, ScorecardRow, assess
from councilperf.model import Target
from councilperf.rules import TARGET, Is, Rule, RuleSet

Q2 = ReportingPeriod.quarter(2025, 2)
LOWER = Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("polarity", "lower"))


@pytest.mark.parametrize(("polarity", "level"), [("lower", "green"), ("higher", None)])
def test_a_rule_may_serve_one_polarity_alone(polarity: str, level: str | None) -> None:
    row = ScorecardRow(
        Indicator("E1", "Complaints", polarity=polarity), [Observation(Q2, 3)], [Target(4)]
    )

    [assessed] = assess(Scorecard("Test", [row]), RuleSet("ours", "Ours", [LOWER])).rows

    assert assessed.result("rating").level == level


def test_an_indicator_without_a_polarity_is_served_by_no_rule_for_one() -> None:
    row = ScorecardRow(Indicator("E1", "Complaints"), [Observation(Q2, 3)], [Target(4)])

    [assessed] = assess(Scorecard("Test", [row]), RuleSet("ours", "Ours", [LOWER])).rows

    assert [each.value for each in assessed.result("rating").reasons] == ["no_rule"]
