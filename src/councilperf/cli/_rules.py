"""`rules`: which rule sets there are, or one of them in full."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf.cli._faults import InputFault
from councilperf.cli._files import read_file
from councilperf.cli._writing import write_page
from councilperf.errors import UnknownNameError
from councilperf.formats import read_json, show_problems
from councilperf.presets import PRESETS, find_preset
from councilperf.rules import RuleSet
from councilperf.tables import rule_sets_table, rules_page

if TYPE_CHECKING:
    import argparse

__all__ = ["find_rules", "list_rules"]


def list_rules(arguments: argparse.Namespace) -> None:
    """Print the rule sets with their sources, or the one that is named."""
    if arguments.name is None:
        write_page(rule_sets_table(PRESETS), arguments.format, arguments.output)
        return
    try:
        rules = find_preset(arguments.name)
    except UnknownNameError as error:
        raise _no_rules(arguments.name, error.known) from None
    write_page(rules_page(rules), arguments.format, arguments.output)


def find_rules(name: str) -> RuleSet:
    """Return the rule set of this name, or the one in a file of this name."""
    path = Path(name)
    if path.suffix.lower() != ".json":
        try:
            return find_preset(name)
        except UnknownNameError as error:
            if not path.is_file():
                raise _no_rules(name, error.known) from None
    reading = read_json(read_file(path), RuleSet)
    if reading.value is None:
        raise InputFault(show_problems(reading.problems, file=name))
    return reading.value


def _no_rules(name: str, known: tuple[str, ...]) -> InputFault:
    """Say that a rule set is not there, and which come near."""
    near = " or ".join(repr(each) for each in get_close_matches(name, known))
    hint = f"did you mean {near}?" if near else "`councilperf rules` lists the names"
    return InputFault(f"there is no rule set and no file called {name!r}; {hint}")
