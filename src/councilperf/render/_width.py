"""How wide text stands in a terminal, and how it is broken into lines."""

from __future__ import annotations

import unicodedata

__all__ = ["broken", "padded", "width_of"]


def width_of(text: str) -> int:
    r"""Return how many places the text takes: two for wide letters, none for accents set apart.

    >>> width_of("Amber ▲"), width_of("e\u0301"), width_of("表")
    (7, 1, 2)
    """
    return len(text) if text.isascii() else sum(_width(each) for each in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled up with spaces, on its left where it is to stand right.

    >>> padded("42", 4, right=True)
    '  42'
    """
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def broken(text: str, width: int) -> list[str]:
    """Break one line at its spaces, and a word that is too long wherever it must be.

    >>> broken("Number of affordable homes", 10)
    ['Number of', 'affordable', 'homes']
    >>> broken("Llanfairpwll", 5)
    ['Llanf', 'airpw', 'll']
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        for part in _pieces(word, width):
            joined = f"{line} {part}" if line else part
            if line and width_of(joined) > width:
                lines.append(line)
                joined = part
            line = joined
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    if width_of(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
