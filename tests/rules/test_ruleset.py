"""Rule sets: what they know, what they refuse, and what changes from year to year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from councilperf import rules
from councilperf.errors import CouncilPerfError, FieldValueError, UnknownNameError
from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    MET_OR_MISSED,
    PREVIOUS_PERIOD,
    RAG,
    TARGET,
    TRAVEL,
    Correction,
    Edge,
    Figure,
    Is,
    Level,
    Line,
    NamedCondition,
    Percentage,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
    changes_between,
)

RATING = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
MOVED = Rule(
    "travel",
    {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
    otherwise="worsening",
    scale=TRAVEL,
)
LEVEL_MOVED = Rule(
    "change",
    {"improving": PREVIOUS_PERIOD.beyond()},
    otherwise="worsening",
    scale=TRAVEL,
    judges=Figure("level", "rating"),
)
OURS = RuleSet("ours", "Our council", [RATING, MOVED])
Y2018, Y2019, Y2020 = (ReportingPeriod.financial_year(year) for year in (2018, 2019, 2020))


def of_level(name: str) -> Edge:
    return Edge(Figure("level", name))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: RuleSet("", "Ours", [RATING]), "name"),
        (lambda: RuleSet("ours", " ", [RATING]), "council"),
        (lambda: RuleSet("ours", "Ours", []), "rules: .*a rule or more"),
        (lambda: RuleSet("ours", "Ours", ["met"]), r"rules\[0\]"),
        (lambda: RuleSet("ours", "Ours", [RATING], voices=[]), "voices: .*a voice or more"),
        (lambda: RuleSet("ours", "Ours", [RATING], voices=["rumour"]), "voices: 'rumour'"),
        (lambda: RuleSet("ours", "Ours", [LEVEL_MOVED, RATING]), "judges: .*judged before"),
        (
            lambda: RuleSet(
                "ours", "Ours", [Rule("a", {"green": of_level("a")}, otherwise="red")]
            ),
            "lines: 'the a' .*judged before",
        ),
        (
            lambda: RuleSet(
                "ours",
                "Ours",
                [
                    Rule(
                        "a",
                        {"green": TARGET.worse_by(Percentage(5, of=Figure("level", "b")))},
                        otherwise="red",
                    )
                ],
            ),
            "lines: 'the b' .*judged before",
        ),
        (
            lambda: RuleSet(
                "ours",
                "Ours",
                [Rule("a", {"green": TARGET}, otherwise="red", judges=Figure("share", "met"))],
            ),
            "judges: 'the share met' .*a share of this rule set",
        ),
        (
            lambda: RuleSet(
                "ours",
                "Ours",
                [Rule("a", {"green": TARGET}, otherwise="red", serves=Is("rating", "red"))],
            ),
            "serves: 'rating' .*one of frequency, kind",
        ),
        (
            lambda: RuleSet("ours", "Ours", [RATING], shares=[Share("met", Is("mood", "good"))]),
            "of: 'mood'",
        ),
        (
            lambda: RuleSet(
                "ours",
                "Ours",
                [RATING],
                shares=[Share("met", Is("rating", "green"), Is("mood", "good"))],
            ),
            "over: 'mood'",
        ),
        (
            lambda: RuleSet(
                "ours", "Ours", [RATING], exceptions=[NamedCondition("bad", Is("mood", "bad"))]
            ),
            "condition: 'mood'",
        ),
        (lambda: Source(""), "document"),
        (lambda: Source("Plan", date="2019"), "date"),  # type: ignore[arg-type]
        (lambda: Source("Plan", date=dt.datetime(2019, 9, 1, 12, tzinfo=dt.UTC)), "date"),
        (lambda: Source("Plan", page=""), "page"),
        (lambda: Source("Plan", address=" "), "address"),
        (lambda: Validity(Y2020, Y2018), "last: .*a period not before"),
        (lambda: Validity("2019"), "first"),  # type: ignore[arg-type]
        (lambda: Correction("limits", "below 13", "below 12", ""), "reason"),
    ],
)
def test_what_a_rule_set_cannot_know_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(CouncilPerfError, match=message):
        make()


def test_a_level_that_is_judged_before_may_be_judged_again() -> None:
    rules = RuleSet("ours", "Ours", [RATING, LEVEL_MOVED])

    assert rules.judgements == ("rating", "change")


def test_a_rule_for_a_share_judges_no_item() -> None:
    headline = Rule(
        "headline",
        {"green": Edge(Figure("constant", 80))},
        otherwise="red",
        judges=Figure("share", "met"),
    )
    rules = RuleSet(
        "ours", "Ours", [RATING, headline], shares=[Share("met", Is("rating", "green"))]
    )

    assert rules.judgements == ("rating",)
    assert rules.scale_of("headline") is RAG


def test_a_rule_set_is_asked_by_judgement() -> None:
    assert OURS.rules_for("travel") == (MOVED,)
    assert OURS.rules_for("mood") == ()
    with pytest.raises(
        UnknownNameError, match="no judgement is called 'mood'; there are 'rating'"
    ):
        OURS.scale_of("mood")


def test_replaced_rules_keep_their_place_and_new_ones_come_last() -> None:
    stricter = Rule("rating", {"green": TARGET}, otherwise="red")
    other = Rule("benchmark", {"green": TARGET}, otherwise="red")
    dependent = RuleSet("ours", "Ours", [RATING, LEVEL_MOVED])

    assert OURS.with_rules(stricter, other).rules == (stricter, MOVED, other)
    assert dependent.with_rules(LEVEL_MOVED).rules == dependent.rules
    assert OURS.with_rules() == OURS


def test_a_rule_set_does_without_a_judgement() -> None:
    assert OURS.without("travel").judgements == ("rating",)
    with pytest.raises(UnknownNameError):
        OURS.without("mood")
    with pytest.raises(FieldValueError, match="rules"):
        OURS.without("rating", "travel")


@pytest.mark.parametrize(
    ("validity", "covered", "words"),
    [
        (Validity(), [True, True, True], "all periods"),
        (Validity(Y2019), [False, True, True], "from 2019-20"),
        (Validity(last=Y2019), [True, True, False], "up to 2019-20"),
        (Validity(Y2019, Y2019), [False, True, False], "2019-20"),
        (Validity(Y2018, Y2020), [True, True, True], "2018-19 to 2020-21"),
    ],
)
def test_a_validity_is_open_at_an_end_that_is_not_given(
    validity: Validity, covered: list[bool], words: str
) -> None:
    assert [validity.covers(each) for each in (Y2018, Y2019, Y2020)] == covered
    assert str(validity) == words
    assert OURS.valid_for(validity).validity == validity


def test_a_source_says_where_it_was_published() -> None:
    assert str(Source("Plan")) == "Plan"
    assert str(Source("Plan", date=dt.date(2019, 11, 25), page="3")) == (
        "Plan, 25 November 2019, page 3"
    )


def test_nothing_has_changed_between_a_rule_set_and_itself() -> None:
    assert str(changes_between(OURS, OURS)) == ""


def test_a_change_reads_like_the_policy_paper() -> None:
    blue = Scale("BRAG", [Level("blue"), *RAG.levels])
    newer = RuleSet(
        "ours",
        "Our council",
        [Rule("rating", {"blue": TARGET}, otherwise="red", scale=blue)],
        assumed=["the edge itself is within tolerance"],
    )
    sentences = str(changes_between(OURS, newer)).splitlines()

    assert any(each.startswith("no longer: travel") for each in sentences)
    assert "rating: blue is now the target" in sentences
    assert "rating: green no longer has a line of its own" in sentences
    assert "rating: the scale was RAG, is now BRAG" in sentences
    assert "assumed: now the edge itself is within tolerance" in sentences


def test_a_level_with_several_lines_is_told_with_them_all() -> None:
    twice = [*RATING.lines[:1], Line("amber", TARGET.worse_by("5%")), *RATING.lines[1:]]
    newer = OURS.with_rules(Rule("rating", twice, otherwise="red"))

    assert str(changes_between(OURS, newer)) == (
        "rating: was green ← the target; amber ← the target worse by 10%, is now "
        "green ← the target; amber ← the target worse by 5%; amber ← the target worse by 10%"
    )


def test_what_else_changed_of_a_rule_is_told_too() -> None:
    relabelled = Scale("RAG", [Level("green", label="On track"), *RAG.levels[1:]])
    lines = {"green": TARGET, "amber": TARGET.worse_by("10%")}
    forecast = Figure("forecast")
    new = Is("tag", "new")
    for_new = Rule("rating", lines, otherwise="red", scale=relabelled, serves=new)
    newer = OURS.with_rules(
        Rule("rating", lines, otherwise="amber", scale=relabelled, judges=forecast),
        Rule("travel", judged=True, scale=TRAVEL),
        for_new,
    ).valid_for(Validity(Y2019))

    assert str(changes_between(OURS, newer)).splitlines() == [
        "rating: the scale RAG has changed",
        "rating: what reaches none was red, is now amber",
        "rating: what is judged was the figure for the period, is now the forecast for the year",
        f"new: {for_new}",
        "travel: improving no longer has a line of its own",
        "travel: static no longer has a line of its own",
        "travel: what reaches none was worsening, is now None",
        "travel: now judged by people",
        "validity: was all periods, is now from 2019-20",
    ]


def test_another_order_is_a_change() -> None:
    assumed = ["edges are within tolerance", "gaps are not skipped"]
    one, other = (
        RuleSet("ours", "Our council", [RATING, MOVED][::step], assumed=assumed[::step])
        for step in (1, -1)
    )

    assert str(changes_between(one, other)).splitlines() == [
        "rules: in another order",
        "assumed: in another order",
    ]
    assert str(NamedCondition("adverse", Is("rating", "red"))) == "adverse: rating is red"


def test_a_rule_that_is_computed_at_last_is_told_line_by_line() -> None:
    judged = OURS.with_rules(Rule("rating", judged=True))

    assert str(changes_between(judged, OURS)).splitlines() == [
        "rating: green is now the target",
        "rating: amber is now the target worse by 10%",
        "rating: what reaches none was None, is now red",
        "rating: now computed",
    ]
    twice = [Line("green", TARGET), Line("green", TARGET.worse_by("1%"))]
    one, other = (
        OURS.with_rules(Rule("rating", twice, otherwise=each)) for each in ("amber", "red")
    )
    assert str(changes_between(one, other)) == "rating: what reaches none was amber, is now red"


def test_a_repr_builds_the_rule_set_again() -> None:
    names = {**vars(rules), "ReportingPeriod": ReportingPeriod}
    made = RuleSet("ours", "Ours", [MOVED], voices=["given"], validity=Validity(Y2019))
    unrated = PrintedClass("n/a", {"no_data", "data_only"})

    for value in (
        made,
        unrated,
        Share("met", Is("travel", "static"), rounding="truncate"),
        TARGET,
    ):
        assert eval(repr(value), names) == value  # noqa: S307 (our own text)


def test_the_rules_for_one_judgement_share_a_scale_so_that_they_can_be_counted() -> None:
    by_year_end = Rule("rating", {"met": TARGET}, otherwise="missed", scale=MET_OR_MISSED)
    in_year = Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("stage", "in_year"))

    with pytest.raises(FieldValueError, match="scale: 'met or missed' is not allowed"):
        RuleSet("two-scales", "A council", [in_year, by_year_end])
