"""How a table's cell stands in a workbook: as a number that shows the same, or as text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf.errors import FieldValueError
from councilperf.formats._json._text import encoded
from councilperf.formats._leaves import number_text
from councilperf.formats._xlsx._xml import escaped

if TYPE_CHECKING:
    from councilperf.tables import Cell

__all__ = ["StoredNumber", "cell_text", "stored_number"]

_LONGEST = 32_767
_DIGITS = re.compile(
    r"(?P<before>[^0-9]*?)(?P<sign>[-−]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
    r"(?:\.(?P<decimals>[0-9]+))?(?P<after>\D.*)?",
    re.DOTALL,
)


@final
@frozen
class StoredNumber:
    """A number as a workbook stores it, and the format under which it shows what it should."""

    text: str
    format: str


def stored_number(cell: Cell) -> StoredNumber | None:
    """Return how a cell's number is stored, or `None` where its words must stand as text.

    >>> from councilperf.tables import Cell
    >>> stored_number(Cell("£1,234.50", number="1234.50"))
    StoredNumber(text='1234.50', format='"£"#,##0.00')
    >>> stored_number(Cell("95.8% [p]", number="95.8"))
    StoredNumber(text='0.958', format='0.0%" [p]"')
    >>> stored_number(Cell("n/a")) is None
    True

    Excel keeps 15 digits of a number and no more, so a longer one stands as text.
    """
    number = cell.number
    if number is None or len(number.as_tuple().digits) > _MOST_DIGITS:
        return None
    found = _DIGITS.fullmatch(cell.text)
    if found is None or not _shows(found, number):
        return None
    before, after = found["before"] + found["sign"], found["after"] or ""
    if number < 0:
        # The minus sign comes before everything, by itself.
        if not before.startswith(_MINUS):
            return None
        before = before[1:]
    if any(each in before for each in _MINUS):
        return None
    decimals = found["decimals"] or ""
    shape = "#,##0" if "," in found["digits"] else "0"
    if decimals:
        shape += "." + "0" * len(decimals)
    if after.startswith("%"):
        number, shape, after = number.scaleb(-2), f"{shape}%", after[1:]
    around = before + after
    if '"' in around or not around.isprintable() or len(around) > _MOST_LITERAL:
        return None
    quoted = [f'"{each}"' if each else "" for each in (before, after)]
    return StoredNumber(number_text(number), f"{quoted[0]}{shape}{quoted[1]}")


_MINUS = ("-", "−")
_MOST_DIGITS = 15
_MOST_LITERAL = 200


def _shows(found: re.Match[str], number: Decimal) -> bool:
    """Say whether the digits that are printed are the number, without zeros before it."""
    digits = found["digits"].replace(",", "")
    if len(digits) > 1 and digits.startswith("0"):
        return False
    decimals = found["decimals"]
    shown = Decimal(f"{digits}.{decimals}" if decimals else digits)
    return shown == abs(number)


def cell_text(text: str) -> str:
    """Return text as a workbook's cell holds it.

    Raises `FieldValueError` for text longer than Excel takes, and for half of a surrogate pair.
    """
    encoded(text)
    stored = escaped(text)
    if len(stored) > _LONGEST:
        raise FieldValueError("text", f"{text[:50]}…", "at most 32,767 characters to a cell")
    return stored
