"""A room imports only the rooms below it, as the contracts in `pyproject.toml` say."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest


def test_the_import_contracts_are_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli = pytest.importorskip("importlinter.cli", reason="import-linter is not installed")
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "path", [*sys.path])  # the linter adds to it

    code = cli.lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert code == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_a_room_reaches_for_no_private_module_of_another(package: Path) -> None:
    reached: list[str] = []
    for path in sorted(package.rglob("*.py")):
        room, *_ = path.relative_to(package).parts
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                _, *parts = (node.module or "").split(".")
                if parts[1:] and parts[0] != room and parts[1].startswith("_"):
                    reached.append(f"{path.relative_to(package)}: {node.module}")

    assert reached == []


def test_the_drawing_of_the_floors_is_that_of_the_contract(root: Path, package: Path) -> None:
    """A floor's names stand two spaces apart; what is said of it is a sentence, and so no name."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    [contract] = [
        each for each in settings["tool"]["importlinter"]["contracts"] if each["id"] == "floors"
    ]
    page = (root / "docs" / "explanation" / "architecture.md").read_text("utf-8")
    _, drawing, *_ = page.split("```")
    rooms = {path.stem for path in package.iterdir()}
    drawn = [
        {name for name in re.split(r" {2,}", line.strip()) if name in rooms}
        for line in drawing.strip().splitlines()
    ]

    assert drawn == [set(each.split(" | ")) for each in contract["layers"]]
