"""The how-to's examples run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from councilperf.dataframes import rate_frame


def test_the_examples_of_the_page_run(root: Path) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    page = (root / "docs/how-to/columns-at-scale.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    names: dict[str, object] = {}

    for example in examples:
        exec(example, names)  # noqa: S102 (our own page)

    assert names["rate_frame"] is rate_frame
