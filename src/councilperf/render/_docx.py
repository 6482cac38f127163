"""Word documents: committee papers to be opened, checked and printed as councils do."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING

from councilperf.errors import MissingExtraError
from councilperf.render._clean import clean
from councilperf.render._docx_styles import prepare_styles
from councilperf.render._docx_writer import DocxWriter
from councilperf.tables import ENGLISH, Page, Table, set_out

if TYPE_CHECKING:
    from councilperf.tables import Labels

__all__ = ["render_docx"]


def render_docx(value: object, *, labels: Labels = ENGLISH) -> bytes:
    """Write a page, a table, a report or anything that `set_out` takes as a Word document (.docx).

    >>> from importlib.util import find_spec
    >>> from councilperf.tables import Heading, Page, Paragraph
    >>> page = Page("Performance", [Heading("Summary"), Paragraph("Nothing was missed.")])
    >>> if find_spec("docx"):  # python-docx, which the extra `docx` brings
    ...     assert render_docx(page) == render_docx(page)

    Headings are real ones, so that they can be walked through; a table's header row is marked and
    repeated on each page, its caption is also its alternative text; colour stands behind words
    that say the same, and a symbol after them. Wide tables stand on pages laid across. The same
    page gives the same bytes: there is no date and no author in the file. *labels* are what the
    value is set out with; those in another language than English are marked as such.

    Raises `MissingExtraError` where python-docx is not installed.
    """
    if find_spec("docx") is None:
        raise MissingExtraError("Word documents", "docx")
    from docx import Document

    given = set_out(value, labels=labels)
    page = Page(given.caption, [given]) if isinstance(given, Table) else given
    document = Document()
    prepare_styles(document, clean(page.title))
    DocxWriter(document, labels).write(page)
    stream = io.BytesIO()
    document.save(stream)
    return _without_dates(stream.getvalue())


def _without_dates(archive: bytes) -> bytes:
    """Pack the parts anew, each with the same date: the earliest that zip files have."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as given,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as taken,
    ):
        for name in given.namelist():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # or it would tell Windows from the others
            taken.writestr(part, given.read(name))
    return packed.getvalue()
