from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.tables import Bullets, Cell, Column, Fact, Facts, Heading, Page, Paragraph, Table


def test_plain_text_becomes_columns_and_cells() -> None:
    table = Table("Scorecard", ["Ref", Column("Value", numeric=True)], [["R1", Cell("42")]])

    assert table.columns == (Column("Ref"), Column("Value", numeric=True))
    assert table.rows == ((Cell("R1"), Cell("42")),)


def test_a_row_with_too_few_cells_is_refused_with_the_headers() -> None:
    with pytest.raises(FieldValueError, match=r"rows\[1\].*'Ref', 'Value'"):
        Table("Scorecard", ["Ref", "Value"], [["R1", "42"], ["R2"]])


def test_a_row_that_is_one_text_is_refused_and_does_not_fall_into_letters() -> None:
    with pytest.raises(FieldTypeError):
        Table("Scorecard", ["Ref", "Value"], ["ab"])


@pytest.mark.parametrize("mark", [{"symbol": "▲"}, {"colour": "amber"}])
def test_a_symbol_or_colour_never_stands_without_words(mark: dict[str, Any]) -> None:
    with pytest.raises(FieldValueError, match="not all see those"):
        Cell(" ", **mark)


def test_a_cell_holds_text_and_no_number_in_its_place() -> None:
    with pytest.raises(FieldTypeError, match="text"):
        Cell(42)  # type: ignore[arg-type]


def test_a_cell_keeps_the_figure_that_its_words_show() -> None:
    assert Cell("1,042", number=1042).number == Decimal(1042)


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(FieldValueError, match="a column or more"):
        Table("Scorecard", [], [])


@pytest.mark.parametrize("blocks", [Bullets, Facts])
def test_a_list_without_items_is_refused(blocks: type) -> None:
    with pytest.raises(FieldValueError, match="or more"):
        blocks([])


def test_a_page_holds_blocks_only() -> None:
    blocks = [Heading("Summary"), Paragraph("None."), Facts([Fact("Period", "Q2")])]

    assert Page("Planning", blocks).blocks == tuple(blocks)
    with pytest.raises(FieldTypeError, match=r"blocks\[0\]"):
        Page("Planning", ["None."])
