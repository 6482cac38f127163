"""What a workbook says of itself: its sheets, its date system, its number formats, its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.formats._problems import Problem
from councilperf.formats._xlsx._archive import WorkbookFaultError, damaged, target_of
from councilperf.formats._xlsx._xml import attribute, parse_part, unescaped, whole

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

    from councilperf.formats._xlsx._archive import Archive

__all__ = ["SheetEntry", "Workbook", "read_texts", "read_workbook"]

#: Far more sheets, and links from one part to others, than any workbook of a council has.
_MOST = 10_000


@final
@frozen
class SheetEntry:
    """A sheet of a workbook: its name, whether it is hidden, and the part that holds its cells."""

    name: str
    is_hidden: bool
    part: str


@final
@frozen
class Workbook:
    """What must be known before any sheet is read."""

    sheets: tuple[SheetEntry, ...] = field(converter=as_tuple)
    #: The number of the number format of each style, and the formats that are the workbook's own.
    styles: tuple[int, ...] = field(converter=as_tuple)
    formats: tuple[tuple[int, str], ...] = field(converter=as_tuple)
    texts_part: str
    from_1904: bool


def read_workbook(archive: Archive) -> Workbook:
    """Read what a workbook says of itself, or raise the fault."""
    part = "xl/workbook.xml"
    if "_rels/.rels" in archive:
        for kind, target in _links(archive, "").values():
            if kind == "officeDocument":
                part = target
    if part not in archive:
        remedy = "give a workbook (.xlsx)"
        raise WorkbookFaultError(Problem("file", "", "it is an archive, not a workbook", remedy))
    reader = _WorkbookReader()
    parse_part(archive.read(part), part, reader)
    links = _links(archive, part)
    sheets = [
        SheetEntry(name, is_hidden, links[link][1])
        for name, is_hidden, link in reader.sheets
        if link in links and links[link][0] == "worksheet"
    ]
    by_kind = dict(reversed(links.values()))
    styles = _StylesReader()
    if by_kind.get("styles", "") in archive:
        parse_part(archive.read(by_kind["styles"]), by_kind["styles"], styles)
    texts_part = by_kind.get("sharedStrings", "")
    return Workbook(sheets, styles.styles, styles.formats, texts_part, reader.from_1904)


def _links(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part points to by id: what each is, and the part that it is."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    if rels not in archive:
        raise damaged(f"it has no part {rels!r}")
    reader = _LinksReader()
    parse_part(archive.read(rels), rels, reader)
    return {
        each: (kind.rpartition("/")[2], target_of(part, target))
        for each, kind, target in reader.links
    }


class _Quiet:
    """A reader of elements that have no text."""

    def end(self, name: str) -> None:
        pass

    def text(self, content: str) -> None:
        pass


class _LinksReader(_Quiet):
    def __init__(self) -> None:
        self.links: list[tuple[str, str, str]] = []

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name.rpartition(":")[2] != "Relationship" or attrs.get("TargetMode") == "External":
            return
        if len(self.links) == _MOST:
            raise damaged(f"a part points to more than {_MOST:,} others")
        link = (attrs.get("Id", ""), attrs.get("Type", ""), attrs.get("Target", ""))
        self.links.append(link)


class _WorkbookReader(_Quiet):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.from_1904 = False

    def start(self, name: str, attrs: AttributesImpl) -> None:
        name = name.rpartition(":")[2]
        if name == "sheet":
            if len(self.sheets) == _MOST:
                raise damaged(f"it lists more than {_MOST:,} sheets")
            is_hidden = attrs.get("state", "visible") != "visible"
            title = unescaped(attrs.get("name", ""))
            self.sheets.append((title, is_hidden, attribute(attrs, "id")))
        elif name == "workbookPr":
            self.from_1904 = attrs.get("date1904") in ("1", "true")


class _StylesReader(_Quiet):
    def __init__(self) -> None:
        self.styles: list[int] = []
        self.formats: list[tuple[int, str]] = []
        self._within = ""

    def start(self, name: str, attrs: AttributesImpl) -> None:
        name = name.rpartition(":")[2]
        if name in ("numFmts", "cellXfs"):
            self._within = name
        elif name == "numFmt" and self._within == "numFmts":
            number = whole(attrs.get("numFmtId"))
            self.formats.append((number, attrs.get("formatCode", "")))
        elif name == "xf" and self._within == "cellXfs":
            self.styles.append(whole(attrs.get("numFmtId"), 0))

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == self._within:
            self._within = ""


def read_texts(archive: Archive, part: str, longest: int) -> list[str]:
    """Return the texts that cells share; of one that is too long, just more than *longest*."""
    if part not in archive:
        return []
    reader = _TextsReader(longest)
    parse_part(archive.read(part), part, reader)
    return reader.texts


class _TextsReader:
    def __init__(self, longest: int) -> None:
        self.texts: list[str] = []
        self._longest = longest
        self._pieces: list[str] = []
        self._length = 0
        self._within = False
        self._aside = False

    def start(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002 - a protocol's
        name = name.rpartition(":")[2]
        if name == "si":
            self._pieces, self._length = [], 0
        elif name == "t":
            self._within = not self._aside
        elif name == "rPh":  # how the text is pronounced
            self._aside = True

    def text(self, content: str) -> None:
        if self._within and self._length <= self._longest:
            self._pieces.append(content)
            self._length += len(content)

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "t":
            self._within = False
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
