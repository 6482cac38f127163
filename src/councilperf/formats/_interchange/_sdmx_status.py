"""SDMX observation status for UK shorthand and back, with what is lost on the way.

Codes, their precedence and which go with a figure are those of the SDMX guideline on
CL_OBS_STATUS. Confidentiality is a list of its own, CL_CONF_STATUS: F is free, and C, N and P are
as Eurostat has used them since 27 January 2025.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self, final

from attrs import field, frozen

from councilperf._checks import (
    as_frozenset,
    as_member,
    as_tuple,
    check_each,
    check_flag,
    check_instance,
)
from councilperf.errors import FieldValueError
from councilperf.model import Observation
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "ConfidentialityStatus",
    "ObservationStatus",
    "SdmxStatus",
    "UkShorthand",
    "from_sdmx_status",
    "to_sdmx_status",
]


class ObservationStatus(StrEnum):
    """SDMX's CL_OBS_STATUS: of several that hold, the earlier one is carried.

    >>> ObservationStatus("P").words, ObservationStatus("Q").goes_with
    ('provisional', 'no figure')
    """

    words: str
    #: "a figure", "no figure" or "either".
    goes_with: str

    def __new__(cls, code: str, words: str = "", goes_with: str = "either") -> Self:
        """Attach the words."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        member.goes_with = goes_with
        return member

    BREAK = "B", "break in series"
    MISSING = "O", "missing, no reason given", "no figure"
    CANNOT_EXIST = "M", "missing, cannot exist", "no figure"
    NOT_COLLECTED = "L", "missing, exists but was not collected", "no figure"
    HOLIDAY = "H", "missing, holiday or weekend", "no figure"
    SUPPRESSED = "Q", "missing, suppressed", "no figure"
    DEROGATION = "J", "derogation"
    SPECIAL_EVENT = "S", "strike or special event"
    DEFINITION_DIFFERS = "D", "definition differs", "a figure"
    INCLUDED_ELSEWHERE = "K", "included in another category", "no figure"
    INCLUDES_OTHERS = "W", "includes another category", "a figure"
    IMPUTED = "I", "imputed", "a figure"
    FORECAST = "F", "forecast", "a figure"
    ESTIMATED = "E", "estimated", "a figure"
    PROVISIONAL = "P", "provisional", "a figure"
    NOT_SIGNIFICANT = "N", "not significant", "a figure"
    LOW_RELIABILITY = "U", "low reliability", "a figure"
    UNVALIDATED = "V", "unvalidated", "a figure"
    EXPERIMENTAL = "G", "experimental", "a figure"
    NORMAL = "A", "normal", "a figure"


