"""Observations: one indicator's figure for one period, with its marks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import as_frozenset, as_member, check_instance, check_text
from councilperf.errors import FieldValueError
from councilperf.model._answer import Answer
from councilperf.periods import ReportingPeriod
from councilperf.values import Mark, Missing, exact_decimal, number_or_missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import NumberInput
    from councilperf.values import Absence

__all__ = ["Observation", "ObservedValue"]

#: A number, an answer or a date; or absence with its reason.
ObservedValue: TypeAlias = Decimal | Answer | dt.date | Missing

MarkWord: TypeAlias = Literal[
    "series_break",
    "estimated",
    "forecast",
    "low",
    "not_significant",
    "provisional",
    "revised",
    "unreliable",
]


def _as_value(
    value: NumberInput | Answer | dt.date | Missing | Absence | None,
) -> ObservedValue:
    if isinstance(value, Answer) or type(value) is dt.date:
        return value
    return number_or_missing(cast("NumberInput | Missing | None", value), field="value")


def _as_numerator(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="numerator")


def _as_denominator(value: NumberInput | None) -> Decimal | None:
    if value is None:
        return None
    denominator = exact_decimal(value, field="denominator")
    if denominator <= 0:
        raise FieldValueError("denominator", value, "a figure above 0")
    return denominator


def _as_marks(marks: Iterable[Mark | MarkWord]) -> frozenset[Mark]:
    given = as_frozenset(marks)
    return frozenset(as_member("marks", each, Mark) for each in given) if given else given


@final
@frozen(weakref_slot=False)  # so that a reader may fill one field by field
class Observation:
    """One indicator's figure for one period.

    >>> from councilperf.periods import ReportingPeriod
    >>> Observation(ReportingPeriod.quarter(2019, 2), "95.42").value
    Decimal('95.42')

    A yes-or-no indicator has an `Answer` for its figure, a milestone the date it was met. `None`,
    NaN and pandas' `NA` are kept as `Missing("no_data")`. *marks* say what is special about a
    figure that is there: provisional, revised, estimated, …. *numerator* and *denominator* are
    what a share was worked out from.
    """

    period: ReportingPeriod
    value: ObservedValue = field(converter=_as_value)
    marks: frozenset[Mark] = field(default=frozenset(), converter=_as_marks, kw_only=True)
    note: str | None = field(default=None, kw_only=True)
    numerator: Decimal | None = field(default=None, converter=_as_numerator, kw_only=True)
    denominator: Decimal | None = field(default=None, converter=_as_denominator, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("period", self.period, ReportingPeriod)
        check_text("note", self.note, optional=True)
        if (self.numerator is None) != (self.denominator is None):
            raise FieldValueError(
                "denominator", self.denominator, "both parts of a share, or none"
            )
        if self.numerator is not None and not isinstance(self.value, Decimal):
            # Parts would give away what is missing, were it suppressed.
            raise FieldValueError("numerator", self.numerator, "None where there is no figure")
