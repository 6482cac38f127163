"""A typed domain model for UK council performance reporting.

Every name is loaded from its room when it is first used, so a program that uses periods alone
pays for periods alone. This file is written by `.ci/front.py` from the rooms' own `__all__`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from councilperf.errors import *
    from councilperf.values import *

    __version__: str

__all__ = [
    "Absence",
    "CouncilPerfError",
    "FieldTypeError",
    "FieldValueError",
    "Mark",
    "Missing",
    "MissingExtraError",
    "PeriodError",
    "Rounding",
    "UnknownNameError",
    "format_number",
    "round_to",
]

#: Where each name lives.
_NAMES_BY_ROOM = {
    "errors": """
        CouncilPerfError FieldTypeError FieldValueError MissingExtraError PeriodError
        UnknownNameError
    """,
    "values": """
        Absence Mark Missing Rounding format_number round_to
    """,
}
_ROOM = {name: room for room, names in _NAMES_BY_ROOM.items() for name in names.split()}
#: Rooms that are offered as a whole.
_MODULES = ()


def __dir__() -> list[str]:
    return __all__.copy()


# Type checkers read the imports above; seeing this too, they would believe any name at all.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name from its room, once."""
        if name in _MODULES:
            return import_module(f"councilperf.{name}")
        if name in _ROOM:
            found = getattr(import_module(f"councilperf.{_ROOM[name]}"), name)
        elif name == "__version__":
            from importlib.metadata import version

            found = version("councilperf")
        else:
            raise AttributeError(_not_offered(name))
        globals()[name] = found
        return found

    def _not_offered(name: str) -> str:
        """Say that a name is not here, and which names come near it."""
        from difflib import get_close_matches

        near = " or ".join(repr(each) for each in get_close_matches(name, __all__))
        remedy = f"did you mean {near}?" if near else "dir(councilperf) lists what there is"
        return f"councilperf offers no {name!r}; {remedy}"
