"""JSON Schema of each kind of document, made from the same types that are read and written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from councilperf.assessment import Assessment, Context
from councilperf.benchmarking import Comparison
from councilperf.errors import CouncilPerfError, FieldValueError
from councilperf.formats._json._chart_rules import chart_rule_names
from councilperf.formats._json._kinds import VERSION, format_of, is_record
from councilperf.formats._json._rule_shapes import FAMILIES, scale_names
from councilperf.formats._json._unions import kebab_case
from councilperf.model import Answer, Range, Scorecard, Unit
from councilperf.periods import ReportingPeriod
from councilperf.rules import Figure, FigureKind, RuleSet, Scale
from councilperf.spc import Assurance, Signal, Variation, XmrRules
from councilperf.values import Absence, Missing

__all__ = ["json_schema"]

Schema: TypeAlias = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_FILLED: Schema = {"type": "string", "pattern": r"\S"}
_NUMBER: Schema = {"type": "string", "pattern": r"^-?(0|[1-9][0-9]{0,33})(\.[0-9]{1,34})?$"}
_PLAIN: dict[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: _NUMBER,
    dt.date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    ReportingPeriod: {"type": "string", "pattern": r"^[A-Za-z0-9_-]+@(0[1-9]|1[0-2])$"},
    type(None): {"type": "null"},
}


def json_schema(kind: type) -> Schema:
    """Return the JSON Schema (2020-12) of documents of this type.

    >>> json_schema(Range)["required"]
    ['format', 'version', 'low', 'high']

    It accepts everything that `dump_json` writes. It says less than the reader does: what depends
    on several parts at once (a low end above its high end) only the reader refuses.

    Raises `FieldValueError` for a type that can be no document.
    """
    name = format_of(kind)
    if name is None:
        raise FieldValueError("kind", kind, "a type that can be a document")
    definitions: dict[str, Schema] = {}
    head = {"format": {"const": name}, "version": {"const": VERSION}}
    if kind is Assessment:
        body = _assessment(definitions)
    elif is_record(kind):
        body = _record(kind, definitions)
    else:
        body = _object({"value": _schema(kind, definitions)}, ["value"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "object",
        "properties": {**head, **body["properties"]},
        "required": ["format", "version", *body["required"]],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _object(properties: dict[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _record(kind: type, definitions: dict[str, Schema]) -> Schema:
    properties: dict[str, Schema] = {}
    required: list[str] = []
    hints = get_type_hints(kind)
    for field in attrs.fields(kind):
        name = "missing" if (kind, field.name) == (Missing, "reason") else field.name
        properties[name] = _schema(hints[field.name], definitions)
        if field.default is attrs.NOTHING:
            required.append(name)
            if hints[field.name] is str and kind is not Missing:
                properties[name] = _FILLED
    return _object(properties, required)


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any annotation
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _choice(parts, definitions)
    if origin is tuple:
        return {"type": "array", "items": _schema(parts[0], definitions)}
    if origin is frozenset:
        items = _schema(parts[0], definitions)
        return {"type": "array", "items": items, "uniqueItems": True}
    return _named(kind, definitions)


def _choice(parts: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    several = len([each for each in parts if each is not type(None)]) > 1
    choices: list[Schema] = []
    for part in parts:
        schema = _schema(part, definitions)
        if several and part is Answer:
            schema = _object({"answer": schema}, ["answer"])
        elif several and part is dt.date:
            schema = _object({"date": schema}, ["date"])
        elif several and attrs.has(part) and part not in (Missing, Range) and is_record(part):
            record = _record(part, definitions)
            tag = {"type": {"const": kebab_case(part.__name__)}}
            schema = _object({**tag, **record["properties"]}, ["type", *record["required"]])
        if schema not in choices:
            choices.append(schema)
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _named(kind: type, definitions: dict[str, Schema]) -> Schema:
    """Return a reference to the definition of a type, which is made where it is first met."""
    family = next((name for name, kinds in _families().items() if kind in kinds), None)
    name = family or kebab_case(kind.__name__)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _shape(kind, family, definitions)
    return {"$ref": f"#/$defs/{name}"}


@cache
def _families() -> dict[str, tuple[type, ...]]:
    names = ("reach", "condition", "allowance")
    return {name: kinds for name, (kinds, _, _) in zip(names, FAMILIES, strict=True)}


def _shape(kind: type[Any], family: str | None, definitions: dict[str, Schema]) -> Schema:
    if family is not None:
        return {"reach": _reach, "condition": _condition, "allowance": _allowance}[family](
            definitions
        )
    if issubclass(kind, Enum):
        return {"enum": list(map(str, kind))}
    if kind is Figure:
        return _figure()
    if kind is Unit:
        return {"anyOf": [_FILLED, _record(Unit, definitions)]}
    if kind is Scale:
        known: Schema = {"enum": list[str](scale_names())}
        return {"anyOf": [known, _record(Scale, definitions)]}
    if kind is XmrRules:
        named: Schema = {"enum": list[str](chart_rule_names())}
        return {"anyOf": [named, _record(XmrRules, definitions)]}
    return _record(kind, definitions)


def _figure() -> Schema:
    """Say which figures stand alone, and what each of the others has to be of."""
    of: dict[str, Schema] = {FigureKind.CONSTANT.value: _NUMBER}
    alone: list[str] = []
    for kind in FigureKind:
        if _is_figure(kind, None):
            alone.append(kind.value)
        elif _is_figure(kind, "x"):
            of[kind.value] = _FILLED
        elif kind is not FigureKind.CONSTANT:
            of[kind.value] = {"type": "integer", "minimum": 1}
    return {"anyOf": [{"enum": alone}, *(_object({name: of[name]}, [name]) for name in of)]}


def _is_figure(kind: FigureKind, of: str | None) -> bool:
    try:
        Figure(kind, of)
    except CouncilPerfError:
        return False
    return True


def _reach(definitions: dict[str, Schema]) -> Schema:
    figure = _named(Figure, definitions)
    allowance = {"$ref": "#/$defs/allowance"}
    _named(_families()["allowance"][0], definitions)
    parts = {"type": "array", "items": {"$ref": "#/$defs/reach"}, "minItems": 2}
    edge = _object(
        {
            "figure": figure,
            "worse_by": allowance,
            "better_by": allowance,
            "beyond": {"type": "boolean"},
        },
        ["figure"],
    )
    edge["not"] = {"required": ["worse_by", "better_by"]}
    return {
        "anyOf": [
            {"type": "string", "$ref": figure["$ref"]},
            edge,
            _object({"any_of": parts}, ["any_of"]),
            _object({"all_of": parts}, ["all_of"]),
        ]
    }


def _allowance(definitions: dict[str, Schema]) -> Schema:
    size: Schema = {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,33})(\.[0-9]{1,34})?$"}
    percent = {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,33})(\.[0-9]{1,34})?%?$"}
    parts = {"type": "array", "items": {"$ref": "#/$defs/allowance"}, "minItems": 2}
    return {
        "anyOf": [
            percent,
            {"enum": ["own_tolerance", "last_digit", "unstated"]},
            _object({"percent": size, "of": _named(Figure, definitions)}, ["percent"]),
            _object({"own_tolerance": size}, ["own_tolerance"]),
            _object({"last_digit": size}, ["last_digit"]),
            _object({"widest": parts}, ["widest"]),
        ]
    }


def _condition(_: dict[str, Schema]) -> Schema:
    condition = {"$ref": "#/$defs/condition"}
    parts = {"type": "array", "items": condition, "minItems": 2}
    values = {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}
    running = {"type": "integer", "minimum": 1, "maximum": 100}
    return {
        "anyOf": [
            _object({"subject": _FILLED, "is": values, "running": running}, ["subject", "is"]),
            _object({"all": parts}, ["all"]),
            _object({"any": parts}, ["any"]),
            _object({"not": condition}, ["not"]),
        ]
    }


def _assessment(definitions: dict[str, Schema]) -> Schema:
    level: Schema = {"type": ["string", "null"]}
    result = _object(
        {
            "judgement": _FILLED,
            "level": level,
            "label": _TEXT,
            "reasons": {"type": "array", "items": _named(Absence, definitions)},
            "movement": {"enum": ["up", "flat", "down", None]},
            "reason": _TEXT,
            "stands": level,
            "why_it_stands": _TEXT,
        },
        ["level"],
    )
    either = {"anyOf": [result, {"type": "null"}]}
    row = _object(
        {
            "reference": _FILLED,
            "title": _FILLED,
            "rating": either,
            "travel": either,
            "others": {"type": "array", "items": result},
            "benchmarks": {"type": "array", "items": _verdict()},
            "chart": _chart(),
        },
        ["reference", "rating", "travel"],
    )
    properties = {
        "period": _PLAIN[ReportingPeriod],
        "rows": {"type": "array", "items": row},
        "summary": {"type": "object"},
        "assumed": {"type": "array", "items": _TEXT},
        "scorecard": _named(Scorecard, definitions),
        "rules": _named(RuleSet, definitions),
    }
    return _object({**properties, "context": _named(Context, definitions)}, list(properties))


def _verdict() -> Schema:
    properties: dict[str, Schema] = {
        "group": _FILLED,
        "comparison": {"enum": [*Comparison, None]},
        "missing": {"enum": [*Absence, None]},
        "reason": _TEXT,
    }
    return _object(properties, ["group", "comparison", "missing"])


def _chart() -> Schema:
    properties: dict[str, Schema] = {
        "variation": {"enum": [*Variation, None]},
        "assurance": {"enum": [*Assurance, None]},
        "missing": {"enum": [*Absence, None]},
        "signal": {"enum": [*Signal, None]},
        "trial": {"type": "boolean"},
        "reason": _TEXT,
    }
    return _object(properties, ["variation", "assurance", "missing", "signal", "trial"])
