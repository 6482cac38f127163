"""One plain sentence for each result, made only when somebody reads it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.assessment._axis import Measure
from councilperf.model import Polarity, Range, Unit
from councilperf.periods import format_dates
from councilperf.rules import Amount, FigureKind, Side, Widest
from councilperf.values import Missing, add, shown_decimals, subtract, terminating_decimal

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.assessment._axis import JudgedValue
    from councilperf.assessment._key import Key, Threshold
    from councilperf.assessment._rating import Rating
    from councilperf.assessment._travel import Travel
    from councilperf.rules import Allowance, Figure

__all__ = ["explain_rating", "explain_travel", "show"]


_DAYS = Unit.parse("days")


def explain_rating(rating: Rating) -> str:
    """Say which level it is, how the figure lies to what it is held against, and what is next."""
    if isinstance(rating.value, Missing) or rating.decided is None:
        return f"Not rated: {_unrated(rating)}."
    standing = _standing(rating.value, rating)
    return f"{rating.label}: {standing}{_next(rating.value, rating)}."


def explain_travel(travel: Travel) -> str:
    """Say how the figure moved, and why that is the verdict."""
    verdict = travel.verdict
    moved = _moved(travel)
    if isinstance(verdict.value, Missing) or verdict.decided is None:
        because = "; ".join(str(each) for each in verdict.missing)
        return f"No view: {because}{f' ({moved})' if moved else ''}."
    if not moved:
        moved = _standing(verdict.value, verdict)
    return f"{verdict.label}: {moved}{_next(verdict.value, verdict)}."


def _unrated(rating: Rating) -> str:
    because = "; ".join(str(each) for each in rating.missing)
    if isinstance(rating.value, Missing):
        return because
    return f"{because} (the figure is {show(rating.value, rating.key.unit)})"


def _standing(value: JudgedValue, rating: Rating) -> str:
    """Say how the figure lies to that of the line which decided, or of the first line."""
    key = rating.key
    threshold = rating.edge or next((each.certain for each in key.lines if each.certain), None)
    shown = show(value, key.unit)
    if threshold is None:
        return shown
    base, figure = threshold.base, threshold.edge.figure
    if value == base:
        return f"{shown} equals {figure}"
    if isinstance(value, Decimal | Fraction) and isinstance(base, Range):
        return f"{shown} is {_beside_range(value, base, key.unit)}"
    if isinstance(value, Decimal | Fraction) and isinstance(base, Decimal | Fraction):
        gap = subtract(value, base)
        side = "above" if gap > 0 else "below"
        apart = show_difference(gap, key.unit, like=(value, base))
        return f"{shown} is {apart} {side} {_with_number(figure, base, key.unit)}"
    if isinstance(value, dt.date) and isinstance(base, dt.date):
        days = (value - base).days
        apart = _DAYS.show_difference(abs(days))
        side = "after" if days > 0 else "before"
        return f"{shown} is {apart} {side} {_with_number(figure, base, key.unit)}"
    return f"{shown}, and {figure} is {show(base, key.unit)}"


def _with_number(figure: Figure, base: JudgedValue, unit: Unit) -> str:
    shown = show(base, unit)
    return shown if figure.kind is FigureKind.CONSTANT else f"{figure} of {shown}"


def _beside_range(value: Exact, band: Range, unit: Unit) -> str:
    span = f"the range of {show(band.low, unit)} to {show(band.high, unit)}"
    distance = band.distance_to(value)
    if distance == 0:
        return f"inside {span}"
    return f"{show_difference(distance, unit, like=(value,))} outside {span}"


def _next(value: JudgedValue, rating: Rating) -> str:
    line = rating.next_better
    if line is None or line.certain is None:
        return ""
    label = rating.key.rule.scale.level(line.level).label.lower()
    needed = _limit(line.certain, value, rating.key)
    return f"; {label} would need {needed}{_origin(line.certain, rating.key.unit)}"


def _limit(threshold: Threshold, value: JudgedValue, key: Key) -> str:
    at, axis = threshold.at, key.axis
    if axis is None or axis.measure is Measure.LEVEL:
        return _whole(threshold, key.unit)
    if axis.measure is Measure.DATE:
        day = show(dt.date.fromordinal(int(at)), key.unit)
        return f"{day} or {'later' if axis.polarity is Polarity.HIGHER else 'sooner'}"
    like = (value,) if isinstance(value, Decimal | Fraction) else ()
    if isinstance(axis.origin, Range):
        low = show(subtract(axis.origin.low, at), key.unit, like=like)
        high = show(add(axis.origin.high, at), key.unit, like=like)
        return f"{low} to {high}" if threshold.included else f"more than {low}, less than {high}"
    if axis.origin is not None:
        return show(axis.origin, key.unit)
    number = show(at, key.unit, like=like)
    higher = axis.polarity is Polarity.HIGHER
    if threshold.included:
        return f"{number} or {'more' if higher else 'less'}"
    return f"{'more' if higher else 'less'} than {number}"


def _whole(threshold: Threshold, unit: Unit) -> str:
    return f"{show(threshold.base, unit)} or better" if threshold.included else "better"


def _origin(threshold: Threshold, unit: Unit) -> str:
    edge = threshold.edge
    if edge.side is None or edge.by is None:
        return ""
    by = _allowed(edge.by, threshold, unit)
    if edge.side is Side.WORSE and " of " not in by:
        return f" (within {by} of {edge.figure})"
    return f" ({by} {edge.side.value} than {edge.figure})"


def _allowed(by: Allowance, threshold: Threshold, unit: Unit) -> str:
    if isinstance(by, Widest):
        return " or ".join(_allowed(each, threshold, unit) for each in by.parts)
    if not isinstance(by, Amount):
        return str(by)
    if isinstance(threshold.base, dt.date):
        return _DAYS.show_difference(by.size)
    return unit.show_difference(by.size)


def _moved(travel: Travel) -> str:
    value, earlier, unit = travel.verdict.value, travel.earlier, travel.verdict.key.unit
    if isinstance(value, Missing) or isinstance(earlier, Missing):
        return ""
    figure = travel.against
    if value == earlier:
        return f"{show(value, unit)} is unchanged from {figure}"
    if isinstance(value, Decimal | Fraction) and isinstance(earlier, Decimal | Fraction):
        gap = subtract(value, earlier)
        by = show_difference(gap, unit, like=(value, earlier))
        went = "rose" if gap > 0 else "fell"
        return f"it {went} by {by}, from {show(earlier, unit)} in {figure} to {show(value, unit)}"
    return f"it went from {show(earlier, unit)} in {figure} to {show(value, unit)}"


def show(found: JudgedValue | Range, unit: Unit, *, like: tuple[Exact, ...] = ()) -> str:
    """Print a figure; a worked-out number with no fewer decimals than those it is like.

    Trailing noughts that only the arithmetic brought are left off.
    """
    if isinstance(found, Decimal | Fraction):
        return unit.show(found, decimals=_decimals(found, like)) if like else unit.show(found)
    if isinstance(found, dt.date):
        return format_dates([found])
    return str(found)


def show_difference(gap: Exact, unit: Unit, *, like: tuple[Exact, ...]) -> str:
    """Print the size of a difference with its unit."""
    size = gap.copy_abs() if isinstance(gap, Decimal) else abs(gap)
    return unit.show_difference(size, decimals=_decimals(size, like))


def _decimals(number: Exact, like: tuple[Exact, ...]) -> int:
    exact = terminating_decimal(Fraction(number))
    if exact is None:
        return 2
    needed = shown_decimals(exact)
    shown = max(shown_decimals(each) if isinstance(each, Decimal) else 0 for each in like)
    return max(needed, shown) if needed else 0
