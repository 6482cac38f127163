"""CSV of any encoding and any separator as a sheet of cells, with what was assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from councilperf.errors import FieldTypeError
from councilperf.formats._problems import Problem
from councilperf.formats._sheet._encoding import decode
from councilperf.formats._sheet._grid import Sheet, read_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from councilperf.formats._limits import Limits

__all__ = ["read_text_sheet"]


def read_text_sheet(
    content: bytes | str, limits: Limits, header_score: Callable[[Sequence[str]], int]
) -> Sheet | Problem:
    """Return the cells of CSV, or the problem that it cannot be read at all.

    Raises `FieldTypeError` for what is neither bytes nor text.
    """
    if not isinstance(content, bytes | bytearray | memoryview | str):
        raise FieldTypeError("content", content, "bytes or text; open the file and read it first")
    decoded = decode(content if isinstance(content, str) else bytes(content), limits)
    if isinstance(decoded, Problem):
        return decoded
    text, encoding = decoded
    sheet = read_sheet(text, limits, header_score)
    if isinstance(sheet, Problem) or encoding in ("text", "UTF-8"):
        return sheet
    return evolve(sheet, notes=(f"the file is read as {encoding}", *sheet.notes))
