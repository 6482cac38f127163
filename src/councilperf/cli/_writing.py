"""Writing a result: to a file whole or not at all, to a terminal whatever it can show."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

from councilperf.cli._faults import InputFault
from councilperf.render import render_html, render_markdown, render_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import TextIO

    from councilperf.tables import Page, Table

__all__ = [
    "write_csv",
    "write_file",
    "write_json",
    "write_lines",
    "write_notes",
    "write_page",
    "write_workbook",
]

_NARROWEST, _WIDTH, _WIDEST = 20, 100, 140


def write_page(page: Page | Table, how: str, output: Path | None) -> None:
    """Write a page or table as text, Markdown or HTML, to a file or to stdout."""
    if how == "html":
        _write(render_html(page), output, errors="xmlcharrefreplace")
    elif how == "markdown":
        _write(render_markdown(page) + "\n", output, errors="xmlcharrefreplace")
    elif output is not None:
        write_file(output, render_text(page, width=_WIDTH) + "\n")
    else:
        _write_text(page, sys.stdout)


def _write(text: str, output: Path | None, *, errors: str) -> None:
    if output is None:
        _print(text, sys.stdout, errors=errors)
    else:
        write_file(output, text)


def write_json(content: bytes, output: Path | None) -> None:
    """Write a JSON document; a letter that stdout's encoding has not is escaped as JSON does."""
    if output is not None:
        write_file(output, content)
        return
    text = _ACTING.sub(_escaped, content.decode()) if sys.stdout.isatty() else content.decode()
    if not _can_show(text, sys.stdout):
        # Outside ASCII there is nothing in JSON but the letters of its texts.
        text = _NOT_ASCII.sub(_escaped, text)
    sys.stdout.write(text)


def _escaped(letter: re.Match[str]) -> str:
    return json.dumps(letter[0])[1:-1]


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
#: What a terminal would act on instead of showing it: files keep these as they are.
_ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def write_csv(content: bytes, output: Path | None) -> None:
    """Write CSV; letters that stdout's encoding has not are told of, since CSV has no escapes."""
    if output is not None:
        write_file(output, content)
        return
    text = _ACTING.sub("\ufffd", content.decode()) if sys.stdout.isatty() else content.decode()
    if not _can_show(text, sys.stdout):
        print("some letters are not in stdout's encoding; -o keeps them all", file=sys.stderr)
    _print(text, sys.stdout, errors="replace")


def write_workbook(content: bytes, output: Path | None) -> None:
    """Write a workbook to a file, or to stdout where that leads to one and not to a person."""
    if output is not None:
        write_file(output, content)
        return
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None or sys.stdout.isatty():
        raise InputFault("a workbook cannot be shown here; name a file for it, such as out.xlsx")
    stream.write(content)


def write_file(path: Path, content: str | bytes) -> None:
    """Put the whole content in place of the file, or leave what was there as it was."""
    data = content.encode() if isinstance(content, str) else content
    path = path.resolve()
    if path.exists() and not path.is_file():  # a device or a pipe, which nothing can replace
        path.write_bytes(data)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write_text(page: Page | Table, stream: TextIO) -> None:
    width, colour = _WIDTH, _wants_colour(stream)
    if stream.isatty():
        columns = shutil.get_terminal_size((_WIDTH, 24)).columns
        width = max(_NARROWEST, min(columns, _WIDEST))
    text = render_text(page, width=width, colour=colour)
    if not _can_show(text, stream):
        # The words stand beside every symbol, so nothing is lost without them.
        text = render_text(page, width=width, colour=colour, symbols=False)
    _print(text + "\n", stream, errors="replace")


def write_lines(text: str, stream: TextIO) -> None:
    """Write lines to stdout or stderr, in whatever letters its encoding has."""
    _print(text + "\n", stream, errors="replace")


def write_notes(file: Path, notes: Iterable[str]) -> None:
    """Write what was assumed when a file was read to stderr, a line each."""
    for note in notes:
        write_lines(f"{file}: note: {note}", sys.stderr)


def _print(text: str, stream: TextIO, *, errors: str) -> None:
    """Print on a stream; what its encoding does not have is written another way."""
    if not _can_show(text, stream):
        if errors == "replace":
            text = text.translate(_PLAINER)
        text = text.encode(stream.encoding, errors).decode(stream.encoding)
    stream.write(text)


#: What says the same in the letters that every encoding has.
_PLAINER = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "\N{MINUS SIGN}": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "…": "...",
        "£": "GBP ",
        "€": "EUR ",
        "≤": "<=",
        "≥": ">=",
        "±": "+/-",
    }
)


def _can_show(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _wants_colour(stream: TextIO) -> bool:
    """Say whether colours are welcome: what people put in the environment, then the terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    # The old Windows console prints the codes for colours as they are.
    return not _ON_WINDOWS or "WT_SESSION" in os.environ


_ON_WINDOWS = os.name == "nt"
