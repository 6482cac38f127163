"""Any value of this library as a table: its fields, or one row for each of several."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from attrs import NOTHING, Attribute, fields, has

from councilperf.errors import FieldValueError
from councilperf.periods import format_dates
from councilperf.tables._table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from councilperf.tables._labels import Labels

__all__ = ["fields_table", "is_record", "records_table"]

#: Of a field that holds many values so many are shown.
_MANY = 6
#: A value within a value is shown up to so many letters.
_LONG = 200


def is_record(value: object) -> bool:
    """Say whether a value is one of this library's, with fields."""
    return has(type(value)) and type(value).__module__.partition(".")[0] == "councilperf"


def fields_table(value: Any, *, labels: Labels) -> Table:  # noqa: ANN401 - any of our values
    """Set out one value: a row for each field that says something."""
    shown = [(_header(each), _cell(each, value)) for each in _fields_of(value)]
    rows = [[Cell(header), cell] for header, cell in shown if cell.text]
    return Table(_words(type(value).__name__), [labels.field, labels.value], rows)


def records_table(values: Sequence[Any]) -> Table:
    """Set out values of one type: a row for each, a column for each field.

    Raises `FieldValueError` for values of several types, which have no columns in common.
    """
    names = {type(each).__name__ for each in values}
    if len(names) != 1:
        allowed = "one value or more, all of one type"
        raise FieldValueError("values", tuple(sorted(names)), allowed)
    shown = _fields_of(values[0])
    rows = [[_cell(each, value) for each in shown] for value in values]
    columns = [
        Column(_header(each), numeric=any(row[place].number is not None for row in rows))
        for place, each in enumerate(shown)
    ]
    return Table(_words(names.pop()), columns, rows)


def _fields_of(value: object) -> tuple[Attribute[Any], ...]:
    found: tuple[Attribute[Any], ...] = fields(cast("type[Any]", type(value)))
    return found


def _header(field: Attribute[Any]) -> str:
    return _words(field.name.strip("_"))


def _words(name: str) -> str:
    """Part a name of the program into words: "PeriodHit" and "gss_code" into plain English."""
    parted = "".join(f" {each}" if each.isupper() else each for each in name).replace("_", " ")
    return parted.strip().capitalize()


def _cell(field: Attribute[Any], value: object) -> Cell:
    held = getattr(value, field.name)
    number = held if isinstance(held, Decimal | int) and not isinstance(held, bool) else None
    return Cell(_text(held), number=number)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return format_dates([value])
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, tuple | frozenset):
        return _listed(cast("Iterable[object]", value))
    if has(type(value)) and type(value).__str__ is object.__str__:
        return _cut(_of_fields(value))
    return _cut(getattr(value, "__name__", None) or str(value))


def _listed(values: Iterable[object]) -> str:
    texts = [_text(each) for each in values]
    if len(texts) > _MANY:
        texts = [*texts[:_MANY], f"and {len(texts) - _MANY} more"]
    return "; ".join(each for each in texts if each)


def _of_fields(value: Any) -> str:  # noqa: ANN401 - any of our values
    """Say what a value within a value holds beside what every such value holds."""
    held = [(each, getattr(value, each.name)) for each in _fields_of(value)]
    texts = [_text(each) for field, each in held if each not in (field.default, NOTHING)]
    return ", ".join(each for each in texts if each)


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
