"""The archive that a workbook is: what is no workbook is named, what is too large refused."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from councilperf.formats._problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.formats._limits import Limits

__all__ = ["Archive", "WorkbookFaultError", "damaged", "open_archive", "target_of"]

_SAVE_AS = "open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What an encrypted workbook's outer file names its content, as such files write text.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: Each part of an archive is listed after these bytes; a workbook has some dozens.
_LISTED = b"PK\x01\x02"
_MOST_PARTS = 10_000

#: Files of other kinds that people hand over, by their first bytes.
_OTHERS = (
    (b"%PDF", "it is a PDF, not a workbook"),
    (b"\x1f\x8b", "it is a gzip archive, not a workbook"),
    (b"<!DOCTYPE", "it is a web page, whatever its name says"),
    (b"<html", "it is a web page, whatever its name says"),
    (b"<?xml", "it is an XML file, not a workbook"),
)
#: Archives that are something else, by a part that they have.
_OTHER_PARTS = (
    ("xl/workbook.bin", "it is a binary Excel workbook (.xlsb)"),
    ("content.xml", "it is an OpenDocument file (.ods)"),
    ("word/document.xml", "it is a Word document"),
    ("ppt/presentation.xml", "it is a PowerPoint presentation"),
)


class WorkbookFaultError(Exception):
    """A workbook cannot be read on; caught where reading began."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def damaged(what: str) -> WorkbookFaultError:
    """Return the fault of a workbook that is not as workbooks are."""
    return WorkbookFaultError(Problem("file", "", f"the workbook is damaged: {what}", _SAVE_AS))


class Archive:
    """The parts of a workbook; together they may unpack to no more than the limits say."""

    def __init__(self, archive: ZipFile, packed: int, limits: Limits) -> None:
        self._archive = archive
        self._packed = packed
        self._limits = limits
        self._unpacked = 0
        # Names differ in case and slashes from one program to another; what has none is no part.
        self._parts = {
            each.filename.replace("\\", "/").casefold(): each
            for each in archive.infolist()
            if each.filename
        }

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def read(self, name: str, most: int | None = None) -> bytes:
        """Return what a part holds, or no more than *most* bytes of its beginning."""
        info = self._parts.get(name.casefold())
        if info is None:
            raise damaged(f"it has no part {name!r}")
        if info.flag_bits & 1:
            problem = Problem("file", "", "it is protected by a password", _UNLOCK)
            raise WorkbookFaultError(problem)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged(f"its part {name!r} is packed in a way that workbooks are not")
        size = info.file_size if most is None else min(most, info.file_size)
        self._count(size)
        try:
            with self._archive.open(info) as stream:
                return stream.read(size if most is not None else -1)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise damaged(f"its part {name!r} cannot be unpacked") from None

    def _count(self, size: int) -> None:
        self._unpacked += size
        limits = self._limits
        if self._unpacked > limits.size:
            message = f"it unpacks to more than {limits.size:,} bytes, the limit (size)"
            remedy = "delete sheets that are not needed, or read it with Limits(size=…)"
        elif self._unpacked > limits.expansion * self._packed:
            message = f"it unpacks to more than {limits.expansion} times its size, the limit"
            message += " (expansion)"
            remedy = "make sure where it comes from, then read it with Limits(expansion=…)"
        else:
            return
        raise WorkbookFaultError(Problem("file", "", message, remedy))


_UNLOCK = "open it with its password and save it without one"


def open_archive(content: bytes, limits: Limits) -> Archive:
    """Open the archive that a workbook is, or raise the fault that says what it is instead."""
    if len(content) > limits.size:
        message = f"it is larger than the limit of {limits.size:,} (size)"
        remedy = "split it, or read it with Limits(size=…)"
        raise WorkbookFaultError(Problem("file", f"{len(content):,}", message, remedy))
    if not content.startswith(_ZIP):
        raise WorkbookFaultError(_not_an_archive(content))
    # Before the list is read: a part takes ten times as much memory there as in the file.
    if content.count(_LISTED) > _MOST_PARTS:
        raise damaged(f"it lists more than {_MOST_PARTS:,} parts")
    try:
        archive = Archive(ZipFile(BytesIO(content)), len(content), limits)
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise damaged("its archive cannot be opened") from None
    for part, what in _OTHER_PARTS:
        if part in archive:
            raise WorkbookFaultError(Problem("file", "", what, _SAVE_AS))
    if any(each.endswith("vbaproject.bin") for each in archive):
        remedy = "save it as a workbook without macros (.xlsx)"
        raise WorkbookFaultError(Problem("file", "", "it holds macros", remedy))
    return archive


def _not_an_archive(content: bytes) -> Problem:
    if not content:
        return Problem("file", "", "it is empty", "give a workbook (.xlsx)")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return Problem("file", "", "it is protected by a password", _UNLOCK)
        return Problem("file", "", "it is an old Excel workbook (.xls)", _SAVE_AS)
    start = content[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    for first, what in _OTHERS:
        if start[: len(first)].lower() == first.lower():
            return Problem("file", "", what, _SAVE_AS)
    remedy = f"{_SAVE_AS}; CSV is read by read_scorecard_csv"
    return Problem("file", "", "it is no workbook", remedy)


def target_of(part: str, target: str) -> str:
    """Return the name of the part that another part points to.

    >>> target_of("xl/workbook.xml", "worksheets/sheet1.xml")
    'xl/worksheets/sheet1.xml'
    >>> target_of("xl/workbook.xml", "/xl/styles.xml")
    'xl/styles.xml'
    """
    path = posixpath.join("/", posixpath.dirname(part), target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")
