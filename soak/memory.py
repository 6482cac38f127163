"""Assess a million scorecards in one process and watch its memory.

    python soak/memory.py [COUNT]

Every card is another one, so nothing can be kept by its value. What the process holds is read
after every twentieth; after the first fifth, when caches are full, it should not grow.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from councilperf import (
    Indicator,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
)
from councilperf.presets import MAIDSTONE

MEASURED = Path(__file__).resolve().parents[1] / "docs" / "measured"
PAGE = 4096
Q1, Q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)


def megabytes() -> float:
    """Return how much memory the process holds."""
    resident = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return resident * PAGE / 1e6


def assess_one(number: int) -> str:
    """Assess a card of one row that no other number gives, and read the reason."""
    homes = Indicator(f"H{number}", f"Affordable homes, area {number}", polarity="higher")
    figures = [Observation(Q1, number % 997), Observation(Q2, number % 991)]
    row = ScorecardRow(homes, figures, [Target(500 + number % 89)])
    assessment = assess(Scorecard(f"Homes {number}", [row]), MAIDSTONE, period=Q2)
    return assessment[f"H{number}"].result("rating").reason


def main() -> None:
    """Run, and write what was measured."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    started = time.process_time()
    held: list[float] = []
    for number in range(count):
        assess_one(number)
        if (number + 1) % (count // 20) == 0:
            gc.collect()
            held.append(round(megabytes(), 1))
            print(f"{number + 1:>9,}: {held[-1]:.1f} MB", flush=True)
    settled = held[3:]
    found = {
        "assessments": count,
        "megabytes_after_a_fifth": settled[0],
        "megabytes_at_the_end": settled[-1],
        "growth_megabytes": round(settled[-1] - settled[0], 1),
        "cpu_seconds": round(time.process_time() - started),
    }
    MEASURED.mkdir(exist_ok=True)
    (MEASURED / "memory.json").write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
