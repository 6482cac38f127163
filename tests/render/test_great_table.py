"""Tables for great_tables: every text as it is written, colours of the palette, headers marked."""

from __future__ import annotations

from typing import Any

import pytest

from councilperf import Indicator, Scorecard, ScorecardRow, Table, to_great_table
from councilperf.errors import FieldTypeError, MissingExtraError
from councilperf.presets import MAIDSTONE
from councilperf.render import PALETTE
from councilperf.tables import Cell, Column

pytest.importorskip("great_tables", reason="the extra `tables` is not installed")

HOSTILE = '<script>alert("1")</script> *x* _y_ `z`'


@pytest.fixture
def table() -> Table:
    return Table(
        HOSTILE,
        [HOSTILE, Column("Value", numeric=True), "Rating"],
        [
            [HOSTILE, Cell("42", number=42), Cell("Amber", symbol="▲", colour="amber")],
            [Cell("Red", colour="red"), "7", Cell("Odd", colour="teal")],
        ],
        notes=[HOSTILE],
    )


def test_every_text_stands_as_it_is_written(table: Table) -> None:
    html = to_great_table(table).as_raw_html()

    assert "<script>" not in html
    assert "<em>" not in html
    assert html.count("*x* _y_ `z`") == 4


def test_words_come_first_and_colours_are_the_palette_s(table: Table) -> None:
    html = to_great_table(table).as_raw_html()
    amber, red = (next(e for e in PALETTE if e.name == name) for name in ("amber", "red"))

    assert "Amber ▲" in html
    assert f"background-color: {amber.paper}; color: {amber.ink}" in html
    assert f"background-color: {red.paper}; color: {red.ink}" in html


def test_the_first_column_names_the_rows(table: Table) -> None:
    html = to_great_table(table).as_raw_html()

    assert html.count('scope="row"') == 2
    assert html.count('scope="col"') == 3
    assert 'class="gt_row gt_right">42' in html


def test_it_is_the_same_each_time(table: Table) -> None:
    assert to_great_table(table).as_raw_html() == to_great_table(table).as_raw_html()


def test_what_is_shown_as_one_table_may_be_given() -> None:
    card = Scorecard("Homes", [ScorecardRow(Indicator("H1", "Affordable homes"))])

    assert "Affordable homes" in to_great_table(card).as_raw_html()


def test_a_page_is_refused() -> None:
    with pytest.raises(FieldTypeError, match="shown as one"):
        to_great_table(MAIDSTONE)


@pytest.mark.parametrize("package", ["polars", "pandas"])
def test_any_frame_that_is_there_will_do(
    table: Table, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(package)
    monkeypatch.setattr(
        "councilperf.render._great_table.find_spec",
        lambda name: name if name in {"great_tables", package} else None,
    )

    assert "Amber ▲" in to_great_table(table).as_raw_html()


@pytest.mark.parametrize("there", [set(), {"great_tables"}])
def test_without_the_extra_the_error_says_what_to_install(
    table: Table, there: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "councilperf.render._great_table.find_spec",
        lambda name: name if name in there else None,
    )

    with pytest.raises(MissingExtraError, match=r"pip install 'councilperf\[tables\]'"):
        to_great_table(table)
