"""One plain sentence for each result, made only when somebody reads it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.model import Polarity, Range, Unit
from councilperf.rules import Side
from councilperf.values import Missing, shown_decimals, subtract, terminating_decimal

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.assessment._key import KeyLine, Threshold
    from councilperf.assessment._rating import Rating
    from councilperf.assessment._travel import Travel

__all__ = ["explain_rating", "explain_travel", "show"]


def explain_rating(rating: Rating) -> str:
    """Say which level it is, how the figure lies to what it is held against, and what is next."""
    if isinstance(rating.value, Missing) or rating.decided is None:
        return f"Not rated: {_unrated(rating)}."
    better = rating.next_better
    wanted = "" if better is None else f"; {_wanted(better, rating.value, rating)}"
    return f"{rating.label}: {_standing(rating.value, rating)}{wanted}."


def _unrated(rating: Rating) -> str:
    because = "; ".join(str(each) for each in rating.missing)
    if isinstance(rating.value, Missing):
        return because
    return f"{because} (the figure is {show(rating.value, rating.key.unit)})"


def _standing(value: Exact, rating: Rating) -> str:
    """Say how the figure lies to that of the line which decided, or of the first line."""
    key = rating.key
    threshold = rating.edge or next((each.certain for each in key.lines if each.certain), None)
    shown = show(value, key.unit)
    if threshold is None:
        return shown
    base = threshold.base
    if isinstance(base, Range):
        return f"{shown} is {_beside_range(value, base, key.unit)}"
    figure = threshold.edge.figure
    gap = subtract(value, base)
    if gap == 0:
        return f"{shown} equals {figure}"
    side = "above" if gap > 0 else "below"
    apart = show_difference(gap, key.unit, like=(value, base))
    return f"{shown} is {apart} {side} {figure} of {show(base, key.unit)}"


def _beside_range(value: Exact, band: Range, unit: Unit) -> str:
    span = f"the range of {show(band.low, unit)} to {show(band.high, unit)}"
    distance = band.distance_to(value)
    if distance == 0:
        return f"inside {span}"
    return f"{show_difference(distance, unit, like=(value,))} outside {span}"


def _wanted(line: KeyLine, value: Exact, rating: Rating) -> str:
    threshold = line.certain
    label = rating.key.rule.scale.level(line.level).label.lower()
    if threshold is None:
        return ""
    return f"{label} would need {_limit(threshold, value, rating)}{_origin(threshold)}"


def _limit(threshold: Threshold, value: Exact, rating: Rating) -> str:
    key, at = rating.key, threshold.at
    if key.band is not None:
        low = show(subtract(key.band.low, at), key.unit, like=(value,))
        high = show(subtract(key.band.high, subtract(Decimal(0), at)), key.unit, like=(value,))
        return (
            f"{low} to {high}" if threshold.included else f"more than {low} and less than {high}"
        )
    number = show(at, key.unit, like=(value,))
    higher = key.polarity is Polarity.HIGHER
    if threshold.included:
        return f"{number} or {'more' if higher else 'less'}"
    return f"{'more' if higher else 'less'} than {number}"


def _origin(threshold: Threshold) -> str:
    edge = threshold.edge
    if edge.side is None:
        return ""
    if edge.side is Side.WORSE:
        return f" (within {edge.by} of {edge.figure})"
    return f" ({edge.by} better than {edge.figure})"


def show(number: Exact, unit: Unit, *, like: tuple[Exact, ...] = ()) -> str:
    """Print a number with its unit; a worked-out one with no fewer decimals than those it is like.

    Trailing noughts that only the arithmetic brought are left off.
    """
    return unit.show(number, decimals=_decimals(number, like)) if like else unit.show(number)


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


def explain_travel(travel: Travel) -> str:
    """Say how the figure moved, and why that is the verdict."""
    verdict = travel.verdict
    moved = _moved(travel)
    if verdict.decided is None:
        because = "; ".join(str(each) for each in verdict.missing)
        return f"No view: {because}{f' ({moved})' if moved else ''}."
    better = verdict.next_better
    wanted = ""
    if better is not None and not isinstance(verdict.value, Missing):
        wanted = f"; {_wanted(better, verdict.value, verdict)}"
    return f"{verdict.label}: {moved}{wanted}."


def _moved(travel: Travel) -> str:
    value, earlier, unit = travel.verdict.value, travel.earlier, travel.verdict.key.unit
    if isinstance(value, Missing) or isinstance(earlier, Missing):
        return ""
    figure = travel.against
    gap = subtract(value, earlier)
    if gap == 0:
        return f"{show(value, unit)} is unchanged from {figure}"
    went = "rose" if gap > 0 else "fell"
    by = show_difference(gap, unit, like=(value, earlier))
    return f"it {went} by {by}, from {show(earlier, unit)} in {figure} to {show(value, unit)}"
