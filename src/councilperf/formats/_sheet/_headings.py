"""What one header says: the kind of its column, and the period that it names as text."""

from __future__ import annotations

import re
from typing import final

from attrs import evolve, frozen

from councilperf.formats._sheet._column_words import (
    BASES,
    GROUPS,
    MARKED,
    PERIOD_WORD,
    VALUE_WORDS,
    WHOLE_HEADERS,
    ColumnKind,
    header_key,
)
from councilperf.model import TargetBasis
from councilperf.values import Mark

__all__ = ["Heading", "understand"]


@final
@frozen
class Heading:
    """A header understood as far as it goes by itself."""

    kind: ColumnKind
    #: Where it stands among the words for its kind, of which a sheet has one column.
    rank: int = 0
    period_text: str = ""
    basis: TargetBasis = TargetBasis.UNSTATED
    #: The group of a benchmark, the name of what a level judges, the unit of a bare tolerance.
    of: str = ""
    marks: frozenset[Mark] = frozenset()


#: What a direction is said to be held against, which names no period of its own.
_ANOTHER = r"(?:last|previous|prior)\s+(?:quarter|year|month|period)"
_AGAINST = r"from|since|on|v|vs\.?|versus|against|compared (?:to|with)"
_HELD_AGAINST = rf"(?:\s*\(?(?:{_AGAINST})\s+(?:the\s+)?{_ANOTHER}\)?)?"
_FILLERS = "proposed agreed new current our council local in-year in year for level set"
_WORDS_AROUND = {
    ColumnKind.TARGET: (r"targets?", _FILLERS),
    ColumnKind.RATING: (
        r"b?rag(?:\s*[+/]\s*b)?(?:\s+(?:rating|status))?|status|rating",
        "the at for",
    ),
    ColumnKind.TRAVEL: (
        rf"(?:direction of travel|dot|(?:(?:short|long)(?:[ -]term)?\s+)?trend){_HELD_AGAINST}",
        "the at for",
    ),
    ColumnKind.COMMENTARY: (r"commentary|comments|narrative", "the at for on"),
}
_GROUP = re.compile("|".join(sorted(map(re.escape, GROUPS), key=len, reverse=True)))
_BENCHMARK = re.compile(r"\bbenchmarks?(?:ing)?\b", re.IGNORECASE)
_JUDGEMENTS = {
    "short trend": "short trend",
    "short term trend": "short trend",
    "long trend": "long trend",
    "long term trend": "long trend",
}
_TREND = re.compile(r"\b(?P<which>short|long)(?:[ -]term)?\s+trend\b", re.IGNORECASE)


def understand(header: str) -> Heading | None:
    """Return what a header says, or `None` for one that says nothing known.

    >>> understand("Proposed Quarterly/Annual Target 2019-20").period_text
    '2019-20'
    >>> understand("Lead Department").kind, understand("Shoe size") is None
    (<ColumnKind.SERVICE: 'service'>, True)
    """
    if len(header) > _LONGEST:
        return None
    key = header_key(header)
    if not key:
        return None
    code = _CODE.search(header)
    if code is not None:
        return _coded(header[: code.start()].strip(), code[0])
    whole = WHOLE_HEADERS.get(key)
    if whole is not None:
        return _whole(key, *whole)
    for kind, (marker, fillers) in _WORDS_AROUND.items():
        heading = _around(header, kind, marker, fillers)
        if heading is not None:
            return heading
    return _benchmark(header) or _figure(header)


#: No header is longer; a cell of prose is not searched for what one would say.
_LONGEST = 300
#: A period's code, as this library writes it where no words would be read as the same.
_CODE = re.compile(r"(?:^|(?<=\s))[A-Za-z0-9_-]+@[0-9]{2}$", re.ASCII)


def _coded(words: str, code: str) -> Heading | None:
    if not words:
        return Heading(ColumnKind.VALUE, period_text=code)
    heading = understand(words)
    return None if heading is None else evolve(heading, period_text=code)


def _whole(key: str, kind: ColumnKind, rank: int) -> Heading:
    of = ""
    if kind is ColumnKind.TRAVEL:
        of = _JUDGEMENTS.get(key, "travel")
    elif kind is ColumnKind.RATING:
        of = "rating"
    elif kind is ColumnKind.TOLERANCE:
        percent = "%" in key or "percentage" in key
        of = "%" if percent else "points" if "points" in key else ""
    return Heading(kind, rank, of=of)


