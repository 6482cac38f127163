"""Workbooks written: the checklist for accessible spreadsheets, real numbers, the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from councilperf.assessment import assess
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats import (
    read_scorecard_csv,
    write_assessment_xlsx,
    write_page_xlsx,
    write_scorecard_xlsx,
)
from councilperf.formats._xlsx._cells import StoredNumber, stored_number
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Target
from councilperf.periods import ReportingPeriod
from councilperf.presets import MAIDSTONE
from councilperf.tables import (
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Page,
    Paragraph,
    Table,
)
from councilperf.values import Mark, Missing

Q2 = ReportingPeriod.quarter(2019, 2)


def opened(content: bytes) -> Any:
    """Open a workbook with openpyxl, whose types say little of what is in one."""
    return load_workbook(io.BytesIO(content))


def one(cell: Cell | str) -> Any:
    """The cell of a table with one row and one column, as a workbook holds it."""
    book = opened(write_page_xlsx(Table("T", ["A"], [[cell]])))
    return book.worksheets[-1]["A4"]


@pytest.fixture(scope="module")
def maidstone() -> bytes:
    path = Path(__file__).parents[2] / "examples/maidstone-2020-21-q3.csv"
    card = read_scorecard_csv(path.read_bytes()).require()
    return write_assessment_xlsx(assess(card, MAIDSTONE))


# The checklist, a test for each of its points that a program can keep.


def test_every_sheet_has_a_name_of_its_own_and_its_title_in_a1(maidstone: bytes) -> None:
    book = opened(maidstone)

    assert book.sheetnames == [
        "Cover",
        "Contents",
        "Notes",
        "Scorecard, Q3 2020-21",
        "Summary rating",
        "Summary short trend",
        "Exceptions",
        "Symbols and marks",
        "Results and reasons, Q3 2020-21",
        "How we rate Rating",
        "How we rate Short trend",
        "How we rate Long trend",
    ]
    for sheet in book.worksheets:
        assert sheet["A1"].value
        assert sheet["A1"].style == "Heading 1"


def test_each_sheet_but_the_cover_holds_one_marked_table_with_one_header(maidstone: bytes) -> None:
    names: set[str] = set()
    for sheet in opened(maidstone).worksheets[1:]:
        (table,) = sheet.tables.values()
        names.add(table.displayName)
        (first, *_) = sheet[table.ref]
        headers = [cell.value for cell in first]
        assert headers == [each.name for each in table.tableColumns]
        assert len({each.casefold() for each in headers}) == len(headers)
        assert table.headerRowCount == 1
        assert table.ref.startswith("A")
        assert table.ref.endswith(f"{sheet.max_row}")  # nothing stands below it
    assert len(names) == len(opened(maidstone).worksheets) - 1


def test_nothing_is_merged_hidden_filtered_frozen_or_drawn(maidstone: bytes) -> None:
    for sheet in opened(maidstone).worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_state == "visible"
        assert sheet.freeze_panes is None
        assert sheet.auto_filter.ref is None
        assert all(each.autoFilter is None for each in sheet.tables.values())
        assert not sheet.conditional_formatting
        assert not any(each.hidden for each in sheet.column_dimensions.values())
        assert not any(each.hidden for each in sheet.row_dimensions.values())
        header = sheet.oddHeader
        assert [header.left.text, header.center.text, header.right.text] == [None] * 3
    names = ZipFile(io.BytesIO(maidstone)).namelist()
    assert not [name for name in names if "drawing" in name or "media" in name or "vba" in name]


def test_no_row_or_column_of_a_table_is_blank(maidstone: bytes) -> None:
    for sheet in opened(maidstone).worksheets[1:]:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert all(any(value is not None for value in row) for row in rows)
        assert all(
            any(value is not None for value in column) for column in zip(*rows, strict=True)
        )


def test_text_is_wrapped_plain_and_large_enough_and_nothing_is_filled(maidstone: bytes) -> None:
    for sheet in opened(maidstone).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert (cell.font.name, cell.font.size >= 12) == ("Arial", True)
                    assert not cell.font.italic
                    assert cell.fill.fill_type is None
        for table in sheet.tables.values():
            for row in sheet[table.ref]:
                for cell in row:
                    assert cell.alignment.wrap_text or cell.data_type == "n"


def test_titles_and_headers_stand_out_and_figures_stand_to_the_right() -> None:
    columns = [Column("Measure"), Column("Value", numeric=True)]
    rows: list[list[Cell | str]] = [
        ["Homes", Cell("42", number=Decimal(42))],
        [Cell("7", number=Decimal(7)), "not due"],
    ]
    sheet = opened(write_page_xlsx(Page("P", [Table("T", columns, rows)]))).worksheets[-1]

    def look(cell: str) -> tuple[object, ...]:
        found = sheet[cell]
        at = found.alignment
        return found.font.size, found.font.bold, at.horizontal, bool(at.wrap_text), at.indent

    assert {cell: look(cell) for cell in ("A1", "A2", "A3", "B3", "A4", "B4", "A5", "B5")} == {
        "A1": (16, True, "left", False, 0),
        "A2": (12, False, "left", False, 0),
        "A3": (12, True, "left", True, 0),
        "B3": (12, True, "right", True, 1),
        "A4": (12, False, "left", True, 0),
        "B4": (12, False, "right", False, 1),
        "A5": (12, False, "left", True, 0),
        "B5": (12, False, "right", True, 1),
    }
    assert sheet["A3"].border.bottom.style == sheet["B3"].border.bottom.style == "thin"
    assert sheet["A4"].border.bottom is None


def test_the_first_column_says_what_each_row_is_of(maidstone: bytes) -> None:
    for sheet in opened(maidstone).worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.tableStyleInfo.showFirstColumn


def test_blank_cells_and_signs_alone_are_explained(maidstone: bytes) -> None:
    book = opened(maidstone)
    scorecard, summary = book.worksheets[3], book.worksheets[4]

    assert scorecard["A2"].value == "This sheet holds one table."
    assert scorecard["A3"].value == "It has notes on the sheet Notes: [note 1]."
    assert scorecard["A4"].value.startswith("A blank cell means")
    assert summary["A3"].value.startswith("[z] means")
    values = {cell.value for row in summary.iter_rows() for cell in row}
    assert "[z]" in values
    assert "-" not in values


def test_notes_stand_on_a_sheet_of_their_own(maidstone: bytes) -> None:
    notes = opened(maidstone)["Notes"]

    assert [cell.value for cell in notes[3]] == ["Note", "Sheet", "Text"]
    assert notes["A4"].value == "[note 1]"
    assert notes["C4"].value.startswith("Long trend: no indicator has one")


def test_the_contents_lead_to_each_sheet_by_its_name(maidstone: bytes) -> None:
    contents = opened(maidstone)["Contents"]
    linked = [contents.cell(row, 1) for row in range(4, contents.max_row + 1)]

    assert [cell.value for cell in linked] == opened(maidstone).sheetnames[2:]
    assert [cell.hyperlink.location for cell in linked] == [
        f"'{cell.value}'!A1" for cell in linked
    ]


def test_the_document_has_its_title_and_language_and_opens_at_the_first_cell(
    maidstone: bytes,
) -> None:
    book = opened(maidstone)

    assert book.properties.title == "Maidstone key performance indicators, Q3 2020-21"
    assert book.properties.language == "en-GB"
    assert book.active is book.worksheets[0]
    assert book.worksheets[0].sheet_view.selection[0].activeCell == "A1"


def test_levels_stand_as_words(maidstone: bytes) -> None:
    sheet = opened(maidstone).worksheets[3]

    assert [sheet.cell(row, 5).value for row in range(6, 9)] == ["Red", "Amber", "n/a (data only)"]


# Bytes.


def test_a_workbook_states_no_time_and_so_its_bytes_are_always_the_same(maidstone: bytes) -> None:
    card = Scorecard("T", [ScorecardRow(Indicator("A", "B"))])

    assert write_scorecard_xlsx(card) == write_scorecard_xlsx(card)
    with ZipFile(io.BytesIO(maidstone)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml")
    assert b"created" not in properties
    assert b"modified" not in properties


# Cells.


@pytest.mark.parametrize(
    ("text", "number", "stored", "look"),
    [
        ("42", "42", "42", "0"),
        ("95.80", "95.8", "95.8", "0.00"),
        ("1,042", "1042", "1042", "#,##0"),
        ("£1,234.50", "1234.50", "1234.50", '"£"#,##0.00'),
        ("-£1,234.50", "-1234.50", "-1234.50", '"£"#,##0.00'),
        ("−3", "-3", "-3", "0"),
        ("95.8%", "95.8", "0.958", "0.0%"),
        ("-0.5% [p]", "-0.5", "-0.005", '0.0%" [p]"'),
        ("12 days", "12", "12", '0" days"'),
        ("beyond 45", "45", "45", '"beyond "0'),
        ("0", "0", "0", "0"),
    ],
)
def test_a_figure_is_a_number_that_shows_its_words(
    text: str, number: str, stored: str, look: str
) -> None:
    assert stored_number(Cell(text, number=Decimal(number))) == StoredNumber(stored, look)
    cell = one(Cell(text, number=Decimal(number)))
    assert (cell.value, cell.number_format) == (float(stored), look)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("forty-two", "42"),
        ("43", "42"),
        ("042", "42"),
        ("£-5", "-5"),
        ("5", "-5"),
        ("-5", "5"),
        ("-0", "0"),
        ("1234567890123456", "1234567890123456"),
        ('5" pipes', "5"),
        ("5\u200b", "5"),
        ("5 " + "a" * 300, "5"),
    ],
)
def test_a_figure_that_no_number_shows_stays_text(text: str, number: str) -> None:
    cell = Cell(text, number=Decimal(number))

    assert stored_number(cell) is None
    assert one(cell).value == text
    assert one(cell).data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "#N/A"])
def test_text_stays_text_and_is_never_run(text: str) -> None:
    cell = one(text)

    assert cell.data_type == "s"
    assert cell.value.replace("_x0009_", "\t") == text
    assert cell.quotePrefix is (text[0] != "#")


def test_text_that_a_workbook_cannot_hold_is_refused() -> None:
    with pytest.raises(FieldValueError, match="32,767"):
        write_page_xlsx(Table("T", ["A"], [["a" * 32_768]]))
    with pytest.raises(FieldValueError, match="surrogate"):
        write_page_xlsx(Table("T", ["A"], [["\ud800"]]))


def test_columns_are_wide_enough_for_words_and_no_wider() -> None:
    table = Table("T", ["A", "B" * 20, "C"], [["a", "b", "c" * 500]])
    sheet = opened(write_page_xlsx(table)).worksheets[-1]

    widths = [sheet.column_dimensions[each].width for each in "ABC"]
    assert widths == [12, 27, 60]


def test_a_header_may_take_two_lines_and_so_half_its_width() -> None:
    header = "Homes that were built in the year so far"
    sheet = opened(write_page_xlsx(Table("T", [header], [["1"]]))).worksheets[-1]

    # Half its 40 letters and 4 to break at, each 1.25 wide, and 2 around them.
    assert sheet.column_dimensions["A"].width == 32


def test_sheets_are_printed_across_on_a4(maidstone: bytes) -> None:
    for sheet in opened(maidstone).worksheets[1:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)


def test_a_sheet_too_wide_for_one_page_is_not_made_to_fit() -> None:
    narrow = opened(write_page_xlsx(Table("T", ["A"], [["a"]]))).worksheets[-1]
    wide = opened(write_page_xlsx(Table("T", list("ABCDE"), [["a" * 99] * 5]))).worksheets[-1]

    assert (narrow.sheet_properties.pageSetUpPr.fitToPage, narrow.page_setup.fitToHeight) == (
        True,
        0,
    )
    assert not wide.sheet_properties.pageSetUpPr.fitToPage
    assert narrow.print_title_rows == "$3:$3"


def test_headers_are_on_one_line_and_none_stands_twice() -> None:
    columns = [Column("Rate"), Column("rate"), Column("A\nB", numeric=True)]
    sheet = opened(write_page_xlsx(Table("T", columns, [["1", "2", "3"]]))).worksheets[-1]

    assert [cell.value for cell in sheet[3]] == ["Rate", "rate (2)", "A B"]


def names_of(captions: Sequence[str]) -> list[str]:
    page = Page("P", [Table(each, ["A"], [["1"]]) for each in captions])
    return list(opened(write_page_xlsx(page)).sheetnames[2:])


def test_tabs_have_names_that_excel_takes() -> None:
    assert names_of(["A/B: [C]", "'quoted'", "???", "Cover", "history", "a" * 40, "A" * 40]) == [
        "A B C",
        "quoted",
        "Table 2",
        "Cover 2",
        "history 2",
        "a" * 31,
        "A" * 29 + " 2",
    ]


def test_a_table_without_rows_is_marked_with_one_blank_row() -> None:
    sheet = opened(write_page_xlsx(Table("T", ["A", "B"], []))).worksheets[-1]

    assert [each.ref for each in sheet.tables.values()] == ["A3:B4"]


def test_the_words_of_a_page_stand_on_the_cover() -> None:
    page = Page(
        "P",
        [
            Facts([Fact("Council", "Ours")]),
            Heading("About"),
            Paragraph("It is."),
            Bullets(["one", "two"]),
            Table("T", ["A"], [["1"]], notes=["n"]),
        ],
    )
    cover = opened(write_page_xlsx(page)).worksheets[0]

    assert [cell.value for cell in cover["A"]] == [
        "P",
        "Council: Ours",
        "About",
        "It is.",
        "one",
        "two",
    ]
    assert cover["A3"].style == "Heading 2"
    assert [cover[cell].font.size for cell in ("A1", "A2", "A3")] == [16, 12, 14]


def test_the_contents_of_a_page_lead_to_its_tables() -> None:
    page = Page("P", [Table("Homes", ["A", "B"], [["1", "2"]])])
    contents = opened(write_page_xlsx(page))["Contents"]

    assert contents["A4"].hyperlink.location == "'Homes'!A1"
    assert contents["A4"].style == "Link"
    assert contents["B4"].hyperlink is None


@pytest.mark.parametrize("write", [write_page_xlsx, write_scorecard_xlsx, write_assessment_xlsx])
def test_anything_else_is_refused(write: Any) -> None:
    with pytest.raises(FieldTypeError):
        write("text")


# Scorecards.


def test_a_scorecard_has_its_council_assumptions_and_marks_beside_it() -> None:
    row = ScorecardRow(
        Indicator("H1", "Homes"),
        [
            Observation(Q2.previous(), Missing("suppressed")),
            Observation(Q2, 42, marks=[Mark.PROVISIONAL]),
        ],
        [Target(45)],
    )
    card = Scorecard("T", [row], council="Ours", source="A paper", assumed=["much"])
    book = opened(write_scorecard_xlsx(card))

    assert [cell.value for cell in book["Cover"]["A"]] == [
        "T",
        "Council: Ours",
        "Source: A paper",
        "Assumed",
        "much",
    ]
    marks = [[cell.value for cell in row] for row in book["Marks"]["A4:B5"]]
    assert marks == [["[c]", "suppressed"], ["[p]", "provisional"]]
    sheet = book["Scorecard"]
    assert (sheet["D4"].value, sheet["E4"].value) == ("[c]", 42)
    assert sheet["E4"].number_format == '0" [p]"'


def test_a_scorecard_with_nothing_to_explain_has_no_more_sheets() -> None:
    book = opened(write_scorecard_xlsx(Scorecard("T", [ScorecardRow(Indicator("A", "B"))])))

    assert book.sheetnames == ["Cover", "Contents", "Scorecard"]
