"""Checks of sums: summary counts, percentages, budgets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.model import BudgetLine, StatedTally, VarianceSign
from councilperf.values import Missing, add, format_number, shown_decimals, subtract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Report

__all__ = [
    "find_budget_total_does_not_add",
    "find_percentage_base_unstated",
    "find_percentage_does_not_follow",
    "find_tally_does_not_add",
    "find_tally_not_of_scorecard",
    "find_variance_does_not_follow",
    "find_variance_sign_unstated",
]


def find_tally_does_not_add(report: Report) -> Iterator[Remark]:
    """Yield a remark for each summary row whose counts do not add up to its total."""
    for place, tally in enumerate(report.tallies):
        counts = [each.count for each in tally.counts if not isinstance(each.count, Missing)]
        if isinstance(tally.total, Missing) or len(counts) < len(tally.counts):
            continue
        if sum(counts) != tally.total:
            yield Remark(
                f"tallies[{place}].total",
                f"{' + '.join(map(str, counts))} is {sum(counts)}, not {tally.total}",
                "correct a count or the total",
            )


def find_tally_not_of_scorecard(report: Report) -> Iterator[Remark]:
    """Yield a remark for each total that is not the number of rows of the only scorecard."""
    cards = [card for _, card in report.all_scorecards()]
    if len(cards) != 1:
        return
    rows = len(cards[0].rows)
    for place, tally in enumerate(report.tallies):
        if not isinstance(tally.total, Missing) and tally.total != rows:
            yield Remark(
                f"tallies[{place}].total",
                f"it counts {tally.total}, and {cards[0].title!r} has {rows} rows",
                "correct the total, or say in its base what it leaves out",
            )


def find_percentage_base_unstated(report: Report) -> Iterator[Remark]:
    """Yield a remark for each summary row with percentages that does not say of what."""
    for place, tally in enumerate(report.tallies):
        if tally.base is None and any(each.percentage is not None for each in tally.counts):
            yield Remark(
                f"tallies[{place}].base",
                "percentages are given, and not of what",
                "state the base: of all, of those rated, of those with a target",
            )


def find_percentage_does_not_follow(report: Report) -> Iterator[Remark]:
    """Yield a remark for each percentage that its count is of no base the tally could have."""
    for place, tally in enumerate(report.tallies):
        for number, each in enumerate(tally.counts):
            if each.percentage is None or isinstance(each.count, Missing):
                continue
            if not _has_a_base(each.count, each.percentage, tally):
                yield Remark(
                    f"tallies[{place}].counts[{number}].percentage",
                    f"{each.count} is {format_number(each.percentage)}% of no whole number up to "
                    f"{tally.total}",
                    "correct the count or the percentage",
                )


def _has_a_base(count: int, percentage: Decimal, tally: StatedTally) -> bool:
    """Say whether some base gives the percentage, however it was rounded."""
    if isinstance(tally.total, Missing):
        return True
    unit = Fraction(1, 10 ** shown_decimals(percentage))
    return any(
        abs(Fraction(100 * count, base) - Fraction(percentage)) < unit
        for base in range(max(count, 1), tally.total + 1)
    )


def find_variance_sign_unstated(report: Report) -> Iterator[Remark]:
    """Yield a remark for each budget table with variances that does not say what minus means."""
    for place, budget in enumerate(report.budgets):
        given = any(not isinstance(line.variance, Missing) for line in budget.lines)
        if given and budget.variance_sign is None:
            yield Remark(
                f"budgets[{place}].variance_sign",
                f"{budget.title!r} does not say whether a positive variance is an overspend",
                "state the sign convention",
            )


def find_variance_does_not_follow(report: Report) -> Iterator[Remark]:
    """Yield a remark for each variance that is not the forecast, or actual, less the budget."""
    for place, budget in enumerate(report.budgets):
        for number, line in enumerate(budget.lines):
            expected = _variances(line, budget.variance_sign)
            if expected and line.variance not in expected:
                show = budget.unit.show
                printed = " or ".join(show(each) for each in expected)
                yield Remark(
                    f"budgets[{place}].lines[{number}].variance",
                    f"the variance of {line.name!r} is given as {_shown(line.variance)}, and its "
                    f"figures give {printed}",
                    "correct the variance, its sign or the figures",
                )


def _variances(line: BudgetLine, sign: VarianceSign | None) -> list[Decimal | Fraction]:
    if sign is None or isinstance(line.variance, Missing) or isinstance(line.budget, Missing):
        return []
    spent = [each for each in (line.forecast, line.actual) if not isinstance(each, Missing)]
    if sign is VarianceSign.OVERSPEND_POSITIVE:
        return [subtract(each, line.budget) for each in spent]
    return [subtract(line.budget, each) for each in spent]


def _shown(value: Decimal | Missing) -> str:
    return str(value) if isinstance(value, Missing) else format_number(value)


_MONEY = ("budget", "forecast", "actual", "variance")


def find_budget_total_does_not_add(report: Report) -> Iterator[Remark]:
    """Yield a remark for each figure of a budget's total that is not the sum of its lines."""
    for place, budget in enumerate(report.budgets):
        if budget.total is None:
            continue
        for name in _MONEY:
            total = getattr(budget.total, name)
            parts = [getattr(line, name) for line in budget.lines]
            if any(isinstance(each, Missing) for each in (total, *parts)):
                continue
            summed: Decimal | Fraction = Decimal(0)
            for part in parts:
                summed = add(summed, part)
            if summed != total:
                yield Remark(
                    f"budgets[{place}].total.{name}",
                    f"the lines of {budget.title!r} add up to {format_number(summed)}, and the "
                    f"total {name} is given as {format_number(total)}",
                    "correct a line or the total; if it is rounding, say so beneath the table",
                )
