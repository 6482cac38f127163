"""How documents of earlier versions become documents of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from councilperf.formats._json._kinds import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["migrated"]

#: For each earlier version, what makes of its tree a tree of the next. Version 1 is the first.
_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def migrated(tree: dict[str, Any]) -> dict[str, Any]:
    """Return the tree as the newest version has it; a tree of the newest is returned as it is."""
    while tree["version"] < VERSION:
        step = _STEPS[tree["version"]]
        tree = {**step(tree), "version": tree["version"] + 1}
    return tree
