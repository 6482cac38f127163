"""`convert`: a file in one format written in another, with what it loses told."""

from __future__ import annotations

import json
import sys
from inspect import signature
from typing import TYPE_CHECKING
from urllib.parse import quote

from councilperf.assessment import Assessment
from councilperf.cli._faults import InputFault
from councilperf.cli._files import format_named, read_any
from councilperf.cli._writing import (
    write_csv,
    write_file,
    write_json,
    write_lines,
    write_notes,
    write_page,
    write_workbook,
)
from councilperf.errors import CouncilPerfError, FieldTypeError
from councilperf.formats import (
    csvw_metadata,
    find_format,
    find_losses,
    show_problems,
    table_schema,
    write_as,
)
from councilperf.model import Scorecard
from councilperf.tables import set_out

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from councilperf.formats import FileFormat, TableWord

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
        sheet=arguments.sheet,
    )
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=str(arguments.file)))
    output = None if str(arguments.output) == "-" else arguments.output
    table = None if output is None or isinstance(to, str) else _TABLES.get(to.name)
    described = table is not None and isinstance(reading.value, Scorecard)
    if arguments.metadata and not described:
        raise InputFault(f"--metadata: it describes a scorecard's file in {' or '.join(_TABLES)}")
    try:
        if isinstance(to, str):
            write_page(set_out(reading.value), to, output)
        else:
            _write(reading.value, to, arguments, output)
        if arguments.metadata and table is not None:
            _describe(reading.value, table, arguments.output)
    except FieldTypeError:
        kind = type(reading.value).__name__
        raise InputFault(f"{arguments.file}: it holds a {kind}, and {name} holds none") from None
    except CouncilPerfError as error:
        raise InputFault(f"{arguments.file}: it cannot be written as {name}: {error}") from None
    write_notes(arguments.file, reading.notes)


_TABLES: dict[str, TableWord] = {"csv": "csv", "tidy-csv": "tidy-csv"}


def _describe(value: Scorecard, table: TableWord, output: Path) -> None:
    """Write metadata beside the table, under the names by which other programs find them."""
    documents = {
        f"{output.name}-metadata.json": csvw_metadata(value, quote(output.name), table),
        f"{output.name}.schema.json": table_schema(value, table),
    }
    for name, document in documents.items():
        text = json.dumps(document, ensure_ascii=False, indent=2)
        write_file(output.with_name(name), f"{text}\n")


def _page_named(name: str) -> str | None:
    lower = name.lower()
    fitting = (page for page, ends in _PAGES.items() if lower == page or lower.endswith(ends))
    return next(fitting, None)


def _write(
    value: object, to: FileFormat, arguments: argparse.Namespace, output: Path | None
) -> None:
    of_scorecards = to.name in ("csv", "xlsx") and arguments.target_format is None
    if isinstance(value, Assessment) and of_scorecards:
        to = find_format(f"assessment-{to.name}")
    known = signature(to.load_writer()).parameters
    asked = {"indent": 2, "excel": output is not None}
    content = write_as(value, to, **{name: asked[name] for name in asked if name in known})
    losses = find_losses(value, to) if isinstance(value, Scorecard) and to.reader else ()
    if to.name in ("json", "json-stat"):
        write_json(content, output)
    elif to.name.endswith("xlsx"):
        write_workbook(content, output)
    else:
        write_csv(content, output)
    if losses:
        told = f"{arguments.output}: it has no place for {', '.join(losses)}"
        write_lines(told, sys.stderr)
