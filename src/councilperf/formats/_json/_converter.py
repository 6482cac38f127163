"""The one converter between values and plain trees; strict, private, made when first used."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import GenericAlias, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from councilperf import model, periods, rules, values
from councilperf.benchmarking import GroupKind, QuantileMethod, QuartileEdge, Ties
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats._json._chart_rules import chart_rules_from, chart_rules_shape
from councilperf.formats._json._gathering import Gathering
from councilperf.formats._json._plain_rows import quick_reader
from councilperf.formats._json._rule_shapes import (
    FAMILIES,
    figure_from,
    figure_shape,
    scale_from,
    scale_shape,
)
from councilperf.formats._json._unions import union_reader, union_writer
from councilperf.formats._leaves import (
    date_from,
    enum_reader,
    flag_from,
    is_list,
    is_object,
    number_from,
    number_text,
    period_from,
    text_from,
    unit_from,
    unit_shape,
    whole_from,
)
from councilperf.model import ScorecardRow, Unit
from councilperf.periods import ReportingPeriod
from councilperf.rules import Figure, Scale
from councilperf.spc import Screening, XmrRules
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SHAPED", "the_converter"]

_ROOMS = (values, periods, model, rules)

#: Types with a shape of their own: what writes them and what reads them.
SHAPED: dict[type, tuple[Callable[[Any], object], Callable[[Any], object]]] = {
    str: (str, text_from),
    int: (int, whole_from),
    bool: (bool, flag_from),
    Decimal: (number_text, number_from),
    dt.date: (dt.date.isoformat, date_from),
    ReportingPeriod: (lambda period: period.code, period_from),
    Unit: (unit_shape, unit_from),
    Figure: (figure_shape, figure_from),
    **{each: (write, read) for kinds, write, read in FAMILIES for each in kinds},
}


@cache
def the_converter() -> Converter:
    """Return the converter, made on the first call."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    converter.register_structure_hook_factory(attrs.has, partial(_record, converter=converter))
    converter.register_structure_hook_factory(_is_tuple, partial(_row, converter=converter))
    converter.register_structure_hook_factory(_is_set, partial(_set, converter=converter))
    converter.register_unstructure_hook_factory(_is_set, _set_writer)
    converter.register_structure_hook_factory(_is_union, partial(_choice, converter=converter))
    converter.register_unstructure_hook_factory(
        _is_union, partial(_choice_writer, converter=converter)
    )
    for kind, (write, read) in SHAPED.items():
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook(kind, _ignoring_type(kind, read))
    # Each by itself: an enum of words would be taken for the text that it is too.
    for enum in _enums():
        converter.register_unstructure_hook(enum, _key_of)
        converter.register_structure_hook(enum, enum_reader(enum))
    write_scale = make_dict_unstructure_fn(Scale, converter, _cattrs_omit_if_default=True)
    read_scale = _record(Scale, converter)
    converter.register_unstructure_hook(Scale, lambda scale: scale_shape(scale, write_scale))
    converter.register_structure_hook(Scale, lambda value, _: scale_from(value, read_scale))
    write_xmr = make_dict_unstructure_fn(XmrRules, converter, _cattrs_omit_if_default=True)
    read_xmr = _record(XmrRules, converter)
    converter.register_unstructure_hook(
        XmrRules, lambda rules: chart_rules_shape(rules, write_xmr)
    )
    converter.register_structure_hook(XmrRules, lambda value, _: chart_rules_from(value, read_xmr))
    renamed = override(rename="missing")
    converter.register_structure_hook(Missing, _record(Missing, converter, reason=renamed))
    converter.register_unstructure_hook(
        Missing,
        make_dict_unstructure_fn(Missing, converter, _cattrs_omit_if_default=True, reason=renamed),
    )
    slow = _record(ScorecardRow, converter)
    converter.register_structure_hook(ScorecardRow, quick_reader(slow, converter))
    return converter


