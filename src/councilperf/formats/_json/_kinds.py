"""Which values can be a document, by the name that documents give them."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib import import_module

import attrs

from councilperf.formats._json._converter import SHAPED
from councilperf.formats._json._unions import kebab_case
from councilperf.rules import Scale
from councilperf.spc import XmrRules

__all__ = ["VERSION", "format_of", "is_record", "kinds"]

#: The version that is written; every earlier one is read too.
VERSION = 1

_ROOMS = ("values", "periods", "model", "rules")
#: Of the rooms of results, what is given, and results that follow from nothing else.
_BY_ROOM = {
    "assessment": (
        "Assessment",
        "Context",
        "IndicatorRebase",
        "LevelCount",
        "Tally",
        "UnratedCount",
    ),
    "benchmarking": ("BenchmarkRules", "ComparatorGroup"),
    "spc": ("XmrRules",),
}


@cache
def kinds() -> dict[str, type]:
    """Return every type that can be a document, by its name in `format`."""
    found = {
        name: getattr(import_module(f"councilperf.{room}"), name)
        for room, names in _BY_ROOM.items()
        for name in names
    }
    for room in _ROOMS:
        module = import_module(f"councilperf.{room}")
        found.update((name, getattr(module, name)) for name in module.__all__)
    return {
        f"councilperf/{kebab_case(name)}": kind
        for name, kind in found.items()
        if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Enum))
    }


@cache
def _names() -> dict[type, str]:
    return {kind: name for name, kind in kinds().items()}


def format_of(kind: type) -> str | None:
    """Return the name of a type in `format`, or `None` where it can be no document."""
    return _names().get(kind)


def is_record(kind: type) -> bool:
    """Say whether a type's keys stand beside `format`; other shapes stand under "value"."""
    return attrs.has(kind) and kind not in SHAPED and kind not in (Scale, XmrRules)
