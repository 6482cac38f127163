"""Cut a text into the few sorts of token that the grammar of periods looks at."""

from __future__ import annotations

import re
from typing import NamedTuple

from councilperf.periods._words import CARDINALS, FILLERS, MONTHS, ORDINALS, SPELLINGS

__all__ = ["DATES", "END", "Token", "Tokens", "tokenise"]

_DASH, _SLASH = r"[-_\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]", r"[/\u2044\u2215\uff0f]"
# Years as in `is_valid_year`. A date that cannot be is no date but something else, or numbers.
_YEAR = "(?:1899|19[0-9]{2}|2[01][0-9]{2}|220[01])"
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_MONTH_DAY = f"{_MONTH}{_DASH}{_DAY}"
# Alternatives are tried in this order. Possessive quantifiers (`++`) keep every one of them
# linear: a run of digits or blanks is walked once, whatever follows it. Words, the most common,
# are tried before what may begin with a digit.
_TOKEN = re.compile(
    rf"""
      (?P<skip> (?:https?://|www\.)\S++ | <[^<>\n]{{0,40}}> | &nbsp;
              | [\u200b-\u200d\u2060\ufeff] )
    | (?P<word> [^\W\d_]++ )
    | (?P<date> (?<!\d) (?:{_DAY}|[1-9]) (?P<sign>\.|{_SLASH}|{_DASH}) (?:{_MONTH}|[1-9])
                (?P=sign) (?:{_YEAR}|[0-9]{{2}}) (?!\.?\d) )
    | (?P<interval> (?<!\d) {_YEAR}{_DASH}{_MONTH_DAY}{_SLASH}{_MONTH_DAY} (?!\d) )
    | (?P<iso> (?<!\d) {_YEAR} (?:{_DASH}{_MONTH_DAY}|{_MONTH}{_DAY}) (?!\d) )
    | (?P<other> (?<!\d) (?: {_YEAR}{_DASH}{_MONTH}{_DASH}[0-9]{{2}} (?!\d)
                           | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}}) (?!\.?\d) )
               | [£$€]\s?\d[\d,.]*+[a-z]* | \d++\.\d++ | \d{{1,3}}(?:,\d{{3}}(?!\d))++
               | \d++\s?+% | \d++[kK]\b )
    | (?P<number> \d++ )
    | (?P<dash> {_DASH} | &[nm]dash; )
    | (?P<slash> {_SLASH} )
    | (?P<quote> ['\u2018\u2019\u02bc\u2032`\u00b4] )
    | (?P<and> & (?:amp;)? )
    | (?P<break> \n\s*\n | \t )
    | (?P<mark> [^\s\w] )
    """,
    re.VERBOSE,
)
#: The kinds of token that are a day, or two, in figures.
DATES = frozenset({"date", "iso", "interval"})
# Nothing that the grammar reads has as many digits; `int` is spared the rest.
_LONGEST_NUMBER = 9


class Token(NamedTuple):
    """One word, number or sign of a text, and where it stands.

    `kind` is month, cardinal, ordinal or word (from the vocabulary), or what the sign is; a date
    in figures is one token, of kind date (1/4/2019), iso (2019-04-01) or interval
    (2019-04-01/06-30). `word` is folded to small letters; `value` is the number, or that of the
    month, cardinal or ordinal.
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
            value = int(word[:_LONGEST_NUMBER])
        elif kind == "skip":
            continue
        append(Token(kind, word, value, match.start(), match.end()))
    tokens.extend([END] * _LOOKAHEAD)
    return tokens
