"""Rows of a scorecard's document read quickly, where nothing about them is out of the ordinary.

A row of plain figures is checked here as it is read, and its values are put together without
their constructors checking everything a second time: that takes a sixth of the time
(`benchmarks/bench_formats.py`). Whatever is not plain (a wrong key, a text that is no number, a
note) is left to the converter, which knows every shape and says what is wrong with its path. So
this file may read less than the converter and never anything else; a law proves it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

import attrs

from councilperf.formats._leaves import number_from, period_from, unit_from
from councilperf.model import (
    Indicator,
    Observation,
    Polarity,
    ScorecardRow,
    Target,
    Tolerance,
    ToleranceBasis,
)
from councilperf.model import TargetBasis as Basis
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

__all__ = ["quick_reader"]


class _NotPlainError(Exception):
    """Something about a row is out of the ordinary."""


def quick_reader(
    slow: Callable[[Any, Any], Any], converter: Converter
) -> Callable[[Any, Any], Any]:
    """Return what reads a row quickly, and by *slow* where it is not plain."""
    rest = {
        name: _of(converter, ScorecardRow, name)
        for name in ("benchmarks", "benchmark_text", "stated", "commentary")
    }

    def hook(value: Any, kind: Any) -> Any:  # noqa: ANN401 - any tree at all
        try:
            return _row(value, rest)
        except Exception:  # noqa: BLE001 - the slow way says what it is
            return slow(value, kind)

    return hook


def _of(converter: Converter, kind: type, name: str) -> Callable[[Any], Any]:
    annotation = attrs.fields_dict(attrs.resolve_types(kind))[name].type
    read = converter.get_structure_hook(annotation)
    return lambda value: read(value, annotation)


def _slots(kind: type) -> dict[str, Callable[[Any, Any], None]]:
    """Return what sets each field of a frozen class when one is put together."""
    return {each.name: getattr(kind, each.name).__set__ for each in attrs.fields(kind)}


def _defaults(kind: type, *without: str) -> tuple[tuple[Callable[[Any, Any], None], Any], ...]:
    """Return what sets each field that has a default, with that default as it is kept."""
    made = {each.name: each.default for each in attrs.fields(kind)}
    kept = {name: each for name, each in made.items() if each is not attrs.NOTHING}
    example = kind(*[_NEEDED[each] for each in made if each not in kept])
    slots = _slots(kind)
    return tuple((slots[name], getattr(example, name)) for name in kept if name not in without)


#: One value for each field without a default, to see what becomes of the others.
_NEEDED: dict[str, Any] = {
    "reference": "1",
    "title": "1",
    "aim": Decimal(1),
    "indicator": Indicator("1", "1"),
    "period": ReportingPeriod.financial_year(2019),
    "value": Decimal(1),
}
_new = object.__new__

# ---- observations ----

#: At most 31 digits; longer ones are allowed too, and are read slowly. Nor does -0 stand here.
_NUMBERS = re.compile(r"(?:(?:0|-?[1-9][0-9]{0,15})(?:\.[0-9]{1,15})?,)*", re.ASCII)
# Unrolled: a loop over the last three costs a tenth of the whole.
_set_period, _set_value, _set_marks, _set_note, _set_numerator, _set_denominator = _slots(
    Observation
).values()
_NO_MARKS: frozenset[Mark] = frozenset()

#: Few periods, units and tolerances are in a scorecard, and equal ones share one object.
_period = lru_cache(maxsize=4096)(period_from)
_unit = lru_cache(maxsize=1024)(unit_from)


@lru_cache(maxsize=1024)
def _marks(keys: tuple[str, ...]) -> frozenset[Mark]:
    marks = frozenset(map(Mark, keys))
    if len(marks) < len(keys):
        raise _NotPlainError
    return marks


@lru_cache(maxsize=1024)
def _missing(key: str) -> Missing:
    return Missing(Absence(key))


@lru_cache(maxsize=1024)
def _tolerance(size: str, basis: str) -> Tolerance:
    return Tolerance(number_from(size), ToleranceBasis(basis))


def _observations(values: list[dict[str, Any]]) -> tuple[Observation, ...]:
    if values.__class__ is not list:
        raise _NotPlainError
    found = [each["value"] for each in values]
    texts = [each for each in found if each.__class__ is str]
    if _NUMBERS.fullmatch(",".join([*texts, ""])) is None:
        raise _NotPlainError
    codes = [each["period"] for each in values]
    if len(set(codes)) < len(codes):  # one period has one code
        raise _NotPlainError
    made: list[Observation] = []
    for each, code, value in zip(values, codes, found, strict=True):
        observation = _new(Observation)
        _set_period(observation, _period(code))
        _set_value(observation, Decimal(value) if value.__class__ is str else _absent(value))
        _set_marks(observation, _NO_MARKS if len(each) == 2 else _marked(each))
        _set_note(observation, None)
        _set_numerator(observation, None)
        _set_denominator(observation, None)
        made.append(observation)
    return tuple(made)


def _absent(value: dict[str, str]) -> Missing:
    if len(value) > 1:
        raise _NotPlainError
    return _missing(value["missing"])


def _marked(each: dict[str, Any]) -> frozenset[Mark]:
    keys = each["marks"]
    if len(each) > 3 or keys.__class__ is not list:
        raise _NotPlainError
    return _marks(tuple(keys))


# ---- indicators ----


def _text(value: str) -> str:
    if value.__class__ is not str or not value or value.isspace():
        raise _NotPlainError
    return value


def _shared_text(value: str) -> str:
    return intern(_text(value))


def _own_tolerance(value: dict[str, str]) -> Tolerance:
    if len(value) != 2:
        raise _NotPlainError
    return _tolerance(value["size"], value["basis"])


_INDICATOR_SLOTS = _slots(Indicator)
_INDICATOR_DEFAULTS = _defaults(Indicator)
_INDICATOR_READERS: dict[str, Callable[[Any], Any]] = {
    "reference": _text,
    "title": _text,
    "polarity": {each.value: each for each in Polarity}.__getitem__,
    "unit": lambda value: _unit(_text(value)),
    "tolerance": _own_tolerance,
    "best_possible": number_from,
    **dict.fromkeys(
        ("service", "priority", "portfolio", "officer", "frequency", "kind"), _shared_text
    ),
    "note": _text,
}
_INDICATOR_PARTS = {
    name: (_INDICATOR_SLOTS[name], read) for name, read in _INDICATOR_READERS.items()
}


def _indicator(value: dict[str, Any]) -> Indicator:
    indicator = _new(Indicator)
    for set_default, default in _INDICATOR_DEFAULTS:
        set_default(indicator, default)
    for key, part in value.items():
        set_part, read = _INDICATOR_PARTS[key]
        set_part(indicator, read(part))
    if "reference" not in value or "title" not in value:
        raise _NotPlainError
    return indicator


# ---- targets and rows ----

_TARGET_SLOTS = _slots(Target)
_TARGET_DEFAULTS = _defaults(Target)
_TARGET_PARTS: dict[str, tuple[Callable[[Any, Any], None], Callable[[Any], Any]]] = {
    "aim": (_TARGET_SLOTS["aim"], number_from),
    "period": (_TARGET_SLOTS["period"], _period),
    "basis": (_TARGET_SLOTS["basis"], {each.value: each for each in Basis}.__getitem__),
}


def _target(value: dict[str, Any]) -> Target:
    target = _new(Target)
    for set_default, default in _TARGET_DEFAULTS:
        set_default(target, default)
    for key, part in value.items():
        set_part, read = _TARGET_PARTS[key]
        set_part(target, read(part))
    if "aim" not in value:
        raise _NotPlainError
    return target


_ROW_SLOTS = _slots(ScorecardRow)
_ROW_DEFAULTS = _defaults(ScorecardRow)


def _row(value: dict[str, Any], rest: dict[str, Callable[[Any], Any]]) -> ScorecardRow:
    row = _new(ScorecardRow)
    for set_default, default in _ROW_DEFAULTS:
        set_default(row, default)
    _ROW_SLOTS["indicator"](row, _indicator(value["indicator"]))
    for key, part in value.items():
        if key == "observations":
            _ROW_SLOTS[key](row, _observations(part))
        elif key == "targets":
            if part.__class__ is not list:
                raise _NotPlainError
            _ROW_SLOTS[key](row, tuple([_target(each) for each in part]))
        elif key != "indicator":
            made = rest[key](part)
            if made.__class__ is str:
                _text(made)
            _ROW_SLOTS[key](row, made)
    return row
