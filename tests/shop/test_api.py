"""The public surface changes on purpose only, and whoever uses it is told.

Who has changed it says so in the changelog and writes `api.txt` anew, by
`COUNCILPERF_WRITE=1 pytest tests/shop/test_api.py`.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from councilperf.errors import MissingExtraError

ROOMS = """
    errors values periods model rules presets assessment benchmarking spc tables formats render
    assurance conformance dataframes strategies cli
""".split()


TOLD = (
    "what is public has changed: say so in CHANGELOG.md, then run "
    "COUNCILPERF_WRITE=1 pytest tests/shop/test_api.py"
)


def surface(module: ModuleType) -> Iterator[str]:
    """Yield each public name of a room with what a caller sees of it."""
    room = module.__name__.removeprefix("councilperf.")
    for name in module.__all__:
        yield from described(f"{room}.{name}", getattr(module, name))


def described(name: str, offered: object) -> Iterator[str]:
    if isinstance(offered, type) and issubclass(offered, Enum):
        yield f"{name}: {', '.join(str(each.value) for each in offered)}"
    elif isinstance(offered, type):
        yield f"{name}{signature(offered)}"
        for key, part in sorted(vars(offered).items()):
            if key.startswith("_"):
                continue
            if isinstance(part, property) or inspect.isdatadescriptor(part):
                yield f"{name}.{key}"
            elif callable(part) or isinstance(part, staticmethod | classmethod):
                yield f"{name}.{key}{signature(getattr(offered, key))}"
    elif callable(offered):
        yield f"{name}{signature(offered)}"
    else:
        yield f"{name}: {type(offered).__name__}"


def signature(offered: object) -> str:
    """Return the parameters by name, kind and whether they may be left out; values may change."""
    try:
        parameters = inspect.signature(offered).parameters.values()  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return "(…)"
    marks: dict[object, str] = {
        inspect.Parameter.POSITIONAL_ONLY: "/",
        inspect.Parameter.KEYWORD_ONLY: "=",
        inspect.Parameter.VAR_POSITIONAL: "*",
        inspect.Parameter.VAR_KEYWORD: "**",
    }
    words = [
        f"{each.name}{marks.get(each.kind, '')}"
        f"{'' if each.default is inspect.Parameter.empty else '?'}"
        for each in parameters
    ]
    return f"({', '.join(words)})"


def test_the_public_surface_is_the_one_that_is_written_down(root: Path) -> None:
    if sys.version_info[:2] != (3, 11):
        pytest.skip("it is written down as the oldest Python shows it")
    path = root / "tests" / "shop" / "api.txt"
    lines: list[str] = []
    for room in ROOMS:
        try:
            module = import_module(f"councilperf.{room}")
        except MissingExtraError as error:
            pytest.skip(str(error))
        lines += surface(module)
    text = "\n".join(lines) + "\n"
    if os.environ.get("COUNCILPERF_WRITE"):
        path.write_text(text, "utf-8", newline="\n")

    written = path.read_text("utf-8").splitlines()
    gone = sorted(set(written) - set(lines))
    new = sorted(set(lines) - set(written))
    assert (gone, new) == ([], []), TOLD
