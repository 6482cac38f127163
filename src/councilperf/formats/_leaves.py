"""The smallest parts of a document: numbers, periods, dates and words, each written in one way."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Unit
from councilperf.periods import ReportingPeriod
from councilperf.values import exact_decimal

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "date_from",
    "enum_reader",
    "flag_from",
    "is_list",
    "is_number",
    "is_object",
    "number_from",
    "number_text",
    "period_from",
    "text_from",
    "unit_from",
    "unit_shape",
    "whole_from",
]

E = TypeVar("E", bound=Enum)

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,33})(?:\.[0-9]{1,34})?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_A_NUMBER = (
    "a number written as text, such as \"95.80\": digits, a point, '-' before it if below 0"
)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether part of a tree is an object."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Say whether part of a tree is a list."""
    return type(value) is list


def number_text(number: Decimal) -> str:
    """Write a number with all its digits and no exponent.

    >>> number_text(Decimal("95.80")), number_text(Decimal("1E+3"))
    ('95.80', '1000')
    """
    text = str(number)
    return format(number, "f") if "E" in text else text


def is_number(text: str) -> bool:
    """Say whether text is a number as `number_text` writes them.

    >>> is_number("95.80"), is_number("1e5")
    (True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def number_from(value: object) -> Decimal:
    """Read a number that was written as text, and nothing else.

    >>> number_from("95.80")
    Decimal('95.80')
    """
    if type(value) is not str:
        raise FieldTypeError("number", value, _A_NUMBER)
    if _NUMBER.fullmatch(value) is None:
        raise FieldValueError("number", value, _A_NUMBER)
    return exact_decimal(Decimal(value))


def period_from(value: object) -> ReportingPeriod:
    """Read a period's one code.

    >>> period_from("2019-Q2@04")
    ReportingPeriod.quarter(2019, 2)
    """
    return ReportingPeriod.from_code(text_from(value))


def date_from(value: object) -> dt.date:
    """Read a date as ISO writes it.

    >>> date_from("2019-11-25")
    datetime.date(2019, 11, 25)
    """
    text = text_from(value)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    raise FieldValueError("date", value, "a date such as '2019-11-25'")


def text_from(value: object) -> str:
    """Read text, and nothing that could be made into text."""
    if type(value) is not str:
        raise FieldTypeError("value", value, "text")
    return value


def whole_from(value: object) -> int:
    """Read a whole number; true and 2.0 are none."""
    if type(value) is not int:
        raise FieldTypeError("value", value, "a whole number")
    return value


def flag_from(value: object) -> bool:
    """Read true or false."""
    if type(value) is not bool:
        raise FieldTypeError("value", value, "true or false")
    return value


def enum_reader(kind: type[E]) -> Callable[[object, object], E]:
    """Return what reads a member by its key; a table is several times as fast as the enum."""
    members: dict[Any, E] = {each.value: each for each in kind}
    allowed = "one of " + ", ".join(str(each) for each in members)

    def read(value: object, _: object) -> E:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise FieldValueError("value", value, allowed) from None

    return read


def unit_shape(unit: Unit) -> object:
    """Write a unit by its name where the name says everything.

    >>> unit_shape(Unit.parse("days"))
    'days'
    """
    if Unit.parse(unit.name) == unit:
        return unit.name
    return {
        "name": unit.name,
        "before": unit.before,
        "after": unit.after,
        "difference_after": unit.difference_after,
    }


_UNIT_KEYS = frozenset({"name", "before", "after", "difference_after"})


def unit_from(value: object) -> Unit:
    """Read a unit by its name, or by its four parts.

    >>> unit_from("percent").after
    '%'
    """
    if type(value) is str:
        return Unit.parse(value)
    if not is_object(value) or value.keys() != _UNIT_KEYS:
        raise FieldTypeError(
            "unit", value, "its name, or an object of name, before, after, difference_after"
        )
    return Unit(**{key: text_from(part) for key, part in value.items()})
