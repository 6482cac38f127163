"""Files of any format that the library reads: which format, what is in it, what is wrong."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from councilperf.cli._faults import InputFault
from councilperf.cli._progress import told
from councilperf.errors import CouncilPerfError, UnknownNameError
from councilperf.formats import FileFormat, detect_format, find_format

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from councilperf.formats import Reading

__all__ = ["format_named", "read_any", "read_file"]


def read_file(path: Path) -> bytes:
    """Return what is in a file, or say why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputFault(f"{path}: it cannot be read: {error.strerror}; check the path") from None


def format_named(name: str) -> FileFormat:
    """Return the format that is called so, or that a file of this name is in."""
    try:
        return find_format(name)
    except UnknownNameError as error:
        raise InputFault(f"{name}: {_unknown(name, error)}") from None


def _unknown(name: str, error: UnknownNameError) -> str:
    what = "its ending is of no format" if "." in name else "no format is called so"
    return f"{what}; there are {', '.join(error.known)}"


def read_any(
    path: Path,
    format_name: str | None,
    *,
    given: Mapping[str, object] | None = None,
    **options: object,
) -> tuple[FileFormat, Reading[Any]]:
    """Read a file by the format that is named, else by its ending, else by how it begins.

    Options that are `None` or false were not asked for; *given* goes to readers that take it.
    """
    content = read_file(path)
    if format_name is not None:
        chosen = format_named(format_name)
    else:
        try:
            chosen = find_format(path.name)
        except UnknownNameError:
            chosen = detect_format(content)
        if chosen.name == "csv":  # the ending of both kinds of table
            chosen = detect_format(content)
            chosen = chosen if chosen.name == "tidy-csv" else find_format("csv")
    asked = {name: option for name, option in options.items() if option}
    try:
        reader = chosen.load_reader()
        strange = [name for name in asked if name not in signature(reader).parameters]
        if strange:
            raise InputFault(f"--{strange[0]}: the reader of {chosen.name} has no such choice")
        taken = {
            name: value
            for name, value in (given or {}).items()
            if name in signature(reader).parameters
        }
        with told(f"reading {path.name}"):
            return chosen, reader(content, **asked, **taken)
    except CouncilPerfError as error:
        raise InputFault(f"{path}: {error}") from None
