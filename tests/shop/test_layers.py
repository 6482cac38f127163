"""A room imports only the rooms below it, as the contracts in `pyproject.toml` say."""

from __future__ import annotations

import sys
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