def _around(header: str, kind: ColumnKind, marker: str, fillers: str) -> Heading | None:
    """Read "Target Q2 2019-20", "RAG Q2", "Q2 DoT": a marker, with a period or alone."""
    rest, times = re.subn(rf"(?<!\w)(?:{marker})(?!\w)", " ", header, flags=re.IGNORECASE)
    if not times:
        return None
    basis = TargetBasis.UNSTATED
    if kind is ColumnKind.TARGET:
        rest, basis = _basis(rest)
    words = "|".join(re.escape(each) for each in fillers.split())
    rest = re.sub(rf"(?<!\w)(?:{words})(?!\w)", " ", rest, flags=re.IGNORECASE)
    rest = " ".join(each for each in rest.split() if any(map(str.isalnum, each))).strip(" -–:/,()")
    if rest and not _is_period_like(rest):
        return None
    of = "rating" if kind is ColumnKind.RATING else ""
    if kind is ColumnKind.TRAVEL and (found := _TREND.search(header)) is not None:
        of = f"{found['which'].lower()} trend"
    elif kind is ColumnKind.TRAVEL:
        of = "travel"
    return Heading(kind, 50, rest, basis, of)


def _basis(text: str) -> tuple[str, TargetBasis]:
    found: set[TargetBasis] = set()
    for words, basis in BASES.items():
        pattern = rf"(?<!\w){words.replace(' ', '[ -]')}(?!\w)"
        text, times = re.subn(pattern, " ", text, flags=re.IGNORECASE)
        if times:
            found.add(basis)
    return text, found.pop() if len(found) == 1 else TargetBasis.UNSTATED


def _benchmark(header: str) -> Heading | None:
    """Read "England 2018-19", "Benchmark (statistical neighbours)"."""
    said, times = _BENCHMARK.subn(" ", header)
    rest = header_key(said)
    found = _GROUP.match(rest) if rest else None
    if found is not None:
        after = said.casefold().split(found[0].split()[-1], 1)[-1].strip(" -–:/,()")
        if not after or _is_period_like(after):
            return Heading(ColumnKind.BENCHMARK, period_text=after, of=GROUPS[found[0]])
    if not times:
        return None
    said = said.strip(" -–:/,()")
    if _is_period_like(said):
        return Heading(ColumnKind.BENCHMARK, period_text=said)
    return Heading(ColumnKind.BENCHMARK, of=said) if said else None


def _figure(header: str) -> Heading | None:
    """Read "Q2 2019-20", "Actual 2018-19", "2019-20 (forecast)"."""
    words = _words(header)
    if not _is_period_like(header, VALUE_WORDS | MARKED.keys()):
        return None
    marks = frozenset(MARKED[each] for each in words if each in MARKED)
    drop = "|".join(sorted((VALUE_WORDS - {"outturn", "position"}) | MARKED.keys()))
    text = re.sub(rf"(?<!\w)(?:{drop})(?!\w)", " ", header, flags=re.IGNORECASE)
    text = " ".join(re.sub(r"\(\s*\)", " ", text).split())
    return Heading(ColumnKind.VALUE, period_text=text, marks=marks)


def _words(text: str) -> list[str]:
    return [each.strip(".'’") for each in re.split(r"[\s()\[\],:;–—-]+", text.casefold())]


def _is_period_like(text: str, others: frozenset[str] | set[str] = frozenset()) -> bool:
    words = [each for each in _words(text) if each]
    if _RELATIVE.fullmatch(" ".join(words)):
        return False
    return any(map(_is_telling, words)) and all(
        each in others or PERIOD_WORD.fullmatch(each) for each in words
    )


#: "Last year" is another year for every reader, and names no period.
_RELATIVE = re.compile(rf"(?:(?:actual|outturn|result|value)\s+)?{_ANOTHER}(?:\s+[a-z]+)?")
_TELLING = re.compile(
    r".*[0-9].*|quarters?|qtr|half|halves|halfyear|ytd|"
    r"(?!mai$)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|year|yearend|ye|outturn"
)


def _is_telling(word: str) -> bool:
    return _TELLING.fullmatch(word) is not None
