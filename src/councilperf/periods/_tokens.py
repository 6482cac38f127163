"""Cut a text into the few sorts of token that the grammar of periods looks at."""

from __future__ import annotations

import re
from typing import NamedTuple

from councilperf.periods._words import CARDINALS, FILLERS, MONTHS, ORDINALS, SPELLINGS

__all__ = ["END", "Token", "Tokens", "tokenise"]

# Alternatives are tried in this order. Possessive quantifiers (`++`) keep every one of them
# linear: a run of digits or blanks is walked once, whatever follows it.
_TOKEN = re.compile(
    r"""
      (?P<skip> (?:https?://|www\.)\S++ | <[^<>\n]{0,40}> | &nbsp; | [\u200b-\u200d\u2060\ufeff] )
    | (?P<date> (?<!\d) \d{1,2} \. \d{1,2} \. (?:\d{4}|\d{2}) (?!\.?\d) )
    | (?P<other> [£$€]\s?\d[\d,.]*+[a-z]* | \d++\.\d++ | \d{1,3}(?:,\d{3}(?!\d))++
               | \d++\s?+% | \d++[kK]\b )
    | (?P<number> \d++ )
    | (?P<word> [^\W\d_]++ )
    | (?P<dash> [-_\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d] | &[nm]dash; )
    | (?P<slash> [/\u2044\u2215\uff0f] )
    | (?P<quote> ['\u2018\u2019\u02bc\u2032`\u00b4] )
    | (?P<and> & (?:amp;)? )
    | (?P<break> \n\s*\n | \t )
    | (?P<mark> [^\s\w] )
    """,
    re.VERBOSE,
)
# Nothing that the grammar reads has more digits; `int` is spared the rest.
_LONGEST_NUMBER = 8


class Token(NamedTuple):
    """One word, number or sign of a text, and where it stands.

    `kind` is month, cardinal, ordinal or word (from the vocabulary), or what the sign is; `word`
    is folded to small letters; `value` is the number, or that of the month, cardinal or ordinal.
    """

    kind: str
    word: str
    value: int
    start: int
    end: int


Tokens = list[Token]
END = Token("end", "", -1, -1, -1)
# The grammar looks at most this many tokens beyond one that it has accepted.
_LOOKAHEAD = 8
_VOCABULARY = (
    {word: ("month", number) for word, number in MONTHS.items()}
    | {word: ("cardinal", number) for word, number in CARDINALS.items()}
    | {word: ("ordinal", number) for word, number in ORDINALS.items()}
)
_PLAIN = ("word", -1)


def tokenise(text: str) -> Tokens:
    """Return the tokens of *text*, followed by ends for the grammar to run into."""
    tokens: Tokens = []
    append = tokens.append
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        word = match[0]
        value = -1
        if kind == "word":
            word = word.lower()
            if word in FILLERS:
                continue
            word = SPELLINGS.get(word, word)
            kind, value = _VOCABULARY.get(word, _PLAIN)
        elif kind == "number":
            if len(word) <= _LONGEST_NUMBER:
                value = int(word)
        elif kind == "skip":
            continue
        append(Token(kind, word, value, match.start(), match.end()))
    tokens.extend([END] * _LOOKAHEAD)
    return tokens
