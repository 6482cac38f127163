"""What exactness is worth: how often textbook float formulas misrate a figure on its edge.

Every target and tolerance in tenths whose edge has one decimal is tried, higher being better:
exactly on the edge is amber, by the rule. The formulas run in Python's own floats, and so in
pandas' and Polars', whose arithmetic is the same; a spreadsheet that compares at 15 digits hides
most of it, and is shown as comparing rounded figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from councilperf import judge, key_for
from councilperf.presets import CHESHIRE_EAST

Formula = Callable[[float, float, float], bool]

FORMULAS: dict[str, Formula] = {
    "value >= target * (1 - tolerance / 100)": lambda v, t, p: v >= t * (1 - p / 100),
    "value >= target - target * tolerance / 100": lambda v, t, p: v >= t - t * p / 100,
    "value >= target * (100 - tolerance) / 100": lambda v, t, p: v >= t * (100 - p) / 100,
    "(target - value) * 100 <= target * tolerance": lambda v, t, p: (t - v) * 100 <= t * p,
    "(target - value) / target <= tolerance / 100": lambda v, t, p: (t - v) / t <= p / 100,
}


def as_a_sheet(value: float, target: float, tolerance: float) -> bool:
    """Compare as spreadsheets do, both sides at 15 digits."""
    shortfall = float(f"{(target - value) / target:.15g}")
    return shortfall <= float(f"{tolerance / 100:.15g}")


def on_the_edge() -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Yield value, target and tolerance of every case exactly on its edge, with one decimal."""
    tenth = Decimal("0.1")
    for target in range(10, 1001):
        for tolerance in range(1, 301):
            edge = target * (1000 - tolerance)
            if edge % 1000 == 0:
                yield edge // 1000 * tenth, target * tenth, tolerance * tenth


def report(name: str, wrong: int, cases: int) -> None:
    print(f"{name:<46} misrates {wrong:>6,} ({100 * wrong / cases:.1f}%)")


def main() -> None:
    cases = list(on_the_edge())
    print(f"{len(cases):,} figures exactly on their edge")
    for name, formula in (*FORMULAS.items(), ("the last, compared at 15 digits", as_a_sheet)):
        report(name, sum(not formula(*map(float, case)) for case in cases), len(cases))
    ours = 0
    for value, target, tolerance in cases:
        key = key_for(CHESHIRE_EAST, target=target, polarity="higher", tolerance=f"{tolerance}%")
        ours += judge(value, key).level != "amber"
    report("councilperf", ours, len(cases))


if __name__ == "__main__":
    main()
