"""Rules, conditions, scales and shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from councilperf.errors import CouncilPerfError, FieldTypeError, FieldValueError, UnknownNameError
from councilperf.rules import (
    MET_OR_MISSED,
    RAG,
    TARGET,
    And,
    Is,
    Level,
    Line,
    NamedCondition,
    Not,
    Or,
    PrintedClass,
    Rule,
    Scale,
    Share,
    subjects_of,
)
from councilperf.values import Absence

GREEN = Is("rating", "green")


def test_a_rule_reads_like_the_paper() -> None:
    lines = {"green": TARGET, "amber": TARGET.worse_by("10%")}
    rule = Rule("rating", lines, otherwise="red", serves=Is("kind", "indicator"))

    assert str(rule) == (
        "rating (where kind is indicator): "
        "green ← the target; amber ← the target worse by 10%; else red"
    )
    assert rule.levels == ("green", "amber", "red")


def test_a_rule_that_people_judge_has_no_lines() -> None:
    judged = Rule("confidence", judged=True)

    assert str(judged) == "confidence: judged by people"
    assert judged.levels == ()
    with pytest.raises(FieldValueError, match="judged: True"):
        Rule("confidence", {"green": TARGET}, otherwise="red", judged=True)
    with pytest.raises(FieldValueError, match="judged: True"):
        Rule("confidence", otherwise="red", judged=True)


@pytest.mark.parametrize(
    "levels", [("amber", "green", "red"), ("red", "amber", "green"), ("green", "red", "amber")]
)
def test_lines_that_are_not_best_first_are_refused_with_the_order(levels: tuple[str, ...]) -> None:
    *first, otherwise = levels
    with pytest.raises(FieldValueError, match=r"lines: .*best first.*green, amber, red"):
        Rule("rating", [Line(each, TARGET) for each in first], otherwise=otherwise)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Rule("rating", otherwise="red"), "lines: .*a line or more, or judged=True"),
        (lambda: Rule("rating", {"green": TARGET}), "otherwise: None .*reaches no line"),
        (lambda: Rule("rating", {"blue": TARGET}, otherwise="red"), "no level of the scale 'RAG'"),
        (lambda: Rule("rating", {"green": TARGET}, otherwise="bad"), "there are 'green', 'amber'"),
        (lambda: Rule("", {"green": TARGET}, otherwise="red"), "judgement: ''"),
        (lambda: Rule("rating", [("green", TARGET)], otherwise="red"), r"lines\[0\]"),  # type: ignore[list-item]
        (lambda: Line("", TARGET), "level: ''"),
        (lambda: Is("rating", []), "values: .*one value or more"),
        (lambda: Is("", "red"), "subject"),
        (lambda: Is("rating", "red", running=0), "running: 0 .*from 1 to 100"),
        (lambda: Is("rating", [1]), r"values\[0\]"),  # type: ignore[list-item]
        (lambda: And([GREEN]), "parts: .*two conditions or more"),
        (lambda: Or([GREEN, "red"]), r"parts\[1\]"),
        (lambda: Not("green"), "part: 'green'"),  # type: ignore[arg-type]
        (lambda: Scale("RAG", [Level("green")]), "levels: .*two levels or more"),
        (lambda: Scale("RAG", [Level("green"), Level("green")]), "each with its own key"),
        (lambda: Scale("RAG", ["green", "red"]), r"levels\[0\]"),
        (lambda: Level(""), "key"),
        (lambda: Level("green", symbol=None), "symbol: None .*'' for none"),  # type: ignore[arg-type]
        (lambda: Level("green", good=1), "good: 1 .*True or False"),  # type: ignore[arg-type]
        (lambda: PrintedClass("Data only", ["bored"]), "reasons: 'bored' .*no_data"),
        (lambda: PrintedClass(""), "label"),
        (lambda: Share("met", GREEN, decimals=31), "decimals"),
        (lambda: Share("met", GREEN, decimals=-1), "decimals"),
        (lambda: Share("met", GREEN, rounding="up"), "rounding: 'up' .*half_up"),  # type: ignore[arg-type]
        (lambda: Share("met", "green"), "of: 'green'"),  # type: ignore[arg-type]
        (lambda: Share("", GREEN), "name"),
        (lambda: NamedCondition("adverse", "red"), "condition: 'red'"),  # type: ignore[arg-type]
        (lambda: RAG.level("blue"), "no level of the scale 'RAG' is called 'blue'"),
    ],
)
def test_what_could_rate_by_accident_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(CouncilPerfError, match=message):
        make()


def test_conditions_are_joined_and_turned_round() -> None:
    condition = (GREEN | ~Is("tag", "new")) & Is("rating", ["red", "amber"], running=2)

    assert str(condition) == (
        "(rating is green or not (tag is new)) and rating is amber or red, 2 reports running"
    )
    assert set(subjects_of(condition)) == {"rating", "tag"}
    assert repr(Is("tag", ["b", "a"])) == "Is('tag', ['a', 'b'])"
    assert repr(Is("tag", "a", running=3)) == "Is('tag', ['a'], running=3)"


def test_a_share_says_over_what_it_is() -> None:
    assert str(Share("met", GREEN)) == "met: rating is green, over all"
    assert (
        str(Share("met", GREEN, GREEN)) == "met: rating is green, over those where rating is green"
    )


@pytest.mark.parametrize(
    ("printed", "key"),
    [("green", "green"), (" Green ", "green"), ("●", "green"), ("A", "amber"), ("Blue", None)],
)
def test_a_printed_level_is_read_on_its_scale(printed: str, key: str | None) -> None:
    level = RAG.read(printed)

    assert (None if level is None else level.key) == key


def test_a_letter_that_two_levels_begin_with_is_read_as_neither() -> None:
    assert MET_OR_MISSED.read("m") is None


def test_a_level_is_labelled_from_its_key() -> None:
    assert Level("on_track").label == "On track"
    assert Level("b", label="Blue").label == "Blue"


def test_an_unrated_item_prints_the_first_class_that_fits() -> None:
    classes = [PrintedClass("Data only", {"data_only"}), PrintedClass("Pending", {"not_due"})]
    scale = Scale("ours", RAG.levels, unrated=classes)
    and_the_rest = Scale("ours", RAG.levels, unrated=[*classes, PrintedClass("Not rated")])

    assert scale.class_of([Absence.NOT_DUE]).label == "Pending"
    assert scale.class_of([Absence.NOT_DUE, Absence.DATA_ONLY]).label == "Data only"
    assert scale.class_of([Absence.NO_DATA]).label == "n/a"
    assert and_the_rest.class_of([Absence.NO_DATA]).label == "Not rated"


def test_the_errors_are_what_a_caller_would_expect() -> None:
    assert issubclass(FieldValueError, ValueError)
    assert issubclass(FieldTypeError, TypeError)
    assert issubclass(UnknownNameError, LookupError)
