"""Any value as a table: its fields, or a row for each of several."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from councilperf import (
    Committee,
    Council,
    Finding,
    Indicator,
    Meeting,
    Milestone,
    Objective,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    StatedTally,
    assess,
    changes_between,
    cross_tally,
    find_exceptions,
    presets,
)
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats import Reading
from councilperf.model import BudgetLine, BudgetMonitoring, StatedCount, Target
from councilperf.presets import MAIDSTONE
from councilperf.tables import Page, Paragraph, Table, set_out

Q2 = ReportingPeriod.quarter(2019, 2)
HOMES = Indicator("H1", "Affordable homes", polarity="higher", unit="homes")


def rows_of(value: object) -> dict[str, str]:
    table = set_out(value)
    assert isinstance(table, Table)
    return {name.text: what.text for name, what in table.rows}


def test_a_value_is_shown_by_the_fields_that_say_something() -> None:
    shown = rows_of(HOMES)

    assert shown["Reference"] == "H1"
    assert shown["Polarity"] == "higher"
    assert shown["Unit"].startswith("homes")
    assert "Service" not in shown


def test_names_of_types_and_fields_are_parted_into_words() -> None:
    table = set_out(StatedLevel("rating", "Green"))

    assert isinstance(table, Table)
    assert table.caption == "Stated level"


def test_values_within_values_are_said_by_what_they_hold() -> None:
    council = Council("Halton Borough Council", gss_code="E06000006")
    shown = rows_of(Meeting(Committee("Board", council), dt.date(2022, 11, 14)))

    assert shown["Committee"] == "Board"
    assert shown["Date"] == "14 November 2022"
    assert rows_of(ScorecardRow(HOMES, []))["Indicator"].startswith("H1, Affordable homes, higher")


def test_numbers_stay_numbers_and_flags_are_said_in_words() -> None:
    table = set_out(Target("1042.50", strict=True))

    assert isinstance(table, Table)
    assert table.rows[0][1].number == Decimal("1042.50")
    assert rows_of(Target("1042.50", strict=True))["Strict"] == "yes"
    assert rows_of(Target("1042.50"))["Strict"] == "no"


def test_of_many_values_some_are_shown_and_a_long_text_is_cut() -> None:
    row = ScorecardRow(HOMES, [Observation(q, 1) for q in Q2.year().parts("month")])
    shown = rows_of(row)

    assert shown["Observations"].endswith("; and 6 more")
    assert rows_of(Reading(Indicator("H1", "y" * 300)))["Value"].endswith("…")


def test_several_values_of_a_type_are_a_row_each() -> None:
    found = [Finding("no-target", "warning", "rows[0]", "it has no target", "give one")]
    table = set_out(found)

    assert isinstance(table, Table)
    assert [each.header for each in table.columns] == [
        "Code", "Severity", "Path", "Message", "Remedy",
    ]  # fmt: skip
    assert [str(each) for each in table.rows[0]][:2] == ["no-target", "warning"]


def test_figures_of_several_values_stand_to_the_right() -> None:
    table = set_out([Observation(Q2, 4), Observation(Q2.previous(), 5)])

    assert isinstance(table, Table)
    assert [each.numeric for each in table.columns][:2] == [False, True]


@pytest.mark.parametrize("values", [[], [HOMES, Q2]])
def test_an_empty_or_mixed_list_has_no_columns(values: list[object]) -> None:
    with pytest.raises(FieldValueError, match="all of one type"):
        set_out(values)


@pytest.mark.parametrize("value", [42, [42], "text", object()])
def test_what_is_not_ours_is_refused(value: object) -> None:
    with pytest.raises(FieldTypeError, match="a value of councilperf"):
        set_out(value)


def test_results_and_parts_of_papers_have_tables_of_their_own() -> None:
    row = ScorecardRow(
        HOMES, [Observation(Q2, 12)], [Target(45)], stated=[StatedLevel("rating", "Green")]
    )
    assessment = assess(Scorecard("Homes", [row]), MAIDSTONE)
    exceptions = find_exceptions(assessment)
    objective = Objective("O1", "Improve attendance", milestones=[Milestone("Plan agreed")])
    line = BudgetLine("Placements", 1200, forecast=1350, variance=150)
    captions = {
        "H1: Affordable homes": assessment["H1"],
        "RAG by trend": cross_tally(assessment, "rating", "short trend"),
        "Exceptions": exceptions,
        "Budget, Q2 2019-20": BudgetMonitoring("Budget", Q2, [line]),
        "Objectives and milestones": [objective],
        "Summary: rating": StatedTally("rating", [StatedCount("Red", 9)], total=9),
        "Rule sets": presets.PRESETS[:2],
    }

    for caption, value in captions.items():
        table = set_out(value)
        assert isinstance(table, Table)
        assert table.caption.casefold() == caption.casefold()
    for several, one in [(exceptions, exceptions[0]), ([objective], objective)]:
        assert set_out(several) == set_out(one)


def test_changed_rules_read_like_the_policy_paper() -> None:
    changes = set_out(changes_between(presets.HAVERING_2013, presets.HAVERING_2014))
    none = set_out(changes_between(MAIDSTONE, MAIDSTONE))

    assert isinstance(changes, Page)
    assert changes.title == "havering-2013 → havering-2014"
    assert isinstance(none, Page)
    assert none.blocks == (Paragraph("Nothing has changed."),)
