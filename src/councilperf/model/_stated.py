"""Levels that somebody stated: published, forecast, or decided over the computed one."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_member, check_date, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.periods import ReportingPeriod

__all__ = ["StatedLevel", "Voice", "VoiceWord"]

VoiceWord: TypeAlias = Literal["computed", "given", "forecast", "override"]


class Voice(StrEnum):
    """Who says which level it is.

    >>> Voice("given")
    <Voice.GIVEN: 'given'>

    `COMPUTED` follows from figures and rules, `GIVEN` was published, `FORECAST` is expected for
    the year's end, `OVERRIDE` was decided by a person and stands until it is withdrawn.
    """

    COMPUTED = "computed"
    GIVEN = "given"
    FORECAST = "forecast"
    OVERRIDE = "override"


def _as_voice(value: Voice | VoiceWord) -> Voice:
    return as_member("voice", value, Voice)


@final
@frozen
class StatedLevel(Displayed):
    """A rating or direction as somebody stated it, kept beside the computed one.

    >>> StatedLevel("rating", "Green").text
    'Green'

    *judgement* names what was judged ("rating", "travel", …), *text* is the level as printed.
    """

    judgement: str
    text: str
    voice: Voice = field(default=Voice.GIVEN, converter=_as_voice, kw_only=True)
    period: ReportingPeriod | None = field(default=None, kw_only=True)
    reason: str | None = field(default=None, kw_only=True)
    role: str | None = field(default=None, kw_only=True)
    date: dt.date | None = field(default=None, kw_only=True)
    #: The last period that an override stands for; until it is withdrawn, none.
    until: ReportingPeriod | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("judgement", self.judgement)
        check_text("text", self.text)
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_text("reason", self.reason, optional=True)
        check_text("role", self.role, optional=True)
        check_date("date", self.date, optional=True)
        check_instance("until", self.until, ReportingPeriod, optional=True)
        if self.until is not None and self.voice is not Voice.OVERRIDE:
            raise FieldValueError("until", self.until, "nothing: an override alone stands on")
        if self.voice is Voice.COMPUTED:
            raise FieldValueError("voice", self.voice.value, "'given', 'forecast' or 'override'")

    def stands_for(self, period: ReportingPeriod) -> bool:
        """Say whether the statement holds for a period.

        >>> from councilperf.periods import ReportingPeriod
        >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
        >>> StatedLevel("rating", "Amber", voice="override", period=q1).stands_for(q2)
        True

        One without a period holds for any; an override stands until it is withdrawn.
        """
        if self.period is None or self.period == period:
            return True
        if self.voice is not Voice.OVERRIDE or period.end < self.period.end:
            return False
        return self.until is None or period.end <= self.until.end
