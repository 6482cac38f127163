"""The program: what may be asked of it, and with which code it ends."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.cli._choices import (
    AUDIENCES,
    FORMATS,
    PAGE_FORMATS,
    PAPER_FORMATS,
    READ_FORMATS,
    WRITTEN_FORMATS,
)
from councilperf.cli._faults import InputFault

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_NOT_SO, _INPUT_BAD = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    >>> main(["rules", "maidstone"])  # doctest: +ELLIPSIS
    maidstone: how Maidstone Borough Council rates
    ...
    0

    Without *argv* the program's own arguments are taken. It is 0 when the command did what it was
    asked, 1 when `validate` found problems, a program answers `conformance` differently, or a
    result could not be written, and 2 when what the command was given is bad: its arguments, or a
    file that it needs. Problems go to stderr, one line each; those that `validate` finds are its
    result and go to stdout.
    """
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stopped:  # argparse has printed its help, or what is wrong
        return _INPUT_BAD if stopped.code else 0
    try:
        fine = arguments.run(arguments)
        sys.stdout.flush()
    except InputFault as fault:
        print(fault, file=sys.stderr)
        return _INPUT_BAD
    except BrokenPipeError:
        # Who reads our output has had enough; Python would complain again when it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"{error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        return _NOT_SO
    return _NOT_SO if fine is False else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="councilperf",
        description="Rate a council's performance scorecard by the council's own rules.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    assess = commands.add_parser(
        "assess",
        help="rate every indicator of a scorecard and sum up",
        description="Rate every indicator of a scorecard and sum up, with the reasons.",
    )
    assess.add_argument(
        "file", type=Path, metavar="FILE", help="the scorecard: CSV, a workbook (.xlsx), JSON"
    )
    _add_sheet(assess)
    assess.add_argument(
        "--rules",
        required=True,
        metavar="NAME_OR_JSON_FILE",
        help="a rule set by its name (see `councilperf rules`), or a file of your own",
    )
    assess.add_argument(
        "--period",
        metavar="PERIOD",
        help='the period to assess, such as "Q2 2019-20"; else the last column with a value',
    )
    assess.add_argument(
        "--explain", metavar="REF", help="print the whole reason for one indicator instead"
    )
    assess.add_argument(
        "--benchmark",
        action="append",
        default=[],
        metavar="GROUP",
        help="set each figure beside this group's, such as England; may be given again",
    )
    assess.add_argument(
        "--spc",
        action="store_true",
        help="set a control chart's verdicts beside each figure: is anything happening?",
    )
    assess.add_argument(
        "--trends",
        action="store_true",
        help="draw each indicator's figures over time (html), or describe them",
    )
    _add_output(assess, FORMATS)
    assess.set_defaults(run=_assess, format=None)  # the ending of OUT may say it
    rules = commands.add_parser(
        "rules",
        help="list the rule sets with their sources",
        description="List the rule sets with their sources, or print one in full.",
    )
    rules.add_argument("name", nargs="?", metavar="NAME", help="the rule set to print in full")
    _add_output(rules, PAGE_FORMATS)
    rules.set_defaults(run=_rules)
    _add_paper(
        commands.add_parser(
            "paper",
            help="write a report as a committee paper",
            description="Write a report (JSON) as a committee paper, for whoever is to read it. "
            "For the public and for members what they may not see is withheld; officers are given "
            "everything, and what the checks find.",
        )
    )
    _add_convert(
        commands.add_parser(
            "convert",
            help="write a file in another format",
            description="Write a scorecard, or any JSON document, in another format. What the "
            "format has no place for is told.",
        )
    )
    _add_validate(
        commands.add_parser(
            "validate",
            help="say everything that is wrong with a file",
            description="Say everything that is wrong with a file, each problem with its cell or "
            "path. It ends with 1 where there is any.",
        )
    )
    _add_conformance(
        commands.add_parser(
            "conformance",
            help="put another implementation to our cases",
            description="Ask a program every case, one line of JSON each, and tell which it "
            "answers differently. It ends with 1 where there is any.",
        )
    )
    return parser


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook to read")