class ConfidentialityStatus(StrEnum):
    """SDMX's CL_CONF_STATUS, as far as it is used here.

    >>> ConfidentialityStatus("C").words
    'confidential'
    """

    words: str

    def __new__(cls, code: str, words: str = "") -> Self:
        """Attach the words."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member

    FREE = "F", "free to publish"
    CONFIDENTIAL = "C", "confidential"
    NOT_FOR_PUBLICATION = "N", "not for publication"
    NON_STATISTICAL = "P", "secret for other than statistical reasons"


def _as_status(value: ObservationStatus | str) -> ObservationStatus:
    return as_member("status", value, ObservationStatus)


def _as_confidentiality(value: ConfidentialityStatus | str) -> ConfidentialityStatus:
    return as_member("confidentiality", value, ConfidentialityStatus)


@final
@frozen
class SdmxStatus:
    """What SDMX says of an observation; *lost* is what it has no words for.

    >>> SdmxStatus("P").confidentiality
    <ConfidentialityStatus.FREE: 'F'>
    """

    status: ObservationStatus = field(converter=_as_status)
    confidentiality: ConfidentialityStatus = field(
        default=ConfidentialityStatus.FREE, converter=_as_confidentiality
    )
    lost: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("lost", self.lost, str)


@final
@frozen
class UkShorthand:
    """What UK shorthand says of an observation; *lost* is what it has no mark for.

    >>> UkShorthand([Mark.PROVISIONAL]).missing is None
    True

    *missing* is why there is no figure, `None` where there is one.
    """

    marks: frozenset[Mark] = field(default=frozenset(), converter=as_frozenset)
    missing: Missing | None = None
    lost: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("marks", self.marks, Mark)
        check_instance("missing", self.missing, Missing, optional=True)
        check_each("lost", self.lost, str)


_STATUS_OF_MARK = {
    Mark.SERIES_BREAK: ObservationStatus.BREAK,
    Mark.FORECAST: ObservationStatus.FORECAST,
    Mark.ESTIMATED: ObservationStatus.ESTIMATED,
    Mark.PROVISIONAL: ObservationStatus.PROVISIONAL,
    Mark.NOT_SIGNIFICANT: ObservationStatus.NOT_SIGNIFICANT,
    Mark.UNRELIABLE: ObservationStatus.LOW_RELIABILITY,
}
_STATUS_OF_ABSENCE = {
    Absence.SERIES_BREAK: ObservationStatus.BREAK,
    Absence.NO_DATA: ObservationStatus.MISSING,
    Absence.NOT_APPLICABLE: ObservationStatus.CANNOT_EXIST,
    Absence.SUPPRESSED: ObservationStatus.SUPPRESSED,
    Absence.WITHHELD: ObservationStatus.SUPPRESSED,
    Absence.SUSPENDED: ObservationStatus.NOT_COLLECTED,
}
_CONFIDENTIALITY = {
    Absence.SUPPRESSED: ConfidentialityStatus.CONFIDENTIAL,
    Absence.WITHHELD: ConfidentialityStatus.NOT_FOR_PUBLICATION,
}
#: The nearest mark of what has none of its own.
_NEAREST_MARK = {
    ObservationStatus.IMPUTED: Mark.ESTIMATED,
    ObservationStatus.UNVALIDATED: Mark.PROVISIONAL,
}
_PRECEDENCE = {status: place for place, status in enumerate(ObservationStatus)}


def to_sdmx_status(observation: Observation) -> SdmxStatus:
    """Return the SDMX status of an observation.

    >>> from councilperf import ReportingPeriod
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> made = to_sdmx_status(Observation(q2, 42, marks=[Mark.PROVISIONAL, Mark.REVISED]))
    >>> made.status.value, made.lost
    ('P', ('[r] revised has no status',))
    >>> to_sdmx_status(Observation(q2, Missing("not_due"))).lost
    ("'not due yet' becomes 'no data'",)

    SDMX carries one status, so of several marks the first in its order of precedence stands.
    """
    check_instance("observation", observation, Observation)
    value = observation.value
    missing = value if isinstance(value, Missing) else None
    held = [_STATUS_OF_MARK[each] for each in observation.marks if each in _STATUS_OF_MARK]
    if missing is not None:
        # Of the marks of a figure that is not there, only the break can be said.
        held = [each for each in held if each is ObservationStatus.BREAK]
        held.append(_STATUS_OF_ABSENCE.get(missing.reason, ObservationStatus.MISSING))
    status = min(held, key=_PRECEDENCE.__getitem__, default=ObservationStatus.NORMAL)
    confidentiality = ConfidentialityStatus.FREE
    if missing is not None:
        confidentiality = _CONFIDENTIALITY.get(missing.reason, confidentiality)
    back = from_sdmx_status(status, confidentiality, has_figure=missing is None)
    lost = _lost(observation.marks, missing, status, back)
    return SdmxStatus(status, confidentiality, lost)


def _lost(
    marks: frozenset[Mark], missing: Missing | None, status: ObservationStatus, back: UkShorthand
) -> Iterator[str]:
    """Say what does not come back from a status."""
    for mark in Mark:
        if mark in marks and mark not in back.marks:
            carried = mark in _STATUS_OF_MARK
            why = f"gives way to {status.value} ({status.words})" if carried else "has no status"
            yield f"{mark.shorthand} {mark.words} {why}"
    if missing is not None and back.missing is not None:
        if missing.reason is not back.missing.reason:
            yield f"{missing.reason.words!r} becomes {back.missing.reason.words!r}"
        if missing.note:
            yield "the note on why there is no figure has no place"


def from_sdmx_status(
    status: ObservationStatus | str,
    confidentiality: ConfidentialityStatus | str = ConfidentialityStatus.FREE,
    *,
    has_figure: bool,
) -> UkShorthand:
    """Return what a status says in UK shorthand.

    >>> from_sdmx_status("Q", "C", has_figure=False).missing
    Missing('suppressed')
    >>> from_sdmx_status("I", has_figure=True).lost
    ('I (imputed) is read as [e] estimated',)

    Raises `FieldValueError` for a code that is not in the lists, and for one that goes with a
    figure where there is none, or the other way round.
    """
    status = as_member("status", status, ObservationStatus)
    confidentiality = as_member("confidentiality", confidentiality, ConfidentialityStatus)
    check_flag("has_figure", has_figure)
    given = "a figure" if has_figure else "no figure"
    if status.goes_with not in (given, "either"):
        raise FieldValueError("status", status.value, f"one that goes with {given}")
    said = f"{status.value} ({status.words})"
    if has_figure:
        return _with_figure(status, confidentiality, said)
    reasons = {code: each for each, code in _CONFIDENTIALITY.items()}
    of_status = {code: each for each, code in _STATUS_OF_ABSENCE.items()}
    of_status[ObservationStatus.SUPPRESSED] = Absence.SUPPRESSED
    reason = reasons.get(confidentiality, of_status.get(status, Absence.NO_DATA))
    lost: list[str] = []
    if confidentiality is ConfidentialityStatus.NON_STATISTICAL:
        lost.append(f"{confidentiality.value} ({confidentiality.words}) has no mark")
    if status not in _STATUS_OF_ABSENCE.values() and reason is Absence.NO_DATA:
        lost.append(f"{said} is read as {reason.words!r}")
    # A break beside another reason is a mark of its own.
    broken = status is ObservationStatus.BREAK and reason is not Absence.SERIES_BREAK
    return UkShorthand([Mark.SERIES_BREAK] if broken else [], Missing(reason), lost)


def _with_figure(
    status: ObservationStatus, confidentiality: ConfidentialityStatus, said: str
) -> UkShorthand:
    own = {code: mark for mark, code in _STATUS_OF_MARK.items()}
    mark = own.get(status) or _NEAREST_MARK.get(status)
    lost: list[str] = []
    if status in _NEAREST_MARK and mark is not None:
        lost.append(f"{said} is read as {mark.shorthand} {mark.words}")
    elif mark is None and status is not ObservationStatus.NORMAL:
        lost.append(f"{said} has no mark")
    if confidentiality is not ConfidentialityStatus.FREE:
        lost.append(f"{confidentiality.value} ({confidentiality.words}) has no mark for a figure")
    return UkShorthand([] if mark is None else [mark], None, lost)
