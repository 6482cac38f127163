"""Nobody pays for what they do not use: what an import loads, asserted by name."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HEAVY = {"argparse", "cattrs", "dateutil", "hypothesis", "narwhals", "pandas"}
PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def lower_rooms() -> list[str]:
    """The rooms that the contract calls pure."""
    linter = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]
    pure = next(each for each in linter["contracts"] if each["id"] == "pure")
    return list(pure["source_modules"])


def loaded_by(code: str) -> set[str]:
    """Say which modules a fresh interpreter holds after running the code."""
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_front_loads_attrs_and_the_standard_library_at_most() -> None:
    loaded = loaded_by("import councilperf") - loaded_by("")
    packages = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names

    assert packages - {"attr", "attrs"} == {"councilperf"}
    assert loaded & HEAVY == set()


def test_the_front_loads_no_room() -> None:
    loaded = loaded_by("import councilperf")

    assert {name for name in loaded if name.startswith("councilperf.")} == set()


def test_a_user_of_periods_alone_pays_for_periods_alone() -> None:
    loaded = loaded_by("from councilperf import ReportingPeriod")
    rooms = {name.split(".")[1] for name in loaded if name.startswith("councilperf.")}

    assert rooms - {"_checks", "_typing"} == {"errors", "periods"}


@pytest.mark.parametrize("lower_room", lower_rooms())
def test_touching_every_name_of_a_lower_room_loads_nothing_heavy(lower_room: str) -> None:
    loaded = loaded_by(f"from {lower_room} import *")

    assert loaded & HEAVY == set()
