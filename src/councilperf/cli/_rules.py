"""`rules`: which rule sets there are, or one of them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.cli._faults import InputFault, no_rules
from councilperf.cli._writing import write_page
from councilperf.errors import UnknownNameError
from councilperf.presets import PRESETS, find_preset
from councilperf.tables import rule_sets_table, rules_page

if TYPE_CHECKING:
    import argparse

__all__ = ["list_rules"]


def list_rules(arguments: argparse.Namespace) -> None:
    """Print the rule sets with their sources, or the one that is named."""
    if arguments.name is None:
        write_page(rule_sets_table(PRESETS), arguments.format, arguments.output)
        return
    try:
        rules = find_preset(arguments.name)
    except UnknownNameError as error:
        raise InputFault(no_rules(arguments.name, error.known)) from None
    write_page(rules_page(rules), arguments.format, arguments.output)
