from __future__ import annotations

import runpy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Tally,
    Target,
    assess,
)
from councilperf.errors import FieldTypeError
from councilperf.formats import read_scorecard_csv
from councilperf.presets import MAIDSTONE
from councilperf.render import render_html, render_markdown, render_text
from councilperf.render._clean import clean
from councilperf.rules import RAG
from councilperf.tables import (
    WELSH,
    Bullets,
    Cell,
    Column,
    Facts,
    Page,
    Paragraph,
    Table,
    assessment_page,
    paper_page,
    rules_page,
)

EMPTY = {"meta"}


class Reader(HTMLParser):
    """Reads HTML as a browser would, and notes what is in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.texts.append(data.strip())

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@given(st.text())
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    shown = clean(text)
    html = render_html(Page("Page", [Paragraph("begins " + text + " ends")]), fragment=True)

    assert Reader(html).texts[-1] == clean(f"begins {text} ends")
    assert "\ud800" not in html
    html.encode()
    shown.encode()


def pages() -> dict[str, Page]:
    """A scorecard, a set of rules, and the committee papers that are written out in full."""
    root = Path(__file__).resolve().parents[2]
    card = read_scorecard_csv((root / "examples/maidstone-2022-23-q1.csv").read_bytes()).require()
    shown = {"scorecard": assessment_page(assess(card, MAIDSTONE)), "rules": rules_page(MAIDSTONE)}
    for path in sorted((root / "examples/papers").glob("*.py")):
        shown[path.stem] = paper_page(runpy.run_path(str(path))["PAPER"])
    return shown


@pytest.mark.parametrize("page", pages().values(), ids=pages())
def test_a_page_read_as_text_alone_loses_no_word(page: Page) -> None:
    read = Reader(render_html(page, fragment=True))

    assert read.open == []
    assert " ".join(read.texts).split() == clean(" ".join(spoken(page))).split()


def spoken(page: Page) -> list[str]:
    """Every text of a page in the order in which it is read out."""
    lines = [page.title]
    for block in page.blocks:
        if isinstance(block, Table):
            lines += [block.caption, *(each.header for each in block.columns)]
            lines += [str(cell) for row in block.rows for cell in row]
            lines += block.notes
        elif isinstance(block, Facts):
            lines += [f"{each.name} {each.value}" for each in block.items]
        else:
            lines += block.items if isinstance(block, Bullets) else [block.text]
    return lines


def test_every_table_says_its_caption_and_what_its_headers_head() -> None:
    read = Reader(render_html(Tally.of(RAG, green=1, red=2)))

    assert len(read.named("caption")) == 1
    scopes = [each["scope"] for each in read.named("th")]
    assert scopes == ["col"] * 4 + ["row"] * 4
    assert all(
        not {"colspan", "rowspan"} & each.keys() for each in read.named("td") + read.named("th")
    )


def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name() -> None:
    [group] = Reader(render_html(Tally.of(RAG))).named("div")

    assert (group["tabindex"], group["role"], group["aria-label"]) == ("0", "group", "RAG")


def test_the_word_comes_first_and_the_symbol_is_not_read_out() -> None:
    html = render_html(Table("T", ["A"], [[Cell("Amber", symbol="▲", colour="amber")]]))

    assert (
        '<th scope="row" class="amber">Amber&nbsp;<span aria-hidden="true">▲</span></th>' in html
    )


def test_a_colour_that_is_not_ours_changes_nothing() -> None:
    html = render_html(Table("T", ["A"], [[Cell("Puce", colour='puce" onclick="x')]]))

    assert '<th scope="row">Puce</th>' in html


def test_a_whole_page_says_its_language_and_title_and_fits_a_telephone() -> None:
    html = render_html(Page("A & B", [Paragraph("Text.")]))
    read = Reader(html)

    assert html.startswith("<!doctype html>\n")
    assert read.named("html") == [{"lang": "en-GB"}]
    assert read.texts[0] == "A & B"
    assert any(each.get("name") == "viewport" for each in read.named("meta"))
    assert len(read.named("main")) == len(read.named("h1")) == 1


def test_labels_in_welsh_are_marked_as_welsh_and_the_rest_is_english() -> None:
    homes = Indicator("H1", "Homes", polarity="higher")
    row = ScorecardRow(homes, [Observation(ReportingPeriod.quarter(2019, 2), 33)], [Target(45)])
    html = render_html(assess(Scorecard("Planning", [row]), MAIDSTONE), labels=WELSH)

    assert '<html lang="en-GB">' in html
    for marked in (
        '<th scope="col"><span lang="cy">Mesur</span></th>',
        '<caption><span lang="cy">Cerdyn sgorio</span>, Q2 2019-20</caption>',
        '<caption><span lang="cy">Crynodeb</span>: rating</caption>',
        '<th scope="row"><span lang="cy">Cyfanswm</span></th>',
        '<dt><span lang="cy">Cyfnod</span></dt>',
    ):
        assert marked in html
    assert '<th scope="col">Ref</th>' in html
    assert 'aria-label="Crynodeb: rating"' in html


def test_a_word_that_only_begins_like_a_label_is_no_label() -> None:
    html = render_html(Table("Mesurau", ["Targedau"], []), labels=WELSH)

    assert 'lang="cy"' not in html


def test_every_format_takes_labels() -> None:
    tally = Tally.of(RAG)

    assert "Cyfanswm" in render_text(tally, labels=WELSH)
    assert "Cyfanswm" in render_markdown(tally, labels=WELSH)


def test_a_page_of_one_table_has_a_heading_and_a_fragment_has_none_of_its_own() -> None:
    tally = Tally.of(RAG)

    assert len(Reader(render_html(tally)).named("h1")) == 1
    assert Reader(render_html(tally, fragment=True)).named("h1") == []


def test_a_fragment_is_one_section_whose_style_stays_inside() -> None:
    html = render_html(Page("A", [Paragraph("Text.")]), fragment=True)
    style = html.partition("<style>")[2].partition("</style>")[0]
    selectors = [
        line.split("{")[0].strip() for line in style.splitlines() if line.rstrip().endswith("{")
    ]

    assert html.startswith('<section class="councilperf" lang="en-GB">')
    assert html.endswith("</section>")
    assert [each for each in selectors if not each.startswith((".councilperf", "@"))] == []


def test_nothing_is_fetched_and_nothing_is_run() -> None:
    html = render_html(Tally.of(RAG))

    assert not any(each in html for each in ("<script", "http:", "https:", "url(", "@import"))


def test_figures_are_set_to_the_right() -> None:
    html = render_html(Table("T", ["A", Column("B", numeric=True)], [["x", "1"]]))

    assert '<th scope="col" class="number">B</th>' in html
    assert '<td class="number">1</td>' in html


def test_what_is_no_result_is_refused_by_every_renderer() -> None:
    for render in (render_html, render_text):
        with pytest.raises(FieldTypeError, match="value"):
            render(42)
