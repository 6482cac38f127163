"""A rule set's `repr` builds it again."""

import datetime as dt

import pytest

from councilperf import RuleSet, rules
from councilperf.periods import ReportingPeriod
from councilperf.presets import PRESETS

NAMES = {name: getattr(rules, name) for name in rules.__all__} | {
    "datetime": dt,
    "ReportingPeriod": ReportingPeriod,
}


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_the_repr_of_a_rule_set_builds_it_again(preset: RuleSet) -> None:
    assert eval(repr(preset), NAMES) == preset  # noqa: S307 (our own text)
