"""The XML inside a workbook, read element by element; what could harm is refused by defusedxml."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from councilperf.errors import MissingExtraError
from councilperf.formats._xlsx._archive import damaged

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

__all__ = [
    "EnoughReadError",
    "PartReader",
    "attribute",
    "check_extra",
    "escaped",
    "parse_part",
    "unescaped",
    "whole",
]


def check_extra() -> None:
    """Refuse to go on where what workbooks need is not installed."""
    if find_spec("openpyxl") is None or find_spec("defusedxml") is None:
        raise MissingExtraError("Excel workbooks", "xlsx")


class EnoughReadError(Exception):
    """A reader has what it wants, and the rest of the part is not looked at."""


class PartReader(Protocol):
    """What is told of a part's elements, one after another; names may have a prefix."""

    def start(self, name: str, attrs: AttributesImpl) -> None:
        """Take the beginning of an element."""
        ...

    def end(self, name: str) -> None:
        """Take the end of an element."""
        ...

    def text(self, content: str) -> None:
        """Take some of the text inside an element."""
        ...


def parse_part(content: bytes, part: str, reader: PartReader, *, whole_part: bool = True) -> None:
    """Tell a reader of every element; entities, DTDs and files elsewhere are refused."""
    # Loaded when it is used: an extra brings it.
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.expatreader import DefusedExpatParser  # noqa: PLC0415

    parser = DefusedExpatParser(forbid_dtd=True)
    handler = ContentHandler()
    handler.startElement = reader.start  # type: ignore[method-assign]
    handler.endElement = reader.end  # type: ignore[method-assign]
    handler.characters = reader.text  # type: ignore[method-assign]
    parser.setContentHandler(handler)
    try:
        # In one go, so that no long token is looked at again with every piece that comes.
        parser.feed(content)
        if whole_part:
            parser.close()
    except EnoughReadError:
        return
    except DefusedXmlException:
        raise damaged(f"{part} declares entities or a document type, which none may") from None
    except (SAXException, ValueError, LookupError):
        raise damaged(f"{part} is no well-formed XML") from None


def attribute(attrs: AttributesImpl, name: str) -> str:
    """Return an attribute whatever its prefix, or nothing."""
    for each in attrs.getNames():
        if each.rpartition(":")[2] == name:
            return attrs.getValue(each)
    return ""


def whole(text: str | None, default: int = -1) -> int:
    """Return a small whole number, or *default* for anything else.

    >>> whole("12"), whole("1e5"), whole(None)
    (12, -1, -1)
    """
    return int(text) if text is not None and _WHOLE.fullmatch(text) else default


_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    r"""Return text with the characters that workbooks write as "_x000D_".

    >>> unescaped("one_x000A_two"), unescaped("_x005F_x000A_")
    ('one\ntwo', '_x000A_')
    >>> unescaped("_x0000__x0001_"), unescaped("_xD7FF__xD800__xDFFF__xE000_")
    ('_x0000_\x01', '\ud7ff_xD800__xDFFF_\ue000')

    NUL and halves of surrogate pairs are no text, and stay as they are written.
    """
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)


#: What XML has no place for, or would read as something else.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    r"""Return text as a workbook can hold it; `unescaped` gives back all but NUL.

    >>> escaped("a\r\nb"), escaped("_x000A_")
    ('a_x000D_\nb', '_x005F_x000A_')
    """
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
