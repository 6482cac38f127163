"""`paper`: a report's JSON in, the committee paper out, for whoever is to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assessment import assess
from councilperf.assurance import STANDARD_CHECKS, check, check_by_rules, member_view, public_view
from councilperf.cli._choices import AUDIENCES
from councilperf.cli._faults import InputFault
from councilperf.cli._files import read_file
from councilperf.cli._progress import told
from councilperf.cli._rules import find_rules
from councilperf.cli._writing import write_file, write_page
from councilperf.errors import CouncilPerfError
from councilperf.formats import read_json, show_problems
from councilperf.model import Report
from councilperf.render import render_docx
from councilperf.tables import paper_page

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from councilperf.assessment import Assessment
    from councilperf.assurance import Finding
    from councilperf.tables import Page

__all__ = ["write_paper"]

_PUBLIC, _MEMBERS, _OFFICERS = AUDIENCES


def write_paper(arguments: argparse.Namespace) -> None:
    """Write the paper for its readers: the public unless others are named."""
    reading = read_json(read_file(arguments.file), Report)
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=str(arguments.file)))
    report = reading.value
    if arguments.audience == _PUBLIC:
        report = public_view(report)
    elif arguments.audience == _MEMBERS:
        report = member_view(report)
    assessments = _assessed(report, arguments.rules)
    findings: tuple[Finding, ...] = ()
    if arguments.audience == _OFFICERS:
        checks = STANDARD_CHECKS
        findings = check(report, [*checks, check_by_rules(assessments)] if assessments else checks)
    page = paper_page(report, assessments=assessments, findings=findings)
    how = arguments.format or _by_ending(arguments.output)
    with told(f"writing {how}"):
        _write(page, how, arguments.output)


def _assessed(report: Report, name: str | None) -> list[Assessment]:
    if name is None:
        return []
    rules = find_rules(name)
    return [assess(card, rules, period=report.period) for _, card in report.all_scorecards()]


_ENDINGS = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown"}


def _by_ending(output: Path | None) -> str:
    """Return what the file's name says that it is."""
    return "text" if output is None else _ENDINGS.get(output.suffix.lower(), "text")


def _write(page: Page, how: str, output: Path | None) -> None:
    if how != "docx":
        write_page(page, how, output)
    elif output is None:
        raise InputFault("--format docx: a Word document goes to a file; name it with -o")
    else:
        try:
            write_file(output, render_docx(page))
        except CouncilPerfError as error:
            raise InputFault(f"--format docx: {error}") from None
