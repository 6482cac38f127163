"""`python -m councilperf` is the command line."""

from __future__ import annotations

import runpy
import sys

import pytest


def test_the_package_runs_as_a_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["councilperf", "rules"])

    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("councilperf", run_name="__main__")

    assert stopped.value.code == 0
    assert "maidstone" in capsys.readouterr().out


def test_importing_the_program_runs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("councilperf.__main__", run_name="councilperf.__main__")

    assert capsys.readouterr().out == ""
