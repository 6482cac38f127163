"""Observations: one indicator's figure for one period, with its marks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import as_frozenset, check_each, check_instance, check_text
from councilperf.model._answer import Answer
from councilperf.periods import ReportingPeriod
from councilperf.values import Mark, Missing, number_or_missing

if TYPE_CHECKING:
    from councilperf._typing import NumberInput
    from councilperf.values import Absence

__all__ = ["Observation", "ObservedValue"]

#: A number, an answer or a date; or absence with its reason.
ObservedValue: TypeAlias = Decimal | Answer | dt.date | Missing


def _as_value(
    value: NumberInput | Answer | dt.date | Missing | Absence | None,
) -> ObservedValue:
    if isinstance(value, Answer) or type(value) is dt.date:
        return value
    return number_or_missing(cast("NumberInput | Missing | None", value), field="value")


@final
@frozen
class Observation:
    """One indicator's figure for one period.

    >>> from councilperf.periods import ReportingPeriod
    >>> Observation(ReportingPeriod.quarter(2019, 2), "95.42").value
    Decimal('95.42')

    A yes-or-no indicator has an `Answer` for its figure, a milestone the date it was met. `None`,
    NaN and pandas' `NA` are kept as `Missing("no_data")`. *marks* say what is special about a
    figure that is there: provisional, revised, estimated, ….
    """

    period: ReportingPeriod
    value: ObservedValue = field(converter=_as_value)
    marks: frozenset[Mark] = field(default=frozenset(), converter=as_frozenset, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("period", self.period, ReportingPeriod)
        check_each("marks", self.marks, Mark)
        check_text("note", self.note, optional=True)
