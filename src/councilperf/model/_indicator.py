"""Indicators: what is measured, which way is better, and who answers for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_frozenset, check_each, check_instance, check_text
from councilperf._display import Displayed
from councilperf.model._polarity import Polarity
from councilperf.model._tolerance import Tolerance
from councilperf.model._unit import NUMBER, Unit
from councilperf.values import Absence, Missing, exact_decimal

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["Indicator"]

_POLARITY_UNSTATED = Missing(Absence.NO_POLARITY)


def _as_polarity(value: Polarity | Missing | str) -> Polarity | Missing:
    return value if isinstance(value, Missing) else Polarity.parse(value)


def _as_unit(value: Unit | str) -> Unit:
    return value if isinstance(value, Unit) else Unit.parse(value)


def _as_tolerance(value: Tolerance | str | None) -> Tolerance | None:
    return Tolerance.parse(value) if isinstance(value, str) else value


def _as_best_possible(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="best_possible")


@final
@frozen(weakref_slot=False)  # so that a reader may fill one field by field
class Indicator(Displayed):
    """A defined measure.

    >>> visits = Indicator("CSC 1", "Visits in time", polarity="Higher is better", unit="%")
    >>> visits.polarity, visits.unit.show(95)
    (<Polarity.HIGHER: 'higher'>, '95%')

    *service* is the lead department, *priority* the corporate outcome it serves, *portfolio* the
    cabinet member's, *officer* the role that answers for it. *kind* says which of a council's
    rules serve it (an indicator, a milestone, a project, a pledge), *tags* whatever else they
    depend on. *best_possible* is the figure that cannot be bettered, such as 100%.
    """

    reference: str
    title: str
    polarity: Polarity | Missing = field(
        default=_POLARITY_UNSTATED, converter=_as_polarity, kw_only=True
    )
    unit: Unit = field(default=NUMBER, converter=_as_unit, kw_only=True)
    tolerance: Tolerance | None = field(default=None, converter=_as_tolerance, kw_only=True)
    best_possible: Decimal | None = field(default=None, converter=_as_best_possible, kw_only=True)
    service: str | None = field(default=None, kw_only=True)
    priority: str | None = field(default=None, kw_only=True)
    portfolio: str | None = field(default=None, kw_only=True)
    officer: str | None = field(default=None, kw_only=True)
    frequency: str | None = field(default=None, kw_only=True)
    kind: str = field(default="indicator", kw_only=True)
    tags: frozenset[str] = field(default=frozenset(), converter=as_frozenset, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_text("title", self.title)
        check_instance("tolerance", self.tolerance, Tolerance, optional=True)
        for name in ("service", "priority", "portfolio", "officer", "frequency", "note"):
            check_text(name, getattr(self, name), optional=True)
        check_text("kind", self.kind)
        check_each("tags", self.tags, str)
