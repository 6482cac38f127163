"""Scorecards read from CSV: columns by their names, cells by their words, problems all at once."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal

import pytest

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError, ProblemsError
from councilperf.formats import (
    Limits,
    Problem,
    Reading,
    read_scorecard_csv,
    show_problems,
    write_scorecard_csv,
)
from councilperf.formats._csv._scorecard_writer import period_header
from councilperf.formats._sheet import _scorecard_rows
from councilperf.model import (
    PERCENT,
    Benchmark,
    Indicator,
    Polarity,
    Range,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    TargetBasis,
    Tolerance,
)
from councilperf.periods import ACADEMIC, ReportingPeriod
from councilperf.values import Mark, Missing

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)
YEAR = ReportingPeriod.financial_year(2019)


def read(text: str | bytes, **given: object) -> Reading[Scorecard]:
    return read_scorecard_csv(text, **given)  # type: ignore[arg-type]


def only_row(text: str, **given: object) -> ScorecardRow:
    [row] = read(text, **given).require().rows
    return row


def problems(text: str | bytes, **given: object) -> list[str]:
    return [str(each) for each in read(text, **given).problems]


PAPER = """\
Reference,Lead Department,Measure,Corporate Outcome,Portfolio,Responsible Officer,Benchmark,\
Year end 2018-19,Q1,Q2,Proposed Quarterly/Annual Target 2019-20,RAG,Direction of travel,\
Good is,Unit,Tolerance,Best possible,Frequency,Tags,Type,Definition,Commentary
CSC 1,Social Care,Visits in time,Outcome 5,Children,Head of service,England 82%,\
81.0,82.5,84.20 [p],90,Amber,↑,High,%,5%,100,Quarterly,statutory; key,indicator,As defined,Better
"""


def test_the_columns_of_a_paper_are_read_into_their_fields() -> None:
    row = only_row(PAPER)
    indicator = row.indicator

    assert (indicator.reference, indicator.title) == ("CSC 1", "Visits in time")
    assert indicator.service == "Social Care"
    assert indicator.priority == "Outcome 5"
    assert indicator.portfolio == "Children"
    assert indicator.officer == "Head of service"
    assert indicator.polarity is Polarity.HIGHER
    assert indicator.unit == PERCENT
    assert indicator.tolerance == Tolerance(5, "percent")
    assert indicator.best_possible == 100
    assert indicator.frequency == "Quarterly"
    assert indicator.tags == {"statutory", "key"}
    assert indicator.note == "As defined"
    assert row.benchmark_text == "England 82%"
    assert row.commentary == "Better"
    assert [str(each.value) for each in row.observations] == ["81.0", "82.5", "84.20"]
    assert [each.period for each in row.observations] == [
        ReportingPeriod.financial_year(2018),
        Q1,
        Q2,
    ]
    assert row.observations[2].marks == {Mark.PROVISIONAL}
    assert row.targets == (Target(90, period=YEAR),)
    assert row.stated == (
        StatedLevel("rating", "Amber", period=Q2),
        StatedLevel("travel", "↑", period=Q2),
    )


@pytest.mark.parametrize(
    ("header", "field", "cell", "value"),
    [
        ("Ref", "reference", "E1", "E1"),
        ("Ref. No.", "reference", "E1", "E1"),
        ("PI Code", "reference", "E1", "E1"),
        ("ID", "reference", "E1", "E1"),
        ("DIRECTORATE", "service", "Place", "Place"),
        ("Service\nArea", "service", "Place", "Place"),
        ("Corporate priority", "priority", "Homes", "Homes"),
        ("Portfolio Holder", "portfolio", "Housing", "Housing"),
        ("Owner", "officer", "Head", "Head"),
        ("Aim", "polarity", "Aim to Minimise", Polarity.LOWER),
        ("Good performance", "polarity", "Low", Polarity.LOWER),
        ("Polarity", "polarity", "Goldilocks", Polarity.RANGE),
        ("Polarity", "polarity", "n/a", Polarity.NONE),
        ("Polarity", "polarity", "-", Missing("no_polarity")),
        ("Units", "unit", "Percentage", PERCENT),
        ("Tolerance (%)", "tolerance", "5", Tolerance(5, "percent")),
        ("Tolerance (points)", "tolerance", "5", Tolerance(5, "amount")),
        ("Tolerance", "tolerance", "N/A", None),
        ("Best possible", "best_possible", "[x]", None),
        ("Reporting frequency", "frequency", "Monthly", "Monthly"),
    ],
)
def test_a_header_is_known_by_its_usual_synonyms(
    header: str, field: str, cell: str, value: object
) -> None:
    row = only_row(f'"{header}",Measure\n{cell},Homes\n')

    assert getattr(row.indicator, field) == value


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Target", Target(5)),
        ("Target 2019-20", Target(5, period=YEAR)),
        ("2019/20 Target", Target(5, period=YEAR)),
        ("Annual target 2019-20", Target(5, basis="annual", period=YEAR)),
        ("Year end target", Target(5, basis="annual")),
        ("Q2 2019-20 Target", Target(5, period=Q2)),
        ("Target Q2 2019-20", Target(5, period=Q2)),
        ("Quarterly Target", Target(5, basis="period")),
        ("Profiled target Q2 2019-20", Target(5, basis="profiled", period=Q2)),
        ("YTD Target", Target(5, basis="year_to_date")),
        ("Proposed Quarterly/Annual Target 2019-20", Target(5, period=YEAR)),
    ],
)
def test_a_targets_header_says_what_it_is_for(header: str, target: Target) -> None:
    assert only_row(f"Measure,{header}\nHomes,5\n").targets == (target,)


@pytest.mark.parametrize(
    ("header", "period", "marks"),
    [
        ("Q2 2019-20", Q2, set()),
        ("Actual Q2 2019-20", Q2, set()),
        ("Q2 2019/20 Performance", Q2, set()),
        ("Outturn 2018-19", ReportingPeriod.financial_year(2018), set()),
        ("Apr-19", ReportingPeriod.month(2019, 4), set()),
        ("2019-20 (forecast)", YEAR, {Mark.FORECAST}),
        ("2019-20 provisional", YEAR, {Mark.PROVISIONAL}),
        ("2019-Q2@04", Q2, set()),
        ("Jul - Sep 2019", Q2, set()),
    ],
)
def test_a_figures_header_names_its_period(
    header: str, period: ReportingPeriod, marks: set[Mark]
) -> None:
    [observation] = only_row(f"Measure,{header}\nHomes,5\n").observations

    assert observation.period == period
    assert observation.marks == marks


@pytest.mark.parametrize(
    ("header", "benchmark"),
    [
        ("England", Benchmark("England", 5)),
        ("England average", Benchmark("England", 5)),
        ("Benchmark (Statistical neighbours)", Benchmark("statistical neighbours", 5)),
        (
            "National average 2018-19",
            Benchmark("national", 5, period=ReportingPeriod.financial_year(2018)),
        ),
        ("Benchmark: the coastal group", Benchmark("the coastal group", 5)),
    ],
)
def test_a_benchmarks_header_names_its_group(header: str, benchmark: Benchmark) -> None:
    assert only_row(f"Measure,{header}\nHomes,5\n").benchmarks == (benchmark,)


def test_a_benchmark_without_a_group_is_kept_as_text() -> None:
    assert only_row("Measure,Benchmark 2018-19\nHomes,about 5\n").benchmark_text == "about 5"


def test_a_printed_level_stands_for_the_period_in_its_header_else_for_the_last() -> None:
    row = only_row(
        "Measure,Q1 2019-20,Q2 2019-20,RAG Q1 2019-20,Status,Short trend\nH,1,2,G,A,up\n"
    )

    assert row.stated == (
        StatedLevel("rating", "G", period=Q1),
        StatedLevel("rating", "A", period=Q2),
        StatedLevel("short trend", "up", period=Q2),
    )


def test_a_printed_level_beside_no_figures_stands_for_no_period() -> None:
    assert only_row("Measure,RAG\nHomes,Green\n").stated == (StatedLevel("rating", "Green"),)


def test_floor_and_stretch_belong_to_the_target() -> None:
    row = only_row("Measure,Target,Minimum,Stretch target\nHomes,90,80,95\n")
    alone = only_row("Measure,Minimum\nHomes,80\n")

    assert row.targets == (Target(90, floor=80, stretch=95),)
    assert alone.targets == (Target(Missing("no_target"), floor=80),)


class TestYears:
    def test_a_quarter_without_a_year_takes_the_one_that_the_other_headers_state(self) -> None:
        reading = read("Measure,Q1,Target 2019-20\nHomes,5,6\n")

        assert reading.require().rows[0].observations[0].period == Q1
        note = "'Q1': read as of 2019-20, the year that the other headers state"
        assert note in reading.notes
        assert note in reading.require().assumed

    def test_a_whole_year_before_the_quarters_is_what_they_are_compared_with(self) -> None:
        [problem] = problems("Measure,Year end 2018-19,Q1\nHomes,5,6\n")

        assert problem.startswith("row 1, column C: 'Q1': it names no year, and no other header")

    def test_a_whole_year_after_the_quarters_is_their_own(self) -> None:
        row = only_row("Measure,Q1,Q2,2019-20\nHomes,5,6,7\n")

        assert [each.period for each in row.observations] == [Q1, Q2, YEAR]

    def test_two_years_leave_it_open(self) -> None:
        [problem] = problems("Measure,Q1,Q2 2018-19,Target 2019-20\nHomes,5,6,7\n")

        assert "the others state 2018-19 and 2019-20" in problem

    def test_the_caller_may_say_the_year_and_the_calendar(self) -> None:
        row = only_row("Measure,Q1\nHomes,5\n", year=2021, calendar=ACADEMIC)

        assert row.observations[0].period == ReportingPeriod.quarter(2021, 1, calendar=ACADEMIC)

    @pytest.mark.parametrize(
        "span", ["1 April 2200 to 31 December 2201", "1 April 2018 to 31 December 2019"]
    )
    def test_a_span_of_several_years_states_none(self, span: str) -> None:
        [problem] = problems(f"Measure,Q1,{span}\nHomes,5,6\n")

        assert "no other header states it" in problem


class TestFiguresWithoutAPeriod:
    def test_the_caller_may_say_for_which_period_they_are(self) -> None:
        reading = read("Measure,Actual,Target,RAG\nHomes,5,6,R\n", period="Q2 2019-20")
        [row] = reading.require().rows

        assert row.observations[0].period == Q2
        assert row.stated[0].period == Q2
        assert "column B 'Actual' is read as of Q2 2019-20, as given" in reading.notes

    def test_without_that_they_are_a_problem(self) -> None:
        [problem] = problems("Measure,Actual\nHomes,5\n")

        assert "it has figures without saying for which period" in problem


class TestWhatIsAssumedIsSaid:
    def test_a_bare_target_is_held_against_the_rated_period(self) -> None:
        card = read("Measure,Q2 2019-20,Target\nHomes,5,6\n").require()

        assert card.assumed == ("'Target' is held against whichever period is rated",)

    def test_rows_without_references_are_numbered(self) -> None:
        reading = read("Measure,Q2 2019-20\nHomes,5\nVisits,6\n")
        references = [each.indicator.reference for each in reading.require().rows]

        assert references == ["R1", "R2"]
        assert "no column gives references: rows are numbered R1, R2, …" in reading.notes

    def test_an_unknown_column_is_named_and_left_out(self) -> None:
        notes = read("Measure,Shoe size,Q2 2019-20\nHomes,9,5\n").notes

        assert "column B 'Shoe size' is not a column known here; it is left out" in notes

    def test_a_figure_beside_a_period_that_is_no_figure_of_it_is_left_out(self) -> None:
        notes = read("Measure,Q2 2019-20,Variance Q2 2019-20\nHomes,5,-1\n").notes

        assert "column C 'Variance Q2 2019-20' is not a column known here; it is left out" in notes

    def test_a_column_without_a_header_is_passed_over(self) -> None:
        assert read("Measure,,Q2 2019-20\nHomes,,5\n").notes[0].startswith("no column gives")

    def test_of_two_columns_for_one_thing_the_plainer_stands(self) -> None:
        reading = read("Measure,Directorate,Service\nHomes,Place,Housing\n")

        assert reading.require().rows[0].indicator.service == "Housing"
        assert (
            "column B 'Directorate' is left out: column C 'Service' already says the service"
            in (reading.notes)
        )

    def test_a_description_beside_a_title_is_the_note(self) -> None:
        row = only_row("Indicator,Description\nHomes,All new homes\n")

        assert (row.indicator.title, row.indicator.note) == ("Homes", "All new homes")

    def test_a_unit_is_taken_from_the_cells(self) -> None:
        reading = read("Measure,Q2 2019-20\nVisits,95%\n")

        assert reading.require().rows[0].indicator.unit == PERCENT
        assert (
            "units are read from the figures' cells ('percent'): first in row 2" in reading.notes
        )

    def test_a_unit_in_a_cell_may_be_the_rows_own(self) -> None:
        row = only_row("Measure,Unit,Q2 2019-20,Target\nVisits,days,1 day,12 days\n")

        assert row.indicator.unit.name == "days"

    def test_that_dates_are_read_day_first_is_told(self) -> None:
        reading = read("Measure,Target,Q2 2019-20\nPlan adopted,01/10/2019,N/A\n")

        assert reading.require().rows[0].targets[0].aim == dt.date(2019, 10, 1)
        assert "dates such as 30/09/2019 are read day first: first in row 2" in reading.notes

    def test_a_figure_in_brackets_is_read_as_negative(self) -> None:
        reading = read("Measure,Q2 2019-20\nSurplus,(5)\n")

        assert reading.require().rows[0].observations[0].value == -5
        assert "a figure in brackets is read as negative: first in row 2" in reading.notes

    def test_which_way_is_better_is_taken_from_an_inequality(self) -> None:
        reading = read("Measure,Q2 2019-20,Target\nVisits,95,≥ 90\n")

        assert reading.require().rows[0].indicator.polarity is Polarity.HIGHER
        assert any("which way is better is read from" in each for each in reading.notes)

    def test_polarity_that_is_not_stated_stays_so(self) -> None:
        row = only_row("Measure,Target,Polarity\nVisits,≥ 90,not stated\n")

        assert row.indicator.polarity == Missing("no_polarity")

    def test_lines_above_the_header_are_kept_and_one_alone_is_the_title(self) -> None:
        reading = read("Scorecard for Planning,,\n,,\nRef,Measure,Q2 2019-20\nE1,Homes,5\n")

        assert reading.require().title == "Scorecard for Planning"
        assert "above the header: 'Scorecard for Planning'" in reading.notes

    def test_headings_and_blank_rows_between_are_passed_over(self) -> None:
        reading = read("Ref,Measure,Q2 2019-20\nPlanning,,\n,,\nE1,Homes,5\n")

        assert [each.indicator.reference for each in reading.require().rows] == ["E1"]
        assert any(
            "rows with one cell only are read as headings" in each for each in reading.notes
        )

    def test_every_row_read_as_a_heading_is_named(self) -> None:
        rows = "Ref,Measure,Q2 2019-20\nPlanning,,\nE1,Homes,5\nSource: the system,,\n"

        notes = read(rows).notes
        many = read("Ref,Measure,Q2 2019-20\nE1,Homes,5\n" + "Part,,\n" * 23).notes

        left_out = "rows with one cell only are read as headings and left out"
        assert f"{left_out}: rows 2 'Planning', 4 'Source: the system'" in notes
        assert any(each.endswith("22 'Part' and 3 more") for each in many)

    def test_what_stands_below_no_header_is_told(self) -> None:
        notes = read("Ref,Measure,Q2 2019-20,,\nE1,Homes,5,,\nE2,Flats,6,late,\n").notes

        assert "column D has no header; what it holds is left out: first in row 3" in notes
        assert not any("column E" in each for each in notes)

    @pytest.mark.parametrize("cell", ["<70%", "Yes", "fewer than 5"])
    def test_a_floor_that_is_no_number_is_a_problem(self, cell: str) -> None:
        reading = read(f"Measure,Q2 2019-20,Target,Minimum\nHomes,5,90,{cell}\n")

        assert reading.problems[0].remedy == "write the number alone"

    def test_a_floor_may_be_left_open(self) -> None:
        row = only_row("Measure,Q2 2019-20,Target,Minimum\nHomes,5,90,TBC\n")

        assert row.targets[0].floor is None

    @pytest.mark.parametrize("header", ["RAG+B", "BRAG", "RAG/B", "Q2 2019-20 BRAG status"])
    def test_a_scale_with_blue_is_a_rating(self, header: str) -> None:
        row = only_row(f"Measure,Q2 2019-20,{header}\nHomes,5,Blue\n")

        assert [(each.judgement, each.text) for each in row.stated] == [("rating", "Blue")]

    @pytest.mark.parametrize(
        "header",
        [
            "DoT (from last quarter)",
            "Direction of travel compared to the previous year",
            "Trend v last month",
        ],
    )
    def test_what_a_direction_is_held_against_is_no_period_of_its_own(self, header: str) -> None:
        row = only_row(f"Measure,Q2 2019-20,{header}\nHomes,5,Up\n")

        assert [(each.judgement, each.text) for each in row.stated] == [("travel", "Up")]

    def test_a_column_of_ratings_without_words_is_told(self) -> None:
        """In the spreadsheet they may have been colours."""
        notes = read("Measure,Q2 2019-20,RAG,DoT\nHomes,5,,Up\n").notes

        assert "column C 'RAG' has no words; the colours of cells are not read" in notes
        assert not any("'DoT'" in each for each in notes)

    def test_dates_beside_numbers_are_told(self) -> None:
        notes = read("Measure,Q1 2019-20,Q2 2019-20\nHomes,5,2019-02-01\n").notes

        assert any("dates beside numbers" in each and each.endswith("row 2") for each in notes)

    @pytest.mark.parametrize(
        ("row", "columns"),
        [("82%,0.83,80%", "C"), ("82%,83%,0.8", "D"), ("82%,1,0.8", "CD"), ("82%,83,80", "")],
    )
    def test_a_share_of_one_beside_percentages_is_a_problem(self, row: str, columns: str) -> None:
        found = read(f"Measure,Q1 2019-20,Q2 2019-20,Target\nHomes,{row}\n").problems

        assert [each.path.split("column ")[1][0] for each in found] == list(columns)

    @pytest.mark.parametrize("header", ["Last year", "Previous quarter", "Actual last year"])
    def test_another_period_without_a_name_is_not_read_as_the_year_of_the_others(
        self, header: str
    ) -> None:
        reading = read(f"Measure,{header},Q2 2019-20\nHomes,4,5\n")

        assert len(reading.require().rows[0].observations) == 1
        assert any(f"{header!r} is not a column known here" in each for each in reading.notes)

    def test_an_indicator_alone_in_its_row_is_no_heading_where_nothing_else_names_rows(
        self,
    ) -> None:
        assert only_row("Measure,Q2 2019-20\nHomes,\n").observations == ()


class TestEncodings:
    TEXT = "Ref,Measure,Q2 2019-20\nE1,Homes – £,£5\n"

    @pytest.mark.parametrize(
        ("encoding", "note"),
        [
            ("utf-8", None),
            ("utf-8-sig", "the file is read as UTF-8 with a byte order mark"),
            ("utf-16", "the file is read as UTF-16"),
            ("cp1252", "the file is read as Windows-1252"),
        ],
    )
    def test_each_usual_encoding_gives_the_same(self, encoding: str, note: str | None) -> None:
        reading = read(self.TEXT.encode(encoding))

        assert reading.require() == read(self.TEXT).require()
        assert (note is None) or (note in reading.notes)

    def test_utf_16_the_other_way_round_is_read_by_its_mark(self) -> None:
        assert read(b"\xfe\xff" + self.TEXT.encode("utf-16-be")).value is not None

    def test_bytes_of_other_kinds_are_taken(self) -> None:
        content = bytearray(self.TEXT.encode())

        assert read_scorecard_csv(content).value is not None  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"PK\x03\x04rest", "it is a workbook or another zip archive"),
            (b"\xd0\xcf\x11\xe0rest", "it is an old Excel workbook"),
            (b"%PDF-1.7", "it is a PDF"),
            (b"\x1f\x8b", "it is a gzip archive"),
            (b"\xff\xfe\x00\x00M", "its byte order mark contradicts"),
            (b"\xff\xfeM", "its byte order mark contradicts"),
            (b"\xef\xbb\xbf\xff", "its byte order mark contradicts"),
            ("Measure".encode("utf-16-le"), "line 1 holds a NUL character"),
            (b"a\x81b", "it is neither UTF-8 (byte 2) nor Windows-1252"),
            (b"a\xa3\x01", "it is neither UTF-8"),
            ("a\ud800", "character 2 is half of a surrogate pair"),
            ("", "it is empty"),
            (b"", "it is empty"),
            ("\n , \n", "it is empty"),
            ("Measure,Q2 2019-20\n", "it has a header and no indicators"),
        ],
    )
    def test_a_file_that_is_no_scorecard_is_told_why(
        self, content: str | bytes, message: str
    ) -> None:
        reading = read(content)

        assert reading.value is None
        assert reading.problems[0].path == "file"
        assert reading.problems[0].message.startswith(message)


class TestSeparators:
    def test_a_csv_module_that_was_told_to_read_little_gives_a_problem(self) -> None:
        usual = csv.field_size_limit(5)
        try:
            [problem] = problems("Measure,Q2 2019-20\nHomes,1\n")
        finally:
            csv.field_size_limit(usual)

        assert "the csv module's limit" in problem

    @pytest.mark.parametrize(("mark", "name"), [(";", "semicolon"), ("\t", "tab"), ("|", "bar")])
    def test_other_separators_are_found_and_stated(self, mark: str, name: str) -> None:
        reading = read(f"Ref{mark}Measure{mark}Q2 2019-20\nE1{mark}Homes, new{mark}1,234\n")

        assert reading.require()["E1"].observations[0].value == 1234
        assert f"cells are separated by a {name}" in reading.notes

    def test_a_first_line_may_state_the_separator(self) -> None:
        reading = read("sep=;\nMeasure;Q2 2019-20\nHomes;many\n")

        assert "cells are separated by ';', as it states" in reading.notes
        assert reading.problems[0].path == "row 3, column B 'Q2 2019-20'"

    def test_line_ends_may_be_mixed(self) -> None:
        assert len(read("Measure,Q2 2019-20\r\nA,1\rB,2\nC,3").require().rows) == 3

    def test_a_cell_may_hold_line_ends_and_rows_are_counted_as_people_see_them(self) -> None:
        [problem] = problems('Measure,Q2 2019-20\n"Homes\nand flats",1\nVisits,many\n')

        assert problem.startswith("row 3, column B")

    @pytest.mark.parametrize(
        "text", ['Measure,Q2 2019-20\n"Homes,1\n', 'Measure,Q2 2019-20\n"Homes"s,1\n']
    )
    @pytest.mark.parametrize("first", ["", "sep=,\n"])
    def test_a_quotation_mark_left_open_is_a_problem(self, first: str, text: str) -> None:
        [problem] = problems(first + text)

        assert "its quotation marks cannot be read" in problem


NO_NUMBER = "it is no number, and no word that is known for a missing one"
NO_POLARITY = "it does not say which way is better in words known here"
NO_SIZE = "it does not say a size and what it counts"
TURNED_ROUND = "it says that lower is better, where the row says otherwise"


class TestProblems:
    def test_all_of_a_file_are_told_together_with_their_cells(self) -> None:
        text = """\
