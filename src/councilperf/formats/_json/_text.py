"""JSON text and plain trees of it: strict reading, one way of writing."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from councilperf.errors import FieldValueError
from councilperf.formats._json._limits import over_limits, too_long_text
from councilperf.formats._problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.formats._limits import Limits

__all__ = ["encoded", "parse_json", "write_json"]

#: A mark of half a surrogate pair can only come from an escape, since the bytes are UTF-8.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _RepeatedKeyError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(next(key for key in keys if keys.count(key) > 1))
    return made


def _no_constant(text: str) -> object:
    raise ValueError(f"{text} is not JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def _tree_of(text: str) -> Any:  # noqa: ANN401 - any tree at all
    """Return the tree of a text in which no key stands twice in one object.

    Every key has a colon, so a text with no more colons than its tree has keys repeats none: to
    count both takes half the time of looking through each object for a key that repeats. Where
    text inside the quotation marks has colons too, each object is looked through.
    """
    keys = 0

    def count(made: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(made)
        return made

    tree = json.JSONDecoder(object_hook=count, parse_constant=_no_constant).decode(text)
    if keys in _colons(text):
        return tree
    del tree  # two at once would take twice the memory
    return _DECODER.decode(text)


def _colons(text: str) -> Iterator[int]:
    """Yield how many colons there can be outside quotation marks at most, ever closer."""
    yield text.count(":")
    yield sum(text.count(each) for each in _BEFORE_VALUES if each[0] in text)


#: A colon outside quotation marks comes after one of these; any other is part of some text.
_BEFORE_VALUES = ('":', " :", "\n:", "\t:", "\r:")
_SPACES = " \t\n\r"


def parse_json(content: bytes | str, limits: Limits) -> Any:  # noqa: ANN401 - any tree at all
    """Return the tree that a text stands for, or the problem with it."""
    problem = over_limits(content, limits)
    if problem is not None:
        return problem
    quick = _quickly(content)
    tree = _strictly(content) if quick is None else quick
    if len(content) > limits.cell and not isinstance(tree, Problem):
        problem = too_long_text(tree, limits)
    return tree if problem is None else problem


@cache
def _orjson() -> Any:  # noqa: ANN401 - a module without types, or none
    try:
        return import_module("orjson")
    except ImportError:
        return None


def _quickly(content: bytes | str) -> Any:  # noqa: ANN401 - any tree at all
    """Read the usual document with orjson, where it is installed.

    It takes the last of repeated keys and rounds long numbers; so only what it writes back as it
    stood counts as read. Anything else, a document with line breaks too, is read strictly.
    """
    orjson = _orjson()
    if orjson is None:
        return None
    try:
        tree = orjson.loads(content)
        same = orjson.dumps(tree) == (
            content.encode("utf-8") if isinstance(content, str) else content
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return tree if same else None


def _strictly(content: bytes | str) -> Any:  # noqa: ANN401 - any tree at all
    try:
        text = content if isinstance(content, str) else content.decode("utf-8")
        text = text.removeprefix("\ufeff").strip(_SPACES)
        tree = _tree_of(text)
        if "\\" in text and _SURROGATE.search(text) is not None:
            json.dumps(tree, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        message = f"it is not UTF-8 (byte {error.start + 1:,})"
        return Problem("$", "", message, "save it as UTF-8")
    except UnicodeEncodeError:
        return Problem("$", "", "it has half of a surrogate pair", "write the character itself")
    except _RepeatedKeyError as error:
        return Problem("$", error.key, "the key stands twice in one object", "leave one of them")
    except json.JSONDecodeError as error:
        where = f"line {error.lineno:,}, column {error.colno:,}"
        return Problem("$", "", f"it is not JSON: {error.msg} at {where}", "mend the text there")
    except RecursionError:
        return Problem("$", "", "it is nested too deeply to be read", "nest it less deeply")
    except ValueError as error:
        return Problem("$", "", f"it is not JSON: {error}", 'write numbers as text: "95.8"')
    return tree


def write_json(tree: object, indent: int | None) -> bytes:
    """Write a tree: compact, in UTF-8, keys in the order in which they stand."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(tree, ensure_ascii=False, indent=indent, separators=separators)
    return encoded(text if indent is None else text + "\n")


def encoded(text: str) -> bytes:
    """Return text as UTF-8; half of a surrogate pair is no text."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.end]
        raise FieldValueError("text", half, "text without half of a surrogate pair") from None
