"""How wide text stands in a terminal, and how it is broken into lines."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["broken", "longest_piece", "padded", "width_of"]


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


def broken(text: str, width: int, *, words_too: bool = True) -> list[str]:
    """Break one line at its spaces, and where it must be inside words: best after a hyphen.

    >>> broken("Number of affordable homes", 10)
    ['Number of', 'affordable', 'homes']
    >>> broken("out-of-work Llanfairpwll", 8)
    ['out-of-', 'work', 'Llanfair', 'pwll']

    Without *words_too* a word that is wider than the line stays whole, as an address should.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        pieces = _pieces(word, width) if words_too else [word]
        for place, piece in enumerate(pieces):
            # Only the first piece of a word has a space before it.
            joined = f"{line} {piece}" if line and place == 0 else line + piece
            if line and width_of(joined) > width:
                lines.append(line)
                joined = piece
            line = joined
    return [*lines, line]


def longest_piece(text: str) -> int:
    """Return the width of the widest part of a text that need not be broken.

    >>> longest_piece("out-of-work benefits")
    8
    """
    return max(width_of(piece) for word in text.split(" ") for piece in _at_hyphens(word))


def _at_hyphens(word: str) -> list[str]:
    return _AFTER_HYPHEN.split(word)


_AFTER_HYPHEN = re.compile(r"(?<=[^-/][-/])(?=[^-/])")


def _pieces(word: str, width: int) -> list[str]:
    if width_of(word) <= width:
        return [word]
    return [piece for part in _at_hyphens(word) for piece in _forced(part, width)]


def _forced(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
