"""The lazy front offers what the rooms offer, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import councilperf
from councilperf import presets


def test_a_room_lists_its_names_in_alphabetical_order(module: ModuleType) -> None:
    assert module.__all__ == sorted(set(module.__all__))


def test_a_room_has_every_name_that_it_lists(module: ModuleType) -> None:
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


def test_the_front_is_written_from_the_rooms(root: Path) -> None:
    check = [sys.executable, str(root / ".ci" / "front.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_front_lists_its_names_in_alphabetical_order() -> None:
    assert councilperf.__all__ == sorted(set(councilperf.__all__))


def test_dir_shows_the_public_names_and_no_others() -> None:
    assert dir(councilperf) == sorted(councilperf.__all__)


def test_a_name_at_the_top_is_the_one_of_its_room(public_name: str) -> None:
    offered = getattr(councilperf, public_name)

    assert getattr(councilperf, public_name) is offered
    if not isinstance(offered, ModuleType):
        rooms = [room for name, room in _rooms().items() if public_name in room.__all__]
        assert [getattr(room, public_name) for room in rooms] == [offered] * len(rooms)
        assert rooms


def _rooms() -> dict[str, ModuleType]:
    return {
        name: module
        for name, module in sys.modules.items()
        if name.count(".") == 1 and name.startswith("councilperf.") and hasattr(module, "__all__")
    }


def test_a_star_import_brings_exactly_the_public_names() -> None:
    namespace: dict[str, object] = {}
    exec("from councilperf import *", namespace)  # noqa: S102 (allowed at module level only)

    assert namespace.keys() - {"__builtins__"} == set(councilperf.__all__)


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(AttributeError, match=r"offers no 'CouncilPrefError'; did you mean 'Counc"):
        councilperf.CouncilPrefError  # type: ignore[attr-defined]  # noqa: B018


def test_a_name_like_no_other_is_answered_with_where_to_look() -> None:
    with pytest.raises(AttributeError, match=r"offers no 'zzz'; dir\(councilperf\) lists"):
        councilperf.zzz  # type: ignore[attr-defined]  # noqa: B018


def test_the_version_is_read_from_the_installed_package() -> None:
    assert councilperf.__version__.count(".") == 2


def test_no_public_name_is_the_name_of_a_module(package: Path) -> None:
    """Tried: such a name is the function at first touch and the module at the second."""
    modules = {path.stem for path in package.rglob("*.py")}
    modules |= {path.parent.name for path in package.rglob("__init__.py")}
    names = {
        name
        for name in councilperf.__all__
        if not isinstance(getattr(councilperf, name), ModuleType)
    }

    assert names & modules == set()


def test_a_room_explains_its_types_and_functions_with_examples_that_run(
    module: ModuleType,
) -> None:
    """A constant is shown where it is used, and a room opens with its own words."""
    offered = {name: getattr(module, name) for name in module.__all__}
    words = {
        name: vars(each).get("__doc__") if isinstance(each, type) else each.__doc__
        for name, each in offered.items()
        if isinstance(each, type | FunctionType)
    }

    assert [name for name, said in words.items() if ">>>" not in (said or "")] == []


def test_a_room_has_a_page_of_the_reference(room: str, root: Path) -> None:
    if room == "cli":
        pytest.skip("its page shows what the commands print")
    pages = [page.read_text("utf-8") for page in root.glob("docs/reference/*.md")]

    assert sum(f".. automodule:: councilperf.{room}\n" in page for page in pages) == 1


def test_a_room_that_is_offered_whole_is_loaded_when_it_is_first_asked_for() -> None:
    load = vars(councilperf)["__getattr__"]

    assert load("presets") is presets
