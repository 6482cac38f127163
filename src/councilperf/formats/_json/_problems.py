"""What went wrong while a tree was read, as problems with their paths."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.formats._json._gathering import PathError, UnknownKeyError
from councilperf.formats._problems import Problem, shortened
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UnknownKey", "problems_in"]


class UnknownKey:
    """A key that strict reading refuses and lenient reading leaves out."""

    def __init__(self, path: str, key: str, known: tuple[str, ...]) -> None:
        self.path = path
        self.key = key
        self.known = known

    def problem(self) -> Problem:
        """Say that the key is not known, and which one may have been meant."""
        near = get_close_matches(self.key, self.known, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        remedy = f"{meant}there are {', '.join(self.known)}"
        return Problem(f"{self.path}.{self.key}", "", "the key is not known", remedy)


def problems_in(error: BaseException, path: str = "$") -> Iterator[Problem | UnknownKey]:
    """Yield everything that an error of the converter says, depth first."""
    if isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from problems_in(each, path + _step(each, error))
    elif isinstance(error, ExceptionGroup):
        for each in cast("ExceptionGroup[Exception]", error).exceptions:
            yield from problems_in(each, path)
    elif isinstance(error, PathError):
        yield from problems_in(error.error, path + error.path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = tuple(sorted(_keys_of(error.cl)))
        for key in sorted(error.extra_fields):
            yield UnknownKey(path, key, known)
    elif isinstance(error, RecursionError):
        raise error
    elif isinstance(error, UnknownKeyError):
        yield UnknownKey(path, error.key, error.known)
    else:
        yield _problem(error, path)


def _step(error: BaseException, whole: BaseValidationError) -> str:
    """Return how an error's part is reached from the whole it stands in."""
    if isinstance(error, KeyError):
        return f".{error.args[0]}"
    notes = getattr(error, "__notes__", ())
    place = next((each for each in notes if isinstance(each, IterableValidationNote)), None)
    if place is not None:
        return f"[{place.index}]"
    field = next((each for each in notes if isinstance(each, AttributeValidationNote)), None)
    if field is not None:
        return f".{_key_for(field.name, whole.cl)}"
    # A constructor's own guard names the field that it refused.
    named = getattr(error, "field", None)
    return f".{named}" if named in _keys_of(whole.cl) else ""


def _keys_of(kind: type | None) -> tuple[str, ...]:
    fields = getattr(kind, "__attrs_attrs__", ())
    return tuple(_key_for(each.name, kind) for each in fields if each.init)


def _key_for(name: str, kind: type | None) -> str:
    return "missing" if kind is Missing and name == "reason" else name


def _problem(error: BaseException, path: str) -> Problem:
    if isinstance(error, KeyError):
        return Problem(path, "", "the key is missing", f"add {error.args[0]!r}")
    if isinstance(error, FieldValueError):
        return Problem(path, _shown(error.value), "it is not allowed", f"give {error.allowed}")
    if isinstance(error, FieldTypeError):
        message = f"it is of the wrong type ({_JSON_TYPES.get(type(error.value), 'value')})"
        return Problem(path, _shown(error.value), message, f"give {error.allowed}")
    if isinstance(error, PeriodError):
        remedy = "write a period's code, such as 2019-Q2@04"
        return Problem(path, error.text, error.problem, remedy)
    return Problem(path, "", str(error) or type(error).__name__, "mend it there")


_JSON_TYPES: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


def _shown(value: object) -> str:
    return shortened(str(value) if isinstance(value, str | Decimal) else repr(value))
