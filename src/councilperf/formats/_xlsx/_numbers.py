"""Numbers as workbooks store them, read as exact text: what was typed, in the look of its cell."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, final

from attrs import frozen

from councilperf.formats._xlsx._looks import GENERAL, Kind, look_of
from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from councilperf.formats._xlsx._looks import Look
    from councilperf.formats._xlsx._parts import Workbook

__all__ = ["LONGER", "MORE", "Numbers", "Shown"]

#: What may be said of a number beside its text.
LONGER = "figures with more than 15 digits, which only a calculation leaves, are read to 15"
MORE = "figures with more decimals than their cells show are read with all of them"

_PLAIN = re.compile(r"-?[0-9]{1,15}|-?(?=[0-9.]{3,16}$)[0-9]+\.[0-9]+", re.ASCII)
_ANY = re.compile(r"[-+]?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)
#: Excel keeps and shows no more: whatever was typed with 15 digits comes back from 15.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP, Emax=9999, Emin=-9999)
_MOST_KEPT = 50_000


@final
@frozen
class Shown:
    """A number's text for a cell, as a header where that differs, what to note, what is wrong."""

    text: str
    heading: str = ""
    note: str = ""
    fault: str = ""


class Numbers:
    """Reads the numbers of one workbook by its styles and its date system."""

    def __init__(self, book: Workbook) -> None:
        formats = dict(book.formats)
        by_number = {each: look_of(each, formats) for each in set(book.styles)}
        self._looks = [by_number[each] for each in book.styles]
        self._from_1904 = book.from_1904
        #: What a cell with this number and style says; the same ones come again and again.
        self.shown = lru_cache(_MOST_KEPT)(self._shown)

    def _shown(self, stored: str, style: int) -> Shown:
        look = self._looks[style] if 0 <= style < len(self._looks) else GENERAL
        if look is GENERAL and _PLAIN.fullmatch(stored):
            return Shown(stored)
        if _ANY.fullmatch(stored) is None:
            return Shown(stored, fault="what is stored in it is no number")
        if look.kind in (Kind.NUMBER, Kind.PERCENT):
            return _number(stored, look)
        return _moment(float(stored), look.kind, from_1904=self._from_1904)


def _number(stored: str, look: Look) -> Shown:
    note = ""
    number = Decimal(stored)
    if _PLAIN.fullmatch(stored) is None:
        if not -_LARGEST < number < _LARGEST:
            return Shown(stored, fault="its number is larger than any that a cell can hold")
        # The number that Excel has in mind is the binary one; this is its shortest text.
        number = Decimal(repr(float(stored)))
        if len(number.as_tuple().digits) > 15:
            number, note = _FIFTEEN.plus(number), LONGER
        # Digits are padded to the look of the cell below, and to no other.
        number = number.normalize(_FIFTEEN)
    if look.kind is Kind.PERCENT:
        number = number.scaleb(2, _FIFTEEN)
    decimals = max(0, -int(number.as_tuple().exponent))
    if look.most is not None and decimals > look.most and not note:
        note = MORE
    return Shown(f"{_digits(number, look)}{look.after}", note=note)


_LARGEST = Decimal("1E308")


def _digits(number: Decimal, look: Look) -> str:
    text = f"{number:f}"
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, decimals = text.partition(".")
    if len(decimals) > look.least and look.most is not None:
        decimals = decimals[: look.least] + decimals[look.least :].rstrip("0")
    else:
        decimals = decimals.ljust(look.least, "0")
    point = "." if decimals else ""
    return f"{sign}{look.before}{whole.zfill(look.width)}{point}{decimals}"


_DAY = 86_400
_1900 = dt.date(1899, 12, 30)
_1904 = dt.date(1904, 1, 1)
#: The last day of the year 9999.
_LAST = 2_958_465


def _moment(serial: float, kind: Kind, *, from_1904: bool) -> Shown:
    days, seconds = divmod(round(serial * _DAY), _DAY) if abs(serial) < _LAST + 1 else (-1, 0)
    if days == 0 or kind is Kind.TIME:
        text = f"{days * 24 + seconds // 3600}:{seconds // 60 % 60:02}"
        return Shown(text, fault="it is a time, not a figure" if days >= 0 else _NO_DATE)
    if not 0 < days <= _LAST - (1462 if from_1904 else 0) or (days == 60 and not from_1904):
        return Shown(f"{serial:g}", fault=_NO_DATE)
    start = _1904 if from_1904 else _1900
    # The first date system has a 29 February 1900, so that all days before it are one out.
    date = start + dt.timedelta(days + (1 if days < 60 and not from_1904 else 0))
    text = date.isoformat()
    if seconds:
        text = f"{text} {seconds // 3600}:{seconds // 60 % 60:02}"
    if kind is Kind.DAY:
        return Shown(text)
    if kind is Kind.YEAR:
        return Shown(text, f"{date.year:04}")
    return Shown(text, str(ReportingPeriod.month(date.year, date.month)))


_NO_DATE = "its cell shows dates, and its number stands for none"
