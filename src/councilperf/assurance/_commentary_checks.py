"""Checks of commentary: what is not said of adverse items, and what contradicts the colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.assurance._walk import rows_of
from councilperf.model import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Report, ScorecardRow

__all__ = [
    "find_adverse_without_commentary",
    "find_commentary_contradicts",
    "find_orphan_commentary",
]

_ADVERSE = {
    "rating": frozenset(
        {"red", "r", "below target", "missed", "not met", "off target", "significantly off target"}
    ),
    "travel": frozenset({"worse", "worsening", "declining", "deteriorating", "getting worse"}),
}
_FAVOURABLE = frozenset({"green", "g", "met", "achieved", "on target", "above target", "exceeded"})

#: What stands in a commentary cell and says nothing.
_BLANK = frozenset(
    {"", "-", "–", "—", "n/a", "na", "none", "nil", "no", "yes", "tbc", "tba", "tbd", "pending"}
    | {"commentary", "no comment", "no commentary", "not applicable", "to follow"}
    | {"see above", "as above"}
)


def find_adverse_without_commentary(report: Report) -> Iterator[Remark]:
    """Yield a remark for each row stated as adverse of which nothing is said."""
    for path, row in rows_of(report):
        level = next(
            (
                text
                for judgement, words in _ADVERSE.items()
                if (text := _stated(report, row, judgement)) is not None
                and text.casefold() in words
            ),
            None,
        )
        if level is not None and not any(_says_something(each) for each in _said_of(report, row)):
            yield Remark(
                f"{path}.commentary",
                f"{row.indicator.reference} is stated as {level!r}, and nothing is said of it",
                "say why, what is done about it, by when and by whom",
            )


def _stated(report: Report, row: ScorecardRow, judgement: str) -> str | None:
    """Return the level that stands for the reported period: an override before what was given."""
    for voice in (Voice.OVERRIDE, Voice.GIVEN):
        for level in reversed(row.stated):
            if (
                level.judgement == judgement
                and level.voice is voice
                and level.stands_for(report.period)
            ):
                return level.text.strip()
    return None


def _said_of(report: Report, row: ScorecardRow) -> Iterator[str]:
    if row.commentary is not None:
        yield row.commentary
    for each in report.commentaries:
        if each.about == row.indicator.reference:
            yield each.text
            yield each.cause or ""
            yield each.action or ""


def _says_something(text: str) -> bool:
    return text.strip().strip(".").casefold() not in _BLANK


def find_orphan_commentary(report: Report) -> Iterator[Remark]:
    """Yield a remark for each commentary about something that the report does not hold."""
    known = set(report.references())
    for place, each in enumerate(report.commentaries):
        if each.about is not None and each.about not in known:
            yield Remark(
                f"commentaries[{place}].about",
                f"it is about {each.about!r}, and no row, objective or budget line has that name",
                "correct the reference, or add what it is about",
            )


_MET = re.compile(
    r"\b(?:target (?:was |is |has been |have been )?(?:met|achieved|exceeded|surpassed)"
    r"|(?:met|achieved|exceeded|surpassed) (?:the|its|our|their) target)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:target (?:was |is |has been |have been )?(?:missed|not met|not been met|not achieved)"
    r"|(?:missed|failed to meet|did not meet) (?:the|its|our|their) target)\b",
    re.IGNORECASE,
)
# With one of these in the sentence it may speak of another time, another figure or a condition.
_UNCERTAIN = re.compile(
    r"\b(?:not?|never|nor|n't|if|unless|until|will|would|should|could|may|might|expect\w*|"
    r"forecast\w*|aim\w*|hope\w*|previous\w*|last|next|annual|year|quarter|national|regional|"
    r"england|neighbours?|nearly|almost|although|but|however|except|while|whilst|only|some|"
    r"milestone\w*|stretch|previously|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|n't\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;\n]+")


def find_commentary_contradicts(report: Report) -> Iterator[Remark]:
    """Yield a remark where a commentary says "target met" of a red row, or "missed" of a green.

    Only where that is certain: the sentence names no other time, place or condition.
    """
    for path, row in rows_of(report):
        level = _stated(report, row, "rating")
        if level is None:
            continue
        if level.casefold() in _ADVERSE["rating"]:
            claim, said = _MET, "met"
        elif level.casefold() in _FAVOURABLE:
            claim, said = _MISSED, "missed"
        else:
            continue
        if any(_claims(text, claim) for text in _said_of(report, row)):
            yield Remark(
                f"{path}.commentary",
                f"{row.indicator.reference} is stated as {level!r}, and its commentary says that "
                f"the target was {said}",
                "correct the level or the commentary",
            )


def _claims(text: str, claim: re.Pattern[str]) -> bool:
    for sentence in _SENTENCE.split(text):
        found = claim.search(sentence)
        if found:
            around = sentence[: found.start()] + " " + sentence[found.end() :]
            if not _UNCERTAIN.search(around):
                return True
    return False
