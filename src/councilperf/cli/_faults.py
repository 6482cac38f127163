"""What is wrong with what the program was given, and how files are read."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["InputFault", "no_rules", "read_file"]


class InputFault(Exception):  # noqa: N818 - it is caught in this room and shown as a message
    """The input is bad; the message says where and what to do, one line a problem."""


def read_file(path: Path) -> bytes:
    """Return what is in a file, or say why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputFault(f"{path}: it cannot be read: {error.strerror}; check the path") from None


def no_rules(name: str, known: tuple[str, ...]) -> str:
    """Say that a rule set is not there, and which come near."""
    near = " or ".join(repr(each) for each in get_close_matches(name, known))
    hint = f"did you mean {near}?" if near else "`councilperf rules` lists the names"
    return f"there is no rule set and no file called {name!r}; {hint}"