Ref,Measure,Q1 2019-20,Polarity,Tolerance,Target,Unit
A,x,abc,sideways,5,55 to 45,
A,,1,,,5%,days
,z,2,High,lots,<5,
"""

        assert [(each.path, each.value, each.message) for each in read(text).problems] == [
            ("row 2, column C 'Q1 2019-20'", "abc", NO_NUMBER),
            ("row 2, column D 'Polarity'", "sideways", NO_POLARITY),
            ("row 2, column E 'Tolerance'", "5", NO_SIZE),
            ("row 2, column F 'Target'", "55 to 45", "its low end is above its high end"),
            ("row 3, column A 'Ref'", "A", "row 2 has the same reference"),
            ("row 3, column B 'Measure'", "", "the title is blank"),
            ("row 3, column F 'Target'", "5%", "its unit '%' is not the row's unit, 'days'"),
            ("row 4, column A 'Ref'", "", "the reference is blank"),
            ("row 4, column E 'Tolerance'", "lots", NO_SIZE),
            ("row 4, column F 'Target'", "<5", TURNED_ROUND),
        ]

    @pytest.mark.parametrize(
        ("text", "start"),
        [
            ("Measure,Q5 2019-20\nA,1\n", "row 1, column B: 'Q5 2019-20': there is no quarter 5"),
            ("Measure,2019\nA,1\n", "row 1, column B: '2019': 2019 may be a calendar year"),
            (
                "Measure,Target,Target\nA,1,2\n",
                "row 1, column C: 'Target': column B has the same header",
            ),
            (
                "Measure,Q1 2019-20,Quarter 1 2019/20\nA,1,2\n",
                "row 1, column C: 'Quarter 1 2019/20': column B 'Q1 2019-20' says the same thing",
            ),
            ("Shoe,Q1 2019-20\nA,1\n", "row 1: no column names the indicators"),
            ("Shoe\nA\n", "row 1: no column names the indicators"),
            ("Measure,Q1 2019-20\nA,1,,7\n", "row 2, column D: '7': the row has more cells"),
            (
                "Measure,Q1 2019-20,Target\nA,5%,6 days\n",
                "row 2, column C 'Target': '6 days': the row's figures have different units",
            ),
            (
                "Measure,Target,Annual target\nA,<5,>6\n",
                "row 2, column B 'Target': '<5': it says that lower is better",
            ),
            ("Measure,2020-Q9@04\nA,1\n", "row 1, column B: '2020-Q9@04':"),
        ],
    )
    def test_each_is_told_with_its_place(self, text: str, start: str) -> None:
        assert problems(text)[0].startswith(start)

    def test_a_list_of_them_is_capped(self) -> None:
        found = read("Measure,Q1 2019-20\n" + "A,many\n" * 30).problems

        assert show_problems(found, most=2).endswith("\nand 28 more")
        assert show_problems(found, file="card.csv").count("card.csv: ") == 20

    def test_a_short_list_of_them_is_shown_whole(self) -> None:
        [found] = read("Measure,Q1 2019-20\nA,many\n").problems

        assert show_problems([found]) == str(found)

    def test_what_the_model_refuses_is_told_with_its_row(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No sheet is known that gets so far; a guard that is added to the model may meet one."""

        def refuse(*_: object, **__: object) -> None:
            raise FieldValueError("title", "Homes", "another")

        monkeypatch.setattr(_scorecard_rows, "Indicator", refuse)

        [problem] = problems("Measure\nHomes\n")
        assert problem.startswith("row 2: title: 'Homes' is not allowed; give another")

    def test_they_may_be_raised_together(self) -> None:
        with pytest.raises(ProblemsError, match="2 problems\nrow 2") as caught:
            read("Measure,Q1 2019-20\nA,many\nB,few\n").require()

        assert len(caught.value.problems) == 2

    def test_a_record_says_something_in_each_part(self) -> None:
        with pytest.raises(FieldValueError, match="message"):
            Problem("row 1", "", " ", "mend it")
        with pytest.raises(FieldTypeError, match="value"):
            Problem("row 1", None, "wrong", "mend it")  # type: ignore[arg-type]

    def test_a_reading_has_a_value_or_problems(self) -> None:
        with pytest.raises(FieldValueError, match="a value, or problems"):
            Reading(None)


