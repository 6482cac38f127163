"""Observations: one indicator's figure for one period, with its marks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_frozenset, check_each, check_instance, check_text
from councilperf.periods import ReportingPeriod
from councilperf.values import Mark, Missing, number_or_missing

if TYPE_CHECKING:
    from councilperf._typing import NumberInput
    from councilperf.values import Absence

__all__ = ["Observation"]


def _as_value(value: NumberInput | Missing | Absence | None) -> Decimal | Missing:
    return number_or_missing(value, field="value")


@final
@frozen
class Observation:
    """One indicator's figure for one period.

    >>> from councilperf.periods import ReportingPeriod
    >>> Observation(ReportingPeriod.quarter(2019, 2), "95.42").value
    Decimal('95.42')

    `None`, NaN and pandas' `NA` are kept as `Missing("no_data")`. *marks* say what is special
    about a figure that is there: provisional, revised, estimated, ….
    """

    period: ReportingPeriod
    value: Decimal | Missing = field(converter=_as_value)
    marks: frozenset[Mark] = field(default=frozenset(), converter=as_frozenset, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("period", self.period, ReportingPeriod)
        check_each("marks", self.marks, Mark)
        check_text("note", self.note, optional=True)
