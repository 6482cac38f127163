"""`convert`: a file in one format written in another, with what it loses told."""

from __future__ import annotations

import sys
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.assessment import Assessment
from councilperf.cli._faults import InputFault
from councilperf.cli._files import format_named, read_any
from councilperf.cli._writing import write_csv, write_json, write_lines, write_page
from councilperf.errors import CouncilPerfError
from councilperf.formats import find_format, find_losses, show_problems, write_as
from councilperf.model import Scorecard
from councilperf.tables import set_out

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from councilperf.formats import FileFormat

__all__ = ["convert_file"]

#: Pages are for reading only, so they are no formats of files.
_PAGES = {
    "text": (".txt",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
}


def convert_file(arguments: argparse.Namespace) -> None:
    """Read one file and write the other, or say what is wrong and write nothing."""
    name = arguments.target_format or arguments.output.name
    to = _page_named(name) or format_named(name)
    _, reading = read_any(
        arguments.file,
        arguments.source_format,
        period=arguments.period,
        title=arguments.title,
        lenient=arguments.lenient,
    )
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=str(arguments.file)))
    output = None if str(arguments.output) == "-" else arguments.output
    try:
        if isinstance(to, str):
            write_page(set_out(reading.value), to, output)
        else:
            _write(reading.value, to, arguments, output)
    except CouncilPerfError as error:
        raise InputFault(f"{arguments.file}: it cannot be written as {name}: {error}") from None
    for note in reading.notes:
        write_lines(f"{arguments.file}: note: {note}", sys.stderr)


def _page_named(name: str) -> str | None:
    lower = name.lower()
    fitting = (page for page, ends in _PAGES.items() if lower == page or lower.endswith(ends))
    return next(fitting, None)


def _write(
    value: object, to: FileFormat, arguments: argparse.Namespace, output: Path | None
) -> None:
    if isinstance(value, Assessment) and to.name == "csv" and arguments.target_format is None:
        to = find_format("assessment-csv")
    known = signature(to.load_writer()).parameters
    asked = {"indent": 2, "excel": output is not None}
    content = write_as(value, to, **{name: asked[name] for name in asked if name in known})
    losses = find_losses(value, to) if isinstance(value, Scorecard) and to.reader else ()
    if to.name == "json":
        write_json(content, output)
    else:
        write_csv(content, output)
    if losses:
        told = f"{arguments.output}: it has no place for {', '.join(losses)}"
        write_lines(told, sys.stderr)