class TestLimits:
    @pytest.mark.parametrize(
        ("limits", "name"),
        [
            (Limits(size=10), "size"),
            (Limits(rows=1), "rows"),
            (Limits(columns=1), "columns"),
            (Limits(cell=3), "cell"),
        ],
    )
    def test_a_refusal_names_the_limit(self, limits: Limits, name: str) -> None:
        [problem] = read("Measure,Q1 2019-20\nHomes,5\n", limits=limits).problems

        assert f"({name})" in problem.message
        assert f"Limits({name}=…)" in problem.remedy

    def test_many_small_cells_are_no_large_cell(self) -> None:
        assert read("Measure,Q1 2019-20\nHomes,5\n", limits=Limits(cell=12)).value is not None

    def test_a_cell_of_a_megabyte_is_refused(self) -> None:
        text = "Measure,Q1 2019-20\n" + "x" * 10**6 + ",1\n"

        assert "the limit (cell)" in problems(text)[0]
        # That limit is the whole program's, so it is not ours to raise.
        assert "the csv module's limit" in problems(text, limits=Limits(cell=10**6))[0]


class TestMistakesInAProgramRaise:
    def test_content_is_text_or_bytes(self) -> None:
        with pytest.raises(FieldTypeError, match="open the file and read it first"):
            read_scorecard_csv(5)  # type: ignore[arg-type]

    def test_a_period_is_one(self) -> None:
        with pytest.raises(PeriodError):
            read("Measure\nHomes\n", period="soon")


