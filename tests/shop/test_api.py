"""The public surface changes on purpose only, and whoever uses it is told.

`api.txt` holds every public name as the last release had it, and what has changed since: a line
that begins with "+" is new, one with "-" is gone, and a changed signature is one of each. The
changelog has to name whatever is marked so. `COUNCILPERF_WRITE=1 pytest tests/shop/test_api.py`
writes the marks; `COUNCILPERF_WRITE=released`, once a version is out, takes them off. Until there
is a release, what stood when the marks were begun stands for it.
"""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType, UnionType
from typing import Literal, get_args, get_origin

import pytest

from councilperf.errors import MissingExtraError

ROOMS = """
    errors values periods model rules presets assessment benchmarking spc assurance tables formats
    render charts conformance dataframes strategies cli
""".split()

NOT_WRITTEN_DOWN = (
    "what is public has changed: run COUNCILPERF_WRITE=1 pytest tests/shop/test_api.py, and say "
    "in CHANGELOG.md what has changed and, where that breaks something, why and what to do"
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
    elif get_origin(offered) is Literal:
        yield f"{name}: {' | '.join(map(repr, get_args(offered)))}"
    elif isinstance(offered, UnionType):
        yield f"{name}: {' | '.join(each.__name__ for each in get_args(offered))}"
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


def marked(lines: list[str], released: list[str]) -> list[str]:
    """Return what is public now with what is new since the release marked, and what is gone."""
    return [
        *(each if each in released else f"+ {each}" for each in lines),
        *(f"- {each}" for each in released if each not in lines),
    ]


def released_in(written: list[str]) -> list[str]:
    """Return what the last release had, by the marks."""
    return [each.removeprefix("- ") for each in written if not each.startswith("+ ")]


def to_be_told(written: list[str], mark: str) -> set[str]:
    """Return the names that a mark stands at, without the parts of what is new or gone whole."""
    whole = {_name(each[2:]) for each in written if each.startswith(mark)}
    return {each.rpartition(".")[2] for each in whole if each.rpartition(".")[0] not in whole}


def _name(line: str) -> str:
    return line.removeprefix("- ").partition("(")[0].partition(":")[0]


def told_in(text: str) -> set[str]:
    """Return the words that stand between backticks."""
    return {word for code in re.findall(r"`([^`]+)`", text) for word in re.findall(r"\w+", code)}


def unreleased(changelog: str) -> dict[str, str]:
    """Return what is under each heading of the changelog's first part."""
    [part] = re.findall(r"(?ms)^## Unreleased$(.*?)(?=^## |\Z)", changelog)
    _, *sections = re.split(r"(?m)^### (\w+)$", part)
    return dict(zip(sections[::2], sections[1::2], strict=True))


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
    written = path.read_text("utf-8").splitlines()
    found = marked(lines, released_in(written))
    wish = os.environ.get("COUNCILPERF_WRITE")
    if wish:
        written = lines if wish == "released" else found
        path.write_text("\n".join(written) + "\n", "utf-8", newline="\n")

    assert sorted(set(written) ^ set(marked(lines, released_in(written)))) == [], NOT_WRITTEN_DOWN


def test_every_room_is_written_down(package: Path) -> None:
    rooms = {each.parent.name for each in package.glob("[!_]*/__init__.py")}

    assert {*rooms, "errors"} == set(ROOMS)


def test_the_changelog_names_whatever_is_new_since_the_release(root: Path) -> None:
    written = (root / "tests" / "shop" / "api.txt").read_text("utf-8").splitlines()
    sections = unreleased((root / "CHANGELOG.md").read_text("utf-8"))

    assert sorted(to_be_told(written, "+ ") - told_in(" ".join(sections.values()))) == []


def test_the_changelog_says_under_changed_or_removed_what_is_no_longer_as_it_was(
    root: Path,
) -> None:
    written = (root / "tests" / "shop" / "api.txt").read_text("utf-8").splitlines()
    sections = unreleased((root / "CHANGELOG.md").read_text("utf-8"))
    told = told_in(sections.get("Changed", "") + sections.get("Removed", ""))

    assert sorted(to_be_told(written, "- ") - told) == []


def test_a_changed_signature_is_marked_as_gone_and_new() -> None:
    found = marked(["rules.rate(value)", "rules.Rule(lines)"], ["rules.rate(number)"])

    assert found == ["+ rules.rate(value)", "+ rules.Rule(lines)", "- rules.rate(number)"]
    assert released_in(found) == ["rules.rate(number)"]


def test_the_parts_of_what_is_new_need_no_line_of_their_own() -> None:
    written = ["+ rules.Rule(lines)", "+ rules.Rule.lines", "rules.Scale", "+ rules.Scale.keys"]

    assert to_be_told(written, "+ ") == {"Rule", "keys"}
