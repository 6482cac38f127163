"""Polarity: which way is better, and the words that councils print for it."""

from __future__ import annotations

import re
from enum import StrEnum

from councilperf.errors import FieldTypeError, FieldValueError

__all__ = ["Polarity"]


class Polarity(StrEnum):
    """Which way is better.

    >>> Polarity.parse("Bigger is better"), Polarity.parse("Aim to Minimise")
    (<Polarity.HIGHER: 'higher'>, <Polarity.LOWER: 'lower'>)

    `RANGE` is better inside a range ("goldilocks"); `NONE` is for contextual figures, which have
    no better or worse.
    """

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"

    @staticmethod
    def parse(text: str | Polarity) -> Polarity:
        """Read polarity as councils print it: "High", "Lower is better", "Aim to Maximise", ….

        >>> Polarity.parse("Smaller is better")
        <Polarity.LOWER: 'lower'>

        Raises `FieldValueError` with the words that are known.
        """
        if isinstance(text, Polarity):
            return text
        if not isinstance(text, str):
            raise FieldTypeError("polarity", text, "text such as 'higher is better'")
        words = re.findall(r"[^\W_]+|[↑↓▲▼]", text.lower())
        meanings = {_MEANINGS[word] for word in words if word in _MEANINGS}
        readable = all(word in _MEANINGS or word in _SAID_AROUND_IT for word in words)
        if Polarity.NONE in meanings:
            meanings = {Polarity.NONE}
        if not readable or len(meanings) != 1:
            raise FieldValueError(
                "polarity", text, "'higher is better', 'lower is better', 'in a range' or 'none'"
            )
        meaning = meanings.pop()
        return _TURNED.get(meaning, meaning) if _BAD.intersection(words) else meaning


_MEANINGS = {
    word: meaning
    for meaning, words in (
        (
            Polarity.HIGHER,
            (
                "high higher highest big bigger biggest large larger up upward upwards more "
                "max maximise maximize maximum maximising increase increasing increased "
                "rise rising ↑ ▲"
            ),
        ),
        (
            Polarity.LOWER,
            (
                "low lower lowest small smaller smallest down downward downwards less fewer "
                "min minimise minimize minimum minimising decrease decreasing decreased "
                "reduce reducing reduction fall falling ↓ ▼"
            ),
        ),
        (
            Polarity.RANGE,
            "range ranges goldilocks within between band corridor optimum optimal",
        ),
        (
            Polarity.NONE,
            "none neither neutral contextual context n na no not nil information volumetric data",
        ),
    )
    for word in words.split()
}
_SAID_AROUND_IT = frozenset(
    "a aim an and applicable are at be being better best bad by desired desirable direction for "
    "good ideal improvement in indicator is it means measure monitor monitoring nor number of "
    "only or outcome outturn performance polarity positive preferred set should target than the "
    "this to trend value values which worse worst".split()
)
_BAD = frozenset({"bad", "worse", "worst"})
_TURNED = {Polarity.HIGHER: Polarity.LOWER, Polarity.LOWER: Polarity.HIGHER}
