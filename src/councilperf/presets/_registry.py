"""Every preset, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.errors import UnknownNameError
from councilperf.presets._cheshire_east import CHESHIRE_EAST
from councilperf.presets._maidstone import MAIDSTONE

if TYPE_CHECKING:
    from councilperf.rules import RuleSet

__all__ = ["PRESETS", "find_preset"]

#: Every preset, in the order of their names.
PRESETS: tuple[RuleSet, ...] = (CHESHIRE_EAST, MAIDSTONE)


def find_preset(name: str) -> RuleSet:
    """Return the rule set with this name.

    >>> find_preset("maidstone").council
    'Maidstone Borough Council'

    Raises `UnknownNameError` with the names that there are.
    """
    for each in PRESETS:
        if each.name == name:
            return each
    raise UnknownNameError("rule set", name, tuple(each.name for each in PRESETS))
