"""Hostile text is inert in every format, and none of it is lost.

A format is one line of WRITERS: how it is written, and how somebody who opens it reads it. The
reader fails at anything that is more than text.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from itertools import chain
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    assess,
)
from councilperf.errors import FieldValueError
from councilperf.formats import FILE_FORMATS, write_as, write_table_csv
from councilperf.formats._sheet._defused import restored
from councilperf.formats._xlsx._xml import unescaped
from councilperf.presets import MAIDSTONE
from councilperf.render import (
    render_docx,
    render_html,
    render_markdown,
    render_sparkline,
    render_text,
)
from councilperf.render._clean import clean
from councilperf.tables import Page, Table, trend_line


def read_text(text: str) -> list[str]:
    assert {each for each in text if unicodedata.category(each) in ("Cc", "Cs")} <= {"\n"}
    assert not set(text) & set("\u202e\u2066\u2069\u2028")
    return [text]


def read_terminal(text: str) -> list[str]:
    """What stands on a terminal, which is driven by the codes for bold and red alone."""
    return read_text(re.sub(r"\x1b\[(?:0|1|31)m", "", text))


def read_markdown(text: str) -> list[str]:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    reader = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    inside = [child for each in tokens for child in each.children or []]
    assert {each.type for each in inside} <= {"text", "strong_open", "strong_close"}
    assert not {each.type for each in tokens} & {
        "html_block", "fence", "code_block", "hr", "ordered_list_open",
    }  # fmt: skip
    # Every table has its two rows, and none is torn.
    assert sum(each.type == "td_open" for each in tokens) == 2 * 3
    return [
        "".join(part.content for part in each.children or [])
        for each in tokens
        if each.type == "inline"
    ]


class HtmlReader(HTMLParser):
    """Reads HTML as a browser would, and stops at what our pages never hold."""

    TAGS = frozenset(
        "html head meta title style body main section div span h1 h2 h3 p ul li dl dt dd"
        " table caption thead tbody tr th td svg path circle".split()
    )
    ATTRIBUTES = frozenset(
        "lang charset name content class role aria-label aria-hidden tabindex scope"
        " xmlns viewbox width height fill stroke stroke-width stroke-dasharray d cx cy r".split()
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.TAGS
        assert {name for name, _ in attrs} <= self.ATTRIBUTES
        if tag != "meta":
            self.open.append(tag)
        self.texts += [value or "" for name, value in attrs if name == "aria-label"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read_html(html: str) -> list[str]:
    reader = HtmlReader(html)
    assert reader.open == []
    return reader.texts


def read_svg(svg: str) -> list[str]:
    """Read a picture as XML, which is stricter than HTML."""
    root = ET.fromstring(svg)  # noqa: S314 - our own picture
    assert {each.tag.partition("}")[2] for each in root.iter()} <= {"svg", "path", "circle"}
    return [root.attrib["aria-label"]]


def read_csv(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    cells = [cell for row in rows for cell in row]
    run = tuple("=+-@\t\r\n")
    # SDMX writes so that years begin on 1 April; no text of anybody's is in it.
    assert not [each for each in cells if each.startswith(run) and each != "--04-01"]
    return [restored(each) for each in cells]


def read_json(content: bytes) -> list[str]:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from chain.from_iterable(map(texts, value))
        elif isinstance(value, dict):
            yield from chain.from_iterable(map(texts, value.values()))

    assert min(content) >= 0x20
    return list(texts(json.loads(content)))


def read_word(content: bytes) -> list[str]:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        linked = [each for each in names if b'TargetMode="External"' in archive.read(each)]
        body = archive.read("word/document.xml")
    assert linked == []
    # No field, link, picture or script: paragraphs and tables alone.
    for acting in (b"instrText", b"fldSimple", b"w:hyperlink", b"w:drawing", b"w:object"):
        assert acting not in body
    cells = [cell for each in document.tables for row in each.rows for cell in row.cells]
    return [each.text for each in (*document.paragraphs, *cells)]


def write_word(page: Page) -> bytes:
    pytest.importorskip("docx", reason="python-docx is not installed: no Word documents")
    return render_docx(page)


def read_xlsx(content: bytes) -> list[str]:
    openpyxl = pytest.importorskip("openpyxl")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    assert not any("vba" in each or "external" in each for each in names)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    # Only the list of contents links, and only to sheets of the same book.
    links = [cell.hyperlink for cell in cells if cell.hyperlink is not None]
    assert all(each.target is None for each in links)
    # A workbook cannot hold NUL, and shows that it was there.
    return [unescaped(str(cell.value)).replace("_x0000_", "\0") for cell in cells]


def first_table(page: Page) -> Table:
    return next(each for each in page.blocks if isinstance(each, Table))


def card_of(page: Page) -> Scorecard:
    """A scorecard that holds the page's title wherever a text may stand."""
    text, q1 = page.title, ReportingPeriod.quarter(2019, 1)
    given = StatedLevel("rating", text, reason=text)
    row = ScorecardRow(
        Indicator(text, text),
        [Observation(q1, 42), Observation(q1.next(), 45)],
        stated=[given],
        commentary=text,
    )
    return Scorecard(text, [row], council=text, source=text)


