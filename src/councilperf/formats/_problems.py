"""Problems in somebody's file as records, and what reading one gives back."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs
from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldTypeError, FieldValueError, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Problem", "Reading", "refusal", "show_problems", "shortened"]

T = TypeVar("T")

_MOST_SHOWN = 60


def shortened(value: object) -> str:
    """Return what was found as one short line, however long it is.

    >>> shortened("a" * 100)
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'
    """
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def refusal(error: FieldValueError | FieldTypeError) -> str:
    """Return what a value refuses, for a problem whose remedy says what it allows.

    >>> refusal(FieldValueError("denominator", Decimal(5), "both parts of a share, or none"))
    "denominator: '5' is not allowed"
    """
    value = str(error.value) if isinstance(error.value, Decimal) else error.value
    shown = "a blank" if value is None else repr(value)
    return f"{error.field}: {shown} is not allowed"


@final
@frozen
class Problem(Displayed):
    """Something in a file that cannot be read: where, what was found, what is wrong, what to do.

    >>> print(Problem("row 7, column F 'Q2 2019-20'", "abc", "it is no number", "write a number"))
    row 7, column F 'Q2 2019-20': 'abc': it is no number; write a number
    """

    path: str
    value: str
    message: str
    remedy: str

    def __attrs_post_init__(self) -> None:
        check_text("path", self.path)
        if not isinstance(self.value, str):
            raise FieldTypeError("value", self.value, "text, or '' for nothing")
        check_text("message", self.message)
        check_text("remedy", self.remedy)

    def __str__(self) -> str:
        value = f"{self.value!r}: " if self.value else ""
        return f"{self.path}: {value}{self.message}; {self.remedy}"


def show_problems(problems: Sequence[Problem], *, most: int = 20, file: str = "") -> str:
    """Return the problems as text, one line each, capped with how many more there are.

    >>> blank = Problem("row 2, column A 'Ref'", "", "it is blank", "give each row a reference")
    >>> print(show_problems([blank, blank, blank], most=1, file="card.csv"))
    card.csv: row 2, column A 'Ref': it is blank; give each row a reference
    and 2 more
    """
    check_whole("most", most, 1, 10**6)
    before = f"{file}: " if file else ""
    lines = [f"{before}{each}" for each in problems[:most]]
    if len(problems) > most:
        lines.append(f"and {len(problems) - most:,} more")
    return "\n".join(lines)


@final
@frozen
class Reading(Displayed, Generic[T]):
    """What reading a file gave: the value, or all its problems; and notes on what was assumed.

    >>> Reading(None, [Problem("file", "", "it is empty", "give a file with rows")]).value is None
    True

    There is a value exactly where there are no problems.
    """

    value: T | None
    problems: tuple[Problem, ...] = field(default=(), converter=as_tuple)
    notes: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("problems", self.problems, Problem)
        check_each("notes", self.notes, str)
        if self.value is not None and not attrs.has(type(self.value)):
            check_instance("value", self.value, Enum)
        if (self.value is None) != bool(self.problems):
            raise FieldValueError("value", self.value, "a value, or problems that say why not")

    def require(self) -> T:
        """Return the value, or raise `ProblemsError` with every problem.

        >>> from councilperf.model import Polarity
        >>> Reading(Polarity.HIGHER).require()
        <Polarity.HIGHER: 'higher'>
        """
        if self.value is None:
            raise ProblemsError(self.problems)
        return self.value
