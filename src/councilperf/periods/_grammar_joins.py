"""Step over the small words and signs that join the parts of a date or a span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.periods._words import ORDINAL_SUFFIXES, TO_WORDS

if TYPE_CHECKING:
    from councilperf.periods._tokens import Tokens

__all__ = [
    "JOINERS",
    "after_connective",
    "after_end_of",
    "after_suffix",
    "is_glued",
    "starts_date",
]

JOINERS = frozenset({"dash", "slash"})
_AFTER_SPACED_SUFFIX = frozenset({"of", "to", "quarter", "qtr", "half", "and", "."})


def is_glued(tokens: Tokens, at: int) -> bool:
    """Say whether nothing stands between this token and the one before it."""
    return at > 0 and tokens[at - 1].end == tokens[at].start


def after_suffix(tokens: Tokens, at: int) -> int:
    """Step over the "st" of "1st", "1 st April" or "1st. April" where it stands here."""
    if tokens[at].word not in ORDINAL_SUFFIXES:
        return at
    following = tokens[at + 1]
    if (
        is_glued(tokens, at)
        or following.kind in {"month", "dash"}
        or following.word in _AFTER_SPACED_SUFFIX
    ):
        return at + 1 + (following.word == ".")
    return at


def starts_date(tokens: Tokens, at: int) -> bool:
    """Say whether the number here is the day of a date: "14 March", "1st", "30/06/2019"."""
    following = tokens[at + 1]
    return (
        following.kind == "month"
        or after_suffix(tokens, at + 1) > at + 1
        or (following.word == "of" and tokens[at + 2].kind == "month")
        or (
            following.kind in JOINERS
            and is_glued(tokens, at + 1)
            and tokens[at + 2].kind in {"number", "month"}
            and is_glued(tokens, at + 2)
        )
    )


def after_end_of(tokens: Tokens, at: int) -> int:
    """Step over "end of", "end", "close of" where it stands here."""
    if tokens[at].word in {"end", "close", "diwedd"}:
        at += 1
        if tokens[at].word == "of":
            at += 1
    return at


def after_connective(tokens: Tokens, at: int, *, between: bool = False) -> int:
    """Return the place after "to", a dash and the like, or the same place where none stands."""
    token = tokens[at]
    if token.kind == "dash":
        return at + 2 if tokens[at + 1].kind == "dash" else at + 1
    if token.word == "up" and tokens[at + 1].word == "to":
        at += 1
        token = tokens[at]
    if token.word in TO_WORDS or (between and token.word in {"and", "&"}):
        at += 1
        while tokens[at].word in TO_WORDS:
            at += 1
        return after_end_of(tokens, at)
    return at
