"""Choices of several types in one place: told apart by how they are written, else by a tag."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.formats._leaves import is_object
from councilperf.model import Answer, Range
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

__all__ = ["kebab_case", "union_reader", "union_writer"]

_Reader: TypeAlias = "Callable[[Any], Any]"
#: Records that are told apart by a key that only they have.
_BY_KEY: dict[type, str] = {Missing: "missing", Range: "low"}
_WORDS: dict[type, str] = {Decimal: "a number as text", int: "a whole number"}
_WRAPPED: dict[type, str] = {Answer: "answer", dt.date: "date"}


def kebab_case(name: str) -> str:
    """Return the name of a class as documents write it.

    >>> kebab_case("ScorecardRow"), kebab_case("RAG")
    ('scorecard-row', 'rag')
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def union_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401
    """Return what reads one of several types.

    Numbers and words are text; an answer is `{"answer": "yes"}` and a date
    `{"date": "2019-11-25"}`; what is missing is `{"missing": "no_data"}`, a range
    `{"low": …, "high": …}`; any other record has a "type".
    """
    parts = [each for each in get_args(kind) if each is not type(None)]
    optional = len(parts) < len(get_args(kind))
    ways = _Ways()
    for part in parts:
        ways.add(part, _of(converter.get_structure_hook(part), part))
    what = " or ".join(dict.fromkeys(ways.allowed))

    def hook(value: object, _: object) -> object:
        found = ways.find(value)
        if found is not None:
            return found(value)
        if value is None and optional:
            return None
        wrong = FieldValueError if is_object(value) else FieldTypeError
        raise wrong("value", value, what)

    return hook


class _Ways:
    """How each type of a union is recognised in a tree."""

    def __init__(self) -> None:
        self.by_type: dict[type, _Reader] = {}
        self.by_key: dict[str, _Reader] = {}
        self.by_tag: dict[str, _Reader] = {}
        self.allowed: list[str] = []

    def add(self, part: type, read: _Reader) -> None:
        if part is Answer or part is dt.date:
            key = _WRAPPED[part]
            self.by_key[key] = _only(key, read)
            self.allowed.append(f'{{"{key}": …}}')
        elif part in _BY_KEY:
            self.by_key[_BY_KEY[part]] = read
            self.allowed.append(f'{{"{_BY_KEY[part]}": …}}')
        elif hasattr(part, "__attrs_attrs__"):
            name = kebab_case(part.__name__)
            self.by_tag[name] = _untagged(read)
            self.allowed.append(f'{{"type": "{name}", …}}')
        else:
            self.by_type[int if part is int else str] = read
            self.allowed.append(_WORDS.get(part, "text"))

    def find(self, value: object) -> _Reader | None:
        if not is_object(value):
            return self.by_type.get(type(value))
        for key, read in self.by_key.items():
            if key in value:
                return read
        tag = value.get("type")
        return self.by_tag.get(tag) if type(tag) is str else None


def _of(read: Callable[[Any, Any], Any], part: object) -> Callable[[Any], Any]:
    return lambda value: read(value, part)


def _only(key: str, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def hook(value: dict[str, object]) -> object:
        if len(value) > 1:
            raise FieldValueError("value", value, f"{key!r} and no other key")
        return read(value[key])

    return hook


def _untagged(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: read({key: part for key, part in value.items() if key != "type"})


def union_writer(kind: Any, converter: Converter) -> Callable[[Any], Any]:  # noqa: ANN401
    """Return what writes one of several types, so that `union_reader` tells them apart."""
    writers: dict[type, Callable[[Any], Any]] = {type(None): lambda _: None}
    for part in get_args(kind):
        write = converter.get_unstructure_hook(part)
        if part in _WRAPPED:
            writers[part] = _wrapped(_WRAPPED[part], write)
        elif part not in _BY_KEY and hasattr(part, "__attrs_attrs__"):
            writers[part] = _tagged(write, kebab_case(part.__name__))
        else:
            writers[part] = write
    return lambda value: writers[type(value)](value)


def _wrapped(key: str, write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: {key: write(value)}


def _tagged(write: Callable[[Any], Any], tag: str) -> Callable[[Any], Any]:
    return lambda value: {"type": tag, **write(value)}
