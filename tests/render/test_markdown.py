from __future__ import annotations

import re

import pytest

from councilperf.render import render_markdown
from councilperf.tables import Bullets, Cell, Page, Paragraph, Table


def test_hostile_text_never_breaks_a_table(hostile_page: Page) -> None:
    lines = render_markdown(hostile_page).split("\n")
    rows = [line for line in lines if line.startswith("| ")]

    assert len(rows) == 4
    for row in rows:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 4
    assert not any("<" in line or ">" in line for line in lines)


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "= a", "1. a", "12) a", ":::{note}"])
def test_what_would_begin_a_block_is_only_text(text: str) -> None:
    shown = render_markdown(Page("A", [Paragraph(text), Bullets([text])]))

    begins = [line.removeprefix("- ") for line in shown.split("\n") if line][1:]
    assert all(re.match(r"\\|\d+\\", each) for each in begins)
    assert [each.replace("\\", "") for each in begins] == [text, text]


def test_a_table_alone_has_its_caption_in_bold() -> None:
    assert render_markdown(Table("T", ["A"], [["x"]], notes=["1. note"])).split("\n\n") == [
        "**T**",
        "| A |\n| --- |\n| x |",
        "1\\. note",
    ]


def test_the_symbol_follows_its_word() -> None:
    assert "| Amber ▲ |" in render_markdown(Table("T", ["A"], [[Cell("Amber", symbol="▲")]]))
