"""Tidy tables: one observation a row, those of other programs too, and every problem told."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats import Limits, Reading, read_tidy_csv, write_tidy_csv
from councilperf.formats._csv._tidy_columns import RECORD_WORDS, Record, TidyColumn, tidy_heading
from councilperf.formats._csv._tidy_indicator import Gathered
from councilperf.formats._csv._tidy_reader import is_tidy
from councilperf.formats._csv._tidy_records import ALLOWED
from councilperf.formats._csv._tidy_row import TidyColumns, TidyFindings
from councilperf.formats._csv._tidy_writer import WRITTEN
from councilperf.model import (
    PERCENT,
    Answer,
    Benchmark,
    Indicator,
    Observation,
    Polarity,
    Range,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    Unit,
)
from councilperf.periods import ACADEMIC, ReportingPeriod
from councilperf.values import Absence, Mark, Missing

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)
YEAR = ReportingPeriod.financial_year(2019)


def read(text: str | bytes, **given: object) -> Reading[Scorecard]:
    return read_tidy_csv(text, **given)  # type: ignore[arg-type]


def only_row(text: str | bytes, **given: object) -> ScorecardRow:
    [row] = read(text, **given).require().rows
    return row


def problems(text: str | bytes, **given: object) -> list[str]:
    return [str(each) for each in read(text, **given).problems]


def full() -> Scorecard:
    """A scorecard in which every field is filled somewhere."""
    visits = Indicator(
        "CSC 1", "Visits in time", polarity="higher", unit="%", tolerance="5%", best_possible=100,
        service="Social Care", priority="Outcome 5", portfolio="Children", officer="Head",
        frequency="Quarterly", kind="pledge", tags=["key", "statutory"], note="As defined",
    )  # fmt: skip
    waiting = Indicator(
        "CSC 2", "Waiting", polarity=Missing("data_only", note="new"), tolerance="2 points",
        unit=Unit("minutes", "", " min", " min"),
    )  # fmt: skip
    earliest = Target(80, reason="baseline")
    earlier = Target(85, supersedes=earliest, decision="CAB 1")
    return Scorecard(
        "Children and Families",
        [
            ScorecardRow(
                visits,
                [
                    Observation(Q1, "81.50", marks=[Mark.REVISED, Mark.PROVISIONAL], note="late"),
                    Observation(Q2, "50.0", numerator=1, denominator=2),
                    Observation(YEAR, Missing("suppressed", note="<5"), marks=[Mark.LOW]),
                    Observation(Q2.next(), Missing("not_due")),
                ],
                [
                    Target(90, basis="annual", period=YEAR, strict=True, floor="80.5", stretch=95,
                           source="statutory", supersedes=earlier, reason="raised",
                           decision="CAB 12"),
                    Target(Range(45, 55), period=Q2),
                    Target(Missing("target_pending", note="in July"), basis="year_to_date"),
                ],
                benchmarks=[
                    Benchmark("England", "82.4", period=YEAR, source="DfE"),
                    Benchmark("England", 80),
                ],
                benchmark_text="England 82%",
                stated=[
                    StatedLevel("rating", "Amber", period=Q2),
                    StatedLevel("travel", "↑", voice="override", period=Q1, reason="error found",
                                role="head of service", date=dt.date(2019, 11, 25), until=YEAR),
                ],
                commentary="Two more\nto come",
            ),
            ScorecardRow(waiting, [Observation(Q1, Answer.YES)], [Target(dt.date(2019, 9, 30))]),
            ScorecardRow(Indicator("CSC 3", "=Nothing yet")),
        ],
        council="A council",
        source="Committee paper",
        assumed=["smileys are ratings", "quarters are financial"],
    )  # fmt: skip


class TestWhatIsWritten:
    def test_everything_that_a_scorecard_holds_comes_back(self) -> None:
        assert read(write_tidy_csv(full())).require() == full()

    def test_every_column_is_written_where_it_is_filled(self) -> None:
        header = write_tidy_csv(full(), excel=False).decode().splitlines()[0]

        assert header.split(",") == [each.value for each in WRITTEN]

    def test_a_figure_is_one_row_with_everything_that_tells_of_it(self) -> None:
        rows = csv.DictReader(
            io.StringIO(write_tidy_csv(full(), excel=False).decode(), newline="")
        )
        [row] = [each for each in rows if each["Value"] == "50.0"]

        assert {column: cell for column, cell in row.items() if cell} == {
            "Scorecard": "Children and Families",
            "Council": "A council",
            "Scorecard source": "Committee paper",
            "Reference": "CSC 1",
            "Measure": "Visits in time",
            "Lead Department": "Social Care",
            "Corporate Outcome": "Outcome 5",
            "Portfolio": "Children",
            "Responsible Officer": "Head",
            "Frequency": "Quarterly",
            "Definition": "As defined",
            "Kind": "pledge",
            "Tags": "key; statutory",
            "Unit": "percent",
            "Polarity": "higher",
            "Tolerance": "5%",
            "Best possible": "100",
            "Benchmark": "England 82%",
            "Commentary": "Two more\nto come",
            "Record": "actual",
            "Period": "Q2 2019-20",
            "Period start": "2019-07-01",
            "Period end": "2019-09-30",
            "Value": "50.0",
            "Numerator": "1",
            "Denominator": "2",
        }

    def test_a_sheet_for_excel_has_its_mark_and_line_ends(self) -> None:
        written = write_tidy_csv(full())

        assert written.startswith("\ufeff".encode())
        assert b"\r\nChildren and Families," in written
        assert b"'=Nothing yet" in written

    def test_a_scorecard_without_rows_keeps_its_own_facts(self) -> None:
        for card in (
            Scorecard("S", []),
            Scorecard("S", [], council="C", assumed=["x"]),
        ):
            assert read(write_tidy_csv(card)).require() == card

    def test_a_tag_with_a_semicolon_becomes_two(self) -> None:
        """The one loss: tags share a cell."""
        card = Scorecard("S", [ScorecardRow(Indicator("1", "A", tags=["a;b"]))])

        assert read(write_tidy_csv(card)).require()["1"].indicator.tags == {"a", "b"}

    @pytest.mark.parametrize("reason", Absence)
    def test_every_reason_is_read_from_what_is_written_for_it(self, reason: Absence) -> None:
        row = ScorecardRow(
            Indicator("1", "A", polarity=Missing(reason)),
            [Observation(Q1, Missing(reason)), Observation(Q2, Missing(reason, note="n"))],
            [Target(Missing(reason)), Target(Missing(reason, note="n"))],
        )

        assert only_row(write_tidy_csv(Scorecard("S", [row]))) == row

    def test_figures_far_above_and_below_keep_all_their_digits(self) -> None:
        smallest = "-0.0000000000000000000000000000000001"
        row = ScorecardRow(
            Indicator("1", "A"),
            [
                Observation(Q1, smallest),
                Observation(Q2, "9" * 34),
                Observation(YEAR, "-12.50"),
                Observation(Q2.next(), Decimal("1E+33")),
            ],
        )

        assert only_row(write_tidy_csv(Scorecard("S", [row]))) == row

    def test_what_is_no_scorecard_is_refused(self) -> None:
        with pytest.raises(FieldTypeError):
            write_tidy_csv("card")  # type: ignore[arg-type]
        with pytest.raises(FieldTypeError):
            write_tidy_csv(full(), excel=1)  # type: ignore[arg-type]

    def test_every_column_goes_with_some_row(self) -> None:
        """A column that no kind of row may fill could be written and never read."""
        said = {column for columns in ALLOWED.values() for column in columns}
        of_rows = {each for each in TidyColumn if each.about.value == "record"}

        assert said == of_rows - {TidyColumn.RECORD}
        assert set(RECORD_WORDS.values()) == set(Record)
        assert all(each.words for each in Record)

    @pytest.mark.parametrize("column", TidyColumn)
    def test_every_column_is_known_by_its_own_header(self, column: TidyColumn) -> None:
        heading = tidy_heading(column.value)

        assert heading is not None
        assert heading.column is column
        assert column.says.endswith(".")


OTHERS = """\
PI Code,Indicator,Good is,Reporting Period,Actual,Target,Annual target,Minimum,RAG,DoT,England,\
Comments
H1,Homes,High,Q1 2019-20,40,45,180,30,Amber,↑,50,Slow start
H1,Homes,,Q2 2019-20,48 [p],45,180,30,Green,,,Better
H1,,,Q3 2019-20,,45,180,30,,,,Awaited
H2,Empty homes,Low,Q1 2019-20,<5,,,,,,,
"""


class TestTablesOfOtherPrograms:
    def test_what_stands_beside_a_figure_is_for_its_period(self) -> None:
        row = read(OTHERS).require()["H1"]

        assert row.observations == (
            Observation(Q1, 40, note="Slow start"),
            Observation(Q2, 48, marks=[Mark.PROVISIONAL], note="Better"),
        )
        assert row.targets == (
            Target(45, period=Q1, floor=30),
            Target(180, basis="annual", period=YEAR, floor=30),
            Target(45, period=Q2, floor=30),
            Target(45, period=Q2.next(), floor=30),
        )
        assert row.stated == (
            StatedLevel("rating", "Amber", period=Q1),
            StatedLevel("travel", "↑", period=Q1),
            StatedLevel("rating", "Green", period=Q2),
        )
        assert row.benchmarks == (Benchmark("England", 50, period=Q1),)

    def test_what_was_said_last_is_the_commentary(self) -> None:
        reading = read(OTHERS)

        assert reading.require()["H1"].commentary == "Awaited"
        assert "a comment without a figure stands only if it is the last: first in row 4" in (
            reading.notes
        )

    def test_a_fact_may_stand_in_one_row(self) -> None:
        card = read(OTHERS).require()

        assert [each.indicator.polarity for each in card.rows] == [
            Polarity.HIGHER,
            Polarity.LOWER,
        ]
        assert card["H2"].observations[0].value == Missing("suppressed", note="<5")

    def test_rows_of_one_indicator_may_stand_apart(self) -> None:
        text = "Ref,Measure,Period,Value\n1,A,Q1 2019-20,1\n2,B,Q1 2019-20,2\n1,A,Q2 2019-20,3\n"

        assert [len(row.observations) for row in read(text).require().rows] == [2, 1]

    @pytest.mark.parametrize(
        ("header", "cells", "period"),
        [
            ("Period", "Q1 2019-20", Q1),
            ("Time period", "2019-Q1@04", Q1),
            ("Quarter,Year", "Q1,2019-20", Q1),
            ("Quarter,Financial year", "1,2019/20", Q1),
            ("Month,Year", "April,2019/20", ReportingPeriod.month(2019, 4)),
            ("Year", "2019-20", YEAR),
            ("Period,Start,End", ",2019-04-01,30/06/2019", Q1),
            ("Date", "30/06/2019", ReportingPeriod.as_at(dt.date(2019, 6, 30))),
            ("Period,Period start", "Q1 2019-20,2019-04-01T00:00:00", Q1),
        ],
    )
    def test_a_period_is_said_in_several_ways(
        self, header: str, cells: str, period: ReportingPeriod
    ) -> None:
        row = only_row(f"Measure,Value,{header}\nA,1,{cells}\n")

        assert [each.period for each in row.observations] == [period]

    def test_the_caller_may_say_the_calendar(self) -> None:
        text = "Measure,Value,Period\nA,1,Q1 2019-20\n"

        assert only_row(text, calendar=ACADEMIC).observations[0].period == ReportingPeriod.quarter(
            2019, 1, calendar=ACADEMIC
        )
        days = "Measure,Value,Period,From,To\nA,1,,2019-09-01,2019-11-30\n"
        assert only_row(days, calendar=ACADEMIC).observations[0].period.kind.value == "quarter"

    def test_indicators_without_references_are_numbered(self) -> None:
        text = "Measure,Value,Period\nA,1,Q1 2019-20\nB,1,Q1 2019-20\nA,1,Q2 2019-20\n"
        reading = read(text)

        assert [row.indicator.reference for row in reading.require().rows] == ["R1", "R2"]
        assert "no column gives references, so they are R1, R2, …: first in row 2" in reading.notes

    def test_units_and_polarity_are_taken_from_the_cells(self) -> None:
        text = "Measure,Period,Value,Target\nA,Q1 2019-20,4%,≤ 5%\nA,Q2 2019-20,(3)%,\n"
        reading = read(text.replace("(3)%", "(3%)"))
        indicator = reading.require().rows[0].indicator

        assert (indicator.unit, indicator.polarity) == (PERCENT, Polarity.LOWER)
        assert len(reading.notes) == 4

    def test_that_dates_are_read_day_first_is_told(self) -> None:
        reading = read("Measure,Period,Value,Target\nA,Q1 2019-20,N/A,01/10/2019\n")

        assert reading.require().rows[0].targets[0].aim == dt.date(2019, 10, 1)
        assert "dates such as 30/09/2019 are read day first: first in row 2" in reading.notes

    def test_a_floor_without_a_target_belongs_to_a_target_that_is_not_set(self) -> None:
        row = only_row("Measure,Period,Value,Minimum\nA,Q1 2019-20,4,3\nA,Q2 2019-20,4,\n")

        assert row.targets == (Target(Missing("no_target"), period=Q1, floor=3),)

    def test_a_row_without_a_period_may_hold_a_target(self) -> None:
        row = only_row("Measure,Period,Value,Target,England\nA,,,3,[x]\n")

        assert row.targets == (Target(3),)
        assert row.benchmarks == ()

    def test_the_title_is_that_of_the_table_else_the_line_above_else_the_callers(self) -> None:
        text = "Measure,Value,Period\nA,1,Q1 2019-20\n"

        assert read(text).require().title == "Scorecard"
        assert read("Planning\n\n" + text).require().title == "Planning"
        assert read("Planning\n" + text, title="T").require().title == "T"
        given = read(text, council="C", source="S").require()
        assert (given.council, given.source) == ("C", "S")

    def test_what_is_left_out_is_noted(self) -> None:
        text = (
            "Measure,Name,Shoe size,,Period,Value,Actual,Group,RAG,Comparator\n"
            "A,B,9,,Q1 2019-20,1,2,England,Red,as printed\n"
        )
        reading = read(text)

        assert reading.require().rows[0].benchmark_text == "as printed"
        assert reading.notes[:4] == (
            "column B 'Name' is left out: another column already says the measure",
            "column C 'Shoe size' is not a column known here; it is left out",
            "column G 'Actual' is left out: another column already says the value",
            "column H 'Group' is left out: it needs a column 'Record'",
        )

    def test_a_plainer_header_stands_wherever_it_is(self) -> None:
        reading = read("Description,Measure,Period,Value\nlong,A,Q1 2019-20,1\n")

        assert reading.require().rows[0].indicator.title == "A"
        assert reading.notes[0].startswith("column A 'Description' is left out")

    def test_beside_the_column_record_nothing_else_says_what_a_row_holds(self) -> None:
        text = "Measure,Record,Period,Value,RAG\nA,actual,Q1 2019-20,1,Green\n"
        reading = read(text)

        assert reading.require().rows[0].stated == ()
        assert reading.notes[0] == (
            "column E 'RAG' is left out: the rows say in 'Record' what they hold"
        )

    @pytest.mark.parametrize(
        ("encode", "note"),
        [
            (lambda text: text.encode("utf-8-sig"), "UTF-8 with a byte order mark"),
            (lambda text: text.encode("utf-16"), "UTF-16"),
            (lambda text: text.replace("Homes", "£").encode("cp1252", "replace"), "Windows-1252"),
            (lambda text: text.replace(",", "\t"), "separated by a tab"),
            (lambda text: text.replace(",", ";"), "separated by a semicolon"),
        ],
    )
    def test_encodings_and_separators_are_found_and_stated(
        self, encode: object, note: str
    ) -> None:
        text = OTHERS.replace("↑", "up")
        reading = read(encode(text))  # type: ignore[operator]

        assert len(reading.require().rows) == 2
        assert note in reading.notes[0]


HEAD = "Ref,Measure,Record,Period,Period start,Period end,Value,Value to,Missing note,Marks,Group,"
HEAD += "Level,Voice,Until,Decided on,Strict,Numerator,Denominator,Polarity,Unit,Tolerance,"
HEAD += "Best possible,Note,Basis\n"


ACTUAL = {"record": "actual", "value": "1", "period": "Q1 2019-20"}


def row_with(**cells: str) -> str:
    names = [TidyColumn.REFERENCE if each == "Ref" else each for each in HEAD.strip().split(",")]
    usual = {"reference": "1", "measure": "A"}
    given = {**usual, **{key.replace("_", " "): cell for key, cell in cells.items()}}
    return ",".join(given.get(name.lower(), "") for name in names) + "\n"


class TestProblems:
    @pytest.mark.parametrize(
        ("cells", "start"),
        [
            ({"record": "shoe"}, "row 2, column C 'Record': 'shoe': no row holds that; write"),
            ({"value": "1"}, "row 2, column G 'Value': '1': it is not said under 'Record'"),
            ({"record": "target", "value": "1", "group": "England"},
             "row 2, column K 'Group': 'England': a row that holds 'target' has nothing under"),
            ({"record": "actual", "value": "1"}, "row 2, column D 'Period': the figure has no"),
            ({**ACTUAL, "period": "Q5 2019-20"},
             "row 2, column D 'Period': 'Q5 2019-20': "),
            ({**ACTUAL, "period": "2019"},
             "row 2, column D 'Period': '2019': 2019 may be a calendar year"),
            ({**ACTUAL, "period_start": "2019-05-01"},
             "row 2, column E 'Period start': '2019-05-01': it is not that of the period"),
            ({"record": "actual", "value": "1", "period_start": "2019-05-01",
              "period_end": "2019-04-01"}, "row 2, column F 'Period end': '2019-04-01': "),
            ({**ACTUAL, "period_end": "31/02/2019"},
             "row 2, column F 'Period end': '31/02/2019': it is no date"),
            ({**ACTUAL, "period_end": "soon"},
             "row 2, column F 'Period end': 'soon': it is no date"),
            ({"record": "actual", "value": "lots", "period": "Q1 2019-20"},
             "row 2, column G 'Value': 'lots': it is no number"),
            ({"record": "actual", "period": "Q1 2019-20", "note": "n"},
             "row 2, column G 'Value': there is no figure that the rest of the row"),
            ({**ACTUAL, "missing_note": "n"},
             "row 2, column I 'Missing note': 'n': there is a figure, so none is missing"),
            ({**ACTUAL, "marks": "[p] [q]"},
             "row 2, column J 'Marks': '[p] [q]': no figure is marked 'q'; use [b], [e]"),
            ({**ACTUAL, "numerator": "1"},
             "row 2: denominator: a blank is not allowed; give both parts of a share, or none"),
            ({**ACTUAL, "numerator": "yes"},
             "row 2, column Q 'Numerator': 'yes': it is no number"),
            ({"record": "target"}, "row 2, column G 'Value': the target is blank"),
            ({"record": "target", "value": "soon"}, "row 2, column G 'Value': 'soon': "),
            ({"record": "target", "value": "5", "value_to": "4"}, "row 2: high: '4' is not"),
            ({"record": "target", "value": "5", "strict": "perhaps"},
             "row 2, column P 'Strict': 'perhaps': it is neither yes nor no"),
            ({"record": "target", "value": "5", "basis": "monthly"},
             "row 2: basis: 'monthly' is not allowed"),
            ({"record": "superseded target", "value": "5"},
             "row 2, column C 'Record': 'superseded target': no target of this indicator stands"),
            ({"record": "benchmark", "value": "5"},
             "row 2, column K 'Group': a benchmark needs its group and its figure"),
            ({"record": "benchmark", "group": "England"},
             "row 2, column G 'Value': a benchmark needs its group and its figure"),
            ({"record": "benchmark", "group": "England", "value": "x1"},
             "row 2, column G 'Value': 'x1': it is no number"),
            ({"record": "benchmark", "group": "' ", "value": "1"}, "row 2: group: ' ' is not"),
            ({"record": "stated level"}, "row 2, column L 'Level': the level is blank"),
            ({"record": "stated level", "level": "Red", "voice": "loud"},
             "row 2: voice: 'loud' is not allowed"),
            ({"record": "stated level", "level": "Red", "until": "Q5 2019-20"},
             "row 2, column N 'Until': 'Q5 2019-20': "),
            ({"record": "stated level", "level": "Red", "until": "Q1 2019-20"},
             "row 2: until: "),
            ({"record": "assumption"}, "row 2, column W 'Note': the assumption is blank"),
            ({"reference": "", "record": "actual"}, "row 2, column A 'Ref': the reference is"),
            ({"measure": ""}, "row 2: no row of the indicator has its title"),
            ({"polarity": "sideways"}, "row 2, column S 'Polarity': 'sideways': it does not say"),
            ({"polarity": "not stated: because"}, "row 2, column S 'Polarity': 'not stated: beca"),
            ({"tolerance": "5"}, "row 2, column U 'Tolerance': '5': it does not say a size"),
            ({"best_possible": "all"}, "row 2, column V 'Best possible': 'all': it is no number"),
            ({"record": "target", "value": "≥ 5", "polarity": "lower"},
             "row 2, column G 'Value': '≥ 5': it says that higher is better"),
            ({"record": "target", "value": "≥ 5", "polarity": "higher", "unit": "%", "basis": "x"},
             "row 2: basis: 'x' is not allowed"),
            ({"record": "target", "value": "5%", "unit": "days"},
             "row 2, column G 'Value': '5%': its unit '%' is not the indicator's unit, 'days'"),
            # An apostrophe keeps what would be blank, so this says that there is a unit.
            ({"unit": "'"}, "row 2, column T 'Unit': it is no unit; give text that is not blank"),
            ({"unit": "'", "unit_after": "x"}, "row 2, column T 'Unit': it is no unit; give"),
        ],
        ids=str,
    )  # fmt: skip
    def test_each_is_told_with_its_cell(self, cells: dict[str, str], start: str) -> None:
        [problem] = problems(HEAD + row_with(**cells))

        assert problem.startswith(start)

    def test_all_of_a_file_are_told_in_the_order_of_its_rows(self) -> None:
        text = HEAD + row_with(record="actual", value="lots", period="Q1 2019-20")
        text += (
            row_with(measure="B", polarity="sideways", record="actual") + "1,A" + "," * 30 + "x\n"
        )

        assert [each.split(":")[0] for each in problems(text)] == [
            "row 2, column G 'Value'",
            "row 3, column B 'Measure'",
            "row 3, column S 'Polarity'",
            "row 4, column AF",
        ]

    def test_two_rows_that_contradict_each_other_are_one(self) -> None:
        text = "Ref,Measure,Period,Value\n1,A,Q1 2019-20,1\n1,B,Q2 2019-20,1\n"

        [problem] = problems(text)

        assert problem.startswith(
            "row 3, column B 'Measure': 'B': row 2 says otherwise: 'A'; make"
        )

    def test_two_figures_for_one_period_are_one(self) -> None:
        text = "Ref,Measure,Period,Value\n1,A,Q1 2019-20,1\n1,A,Q1 2019-20,2\n"

        [problem] = problems(text)

        assert problem.startswith("row 3, column C 'Period': 'Q1 2019-20': another row has this")

    def test_a_benchmark_beside_a_figure_is_a_number(self) -> None:
        text = "Measure,Period,Value,England\nA,Q1 2019-20,1,Yes\nA,,,x1\n"

        assert [each[:54] for each in problems(text)] == [
            "row 2, column D 'England': 'Yes': it is no number; wri",
            "row 3, column D 'England': 'x1': it is no number, and ",
        ]

    def test_an_inequality_goes_with_the_polarity_that_is_stated(self) -> None:
        text = "Measure,Period,Value,Target,Polarity\nA,Q1 2019-20,1,≥ 5,High\n"

        assert only_row(text).targets == (Target(5, period=Q1),)

    def test_inequalities_that_point_both_ways_are_one(self) -> None:
        text = "Measure,Period,Value,Target\nA,Q1 2019-20,1,≥ 5\nA,Q2 2019-20,1,≤ 5\n"

        assert problems(text)[0].startswith("row 3, column D 'Target': '≤ 5': it says that lower")

    def test_a_chain_of_superseded_targets_has_an_end(self) -> None:
        rows = [row_with(record="target", value="5")]
        rows += [row_with(record="superseded target", value="4")] * 51

        [problem] = problems(HEAD + "".join(rows))

        assert "row 53, column C 'Record': 'superseded target': more than 50 targets" in problem
        assert only_row(HEAD + "".join(rows[:-1])).targets[0].supersedes is not None

    def test_a_header_that_stands_twice_is_one(self) -> None:
        [problem] = problems("Measure,Period,Value,value\nA,Q1 2019-20,1,2\n")

        assert problem.startswith("row 1, column D: 'value': column C has the same header; give")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "no row of headers names the indicators"),
            ("Measure,Q1 2019-20\nA,1\n", "no row of headers names the indicators"),
            ("Measure,Period,Value\n", "it has a header and no rows"),
            ("Measure,Period,Value\n,,\n", "it has a header and no rows"),
            ("Measure,Period,Value\n,,5\n", "the title is blank"),
            (b"PK\x03\x04", "it is a workbook"),
            ('Measure,Period,"Value\n', "its quotation marks cannot be read"),
            ("Measure,Month,Year,Value\nA,4,2019-20,1\n", "'4': it may be counted from January"),
        ],
    )
    def test_a_file_that_is_no_tidy_table_is_told_why(
        self, text: str | bytes, message: str
    ) -> None:
        [problem] = problems(text)

        assert message in problem

    def test_limits_are_held(self) -> None:
        [problem] = problems("Measure,Period,Value\nA,Q1 2019-20,1\n", limits=Limits(rows=1))

        assert "the limit (rows)" in problem

    def test_mistakes_in_arguments_raise(self) -> None:
        with pytest.raises(FieldTypeError, match="open the file and read it first"):
            read_tidy_csv(5)  # type: ignore[arg-type]
        with pytest.raises(FieldValueError):
            read_tidy_csv("", title=" ")
        with pytest.raises(FieldTypeError):
            read_tidy_csv("", calendar=4)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "tidy"),
    [
        (b"Ref,Period,Value\n", True),
        ("Planning\nMeasure,Year,Actual\n", True),
        ("Measure,Q1 2019-20,Target\n", False),
        ("", False),
        (b"PK\x03\x04", False),
        ('"', False),
    ],
)
def test_a_tidy_table_is_known_by_its_headers(content: bytes | str, tidy: bool) -> None:
    assert is_tidy(content) is tidy


def test_what_is_wrong_with_one_cell_is_told_as_it_was_found() -> None:
    findings = TidyFindings(TidyColumns(["Measure"]), None)
    for number, message in ((3, "first"), (3, "second"), (2, "before"), (3, "a third")):
        findings.fail(number, 0, "x", message, "mend it")

    assert [each.message for each in findings.problems()] == [
        "before",
        "first",
        "second",
        "a third",
    ]


def test_a_comment_without_a_figure_is_told() -> None:
    text = "Measure,Period,Value,Commentary\nHomes,Q1 2019-20,,late\nHomes,Q2 2019-20,5,on time\n"
    reading = read(text)

    assert reading.require().rows[0].commentary == "on time"
    assert (
        "a comment without a figure stands only if it is the last: first in row 2" in reading.notes
    )


def test_a_row_may_end_before_the_header_does() -> None:
    row = only_row("Measure,Period,Value,Commentary\nHomes,Q1 2019-20,5\n")

    assert row.commentary is None


def test_a_comment_of_a_period_is_later_than_one_of_none() -> None:
    gathered = Gathered(2)
    gathered.comments += [(Q1, "of the quarter"), (None, "of none")]

    assert gathered.last_comment() == "of the quarter"


def test_bytes_of_other_kinds_are_taken() -> None:
    assert read_tidy_csv(bytearray(OTHERS, "utf-8")).value is not None  # type: ignore[arg-type]
