"""Which encoding a file's bytes are in: by their mark, else UTF-8, else Windows-1252."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.formats._problems import Problem

if TYPE_CHECKING:
    from councilperf.formats._limits import Limits

__all__ = ["decode"]

_SAVE_AS = "save it as 'CSV UTF-8' and read it again"

#: Files of other kinds that people hand over, by their first bytes.
_NOT_TEXT = (
    (b"PK\x03\x04", "it is a workbook or another zip archive, not text"),
    (b"\xd0\xcf\x11\xe0", "it is an old Excel workbook (.xls), not text"),
    (b"%PDF", "it is a PDF, not text"),
    (b"\x1f\x8b", "it is a gzip archive, not text"),
)
_MARKED = (
    (b"\xff\xfe\x00\x00", ""),
    (b"\x00\x00\xfe\xff", ""),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NAMES = {"utf-8-sig": "UTF-8 with a byte order mark", "utf-16": "UTF-16"}
#: Control characters that no text of a council holds, so bytes with them are in no 8-bit encoding.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1a")


def decode(content: bytes | str, limits: Limits) -> tuple[str, str] | Problem:
    """Return the text and what its encoding is called, or the problem with it.

    >>> from councilperf.formats._limits import LIMITS
    >>> decode("£5".encode("cp1252"), LIMITS)
    ('£5', 'Windows-1252')
    """
    if len(content) > limits.size:
        found = f"{len(content):,}"
        message = f"it is larger than the limit of {limits.size:,} (size)"
        return Problem("file", found, message, "split it, or read it with Limits(size=…)")
    if isinstance(content, str):
        return _given_text(content)
    for first, what in _NOT_TEXT:
        if content.startswith(first):
            return Problem("file", "", what, "open it in a spreadsheet and " + _SAVE_AS)
    for mark, codec in _MARKED:
        if content.startswith(mark):
            return _decoded(content, codec)
    return _unmarked(content)


def _given_text(content: str) -> tuple[str, str] | Problem:
    try:
        content.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"character {error.start + 1:,} is half of a surrogate pair: no text has that"
        return Problem("file", "", message, "decode the bytes with their own encoding")
    return _without_nul(content.removeprefix("\ufeff"), "text")


def _decoded(content: bytes, codec: str) -> tuple[str, str] | Problem:
    try:
        return _without_nul(content.decode(codec), _NAMES[codec])
    except (UnicodeDecodeError, KeyError, LookupError):
        return Problem("file", "", "its byte order mark contradicts what follows", _SAVE_AS)


def _unmarked(content: bytes) -> tuple[str, str] | Problem:
    try:
        return _without_nul(content.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        position = error.start
    if _CONTROLS.isdisjoint(content):
        try:
            return content.decode("cp1252"), "Windows-1252"
        except UnicodeDecodeError:
            pass
    message = f"it is neither UTF-8 (byte {position + 1:,}) nor Windows-1252, and has no mark"
    return Problem("file", "", message, _SAVE_AS)


def _without_nul(text: str, name: str) -> tuple[str, str] | Problem:
    if "\0" not in text:
        return text, name
    line = text.count("\n", 0, text.index("\0")) + 1
    message = f"line {line:,} holds a NUL character: it is no text, or UTF-16 without its mark"
    return Problem("file", "", message, _SAVE_AS)
