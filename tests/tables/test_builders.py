from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from councilperf import (
    Answer,
    Assessment,
    Indicator,
    Observation,
    ReportingPeriod,
    Rule,
    RuleSet,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Tally,
    Target,
    assess,
    find_exceptions,
)
from councilperf.assessment import find_disagreements
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Benchmark
from councilperf.presets import CHESHIRE_EAST, MAIDSTONE, PRESETS
from councilperf.rules import (
    FLOOR,
    PREVIOUS_PERIOD,
    RAG,
    TARGET,
    TRAVEL,
    Figure,
    Is,
    Level,
    Line,
    NamedCondition,
    PrintedClass,
    Scale,
    Share,
    Validity,
    all_of,
    any_of,
)
from councilperf.tables import (
    Facts,
    Heading,
    Labels,
    Page,
    Paragraph,
    Table,
    assessment_page,
    disagreements_table,
    exceptions_table,
    explanation_page,
    figures_table,
    key_table,
    legend_table,
    printed_summary_table,
    results_table,
    rules_page,
    scorecard_table,
    set_out,
    summary_table,
)

Q2 = ReportingPeriod.quarter(2019, 2)


def texts(table: Table) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in table.rows]


def headers(table: Table) -> list[str]:
    return [each.header for each in table.columns]


def test_a_scorecard_shows_figures_targets_results_and_what_was_given(
    assessment: Assessment,
) -> None:
    table = scorecard_table(assessment)

    assert headers(table) == [
        "Ref", "Measure", "Value", "Target", "Rating", "Direction of travel", "Given",
    ]  # fmt: skip
    assert texts(table) == [
        ["A1", "Visits in time", "96% [p]", "95%", "Green ●", "Static (up) ↑", "Amber; Static"],
        ["A2", "Days to a decision", "30 days", "25 days", "Red ■", "Worsening (up) ↑", ""],
        ["A3", "Children in care", "510", "no target", "n/a (data only)", "n/a (data only, up) ↑",
         ""],
        ["A4", "Caseload", "17", "15 to 18", "Green ●",
         "n/a (no earlier figure to compare with)", ""],
        ["A5", "Waiting", "3", "beyond 5", "Green ●", "Improving (down) ↓", ""],
        ["A6", "To come", "not due yet", "no target", "n/a (not due yet)", "n/a (not due yet)",
         ""],
        ["A7", "Not asked", "", "no target", "n/a (no data)", "n/a (no data)", ""],
    ]  # fmt: skip


def test_a_judgement_without_results_has_no_column_but_a_note() -> None:
    card = Scorecard(
        "Homes",
        [ScorecardRow(Indicator("H1", "Homes", polarity="higher"), [Observation(Q2, 42)])],
    )
    table = scorecard_table(assess(card, CHESHIRE_EAST, period=Q2))

    assert headers(table) == ["Ref", "Measure", "Value", "Target"]
    assert table.notes == (
        "Rating: no indicator has one (no target).",
        "Direction of travel: no indicator has one (no earlier figure to compare with).",
    )


def test_an_empty_scorecard_is_set_out_too() -> None:
    table = scorecard_table(assess(Scorecard("Homes", []), MAIDSTONE, period=Q2))

    assert table.rows == ()
    assert table.notes[0] == "Rating: no indicator has one."


def test_figures_stand_in_a_column_for_each_period(scorecard: Scorecard) -> None:
    table = figures_table(scorecard)

    assert headers(table) == ["Ref", "Measure", "Q1 2019-20", "Q2 2019-20", "Target", "Given"]
    assert texts(table)[0] == [
        *("A1", "Visits in time", "90%", "96% [p]", "95%"),
        "Rating: Amber; Direction of travel: Static",
    ]


def test_benchmarks_and_what_was_stated_of_a_period_stand_beside_the_figures() -> None:
    visits = ScorecardRow(
        Indicator("A1", "Visits in time", unit="%"),
        [Observation(Q2, 96)],
        benchmarks=[Benchmark("England", 90, period=Q2), Benchmark("Region", 91)],
        benchmark_text="above neighbours",
        stated=[StatedLevel("rating", "Green", period=Q2)],
    )
    plain = ScorecardRow(Indicator("A2", "Days"), [Observation(Q2, 4)])
    card = Scorecard("Card", [visits, plain], assumed=["The year is financial."])

    table = figures_table(card)

    assert headers(table)[-2:] == ["Benchmark", "Given"]
    assert [row[-2:] for row in texts(table)] == [
        ["above neighbours; England 90% (Q2 2019-20); Region 91%", "Rating, Q2 2019-20: Green"],
        ["", ""],
    ]
    assert table.notes == ("The year is financial.",)


