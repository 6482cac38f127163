"""How published rows are rated: by the council's preset, or by the key printed beside them.

Nothing here knows a row. Other rows of the same shape can be fed in: a council without a preset is
rated by the words of its key, a row without a key by "green on target, amber by an unstated
amount", which still decides whether a row may be green.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import frozen

from councilperf import Polarity, Target, Tolerance, rate, travel
from councilperf.errors import CouncilPerfError
from councilperf.periods import ReportingPeriod
from councilperf.presets import PRESETS
from councilperf.rules import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    TARGET,
    TRAVEL,
    UNSTATED,
    And,
    Condition,
    Is,
    Level,
    Not,
    Rule,
    RuleSet,
)
from councilperf.values import Absence

AGREES = "agrees"
#: The edge between amber and red is not stated, and the figure lies where it would decide.
UNDECIDED = "agrees as far as the rule is stated"
NOTHING_TO_HOLD = frozenset(
    {
        "no rating is printed",
        "no direction is printed",
        "no earlier figure is printed",
        "its polarity is not printed",
    }
)


@frozen
class PublishedRow:
    """One row as a council printed it; what is not printed is an empty text."""

    council: str
    indicator: str
    period: str
    polarity: str
    actual: str
    target: str
    previous: str
    rating: str
    direction: str
    key_in_words: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        return f"{self.council}: {self.indicator}, {self.period}"


Outcome: TypeAlias = Callable[[PublishedRow], str]


def preset_for(row: PublishedRow) -> RuleSet | None:
    """The council's preset, of several the one that is stated for the row's period."""
    council = row.council.split(" (")[0]
    own = [each for each in PRESETS if council in each.council]
    try:
        period = ReportingPeriod.parse(row.period)
    except CouncilPerfError:
        return own[0] if own else None
    return next((each for each in own if each.validity.covers(period)), None)


def stage_of(row: PublishedRow) -> str:
    """Whether the row prints an outturn: its period is a whole year."""
    try:
        period = ReportingPeriod.parse(row.period)
    except CouncilPerfError:
        return "in_year"
    return "outturn" if period == period.year() else "in_year"


def serves_plainly(condition: Condition | None, stage: str) -> bool:
    """Whether a rule serves an indicator of which no more is known than the stage."""
    if condition is None:
        return True
    if isinstance(condition, Is):
        return condition.subject == "stage" and stage in condition.values
    if isinstance(condition, Not):
        return not serves_plainly(condition.part, stage)
    how = all if isinstance(condition, And) else any
    return how(serves_plainly(each, stage) for each in condition.parts)


NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20}
PER_CENT = re.compile(
    rf"(\d+(?:\.\d+)?|{'|'.join(NUMBER_WORDS)})\s*(?:%|per\s?cent)", re.IGNORECASE
)


def rule_in_words(words: str) -> Rule:
    """Read the key beside a row: the one percentage in it, or a tolerance of the row's own."""
    sizes = {NUMBER_WORDS.get(each.lower(), each) for each in PER_CENT.findall(words)}
    if len(sizes) == 1:
        amber = TARGET.worse_by(f"{sizes.pop()}%")
    elif "tolerance" in words.lower():
        amber = TARGET.worse_by(OWN_TOLERANCE)
    else:
        amber = TARGET.worse_by(UNSTATED)
    return Rule("rating", {"green": TARGET, "amber": amber}, otherwise="red")


def rating_rule(row: PublishedRow) -> Rule:
    preset = preset_for(row)
    if preset is not None:
        for rule in preset.rules:
            computed = not rule.scale.travel and not rule.judged
            if computed and serves_plainly(rule.serves, stage_of(row)):
                return rule
    return rule_in_words(row.key_in_words)


def travel_rule(row: PublishedRow) -> Rule:
    preset = preset_for(row)
    if preset is not None:
        for rule in preset.rules:
            if rule.scale.travel and serves_plainly(rule.serves, stage_of(row)):
                return rule
    lines = {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD}
    return Rule("travel", lines, otherwise="worsening", scale=TRAVEL)


def polarity_of(row: PublishedRow) -> Polarity | None:
    word = row.polarity.removesuffix(" (inferred)")
    return None if word in ("", "unknown") else Polarity.parse(word)


def target_of(row: PublishedRow) -> Target | None:
    if not row.target:
        return None
    if row.target[0] in "<>":
        return Target(row.target[1:], strict=True)
    return Target(row.target)


def tolerance_of(row: PublishedRow) -> Tolerance | None:
    found = re.search(r"tolerance (\d+(?:\.\d+)? points?)", row.note)
    return Tolerance.parse(found[1]) if found else None


