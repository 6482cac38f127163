"""Table Schema and CSVW: what they say is so of the file that they lie beside."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats import (
    TableWord,
    csvw_metadata,
    read_scorecard_csv,
    table_schema,
    write_scorecard_csv,
    write_tidy_csv,
)
from councilperf.model import Answer, Benchmark, Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.strategies import scorecards
from councilperf.values import Mark, Missing

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)
SHEET = """\
Ref,Measure,Q1 2019-20,Q2 2019-20,Target,RAG,DoT,Polarity,Unit,England,Benchmark,Commentary
E1,Appeals won,55.1,[x],60,Amber,up,Higher,%,61,as printed,Two more
E2,Calls,<5,1234,TBC,,,Lower,,,,
"""
CARD = read_scorecard_csv(SHEET, title="Planning", council="C", source="Paper").require()


def rows(card: Scorecard, table: TableWord) -> list[list[str]]:
    written = (write_tidy_csv if table == "tidy-csv" else write_scorecard_csv)(card, excel=False)
    return list(csv.reader(io.StringIO(written.decode(), newline="")))


def field(card: Scorecard, table: TableWord, name: str) -> dict[str, Any]:
    [found] = [each for each in table_schema(card, table)["fields"] if each["name"] == name]
    assert isinstance(found, dict)
    return found


def test_a_wide_sheets_columns_are_described() -> None:
    fields = table_schema(CARD, "csv")["fields"]

    assert {each["name"]: each["type"] for each in fields} == {
        "Reference": "string",
        "Measure": "string",
        "Unit": "string",
        "Polarity": "string",
        "Benchmark": "string",
        "Benchmark (England)": "number",
        "Q1 2019-20": "number",
        "Q2 2019-20": "number",
        "Target": "number",
        "RAG Q2 2019-20": "string",
        "Direction of travel Q2 2019-20": "string",
        "Commentary": "string",
    }
    said = {each["name"]: each["description"] for each in fields}
    assert said["Q1 2019-20"] == "The figure for Q1 2019-20."
    assert said["Target"] == "What was aimed at."
    assert said["RAG Q2 2019-20"] == "The rating as it was published for Q2 2019-20."
    assert said["Unit"] == "What its figures count."


def test_shorthand_is_a_missing_value_with_its_label() -> None:
    assert field(CARD, "csv", "Q1 2019-20")["missingValues"] == [
        {"value": "", "label": "not stated"},
        {"value": "<5", "label": "suppressed (<5)"},
    ]
    assert field(CARD, "csv", "Target")["missingValues"][1:] == [
        {"value": "target to be confirmed", "label": "target to be confirmed"}
    ]
    assert "missingValues" not in field(CARD, "csv", "Commentary")


def test_two_cells_that_say_the_same_have_labels_of_their_own() -> None:
    rows_of = [
        ScorecardRow(
            Indicator("1", "A"),
            [Observation(Q1, Missing("not_due")), Observation(Q2, Missing("no_data"))],
        )
    ]
    labels = [
        each["label"]
        for each in field(Scorecard("S", rows_of), "tidy-csv", "Value")["missingValues"]
    ]
    assert len(set(labels)) == len(labels) == 3


def test_marks_are_explained() -> None:
    marked = Observation(Q1, 5, marks=[Mark.REVISED, Mark.PROVISIONAL])
    card = Scorecard("S", [ScorecardRow(Indicator("1", "A"), [marked])])

    wide = field(card, "csv", "Q1 2019-20")
    assert wide["type"] == "string"
    assert wide["description"].endswith(" Marks: [p] provisional, [r] revised.")
    assert field(card, "tidy-csv", "Value")["type"] == "number"
    assert (
        "[b] break in the series, [e] estimated" in field(card, "tidy-csv", "Marks")["description"]
    )


def test_an_answer_makes_the_column_text() -> None:
    card = Scorecard("S", [ScorecardRow(Indicator("1", "A"), [Observation(Q1, Answer.YES)])])

    assert field(card, "tidy-csv", "Value")["type"] == "string"
    assert field(card, "csv", "Q1 2019-20") == {
        "name": "Q1 2019-20",
        "type": "string",
        "description": "The figure for Q1 2019-20.",
        "constraints": {"required": True},
    }


def test_what_rows_hold_is_listed() -> None:
    words = field(CARD, "tidy-csv", "Record")["categories"]

    assert [each["value"] for each in words] == [
        "actual",
        "target",
        "benchmark",
        "stated level",
        "assumption",
    ]
    assert words[1]["label"] == "what was aimed at"


def test_csvw_says_whose_table_it_is_and_where() -> None:
    made = csvw_metadata(CARD, "card.csv", "csv")

    assert made["@context"][0] == "http://www.w3.org/ns/csvw"
    assert (made["url"], made["dc:title"]) == ("card.csv", "Planning")
    assert (made["dc:publisher"], made["dc:source"]) == ("C", "Paper")
    assert "dc:source" not in csvw_metadata(Scorecard("S", []), "card.csv")
    columns = {each["titles"]: each for each in made["tableSchema"]["columns"]}
    assert columns["Q1 2019-20"] == {
        "name": "q1_2019_20",
        "titles": "Q1 2019-20",
        "datatype": "decimal",
        "null": ["", "<5"],
        "required": True,
        "dc:description": "The figure for Q1 2019-20. <5: suppressed (<5).",
    }


def test_names_are_of_the_letters_that_csvw_allows_and_no_two_the_same() -> None:
    stated = read_scorecard_csv("Measure,Q1 2019-20,Benchmark (é),Benchmark (è)\nA,1,2,3\n")
    columns = csvw_metadata(stated.require(), "card.csv", "csv")["tableSchema"]["columns"]
    names = [each["name"] for each in columns]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", each) for each in names)


def test_a_name_that_would_repeat_counts_on_until_it_is_new() -> None:
    groups = ["A 2", "A", "(a)", "[a]"]
    row = ScorecardRow(Indicator("1", "Homes"), benchmarks=[Benchmark(each, 5) for each in groups])
    columns = csvw_metadata(Scorecard("S", [row]), "card.csv", "csv")["tableSchema"]["columns"]

    assert [each["name"] for each in columns[2:]] == [
        "benchmark_a_2",
        "benchmark_a",
        "benchmark_a_3",
        "benchmark_a_4",
    ]


def test_a_column_that_nothing_is_known_of_holds_the_figures_that_its_header_names() -> None:
    group = "councils like ours " * 20
    row = ScorecardRow(Indicator("1", "Homes"), benchmarks=[Benchmark(group, 5)])
    field = table_schema(Scorecard("S", [row]), "csv")["fields"][-1]

    assert field["description"] == f"The figure for Benchmark ({group})."
    assert field["type"] == "number"


@pytest.mark.parametrize("table", ["tidy-csv", "csv"])
@given(card=scorecards())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15)
def test_every_cell_is_what_the_metadata_say(card: Scorecard, table: TableWord) -> None:
    headers, *cells = rows(card, table)
    schema = table_schema(card, table)
    columns = csvw_metadata(card, "card.csv", table)["tableSchema"]["columns"]

    assert headers == [each["name"] for each in schema["fields"]]
    assert headers == [each["titles"] for each in columns]
    for place, (one, other) in enumerate(zip(schema["fields"], columns, strict=True)):
        missing = {each["value"] for each in one.get("missingValues", schema["missingValues"])}
        assert missing == set(other["null"])
        labels = [each["label"] for each in one.get("missingValues", [])]
        assert len(set(labels)) == len(labels)
        found = {row[place] for row in cells} - missing
        assert one.get("constraints", {}).get("required", False) is other["required"]
        if other["required"]:
            assert "" not in {row[place] for row in cells}
        if one["type"] == "number":
            assert other["datatype"] == "decimal"
            assert all(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", each) for each in found)
        if one["type"] == "date":
            assert all(dt.date.fromisoformat(each) for each in found)
        if "categories" in one:
            assert found == {each["value"] for each in one["categories"]}


def test_mistakes_raise() -> None:
    with pytest.raises(FieldValueError, match="'tidy-csv' or 'csv'"):
        table_schema(CARD, "xlsx")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError):
        table_schema("card")  # type: ignore[arg-type]
    with pytest.raises(FieldValueError):
        csvw_metadata(CARD, " ")
