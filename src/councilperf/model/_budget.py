"""Budget monitoring: budgets, forecasts and variances, line by line."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_member, as_tuple, check_each, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.model._stated import StatedLevel
from councilperf.model._unit import POUNDS, Unit
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Missing, number_or_missing

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["BudgetLine", "BudgetMonitoring", "VarianceSign"]

_NOT_GIVEN = Missing(Absence.NO_DATA)


class VarianceSign(StrEnum):
    """What a positive variance means: councils print it both ways.

    >>> VarianceSign("overspend_positive")
    <VarianceSign.OVERSPEND_POSITIVE: 'overspend_positive'>
    """

    OVERSPEND_POSITIVE = "overspend_positive"
    UNDERSPEND_POSITIVE = "underspend_positive"


def _as_budget(value: NumberInput | Missing | Absence | None) -> Decimal | Missing:
    return number_or_missing(value, field="budget")


def _as_forecast(value: NumberInput | Missing | Absence | None) -> Decimal | Missing:
    return number_or_missing(value, field="forecast")


def _as_actual(value: NumberInput | Missing | Absence | None) -> Decimal | Missing:
    return number_or_missing(value, field="actual")


def _as_variance(value: NumberInput | Missing | Absence | None) -> Decimal | Missing:
    return number_or_missing(value, field="variance")


@final
@frozen
class BudgetLine:
    """One service's money: what was budgeted, what is expected, what was spent.

    >>> placements = BudgetLine("Placements", "1200", forecast="1350", variance="150")
    >>> placements.variance, placements.actual
    (Decimal('150'), Missing('no_data'))

    *variance* is as printed, in the sign of the `BudgetMonitoring` that it stands in.
    """

    name: str
    budget: Decimal | Missing = field(converter=_as_budget)
    forecast: Decimal | Missing = field(default=_NOT_GIVEN, converter=_as_forecast, kw_only=True)
    actual: Decimal | Missing = field(default=_NOT_GIVEN, converter=_as_actual, kw_only=True)
    variance: Decimal | Missing = field(default=_NOT_GIVEN, converter=_as_variance, kw_only=True)
    rating: StatedLevel | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_instance("rating", self.rating, StatedLevel, optional=True)


def _as_sign(value: VarianceSign | str | None) -> VarianceSign | None:
    return None if value is None else as_member("variance_sign", value, VarianceSign)


def _as_unit(value: Unit | str) -> Unit:
    return Unit.parse(value) if isinstance(value, str) else value


@final
@frozen
class BudgetMonitoring(Displayed):
    """A table of budget lines for one period, with its total where it prints one.

    >>> from councilperf.periods import ReportingPeriod
    >>> monitoring = BudgetMonitoring(
    ...     "Children's services",
    ...     ReportingPeriod.quarter(2021, 3),
    ...     [BudgetLine("Placements", 1200, forecast=1350, variance=-150)],
    ...     variance_sign="underspend_positive",
    ...     unit="£000",
    ... )
    >>> monitoring.lines[0].variance
    Decimal('-150')
    """

    title: str
    period: ReportingPeriod
    lines: tuple[BudgetLine, ...] = field(converter=as_tuple)
    total: BudgetLine | None = field(default=None, kw_only=True)
    variance_sign: VarianceSign | None = field(default=None, converter=_as_sign, kw_only=True)
    unit: Unit = field(default=POUNDS, converter=_as_unit, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        check_instance("period", self.period, ReportingPeriod)
        check_each("lines", self.lines, BudgetLine)
        check_instance("total", self.total, BudgetLine, optional=True)
        check_instance("unit", self.unit, Unit)
        names = [each.name for each in self.lines]
        if len(set(names)) < len(names):
            raise FieldValueError("lines", tuple(names), "each line under a name of its own")
