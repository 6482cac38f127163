"""Workbooks for tests: made with openpyxl as people make them, or of bare parts as nobody does."""

from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(*each: tuple[str, str, str]) -> str:
    """A part that says what another points to: ids, kinds, targets."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for name, kind, target in each
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def rows(*each: str) -> str:
    """A sheet of these rows, each the cells of one."""
    inner = "".join(f"<row>{cells}</row>" for cells in each)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inner}</sheetData></worksheet>'


def inline(*texts: str) -> str:
    """Cells of text, one after another."""
    return "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in texts)


def bare(sheet: str, parts: dict[str, str | None] | None = None) -> bytes:
    """A workbook of one sheet, with parts added, put in place of others, or left out."""
    every: dict[str, str | None] = {
        "_rels/.rels": links(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "styles", "styles.xml"),
            ("r3", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **(parts or {}),
    }
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in every.items():
            if text is not None:
                archive.writestr(name, text)
    return stream.getvalue()


Bare = Callable[..., bytes]


@pytest.fixture(scope="session")
def bare_workbook() -> Bare:
    """Make a workbook of bare parts; see `bare`."""
    return bare


@pytest.fixture(scope="session")
def header() -> str:
    """The cells of a header that is understood."""
    return inline("Ref", "Measure", "Q1 2019-20")


@pytest.fixture(scope="session")
def sheet_of_rows() -> Callable[..., str]:
    """Make a sheet of rows, each the cells of one."""
    return rows


@pytest.fixture(scope="session")
def text_cells() -> Callable[..., str]:
    """Make cells of text."""
    return inline
