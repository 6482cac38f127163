"""`assess`: a scorecard's file in, its assessment out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import Context, assess
from councilperf.cli._choices import PAGE_FORMATS
from councilperf.cli._faults import InputFault
from councilperf.cli._files import read_any
from councilperf.cli._progress import told
from councilperf.cli._rules import find_rules
from councilperf.cli._writing import (
    write_csv,
    write_json,
    write_notes,
    write_page,
    write_workbook,
)
from councilperf.errors import CouncilPerfError
from councilperf.formats import (
    dump_json,
    show_problems,
    write_assessment_xlsx,
    write_table_csv,
)
from councilperf.model import Scorecard
from councilperf.spc import COUNCILPERF_XMR_1
from councilperf.tables import assessment_page, explanation_page, results_table

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from councilperf.assessment import AssessedRow, Assessment

__all__ = ["assess_file"]


def assess_file(arguments: argparse.Namespace) -> None:
    """Assess the file that is named, and write what was asked for."""
    how = arguments.format or _by_ending(arguments.output)
    for wish, wanted in (
        ("--explain", arguments.explain is not None),
        ("--trends", arguments.trends),
    ):
        if wanted and how not in PAGE_FORMATS:
            raise InputFault(f"{wish}: it is written as {', '.join(PAGE_FORMATS)} only")
    rules = find_rules(arguments.rules)
    _, reading = read_any(arguments.file, None, sheet=arguments.sheet)
    if reading.value is None and arguments.period is not None:
        # A column without a period, "Actual", is of the one that is asked for.
        _, reading = read_any(
            arguments.file, None, sheet=arguments.sheet, given={"period": arguments.period}
        )
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=str(arguments.file)))
    if not isinstance(reading.value, Scorecard):
        kind = type(reading.value).__name__
        raise InputFault(f"{arguments.file}: it holds a {kind}; give a scorecard")
    try:
        with told(f"rating {len(reading.value.rows)} rows"):
            assessment = assess(
                reading.value, rules, period=arguments.period, context=_context(arguments)
            )
        row = None if arguments.explain is None else assessment[arguments.explain]
    except CouncilPerfError as error:
        raise InputFault(f"{arguments.file}: {error}") from None
    with told(f"writing {how}"):
        _write(arguments, how, assessment, row, reading.notes)
    if row is not None or how not in PAGE_FORMATS:
        # Only the whole page has a place for them.
        write_notes(arguments.file, reading.notes)


def _context(arguments: argparse.Namespace) -> Context | None:
    """Return what the rows are to be seen beside, if anything."""
    if not (arguments.benchmark or arguments.spc):
        return None
    return Context(
        benchmarks=arguments.benchmark, spc=COUNCILPERF_XMR_1 if arguments.spc else None
    )


def _write(
    arguments: argparse.Namespace,
    how: str,
    assessment: Assessment,
    row: AssessedRow | None,
    notes: tuple[str, ...],
) -> None:
    if how == "json":
        write_json(dump_json(assessment, indent=2), arguments.output)
    elif how == "csv":
        excel = arguments.output is not None
        content = write_table_csv(results_table(assessment), excel=excel)
        write_csv(content, arguments.output)
    elif how == "xlsx":
        write_workbook(_workbook(assessment), arguments.output)
    elif row is None:
        page = assessment_page(assessment, notes=notes, trends=arguments.trends)
        write_page(page, how, arguments.output)
    else:
        write_page(explanation_page(row, assessment), how, arguments.output)


def _by_ending(output: Path | None) -> str:
    """Return what the file's name says, for a workbook; all else is text unless it is asked."""
    return "xlsx" if output is not None and output.suffix.lower() == ".xlsx" else "text"


def _workbook(assessment: Assessment) -> bytes:
    try:
        return write_assessment_xlsx(assessment)
    except CouncilPerfError as error:  # a text longer than Excel takes, or the extra is missing
        raise InputFault(f"it cannot be written as xlsx: {error}") from None
