"""Workbooks as councils keep them: what is shown is read, exactly, and all else is told."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from councilperf.errors import FieldTypeError
from councilperf.formats import Limits, Reading, read_scorecard_csv, read_scorecard_xlsx
from councilperf.formats._xlsx._grid import _place_of
from councilperf.formats._xlsx._sheet import _joined
from councilperf.model import Answer, Scorecard
from councilperf.values import Mark

HEADER = ["Ref", "Measure", "Q1 2019-20", "Q2 2019-20"]


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def book_of(*rows: list[Any], name: str = "Data") -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    return book


def one_cell(value: Any, look: str | None = None, kind: str | None = None) -> bytes:
    book = book_of(HEADER[:3], ["H1", "Homes", value])
    cell = book["Data"]["C2"]
    if look is not None:
        cell.number_format = look
    if kind is not None:
        cell.data_type = kind
    return saved(book)


def value_of(content: bytes) -> Any:
    reading = read_scorecard_xlsx(content)
    assert reading.problems == ()
    return reading.require().rows[0].observations[0].value


def told(reading: Reading[Scorecard]) -> str:
    return "\n".join([*reading.notes, *map(str, reading.problems)])


# What a cell shows is what it says.


@pytest.mark.parametrize(
    ("stored", "look", "shown"),
    [
        (95.8, "General", "95.8"),
        (0.958, "0.0%", "95.8"),
        (0.958, "0%", "95.8"),
        (1, "0%", "100"),
        (0.07, "0.0%", "7.0"),
        (95.8, "0.00", "95.80"),
        (1234.5, "#,##0.00", "1234.50"),
        (1234.5, "£#,##0.00", "1234.50"),
        (-1234.5, '[$£-809]#,##0.00;[Red]-"£"#,##0.00', "-1234.50"),
        (1234.5, '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"_-', "1234.5"),
        (95.8, '0.0"%"', "95.8"),
        (1200000, '0.0,,"m"', "1200000"),
        (12, '0" days"', "12"),
        (0.5, "# ?/?", "0.5"),
        (1500, "0.0E+00", "1500"),
        (3, "@", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (4.35 * 100, "0.00", "435.00"),
        (1e-7, "General", "0.0000001"),
        (123456789012345, "General", "123456789012345"),
        (7, "0.0##", "7.0"),
        (7.25, "0.0##", "7.25"),
    ],
)
def test_a_number_is_read_as_it_is_shown(stored: float, look: str, shown: str) -> None:
    value = value_of(one_cell(stored, look))

    assert (value, str(value)) == (Decimal(shown), str(Decimal(shown)))


def test_openpyxl_and_pandas_write_sixteen_digits_of_which_fifteen_are_meant() -> None:
    content = one_cell(9.95)

    assert b"9.949999999999999" in unpacked(content)
    assert value_of(content) == Decimal("9.95")


def unpacked(content: bytes) -> bytes:
    return ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_more_digits_than_are_typed_or_shown_are_told() -> None:
    longer = read_scorecard_xlsx(one_cell("0.95833333333333337", "General", kind="n"))
    more = read_scorecard_xlsx(one_cell(95.83, "0.0"))

    assert longer.require().rows[0].observations[0].value == Decimal("0.958333333333333")
    assert "to 15: C2" in told(longer)
    assert more.require().rows[0].observations[0].value == Decimal("95.83")
    assert "with all of them: C2" in told(more)


def test_a_unit_in_a_format_is_the_units_of_the_row() -> None:
    row = read_scorecard_xlsx(one_cell(12, '0.0" days"')).require().rows[0]

    assert row.indicator.unit.name == "days"


def test_a_reference_keeps_the_zeros_that_its_cell_shows() -> None:
    book = book_of(HEADER[:3], [7, "Homes", 3])
    book["Data"]["A2"].number_format = "000"

    assert read_scorecard_xlsx(saved(book)).require().rows[0].indicator.reference == "007"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("95.8 [p]", Decimal("95.8")),
        (True, Answer.YES),
        (False, Answer.NO),
        (dt.date(2019, 9, 30), dt.date(2019, 9, 30)),
        (dt.datetime.combine(dt.date(2019, 9, 30), dt.time()), dt.date(2019, 9, 30)),
    ],
)
def test_texts_answers_and_dates_are_read(stored: Any, read: Any) -> None:
    assert value_of(one_cell(stored)) == read


def test_marks_and_answers_are_told() -> None:
    marked = read_scorecard_xlsx(one_cell("95.8 [p]")).require().rows[0].observations[0]

    assert marked.marks == {Mark.PROVISIONAL}
    assert "TRUE and FALSE are read as Yes and No: C2" in told(read_scorecard_xlsx(one_cell(True)))


def test_rich_text_is_read_as_text() -> None:
    book = book_of(HEADER[:3], ["H1", "x", 3])
    bold = TextBlock(InlineFont(b=True), "Homes ")
    book["Data"]["B2"] = CellRichText(bold, "built")

    assert read_scorecard_xlsx(saved(book)).require().rows[0].indicator.title == "Homes built"


def test_an_apostrophe_in_a_workbook_is_an_apostrophe() -> None:
    book = book_of(HEADER[:3], ["H1", "'=Homes", 3])

    assert read_scorecard_xlsx(saved(book)).require().rows[0].indicator.title == "'=Homes"


# Dates.


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_dates_count_from_1900_or_1904(epoch: dt.datetime | None) -> None:
    book = book_of(HEADER[:3])
    if epoch is not None:
        book.epoch = epoch
    book["Data"].append(["H1", "Homes", dt.date(2019, 9, 30)])

    assert value_of(saved(book)) == dt.date(2019, 9, 30)


@pytest.mark.parametrize(
    ("serial", "date"),
    [(1, dt.date(1900, 1, 1)), (59, dt.date(1900, 2, 28)), (61, dt.date(1900, 3, 1))],
)
def test_the_29_february_of_1900_that_never_was_is_no_date(serial: int, date: dt.date) -> None:
    assert value_of(one_cell(serial, "dd/mm/yyyy")) == date
    assert "stands for none" in told(read_scorecard_xlsx(one_cell(60, "dd/mm/yyyy")))


@pytest.mark.parametrize(
    ("stored", "look", "words"),
    [
        (-5, "dd/mm/yyyy", "stands for none"),
        (2_958_466, "dd/mm/yyyy", "stands for none"),
        (1e300, "dd/mm/yyyy", "stands for none"),
        (0.5, "h:mm", "it is a time"),
        (1.5, "[h]:mm", "it is a time"),
        (-0.5, "h:mm", "stands for none"),
        (-1.5, "[h]:mm", "stands for none"),
        (43738.5, "dd/mm/yyyy hh:mm", "'2019-09-30 12:00'"),
    ],
)
def test_times_and_numbers_that_are_no_dates_are_problems(
    stored: float, look: str, words: str
) -> None:
    reading = read_scorecard_xlsx(one_cell(stored, look))

    assert [each.path for each in reading.problems] == ["Data!C2 'Q1 2019-20'"]
    assert words in told(reading)


@pytest.mark.parametrize(
    ("look", "period"),
    [
        ("mmm-yy", "Apr 2019"),
        ("mmmm yyyy", "Apr 2019"),
        ("mmm", "Apr 2019"),
        ("dd/mm/yyyy", "as at 1 Apr 2019"),
    ],
)
def test_a_date_as_a_header_is_the_period_that_it_shows(look: str, period: str) -> None:
    book = book_of(["Measure", dt.date(2019, 4, 1)], ["Homes", 3])
    book["Data"]["B1"].number_format = look

    reading = read_scorecard_xlsx(saved(book))
    assert str(reading.require().periods()[0]) == period


def test_a_date_below_the_header_is_the_whole_date_whatever_it_shows() -> None:
    assert value_of(one_cell(dt.date(2019, 9, 30), "mmm-yy")) == dt.date(2019, 9, 30)


def test_a_year_as_a_header_is_read_from_its_look() -> None:
    book = book_of(["Measure", dt.date(2019, 4, 1)], ["Homes", 3])
    book["Data"]["B1"].number_format = "yyyy"

    assert "'2019'" in told(read_scorecard_xlsx(saved(book)))


# Formulas and errors.


def test_a_formula_is_read_by_its_value_and_told(
    bare_workbook: Callable[..., bytes], sheet_of_rows: Callable[..., str], text_cells: Any
) -> None:
    cells = text_cells("H1", "Homes")
    figures = "<c><f>A1*2</f><v>42</v></c><c><f>[1]Old!A1</f><v>3</v></c>"
    sheet = sheet_of_rows(text_cells(*HEADER), cells + figures)

    reading = read_scorecard_xlsx(bare_workbook(sheet))
    assert reading.require().rows[0].observations[0].value == Decimal(42)
    assert "formulas are read by the values that were last worked out: C2" in reading.notes
    assert "other workbooks are read by the values that were last found: D2" in told(reading)


def test_a_formula_that_comes_to_no_text_is_blank(
    bare_workbook: Callable[..., bytes], sheet_of_rows: Callable[..., str], text_cells: Any
) -> None:
    formula = '<c t="str"><f>IF(A1,"","x")</f><v></v></c><c><v>3</v></c>'
    sheet = sheet_of_rows(text_cells(*HEADER), text_cells("H1", "Homes") + formula)

    assert len(read_scorecard_xlsx(bare_workbook(sheet)).require().rows[0].observations) == 1


def test_a_formula_without_its_value_says_to_open_and_save() -> None:
    reading = read_scorecard_xlsx(one_cell("=1+1"))

    assert [each.path for each in reading.problems] == ["Data!C2 'Q1 2019-20'"]
    assert reading.problems[0].value == "=1+1"
    assert "open the file in Excel" in reading.problems[0].remedy


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!"])
def test_an_error_is_a_problem_in_figures_and_in_words(error: str) -> None:
    book = book_of(HEADER[:3], ["H1", error, error])
    for cell in ("B2", "C2"):
        book["Data"][cell].data_type = "e"

    reading = read_scorecard_xlsx(saved(book))
    assert [each.path for each in reading.problems] == [
        "Data!B2 'Measure'",
        "Data!C2 'Q1 2019-20'",
    ]
    assert "a formula failed" in told(reading)


def test_faults_in_a_header_are_problems_and_in_unknown_columns_are_not() -> None:
    book = book_of([*HEADER[:3], "=1+1", "Shoes"], ["H1", "Homes", 3, 4, "#N/A"])
    book["Data"]["E2"].data_type = "e"

    reading = read_scorecard_xlsx(saved(book))
    assert [each.path for each in reading.problems] == ["Data!D1"]


def test_a_row_of_nothing_but_faults_is_a_row() -> None:
    book = book_of(HEADER[:3], ["H1", "Homes", 3], [None, None, "=C2"])

    reading = read_scorecard_xlsx(saved(book))
    assert [each.path for each in reading.problems] == [
        "Data!A3 'Ref'",
        "Data!B3 'Measure'",
        "Data!C3 'Q1 2019-20'",
    ]


# Titles, headers of two rows, merged cells.


def test_what_stands_above_the_header_is_the_title() -> None:
    book = book_of(["Performance 2019-20"], [], HEADER, ["H1", "Homes", 3, 4])
    book["Data"].merge_cells("A1:D1")

    reading = read_scorecard_xlsx(saved(book))
    assert reading.require().title == "Performance 2019-20"


def test_a_header_of_two_rows_is_joined() -> None:
    book = book_of(
        ["Ref", "Measure", "2019-20", None, "Target 2019-20"],
        [None, None, "Q1", "Q2"],
        ["H1", "Homes", 3, 4, 5],
    )
    for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        book["Data"].merge_cells(cells)

    reading = read_scorecard_xlsx(saved(book))
    assert [str(each) for each in reading.require().periods()] == ["Q1 2019-20", "Q2 2019-20"]
    assert reading.require().rows[0].targets[0].aim == Decimal(5)
    assert "rows 1 to 2 are read as one header" in reading.notes


@pytest.mark.parametrize("named_below", [True, False])
def test_groups_above_periods_are_joined_whichever_row_names_the_measure(
    named_below: bool,
) -> None:
    upper = [None, None, "Actual", None, "Target", None]
    lower = ["Ref", "Measure", "Q1 2019-20", "Q2 2019-20", "Q1 2019-20", "Q2 2019-20"]
    if not named_below:
        upper[:2], lower[:2] = lower[:2], [None, None]  # type: ignore[list-item]
    book = book_of(["Our plan"], upper, lower, ["H1", "Homes", 3, 4, 5, 6])
    for cells in ("A1:F1", "C2:D2", "E2:F2"):
        book["Data"].merge_cells(cells)

    card = read_scorecard_xlsx(saved(book)).require()
    assert [each.value for each in card.rows[0].observations] == [Decimal(3), Decimal(4)]
    assert [each.aim for each in card.rows[0].targets] == [Decimal(5), Decimal(6)]
    assert card.title == "Our plan"


def test_a_group_that_says_nothing_known_is_told() -> None:
    book = book_of(
        [None, None, "Results of the shoe fund", None],
        ["Ref", "Measure", "Q1 2019-20", "Q2 2019-20"],
        ["H1", "Homes", 3, 4],
    )
    book["Data"].merge_cells("C1:D1")

    reading = read_scorecard_xlsx(saved(book))
    assert reading.require().rows[0].observations[0].value == Decimal(3)
    assert "'Results of the shoe fund' above 'Q1 2019-20' in column C" in told(reading)


def test_a_joined_header_that_says_nothing_known_is_one_column_left_out() -> None:
    book = book_of(
        [None, None, "Shoes", None, "Actual"],
        ["Ref", "Measure", "size", "colour", "Q1 2019-20"],
        ["H1", "Homes", 3, 4, 5],
    )
    book["Data"].merge_cells("C1:D1")

    assert "'Shoes size' is not a column known here" in told(read_scorecard_xlsx(saved(book)))


def test_a_merged_row_of_figures_below_a_header_is_no_header() -> None:
    book = book_of(["Ref", "Measure", "Q1 2019-20", None], ["H1", "Homes", 3])
    book["Data"].merge_cells("C1:D1")

    assert value_of(saved(book)) == Decimal(3)


def test_a_header_alone_has_no_rows() -> None:
    book = book_of(["Ref", "Measure", "Q1 2019-20", None])
    book["Data"].merge_cells("C1:D1")

    reading = read_scorecard_xlsx(saved(book))
    assert str(reading.problems[0]).startswith("Data: it has a header and no indicators")


def test_without_a_column_that_names_indicators_nothing_is_joined() -> None:
    book = book_of(["Shoes", "Size", "Colour"], ["a", "b", "c"])
    book["Data"].merge_cells("A1:A2")

    assert "no column names the indicators" in told(read_scorecard_xlsx(saved(book)))


def test_cells_merged_downwards_say_the_same_of_each_row() -> None:
    book = book_of(
        ["Ref", "Measure", "Department", "Q1 2019-20", "Q2 2019-20"],
        ["H1", "Homes", "Housing", 3, 4],
        ["H2", "Visits", None, "N/A", None],
        [],
        ["H3", "Calls", None, 6, 7],
    )
    for cells in ("C2:C3", "D3:E3", "F1:G1", "C5:C6", "C9:C12"):
        book["Data"].merge_cells(cells)

    reading = read_scorecard_xlsx(saved(book))
    services = [each.indicator.service for each in reading.require().rows]
    assert services == ["Housing", "Housing", None]
    assert "cells merged downwards are read as if each held what they show: C2" in reading.notes
    assert "cells merged across are read in their first column only: D3" in reading.notes


def test_a_heading_merged_across_is_a_heading() -> None:
    book = book_of(HEADER, ["Adult Social Care"], ["H1", "Homes", 3, 4])
    book["Data"].merge_cells("A2:D2")

    reading = read_scorecard_xlsx(saved(book))
    assert len(reading.require().rows) == 1
    assert "merged across" not in told(reading)


def test_cells_outside_the_table_are_problems_with_their_address() -> None:
    book = book_of(HEADER, ["H1", "Homes", 3, 4, None, "stray"], name="Q2 data")

    problem = read_scorecard_xlsx(saved(book)).problems[0]
    assert (problem.path, problem.remedy) == (
        "'Q2 data'!F2",
        "give the column a header, or empty the cell",
    )


def test_a_column_beyond_z_is_found_by_its_letters() -> None:
    book = book_of(HEADER, ["H1", "Homes", 1, 2])
    book["Data"]["AB1"], book["Data"]["AB2"] = "Q3 2019-20", 3

    row = read_scorecard_xlsx(saved(book)).require().rows[0]
    assert [each.value for each in row.observations] == [1, 2, 3]
    assert [_place_of(each, "") for each in ("A", "Z", "AA", "AZ", "BA", "XFD")] == [
        0,
        25,
        26,
        51,
        52,
        16_383,
    ]


def test_a_sheet_may_have_as_many_cells_as_the_limit() -> None:
    content = saved(book_of(["Measure", "Q1 2019-20"], ["Homes", 1], ["Flats", None, "x"]))
    head = saved(book_of(["Measure", "Q1 2019-20"], ["Homes", 1]))

    assert read_scorecard_xlsx(head, limits=Limits(cells=4)).value is not None
    assert "(cells)" in told(read_scorecard_xlsx(head, limits=Limits(cells=3)))
    # A blank cell between others counts too.
    assert "(cells)" in told(read_scorecard_xlsx(content, limits=Limits(cells=6)))
    assert "(cells)" not in told(read_scorecard_xlsx(content, limits=Limits(cells=7)))


def test_a_formula_that_looks_into_another_sheet_looks_into_no_other_workbook(
    header: str,
    sheet_of_rows: Callable[..., str],
    text_cells: Callable[..., str],
    bare_workbook: Callable[..., bytes],
) -> None:
    def notes(formula: str) -> str:
        row = f"{text_cells('H1', 'Homes')}<c><f>{formula}</f><v>1</v></c>"
        return told(read_scorecard_xlsx(bare_workbook(sheet_of_rows(header, row))))

    assert "formulas are read by the values" in notes("Sheet2!A1")
    assert "formulas are read by the values" in notes("SUM(Table1[Homes])")
    assert "look into other workbooks" in notes("[1]Sheet2!A1")


def test_a_header_of_two_rows_may_stand_anywhere_and_name_indicators_once() -> None:
    header: list[list[Any]] = [["Measure", "2019-20", None], [None, "Q1", "Q2"]]
    book = book_of(["Planning"], [], [], [], *header, ["Homes", 1, 2])
    book["Data"].merge_cells("A5:A6")
    book["Data"].merge_cells("B5:C5")
    reading = read_scorecard_xlsx(saved(book))

    assert [str(each.period) for each in reading.require().rows[0].observations] == [
        "Q1 2019-20",
        "Q2 2019-20",
    ]
    assert "rows 5 to 6 are read as one header" in reading.notes


def test_cells_merged_downwards_fill_short_rows_and_none_above_them() -> None:
    book = book_of(
        ["Ref", "Measure", "Q1 2019-20", "Lead Department"],
        ["H1", "Homes", 1],
        ["H2", "Flats", 2, "Housing"],
        ["H3", "Visits", 3],
    )
    book["Data"].merge_cells("D3:D4")
    rows = read_scorecard_xlsx(saved(book)).require().rows

    assert [each.indicator.service for each in rows] == [None, "Housing", "Housing"]


def test_of_a_header_of_three_rows_the_last_is_taken_where_nothing_else_is_understood() -> None:
    assert _joined(["Shoes", "Size", "Q1 2019-20"]) == ("Q1 2019-20", ["Shoes", "Size"])
    assert _joined(["Target", "2019-20"]) == ("Target 2019-20", [])
    assert _joined(["Shoes", "Size", "Laces"]) == ("Shoes Size Laces", [])


# What is hidden.


def test_a_hidden_column_that_cannot_be_hides_nothing(
    header: str,
    sheet_of_rows: Callable[..., str],
    text_cells: Callable[..., str],
    bare_workbook: Callable[..., bytes],
) -> None:
    sheet = sheet_of_rows(header, f"{text_cells('H1', 'Homes')}<c><v>1</v></c>")
    columns = '<cols><col min="0" max="1" hidden="1"/><col min="3" max="2" hidden="1"/></cols>'
    content = bare_workbook(sheet.replace("<sheetData>", f"{columns}<sheetData>"))
    reading = read_scorecard_xlsx(content, leave_out_hidden=True)

    assert reading.require().rows[0].indicator.reference == "H1"
    assert "hidden" not in told(reading)


def hidden_book() -> bytes:
    book = book_of(
        [*HEADER, "RAG"], *[[f"H{each}", "Homes", each, 4, "Red"] for each in range(14)]
    )
    sheet = book["Data"]
    for row in range(3, 16):
        sheet.row_dimensions[row].hidden = True
    sheet.row_dimensions[20].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["K"].hidden = True
    return saved(book)


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    reading = read_scorecard_xlsx(hidden_book())

    assert len(reading.require().rows) == 14
    assert "columns that are hidden, and read all the same: D" in reading.notes
    assert (
        "rows that are hidden, and read all the same: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more"
        in reading.notes
    )


def test_hidden_rows_and_columns_are_left_out_if_asked() -> None:
    reading = read_scorecard_xlsx(hidden_book(), leave_out_hidden=True)

    assert len(reading.require().rows) == 1
    assert [str(each) for each in reading.require().periods()] == ["Q1 2019-20"]
    assert "columns that are hidden, and left out: D" in reading.notes


def test_faults_in_what_is_left_out_do_not_count() -> None:
    book = book_of(HEADER, ["H1", "Homes", 3, "=1"], ["H2", "Homes", "=1", 4])
    book["Data"].row_dimensions[3].hidden = True
    book["Data"].column_dimensions["D"].hidden = True

    assert len(read_scorecard_xlsx(saved(book)).problems) == 2
    assert read_scorecard_xlsx(saved(book), leave_out_hidden=True).problems == ()


# Which sheet.


def many_sheets() -> Workbook:
    book = book_of(["Guidance"], ["Ask us"], name="Read me")
    for name in ("Housing", "Waste"):
        sheet = book.create_sheet(name)
        sheet.append(HEADER)
        sheet.append([name, "Homes", 3, 4])
    return book


def test_the_only_sheet_with_a_scorecard_is_read_and_told() -> None:
    book = many_sheets()
    book["Waste"].sheet_state = "hidden"

    reading = read_scorecard_xlsx(saved(book))
    assert reading.require().rows[0].indicator.reference == "Housing"
    assert reading.notes[:2] == (
        "sheet 'Housing' is read, not 'Read me'",
        "hidden sheets are not read: 'Waste'",
    )


def test_several_sheets_with_scorecards_are_asked_about_and_named() -> None:
    problem = read_scorecard_xlsx(saved(many_sheets())).problems[0]

    assert problem.message == "it has 2 sheets with a scorecard's header"
    assert problem.remedy == "name the sheet with sheet=: 'Housing', 'Waste'"


def test_a_sheet_is_asked_for_by_its_name() -> None:
    book = many_sheets()
    book["Waste"].sheet_state = "veryHidden"

    reading = read_scorecard_xlsx(saved(book), sheet="waste ")
    assert reading.require().rows[0].indicator.reference == "Waste"
    assert "sheet 'Waste' is hidden" in reading.notes
    assert "it has no sheet 'Roads'" in told(read_scorecard_xlsx(saved(book), sheet="Roads"))


def test_sheets_without_a_scorecard_are_named() -> None:
    book = Workbook()
    for number in range(12):
        book.create_sheet(f"S{number}").append(["Shoe", number])

    problem = read_scorecard_xlsx(saved(book)).problems[0]
    assert "none has a column of indicators" in problem.message
    assert problem.remedy.endswith("'S8' and 3 more")


def test_an_empty_sheet_is_a_problem() -> None:
    assert "sheet 'Data': it is empty" in told(read_scorecard_xlsx(saved(book_of())))


# Arguments.


def test_an_open_file_is_read_and_anything_else_refused() -> None:
    content = one_cell(3)

    assert read_scorecard_xlsx(io.BytesIO(content)).value is not None
    for wrong in ("text", io.StringIO("text"), 3):
        with pytest.raises(FieldTypeError):
            read_scorecard_xlsx(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["sheet", "title", "council", "source"])
def test_a_name_is_text(name: str) -> None:
    given: dict[str, Any] = {name: 5}

    with pytest.raises(FieldTypeError, match=name):
        read_scorecard_xlsx(saved(book_of(HEADER)), **given)


def test_a_sheet_is_read_to_its_end() -> None:
    rows = [[f"H{number}", "Homes" * 9_000, number] for number in range(9)]

    card = read_scorecard_xlsx(saved(book_of(HEADER[:3], *rows))).require()
    assert [each.observations[0].value for each in card.rows] == list(range(9))


def test_a_period_can_be_given() -> None:
    book = book_of(["Measure", "Actual"], ["Homes", 3])

    reading = read_scorecard_xlsx(saved(book), period="Q2 2019-20", title="T", council="C")
    assert reading.require().periods()[0].code == "2019-Q2@04"
    assert (reading.require().title, reading.require().council) == ("T", "C")


def test_a_workbook_and_its_csv_say_the_same() -> None:
    rows = [["H1", "Homes", "42", "45"], ["H2", "Visits", "<5", "[x]"]]
    text = "\n".join(",".join(row) for row in [HEADER, *rows])

    from_csv = read_scorecard_csv(text).require()
    from_xlsx = read_scorecard_xlsx(saved(book_of(HEADER, *rows))).require()
    assert from_csv.rows == from_xlsx.rows
