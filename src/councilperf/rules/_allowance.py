"""Allowances: by how much an edge lies to the worse or better side of its figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance
from councilperf.errors import FieldValueError
from councilperf.model import Tolerance, ToleranceBasis
from councilperf.rules._figure import Figure
from councilperf.values import exact_decimal, format_number

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = [
    "Allowance",
    "Amount",
    "LastDigit",
    "OwnTolerance",
    "Percentage",
    "UnstatedAllowance",
    "Widest",
    "as_allowance",
]


def _as_size(value: NumberInput) -> Decimal:
    size = exact_decimal(value, field="size")
    if size < 0:
        raise FieldValueError(
            "size", value, "0 or more: an edge says itself which way it is moved"
        )
    return size


def _as_times(value: NumberInput) -> Decimal:
    times = exact_decimal(value, field="times")
    if times <= 0:
        raise FieldValueError("times", value, "a factor above 0")
    return times


@final
@frozen
class Amount:
    """An allowance in the indicator's own unit; points, where that is percent.

    >>> print(Amount("2.5"))
    2.5
    """

    size: Decimal = field(converter=_as_size)

    def __str__(self) -> str:
        return format_number(self.size)

    def __repr__(self) -> str:
        return f"Amount('{self.size}')"


@final
@frozen
class Percentage:
    """An allowance as a percentage of a figure: of the edge's own, unless *of* names another.

    >>> print(Percentage(10), "-", Percentage(5, of=Figure("annual_target")))
    10% - 5% of the annual target

    Negative figures count by their size, and a percentage of 0 is 0.
    """

    size: Decimal = field(converter=_as_size)
    of: Figure | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("of", self.of, Figure, optional=True)

    def __str__(self) -> str:
        of = "" if self.of is None else f" of {self.of}"
        return f"{format_number(self.size)}%{of}"

    def __repr__(self) -> str:
        of = "" if self.of is None else f", of={self.of!r}"
        return f"Percentage('{self.size}'{of})"


@final
@frozen
class OwnTolerance:
    """The allowance that each indicator brings with it, as its own tolerance.

    >>> print(OwnTolerance())
    its own tolerance
    """

    times: Decimal = field(default=Decimal(1), converter=_as_times)

    def __str__(self) -> str:
        return "its own tolerance" if self.times == 1 else f"{self.times} times its own tolerance"

    def __repr__(self) -> str:
        return "OwnTolerance()" if self.times == 1 else f"OwnTolerance('{self.times}')"


@final
@frozen
class LastDigit:
    """One step of the last digit that the figure is shown with: 0.1 for 46.8.

    >>> print(LastDigit())
    the last shown digit
    """

    times: Decimal = field(default=Decimal(1), converter=_as_times)

    def __str__(self) -> str:
        return (
            "the last shown digit"
            if self.times == 1
            else f"{self.times} times the last shown digit"
        )

    def __repr__(self) -> str:
        return "LastDigit()" if self.times == 1 else f"LastDigit('{self.times}')"


@final
@frozen
class UnstatedAllowance:
    """An allowance that a paper speaks of ("slightly below target") without saying how much.

    >>> print(UnstatedAllowance())
    an amount that is not stated

    What it would decide is left unrated, with the reason "edge unstated".
    """

    def __str__(self) -> str:
        return "an amount that is not stated"


@final
@frozen
class Widest:
    """The widest of several allowances.

    >>> print(Widest([Percentage(5), Amount(1)]))
    5% or 1, whichever is more
    """

    parts: tuple[Allowance, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("parts", self.parts, _KINDS)
        if len(self.parts) < 2:
            raise FieldValueError("parts", self.parts, "two allowances or more")

    def __str__(self) -> str:
        return " or ".join(str(each) for each in self.parts) + ", whichever is more"


Allowance: TypeAlias = Amount | Percentage | OwnTolerance | LastDigit | UnstatedAllowance | Widest
_KINDS = (Amount, Percentage, OwnTolerance, LastDigit, UnstatedAllowance, Widest)


def as_allowance(allowance: Allowance | Tolerance | NumberInput) -> Allowance:
    """Read an allowance: "10%" and "2 points" as printed, a bare number as an amount.

    >>> as_allowance("10%"), as_allowance("2 points"), as_allowance(3)
    (Percentage('10'), Amount('2'), Amount('3'))
    """
    if isinstance(allowance, _KINDS):
        return allowance
    if isinstance(allowance, str):
        allowance = Tolerance.parse(allowance)
    if isinstance(allowance, Tolerance):
        kind = Percentage if allowance.basis is ToleranceBasis.PERCENT else Amount
        return kind(allowance.size)
    return Amount(allowance)
