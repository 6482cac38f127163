"""CSV as it is written: for Excel with its mark and line ends, or plain for other programs."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from councilperf.errors import FieldValueError
from councilperf.formats._json._text import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["write_csv", "write_csv_to_read"]


def write_csv(rows: Iterable[Sequence[str]], *, excel: bool) -> bytes:
    """Write rows: UTF-8 with a byte order mark and CRLF where *excel*, else without and LF."""
    lines: list[str] = []
    # A cell is quoted for the line ends that the writer is told of, so it is told of both.
    csv.writer(_Lines(lines), lineterminator="\r\n").writerows(rows)
    if excel:
        return encoded("\ufeff" + "".join(lines))
    return encoded("".join([f"{line[:-2]}\n" for line in lines]))


def write_csv_to_read(rows: Iterable[Sequence[str]], *, excel: bool) -> bytes:
    """Write rows that are to be read again, so none may hold what readers refuse.

    Raises `FieldValueError` for text with a NUL character.
    """
    content = write_csv(rows, excel=excel)
    if b"\0" in content:
        at = content.index(b"\0")
        around = content[max(0, at - 20) : at + 1].decode("utf-8", "replace")
        raise FieldValueError("text", around, "text without NUL characters")
    return content


class _Lines:
    """What the writer of the csv module writes to: one line at a time."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append
