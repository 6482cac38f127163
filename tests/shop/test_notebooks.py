"""The cells of every tutorial run in their order, also where no documentation is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Lines such as `:tags: [remove-input]` at its head are no part of a cell.
CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(?::[^\n]+\n)*(.*?)^```", re.MULTILINE | re.DOTALL)
NOTEBOOKS = sorted(
    page.relative_to(ROOT).as_posix()
    for page in ROOT.glob("docs/**/*.md")
    if "_build" not in page.parts and "{code-cell}" in page.read_text("utf-8")
)


def cells(page: str) -> list[str]:
    return CELL.findall((ROOT / page).read_text("utf-8"))


#: What a notebook may need beside the library, and the name that it is known by.
NEEDED = {
    "pandas": "import pandas",
    "narwhals": "councilperf.dataframes",
    "openpyxl": "_xlsx(",
    "docx": "render_docx(",
    "altair": "councilperf.charts",
    "vl_convert": "import vl_convert",
}


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_the_cells_of_a_notebook_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for package, name in NEEDED.items():
        if any(name in cell for cell in cells(page)):
            pytest.importorskip(package, reason=f"{package} is not installed")
    monkeypatch.chdir((ROOT / page).parent)
    names: dict[str, object] = {"__name__": "__main__"}

    for place, source in enumerate(cells(page), start=1):
        exec(compile(source, f"{page}, cell {place}", "exec"), names)  # noqa: S102 (our own page)


def test_a_policy_paragraph_becomes_a_rated_scorecard_in_under_twenty_lines() -> None:
    first = cells("docs/tutorial/write-your-rules.md")[0]
    lines = [line for line in first.splitlines() if line.strip()]

    assert len(lines) < 20
