"""Every example in the README and the documentation runs and shows what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    if "_build" not in page.parts and ">>>" in page.read_text("utf-8")
)


class MarkdownParser(doctest.DocTestParser):
    """Reads a fence as the end of an example, which otherwise it would take for output."""

    def parse(self, string: str, name: str = "<string>") -> list[str | doctest.Example]:
        return super().parse(re.sub(r"(?m)^[ \t]*(```|~~~|:::).*$", "", string), name)


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / page).read_text("utf-8")
    for package in ("hypothesis", "openpyxl"):
        if f">>> from {package} import" in text:
            pytest.importorskip(package, reason=f"{package} is not installed")
    monkeypatch.chdir(ROOT)

    failed, tried = doctest.testfile(
        str(ROOT / page),
        module_relative=False,
        parser=MarkdownParser(),
        optionflags=doctest.NORMALIZE_WHITESPACE,
        encoding="utf-8",
    )

    assert (failed, tried > 0) == (0, True)
