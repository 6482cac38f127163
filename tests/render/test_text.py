from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.render import render_text
from councilperf.render._clean import clean
from councilperf.render._width import broken, width_of
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


@st.composite
def any_tables(draw: st.DrawFn) -> Table:
    """Tables of a few columns, of words that are mostly of the length of words."""
    words = st.lists(st.text(max_size=20), max_size=6).map(" ".join)
    shown = words.filter(str.strip)
    columns = draw(
        st.lists(st.builds(Column, shown, numeric=st.booleans()), min_size=1, max_size=6)
    )
    cells = st.builds(Cell, words) | st.builds(Cell, shown, symbol=st.sampled_from("●▲■↑"))
    row = st.tuples(*([cells] * len(columns)))
    return Table(draw(shown), columns, draw(st.lists(row, max_size=5)))


def test_only_words_outside_tables_may_be_wider_than_the_line(hostile: str) -> None:
    table = Table(hostile, [hostile, "B"], [[hostile, Cell("x", symbol=hostile)]])

    for width in (20, 40, 80):
        assert all(width_of(line) <= width for line in render_text(table, width=width).split("\n"))


@given(any_tables(), st.integers(20, 200), st.booleans())
def test_no_table_is_wider_than_it_may_be(table: Table, width: int, symbols: bool) -> None:
    lines = render_text(table, width=width, symbols=symbols).split("\n")

    assert [line for line in lines if width_of(line) > width] == []


@given(st.text(), st.integers(2, 30))
def test_breaking_lines_loses_no_letter(text: str, width: int) -> None:
    line = clean(text)

    lines = broken(line, width)

    assert "".join("".join(lines).split()) == "".join(line.split())
    assert all(width_of(each) <= width for each in lines)


def test_columns_align_and_figures_stand_right() -> None:
    columns = ["Ref", Column("Value", numeric=True), Column("Target", numeric=True)]
    table = Table("Card", columns, [["R1", "95.42%", "100%"], ["R2", "42", "no target"]])

    assert render_text(table).split("\n") == [
        "Card",
        "Ref   Value     Target",
        "---  ------  ---------",
        "R1   95.42%       100%",
        "R2       42  no target",
    ]


def test_wide_letters_and_accents_take_the_places_that_terminals_give_them() -> None:
    table = Table("Card", ["A", "B"], [["東京", "x"], ["e\u0301e\u0301", "y"]])

    assert render_text(table).split("\n")[3:] == ["東京  x", "e\u0301e\u0301    y"]


def test_long_columns_wrap_and_short_ones_do_not() -> None:
    words = "Percentage of applications decided within the time agreed"
    table = Table("Card", ["Measure", "Target"], [[words, "no target"]])

    assert render_text(table, width=40).split("\n")[3:] == [
        "Percentage of applications     no target",
        "decided within the time",
        "agreed",
    ]


def test_when_even_short_columns_must_give_way_all_do() -> None:
    table = Table("T", ["Aa", "Bb", "Cc"], [["one two three", "one two three", "one two three"]])

    assert render_text(table, width=24).split("\n")[3:] == [
        "one     one     one",
        "two     two     two",
        "three   three   three",
    ]


def test_a_table_that_cannot_stand_side_by_side_is_stacked() -> None:
    rows = [["R1", "Homes", Cell("Red", symbol="■")], ["R2", "", "n/a"]]
    table = Table("Card", ["Reference", "Measure", "Rating"], rows)

    assert render_text(table, width=20).split("\n") == [
        "Card",
        "Reference: R1",
        "  Measure: Homes",
        "  Rating: Red ■",
        "Reference: R2",
        "  Rating: n/a",
    ]


def test_a_symbol_is_never_parted_from_its_word() -> None:
    table = Table("T", ["Rating", "Why"], [[Cell("Amber", symbol="▲"), "because " * 20]])

    assert "Amber ▲" in render_text(table, width=40)


def test_without_symbols_the_words_stand_alone() -> None:
    table = Table("T", ["Rating"], [[Cell("Amber", symbol="▲", colour="amber")]])

    assert render_text(table, symbols=False).isascii()


def test_colour_surrounds_the_words_and_changes_no_place() -> None:
    rows = [[Cell("Amber", colour="amber"), Cell("Puce", colour="puce"), "x"]]
    table = Table("T", ["Rating", "Other", "More"], rows)
    plain, coloured = render_text(table), render_text(table, colour=True)

    assert "\x1b[33mAmber\x1b[0m" in coloured
    assert "\x1b[1mT\x1b[0m" in coloured
    removed = coloured
    for code in ("\x1b[33m", "\x1b[1m", "\x1b[0m"):
        removed = removed.replace(code, "")
    assert removed == plain


def test_a_stacked_table_is_coloured_too() -> None:
    table = Table("T", ["Llanfairpwll", "Gwyngyll"], [["x", Cell("Amber", colour="amber")]])

    assert "  \x1b[33mGwyngyll: Amber\x1b[0m" in render_text(table, width=20, colour=True)


def test_a_page_has_a_title_and_its_blocks_apart() -> None:
    address = "https://example.invalid/" + "x" * 30
    page = Page(
        "Planning",
        [
            Facts([Fact("Period", "Q2"), Fact("Council", address)]),
            Heading("Assumed"),
            Bullets(["the first of two sentences", "the second"]),
            Paragraph("That is all."),
            Table("T", ["A"], [["x"]], notes=["A note."]),
        ],
    )

    assert render_text(page, width=24).split("\n") == [
        "Planning",
        "========",
        "",
        "Period   Q2",
        f"Council  {address}",
        "",
        "Assumed",
        "- the first of two",
        "  sentences",
        "- the second",
        "",
        "That is all.",
        "",
        "T",
        "A",
        "-",
        "x",
        "A note.",
    ]


@pytest.mark.parametrize("width", [19, 100_001])
def test_a_width_that_nothing_fits_is_refused(width: int) -> None:
    with pytest.raises(FieldValueError, match="width"):
        render_text(Page("A", []), width=width)


def test_flags_are_true_or_false() -> None:
    with pytest.raises(FieldTypeError, match="colour"):
        render_text(Page("A", []), colour="yes")  # type: ignore[arg-type]
