"""Why a figure is not there, in one closed vocabulary, and the marks that figures carry."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, final

from attrs import field, frozen

from councilperf._checks import as_member
from councilperf.errors import FieldTypeError, FieldValueError

__all__ = ["Absence", "Mark", "Missing"]


class Absence(StrEnum):
    """Why there is no figure, or no rating: the whole list, with the words to print.

    >>> Absence.NO_TARGET.words
    'no target'
    >>> Absence("suppressed").shorthand
    '[c]'
    """

    words: str
    shorthand: str

    def __new__(cls, key: str, words: str = "", shorthand: str = "") -> Self:
        """Attach the words and, where there is one, the UK statistical shorthand."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        member.shorthand = shorthand
        return member

    NO_DATA = "no_data", "no data", "[x]"
    NOT_DUE = "not_due", "not due yet"
    NOT_APPLICABLE = "not_applicable", "not applicable", "[z]"
    SUPPRESSED = "suppressed", "suppressed", "[c]"
    NONE_RECORDED = "none_recorded", "none recorded in the survey", "[w]"
    WITHHELD = "withheld", "withheld"
    SUSPENDED = "suspended", "suspended"
    CARRIED_OVER = "carried_over", "carried over"
    NO_TARGET = "no_target", "no target"
    TARGET_PENDING = "target_pending", "target to be confirmed"
    BASELINING = "baselining", "baseline year"
    DATA_ONLY = "data_only", "data only"
    NO_POLARITY = "no_polarity", "it is not stated which way is better"
    NO_PREVIOUS = "no_previous", "no earlier figure to compare with"
    TOO_FEW = "too_few", "too few figures to judge by"
    NO_BENCHMARK = "no_benchmark", "no benchmark"
    SERIES_BREAK = "series_break", "break in the series"
    NOT_COMPARABLE = "not_comparable", "not comparable"
    EDGE_UNSTATED = "edge_unstated", "edge unstated"
    NOT_JUDGED = "not_judged", "no judgement given"
    NO_RULE = "no_rule", "no rule covers it"
    OUTSIDE_VALIDITY = "outside_validity", "outside the years the rules are stated for"


class Mark(StrEnum):
    """What is special about a figure that is there, in the UK statistical shorthand.

    >>> Mark.from_shorthand("[p]").words
    'provisional'
    """

    words: str
    shorthand: str

    def __new__(cls, key: str, words: str = "", shorthand: str = "") -> Self:
        """Attach the words and the shorthand."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        member.shorthand = shorthand
        return member

    SERIES_BREAK = "series_break", "break in the series", "[b]"
    ESTIMATED = "estimated", "estimated", "[e]"
    FORECAST = "forecast", "forecast", "[f]"
    LOW = "low", "not zero, but shown as zero", "[low]"
    NOT_SIGNIFICANT = "not_significant", "not statistically significant", "[ns]"
    PROVISIONAL = "provisional", "provisional", "[p]"
    REVISED = "revised", "revised", "[r]"
    UNRELIABLE = "unreliable", "low reliability", "[u]"

    @staticmethod
    def from_shorthand(text: str) -> Mark | Absence:
        """Return the mark, or the reason for absence, that a bracketed letter stands for.

        >>> Mark.from_shorthand("[c]")
        <Absence.SUPPRESSED: 'suppressed'>

        Raises `FieldValueError` for a mark that the shorthand does not have.
        """
        found = _SHORTHAND.get(text.strip().lower())
        if found is None:
            raise FieldValueError("mark", text, "one of " + " ".join(sorted(_SHORTHAND)))
        return found


_SHORTHAND: dict[str, Mark | Absence] = {
    each.shorthand: each for kind in (Mark, Absence) for each in kind if each.shorthand
}


def _as_absence(reason: Absence | str) -> Absence:
    return as_member("reason", reason, Absence)


@final
@frozen
class Missing:
    """A figure that is not there, with the reason why.

    >>> Missing("not_due", note="annual, reported in July")
    Missing('not_due', note='annual, reported in July')
    """

    reason: Absence = field(converter=_as_absence)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.note, str):
            raise FieldTypeError("note", self.note, "text")

    def __repr__(self) -> str:
        note = f", note={self.note!r}" if self.note else ""
        return f"Missing({self.reason.value!r}{note})"

    def __str__(self) -> str:
        return f"{self.reason.words} ({self.note})" if self.note else self.reason.words
