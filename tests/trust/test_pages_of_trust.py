"""The pages on trust say what is so: laws, measures, threats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

NAMED = re.compile(r"`((?:\w+/)+\w+\.py)(?:::(\w+))?`")


def test_nothing_is_promised_that_no_law_holds(root: Path) -> None:
    """A law that is new need not be on the page yet; `.ci/trust.py` writes it anew."""
    page = (root / "docs" / "explanation" / "promises.md").read_text("utf-8")
    promised = {line[2:-1] for line in page.splitlines() if line.startswith("- ")}
    laws = "".join(path.read_text("utf-8") for path in (root / "tests" / "laws").glob("*.py"))
    held = {name.replace("_", " ") for name in re.findall(r"def test_(\w+)\(", laws)}

    assert len(promised) > 100
    assert {each for each in promised if each[0].lower() + each[1:] not in held} == set()


def test_every_measure_of_the_table_is_on_its_page(root: Path) -> None:
    page = (root / "docs" / "explanation" / "trust.md").read_text("utf-8")
    script = (root / ".ci" / "trust.py").read_text("utf-8")
    measures = ("mutations", "branches covered", "typed", "fuzzing", "strategies", "memory")

    assert [each for each in measures if f"| {each} |" not in page] == []
    assert [each for each in measures if f'"{each}"' not in script] == []


def test_every_test_that_the_threat_model_names_is_there(root: Path) -> None:
    page = (root / "docs" / "explanation" / "threat-model.md").read_text("utf-8")
    named = NAMED.findall(page)

    assert len(named) > 15
    for file, function in named:
        path = next(
            (each / file for each in (root / "tests", root) if (each / file).exists()), None
        )
        assert path is not None, file
        assert f"def {function}" in path.read_text("utf-8") or not function, f"{file}::{function}"


@pytest.mark.parametrize("name", ["SECURITY.md", "CITATION.cff"])
def test_what_a_release_carries_is_there(root: Path, name: str) -> None:
    assert (root / name).read_text("utf-8").strip()