class TestWriting:
    def test_a_sheet_for_excel_has_its_mark_and_line_ends(self) -> None:
        written = write_scorecard_csv(read(PAPER).require())

        assert written.startswith(b"\xef\xbb\xbfReference,Measure,")
        assert written.count(b"\r\n") == written.count(b"\n") == 2

    def test_a_carriage_return_in_a_cell_ends_no_row(self) -> None:
        card = Scorecard("S", [ScorecardRow(Indicator("1", "A\rB\nC"))])

        for excel in (True, False):
            written = write_scorecard_csv(card, excel=excel)
            assert read(written).require()["1"].indicator.title == "A\rB\nC"

    def test_what_was_read_from_a_paper_is_written_and_read_again(self) -> None:
        card = read(PAPER).require()

        again = read(write_scorecard_csv(card), title=card.title).require()

        assert again.rows == card.rows

    def test_a_range_a_benchmark_and_unstated_polarity_are_written(self) -> None:
        row = only_row("Measure,England,Target,Polarity,Kind\nA,5,45-55,not stated,pledge\n")
        text = write_scorecard_csv(Scorecard("S", [row]), excel=False).decode()

        assert text == (
            "Reference,Measure,Kind,Polarity,Benchmark (England),Target\n"
            "R1,A,pledge,not stated,5,45 to 55\n"
        )

    def test_a_judgement_without_a_column_of_its_own_is_left_out(self) -> None:
        row = only_row("Measure,Q2 2019-20\nA,5\n")
        sure = ScorecardRow(row.indicator, stated=[StatedLevel("confidence", "high")])

        assert b"high" not in write_scorecard_csv(Scorecard("S", [sure]))

    def test_printed_levels_are_written_with_their_period(self) -> None:
        row = only_row("Measure,Q2 2019-20,RAG,DoT,Short trend,Long term trend\nA,5,R,↑,up,down\n")

        assert [each.judgement for each in row.stated] == [
            "rating",
            "travel",
            "short trend",
            "long trend",
        ]
        again = read(write_scorecard_csv(Scorecard("S", [row]))).require()
        assert again.rows == (row,)

    def test_a_strict_target_is_an_inequality(self) -> None:
        text = "Reference,Measure,Polarity,Target\nR1,A,higher,>90\nR2,B,lower,<5\n"

        assert write_scorecard_csv(read(text).require(), excel=False).decode() == text

    def test_a_period_that_no_words_bring_back_is_written_in_code(self) -> None:
        quarter = ReportingPeriod.quarter(2021, 1, calendar=ACADEMIC).year_to_date()
        code = quarter.code
        row = only_row(f"Measure,{code},Year to date target {code}\nA,5,6\n")

        assert row.observations[0].period == quarter
        assert row.targets == (Target(6, basis=TargetBasis.YEAR_TO_DATE, period=quarter),)
        again = read(write_scorecard_csv(Scorecard("S", [row]))).require()
        assert again.rows == (row,)

    def test_a_header_whose_words_say_nothing_has_the_code(self) -> None:
        assert period_header("Shoe", Q2) == "Shoe 2019-Q2@04"

    def test_half_a_surrogate_pair_cannot_be_written(self) -> None:
        card = read("Measure\nHomes\n").require()
        [row] = card.rows
        broken = Scorecard("S", [ScorecardRow(row.indicator, commentary="\ud800")])

        with pytest.raises(FieldValueError, match="surrogate"):
            write_scorecard_csv(broken)


def test_a_target_of_nought_and_negative_figures_are_kept() -> None:
    row = only_row("Measure,Q1 2019-20,Target,Polarity\nHomes,-5,0,Lower is better\n")

    assert (row.observations[0].value, row.targets[0].aim) == (Decimal(-5), Decimal(0))
    assert not isinstance(row.targets[0].aim, Range)


def test_a_cell_may_be_as_long_as_the_limit_and_is_named_where_it_is_longer() -> None:
    content = "Measure,Q1 2019-20\nHomes,5\nHouses and flats,6\n"

    assert read(content, limits=Limits(cell=16)).value is not None
    [problem] = read(content, limits=Limits(cell=15)).problems
    assert problem.path == "row 3, column A"


def test_the_first_line_above_the_header_is_the_title() -> None:
    reading = read_scorecard_csv(
        "Planning indicators\nQuarter 3\n\nMeasure,Q3 2020-21\nHomes,45\n"
    )

    assert reading.require().title == "Planning indicators"
    assert reading.notes[:2] == (
        "above the header: 'Planning indicators'",
        "above the header: 'Quarter 3'",
    )
