"""The kinds of reporting period."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self, TypeAlias

from councilperf.errors import FieldValueError

__all__ = ["NAMED_IN_A_YEAR", "KindInput", "PeriodKind", "PeriodKindWord", "as_kind"]

PeriodKindWord: TypeAlias = Literal[
    "as_at",
    "week",
    "four_weeks",
    "month",
    "quarter",
    "four_months",
    "half",
    "term",
    "year",
    "year_to_date",
    "rolling",
    "range",
]


class PeriodKind(StrEnum):
    """What sort of period it is; kinds sort in this order where periods have the same days.

    >>> PeriodKind("four_months").words, PeriodKind.QUARTER.months
    ('four-month period', 3)

    `months` is how many months a period of the kind has, 0 where the kind does not say.
    """

    words: str
    months: int
    rank: int

    def __new__(cls, key: str, words: str = "", months: int = 0) -> Self:
        """Attach the words, the length in months, and the place in this list."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        member.months = months
        member.rank = len(cls.__members__)
        return member

    AS_AT = "as_at", "snapshot"
    WEEK = "week", "week"
    FOUR_WEEKS = "four_weeks", "four-week period"
    MONTH = "month", "month", 1
    QUARTER = "quarter", "quarter", 3
    FOUR_MONTHS = "four_months", "four-month period", 4
    HALF = "half", "half-year", 6
    TERM = "term", "school term"
    YEAR = "year", "year", 12
    YEAR_TO_DATE = "year_to_date", "year to date"
    ROLLING = "rolling", "run of rolling months"
    RANGE = "range", "range of days"


#: Kinds that are printed with their year, or begin with it.
NAMED_IN_A_YEAR = frozenset(
    {
        PeriodKind.FOUR_WEEKS,
        PeriodKind.QUARTER,
        PeriodKind.FOUR_MONTHS,
        PeriodKind.HALF,
        PeriodKind.YEAR,
        PeriodKind.YEAR_TO_DATE,
    }
)
#: A kind, or the word for it.
KindInput: TypeAlias = PeriodKind | PeriodKindWord


def as_kind(kind: KindInput) -> PeriodKind:
    """Return the kind that a word names; a kind is itself."""
    if isinstance(kind, PeriodKind):  # looking a member up by its value takes far longer
        return kind
    try:
        return PeriodKind(kind)
    except ValueError:
        allowed = "one of " + ", ".join(each.value for each in PeriodKind)
        raise FieldValueError("kind", kind, allowed) from None
