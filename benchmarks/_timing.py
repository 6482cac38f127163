"""The one way in which every benchmark measures: CPU time, interleaved, best of many rounds.

Milliseconds depend on the machine and on what else it does; ratios measured in one run hold. So
what is compared is measured by turns, each keeps its best round, and goals are ratios.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from atexit import register
from collections.abc import Callable, Mapping
from functools import cache
from tempfile import TemporaryDirectory
from time import process_time

__all__ = ["best_of", "cpu_time", "import_time", "show"]

#: Measures something once and returns its CPU seconds.
Measure = Callable[[], float]

ENOUGH = 0.02  # seconds: far above the clock's own step


def cpu_time(operation: Callable[[], object]) -> Measure:
    """Measure one call of the operation, as the mean of as many calls as the clock needs."""

    def timed(calls: int) -> float:
        gc.disable()
        start = process_time()
        for _ in range(calls):
            operation()
        seconds = process_time() - start
        gc.enable()
        return seconds

    calls = 1
    while timed(calls) < ENOUGH:
        calls *= 2
    return lambda: timed(calls) / calls


def import_time(statement: str) -> Measure:
    """Measure a statement in a fresh interpreter, without the interpreter's own start.

    Every module is compiled beforehand, as it is for everybody from the second start on.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": _compiled()}
    code = f"from time import process_time as t; s = t(); {statement}; print(t() - s)"

    def timed() -> float:
        command = [sys.executable, "-c", code]
        ran = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
        return float(ran.stdout)

    timed()
    return timed


@cache
def _compiled() -> str:
    """Return a folder for compiled modules that goes when the benchmark ends."""
    folder = TemporaryDirectory()
    register(folder.cleanup)
    return folder.name


def best_of(rounds: int, measures: Mapping[str, Measure]) -> dict[str, float]:
    """Measure all of them by turns and return the best CPU seconds of each."""
    best = dict.fromkeys(measures, float("inf"))
    for _ in range(rounds):
        for name, measure in measures.items():
            best[name] = min(best[name], measure())
    return best


def show(name: str, seconds: float, allowed: float, goal: str) -> None:
    """Print one result as a ratio to what the goal allows."""
    verdict = "met" if seconds <= allowed else "MISSED"
    print(f"{name:<40} {seconds * 1e6:>10.1f} µs  {seconds / allowed:>6.2f} of {goal}: {verdict}")