def test_dates_and_answers_are_shown_in_words() -> None:
    done = Indicator("M1", "Plan adopted", polarity="lower")
    card = Scorecard(
        "Milestones",
        [
            ScorecardRow(done, [Observation(Q2, dt.date(2019, 9, 2))],
                         [Target(dt.date(2019, 9, 30))]),
            ScorecardRow(Indicator("M2", "Audit passed", polarity="higher"),
                         [Observation(Q2, Answer.YES)], [Target(Answer.YES)]),
        ],
    )  # fmt: skip

    assert [row[2:] for row in texts(figures_table(card))] == [
        ["2 September 2019", "30 September 2019"],
        ["yes", "yes"],
    ]


def test_results_for_spreadsheets_hold_bare_figures_and_every_reason(
    assessment: Assessment,
) -> None:
    table = results_table(assessment)
    first, third = table.rows[0], table.rows[2]

    assert headers(table)[6:9] == ["Rating", "Rating, given", "Rating, reason"]
    assert (first[3].text, first[4].number, first[5].number) == (
        "percent",
        Decimal(96),
        Decimal(95),
    )
    assert [cell.text for cell in first[6:9]] == [
        "Green",
        "Amber",
        "Green: 96% is 1 point above the target of 95%.",
    ]
    assert (third[3].text, third[6].text) == ("", "n/a")


def test_a_summary_shows_every_level_and_every_reason_for_none(assessment: Assessment) -> None:
    assert texts(summary_table(assessment.tally("rating"), "Ratings")) == [
        ["Green ●", "3", "42.9%", "75.0%"],
        ["Amber ▲", "0", "0.0%", "0.0%"],
        ["Red ■", "1", "14.3%", "25.0%"],
        ["n/a (no data)", "1", "14.3%", "-"],
        ["n/a (not due yet)", "1", "14.3%", "-"],
        ["n/a (data only)", "1", "14.3%", "-"],
        ["Total", "7", "100.0%", "100.0%"],
    ]


def test_arrows_stand_for_the_number_so_a_summary_of_verdicts_has_none() -> None:
    table = summary_table(Tally.of(TRAVEL, improving=1), "Directions")

    assert [row[0].symbol for row in table.rows] == ["", "", "", ""]


def test_a_level_that_does_not_count_as_rated_has_no_share_of_those() -> None:
    scale = Scale("progress", [Level("done", rated=False), Level("late")])
    table = summary_table(Tally.of(scale, done=3, late=1, unrated={"data_only": 1}), "Progress")

    assert texts(table)[:2] == [["Done", "3", "60.0%", "-"], ["Late", "1", "20.0%", "100.0%"]]


def test_a_summary_of_nothing_divides_by_nothing() -> None:
    assert texts(summary_table(Tally.of(RAG), "Ratings"))[-1] == ["Total", "0", "-", "-"]


def test_a_printed_summary_has_a_row_for_each_report() -> None:
    table = printed_summary_table(
        {"Last quarter": Tally.of(RAG, green=1), "This quarter": Tally.of(RAG, red=2)},
        caption="RAG ratings",
        heading="Measures",
    )

    assert headers(table) == ["Measures", "Green", "Amber", "Red", "n/a", "Total"]
    assert texts(table) == [
        ["Last quarter", "1", "0", "0", "0", "1"],
        ["This quarter", "0", "0", "2", "0", "2"],
    ]


@pytest.mark.parametrize("levels", [["green"], ["green", "amber", "blue"], ["red"] * 3])
def test_a_printed_summary_leaves_no_level_out(levels: list[str]) -> None:
    with pytest.raises(FieldValueError, match="levels"):
        printed_summary_table({"Now": Tally.of(RAG)}, caption="RAG", heading="-", levels=levels)


