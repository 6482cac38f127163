"""Tells hypothesis how to make our values, so that `from_type(Indicator)` works unasked.

Hypothesis calls `register` while it is itself being imported. So it is not imported here at the
top; and `councilperf.strategies`, which is built on it, not before a strategy is wanted: else
whichever of the two is imported first would find the other half made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]

#: The rooms whose types have strategies.
_ROOMS = (
    "periods",
    "values",
    "model",
    "rules",
    "assessment",
    "benchmarking",
    "spc",
    "assurance",
    "tables",
    "formats",
    "render",
)


def register() -> None:
    """Register every public value type; which strategy it has is asked when one is wanted."""
    from attrs import has
    from hypothesis.strategies import register_type_strategy

    for room in _ROOMS:
        module = import_module(f"councilperf.{room}")
        for name in module.__all__:
            offered = getattr(module, name)
            if isinstance(offered, type) and has(offered):
                register_type_strategy(offered, _strategy_for)


def _strategy_for(kind: type[Any]) -> SearchStrategy[Any]:
    """Ask our strategies; hypothesis goes by the annotations where we have none."""
    from councilperf.strategies import STRATEGIES

    make = STRATEGIES.get(kind)
    return NotImplemented if make is None else make()
