"""Refuse a text: say what was understood, what was not, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.errors import PeriodError
from councilperf.periods._calendar import FINANCIAL, NAMED_CALENDARS, Calendar
from councilperf.periods._kind import NAMED_IN_A_YEAR

if TYPE_CHECKING:
    from councilperf.periods._facts import Found
    from councilperf.periods._period import ReportingPeriod

__all__ = ["Refused", "as_error", "unexplained"]

_LONGEST_EXTRACT = 200


class Refused(Exception):  # noqa: N818 - it never leaves the room: `as_error` makes the error
    """The facts of a text give no one period; `lacks_year` where naming a year would help."""

    def __init__(
        self,
        problem: str,
        *readings: ReportingPeriod | str,
        lacks_year: bool = False,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.readings = readings
        self.lacks_year = lacks_year


def as_error(
    text: str, found: list[Found], refused: Refused, calendar: Calendar | None
) -> PeriodError:
    """Return the error that the caller sees, with what was read of *text*."""
    understood = "; ".join(text[each.start : each.end] for each in found)
    texts = (
        each if isinstance(each, str) else _reading_text(each, calendar or FINANCIAL)
        for each in refused.readings
    )
    return PeriodError(
        _shortened(text),
        refused.problem,
        understood=_shortened(understood),
        not_understood=_shortened(unexplained(text, found)),
        readings=tuple(dict.fromkeys(texts)),
    )


def unexplained(text: str, found: list[Found]) -> str:
    """Return what no fact accounts for, its signs and blanks trimmed."""
    parts: list[str] = []
    at = 0
    for each in found:
        parts.append(text[at : each.start])
        at = each.end
    parts.append(text[at:])
    words = (" ".join(part.split()).strip(" ,;:.-–—()[]/*#'\"") for part in parts)
    return " … ".join(word for word in words if word)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXTRACT else text[: _LONGEST_EXTRACT - 1] + "…"


def _reading_text(period: ReportingPeriod, calendar: Calendar) -> str:
    """Print a period so that `parse` with the same calendar reads it back."""
    text = period.format("long")
    own = period.calendar
    if period.kind in NAMED_IN_A_YEAR and own != calendar and own in NAMED_CALENDARS:
        return f"{text} ({own} year)"
    return text