def test_a_printed_summary_is_of_one_scale() -> None:
    tallies = {"Ratings": Tally.of(RAG), "Travel": Tally.of(TRAVEL)}

    with pytest.raises(FieldValueError, match="one and the same scale"):
        printed_summary_table(tallies, caption="Both", heading="-")
    with pytest.raises(FieldValueError, match="one and the same scale"):
        printed_summary_table({}, caption="None", heading="-")


def test_exceptions_come_with_the_reason_for_each_thing_asked(assessment: Assessment) -> None:
    asked = NamedCondition(
        "red and worse", Is("rating", "red") & Is("travel", "worsening") & Is("kind", "indicator")
    )
    [row] = texts(exceptions_table(find_exceptions(assessment, [asked])))

    assert row[:3] == ["A2", "Days to a decision", "red and worse"]
    assert row[3].startswith("Red: 30 days is 5 days above the target of 25 days;")
    assert "Worsening: it rose by 10 days" in row[3]


def test_a_given_level_that_differs_is_pointed_out(assessment: Assessment) -> None:
    [row] = texts(disagreements_table(find_disagreements(assessment)))

    assert row[:5] == ["A1", "Visits in time", "Rating", "Amber", "Green ●"]


def test_a_given_level_that_is_on_no_scale_differs(scorecard: Scorecard) -> None:
    odd = ScorecardRow(
        scorecard.rows[0].indicator, scorecard.rows[0].observations, [Target(95)],
        stated=[StatedLevel("rating", "Purple")],
    )  # fmt: skip
    found = find_disagreements(assess(Scorecard("Odd", [odd]), CHESHIRE_EAST, period=Q2))

    assert [str(each) for each in found] == ["A1: rating given as Purple, computed as Green"]


def test_what_people_judge_is_never_held_against_what_they_gave() -> None:
    rules = RuleSet("ours", "Ours", [Rule("confidence", judged=True, scale=RAG)])
    row = ScorecardRow(
        Indicator("P1", "Depot"), [Observation(Q2, 1)], stated=[StatedLevel("confidence", "Red")]
    )
    assessment = assess(Scorecard("Projects", [row]), rules, period=Q2)

    assert find_disagreements(assessment) == ()
    assert texts(scorecard_table(assessment)) == [
        ["P1", "Depot", "1", "no target", "Red ■", "Red"]
    ]
    assert [type(each) for each in explanation_page(assessment["P1"], assessment).blocks] == [
        Facts, Heading, Paragraph, Paragraph,
    ]  # fmt: skip


def test_a_level_that_somebody_decided_on_stands_beside_the_computed_one() -> None:
    rules = evolve(MAIDSTONE, voices=["override", "computed"])
    decided = StatedLevel(
        "rating", "Green", voice="override", reason="a fire closed it", role="director"
    )
    row = ScorecardRow(
        Indicator("P1", "Depot", polarity="higher"), [Observation(Q2, 1)], [Target(9)],
        stated=[decided],
    )  # fmt: skip
    assessment = assess(Scorecard("Projects", [row]), rules, period=Q2)

    assert texts(scorecard_table(assessment))[0][4:] == ["Red ■", "Green stands"]
    [said] = [
        each.text
        for each in explanation_page(assessment["P1"], assessment).blocks
        if isinstance(each, Paragraph) and each.text.startswith("Counts:")
    ]
    assert said.endswith(
        "decided in place of the computed level by the director: a fire closed it."
    )


def test_the_legend_explains_what_is_used_and_no_more(assessment: Assessment) -> None:
    assert texts(legend_table(assessment)) == [
        ["Green ●", "Rating: the target or better"],
        ["Red ■", "Rating: anything else"],
        ["Improving", "Direction of travel: more than 10% better than the previous period"],
        ["Static", "Direction of travel: no more than 10% worse than the previous period"],
        ["Worsening", "Direction of travel: anything else"],
        ["up ↑", "The figure rose; the word beside it says whether that is better"],
        ["down ↓", "The figure fell; the word beside it says whether that is better"],
        ["[p]", "The figure is provisional"],
    ]


