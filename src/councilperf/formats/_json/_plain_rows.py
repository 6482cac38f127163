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
from typing import TYPE_CHECKING, Any

import attrs

from councilperf.formats._json._drafts import draft_of
from councilperf.formats._leaves import period_from, unit_from
from councilperf.model import (
    NUMBER,
    Indicator,
    Observation,
    Polarity,
    ScorecardRow,
    Target,
    Tolerance,
    ToleranceBasis,
    Unit,
)
from councilperf.model import TargetBasis as Basis
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


#: Drafts of what there is most of; a field that is not filled fails at once where it is read.
_IndicatorDraft, _ObservationDraft, _TargetDraft, _RowDraft = map(
    draft_of, (Indicator, Observation, Target, ScorecardRow)
)

# ---- what all of them hold ----

#: At most 31 digits; longer ones are allowed too, and are read slowly. Nor does -0 stand here.
_A_NUMBER = r"(?:0|-?[1-9][0-9]{0,15})(?:\.[0-9]{1,15})?"
_NUMBER = re.compile(_A_NUMBER, re.ASCII)
_NUMBERS = re.compile(f"(?:{_A_NUMBER},)*", re.ASCII)

#: Few periods, units and tolerances are in a scorecard, and equal ones share one object.
_period = lru_cache(maxsize=4096)(period_from)


def _number(value: str) -> Decimal:
    if _NUMBER.fullmatch(value) is None:
        raise _NotPlainError
    return Decimal(value)


def _text(value: str) -> str:
    if value.__class__ is not str or not value or value.isspace():
        raise _NotPlainError
    return value


@lru_cache(maxsize=4096)
def _shared_text(value: str) -> str:
    if len(_text(value)) > _LONGEST_SHARED:
        raise _NotPlainError
    return value


#: So that what is shared stays small, whatever is read.
_LONGEST_SHARED = 200


# ---- observations ----

_NO_MARKS: frozenset[Mark] = frozenset()


@lru_cache(maxsize=1024)
def _marks(keys: tuple[str, ...]) -> frozenset[Mark]:
    marks = frozenset(map(Mark, keys))
    if len(marks) < len(keys):
        raise _NotPlainError
    return marks


@lru_cache(maxsize=1024)
def _missing(key: str) -> Missing:
    return Missing(Absence(key))


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
    made: list[Any] = []
    for each, code, value in zip(values, codes, found, strict=True):
        draft = _ObservationDraft()
        draft.period = _period(code)
        draft.value = Decimal(value) if value.__class__ is str else _absent(value)
        draft.marks = _NO_MARKS if len(each) == 2 else _marked(each)
        draft.note = draft.numerator = draft.denominator = None
        draft.__class__ = Observation
        made.append(draft)
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


@lru_cache(maxsize=1024)
def _unit(name: str) -> Unit:
    return unit_from(_shared_text(name))


@lru_cache(maxsize=1024)
def _tolerance(size: str, basis: str) -> Tolerance:
    return Tolerance(_number(size), ToleranceBasis(basis))


def _own_tolerance(value: dict[str, str]) -> Tolerance:
    if len(value) != 2:
        raise _NotPlainError
    return _tolerance(value["size"], value["basis"])


_UNSTATED = Missing(Absence.NO_POLARITY)
_NO_TAGS: frozenset[str] = frozenset()
_INDICATOR_READERS: dict[str, Callable[[Any], Any]] = {
    "reference": _text,
    "title": _text,
    "polarity": {each.value: each for each in Polarity}.__getitem__,
    "unit": _unit,
    "tolerance": _own_tolerance,
    "best_possible": _number,
    **dict.fromkeys(
        ("service", "priority", "portfolio", "officer", "frequency", "kind"), _shared_text
    ),
    "note": _text,
}


def _indicator(value: dict[str, Any]) -> Indicator:
    draft = _IndicatorDraft()
    draft.polarity, draft.unit, draft.tags, draft.kind = _UNSTATED, NUMBER, _NO_TAGS, "indicator"
    draft.tolerance = draft.best_possible = draft.frequency = draft.note = None
    draft.service = draft.priority = draft.portfolio = draft.officer = None
    for key, part in value.items():
        setattr(draft, key, _INDICATOR_READERS[key](part))
    if "reference" not in value or "title" not in value:
        raise _NotPlainError
    draft.__class__ = Indicator
    made: Indicator = draft
    return made


# ---- targets and rows ----

_TARGET_READERS: dict[str, Callable[[Any], Any]] = {
    "aim": _number,
    "period": _period,
    "basis": {each.value: each for each in Basis}.__getitem__,
}


def _target(value: dict[str, Any]) -> Target:
    draft = _TargetDraft()
    draft.basis, draft.strict = Basis.UNSTATED, False
    draft.period = draft.floor = draft.stretch = draft.source = None
    draft.supersedes = draft.reason = draft.decision = None
    for key, part in value.items():
        setattr(draft, key, _TARGET_READERS[key](part))
    if "aim" not in value:
        raise _NotPlainError
    draft.__class__ = Target
    made: Target = draft
    return made


def _row(value: dict[str, Any], rest: dict[str, Callable[[Any], Any]]) -> ScorecardRow:
    draft = _RowDraft()
    draft.indicator = _indicator(value["indicator"])
    draft.observations = draft.targets = draft.benchmarks = draft.stated = ()
    draft.benchmark_text = draft.commentary = None
    for key, part in value.items():
        if key == "observations":
            draft.observations = _observations(part)
        elif key == "targets":
            if part.__class__ is not list:
                raise _NotPlainError
            draft.targets = tuple([_target(each) for each in part])
        elif key != "indicator":
            made = rest[key](part)
            setattr(draft, key, _text(made) if made.__class__ is str else made)
    draft.__class__ = ScorecardRow
    row: ScorecardRow = draft
    return row
