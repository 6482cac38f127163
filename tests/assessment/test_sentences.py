"""One plain sentence for each kind of result, as a councillor would read it."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf.assessment import rate, travel
from councilperf.model import Answer, Range, Target
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE
from councilperf.rules import (
    ANNUAL_TARGET,
    PREVIOUS_PERIOD,
    TARGET,
    UNSTATED,
    Amount,
    Edge,
    Figure,
    Percentage,
    Rule,
    Widest,
    any_of,
    benchmark,
    constant,
)
from councilperf.values import Missing

MET = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
BEYOND = Rule("rating", {"green": TARGET.beyond()}, otherwise="red")
BAND = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(3)}, otherwise="red")
DAYS = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("7 days")}, otherwise="red")
EXCEEDED = Rule("rating", {"green": TARGET.better_by("10%"), "amber": TARGET}, otherwise="red")


@pytest.mark.parametrize(
    ("value", "target", "unit", "rule", "sentence"),
    [
        (
            "78.2",
            90,
            "%",
            MET,
            (
                "Red: 78.2% is 11.8 points below the target of 90%; "
                "amber would need 81% or more (within 10% of the target)."
            ),
        ),
        ("90", 90, "%", MET, "Green: 90% equals the target."),
        ("91", 90, "%", MET, "Green: 91% is 1 point above the target of 90%."),
        (
            "90",
            90,
            "%",
            BEYOND,
            "Red: 90% equals the target; green would need more than 90%.",
        ),
        (
            "95",
            90,
            "number",
            EXCEEDED,
            (
                "Amber: 95 is 5 above the target of 90; "
                "green would need 99 or more (10% better than the target)."
            ),
        ),
        (
            "-1234.50",
            1000,
            "£",
            MET,
            (
                "Red: -£1,234.50 is £2,234.50 below the target of £1,000; "
                "amber would need £900 or more (within 10% of the target)."
            ),
        ),
        (
            "1",
            "1.5",
            "%",
            BAND,
            "Amber: 1% is 0.5 points below the target of 1.5%; green would need 1.5% or more.",
        ),
    ],
)
def test_higher_is_better(
    value: str, target: object, unit: str, rule: Rule, sentence: str
) -> None:
    rating = rate(value, target=target, polarity="higher", rules=rule, unit=unit)  # type: ignore[arg-type]

    assert rating.reason == sentence
    assert str(rating) == rating.label
    assert repr(rating) == f"<Rating {rating.level}: {sentence}>"


@pytest.mark.parametrize(
    ("value", "target", "sentence"),
    [
        (
            12,
            10,
            (
                "Red: 12 days is 2 days above the target of 10 days; "
                "amber would need 11 days or less (within 10% of the target)."
            ),
        ),
        (
            11,
            10,
            (
                "Amber: 11 days is 1 day above the target of 10 days; "
                "green would need 10 days or less."
            ),
        ),
        (
            5,
            Target(5, strict=True),
            "Amber: 5 days equals the target; green would need less than 5 days.",
        ),
    ],
)
def test_lower_is_better(value: int, target: object, sentence: str) -> None:
    rating = rate(value, target=target, polarity="lower", rules=MET, unit="days")  # type: ignore[arg-type]

    assert rating.reason == sentence


@pytest.mark.parametrize(
    ("value", "rule", "sentence"),
    [
        (
            60,
            BAND,
            (
                "Red: 60% is 5 points outside the range of 45% to 55%; "
                "amber would need 42% to 58% (within 3 points of the target)."
            ),
        ),
        (50, BAND, "Green: 50% is inside the range of 45% to 55%."),
        (
            57,
            Rule("rating", {"green": TARGET.worse_by(2).beyond()}, otherwise="red"),
            (
                "Red: 57% is 2 points outside the range of 45% to 55%; "
                "green would need more than 43%, less than 57% (within 2 points of the target)."
            ),
        ),
        (60, MET, "Not rated: edge unstated (the figure is 60%)."),
        (
            50,
            Rule("rating", {"green": TARGET.better_by(2), "amber": TARGET}, otherwise="red"),
            "Amber: 50% is inside the range of 45% to 55%.",
        ),
    ],
)
def test_better_inside_a_range(value: int, rule: Rule, sentence: str) -> None:
    rating = rate(value, target=Range(45, 55), polarity="range", rules=rule, unit="%")

    assert rating.reason == sentence


@pytest.mark.parametrize(
    ("day", "polarity", "sentence"),
    [
        (dt.date(2019, 9, 1), "lower", "Green: 1 September 2019 equals the target."),
        (
            dt.date(2019, 9, 2),
            "none",
            (
                "Amber: 2 September 2019 is 1 day after the target of 1 September 2019; "
                "green would need 1 September 2019 or sooner."
            ),
        ),
        (
            dt.date(2019, 10, 2),
            "lower",
            (
                "Red: 2 October 2019 is 31 days after the target of 1 September 2019; "
                "amber would need 8 September 2019 or sooner (within 7 days of the target)."
            ),
        ),
        (
            dt.date(2019, 8, 31),
            "higher",
            (
                "Amber: 31 August 2019 is 1 day before the target of 1 September 2019; "
                "green would need 1 September 2019 or later."
            ),
        ),
    ],
)
def test_milestones_are_days_late(day: dt.date, polarity: str, sentence: str) -> None:
    rating = rate(day, target=dt.date(2019, 9, 1), polarity=polarity, rules=DAYS)

    assert rating.reason == sentence


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer.YES, "Green: yes equals the target."),
        (Answer.NO, "Red: no, and the target is yes; green would need yes."),
    ],
)
def test_an_answer_is_met_or_beyond_every_allowance(answer: Answer, sentence: str) -> None:
    rating = rate(answer, target=Answer.YES, polarity="none", rules=MET)

    assert rating.reason == sentence
    assert rating.margin in {None, 0}
    assert rating.shortfall is None


@pytest.mark.parametrize(
    ("value", "target", "polarity", "sentence"),
    [
        (None, 90, "higher", "Not rated: no data."),
        (
            Missing("suppressed", note="<5"),
            None,
            "higher",
            "Not rated: suppressed (<5); no target.",
        ),
        (80, None, "higher", "Not rated: no target (the figure is 80)."),
        (Answer.NO, None, "higher", "Not rated: no target (the figure is no)."),
        (80, Missing("baselining"), "higher", "Not rated: baseline year (the figure is 80)."),
        (80, 90, "none", "Not rated: data only (the figure is 80)."),
        (80, dt.date(2019, 9, 1), "higher", "Not rated: not comparable (the figure is 80)."),
        (80, Answer.YES, "higher", "Not rated: not comparable (the figure is 80)."),
        (Answer.NO, 90, "higher", "Not rated: not comparable (the figure is no)."),
        (80, dt.date(2019, 9, 1), "range", "Not rated: not comparable (the figure is 80)."),
        (80, None, "range", "Not rated: no target (the figure is 80)."),
    ],
)
def test_what_is_unrated_says_every_reason(
    value: object, target: object, polarity: str, sentence: str
) -> None:
    rating = rate(value, target=target, polarity=polarity, rules=MET)  # type: ignore[arg-type]

    assert rating.reason == sentence
    assert rating.label == "n/a"
    assert (rating.level, rating.edge, rating.margin, rating.shortfall) == (None,) * 4


@pytest.mark.parametrize(
    ("edge", "sentence"),
    [
        (
            TARGET.worse_by(Percentage(5, of=ANNUAL_TARGET.figure)),
            (
                "Red: 70 is 20 below the target of 90; "
                "green would need 80 or more (5% of the annual target worse than the target)."
            ),
        ),
        (
            TARGET.worse_by(Widest([Percentage(5), Amount(10)])),
            (
                "Red: 70 is 20 below the target of 90; "
                "green would need 80 or more (within 5% or 10 of the target)."
            ),
        ),
        (
            any_of(TARGET, benchmark("England")),
            "Red: 70 is 15 below the benchmark for England of 85; green would need 85 or more.",
        ),
        (constant(75), "Red: 70 is 5 below 75; green would need 75 or more."),
        (TARGET.worse_by(UNSTATED), "Not rated: edge unstated (the figure is 70)."),
    ],
)
def test_the_next_level_says_where_its_edge_comes_from(edge: Edge, sentence: str) -> None:
    rule = Rule("rating", {"green": edge}, otherwise="red")
    others = {ANNUAL_TARGET: 200, benchmark("England"): 85}
    rating = rate(70, target=90, polarity="higher", rules=rule, others=others)  # type: ignore[arg-type]

    assert rating.reason == sentence


@pytest.mark.parametrize(
    ("value", "previous", "polarity", "sentence"),
    [
        (7, 13, "lower", "Improving: it fell by 6, from 13 in the previous period to 7."),
        (
            100,
            100,
            "lower",
            (
                "Static: 100 is unchanged from the previous period; "
                "improving would need less than 90 (10% better than the previous period)."
            ),
        ),
        (100, None, "lower", "No view: no earlier figure to compare with."),
        (None, 5, "lower", "No view: no data."),
        (
            100,
            90,
            "none",
            "No view: data only (it rose by 10, from 90 in the previous period to 100).",
        ),
    ],
)
def test_a_travel_says_how_the_figure_moved_and_what_of_it(
    value: int | None, previous: int | None, polarity: str, sentence: str
) -> None:
    result = travel(value, previous=previous, polarity=polarity, rules=CHESHIRE_EAST)

    assert result.reason == sentence
    assert str(result) == result.label
    assert repr(result) == f"<Travel {result.level or 'no view'}: {sentence}>"


def test_a_date_may_move_too() -> None:
    later = travel(
        dt.date(2019, 9, 2), previous=dt.date(2019, 9, 1), polarity="lower", rules=MAIDSTONE
    )

    assert later.movement == "up"
    assert later.change is later.percentage_change is None
    assert later.reason.startswith("Declined: it went from 1 September 2019")


def test_from_one_answer_to_the_other_there_is_no_up_or_down() -> None:
    result = travel(Answer.NO, previous=Answer.YES, polarity="lower", rules=MAIDSTONE)

    assert result.movement == Missing("not_comparable")
    assert result.level is None


@pytest.mark.parametrize(
    ("value", "earlier", "defined"), [(5, 0, False), (5, -5, False), (-6, -5, True), (0, 5, True)]
)
def test_a_percentage_change_from_nought_or_across_it_is_undefined(
    value: int, earlier: int, *, defined: bool
) -> None:
    result = travel(value, previous=earlier, polarity="higher", rules=MAIDSTONE)

    assert (result.percentage_change is not None) is defined
    assert result.level is not None


def test_a_travel_against_a_fitted_line_names_its_start() -> None:
    line = Edge(Figure("trend_start", 4))
    rule = Rule("travel", {"green": line.beyond()}, otherwise="red")

    assert travel(5, previous=4, polarity="higher", rules=rule).reason.startswith("Green: it rose")


def test_a_travel_is_against_the_first_earlier_figure_that_its_rule_names() -> None:
    result = travel(5, previous=4, polarity="higher", rules=MAIDSTONE)

    assert result.against == PREVIOUS_PERIOD.figure
    assert result.change == 1
