"""Stated tallies: summary counts as a paper prints them, kept beside those that are computed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldValueError, UnknownNameError
from councilperf.values import Absence, Missing, exact_decimal

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["StatedCount", "StatedTally"]

_MANY = 10**9


def _as_count(value: int | Missing | Absence) -> int | Missing:
    return Missing(value) if isinstance(value, Absence) else value


def _as_percentage(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="percentage")


def _check_count(field_name: str, value: object) -> None:
    if not isinstance(value, Missing):
        check_whole(field_name, value, 0, _MANY)


@final
@frozen
class StatedCount:
    """How many items a paper says are at one level.

    >>> StatedCount("Green", 16, percentage="38.1").percentage
    Decimal('38.1')
    """

    level: str
    count: int | Missing = field(converter=_as_count)
    percentage: Decimal | None = field(default=None, converter=_as_percentage, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("level", self.level)
        _check_count("count", self.count)


@final
@frozen
class StatedTally(Displayed):
    """A row of a paper's summary table.

    >>> ratings = StatedTally(
    ...     "rating",
    ...     [StatedCount("Red", 9), StatedCount("Amber", 13), StatedCount("Green", 16),
    ...      StatedCount("n/a", 4)],
    ...     total=42,
    ...     title="This quarter",
    ... )
    >>> ratings["Amber"].count, ratings.total
    (13, 42)

    *judgement* names what was judged ("rating", "travel", …). *base* says what its percentages
    are of. *assumed* is what had to be read into the table because it does not say.
    """

    judgement: str
    counts: tuple[StatedCount, ...] = field(converter=as_tuple)
    total: int | Missing = field(
        default=Missing(Absence.NO_DATA), converter=_as_count, kw_only=True
    )
    title: str | None = field(default=None, kw_only=True)
    base: str | None = field(default=None, kw_only=True)
    assumed: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("judgement", self.judgement)
        check_each("counts", self.counts, StatedCount)
        _check_count("total", self.total)
        for name in ("title", "base", "note"):
            check_text(name, getattr(self, name), optional=True)
        for each in self.assumed:
            check_text("assumed", each)
        levels = [each.level for each in self.counts]
        if len(set(levels)) < len(levels):
            raise FieldValueError("counts", tuple(levels), "each level once only")

    def __getitem__(self, level: str) -> StatedCount:
        """Return the count of this level, or raise `UnknownNameError` with those there are."""
        for each in self.counts:
            if each.level == level:
                return each
        raise UnknownNameError("level", level, tuple(each.level for each in self.counts))