def test_a_page_begins_with_what_was_assessed_and_by_what(assessment: Assessment) -> None:
    page = assessment_page(assessment, notes=["read as UTF-8", *assessment.assumed])
    [facts] = [each for each in page.blocks if isinstance(each, Facts)]
    names = [
        each.caption if isinstance(each, Table) else each.text
        for each in page.blocks
        if isinstance(each, Table | Heading)
    ]

    assert page.title == "Children and families"
    assert [(each.name, each.value) for each in facts.items] == [
        ("Council", "Cheshire East Council"),
        ("Period", "Q2 2019-20 (1 July – 30 September 2019)"),
        ("Rules", "cheshire-east (Cheshire East Council)"),
        ("Source", "made for these tests"),
        ("Rules from", str(CHESHIRE_EAST.sources[0])),
    ]
    assert names == [
        "Assumed",
        "Scorecard, Q2 2019-20",
        "Summary: rating",
        "Summary: direction of travel",
        "Exceptions",
        "Given and computed levels that differ",
        "Symbols and marks",
        "About the file",
    ]
    assert page.blocks[-1] == set_out(page).blocks[-1]  # type: ignore[union-attr]


def test_no_exceptions_are_said_to_be_none() -> None:
    page = assessment_page(assess(Scorecard("Homes", []), MAIDSTONE, period=Q2))

    assert page.blocks[-2:] == (Heading("Exceptions"), Paragraph("None."))


def test_rules_without_exceptions_and_assumptions_say_nothing_of_them() -> None:
    rules = RuleSet("ours", "Ours", [Rule("rating", {"green": TARGET}, otherwise="red")])
    page = assessment_page(assess(Scorecard("Homes", []), rules, period=Q2))

    assert [type(each) for each in page.blocks] == [Facts, Table]


def test_an_explanation_gives_the_key_with_its_numbers(assessment: Assessment) -> None:
    page = explanation_page(assessment["A2"], assessment)
    tables = [each for each in page.blocks if isinstance(each, Table)]
    facts = {
        fact.name: fact.value
        for each in page.blocks
        if isinstance(each, Facts)
        for fact in each.items
    }

    assert texts(tables[0]) == [
        ["Green ●", "the target or better", "25 days or less"],
        ["Amber ▲", "no more than its own tolerance worse than the target", "27 days or less"],
        ["Red ■", "anything else", "the rest"],
    ]
    assert texts(tables[1])[0][2] == "less than 18 days"
    assert facts["Polarity"] == "lower is better"
    assert facts["Tolerance"] == "2"
    assert facts["Next level needs"] == "8 days"


def test_an_explanation_shows_what_was_given_and_said(assessment: Assessment) -> None:
    page = explanation_page(assessment["A1"], assessment)

    assert Paragraph("Given: Amber.") in page.blocks
    assert page.blocks[-1] == Paragraph("Two teams were short of staff.")


def test_an_explanation_says_why_an_edge_has_no_number(assessment: Assessment) -> None:
    page = explanation_page(assessment["A6"], assessment)
    [ratings, _] = [each for each in page.blocks if isinstance(each, Table)]

    assert texts(ratings)[0][2] == "no target"


def test_an_explanation_of_a_range_needs_no_number(assessment: Assessment) -> None:
    page = explanation_page(assessment["A4"], assessment)
    first = next(each for each in page.blocks if isinstance(each, Table))

    assert texts(first)[0] == ["Green ●", "the target or better", ""]


def test_an_explanation_of_what_nothing_is_asked_of_has_no_key(assessment: Assessment) -> None:
    page = explanation_page(assessment["A3"], assessment)

    assert not [each for each in page.blocks if isinstance(each, Table)]


