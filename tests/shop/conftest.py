"""Finds what the house rules apply to: rooms, public names and value classes, as they stand."""

from __future__ import annotations

import doctest
from collections import defaultdict
from collections.abc import Callable
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
#: Values of one class that are tried.
ENOUGH = 20
ROOMS = sorted(
    path.stem
    for path in PACKAGE.iterdir()
    if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").exists())
)


def modules() -> list[ModuleType]:
    """Every module of the package.

    One whose extra is not installed is passed over here; `test_front.py` shows it as skipped.
    """
    found = []
    for name in MODULES:
        try:
            found.append(import_module(name))
        except MissingExtraError:
            continue
    return found


def value_classes() -> list[type]:
    """Every attrs class of the package, private ones too."""
    return [
        each
        for module in modules()
        for each in vars(module).values()
        if isinstance(each, type) and attrs.has(each) and each.__module__ == module.__name__
    ]


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


@pytest.fixture(scope="session")
def specimens() -> dict[type, list[object]]:
    """Some values of every class that is made when the docstrings' examples run."""
    met: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        for each in value_classes():
            patch.setattr(each, "__init__", _recorded(vars(each)["__init__"], met))
        runner = doctest.DocTestRunner(verbose=False)
        for module in modules():
            for example in doctest.DocTestFinder().find(module):
                runner.run(example, out=lambda _: None, clear_globs=False)
                met += example.globs.values()
    found: defaultdict[type, list[object]] = defaultdict(list)
    for value in met:
        some = found[type(value)]
        if attrs.has(type(value)) and len(some) < ENOUGH and value not in some:
            some.append(value)
    return found


def _recorded(init: Callable[..., None], met: list[object]) -> Callable[..., None]:
    """Make an `__init__` that notes what it has made."""

    def recorded(self: object, *given: object, **named: object) -> None:
        init(self, *given, **named)
        met.append(self)

    return recorded
