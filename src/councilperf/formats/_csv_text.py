"""CSV as it is written: for Excel with its mark and line ends, or plain for other programs."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from councilperf.errors import FieldValueError
from councilperf.formats._json_text import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["write_csv"]


def write_csv(rows: Iterable[Sequence[str]], *, excel: bool) -> bytes:
    """Write rows: UTF-8 with a byte order mark and CRLF where *excel*, else without and LF.

    Raises `FieldValueError` for text that no program would read from CSV again.
    """
    lines: list[str] = []
    # A cell is quoted for the line ends that the writer is told of, so it is told of both.
    csv.writer(_Lines(lines), lineterminator="\r\n").writerows(rows)
    held = next((line for line in lines if "\0" in line), None)
    if held is not None:
        raise FieldValueError("text", held, "text without NUL characters, which end a CSV file")
    if excel:
        return encoded("\ufeff" + "".join(lines))
    return encoded("".join([f"{line[:-2]}\n" for line in lines]))


class _Lines:
    """What the writer of the csv module writes to: one line at a time."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append
