"""Every surveyed rule set is a preset, and the page that says so is written from both.

`COUNCILPERF_WRITE=1 pytest tests/evidence/test_rule_survey.py` writes the page anew.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from councilperf.presets import PRESETS
from councilperf.rules import (
    Allowance,
    And,
    Condition,
    Edge,
    Figure,
    FigureKind,
    Is,
    Not,
    Or,
    OwnTolerance,
    Percentage,
    Rule,
    RuleSet,
    Side,
    UnstatedAllowance,
    edges_of,
)

EXPRESSED = "as data"
UNSTATED_IN_SOURCE = "except what the source leaves unstated"
NOT_EXPRESSIBLE = "not expressible"

BY_NAME = {each.name: each for each in PRESETS}


@pytest.fixture
def survey(shared: Path) -> list[dict[str, Any]]:
    """The surveyed rule sets, by name."""
    lines = (shared / "evidence" / "rules.jsonl").read_text("utf-8").splitlines()
    return sorted((json.loads(line) for line in lines), key=lambda each: str(each["id"]))


def edges(rule: Rule) -> list[Edge]:
    return [edge for line in rule.lines for edge in edges_of(line.reach)]


def allowances(rules: RuleSet) -> Iterator[Allowance]:
    for rule in rules.rules:
        yield from (edge.by for edge in edges(rule) if edge.by is not None)


def verdict_on(name: str) -> str:
    """Whether a rule set is expressed, by what stands in the preset and nothing else."""
    preset = BY_NAME.get(name)
    if preset is None:
        return NOT_EXPRESSIBLE
    open_edges = any(isinstance(each, UnstatedAllowance) for each in allowances(preset))
    return UNSTATED_IN_SOURCE if open_edges or preset.assumed else EXPRESSED


def test_every_surveyed_rule_set_is_expressed(survey: list[dict[str, Any]]) -> None:
    assert [each["id"] for each in survey if verdict_on(each["id"]) == NOT_EXPRESSIBLE] == []


def test_what_a_source_leaves_unstated_is_said_in_words() -> None:
    """An edge that nobody stated always has a line in `assumed`."""
    silent = [
        each.name
        for each in PRESETS
        if not each.assumed
        and any(isinstance(allowance, UnstatedAllowance) for allowance in allowances(each))
    ]

    assert silent == []


def figures(rules: RuleSet, *, travel: bool) -> set[FigureKind]:
    return {
        edge.figure.kind
        for rule in rules.rules
        if rule.scale.travel is travel
        for edge in edges(rule)
    }


def ratings(rules: RuleSet) -> list[Rule]:
    return [each for each in rules.rules if not each.scale.travel]


def subjects(condition: Condition) -> Iterator[Is]:
    if isinstance(condition, Is):
        yield condition
    elif isinstance(condition, Not):
        yield from subjects(condition.part)
    elif isinstance(condition, And | Or):
        for part in condition.parts:
            yield from subjects(part)


#: What the survey says of a rule set, and what a preset that expresses it must hold.
RATING_KINDS: dict[str, Callable[[RuleSet], bool]] = {
    "fixed_pct": lambda rules: any(isinstance(each, Percentage) for each in allowances(rules)),
    "per_indicator_tolerance": lambda rules: any(
        isinstance(each, OwnTolerance) for each in allowances(rules)
    ),
    "two_published_values": lambda rules: FigureKind.FLOOR in figures(rules, travel=False),
    "binary": lambda rules: any(len(each.levels) == 2 for each in ratings(rules)),
    "level_above_green": lambda rules: any(
        edge.side is Side.BETTER for rule in ratings(rules) for edge in edges(rule)
    ),
    "four_or_more_rated_levels": lambda rules: any(
        sum(level.rated for level in each.scale.levels) >= 4 for each in ratings(rules)
    ),
    "forecast_or_judgement": lambda rules: any(
        each.judged or each.judges == Figure("forecast") for each in ratings(rules)
    ),
    "rating_uses_direction": lambda rules: any(
        kind.is_earlier for kind in figures(rules, travel=False)
    ),
    "several_ratings_per_item": lambda rules: (
        len({each.judgement for each in ratings(rules)}) >= 2
    ),
    "no_target_rating_trend_only": lambda rules: any(each.scale.travel for each in rules.rules),
    "external_benchmark": lambda rules: FigureKind.BENCHMARK in figures(rules, travel=False),
    "action_status_only": lambda rules: any(each.judged for each in rules.rules),
    "band_words_only": lambda rules: verdict_on(rules.name) == UNSTATED_IN_SOURCE,
}
TRAVEL_KINDS: dict[str, Callable[[RuleSet], bool]] = {
    "same_period_last_year": lambda rules: (
        FigureKind.SAME_PERIOD_LAST_YEAR in figures(rules, travel=True)
    ),
    "previous_year_result": lambda rules: (
        FigureKind.PREVIOUS_YEAR_END in figures(rules, travel=True)
    ),
    "previous_period": lambda rules: bool(
        figures(rules, travel=True) & {FigureKind.PREVIOUS_PERIOD, FigureKind.LAST_REPORTED}
    ),
    "both_short_and_long": lambda rules: (
        len({each.judgement for each in rules.rules if each.scale.travel}) == 2
    ),
    "persistence_of_rating": lambda rules: any(
        each.running > 1 for named in rules.exceptions for each in subjects(named.condition)
    ),
}


def test_a_preset_holds_what_the_survey_found_in_its_source(survey: list[dict[str, Any]]) -> None:
    """The survey's tags were given apart from the presets: each asks for something in them."""
    lacking = {
        (each["id"], kind)
        for each in survey
        for asked, kinds in ((RATING_KINDS, "kinds"), (TRAVEL_KINDS, "dot_kinds"))
        for kind in each[kinds]
        if not asked[kind](BY_NAME[each["id"]])
    }

    assert lacking == set()


def page(survey: list[dict[str, Any]]) -> str:
    """Write the whole page."""
    counts = Counter(verdict_on(each["id"]) for each in survey)
    verdicts = [
        f"| {verdict} | {counts[verdict]} |"
        for verdict in (EXPRESSED, UNSTATED_IN_SOURCE, NOT_EXPRESSIBLE)
    ]
    rows = [
        "| {} | {} | {} | {} |".format(
            each["id"],
            "<br>".join(_escaped(str(rule)) for rule in BY_NAME[each["id"]].rules),
            verdict_on(each["id"]),
            "<br>".join(_escaped(line) for line in BY_NAME[each["id"]].assumed) or "—",
        )
        for each in survey
    ]
    return PAGE.format(number=len(survey), verdicts="\n".join(verdicts), rows="\n".join(rows))


PAGE = """\
# The survey of published rules

{number} published ways of rating were collected from councils' papers and pages, and each is a \
preset: `find_preset` returns it by the name in the first column. This page is written by \
`tests/evidence/test_rule_survey.py`, which also holds each preset against what the survey noted \
of its source.

| expressed | rule sets |
|---|--:|
{verdicts}

Where a source speaks of an amount without giving it, the rule has an edge that is *not stated*: \
what it would decide is left unrated, with that reason, and everything else is rated.

| name | as rules | expressed | what the source leaves unstated, and how it is read |
|---|---|---|---|
{rows}
"""


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")


def test_the_page_of_the_survey_is_written_from_the_presets(
    survey: list[dict[str, Any]], root: Path
) -> None:
    path = root / "docs" / "reference" / "rule-survey.md"
    if os.environ.get("COUNCILPERF_WRITE"):
        path.write_text(page(survey), "utf-8", newline="\n")

    assert path.read_text("utf-8") == page(survey)