def write_file(name: str, page: Page) -> bytes:
    """Write a scorecard, or an assessment of it, in one of the formats of files."""
    if "xlsx" in name:
        pytest.importorskip("openpyxl", reason="openpyxl is not installed: no workbooks")
    card = card_of(page)
    return write_as(assess(card, MAIDSTONE) if name.startswith("assessment") else card, name)


def write_sparkline(page: Page) -> str:
    assessment = assess(card_of(page), MAIDSTONE)
    return render_sparkline(trend_line(page.title, assessment))


class Writer(NamedTuple):
    """A format: how it is written and read, and how often it holds each text at least."""

    write: Callable[[Page], Any]
    read: Callable[[Any], list[str]]
    times: int
    #: What people read shows what acts as U+FFFD; files for programs keep a text as it is.
    for_people: bool = True


WRITERS = {
    "text": Writer(partial(render_text, width=100_000), read_text, 12),
    # Where columns are broken into lines, whole texts stand outside tables alone.
    "narrow text": Writer(partial(render_text, width=20), read_text, 4),
    "terminal": Writer(partial(render_text, width=100_000, colour=True), read_terminal, 12),
    "markdown": Writer(render_markdown, read_markdown, 12),
    "html": Writer(render_html, read_html, 12),
    "html fragment": Writer(partial(render_html, fragment=True), read_html, 12),
    "word": Writer(write_word, read_word, 12),
    "sparkline": Writer(write_sparkline, read_svg, 1),
    "table as csv": Writer(
        lambda page: write_table_csv(first_table(page)), read_csv, 6, for_people=False
    ),
    "csv": Writer(partial(write_file, "csv"), read_csv, 3, for_people=False),
    "tidy-csv": Writer(partial(write_file, "tidy-csv"), read_csv, 3, for_people=False),
    "assessment-csv": Writer(partial(write_file, "assessment-csv"), read_csv, 3, for_people=False),
    "sdmx-csv": Writer(partial(write_file, "sdmx-csv"), read_csv, 2, for_people=False),
    "xlsx": Writer(partial(write_file, "xlsx"), read_xlsx, 3, for_people=False),
    "assessment-xlsx": Writer(
        partial(write_file, "assessment-xlsx"), read_xlsx, 3, for_people=False
    ),
    "json": Writer(partial(write_file, "json"), read_json, 6, for_people=False),
    "json-stat": Writer(partial(write_file, "json-stat"), read_json, 3, for_people=False),
}


def test_no_format_of_files_is_left_out() -> None:
    assert {each.name for each in FILE_FORMATS if each.writer} <= WRITERS.keys()


@pytest.mark.parametrize("name", WRITERS)
def test_hostile_text_is_shown_and_does_nothing(
    name: str, hostile: str, hostile_page: Page
) -> None:
    writer = WRITERS[name]
    try:
        written = writer.write(hostile_page)
    except FieldValueError:
        # No encoding has half of a surrogate pair, and no CSV that is to be read again has NUL.
        assert not writer.for_people
        assert set(hostile) & set("\ud800\x00")
        return
    shown = clean(hostile) if writer.for_people else hostile

    texts = writer.read(written)

    assert _squeezed(" ".join(texts)).count(_squeezed(shown)) >= writer.times


def _squeezed(text: str) -> str:
    """Leave out spaces and line ends, which formats put where they need them."""
    return "".join(text.split())
