"""How the rules of a control chart are written: by name where the name says everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from councilperf.errors import FieldValueError
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    XmrRules,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["chart_rule_names", "chart_rules_from", "chart_rules_shape"]

_NAMED = {
    each.name: each
    for each in (COUNCILPERF_XMR_1, MAKING_DATA_COUNT_SPREADSHEET, NHSR_PLOTTHEDOTS_0_2_2)
}


def chart_rule_names() -> tuple[str, ...]:
    """Return the names that stand for rules of ours; what a version's name stands for stays."""
    return tuple(_NAMED)


def chart_rules_shape(rules: XmrRules, write: Callable[[XmrRules], object]) -> object:
    """Write rules of ours by their name, others in full."""
    return rules.name if _NAMED.get(rules.name) == rules else write(rules)


def chart_rules_from(value: object, read: Callable[[Any, Any], Any]) -> XmrRules:
    """Read rules by their name, or in full."""
    if not isinstance(value, str):
        rules: XmrRules = read(value, XmrRules)
        return rules
    if value not in _NAMED:
        raise FieldValueError("spc", value, "one of " + ", ".join(_NAMED) + ", or rules in full")
    return _NAMED[value]
