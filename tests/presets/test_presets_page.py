"""The reference page of the presets lists every one.

`COUNCILPERF_WRITE=1 pytest tests/presets/test_presets_page.py` writes the page anew.
"""

from __future__ import annotations

import os
from pathlib import Path

from councilperf.presets import PRESETS
from councilperf.rules import RuleSet, Validity

PAGE = """\
# `councilperf.presets`

Published ways of rating, ready to use. `assess` leaves a period outside the years of a preset \
unrated, with that reason, until you ask for it with `valid_for`. Each preset has its sources, \
with their addresses, in `sources`, and what a source leaves unstated in `assumed`; the \
[survey](rule-survey.md) shows them all as rules.

```{{eval-rst}}
.. automodule:: councilperf.presets
```

| constant | council | years | source |
|---|---|---|---|
{rows}
"""


def years(validity: Validity) -> str:
    first, last = validity.first, validity.last
    if first is None:
        return "not stated" if last is None else f"to {last}"
    if last == first:
        return str(first)
    return f"from {first}" if last is None else f"{first} to {last}"


def line(preset: RuleSet) -> str:
    name = preset.name.upper().replace("-", "_")
    sources = "<br>".join(str(each) for each in preset.sources)
    return f"| `{name}` | {preset.council} | {years(preset.validity)} | {sources} |"


def test_the_page_lists_every_preset_with_its_years_and_source(root: Path) -> None:
    path = root / "docs" / "reference" / "presets.md"
    page = PAGE.format(rows="\n".join(map(line, PRESETS)))
    if os.environ.get("COUNCILPERF_WRITE"):
        path.write_text(page, "utf-8", newline="\n")

    assert path.read_text("utf-8") == page