def test_an_explanation_counts_days_to_a_date_and_nothing_between_levels() -> None:
    rules = RuleSet(
        "ours",
        "Ours",
        [
            Rule("rating", {"green": TARGET}, otherwise="red"),
            Rule(
                "travel",
                {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
                otherwise="worsening",
                scale=TRAVEL,
                judges=Figure("level", "rating"),
            ),
        ],
    )
    row = ScorecardRow(
        Indicator("M1", "Plan adopted", polarity="lower"),
        [Observation(Q2.previous(), dt.date(2019, 6, 1)), Observation(Q2, dt.date(2019, 10, 2))],
        [Target(dt.date(2019, 9, 30))],
    )
    assessment = assess(Scorecard("Milestones", [row]), rules, period=Q2)
    blocks = explanation_page(assessment["M1"], assessment).blocks
    facts = [fact for each in blocks if isinstance(each, Facts) for fact in each.items]

    assert [each.value for each in facts if each.name == "Next level needs"] == ["2 days"]


def test_an_unrated_class_that_says_the_reason_itself_is_not_said_twice() -> None:
    scale = Scale("RAG", RAG.levels, unrated=[PrintedClass("Data only", {"data_only"})])
    rules = RuleSet(
        "ours", "Ours", [Rule("rating", {"green": TARGET}, otherwise="red", scale=scale)]
    )
    rows = [
        ScorecardRow(Indicator("R1", "Homes", polarity="none"), [Observation(Q2, 1)]),
        ScorecardRow(
            Indicator("R2", "Beds", polarity="higher"), [Observation(Q2, 1)], [Target(1)]
        ),
    ]
    assessment = assess(Scorecard("Homes", rows), rules, period=Q2)

    assert texts(scorecard_table(assessment))[0][4] == "Data only"
    assert texts(summary_table(assessment.tally("rating"), "Ratings"))[3][0] == "Data only"


def test_a_rule_set_is_set_out_with_all_that_it_holds() -> None:
    rules = RuleSet(
        "ours",
        "Ours",
        [
            Rule(
                "rating",
                [
                    Line("green", any_of(TARGET, PREVIOUS_PERIOD.better_by(1))),
                    Line("amber", all_of(FLOOR, TARGET.worse_by("5%").beyond())),
                ],
                otherwise="red",
                serves=Is("kind", "indicator"),
            ),
            Rule("confidence", judged=True),
        ],
        shares=[Share("on target", Is("rating", "green"))],
        validity=Validity(None, ReportingPeriod.financial_year(2020)),
    )  # fmt: skip
    page = rules_page(rules)
    tables = [each for each in page.blocks if isinstance(each, Table)]

    assert page.blocks[0] == set_out(rules).blocks[0]  # type: ignore[union-attr]
    assert [(each.name, each.value) for each in page.blocks[0].items] == [  # type: ignore[union-attr]
        ("Council", "Ours"),
        ("Period", "up to 2020-21"),
    ]
    assert tables[0].caption == "Rating, where kind is indicator"
    assert texts(tables[0]) == [
        ["Green ●", "the target or better or at least 1 better than the previous period"],
        ["Amber ▲", "the minimum or better and less than 5% worse than the target"],
        ["Red ■", "anything else"],
    ]
    assert texts(tables[1])[0] == ["Green ●", "judged by people"]
    assert Heading("Summary") in page.blocks


@pytest.mark.parametrize("rules", PRESETS, ids=[each.name for each in PRESETS])
def test_every_preset_can_be_set_out(rules: RuleSet) -> None:
    page = set_out(rules)

    assert isinstance(page, Page)
    assert len(page.blocks) > len(rules.rules)


def test_anything_that_is_no_result_is_refused() -> None:
    with pytest.raises(FieldTypeError, match="a value of councilperf"):
        set_out(42)


def test_single_results_and_keys_are_set_out_as_tables(assessment: Assessment) -> None:
    rating = assessment["A2"].result("rating")

    assert texts(set_out(rating)) == [["Red ■", rating.reason]]  # type: ignore[arg-type]
    assert set_out(MAIDSTONE.rules[0]) == key_table(MAIDSTONE.rules[0])
    assert set_out(Tally.of(RAG)) == summary_table(Tally.of(RAG), "RAG")
    assert set_out(assessment) == assessment_page(assessment)
    assert set_out(assessment.scorecard) == figures_table(assessment.scorecard)


def test_labels_can_be_another_councils() -> None:
    labels = Labels(measure="Indicator", judgement="Verdict")
    table = figures_table(Scorecard("Homes", []), labels=labels)

    assert headers(table)[1] == "Indicator"
    with pytest.raises(FieldValueError, match="measure"):
        Labels(measure=" ")


def test_labels_say_their_language_by_its_tag() -> None:
    assert Labels(measure="Mesur", language="cy").language == "cy"
    with pytest.raises(FieldValueError, match="language"):
        Labels(language='cy"')
