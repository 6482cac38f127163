"""What councils write into a cell in place of a figure or a target, and what it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MONTH_NAMES", "NO_TARGET_WORDS", "NO_VALUE_WORDS", "normalised", "read_missing"]


def normalised(text: str) -> str:
    r"""Return text for comparing: one space between words, no case, no full stop at its end.

    >>> normalised("  To be\u00a0Confirmed. ")
    'to be confirmed'
    """
    return " ".join(text.split()).casefold().rstrip(".")


#: The months, long and short, for an expression that looks for dates.
MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DASHES = "- – — −"
_NO_VALUE = {
    Absence.NO_DATA: f"{_DASHES} -- x|nd|no data|not available|unavailable|data not available|"
    "no data available|not known|unknown|not reported|no return|not collected|no update",
    Absence.NOT_APPLICABLE: "n/a|na|n.a|not applicable|z",
    Absence.NOT_DUE: "not due|not due yet|not yet due|annual|annually|reported annually|"
    "annual measure|annual indicator|not yet reported|due later",
    Absence.SUPPRESSED: "suppressed|c|confidential|too small to report|small number",
    Absence.SUSPENDED: "suspended|on hold|paused",
    Absence.CARRIED_OVER: "carried over",
    Absence.WITHHELD: "withheld|exempt",
    Absence.BASELINING: "baseline year|baselining|baseline to be set",
}
_NO_TARGET = {
    Absence.NO_TARGET: f"{_DASHES} -- n/a|na|n.a|not applicable|none|no target|not set|"
    "no target set|not targeted|target not set|nil",
    Absence.TARGET_PENDING: "tbc|to be confirmed|tba|to be agreed|tbd|to be determined|"
    "to be set|target to be confirmed|target to be set|awaiting target|pending",
    Absence.BASELINING: "baseline|baselining|baseline year|establish baseline|"
    "baseline to be set|baseline to be established|establishing baseline|set baseline|"
    "to be baselined|new measure",
    Absence.DATA_ONLY: "data only|contextual|context|context only|monitor|monitor only|"
    "monitoring|monitoring only|for information|information only|info only|trend only|"
    "volumetric|demand led|contextual only|for information only|no target (data only)",
}
#: Words that say no more than that a figure is awaited: the words are kept as the note.
_AWAITED = (
    "tbc|to be confirmed|tba|awaited|awaiting data|data awaited|pending|not yet available|"
    "data not yet available|to follow|outstanding|available later|awaiting verification"
)


def _table(by_reason: dict[Absence, str]) -> dict[str, Missing]:
    table: dict[str, Missing] = {}
    for reason, words in by_reason.items():
        for phrase in words.split("|"):
            # The dashes stand first and are single words.
            for word in phrase.split() if phrase.startswith("-") else (phrase,):
                table[word] = Missing(reason)
    return table


def _own_words(reasons: Iterable[Absence]) -> dict[str, Missing]:
    table: dict[str, Missing] = {}
    for reason in reasons:
        for word in (reason.words, reason.value, reason.shorthand):
            if word:
                table[word.casefold()] = Missing(reason)
    return table


NO_VALUE_WORDS = {
    **_own_words(Absence),
    **_table(_NO_VALUE),
    **{word: Missing(Absence.NO_DATA, note=word) for word in _AWAITED.split("|")},
}
NO_TARGET_WORDS = {**_own_words(Absence), **_table(_NO_TARGET)}

_FEWER = re.compile(
    r"(?:<|≤|(?:fewer|less)\s+than|under)\s*[0-9]+(?:\.[0-9]+)?\s*%?", re.IGNORECASE
)
_WITH_NOTE = re.compile(r"(?P<words>[^()]+?)\s*\((?P<note>.*)\)", re.DOTALL)


def read_missing(text: str, table: dict[str, Missing]) -> Missing | None:
    """Return what words stand for in place of a number, or `None` where they are unknown.

    >>> read_missing("TBC", NO_TARGET_WORDS), read_missing("<5", NO_VALUE_WORDS)
    (Missing('target_pending'), Missing('suppressed', note='<5'))
    """
    word = normalised(text)
    found = table.get(word)
    if found is not None:
        # The note keeps the words as they were printed.
        return Missing(found.reason, note=text.strip()) if found.note else found
    if table is NO_VALUE_WORDS and _FEWER.fullmatch(word):
        return Missing(Absence.SUPPRESSED, note=text.strip())
    noted = _WITH_NOTE.fullmatch(text.strip())
    if noted is not None:
        inner = table.get(normalised(noted["words"]))
        if inner is not None and not inner.note:
            return Missing(inner.reason, note=noted["note"])
    return None
