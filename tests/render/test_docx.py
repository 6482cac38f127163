"""Word documents: real headings and header rows, nothing that acts, the same bytes each time."""

from __future__ import annotations

import io
import runpy
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from councilperf.errors import MissingExtraError
from councilperf.render import PALETTE, _docx, render_docx
from councilperf.render._clean import clean
from councilperf.tables import (
    WELSH,
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Page,
    Paragraph,
    Table,
    set_out,
)

docx = pytest.importorskip("docx", reason="python-docx is not installed: no Word documents")

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted(each.stem for each in (ROOT / "examples/papers").glob("*.py"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TABLE = Table(
    "Scorecard",
    ["Measure", Column("Value", numeric=True), "Rating"],
    [
        ["Homes delivered", "42", Cell("Amber", symbol="▲", colour="amber")],
        ["Appeals won", "7", Cell("Odd", symbol="?", colour="no colour of ours")],
    ],
    notes=["Figures are provisional."],
)
PAGE = Page(
    "Performance",
    [
        Facts([Fact("Period", "Q2 2019-20")]),
        Heading("Summary"),
        Paragraph("Nothing was missed."),
        Heading("Detail", level=3),
        Bullets(["One.", "Two."]),
        TABLE,
    ],
)


def opened(value: object) -> Any:
    """The document that is written, as python-docx opens it."""
    return docx.Document(io.BytesIO(render_docx(value)))


def paragraphs(document: Any) -> list[tuple[str, str]]:
    """The style and text of each paragraph outside tables."""
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_a_page_is_written_in_order_with_real_headings_and_lists() -> None:
    assert paragraphs(opened(PAGE)) == [
        ("Heading 1", "Performance"),
        ("Fact", "Period:\tQ2 2019-20"),
        ("Heading 2", "Summary"),
        ("Normal", "Nothing was missed."),
        ("Heading 3", "Detail"),
        ("List Bullet", "One."),
        ("List Bullet", "Two."),
        ("Caption", "Scorecard"),
        ("Note", "Figures are provisional."),
    ]


def test_a_table_stands_alone_under_its_caption() -> None:
    assert paragraphs(opened(TABLE))[:2] == [("Heading 1", "Scorecard"), ("Caption", "Scorecard")]


def test_words_come_first_then_the_symbol_and_the_colour_behind_them_is_the_palettes() -> None:
    [table] = opened(PAGE).tables
    amber = next(each for each in PALETTE if each.name == "amber")
    cell = table.rows[1].cells[2]
    [run] = cell.paragraphs[0].runs

    assert [each.text for each in table.rows[1].cells] == ["Homes delivered", "42", "Amber\xa0▲"]
    assert cell._tc.tcPr.find(f"{W}shd").get(f"{W}fill") == amber.paper[1:].upper()
    assert str(run.font.color.rgb) == amber.ink[1:].upper()
    assert table.rows[2].cells[2]._tc.tcPr.find(f"{W}shd") is None


def test_the_header_row_is_marked_and_repeated_and_no_row_is_torn() -> None:
    [table] = opened(PAGE).tables
    rows = [each._tr.trPr for each in table.rows]

    assert [each.find(f"{W}tblHeader") is not None for each in rows] == [True, False, False]
    assert [each.find(f"{W}cantSplit") is not None for each in rows] == [True, True, True]
    assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Scorecard"
    look = table._tbl.tblPr.find(f"{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    assert [each.name for each in table._tbl.iter() if each.tag.endswith("Merge")] == []


def test_figures_stand_to_the_right() -> None:
    [table] = opened(PAGE).tables

    assert [row.cells[1].paragraphs[0].alignment for row in table.rows] == [2, 2, 2]
    assert table.rows[1].cells[0].paragraphs[0].alignment is None


def test_the_file_says_its_title_and_language_and_nothing_of_who_wrote_it_when() -> None:
    document = opened(PAGE)
    properties = document.core_properties

    assert (properties.title, properties.language) == ("Performance", "en-GB")
    assert (properties.author, properties.created, properties.modified) == ("", None, None)
    [language] = document.styles.element.iter(f"{W}lang")
    assert language.get(f"{W}val") == "en-GB"


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_docx(PAGE) == render_docx(PAGE)
    with zipfile.ZipFile(io.BytesIO(render_docx(PAGE))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def across(document: Any) -> list[bool]:
    """Which sections are laid across."""
    return [each.page_width > each.page_height for each in document.sections]


def test_a_wide_table_and_its_heading_stand_on_a_page_laid_across() -> None:
    wide = Table("Wide", [f"Column {each}" for each in range(7)], [["x"] * 7])
    page = Page("Performance", [Paragraph("First."), Heading("Second"), wide, Paragraph("Third.")])

    assert across(opened(page)) == [False, True, False]
    assert across(opened(PAGE)) == [False]
    assert across(opened(Page("Only", [Heading("Nothing follows")]))) == [False]


def test_columns_have_room_for_their_words_and_the_table_fits_the_page() -> None:
    words = "a sentence that is rather long for one column of a table " * 3
    table = Table("T", ["Ref", "What", "Why"], [["H1", words, words]])
    [made] = opened(table).tables
    widths = [each.width.mm for each in made.columns]

    assert sum(widths) <= 170
    assert widths[0] > 9
    assert abs(widths[1] - widths[2]) < 5


def test_a_table_too_wide_for_any_page_is_shared_out_evenly() -> None:
    table = Table("T", [f"Measurements {each}" for each in range(20)], [["x"] * 20])
    [made] = opened(table).tables

    assert {round(each.width.mm, 1) for each in made.columns} == {12.9}


@pytest.mark.parametrize("name", PAPERS)
def test_a_committee_paper_holds_every_text_of_its_page(name: str) -> None:
    report = runpy.run_path(str(ROOT / f"examples/papers/{name}.py"))["PAPER"]
    page = set_out(report)
    document = opened(report)
    texts = {text for _, text in paragraphs(document)}
    texts |= {cell.text for table in document.tables for row in table.rows for cell in row.cells}

    assert isinstance(page, Page)
    said = [clean(each) for block in page.blocks for each in texts_of(block)]
    assert [each for each in said if each not in texts] == []


def texts_of(block: object) -> list[str]:
    """What stands in a block, each text as one paragraph or cell shows it."""
    if isinstance(block, Heading | Paragraph):
        return [block.text]
    if isinstance(block, Bullets):
        return list(block.items)
    if isinstance(block, Table):
        headers = [each.header for each in block.columns]
        return [block.caption, *headers, *(each.text for row in block.rows for each in row)]
    return []


def test_labels_in_another_language_are_marked_as_such() -> None:
    table = Table("Crynodeb: rating", ["Mesur"], [["Homes"]])
    page = Page("Performance", [Facts([Fact("Cyfnod", "Q2")]), Heading("Argymhellion"), table])
    document = docx.Document(io.BytesIO(render_docx(page, labels=WELSH)))
    body = document.element.body
    marked = [
        (each.text, each.rPr.find(f"{W}lang").get(f"{W}val"))
        for each in body.iter(f"{W}r")
        if each.rPr is not None and each.rPr.find(f"{W}lang") is not None
    ]

    assert marked == [(word, "cy") for word in ("Cyfnod", "Argymhellion", "Crynodeb", "Mesur")]
    assert ("Caption", "Crynodeb: rating") in paragraphs(document)


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_docx, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"pip install 'councilperf\[docx\]'"):
        render_docx(PAGE)


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it_and_reads_every_text(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(render_docx(PAGE))
    profile = (tmp_path / "profile").as_uri()

    subprocess.run(
        [
            *(str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)),
            str(tmp_path / "paper.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    text = (tmp_path / "paper.txt").read_text("utf-8-sig")
    for said in (
        "Performance",
        "Q2 2019-20",
        "Nothing was missed.",
        "Homes delivered",
        "Amber\xa0▲",
    ):
        assert said in text
