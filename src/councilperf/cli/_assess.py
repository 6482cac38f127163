"""`assess`: a scorecard's file in, its assessment out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.assessment import assess
from councilperf.cli._faults import InputFault, read_file
from councilperf.cli._writing import write_page
from councilperf.errors import CouncilPerfError, UnknownNameError
from councilperf.formats import read_scorecard_csv, show_problems
from councilperf.presets import find_preset
from councilperf.tables import assessment_page, explanation_page

if TYPE_CHECKING:
    import argparse

    from councilperf.assessment import Assessment
    from councilperf.rules import RuleSet

__all__ = ["assess_file"]


def assess_file(arguments: argparse.Namespace) -> None:
    """Assess the file that is named, and write what was asked for."""
    rules = _find_rules(arguments.rules)
    reading = read_scorecard_csv(read_file(arguments.file))
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=str(arguments.file)))
    try:
        assessment = assess(reading.value, rules, period=arguments.period)
        if arguments.explain is not None:
            row = assessment[arguments.explain]
            write_page(explanation_page(row, assessment), arguments.format, arguments.output)
            return
    except CouncilPerfError as error:
        raise InputFault(f"{arguments.file}: {error}") from None
    _write(assessment, arguments, reading.notes)


def _write(assessment: Assessment, arguments: argparse.Namespace, notes: tuple[str, ...]) -> None:
    write_page(assessment_page(assessment, notes=notes), arguments.format, arguments.output)


def _find_rules(name: str) -> RuleSet:
    try:
        return find_preset(name)
    except UnknownNameError as error:
        path = Path(name)
        if path.suffix.lower() != ".json" and not path.is_file():
            raise InputFault(f"{error}; nor is there a file {name!r}") from None
    raise InputFault(str(path))
