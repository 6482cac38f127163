"""Control charts and league tables, held against plain pandas doing the same in the same run.

Goals: 10,000 XmR charts of 36 points at least ten times as fast as pandas with one series a call;
rank, quarter and travel of every LAIT measure's latest period, in one call, within 1.5 times
pandas' `rank`, `qcut` and difference. Without pandas, or without `../shared`, made-up figures of
the same size stand in and our own times are shown alone.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from decimal import Decimal
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _timing import best_of, cpu_time, show

from councilperf.benchmarking import LAIT_APRIL_2026, GroupFigures, league_tables, rank
from councilperf.periods import ReportingPeriod
from councilperf.spc import xmr

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
CHARTS = 10_000
SAMPLE = 100  # charts a round; the time of one is the same for all
POINTS = 36
EXPECTED = Path(__file__).resolve().parents[2] / "shared/data/lait/expected_latest.csv"

Figures = list[tuple[str, Decimal | None, Decimal | None]]
THIS, LAST = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)


def made_up_series(seed: int) -> list[tuple[dt.date, Decimal]]:
    generator = random.Random(seed)  # noqa: S311 (figures, no secrets)
    return [
        (dt.date(2021 + month // 12, month % 12 + 1, 1), Decimal(generator.randint(400, 600)) / 10)
        for month in range(POINTS)
    ]


def lait_measures() -> dict[str, tuple[str, Figures]]:
    """Each measure's polarity, and each area's figure now and before."""
    if not EXPECTED.exists():
        generator = random.Random(7)  # noqa: S311 (figures, no secrets)

        def figure() -> Decimal:
            return Decimal(generator.randint(0, 1000)) / 10

        return {
            f"measure {number}": ("High", [(f"area {n}", figure(), figure()) for n in range(158)])
            for number in range(231)
        }
    measures: dict[str, tuple[str, Figures]] = {}
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            polarity = "none" if row["polarity"] in {"-", "NA"} else row["polarity"]
            _, figures = measures.setdefault(row["measure_id"], (polarity, []))
            figures.append((row["la_name"], number(row["value"]), number(row["previous_value"])))
    return measures


def number(text: str) -> Decimal | None:
    return None if text in {"", "-"} else Decimal(text)


def chart_operations() -> dict[str, Callable[[], object]]:
    series = [made_up_series(seed) for seed in range(SAMPLE)]

    def ours() -> None:
        for points in series:
            xmr(points, polarity="higher", target=50)

    operations: dict[str, Callable[[], object]] = {"XmR, ours": ours}
    if find_spec("pandas"):
        pd: Any = import_module("pandas")
        frames = [pd.Series([float(value) for _, value in points]) for points in series]
        operations["XmR, pandas"] = lambda: [pandas_xmr(each) for each in frames]
    return operations


def pandas_xmr(values: Any) -> Any:  # noqa: ANN401 (pandas ships no types)
    """Mean, screened limits and four rules, as an analyst writes them with shift and rolling."""
    pd: Any = import_module("pandas")
    ranges = values.diff().abs()
    kept = ranges[ranges < 3.267 * ranges.mean()]
    mean, spread = values.mean(), 2.66 * kept.mean()
    above, below = values > mean, values < mean
    outside = (values > mean + spread) | (values < mean - spread)
    steps = values.diff()
    rising = (steps > 0).rolling(6).sum() == 6
    falling = (steps < 0).rolling(6).sum() == 6
    near = (values - mean).abs() > spread * 2 / 3
    two = (near.rolling(3).sum() >= 2) & (
        (above.rolling(3).sum() == 3) | (below.rolling(3).sum() == 3)
    )
    run = (above.rolling(7).sum() == 7) | (below.rolling(7).sum() == 7)
    member = pd.Series(data=False, index=values.index)
    for signal, length in ((rising | falling, 7), (two, 3), (run, 7)):
        for back in range(length):
            member |= signal.shift(-back, fill_value=False)
    return outside | member


def table_operations() -> dict[str, Callable[[], object]]:
    measures = lait_measures()
    rows = [
        (measure, area, period, figure)
        for measure, (_, figures) in measures.items()
        for area, now, before in figures
        for period, figure in ((THIS, now), (LAST, before))
    ]
    polarity = {measure: way for measure, (way, _) in measures.items()}
    groups = [
        (GroupFigures([(area, now) for area, now, _ in figures]), way)
        for way, figures in measures.values()
    ]
    print(f"{len(measures)} measures, {len(rows) // 2} figures now and as many before")
    operations: dict[str, Callable[[], object]] = {
        "tables, ours": partial(league_tables, rows, polarity=polarity, rules=LAIT_APRIL_2026),
        "ranks, ours": lambda: [rank(group, polarity=way) for group, way in groups],
    }
    if find_spec("pandas"):
        pd: Any = import_module("pandas")
        long = pd.DataFrame(
            [
                (measure, way != "Low", area, as_float(now), as_float(before))
                for measure, (way, figures) in measures.items()
                for area, now, before in figures
            ],
            columns=["measure", "higher", "area", "now", "before"],
        )
        columns = [(each["now"], each["higher"].iloc[0]) for _, each in long.groupby("measure")]
        operations["tables, pandas"] = lambda: [
            pandas_table(each) for _, each in long.groupby("measure")
        ]
        operations["ranks, pandas"] = lambda: [
            column.rank(method="min", ascending=not higher) for column, higher in columns
        ]
        operations["ranks, pandas, one groupby"] = lambda: long.groupby("measure")["now"].rank(
            method="min"
        )
    return operations


def as_float(figure: Decimal | None) -> float:
    return float("nan") if figure is None else float(figure)


def pandas_table(measure: Any) -> Any:  # noqa: ANN401 (pandas ships no types)
    """Rank, quarter and change of one measure."""
    pd: Any = import_module("pandas")
    now = measure["now"]
    ranks = now.rank(method="min", ascending=not measure["higher"].iloc[0])
    quarters = pd.qcut(now, 4, labels=False, duplicates="drop")
    return ranks, quarters, now - measure["before"]


def main() -> None:
    charts = chart_operations()
    best = best_of(ROUNDS, {name: cpu_time(each) for name, each in charts.items()})
    ours = best["XmR, ours"] / SAMPLE
    print(f"{CHARTS} charts of {POINTS} points take {ours * CHARTS:.2f} s")
    if "XmR, pandas" in best:
        show("XmR chart", ours, best["XmR, pandas"] / SAMPLE / 10, "a tenth of pandas")
    else:
        print(f"{'XmR chart':<40} {ours * 1e6:>10.1f} µs  (pandas is not installed)")

    best = best_of(ROUNDS, {name: cpu_time(each) for name, each in table_operations().items()})
    for name in ("tables", "ranks"):
        ours = best[f"{name}, ours"]
        if f"{name}, pandas" in best:
            show(name, ours, 1.5 * best[f"{name}, pandas"], "1.5 x pandas, measure by measure")
        else:
            print(f"{name:<40} {ours * 1e6:>10.1f} µs  (pandas is not installed)")
    if "ranks, pandas, one groupby" in best:
        grouped = best["ranks, pandas, one groupby"]
        print(f"(floats ranked by a single pandas groupby take {grouped * 1e6:.0f} µs)")


if __name__ == "__main__":
    main()
