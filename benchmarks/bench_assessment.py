"""Rating, travel and whole assessments, beside bare code that returns only the words."""

from __future__ import annotations

from decimal import Context, Decimal
from random import Random

from _timing import best_of, cpu_time, show

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    judge,
    key_for,
    rate,
    travel,
)
from councilperf.presets import CHESHIRE_EAST

ROUNDS = 15
EXACT = Context(prec=60)
HUNDRED = Decimal(100)
BareRow = tuple[Decimal, Decimal, Decimal, Decimal, bool]


def bare_rate(value: Decimal, target: Decimal, tolerance: Decimal) -> str:
    """Rate a higher-is-better figure by cross-multiplication, as one would by hand."""
    if value >= target:
        return "green"
    if EXACT.multiply(value, HUNDRED) >= EXACT.multiply(
        target, EXACT.subtract(HUNDRED, tolerance)
    ):
        return "amber"
    return "red"


def bare_travel(value: Decimal, previous: Decimal, band: Decimal) -> str:
    """Compare two higher-is-better figures by cross-multiplication."""
    change = EXACT.multiply(EXACT.subtract(value, previous), HUNDRED)
    allowed = EXACT.multiply(previous.copy_abs(), band)
    if change > allowed:
        return "improving"
    return "static" if change >= -allowed else "worsening"


def bare_assessment(rows: list[BareRow]) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """Rate, compare and count rows in a decimal context of its own."""
    results = []
    counts: dict[str, int] = {}
    for value, previous, target, tolerance, higher in rows:
        gap = EXACT.subtract(target, value) if higher else EXACT.subtract(value, target)
        if gap <= 0:
            rating = "green"
        elif EXACT.multiply(gap, HUNDRED) <= EXACT.multiply(target.copy_abs(), tolerance):
            rating = "amber"
        else:
            rating = "red"
        gain = EXACT.subtract(value, previous) if higher else EXACT.subtract(previous, value)
        change, allowed = (
            EXACT.multiply(gain, HUNDRED),
            EXACT.multiply(previous.copy_abs(), tolerance),
        )
        if change > allowed:
            direction = "improving"
        else:
            direction = "static" if change >= -allowed else "worsening"
        counts[rating] = counts.get(rating, 0) + 1
        counts[direction] = counts.get(direction, 0) + 1
        results.append((rating, direction))
    return results, counts


def sample() -> tuple[Scorecard, list[BareRow], ReportingPeriod]:
    """Return 42 rows as a scorecard and as bare figures."""
    random = Random(42)  # noqa: S311 - figures for a benchmark
    quarters = [ReportingPeriod.quarter(2019, number) for number in (1, 2)]
    rows, bare = [], []
    for number in range(42):
        polarity = random.choice(["higher", "lower"])
        target = Decimal(random.randint(500, 990)) / 10
        figures = [Decimal(random.randint(400, 999)) / 10 for _ in quarters]
        indicator = Indicator(
            f"R{number}", f"Measure {number}", polarity=polarity, unit="%", tolerance="10%"
        )
        observations = [Observation(*pair) for pair in zip(quarters, figures, strict=True)]
        rows.append(ScorecardRow(indicator, observations, [Target(target)]))
        bare.append((figures[1], figures[0], target, Decimal(10), polarity == "higher"))
    return Scorecard("Sample", rows), bare, quarters[1]


def main() -> None:
    value, target, previous = Decimal("46.8"), Decimal("52.0"), Decimal("50.1")
    key = key_for(CHESHIRE_EAST, target=target, polarity="higher", tolerance="10%")
    scorecard, bare, period = sample()

    def whole() -> object:
        assessment = assess(scorecard, CHESHIRE_EAST, period=period)
        return assessment.tally("rating"), assessment.tally("travel")

    def one_shot() -> object:
        return rate(value, target=target, polarity="higher", rules=CHESHIRE_EAST, tolerance="10%")

    assessed = assess(scorecard, CHESHIRE_EAST, period=period)
    levels = [tuple(each.level for each in row.results) for row in assessed.rows]
    assert levels == bare_assessment(bare)[0]

    seconds = best_of(
        ROUNDS,
        {
            "bare rate": cpu_time(lambda: bare_rate(value, target, Decimal(10))),
            "judge by a key made once": cpu_time(lambda: judge(value, key)),
            "rate, the key made each time": cpu_time(one_shot),
            "bare travel": cpu_time(lambda: bare_travel(value, previous, Decimal(10))),
            "travel, the key made each time": cpu_time(
                lambda: travel(value, previous=previous, polarity="higher", rules=CHESHIRE_EAST)
            ),
            "bare assessment": cpu_time(lambda: bare_assessment(bare)),
            "assess 42 indicators": cpu_time(whole),
        },
    )
    for name, bare_name, times in (
        ("judge by a key made once", "bare rate", 6),
        ("rate, the key made each time", "bare rate", 6),
        ("travel, the key made each time", "bare travel", 6),
        ("assess 42 indicators", "bare assessment", 8),
    ):
        show(name, seconds[name], times * seconds[bare_name], f"{times} x {bare_name}")


if __name__ == "__main__":
    main()
