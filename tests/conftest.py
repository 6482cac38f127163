"""What every room's tests share: hypothesis profiles, published evidence, runs without extras."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

HAS_HYPOTHESIS = importlib.util.find_spec("hypothesis") is not None
if HAS_HYPOTHESIS:
    from hypothesis import settings

    for profile, examples in {"dev": 25, "ci": 100, "deep": 2000}.items():
        settings.register_profile(profile, max_examples=examples, deadline=None, print_blob=True)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

NEEDS_HYPOTHESIS = re.compile(
    r"^\s*(from|import) (hypothesis|councilperf\.strategies)\b", re.MULTILINE
)


def pytest_report_header() -> list[str]:
    """Say at the top what this run leaves out."""
    header = []
    if not HAS_HYPOTHESIS:
        header.append("hypothesis is not installed: files with laws are left out")
    if not SHARED.is_dir():
        header.append("../shared is absent: tests on published evidence skip")
    return header


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out files that need hypothesis where it is not installed: the run without extras."""
    if HAS_HYPOTHESIS or collection_path.suffix != ".py":
        return None
    return bool(NEEDS_HYPOTHESIS.search(collection_path.read_text("utf-8"))) or None


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published evidence beside the repository; tests that read it skip without."""
    if not SHARED.is_dir():
        pytest.skip("published evidence is not here: ../shared is absent")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the one flag that writes expected outputs anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in `tests/golden`, byte for byte."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests/golden" / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        expected = path.read_bytes().decode() if path.exists() else ""

        assert text == expected, f"{name}: look at the difference, then --update-golden"

    return check
