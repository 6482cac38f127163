"""Telling people what is being done, when it takes long enough for them to wonder."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["told"]

#: How long nothing is said, and how often it is said anew, in seconds.
_PATIENCE = 1.0


@contextmanager
def told(what: str) -> Generator[None]:
    """Say on a terminal what is being done and for how long, once a second has passed.

    The line is on stderr, so it never mixes with a result, and is gone when the work is done.
    Where stderr is no terminal nothing is said.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: Event) -> None:
    line, seconds = "", 0
    while not done.wait(_PATIENCE):
        seconds += 1
        line = f"{what}: {seconds} s"
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
    if line:
        print("\r" + " " * len(line), end="\r", file=sys.stderr, flush=True)
