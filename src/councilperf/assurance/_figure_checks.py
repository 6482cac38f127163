"""Checks of figures: values, targets and levels that do not fit each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.assurance._walk import rows_of
from councilperf.model import PERCENT, Polarity, Target
from councilperf.values import format_number, multiply, round_to, shown_decimals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Report, ScorecardRow

__all__ = [
    "find_better_than_possible",
    "find_level_without_figure",
    "find_order_of_magnitude",
    "find_outside_unit",
    "find_parts_do_not_follow",
    "find_row_without_figure",
    "find_target_on_wrong_side",
    "find_target_zero",
]

_HUNDRED = Decimal(100)


def _figures(report: Report) -> Iterator[tuple[str, ScorecardRow, Decimal]]:
    for path, row in rows_of(report):
        for place, each in enumerate(row.observations):
            if isinstance(each.value, Decimal):
                yield f"{path}.observations[{place}].value", row, each.value


def find_outside_unit(report: Report) -> Iterator[Remark]:
    """Yield a remark for each percentage that is below 0 or above 100."""
    for path, row, value in _figures(report):
        if row.indicator.unit == PERCENT and not 0 <= value <= _HUNDRED:
            yield Remark(
                path,
                f"{row.indicator.reference} shows {row.indicator.unit.show(value)}",
                "correct the figure; if it may pass 100%, say in the title what it is a share of",
            )


def find_parts_do_not_follow(report: Report) -> Iterator[Remark]:
    """Yield a remark for each percentage that its numerator and denominator do not give."""
    for path, row in rows_of(report):
        for place, each in enumerate(row.observations):
            value, top, bottom = each.value, each.numerator, each.denominator
            if row.indicator.unit != PERCENT or not isinstance(value, Decimal):
                continue
            if top is None or bottom is None:
                continue
            exact = Fraction(top) / Fraction(bottom) * 100
            half_a_digit = Fraction(1, 2 * 10 ** shown_decimals(value))
            if abs(exact - Fraction(value)) > half_a_digit:
                show = row.indicator.unit.show
                worked_out = show(round_to(exact, shown_decimals(value)))
                yield Remark(
                    f"{path}.observations[{place}].value",
                    f"{row.indicator.reference} shows {show(value)}, and {format_number(top)} of "
                    f"{format_number(bottom)} is {worked_out}",
                    "correct the figure or the parts",
                )


def find_better_than_possible(report: Report) -> Iterator[Remark]:
    """Yield a remark for each figure that is better than the best that its indicator can be."""
    for path, row, value in _figures(report):
        best, polarity = row.indicator.best_possible, row.indicator.polarity
        if best is None:
            continue
        if (polarity is Polarity.HIGHER and value > best) or (
            polarity is Polarity.LOWER and value < best
        ):
            show = row.indicator.unit.show
            yield Remark(
                path,
                f"{row.indicator.reference} shows {show(value)}, and the best possible is "
                f"{show(best)}",
                "correct the figure or the best possible one",
            )


def find_order_of_magnitude(report: Report) -> Iterator[Remark]:
    """Yield a remark for each figure ten times the one before or a hundred times its target."""
    for path, row in rows_of(report):
        known = sorted(
            (each.period, place, each.value)
            for place, each in enumerate(row.observations)
            if isinstance(each.value, Decimal)
        )
        targets = [
            (target.aim, 100, "its target")
            for target in row.targets
            if isinstance(target.aim, Decimal)
        ]
        show = row.indicator.unit.show
        earlier: Decimal | None = None
        for _, place, value in known:
            before = [] if earlier is None else [(earlier, 10, "the figure before it")]
            for figure, times, name in (*before, *targets):
                if _is_times(value, figure, times):
                    yield Remark(
                        f"{path}.observations[{place}].value",
                        f"{row.indicator.reference} shows {show(value)}, and {name} is "
                        f"{show(figure)}",
                        "look for a slip in typing, or for another unit",
                    )
            earlier = value


def _is_times(one: Decimal, other: Decimal, times: int) -> bool:
    """Say whether one figure is so many times the other, either way round; 0 is no multiple."""
    if not one or not other:
        return False
    low, high = sorted((one.copy_abs(), other.copy_abs()))
    return high >= multiply(low, Decimal(times))


def find_target_on_wrong_side(report: Report) -> Iterator[Remark]:
    """Yield a remark for each target worse than its floor or better than its stretch."""
    for path, row in rows_of(report):
        for place, target in enumerate(row.targets):
            for name, figure in _out_of_order(row.indicator.polarity, target):
                yield Remark(
                    f"{path}.targets[{place}].{name}",
                    f"{row.indicator.reference} has the target {target} and the {name} "
                    f"{format_number(figure)}, and {row.indicator.polarity} is better",
                    "exchange the two, or correct the polarity",
                )


def _out_of_order(polarity: object, target: Target) -> Iterator[tuple[str, Decimal]]:
    aim = target.aim
    if polarity not in {Polarity.HIGHER, Polarity.LOWER} or not isinstance(aim, Decimal):
        return
    for name, figure, is_better in (
        ("floor", target.floor, False),
        ("stretch", target.stretch, True),
    ):
        if figure is None or figure == aim:
            continue
        if ((figure > aim) is (polarity is Polarity.HIGHER)) is not is_better:
            yield name, figure


def find_target_zero(report: Report) -> Iterator[Remark]:
    """Yield a remark for each target of 0 where higher is better: every figure meets it."""
    for path, row in rows_of(report):
        for place, target in enumerate(row.targets):
            if row.indicator.polarity is Polarity.HIGHER and target.aim == 0:
                yield Remark(
                    f"{path}.targets[{place}].aim",
                    f"the target of {row.indicator.reference} is 0, although higher is better",
                    "give the target, or none where there is none",
                )


def find_level_without_figure(report: Report) -> Iterator[Remark]:
    """Yield a remark for each stated level of a period for which the row has no observation."""
    for path, row in rows_of(report):
        for place, level in enumerate(row.stated):
            if level.period is not None and row.observation(level.period) is None:
                yield Remark(
                    f"{path}.stated[{place}]",
                    f"{row.indicator.reference} is stated as {level.text!r} for {level.period}, "
                    "for which it has no figure",
                    "add the figure, or the reason why there is none",
                )


def find_row_without_figure(report: Report) -> Iterator[Remark]:
    """Yield a remark for each row that has no observation at all."""
    for path, row in rows_of(report):
        if not row.observations:
            yield Remark(
                path,
                f"{row.indicator.reference} has no figure for any period",
                "add its figures, or the reason why there are none",
            )
