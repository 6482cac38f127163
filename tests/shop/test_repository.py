"""What no commit may bring into the repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

#: Where somebody keeps their files; the brackets keep these lines from finding themselves.
MACHINE_PATH = re.compile(r"/(?:hom[e]|User[s])/\w+/|/roo[t]/|[A-Z]:\\+User[s]\\")
INDEX_HOST = re.compile(r"https?://[^ \"']+(?:/simple\b|/packages/[0-9a-f]{2}/[0-9a-f]{2}/)")
LONGEST_FILE = 500


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    """Every file that git knows."""
    if not (root / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 (git is wherever the machine has it)
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return [root / name for name in listed.stdout.split("\0") if name and (root / name).exists()]


@pytest.fixture(scope="module")
def texts(tracked: list[Path], root: Path) -> dict[str, str]:
    """The text of every file that git knows; what is no UTF-8 is read as it can be."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8", errors="replace")
        for path in tracked
    }


def test_no_file_names_a_path_of_somebodys_machine(texts: dict[str, str], root: Path) -> None:
    here = re.escape(str(root))

    assert [
        name for name, text in texts.items() if MACHINE_PATH.search(text) or re.search(here, text)
    ] == []


def test_no_file_names_a_package_index(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if INDEX_HOST.search(text)] == []


def test_the_lock_file_is_not_kept(texts: dict[str, str]) -> None:
    """It names the index hosts of whoever made it."""
    assert "uv.lock" not in texts


def test_no_source_file_is_too_long_to_hold_one_concept(texts: dict[str, str]) -> None:
    lines = {
        name: text.count("\n")
        for name, text in texts.items()
        if name.startswith("src/") and name.endswith(".py")
    }

    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}
