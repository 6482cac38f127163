"""What an import costs, held against `import attrs`.

Goal: at most 1.2 times `import attrs`, and 0.8 ms for each attrs class that is defined.
"""

from __future__ import annotations

import subprocess
import sys

from _timing import best_of, import_time, show

ROUNDS = 15
STATEMENTS = {
    "attrs": "import attrs",
    "the front": "import councilperf",
    "periods alone": "from councilperf import ReportingPeriod",
    "the main job": "from councilperf import assess; from councilperf.presets import MAIDSTONE",
}
COUNT_CLASSES = """
import sys
classes = {each for name, module in list(sys.modules.items()) if name.startswith("councilperf")
           for each in vars(module).values() if isinstance(each, type)
           and "__attrs_attrs__" in vars(each)}
print(len(classes))
"""


def attrs_classes(statement: str) -> int:
    """Count the attrs classes of ours that a statement defines."""
    command = [sys.executable, "-c", f"{statement}\n{COUNT_CLASSES}"]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def main() -> None:
    measures = {name: import_time(statement) for name, statement in STATEMENTS.items()}
    best = best_of(ROUNDS, measures)
    attrs = best.pop("attrs")
    print(f"{'import attrs':<40} {attrs * 1e6:>10.1f} µs")
    for name, seconds in best.items():
        count = attrs_classes(STATEMENTS[name])
        allowed = 1.2 * attrs + 0.0008 * count
        show(name, seconds, allowed, f"1.2 x attrs + 0.8 ms x {count} classes")


if __name__ == "__main__":
    main()
