"""CSV as it is written: for Excel with its mark and line ends, or plain for other programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from councilperf.formats._json_text import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["write_csv"]


def write_csv(rows: Iterable[Sequence[str]], *, excel: bool) -> bytes:
    """Write rows: UTF-8 with a byte order mark and CRLF where *excel*, else without and LF."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n" if excel else "\n").writerows(rows)
    return encoded(f"\ufeff{stream.getvalue()}" if excel else stream.getvalue())