def _add_paper(paper: argparse.ArgumentParser) -> None:
    paper.add_argument("file", type=Path, metavar="FILE", help="the report, as JSON")
    paper.add_argument(
        "--for",
        dest="audience",
        choices=AUDIENCES,
        default=AUDIENCES[0],
        help=f"who is to read it: the {AUDIENCES[0]} unless given",
    )
    paper.add_argument(
        "--rules",
        metavar="NAME_OR_JSON_FILE",
        help="rate its scorecards by these rules; else they are shown as given",
    )
    _add_output(paper, PAPER_FORMATS)
    # None: what the ending of OUT says, else text.
    paper.set_defaults(run=_paper, format=None)


def _add_convert(convert: argparse.ArgumentParser) -> None:
    convert.add_argument("file", type=Path, metavar="IN", help="the file to read")
    convert.add_argument(
        "output", type=Path, metavar="OUT", help="the file to write, whole or not at all; - prints"
    )
    _add_reading(convert)
    convert.add_argument(
        "--to",
        dest="target_format",
        metavar="FORMAT",
        help=f"the format of OUT, unless its ending says it: {', '.join(WRITTEN_FORMATS)}, or for "
        f"reading only {', '.join(PAGE_FORMATS)}",
    )
    convert.add_argument(
        "--title", metavar="TITLE", help="the scorecard's title, for a bare sheet"
    )
    convert.add_argument(
        "--metadata",
        action="store_true",
        help="write CSVW and Table Schema beside a CSV file too: OUT-metadata.json and "
        "OUT.schema.json",
    )
    convert.set_defaults(run=_convert)


def _add_validate(validate: argparse.ArgumentParser) -> None:
    validate.add_argument("file", type=Path, metavar="FILE", help="the file to read")
    _add_reading(validate)
    validate.add_argument(
        "--most", type=_count, default=1000, metavar="N", help="show so many problems (1000)"
    )
    validate.set_defaults(run=_validate)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help=f"the format of the file, unless its ending says it: {', '.join(READ_FORMATS)}",
    )
    parser.add_argument(
        "--period",
        metavar="PERIOD",
        help='what a bare column "Actual" is for, such as "Q2 2019-20"',
    )
    parser.add_argument(
        "--lenient",
        action="store_true",
        help="leave out keys of JSON that are not known, and say so",
    )
    _add_sheet(parser)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= 10**6):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 to 1,000,000")
    return int(text)


def _add_conformance(conformance: argparse.ArgumentParser) -> None:
    conformance.add_argument(
        "--answer",
        action="store_true",
        help="answer such questions from stdin instead, by this library",
    )
    conformance.add_argument(
        "command", nargs=argparse.REMAINDER, metavar="COMMAND", help="the program, last of all"
    )
    conformance.set_defaults(run=_conformance)


# What a command needs is loaded when it is run, so that `--help` answers at once.


def _assess(arguments: argparse.Namespace) -> None:
    from councilperf.cli._assess import assess_file  # noqa: PLC0415 - said above

    assess_file(arguments)


def _rules(arguments: argparse.Namespace) -> None:
    from councilperf.cli._rules import list_rules  # noqa: PLC0415 - said above

    list_rules(arguments)


def _paper(arguments: argparse.Namespace) -> None:
    from councilperf.cli._paper import write_paper  # noqa: PLC0415 - said above

    write_paper(arguments)


def _convert(arguments: argparse.Namespace) -> None:
    from councilperf.cli._convert import convert_file  # noqa: PLC0415 - said above

    convert_file(arguments)


def _validate(arguments: argparse.Namespace) -> bool:
    from councilperf.cli._validate import validate_file  # noqa: PLC0415 - said above

    return validate_file(arguments)


def _conformance(arguments: argparse.Namespace) -> bool:
    from councilperf.cli._conformance import answer_questions, ask_program  # noqa: PLC0415 - said above

    if arguments.answer:
        answer_questions()
        return True
    return ask_program(arguments.command)


def _add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="text unless given")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="write to this file, whole or not at all"
    )
