"""Assessing a scorecard: which rule, which figure, whose level."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from councilperf.assessment import (
    AssessedRow,
    RankedLevel,
    StatedResult,
    Travel,
    assess,
    find_disagreements,
    find_exceptions,
    find_figure,
    find_given,
    latest_period,
    tally_stated,
)
from councilperf.errors import FieldTypeError, FieldValueError, PeriodError, UnknownNameError
from councilperf.model import (
    Benchmark,
    Indicator,
    Observation,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    ANNUAL_TARGET,
    BEST_POSSIBLE,
    FLOOR,
    LAST_REPORTED,
    OWN_TOLERANCE,
    PERIOD_TARGET,
    PREVIOUS_PERIOD,
    PREVIOUS_YEAR_END,
    PROFILED_TARGET,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    STRETCH,
    TARGET,
    TRAVEL,
    YEAR_TO_DATE_TARGET,
    Condition,
    Edge,
    Figure,
    Is,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Validity,
    benchmark,
)
from councilperf.values import Mark, Missing

Q1, Q2, Q3, Q4 = (ReportingPeriod.quarter(2019, number) for number in (1, 2, 3, 4))
LAST_Q2 = ReportingPeriod.quarter(2018, 2)
YEAR, LAST_YEAR = ReportingPeriod.financial_year(2019), ReportingPeriod.financial_year(2018)
SO_FAR = Q2.year_to_date()
HOMES = Indicator("H1", "Homes", polarity="higher")
MET = Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red")
MOVED = {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD}
ARROW = Rule("travel", MOVED, otherwise="worsening", scale=TRAVEL)
OURS = RuleSet("ours", "Our council", [MET, ARROW])


def row(*figures: Observation, target: object = 50, **named: object) -> ScorecardRow:
    targets = [] if target is None else [target if isinstance(target, Target) else Target(target)]  # type: ignore[arg-type]
    return ScorecardRow(HOMES, figures, targets, **named)  # type: ignore[arg-type]


def only(
    item: ScorecardRow, *rules: Rule, period: ReportingPeriod = Q2, **named: object
) -> AssessedRow:
    made = RuleSet("ours", "Our council", rules or OURS.rules, **named)  # type: ignore[arg-type]
    [assessed] = assess(Scorecard("Test", [item]), made, period=period).rows
    return assessed


def test_each_judgement_gives_a_result_in_the_rules_order() -> None:
    assessed = only(row(Observation(Q1, 44), Observation(Q2, 46)))

    assert [each.judgement for each in assessed.results] == ["rating", "travel"]
    assert [each.level for each in assessed.results] == ["amber", "improving"]
    assert assessed.rating is assessed.result("rating")
    assert assessed.travel is assessed.result("travel")
    with pytest.raises(UnknownNameError, match="no judgement is called 'mood'"):
        assessed.result("mood")
    with pytest.raises(UnknownNameError, match="no judgement is called 'mood'"):
        assessed.standing_result("mood")


def test_a_row_without_such_a_judgement_has_none() -> None:
    assert only(row(Observation(Q2, 46)), ARROW).rating is None
    assert only(row(Observation(Q2, 46)), MET).travel is None


def test_without_a_period_the_latest_with_a_figure_is_assessed_and_says_so() -> None:
    figures = [Observation(Q1, 44), Observation(Q2, 46), Observation(Q3, None)]
    card = Scorecard("Test", [row(*figures)], assumed=["the target is for the year"])
    assessment = assess(card, OURS)

    assert assessment.period == Q2
    assert assessment.assumed == (
        "Q2 2019-20 is assessed: the latest period with a figure",
        "the target is for the year",
    )
    assert latest_period(card) == Q2


def test_without_any_figure_there_is_nothing_to_assess() -> None:
    with pytest.raises(FieldValueError, match=r"period: None .*no row of the scorecard"):
        assess(Scorecard("Test", [row(Observation(Q1, None))]), OURS)


def test_a_period_is_read_as_printed() -> None:
    card = Scorecard("Test", [row(Observation(Q2, 46))])

    assert assess(card, OURS, period="Quarter 2 2019/20").period == Q2
    with pytest.raises(PeriodError):
        assess(card, OURS, period="Q5 2019/20")


def test_what_is_no_scorecard_or_no_rule_set_is_refused() -> None:
    with pytest.raises(FieldTypeError, match="scorecard"):
        assess([row()], OURS)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match="rules"):
        assess(Scorecard("Test", []), MET)  # type: ignore[arg-type]


def test_an_assessment_finds_rows_by_reference_and_tallies_by_judgement() -> None:
    assessment = assess(Scorecard("Test", [row(Observation(Q2, 46))]), OURS)

    assert assessment["H1"].reference == assessment["H1"].row.reference == "H1"
    assert assessment["H1"].indicator is assessment["H1"].row.indicator
    assert assessment.tally("rating")["amber"] == 1
    with pytest.raises(UnknownNameError, match="no row is called 'H2'"):
        assessment["H2"]
    with pytest.raises(UnknownNameError, match="no judgement is called 'mood'"):
        assessment.tally("mood")


@pytest.mark.parametrize(
    ("serves", "level"),
    [
        (Is("kind", "indicator"), "red"),
        (Is("tag", "statutory"), "red"),
        (Is("stage", "in_year"), "red"),
        (Is("reference", ["H1", "H2"]), "red"),
        (Is("stage", "outturn"), "amber"),
        (Is("frequency", "annual"), "amber"),
        (~Is("service", "Planning"), "red"),
        (Is("kind", "indicator") & Is("tag", "new"), "amber"),
        (Is("kind", "project") | Is("tag", "statutory"), "red"),
    ],
)
def test_the_first_rule_that_serves_an_item_is_used(serves: Condition, level: str) -> None:
    strict = Rule("rating", {"green": TARGET}, otherwise="red", serves=serves)
    statutory = Indicator("H1", "Homes", polarity="higher", tags=["statutory"])
    item = ScorecardRow(statutory, [Observation(Q2, 46)], [Target(50)])

    assert only(item, strict, MET).result("rating").level == level


def test_at_the_years_end_a_figure_is_the_outturn() -> None:
    strict = Rule("rating", {"green": TARGET}, otherwise="red", serves=Is("stage", "outturn"))

    assert only(row(Observation(Q4, 46)), strict, MET, period=Q4).result("rating").level == "red"


def test_what_no_rule_serves_is_unrated() -> None:
    for rule in (MET, ARROW):
        served = Rule(
            rule.judgement,
            rule.lines,
            otherwise=rule.otherwise,
            scale=rule.scale,
            serves=Is("kind", "project"),
        )
        result = only(row(Observation(Q2, 46)), served).results[0]

        assert [each.value for each in result.reasons] == ["no_rule"]
        assert isinstance(result, Travel) is rule.scale.travel


def test_outside_its_validity_a_rule_set_rates_nothing() -> None:
    assessed = only(row(Observation(Q2, 46)), validity=Validity(last=LAST_YEAR))

    assert {tuple(each.value for each in one.reasons) for one in assessed.results} == {
        ("outside_validity",)
    }


# --- which target


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ([Target(1), Target(2, period=YEAR), Target(3, period=Q2)], 3),
        ([Target(1), Target(2, period=YEAR), Target(3, period=Q1)], 2),
        ([Target(1), Target(3, period=Q1)], 1),
        ([Target(3, period=Q1)], None),
        ([], None),
    ],
)
def test_the_target_that_fits_the_period_best_is_used(
    targets: list[Target], expected: int | None
) -> None:
    found = find_figure(ScorecardRow(HOMES, (), targets), TARGET, Q2)

    assert (found.aim if isinstance(found, Target) else None) == expected


def test_of_two_targets_that_fit_alike_neither_is_guessed() -> None:
    item = ScorecardRow(HOMES, (), [Target(1, basis="annual"), Target(2, basis="period")])

    assert find_figure(item, TARGET, Q2) == Missing(
        "no_target", note="several fit; the rule must name which"
    )


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (ANNUAL_TARGET, 1),
        (PERIOD_TARGET, 2),
        (PROFILED_TARGET, 3),
        (YEAR_TO_DATE_TARGET, 4),
    ],
)
def test_a_rule_names_the_target_that_it_means(edge: Edge, expected: int) -> None:
    targets = [
        Target(1, basis="annual"),
        Target(2, basis="period"),
        Target(3, basis="profiled"),
        Target(4, basis="year_to_date"),
    ]
    found = find_figure(ScorecardRow(HOMES, (), targets), edge, Q2)

    assert isinstance(found, Target)
    assert found.aim == expected


def test_a_target_that_is_not_set_says_why() -> None:
    assert find_figure(row(target=Missing("baselining")), TARGET, Q2) == Missing("baselining")


def test_floor_and_stretch_stand_beside_their_target() -> None:
    item = row(target=Target(50, floor=40, stretch=60))

    assert find_figure(item, FLOOR, Q2) == 40
    assert find_figure(item, STRETCH, Q2) == 60
    assert find_figure(row(target=None), FLOOR, Q2) == Missing("no_target")
    assert find_figure(row(), STRETCH, Q2) == Missing("no_target")


# --- which other figure

QUARTERS = (Observation(LAST_Q2, 30), Observation(Q1, 44), Observation(Q2, 46))


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure("value"), 46),
        (PREVIOUS_PERIOD, 44),
        (SAME_PERIOD_LAST_YEAR, 30),
        (LAST_REPORTED, 44),
        (Figure("reported_back", 2), 30),
        (Figure("periods_back", 4), 30),
        (PREVIOUS_YEAR_END, 40),
        (Figure("year_to_date"), 90),
        (Figure("forecast"), 180),
        (BEST_POSSIBLE, 100),
        (benchmark("England"), Decimal("47.5")),
        (Figure("constant", 80), 80),
        (Figure("trend_start", 2), 44),
        (Figure("trend_end", 2), 46),
        (Figure("trend_end", 1), 46),
    ],
)
def test_a_figure_is_found_by_its_name(figure: Figure | Edge, expected: object) -> None:
    item = ScorecardRow(
        Indicator("H1", "Homes", polarity="higher", best_possible=100),
        [
            *QUARTERS,
            Observation(LAST_YEAR, 40),
            Observation(SO_FAR, 90),
            Observation(YEAR, 180, marks=[Mark.FORECAST]),
        ],
        benchmarks=[Benchmark("Wales", 50), Benchmark("England", "47.5")],
    )

    assert find_figure(item, figure, Q2) == expected


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (Figure("value"), "no_data"),
        (PREVIOUS_PERIOD, "no_previous"),
        (LAST_REPORTED, "no_previous"),
        (Figure("reported_back", 3), "no_previous"),
        (Figure("forecast"), "no_data"),
        (Figure("trend_start", 3), "too_few"),
        (BEST_POSSIBLE, "no_target"),
        (benchmark("England"), "no_benchmark"),
        (Figure("share", "met"), "no_data"),
        (Figure("level", "rating"), "not_judged"),
        (Figure("range_width"), "no_target"),
    ],
)
def test_a_figure_that_is_not_there_says_why(figure: Figure | Edge, reason: str) -> None:
    found = find_figure(ScorecardRow(HOMES), figure, Q2)

    assert isinstance(found, Missing)
    assert found.reason == reason


def test_a_rule_takes_the_latest_benchmark_known_by_then_whatever_their_order() -> None:
    known = [
        Benchmark("England", value, period=at) for value, at in ((48, Q2), (40, Q1), (50, Q4))
    ]
    homes = ScorecardRow(HOMES, benchmarks=known)
    undated = ScorecardRow(HOMES, benchmarks=[known[1], Benchmark("England", 45)])

    assert find_figure(homes, benchmark("England"), Q1) == 40
    assert find_figure(homes, benchmark("England"), Q3) == 48
    assert find_figure(undated, benchmark("England"), Q2) == 45


def test_a_benchmark_that_lies_ahead_rates_nothing() -> None:
    ahead = ScorecardRow(HOMES, benchmarks=[Benchmark("England", 50, period=Q4)])

    assert find_figure(ahead, benchmark("England"), Q2) == Missing("no_benchmark")


def test_last_reported_ignores_gaps_and_the_previous_period_does_not() -> None:
    item = row(
        Observation(LAST_Q2, 30), Observation(Q1, Missing("suppressed")), Observation(Q2, 46)
    )

    assert find_figure(item, LAST_REPORTED, Q2) == 30
    assert find_figure(item, PREVIOUS_PERIOD, Q2) == Missing(
        "no_previous", note="Q1 2019-20: suppressed"
    )


def test_last_reported_passes_over_forecasts_and_other_kinds_of_period() -> None:
    item = row(
        Observation(LAST_YEAR, 40), Observation(Q1, 44, marks=[Mark.FORECAST]), Observation(Q2, 46)
    )

    assert find_figure(item, LAST_REPORTED, Q2) == Missing("no_previous")


def test_a_forecast_is_no_figure_for_its_period() -> None:
    assert find_figure(row(Observation(Q2, 46, marks=[Mark.FORECAST])), Figure("value"), Q2) == (
        Missing("no_data")
    )


def test_before_a_break_in_the_series_nothing_can_be_compared() -> None:
    broken = Observation(Q2, 46, marks=[Mark.SERIES_BREAK])
    item = row(Observation(Q1, 44), broken, Observation(Q3, 48))

    assert find_figure(item, PREVIOUS_PERIOD, Q2) == Missing("series_break", note="Q2 2019-20")
    assert find_figure(item, PREVIOUS_PERIOD, Q3) == 46
    assert find_figure(item, Figure("trend_end", 3), Q3) == Missing(
        "series_break", note="Q2 2019-20"
    )


@pytest.mark.parametrize("broken", [Q1, Q1.previous()])
def test_a_fitted_line_may_begin_where_a_new_series_does(broken: ReportingPeriod) -> None:
    figures = [(Q1.previous(), 9), (Q1, 1), (Q2, 2), (Q3, 3)]
    item = row(
        *(
            Observation(at, value, marks=[Mark.SERIES_BREAK] if at == broken else [])
            for at, value in figures
        )
    )

    assert find_figure(item, Figure("trend_end", 3), Q3) == 3


def test_a_kind_of_period_without_a_previous_one_has_no_earlier_figures() -> None:
    at = ReportingPeriod.between(dt.date(2019, 5, 3), dt.date(2019, 6, 9))

    for figure in (PREVIOUS_PERIOD, Figure("periods_back", 2)):
        assert find_figure(row(Observation(at, 46)), figure, at) == Missing("no_previous")


def test_the_ends_of_a_fitted_line_are_exact() -> None:
    item = row(Observation(Q1, 1), Observation(Q2, 2), Observation(Q3, 2))

    assert find_figure(item, Figure("trend_start", 3), Q3) == Fraction(7, 6)
    assert find_figure(item, Figure("trend_end", 3), Q3) == Fraction(13, 6)


def test_an_indicators_own_tolerance_is_its_own() -> None:
    own = Rule(
        "rating", {"green": TARGET, "amber": TARGET.worse_by(OWN_TOLERANCE)}, otherwise="red"
    )
    levels = []
    for tolerance in ("10%", "5 points", None):
        indicator = Indicator("H1", "Homes", polarity="higher", tolerance=tolerance)
        item = ScorecardRow(indicator, [Observation(Q2, 44)], [Target(50)])
        levels.append(only(item, own).result("rating").level)

    assert levels == ["red", "red", None]


# --- levels as figures, and voices

BEFORE = Rule(
    "change",
    MOVED,
    otherwise="worsening",
    scale=TRAVEL,
    judges=Figure("level", "rating"),
)


def test_a_travel_may_move_between_ratings() -> None:
    assessed = only(row(Observation(Q1, 40), Observation(Q2, 46)), MET, BEFORE)
    change = assessed.result("change")

    assert change.level == "improving"
    assert isinstance(change, Travel)
    assert change.movement == "up"
    assert change.earlier == RankedLevel(RAG, "red")
    assert change.reason == "Improving: it went from Red in the previous period to Amber."


def test_at_the_best_level_no_better_one_is_promised() -> None:
    assessed = only(row(Observation(Q1, 50), Observation(Q2, 55)), MET, BEFORE)

    assert assessed.result("change").reason == (
        "Static: Green is unchanged from the previous period."
    )


def test_a_level_that_is_missing_says_why() -> None:
    assessed = only(row(Observation(Q2, 46)), MET, BEFORE)

    assert assessed.result("change").reason == (
        "No view: no earlier figure to compare with (Q1 2019-20: no data)."
    )


def test_of_several_reasons_for_a_missing_level_the_most_telling_is_told() -> None:
    item = row(Observation(Q1, Missing("not_due")), Observation(Q2, 46), target=None)
    change = only(item, MET, BEFORE).result("change")

    assert isinstance(change, Travel)
    assert change.earlier == Missing("no_previous", note="Q1 2019-20: not due yet")
    assert change.reasons == ("no_target", "no_previous")


def test_what_stands_is_a_result_like_what_is_computed() -> None:
    assessed = only(row(Observation(Q2, 46)), MET)

    with pytest.raises(FieldTypeError, match="standing"):
        AssessedRow(assessed.row, assessed.results, ["green"])


def test_an_override_stands_beside_what_is_computed_until_it_is_withdrawn() -> None:
    override = StatedLevel(
        "rating",
        "Green",
        voice="override",
        period=Q1,
        until=Q2,
        role="director",
        reason="one site",
    )
    item = row(Observation(Q2, 46), Observation(Q3, 46), stated=[override])

    assessed, later = only(item), only(item, period=Q3)

    assert assessed.result("rating").level == "amber"
    assert assessed.standing_result("rating").level == "green"
    assert assessed.standing_result("rating").reason == (
        "Green: decided in place of the computed level by the director: one site."
    )
    assert later.standing_result("rating").level == "amber"


def test_of_two_overrides_the_later_stands() -> None:
    said = [
        StatedLevel("rating", "Red", voice="override", period=Q2),
        StatedLevel("rating", "Green", voice="override", period=Q1),
    ]

    assert only(row(Observation(Q2, 46), stated=said)).standing_result("rating").level == "red"


def test_a_rule_set_says_whose_voice_stands() -> None:
    said = [StatedLevel("rating", "Green"), StatedLevel("rating", "Red", voice="forecast")]
    item = row(Observation(Q2, 46), stated=said)

    levels = [
        only(item, voices=voices).standing_result("rating").level
        for voices in (["given"], ["forecast", "given"], ["computed"], ["override"])
    ]

    assert levels == ["green", "red", "amber", "amber"]


def test_where_people_judge_their_level_is_the_result() -> None:
    judged = Rule("confidence", judged=True)
    said = [StatedLevel("confidence", "A")]

    given = only(row(stated=said), judged).results[0]
    silent = only(row(), judged).results[0]
    unread = only(row(stated=[StatedLevel("confidence", "Teal")]), judged).results[0]

    assert isinstance(given, StatedResult)
    assert (given.level, given.label, str(given)) == ("amber", "Amber", "Amber")
    assert repr(given) == "<StatedResult amber: Amber: given.>"
    assert silent.reason == "Not rated: no judgement given."
    assert unread.reason == "Not rated: no judgement given ('Teal' is not on the scale 'RAG')."
    assert (silent.label, unread.level) == ("n/a", None)


# --- what was published, and exceptions


def test_a_published_level_that_the_rules_do_not_give_is_found() -> None:
    said = [
        StatedLevel("rating", "Green", period=Q2),
        StatedLevel("travel", "Teal"),
        StatedLevel("mood", "Good"),
    ]
    judged = Rule("mood", judged=True)
    card = Scorecard("Test", [row(Observation(Q1, 44), Observation(Q2, 46), stated=said)])
    assessment = assess(card, RuleSet("ours", "Ours", [judged, MET, ARROW]), period=Q2)

    assert [str(each) for each in find_disagreements(assessment)] == [
        "H1: rating given as Green, computed as Amber",
        "H1: travel given as Teal, computed as Improving",
    ]


@pytest.mark.parametrize(("text", "agrees"), [("Amber", True), ("a", True), ("n/a", False)])
def test_a_published_level_agrees_as_read_on_the_scale(text: str, *, agrees: bool) -> None:
    item = row(Observation(Q2, 46), stated=[StatedLevel("rating", text)])
    assessment = assess(Scorecard("Test", [item]), RuleSet("ours", "Ours", [MET]))

    assert (find_disagreements(assessment) == ()) is agrees


def test_what_was_published_as_travel_is_the_first_travel() -> None:
    short = Rule("short trend", MOVED, otherwise="worsening", scale=TRAVEL)
    item = row(Observation(Q2, 46), stated=[StatedLevel("travel", "Static")])
    assessed = only(item, short)
    [result] = assessed.results

    found = find_given(assessed, result, Q2)

    assert found is not None
    assert found.text == "Static"


def test_stated_levels_are_tallied_with_what_the_scale_prints_for_the_unrated() -> None:
    scale = Scale("ours", RAG.levels, unrated=[PrintedClass("Data only", {"data_only"})])
    printed = [StatedLevel("rating", each) for each in ("Green", "data only", "n/a")]
    counts = tally_stated(printed, scale)

    assert [(each.reason.value, each.count) for each in counts.unrated] == [
        ("not_applicable", 1),
        ("data_only", 1),
    ]
    with pytest.raises(UnknownNameError, match="is called 'Teal'; there are 'Green'"):
        tally_stated([StatedLevel("rating", "Teal")], scale)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Is("rating", "red"), True),
        (Is("rating", "red", running=2), True),
        (Is("rating", "red", running=3), False),
        (Is("rating", "red", running=5), False),
        (Is("travel", "worsening") & Is("rating", "red"), True),
        (Is("travel", "unrated"), False),
        (Is("portfolio", "Housing"), False),
    ],
)
def test_an_exception_asks_for_levels_and_for_how_long(
    condition: Condition, *, found: bool
) -> None:
    item = row(Observation(LAST_Q2, 10), Observation(Q1, 40), Observation(Q2, 39))
    assessment = assess(Scorecard("Test", [item]), OURS)
    exceptions = find_exceptions(assessment, [NamedCondition("look", condition)])

    assert [str(each) for each in exceptions] == (["H1: look"] if found else [])


def test_an_item_is_excepted_once_under_the_first_condition_that_it_meets() -> None:
    named = [NamedCondition("red", Is("rating", "red")), NamedCondition("all", ~Is("tag", "x"))]
    rules = RuleSet("ours", "Ours", [MET], exceptions=named)
    card = Scorecard("Test", [row(Observation(Q2, 1))])

    assert [each.condition.name for each in find_exceptions(assess(card, rules))] == ["red"]


def test_what_was_published_as_rating_is_the_first_rating() -> None:
    overall = Rule("overall", MET.lines, otherwise="red")
    assessed = only(row(Observation(Q2, 46), stated=[StatedLevel("rating", "Green")]), overall)
    [result] = assessed.results

    found = find_given(assessed, result, Q2)

    assert found is not None
    assert found.text == "Green"


def test_the_level_that_is_needed_is_named() -> None:
    worse = only(row(Observation(Q1, 46), Observation(Q2, 40)), MET, BEFORE).result("change")
    beyond = Rule(
        "change",
        {"improving": PREVIOUS_PERIOD.beyond()},
        otherwise="worsening",
        scale=TRAVEL,
        judges=Figure("level", "rating"),
    )
    alike = only(row(Observation(Q1, 46), Observation(Q2, 46)), MET, beyond).result("change")

    assert worse.reason.endswith("; static would need Amber or better.")
    assert alike.reason.endswith("; improving would need better.")


def test_a_line_that_never_ends_as_a_decimal_is_shown_to_two_places() -> None:
    trend = Edge(Figure("trend_start", 3)).worse_by("10%")
    rule = Rule("travel", {"improving": trend}, otherwise="worsening", scale=TRAVEL)
    item = row(Observation(Q1, 1), Observation(Q2, 2), Observation(Q3, 2))
    moved = only(item, rule, period=Q3).result("travel")

    assert isinstance(moved, Travel)
    assert moved.change == Fraction(5, 6)
    assert moved.reason.startswith(
        "Improving: it rose by 0.83, from 1.17 in the start of the line"
    )
    assert (moved.missing, moved.rule) == ((), rule)


def test_a_direction_held_against_no_earlier_figure_moves_from_none() -> None:
    rule = Rule("travel", {"improving": TARGET}, otherwise="worsening", scale=TRAVEL)
    moved = only(row(Observation(Q2, 60)), rule).result("travel")

    assert isinstance(moved, Travel)
    assert (moved.level, moved.movement) == ("improving", Missing("no_previous"))
    assert moved.reason == "Improving: 60 is 10 above the target of 50."
