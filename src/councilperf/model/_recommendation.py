"""Recommendations: what a paper asks its committee to do."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import as_member, check_instance, check_text
from councilperf.model._meeting import Meeting

__all__ = ["Recommendation", "RecommendationVerb"]


class RecommendationVerb(StrEnum):
    """What a committee may be asked to do.

    >>> RecommendationVerb("scrutinise")
    <RecommendationVerb.SCRUTINISE: 'scrutinise'>
    """

    NOTE = "note"
    ENDORSE = "endorse"
    SCRUTINISE = "scrutinise"
    RECEIVE = "receive"
    CONSIDER = "consider"
    HIGHLIGHT = "highlight"
    DETERMINE = "determine"
    AGREE = "agree"
    APPROVE = "approve"


def _as_verb(value: RecommendationVerb | str) -> RecommendationVerb:
    return as_member("verb", value, RecommendationVerb)


@final
@frozen
class Recommendation:
    """One thing that the committee is asked to do: the verb, and what it is to be done to.

    >>> str(Recommendation("endorse", "the new scorecard developed for quarter 2"))
    'endorse the new scorecard developed for quarter 2'

    *refer_to* is the later meeting that is to hear of it, where the paper names one.
    """

    verb: RecommendationVerb = field(converter=_as_verb)
    text: str
    refer_to: Meeting | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)
        check_instance("refer_to", self.refer_to, Meeting, optional=True)

    def __str__(self) -> str:
        return f"{self.verb.value} {self.text}"
