"""Guards that the types call when they are built; each names the field that is wrong.

They run in converters and `__attrs_post_init__`, never as attrs validators: any library may
call `attrs.validators.disabled()`, and an invalid value must stay impossible even then.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from councilperf.errors import FieldTypeError, FieldValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "as_frozenset",
    "as_member",
    "as_tuple",
    "check_date",
    "check_each",
    "check_flag",
    "check_instance",
    "check_text",
    "check_whole",
]

E = TypeVar("E", bound=Enum)


# Both take and give `Any` because mypy's attrs plugin cannot solve a type variable in a
# converter; the field's own annotation says what is in it, and `check_each` holds it.


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Make a tuple of any iterable but text, which would fall apart into letters."""
    if isinstance(values, tuple):
        return values
    if isinstance(values, str | bytes):
        raise FieldTypeError("a tuple field", values, "a tuple or list of values")
    try:
        return tuple(values)
    except TypeError:
        raise FieldTypeError("a tuple field", values, "a tuple or list of values") from None


def as_frozenset(values: Iterable[Any]) -> frozenset[Any]:
    """Make a frozenset of any iterable but text, which would fall apart into letters."""
    if isinstance(values, str | bytes):
        raise FieldTypeError("a set field", values, "a set, tuple or list of values")
    try:
        return frozenset(values)
    except TypeError:
        raise FieldTypeError("a set field", values, "a set of values that hash") from None


def as_member(field: str, value: object, kind: type[E]) -> E:
    """Make an enum's member of its key; the error lists the keys that there are."""
    try:
        return kind(value)
    except ValueError:
        allowed = "one of " + ", ".join(str(each.value) for each in kind)
        raise FieldValueError(field, value, allowed) from None


def check_text(field: str, value: object, *, optional: bool = False) -> None:
    """Refuse what is not text, and text with nothing in it; `None` only where optional."""
    if optional and value is None:
        return
    if not isinstance(value, str):
        raise FieldTypeError(field, value, "text")
    if not value.strip():
        raise FieldValueError(field, value, "text that is not blank")


def check_flag(field: str, value: object) -> None:
    """Refuse anything but `True` and `False`."""
    if not isinstance(value, bool):
        raise FieldTypeError(field, value, "True or False")


def check_whole(field: str, value: object, lowest: int, highest: int) -> None:
    """Refuse what is not a whole number from *lowest* to *highest*."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise FieldTypeError(field, value, "a whole number")
    if not lowest <= value <= highest:
        raise FieldValueError(field, value, f"a whole number from {lowest} to {highest}")


def check_instance(
    field: str, value: object, kind: type | tuple[type, ...], *, optional: bool = False
) -> None:
    """Refuse what is not a *kind*; `None` only where optional."""
    if optional and value is None:
        return
    if not isinstance(value, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        raise FieldTypeError(field, value, " or ".join(each.__name__ for each in kinds))


def check_each(field: str, values: Iterable[object], kind: type | tuple[type, ...]) -> None:
    """Refuse a collection in which anything is not a *kind*."""
    for place, value in enumerate(values):
        if not isinstance(value, kind):
            check_instance(f"{field}[{place}]", value, kind)


def check_date(field: str, value: object, *, optional: bool = False) -> None:
    """Refuse what is no date, and a moment too: the two cannot be compared."""
    if optional and value is None:
        return
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise FieldTypeError(field, value, "a date, without a time of day")
