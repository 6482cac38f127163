"""Count what `run.py` found and write it to `docs/measured/mutation.json`.

    python mutation/report.py OUT [AGAIN …]

A later file stands over an earlier one, and a line that has been written anew since is left out.
A mutant that survives is equivalent where
`equivalent.json` gives the reason, by the text of its line before and after or by a pattern of it;
what remains is listed in `survivors.txt`, to be met by a test.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BESIDE = Path(__file__).resolve().parent
NOTICED = {"killed", "timeout"}


@cache
def lines_of(module: str) -> frozenset[str]:
    """Return the lines of a module as they stand, none where there is no such module any more."""
    path = (ROOT / "src").joinpath(*module.split(".")).with_suffix(".py")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return frozenset(each.strip() for each in lines)


def outcomes(paths: list[str]) -> dict[tuple[str, ...], dict[str, Any]]:
    """Return the last record of each mutant."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            each = json.loads(line)
            if each["before"] not in lines_of(each["module"]):
                continue
            key = (each["module"], each["operator"], each["before"], each["after"])
            known = found.get(key)
            # Several places of a module can read alike; one that survives counts for all.
            if known is None or path != paths[0] or known["outcome"] in NOTICED:
                found[key] = each
    return found


def reason_for(each: dict[str, Any], reasons: list[dict[str, str]]) -> str | None:
    """Return why a change changes no answer, where that is known."""
    change = f"{each['module']}: {each['before']} => {each['after']}"
    return next(
        (known["why"] for known in reasons if re.search(known["change"], change)),
        None,
    )


def main() -> None:
    """Count, and write the figures and the list."""
    reasons = json.loads((BESIDE / "equivalent.json").read_text("utf-8"))
    rooms: dict[str, Counter[str]] = {}
    open_ones = []
    for each in outcomes(sys.argv[1:]).values():
        room = rooms.setdefault(each["module"].split(".")[1], Counter())
        if each["outcome"] in NOTICED:
            room["killed"] += 1
        elif each["outcome"] == "survived":
            if reason_for(each, reasons) is None:
                room["survived"] += 1
                open_ones.append(f"{each['module']}: {each['before']} => {each['after']}")
            else:
                room["equivalent"] += 1
    total: Counter[str] = sum(rooms.values(), Counter())
    mutants = total.total()
    effective = total["killed"] + total["equivalent"]
    found = {
        "mutants": mutants,
        "killed_percent": round(100 * total["killed"] / mutants, 1),
        "killed_or_equivalent_percent": round(100 * effective / mutants, 1),
        "rooms": {name: dict(counts) for name, counts in sorted(rooms.items())},
    }
    path = ROOT / "docs" / "measured" / "mutation.json"
    path.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    (BESIDE / "survivors.txt").write_text("\n".join(sorted(open_ones)) + "\n", "utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