def _ignoring_type(kind: type, read: Callable[[Any], object]) -> Callable[[Any, Any], object]:
    def hook(value: object, _: object) -> object:
        made = read(value)
        if not isinstance(made, kind):  # an AnyOf where an Edge was asked for
            raise FieldTypeError("value", value, f"what stands for {kind.__name__}")
        return made

    return hook


#: Of the rooms of results, what values that are given are made of.
_ENUMS: tuple[type[Enum], ...] = (GroupKind, QuantileMethod, QuartileEdge, Screening, Ties)


def _enums() -> list[type[Enum]]:
    public = (getattr(room, name) for room in _ROOMS for name in room.__all__)
    return [*_ENUMS, *(each for each in public if _is_enum(each))]


def _is_enum(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(kind) is tuple


def _is_set(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(kind) is frozenset


def _is_union(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    """Say whether it is a choice of several types; `None` alone beside a type is cattrs' own."""
    if get_origin(kind) not in (Union, UnionType):
        return False
    return len([each for each in get_args(kind) if each is not type(None)]) > 1


def _family(kind: Any) -> tuple[Callable[[Any], object], Callable[[Any], object]] | None:  # noqa: ANN401
    parts = set(get_args(kind)) - {type(None)}
    return next(((write, read) for each, write, read in FAMILIES if parts <= set(each)), None)


def _choice(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401
    family = _family(kind)
    if family is None:
        return union_reader(kind, converter)
    optional, (_, read) = type(None) in get_args(kind), family
    return lambda value, _: None if value is None and optional else read(value)


def _choice_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:  # noqa: ANN401
    family = _family(kind)
    if family is None:
        return union_writer(kind, converter)
    write, _ = family
    return lambda value: None if value is None else write(value)


def _key_of(member: Enum) -> object:
    return member.value


def _record(kind: type, converter: Converter, **overrides: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401
    make: Any = make_dict_structure_fn
    read: Callable[[Any, Any], Any] = make(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **overrides,
    )

    def hook(value: object, _: object) -> object:
        if not is_object(value):
            raise FieldTypeError("value", value, f"an object that stands for {kind.__name__}")
        return read(value, kind)

    return hook


def _row(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:  # noqa: ANN401
    part = get_args(kind)[0]
    read = converter.get_structure_hook(part)

    def hook(value: object, _: object) -> tuple[Any, ...]:
        if not is_list(value):
            raise FieldTypeError("value", value, "a list")
        try:
            return tuple([read(each, part) for each in value])
        except Exception:  # noqa: BLE001 - read again below, to find every error with its place
            raise _together("", _errors(value, read, part), kind) from None

    return hook


# Its `__new__` takes three arguments; that of the group of errors that it is too shows two.
_together = cast("Any", IterableValidationError)


def _errors(
    values: list[object], read: Callable[[Any, Any], object], part: object
) -> list[Exception]:
    wrong = Gathering()
    for place, each in enumerate(values):
        try:
            read(each, part)
        except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this place
            error.__notes__ = [
                *getattr(error, "__notes__", []),
                IterableValidationNote("", place, part),
            ]
            wrong.add(error)
            if wrong.is_full:
                break
    return wrong.errors


def _set(kind: Any, converter: Converter) -> Callable[[Any, Any], frozenset[Any]]:  # noqa: ANN401
    part = get_args(kind)[0]
    read = _row(GenericAlias(tuple, (part, ...)), converter)

    def hook(value: object, _: object) -> frozenset[Any]:
        parts = read(value, None)
        made = frozenset(parts)
        if len(made) < len(parts):
            raise FieldValueError("value", value, "each of these once only")
        return made

    return hook


def _set_writer(kind: Any) -> Callable[[Any], list[object]]:  # noqa: ANN401 - any annotation
    part = get_args(kind)[0]
    if _is_enum(part):
        places = {each: place for place, each in enumerate(part)}
        return lambda values: [each.value for each in sorted(values, key=places.__getitem__)]
    return sorted