#: What the surveys write for a level, and the place it has: 0 is good, -1 the worst.
PLACES = {"met": 0, "missed": -1, "improved": 0, "same": 1, "declined": -1}


def is_said(printed: str, level: Level, rule: Rule) -> bool:
    """Whether a level is what was printed, by its own word or by the place it has."""
    read = rule.scale.read(printed)
    if read is not None:
        return read is level
    if printed.lower() not in PLACES:
        return False
    place = PLACES[printed.lower()]
    levels = rule.scale.levels
    if place == 0:
        return level.good
    return level is levels[place] or (printed == "missed" and not level.good)


def _rate(row: PublishedRow) -> str:
    """How the row's rating compares with what the council's rule gives."""
    polarity = polarity_of(row)
    if not row.rating:
        return "no rating is printed"
    target = target_of(row)
    if polarity is None and target is not None:
        return "its polarity is not printed"
    rule = rating_rule(row)
    rating = rate(
        row.actual or None,
        target=target,
        polarity=polarity or Polarity.NONE,
        rules=rule,
        tolerance=tolerance_of(row),
    )
    if row.rating == "none":
        unrated = rating.level is None and Absence.EDGE_UNSTATED not in rating.reasons
        return AGREES if unrated else "printed as not rated, though nothing is missing"
    if rating.level is not None:
        level = rule.scale.level(rating.level)
        agrees = is_said(row.rating, level, rule)
        return AGREES if agrees else f"computed {rating.level}, printed {row.rating}"
    if rating.reasons != (Absence.EDGE_UNSTATED,):
        return f"not rated: {', '.join(each.words for each in rating.reasons)}"
    best = is_said(row.rating, rule.scale.levels[0], rule)
    return f"below target, printed {row.rating}" if best else UNDECIDED


def _compare(row: PublishedRow) -> str:
    """How the row's direction compares with what the council's rule gives."""
    polarity = polarity_of(row)
    if not row.direction:
        return "no direction is printed"
    if not re.fullmatch(r"-?[\d.]+", row.previous):
        return "no earlier figure is printed"
    if polarity is None:
        return "its polarity is not printed"
    rule = travel_rule(row)
    moved = travel(row.actual, previous=row.previous, polarity=polarity, rules=rule)
    if moved.level is None:
        return f"no view: {', '.join(each.words for each in moved.reasons)}"
    agrees = is_said(row.direction, rule.scale.level(moved.level), rule)
    return AGREES if agrees else f"computed {moved.level}, printed {row.direction}"


@pytest.fixture
def rating_outcome() -> Outcome:
    return _rate


@pytest.fixture
def direction_outcome() -> Outcome:
    return _compare


def _read(path: Path, columns: Mapping[str, str]) -> list[PublishedRow]:
    with path.open(encoding="utf-8", newline="") as opened:
        return [
            PublishedRow(**{field: row[column].strip() for field, column in columns.items()})
            for row in csv.DictReader(opened)
        ]


@pytest.fixture
def worked_rows(shared: Path) -> list[PublishedRow]:
    return _read(
        shared / "evidence" / "worked_rows.csv",
        {
            "council": "council",
            "indicator": "indicator",
            "period": "period",
            "polarity": "polarity",
            "actual": "actual",
            "target": "target",
            "previous": "previous",
            "rating": "published_rag",
            "direction": "published_dot",
            "key_in_words": "rule",
            "note": "note",
        },
    )


@pytest.fixture
def rated_rows(shared: Path) -> list[PublishedRow]:
    return _read(
        shared / "evidence" / "rated_rows.csv",
        {
            "council": "council",
            "indicator": "indicator",
            "period": "period",
            "polarity": "polarity",
            "actual": "current",
            "target": "target",
            "previous": "previous",
            "rating": "rating_as_published",
            "direction": "direction_as_published",
            "note": "note",
        },
    )


def _unexplained(
    rows: Iterable[PublishedRow], outcome: Outcome, explained: Mapping[str, str]
) -> dict[str, str]:
    """Rows that disagree and are not listed, and listed ones that agree after all."""
    odd: dict[str, str] = {}
    for row in rows:
        result = outcome(row)
        if result in NOTHING_TO_HOLD:
            continue
        if (result in (AGREES, UNDECIDED)) is (row.name in explained):
            odd[row.name] = result
    return odd


@pytest.fixture
def unexplained() -> Callable[
    [Iterable[PublishedRow], Outcome, Mapping[str, str]], dict[str, str]
]:
    return _unexplained
