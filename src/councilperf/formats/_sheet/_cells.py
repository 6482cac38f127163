"""Cells with figures: numbers as councils type them, marks, and words in place of a number."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal
from typing import final

from attrs import frozen

from councilperf.errors import FieldValueError
from councilperf.formats._sheet._words import MONTH_NAMES, NO_VALUE_WORDS, read_missing
from councilperf.model import Answer
from councilperf.values import Absence, Mark, Missing, exact_decimal

__all__ = [
    "NUMBER",
    "Figures",
    "UnreadableError",
    "read_answer_or_date",
    "read_figures",
    "read_number",
]


class UnreadableError(Exception):
    """A cell cannot be read; caught where the cell's place is known."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    @property
    def is_unknown(self) -> bool:
        """Whether no more is known than that the cell holds no number."""
        return self.message == _UNKNOWN


@final
@frozen
class Figures:
    """What a figure's cell holds; *affix* is the unit that was typed with it."""

    value: Decimal | Answer | dt.date | Missing
    marks: frozenset[Mark] = frozenset()
    note: str | None = None
    affix: str = ""
    #: Said of the reading, where the cell could have been meant otherwise.
    assumed: str = ""


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
#: A number with its sign, pound sign and per cent sign, as part of a longer expression.
NUMBER = rf"[-+−–]?\s*£?\s*[-−–]?\s*{_DIGITS}\s*%?"
#: What most cells hold: few enough digits for any number, and no minus before nought.
_PLAIN = re.compile(
    r"(?P<digits>(?:-(?![0.]+%?$))?[0-9]{1,15}(?:\.[0-9]{1,15})?)(?P<after>%?)", re.ASCII
)
_NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<pound>£)?\s*(?P<sign2>[-−–])?\s*"
    rf"(?P<digits>{_DIGITS})\s*(?P<after>%|[^\W\d_][^()\[\]]*)?\s*(?P<close>\))?",
)
_MARK = re.compile(
    r"(?P<rest>.*?)\s*(?:\[(?P<square>[^\[\]]+)\]|\((?P<round>[^()]+)\))", re.DOTALL
)
_FOOTNOTE = re.compile(r"(?P<rest>.*?[0-9%)\]])\s*[*†‡#^]+", re.DOTALL)
_SHORTENED_BY_EXCEL = re.compile(r"-?[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]+")
_DATE = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}(?:\s.*)?")
_NAMED_DATE = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[ -])?(?:{MONTH_NAMES})(?:[ -][0-9]{{1,4}})?"
    r"(?:,? [0-9]{4})?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[0-9]+(?:\.[0-9]+)?\s*:\s*[0-9]+(?:\.[0-9]+)?(?::[0-9]+)?")
#: Figures with something between them; a dash may be the sign of the second.
_NUMBERS = re.compile(r"(?<![\d_])[0-9]+(?:\.[0-9]+)?(?!_)")
_LETTERS = frozenset(each.shorthand.strip("[]") for each in Mark if len(each.shorthand) == 3)
_MARKS: dict[str, Mark | Absence] = {
    **{each.words: each for each in Mark},
    **{each.shorthand.strip("[]"): each for kind in (Mark, Absence) for each in kind},
    **{
        word: mark
        for mark, words in (
            (Mark.PROVISIONAL, "prov provisional unverified unaudited"),
            (Mark.ESTIMATED, "est estimate estimated"),
            (Mark.FORECAST, "forecast projected projection"),
            (Mark.REVISED, "rev revised"),
        )
        for word in words.split()
    },
}
del _MARKS[""]


