"""Targets: what was aimed at, for which period, and how firmly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import as_member, check_flag, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.model._answer import Answer
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing, exact_decimal, format_number, subtract

if TYPE_CHECKING:
    from councilperf._typing import Exact, NumberInput

__all__ = ["Aim", "Range", "Target", "TargetBasis", "TargetBasisWord"]


def _as_low(value: NumberInput) -> Decimal:
    return exact_decimal(value, field="low")


def _as_high(value: NumberInput) -> Decimal:
    return exact_decimal(value, field="high")


@final
@frozen
class Range:
    """Two figures with everything between them, both ends inside.

    >>> Range(45, 55).distance_to(Decimal("60"))
    Decimal('5')
    """

    low: Decimal = field(converter=_as_low)
    high: Decimal = field(converter=_as_high)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise FieldValueError(
                "high", self.high, f"a figure of at least the low end, {self.low}"
            )

    def distance_to(self, number: Exact) -> Exact:
        """Return how far outside the range a figure lies; 0 inside.

        >>> Range(45, 55).distance_to(Decimal("50"))
        Decimal('0')
        """
        if number < self.low:
            return subtract(self.low, number)
        if number > self.high:
            return subtract(number, self.high)
        return _INSIDE

    def __str__(self) -> str:
        return f"{format_number(self.low)} to {format_number(self.high)}"


_INSIDE = Decimal(0)

#: What a target may aim at.
Aim: TypeAlias = Decimal | Range | Answer | dt.date | Missing

TargetBasisWord: TypeAlias = Literal["unstated", "annual", "period", "profiled", "year_to_date"]


class TargetBasis(StrEnum):
    """What a target is for: the year's end, the period alone, or the year so far.

    >>> TargetBasis("annual")
    <TargetBasis.ANNUAL: 'annual'>
    """

    UNSTATED = "unstated"
    ANNUAL = "annual"
    PERIOD = "period"
    PROFILED = "profiled"
    YEAR_TO_DATE = "year_to_date"


def _as_aim(value: NumberInput | Range | Answer | dt.date | Missing) -> Aim:
    if isinstance(value, Range | Answer | Missing) or type(value) is dt.date:
        return value
    return exact_decimal(cast("NumberInput", value), field="target")


def _as_basis(value: TargetBasis | TargetBasisWord) -> TargetBasis:
    return as_member("basis", value, TargetBasis)


def _as_optional_floor(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="floor")


def _as_optional_stretch(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="stretch")


@final
@frozen(weakref_slot=False)  # so that a reader may fill one field by field
class Target(Displayed):
    """What was aimed at.

    >>> Target("95.20").aim, str(Target(Range(45, 55))), str(Target(5, strict=True))
    (Decimal('95.20'), '45 to 55', 'beyond 5')

    *strict* is for targets printed as inequalities ("<5"): to equal the figure is not to meet it.
    *period* is the period that the target holds for; without one it holds for all. *floor* is the
    least that is accepted (a minimum expectation, a red threshold), *stretch* the higher ambition.
    *source* says who set it ("statutory", "council", "contract"). A target that was changed
    *supersedes* the earlier one, for a *reason* and by a *decision* reference.

    A milestone aims at a date, a yes-or-no indicator at an `Answer`; a target that is not set yet
    is `Missing`, with its reason.
    """

    aim: Aim = field(converter=_as_aim)
    basis: TargetBasis = field(default=TargetBasis.UNSTATED, converter=_as_basis, kw_only=True)
    period: ReportingPeriod | None = field(default=None, kw_only=True)
    strict: bool = field(default=False, kw_only=True)
    floor: Decimal | None = field(default=None, converter=_as_optional_floor, kw_only=True)
    stretch: Decimal | None = field(default=None, converter=_as_optional_stretch, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    supersedes: Target | None = field(default=None, kw_only=True)
    reason: str | None = field(default=None, kw_only=True)
    decision: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_flag("strict", self.strict)
        check_instance("supersedes", self.supersedes, Target, optional=True)
        for name in ("source", "reason", "decision"):
            check_text(name, getattr(self, name), optional=True)
        if self.strict and isinstance(self.aim, Range):
            raise FieldValueError(
                "strict", self.strict, "False: the ends of a range are inside it"
            )

    def __str__(self) -> str:
        aim = format_number(self.aim) if isinstance(self.aim, Decimal) else str(self.aim)
        return f"beyond {aim}" if self.strict else aim
