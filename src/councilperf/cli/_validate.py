"""`validate`: everything that is wrong with a file, each with its cell or path."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from councilperf.cli._files import read_any
from councilperf.cli._writing import write_lines, write_notes
from councilperf.formats import show_problems
from councilperf.model import Scorecard

if TYPE_CHECKING:
    import argparse

__all__ = ["validate_file"]


def validate_file(arguments: argparse.Namespace) -> bool:
    """Print what is wrong with a file, or that nothing is; say whether nothing is."""
    chosen, reading = read_any(
        arguments.file,
        arguments.source_format,
        period=arguments.period,
        lenient=arguments.lenient,
        sheet=arguments.sheet,
    )
    file = str(arguments.file)
    write_notes(arguments.file, reading.notes)
    if reading.value is None:
        write_lines(show_problems(reading.problems, most=arguments.most, file=file), sys.stdout)
        return False
    write_lines(f"{file}: no problems; {_what(reading.value)}, read as {chosen.name}", sys.stdout)
    return True


def _what(value: object) -> str:
    if isinstance(value, Scorecard):
        count = len(value.rows)
        return f"a scorecard of {count:,} indicator{'' if count == 1 else 's'}"
    return f"a {type(value).__name__}"
