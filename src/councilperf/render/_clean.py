"""Text made fit to be shown: one line, with nothing in it that acts instead of being read."""

from __future__ import annotations

import unicodedata

__all__ = ["clean"]

#: What stands where something was taken out, so that nothing goes unseen.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Control characters drive terminals; bidirectional controls make text read otherwise than it is;
# lone surrogates cannot be written to any file, nor the last two code points to XML.
_ACTING_KINDS = frozenset({"Cc", "Cs"})
_ACTING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
)


def clean(text: str) -> str:
    r"""Return the text on one line, with every character that acts shown as U+FFFD.

    >>> clean("Homes\n delivered"), ascii(clean("red\x1b[31m"))
    ('Homes delivered', "'red\\ufffd[31m'")
    """
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return "".join(REPLACEMENT if _acts(each) else each for each in line)


def _acts(character: str) -> bool:
    return character in _ACTING or unicodedata.category(character) in _ACTING_KINDS