def read_figures(text: str) -> Figures | None:
    """Read the cell of a figure; `None` for a blank one.

    >>> read_figures("£1,234.50").value, read_figures("95.8 [p]").marks
    (Decimal('1234.50'), frozenset({<Mark.PROVISIONAL: 'provisional'>}))
    >>> read_figures("<5").value, read_figures("  ") is None
    (Missing('suppressed', note='<5'), True)

    Raises `UnreadableError` for anything else.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return Figures(Decimal(plain["digits"]), affix=plain["after"])
    text = text.strip()
    if not text:
        return None
    if len(text) > _LONGEST:
        raise UnreadableError("it is far longer than any figure", "write the number alone")
    missing = read_missing(text, NO_VALUE_WORDS)
    if missing is not None:
        return Figures(missing)
    number, marks = _without_marks(text)
    other, assumed = read_answer_or_date(number)
    if other is not None:
        only_marks = frozenset(each for each in marks if isinstance(each, Mark))
        return Figures(other, only_marks, assumed=assumed)
    note = None
    footnote = _FOOTNOTE.fullmatch(number)
    if footnote is not None:
        number, note = footnote["rest"], f"printed as {text!r}"
        number, more = _without_marks(number)
        marks |= more
    absences = [each for each in marks if isinstance(each, Absence)]
    if absences:
        if number or len(marks) > 1:
            message = f"it has a figure, and {absences[0].shorthand} says that there is none"
            raise UnreadableError(message, "leave out the figure or the mark")
        return Figures(Missing(absences[0]), note=note)
    value, affix, assumed = read_number(number)
    only_marks = frozenset(each for each in marks if isinstance(each, Mark))
    return Figures(value, only_marks, note, affix, assumed)


_LONGEST = 500
#: A spreadsheet saves its TRUE and FALSE as these words.
_LOGICAL = {"true": Answer.YES, "false": Answer.NO}
_ANSWERS = {
    **{each.value: each for each in Answer},
    **{each.value[0]: each for each in Answer},
    **_LOGICAL,
}
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
#: What a spreadsheet in the UK saves a date as, however it was typed.
_UK_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)


def read_answer_or_date(text: str) -> tuple[Answer | dt.date | None, str]:
    """Read "Yes", "No" and a date, and say what was assumed of it.

    >>> read_answer_or_date("2019-09-30"), read_answer_or_date("30/9/19")
    ((datetime.date(2019, 9, 30), ''), (None, ''))
    >>> read_answer_or_date("01/09/2019")
    (datetime.date(2019, 9, 1), 'dates such as 30/09/2019 are read day first')
    """
    in_uk = _UK_DATE.fullmatch(text)
    if in_uk is not None:
        day, month, year = map(int, in_uk.groups())
        with suppress(ValueError):
            return dt.date(year, month, day), "dates such as 30/09/2019 are read day first"
    if _ISO_DATE.fullmatch(text):
        with suppress(ValueError):
            return dt.date.fromisoformat(text), ""
    answer = _ANSWERS.get(text.casefold())
    logical = answer is not None and text.casefold() in _LOGICAL
    return answer, "TRUE and FALSE are read as Yes and No" if logical else ""


def _without_marks(text: str) -> tuple[str, set[Mark | Absence]]:
    """Take the marks off the end: "95.8 [p]", "95.8 (provisional)", "12 [p, r]"."""
    marks: set[Mark | Absence] = set()
    while (found := _MARK.fullmatch(text)) is not None:
        words = [
            each.strip().casefold() for each in (found["square"] or found["round"]).split(",")
        ]
        if not all(each in _MARKS for each in words):
            if found["square"]:
                known = " ".join(sorted(each.shorthand for each in Mark))
                message = f"no figure is marked {found['square']!r}"
                raise UnreadableError(message, f"use one of {known}, or leave it out")
            break
        marks.update(_MARKS[each] for each in words)
        text = found["rest"]
    return text, marks


def read_number(text: str) -> tuple[Decimal, str, str]:
    """Return a typed number, the unit typed with it, and what was assumed.

    >>> read_number("-£1,234.50"), read_number("12 days")
    ((Decimal('-1234.50'), '£', ''), (Decimal('12'), 'days', ''))

    Raises `UnreadableError` for anything else.
    """
    found = _NUMBER.fullmatch(text)
    shortened = _SHORTENED_BY_EXCEL.fullmatch(text) is not None
    if found is None or shortened or bool(found["open"]) is not bool(found["close"]):
        raise UnreadableError(*_why_no_number(text))
    signs = [sign for sign in (found["sign"], found["sign2"]) if sign]
    if len(signs) > 1 or (found["open"] and signs):
        raise UnreadableError("it has two signs", "write the number with one")
    after = (found["after"] or "").strip()
    if found["pound"] and after:
        message = f"it has {after!r} after a sum in pounds"
        raise UnreadableError(message, "write the sum in full, such as £1,200,000")
    if any(each.isdigit() for each in after) and not after.startswith("per "):
        raise UnreadableError(*_why_no_number(text))
    if after.casefold() in _LETTERS:
        message = f"it may be marked {after!r}, or that may be its unit"
        raise UnreadableError(message, f"write the mark in brackets: [{after.casefold()}]")
    if after.casefold().rstrip(".") in _MARKS:
        message = f"{after!r} says how good the figure is, and is no unit"
        raise UnreadableError(message, f"write it in brackets: ({after.rstrip('.')})")
    if after.casefold() in _ORDINALS:
        message = "it is a place in an order, not a figure"
        raise UnreadableError(message, "write the number alone")
    if after.casefold() in _MULTIPLES:
        message = f"{after!r} may stand for a multiple"
        raise UnreadableError(message, "write the number in full, such as 1,200,000")
    negative = bool(found["open"]) or (bool(signs) and signs[0] != "+")
    digits = found["digits"].replace(",", "")
    value = _decimal(f"-{digits}" if negative else digits)
    assumed = "a figure in brackets is read as negative" if found["open"] else ""
    return value, "£" if found["pound"] else after, assumed


_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MULTIPLES = frozenset("k m bn mn mln million millions billion thousand thousands".split())


def _decimal(text: str) -> Decimal:
    try:
        return exact_decimal(text)
    except FieldValueError as error:
        raise UnreadableError("it is out of range", f"give {error.allowed}") from None


_UNKNOWN = "it is no number, and no word that is known for a missing one"


def _why_no_number(text: str) -> tuple[str, str]:
    """Say what is wrong with a figure, and what to do."""
    if text.startswith("#"):
        return "a formula failed in the spreadsheet", "mend the formula, or write [x] for no data"
    if text.startswith("="):
        return "it is a formula", "save the file with values in place of formulas"
    if _SHORTENED_BY_EXCEL.fullmatch(text):
        return (
            "a spreadsheet shortened it, so digits may be lost",
            "format the column as a number with all its digits and save again",
        )
    if _DATE.fullmatch(text) or _NAMED_DATE.fullmatch(text):
        return (
            "it is a date, not a number",
            "write the figure, or a date as 2019-09-30 or 30/09/2019",
        )
    if _CLOCK.fullmatch(text):
        return (
            "it is a time or a ratio, not one number",
            "write one number in one unit: 2.5 minutes for 02:30, 25 for 1:25",
        )
    if not text.isascii() and any(each.isdecimal() and not each.isascii() for each in text):
        return "its digits are not 0 to 9", "type the number again"
    if "," in text and any(each.isdigit() for each in text):
        return (
            "its commas do not mark off thousands",
            "write 1,234.5 or 1234.5: a point before the decimals",
        )
    if len(_NUMBERS.findall(text)) > 1:
        return "there are two numbers in it", "write one figure to a cell"
    return (
        _UNKNOWN,
        "write a number, or for none a mark such as [x] no data, [c] suppressed, N/A",
    )
