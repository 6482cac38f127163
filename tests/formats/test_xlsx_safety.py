"""Files from anywhere: what is no workbook is named, what is too large or crooked is refused."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook

from councilperf.errors import MissingExtraError
from councilperf.formats import (
    Limits,
    read_scorecard_xlsx,
    write_assessment_xlsx,
    write_page_xlsx,
    write_scorecard_xlsx,
)
from councilperf.formats._xlsx import _xml as _xlsx_xml
from councilperf.model import Scorecard
from councilperf.tables import Table

Cells = Callable[..., str]
Bare = Callable[..., bytes]


@pytest.fixture
def book(header: str, sheet_of_rows: Cells, text_cells: Cells, bare_workbook: Bare) -> Bare:
    """Make a workbook of a header and these rows of cells, with parts changed."""

    def make(*rows: str, parts: dict[str, str | None] | None = None) -> bytes:
        every = rows or (f"{text_cells('H1', 'Homes')}<c><v>42</v></c>",)
        return bare_workbook(sheet_of_rows(header, *every), parts)

    return make


def problem(content: bytes, **arguments: Any) -> str:
    reading = read_scorecard_xlsx(content, **arguments)
    assert reading.value is None
    return str(reading.problems[0])


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return stream.getvalue()


def test_bare_parts_are_enough(book: Bare) -> None:
    assert read_scorecard_xlsx(book()).problems == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (b"Ref,Measure\n", "it is no workbook; open it in Excel or LibreOffice and save it as an"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xef\xbb\xbf <HTML><table>", "a web page"),
        (b"<!doctype html>", "a web page"),
        (b'<?xml version="1.0"?>', "an XML file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "an old Excel workbook (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"PK\x03\x04 and then nothing", "cannot be opened"),
        (archive(hello="you"), "an archive, not a workbook"),
        (archive(xl__workbook_dot_bin=""), "(.xlsb)"),
        (archive(content_dot_xml=""), "(.ods)"),
        (archive(word__document_dot_xml=""), "a Word document"),
        (archive(ppt__presentation_dot_xml=""), "a PowerPoint presentation"),
        (archive(xl__vbaProject_dot_bin=""), "it holds macros"),
    ],
)
def test_what_is_no_workbook_is_named(content: bytes, words: str) -> None:
    assert words in problem(content)


@pytest.mark.parametrize(
    "part",
    ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"],
)
def test_a_missing_part_is_named(book: Bare, part: str) -> None:
    assert f"it has no part {part!r}" in problem(book(parts={part: None}))


def test_a_part_without_a_name_is_none(book: Bare) -> None:
    # zipfile writes no such name, but takes one that begins with NUL for it.
    sheet_alone = (
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    )
    named = book(parts={"~nameless": "<t/>", "xl/_rels/workbook.xml.rels": sheet_alone})
    content = named.replace(b"~nameless", b"\0nameless")

    assert read_scorecard_xlsx(content) == read_scorecard_xlsx(book())


def test_a_workbook_needs_no_list_of_links_at_its_root(book: Bare) -> None:
    assert read_scorecard_xlsx(book(parts={"_rels/.rels": None})).problems == ()


def test_links_to_elsewhere_and_what_is_no_link_are_left_alone(book: Bare) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    links = (
        f'<Relationships><Other Id="r1" Type="{kind}" Target="worksheets/other.xml"/>'
        f'<Relationship Id="r1" Type="{kind}" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r1" Type="{kind}" Target="http://example.org/sheet.xml"'
        ' TargetMode="External"/></Relationships>'
    )

    read = read_scorecard_xlsx(book(parts={"xl/_rels/workbook.xml.rels": links}))
    assert read.require().rows[0].indicator.title == "Homes"


@pytest.mark.parametrize(("runs", "fits"), [((5, 5), True), ((10, 1), False), ((11, 9), False)])
def test_a_text_in_several_runs_is_as_long_as_all_of_them(
    book: Bare, header: str, sheet_of_rows: Cells, runs: tuple[int, int], *, fits: bool
) -> None:
    sheet = sheet_of_rows(header, '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>5</v></c>')
    pieces = "".join(f"<r><t>{'a' * length}</t></r>" for length in runs)
    parts = {
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f"<sst><si><t>H1</t></si><si>{pieces}</si></sst>",
    }
    reading = read_scorecard_xlsx(book(parts=parts), limits=Limits(cell=10))

    assert (reading.value is not None) is fits
    assert all("(cell)" in each.message for each in reading.problems)


def test_a_workbook_without_sheets_is_a_problem(book: Bare) -> None:
    workbook = '<workbook xmlns="x"><sheets/></workbook>'

    assert "it has no sheet" in problem(book(parts={"xl/workbook.xml": workbook}))


def test_hidden_sheets_alone_are_a_problem(book: Bare) -> None:
    workbook = '<w><sheets><sheet name="A" state="hidden" r:id="r1" xmlns:r="r"/></sheets></w>'

    assert "all its sheets are hidden" in problem(book(parts={"xl/workbook.xml": workbook}))


def test_prefixes_and_other_namespaces_are_read(book: Bare) -> None:
    """Strict workbooks have other namespaces; some programs write a prefix everywhere."""
    sheet = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c>'
        '</x:row><x:row r="3"><x:c r="A3" t="str"><x:v>Homes</x:v></x:c>'
        '<x:c r="B3" t="d"><x:v>2019-09-30T00:00:00Z</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    texts = (
        '<x:sst xmlns:x="x"><x:si><x:t>Meas</x:t><x:rPh><x:t>!</x:t></x:rPh><x:t>ure</x:t></x:si>'
        "<x:si><x:t>Q1_x0020_2019-20</x:t></x:si></x:sst>"
    )
    parts = {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": texts}

    row = read_scorecard_xlsx(book(parts=parts)).require().rows[0]
    assert (row.indicator.title, str(row.observations[0].value)) == ("Homes", "2019-09-30")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c t="d"><v>2019-09-30T10:30:00</v></c>', "'2019-09-30 10:30'"),
        ('<c t="d"><v>yesterday</v></c>', "'yesterday'"),
        ("<c><v>1_000</v></c>", "what is stored in it is no number"),
        ("<c><v>NaN</v></c>", "what is stored in it is no number"),
        ("<c><v>1e308</v></c>", "larger than any"),
        ("<c><v>-1e308</v></c>", "larger than any"),
        ("<c><v>1e300</v></c>", "out of range"),
        ('<c t="s"><v>9</v></c>', "Data!C2 holds a text that is not there"),
        ('<c t="s"><v>x</v></c>', "Data!C2 holds a text that is not there"),
        ('<c r="A2"><v>1</v></c>', "Data!A2 stands twice"),
        ('<c r="2"><v>1</v></c>', "a cell called '2'"),
        ('<c r="ABCD2"><v>1</v></c>', "a cell called 'ABCD2'"),
        ('<c r="ZZZ2"><v>1</v></c>', "more than 16,384 columns"),
        ('<row r="1"/>', "row 1 of sheet 'Data' stands twice"),
    ],
)
def test_crooked_cells_are_problems(book: Bare, text_cells: Cells, cell: str, words: str) -> None:
    assert words in problem(book(text_cells("H1", "Homes") + cell))


def test_what_a_cell_has_outside_its_value_is_left_alone(book: Bare, text_cells: Cells) -> None:
    row = (
        f'{text_cells("H1")}<c t="inlineStr"><is><t>Ho</t><rPh><t>no</t></rPh><r><t>mes</t></r>'
        "</is></c><c><v>4</v><extLst>9</extLst></c>"
    )
    around = "<v>7</v><f>8</f><c><v>1</v></c><mergeCells><mergeCell ref='A1'/></mergeCells>"
    content = book(row)
    sheet = ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    sheet = sheet.replace(
        "<sheetData>", f"{around}<cols><col min='0' hidden='1'/></cols><sheetData>"
    )

    read = read_scorecard_xlsx(book(parts={"xl/worksheets/sheet1.xml": sheet})).require()
    assert (read.rows[0].indicator.title, str(read.rows[0].observations[0].value)) == (
        "Homes",
        "4",
    )


def test_a_cell_outside_every_row_is_none(book: Bare) -> None:
    sheet = ZipFile(io.BytesIO(book())).read("xl/worksheets/sheet1.xml").decode()
    sheet = sheet.replace("<sheetData>", "<c><f>1</f><v>1</v></c><sheetData>")

    reading = read_scorecard_xlsx(book(parts={"xl/worksheets/sheet1.xml": sheet}))
    assert not any("formulas" in each for each in reading.notes)


def test_styles_that_are_not_there_show_numbers_as_they_are(book: Bare, text_cells: Cells) -> None:
    row = f'{text_cells("H1", "Homes")}<c s="7"><v>0.958</v></c>'

    assert str(read_scorecard_xlsx(book(row)).require().rows[0].observations[0].value) == "0.958"


def test_only_the_styles_of_cells_count(book: Bare, text_cells: Cells) -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf/><xf numFmtId="170"/></cellXfs>'
        f'<dxfs><dxf><numFmt numFmtId="170" formatCode="{"d" * 300}"/></dxf></dxfs></styleSheet>'
    )
    row = f'{text_cells("H1", "Homes")}<c s="1"><v>0.958</v></c>'

    reading = read_scorecard_xlsx(book(row, parts={"xl/styles.xml": styles}))
    assert str(reading.require().rows[0].observations[0].value) == "95.8"


def test_a_format_longer_than_any_shows_numbers_as_they_are(book: Bare) -> None:
    styles = (
        f'<s><numFmts><numFmt numFmtId="170" formatCode="{"d" * 300}"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs></s>'
    )

    reading = read_scorecard_xlsx(book(parts={"xl/styles.xml": styles}))
    assert str(reading.require().rows[0].observations[0].value) == "42"


# What XML can do.

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize("text", [ENTITIES, OUTSIDE, "<!DOCTYPE x><x/>"])
@pytest.mark.parametrize(
    "part",
    [
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
    ],
)
def test_entities_and_document_types_are_refused_in_every_part(
    book: Bare, part: str, text: str
) -> None:
    assert f"{part} declares entities" in problem(book(parts={part: text}))


@pytest.mark.parametrize(
    "text",
    [
        "<x>",
        "",
        "<x/><x/>",
        "<x>&unknown;</x>",
        '<?xml version="1.0" encoding="cp037"?><x/>',
        "\ud7ff",
    ],
)
def test_xml_that_is_none_is_refused(book: Bare, text: str) -> None:
    assert "is no well-formed XML" in problem(book(parts={"xl/workbook.xml": text}))


# What is too large.


def test_a_limit_is_named_by_what_exceeds_it(book: Bare, text_cells: Cells) -> None:
    row = f"{text_cells('H1', 'Homes')}<c><v>42</v></c>"
    content = book(row)
    far = f'{text_cells("H1", "Homes")}<c r="ZZ2"><v>42</v></c>'

    assert "(size)" in problem(content, limits=Limits(size=100))
    assert "unpacks to more than 2,000 bytes, the limit (size)" in problem(
        book(row, parts={"xl/styles.xml": "<x>" + " " * 5000 + "</x>"}), limits=Limits(size=2000)
    )
    assert "(expansion)" in problem(content, limits=Limits(expansion=1))
    assert "(rows)" in problem(content, limits=Limits(rows=1))
    assert "(columns)" in problem(content, limits=Limits(columns=2))
    assert "(cell)" in problem(content, limits=Limits(cell=4))
    assert "(cells)" in problem(book(far), limits=Limits(cells=500))


def test_a_shared_text_is_too_long_where_it_is_used(book: Bare) -> None:
    texts = f"<sst><si><t>H1</t></si><si><t>{'a' * 300}</t></si></sst>"
    row = '<c t="s"><v>0</v></c><c t="s"><v>{}</v></c><c><v>1</v></c>'
    parts = {"xl/sharedStrings.xml": texts}

    assert read_scorecard_xlsx(book(row.format(0), parts=parts), limits=Limits(cell=200)).value
    assert "Data!B2" in problem(book(row.format(1), parts=parts), limits=Limits(cell=200))


def test_one_text_in_many_cells_counts_each_time(book: Bare) -> None:
    texts = f"<sst><si><t>{'a' * 50_000}</t></si></sst>"
    row = '<c t="s"><v>0</v></c>' * 3

    assert "characters in all cells" in problem(
        book(*[row] * 5, parts={"xl/sharedStrings.xml": texts}), limits=Limits(size=400_000)
    )


def test_an_archive_that_unpacks_to_gigabytes_is_refused_before_it_does(book: Bare) -> None:
    bomb = "<x>" + " " * 60_000_000 + "</x>"

    assert "(expansion)" in problem(book(parts={"xl/sharedStrings.xml": bomb}))


def test_the_last_cell_there_can_be_costs_nothing(bare_workbook: Bare) -> None:
    sheet = (
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
        '<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )

    assert read_scorecard_xlsx(bare_workbook(sheet)).problems


def test_a_row_beyond_the_last_is_refused(bare_workbook: Bare) -> None:
    sheet = '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'

    assert "(rows)" in problem(bare_workbook(sheet))


def test_faults_without_end_stop_the_reading(book: Bare) -> None:
    assert "more than 10,000 cells hold no figure" in problem(
        book(*["<c><f>A1</f></c>" * 11] * 1000)
    )


def test_sheets_and_links_without_end_are_refused(book: Bare) -> None:
    sheets = "<w>" + '<sheet name="a"/>' * 10_001 + "</w>"
    links = "<w>" + "<Relationship/>" * 10_001 + "</w>"

    assert "more than 10,000 sheets" in problem(book(parts={"xl/workbook.xml": sheets}))
    assert "more than 10,000 others" in problem(book(parts={"_rels/.rels": links}))


def with_merged(content: bytes, merged: str) -> str:
    sheet = ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    return sheet.replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")


def test_merged_cells_without_end_are_refused(book: Bare, text_cells: Cells) -> None:
    rows = [text_cells(f"H{each}", "Homes") + "<c><v>1</v></c>" for each in range(30)]
    overlapping = '<mergeCell ref="A2:A31"/>' * 20
    across = '<mergeCell ref="C1:E1"/>' * 20
    down = '<mergeCell ref="A1:A2"/>' * 40
    limits = Limits(cells=95)
    part = "xl/worksheets/sheet1.xml"

    for every, merged in ((rows, overlapping), (["", *rows], down)):
        sheet = with_merged(book(*every), merged)
        assert "overlap" in problem(book(parts={part: sheet}), limits=limits)
    for merged in (across, down):
        sheet = with_merged(book(*rows), merged)
        assert read_scorecard_xlsx(book(parts={part: sheet}), limits=limits).value
    assert "more cells than it may have rows" in problem(
        book(parts={part: with_merged(book(), overlapping)}), limits=Limits(rows=10)
    )


def test_merged_cells_that_are_nowhere_are_left_alone(book: Bare) -> None:
    merged = '<mergeCell ref="A90:A99"/><mergeCell ref="Z2:Z3"/><mergeCell ref="?"/><mergeCell/>'
    part = "xl/worksheets/sheet1.xml"

    assert read_scorecard_xlsx(book(parts={part: with_merged(book(), merged)})).value


def test_links_elsewhere_are_not_followed(book: Bare) -> None:
    links = (
        '<R><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/>'
        '<Relationship Id="r2" Type="x/y" Target="http://localhost/" TargetMode="External"/></R>'
    )

    assert read_scorecard_xlsx(book(parts={"_rels/.rels": links})).problems == ()


def test_the_head_of_a_large_sheet_is_enough_to_choose_by() -> None:
    book = Workbook()
    for name, header in (("Notes", "Shoe"), ("Scorecard", "Measure")):
        sheet = book.create_sheet(name)
        for _ in range(40):
            sheet.append([header, "Q1 2019-20", 3])
    stream = io.BytesIO()
    book.save(stream)

    notes = read_scorecard_xlsx(stream.getvalue()).notes
    assert notes[0] == "sheet 'Scorecard' is read, not 'Sheet', 'Notes'"


# What archives can do.


def repacked(content: bytes, method: int) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return stream.getvalue()


def test_parts_may_be_stored_but_not_packed_in_other_ways(book: Bare) -> None:
    assert read_scorecard_xlsx(repacked(book(), ZIP_STORED)).value
    assert read_scorecard_xlsx(repacked(book(), ZIP_DEFLATED)).value
    assert "packed in a way that workbooks are not" in problem(repacked(book(), ZIP_BZIP2))


def test_a_part_that_is_protected_is_told(book: Bare) -> None:
    content = bytearray(book())
    listed = content.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", content, listed + 8)[0]
    struct.pack_into("<H", content, listed + 8, flags | 1)

    assert "protected by a password" in problem(bytes(content))


def test_a_part_whose_bytes_are_spoilt_is_named(book: Bare) -> None:
    content = bytearray(repacked(book(), ZIP_STORED))
    spoilt = content.index(b"officeDocument")
    content[spoilt] ^= 1

    assert "its part '_rels/.rels' cannot be unpacked" in problem(bytes(content))


def test_an_archive_of_too_many_parts_is_not_listed(book: Bare) -> None:
    assert "lists more than 10,000 parts" in problem(book() + b"PK\x01\x02" * 10_001)


# What is not installed.


@pytest.mark.parametrize(
    "call",
    [
        lambda: read_scorecard_xlsx(b""),
        lambda: write_page_xlsx(Table("T", ["A"], [])),
        lambda: write_scorecard_xlsx(Scorecard("T", [])),
        lambda: write_assessment_xlsx(None),  # type: ignore[arg-type]
    ],
)
def test_without_its_packages_the_extra_is_named(
    call: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_xlsx_xml, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"pip install 'councilperf\[xlsx\]'"):
        call()


def test_nothing_of_it_is_loaded_before_it_is_used() -> None:
    code = "import councilperf.formats as f, sys; f.read_scorecard_xlsx; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"openpyxl", "defusedxml"} & set(done.stdout.split())
