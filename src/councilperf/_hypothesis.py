"""Tells hypothesis how to make our values, so that `from_type(Indicator)` works unasked.

Hypothesis calls `register` while it is itself being imported. So nothing is imported here at the
top, and `councilperf.strategies`, which imports hypothesis, not before a strategy is wanted:
otherwise importing one of the two first would find the other half made.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself costs more to import than this module
if TYPE_CHECKING:
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]

#: The rooms whose types have strategies.
ROOMS = ("values",)


def register() -> None:
    """Register every public value type; which strategy it has is asked when one is wanted.

    >>> register()
    """
    from importlib import import_module  # noqa: PLC0415 (see the module's docstring)

    from attrs import has  # noqa: PLC0415
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415

    for room in ROOMS:
        module = import_module(f"councilperf.{room}")
        for name in module.__all__:
            offered = getattr(module, name)
            if isinstance(offered, type) and has(offered):
                register_type_strategy(offered, _strategy_for)


def _strategy_for(kind: type[Any]) -> SearchStrategy[Any]:
    """Ask our strategies; hypothesis makes do with the annotations where we have none."""
    from councilperf.strategies import STRATEGIES  # noqa: PLC0415 (see the module's docstring)

    make = STRATEGIES.get(kind)
    return NotImplemented if make is None else make()
