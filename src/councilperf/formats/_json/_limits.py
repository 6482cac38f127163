"""Limits on JSON that are held before and after it is parsed, at the speed of a copy of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.formats._leaves import is_list, is_object
from councilperf.formats._problems import Problem, shortened

if TYPE_CHECKING:
    from councilperf.formats._limits import Limits

__all__ = ["over_limits", "too_long_text"]

_TO_BRACES = bytes.maketrans(b"[]", b"{}")
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


def over_limits(content: bytes | str, limits: Limits) -> Problem | None:
    """Return the problem with a document that is too large or nested too deeply."""
    if len(content) > limits.size:
        message = f"it is larger than the limit of {limits.size:,} (size)"
        return Problem("$", f"{len(content):,}", message, "read it with Limits(size=…)")
    octets = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    # Brackets inside text can only make it look deeper; few documents have any.
    if _is_deeper(octets, limits.depth) and _is_deeper(_TEXT.sub(b"", octets), limits.depth):
        message = f"it is nested more than {limits.depth:,} deep, the limit (depth)"
        return Problem("$", "", message, "nest it less deeply, or read it with Limits(depth=…)")
    return None


def _is_deeper(octets: bytes, most: int) -> bool:
    """Say whether brackets are nested deeper; where they do not match, the parser says so."""
    brackets = octets.translate(_TO_BRACES, _NO_BRACKETS)
    for _ in range(most):
        # Each pass takes away what is innermost.
        fewer = brackets.replace(b"{}", b"")
        if len(fewer) == len(brackets):
            return False
        brackets = fewer
    return b"{}" in brackets


def too_long_text(tree: object, limits: Limits) -> Problem | None:
    """Return the problem with the first text in a tree that is longer than a cell may be."""
    waiting = [(tree, "$")]
    while waiting:
        part, path = waiting.pop()
        texts: list[tuple[object, str]] = [(part, path)]
        if is_object(part):
            waiting += reversed([(each, f"{path}.{key}") for key, each in part.items()])
            texts = [(key, path) for key in part]
        elif is_list(part):
            waiting += reversed([(each, f"{path}[{at}]") for at, each in enumerate(part)])
        for text, where in texts:
            if isinstance(text, str) and len(text) > limits.cell:
                message = f"it is longer than {limits.cell:,} characters, the limit (cell)"
                return Problem(where, shortened(text), message, "read it with Limits(cell=…)")
    return None
