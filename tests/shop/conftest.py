"""Finds what the house rules apply to: rooms, public names and value classes, as they stand."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import councilperf
from councilperf.errors import MissingExtraError

PACKAGE = Path(councilperf.__file__).parent
MODULES = sorted(
    ".".join(["councilperf", *path.relative_to(PACKAGE).with_suffix("").parts])
    for path in PACKAGE.rglob("*.py")
    if path.name not in {"__init__.py", "__main__.py"}
)
ROOMS = sorted(
    path.stem
    for path in PACKAGE.iterdir()
    if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").exists())
)


def value_classes() -> list[type]:
    """Every attrs class of the package, private ones too.

    A module whose extra is not installed is passed over here; `test_front.py` shows it as skipped.
    """
    found: list[type] = []
    for name in MODULES:
        try:
            module = import_module(name)
        except MissingExtraError:
            continue
        found += [
            each
            for each in vars(module).values()
            if isinstance(each, type) and attrs.has(each) and each.__module__ == name
        ]
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for one of these once for each that stands."""
    if "room" in metafunc.fixturenames:
        metafunc.parametrize("room", ROOMS)
    if "public_name" in metafunc.fixturenames:
        metafunc.parametrize("public_name", councilperf.__all__)
    if "value_class" in metafunc.fixturenames:
        metafunc.parametrize(
            "value_class",
            [
                pytest.param(each, id=f"{each.__module__}.{each.__name__}")
                for each in value_classes()
            ],
        )


@pytest.fixture
def module(room: str) -> ModuleType:
    """The room, unless it needs an extra that is not installed."""
    try:
        return import_module(f"councilperf.{room}")
    except MissingExtraError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder of the package."""
    return PACKAGE
