"""The program: what may be asked of it, and with which code it ends."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.cli._choices import FORMATS, PAGE_FORMATS
from councilperf.cli._faults import InputFault

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_WRITING_FAILED, _INPUT_BAD = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when it ran, 2 when what it was given is bad.

    >>> main(["rules", "maidstone"])  # doctest: +ELLIPSIS
    maidstone: how Maidstone Borough Council rates
    ...
    0

    Without *argv* the program's own arguments are taken. Problems go to stderr, one line each. 1
    means that the result could not be written.
    """
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stopped:  # argparse has printed its help, or what is wrong
        return _INPUT_BAD if stopped.code else 0
    try:
        arguments.run(arguments)
        sys.stdout.flush()
    except InputFault as fault:
        print(fault, file=sys.stderr)
        return _INPUT_BAD
    except BrokenPipeError:
        # Who reads our output has had enough; Python would complain again when it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"{error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        return _WRITING_FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="councilperf",
        description="Rate a council's performance scorecard by the council's own rules.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    assess = commands.add_parser(
        "assess",
        help="rate every indicator of a scorecard and sum up",
        description="Rate every indicator of a scorecard (CSV) and sum up, with the reasons.",
    )
    assess.add_argument("file", type=Path, metavar="FILE", help="the scorecard, as CSV")
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
    _add_output(assess, FORMATS)
    assess.set_defaults(run=_assess)
    rules = commands.add_parser(
        "rules",
        help="list the rule sets with their sources",
        description="List the rule sets with their sources, or print one in full.",
    )
    rules.add_argument("name", nargs="?", metavar="NAME", help="the rule set to print in full")
    _add_output(rules, PAGE_FORMATS)
    rules.set_defaults(run=_rules)
    return parser


# What a command needs is loaded when it is run, so that `--help` answers at once.


def _assess(arguments: argparse.Namespace) -> None:
    from councilperf.cli._assess import assess_file  # noqa: PLC0415 - said above

    assess_file(arguments)


def _rules(arguments: argparse.Namespace) -> None:
    from councilperf.cli._rules import list_rules  # noqa: PLC0415 - said above

    list_rules(arguments)


def _add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="text unless given")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="write to this file, whole or not at all"
    )
