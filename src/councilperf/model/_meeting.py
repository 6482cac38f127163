"""Meetings: one sitting of a committee."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import (
    as_member,
    as_tuple,
    check_date,
    check_each,
    check_instance,
    check_text,
)
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.model._committee import Committee
from councilperf.model._role import Role

__all__ = ["Meeting", "MeetingStatus"]


class MeetingStatus(StrEnum):
    """How a meeting stands.

    >>> MeetingStatus("postponed")
    <MeetingStatus.POSTPONED: 'postponed'>
    """

    SCHEDULED = "scheduled"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


_OCD_EVENT = re.compile(r"ocd-event/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _as_status(value: MeetingStatus | str | None) -> MeetingStatus | None:
    return None if value is None else as_member("status", value, MeetingStatus)


@final
@frozen
class Meeting(Displayed):
    """One sitting of a committee, on one day.

    >>> from datetime import date
    >>> panel = Committee("Scrutiny Panel", "Worcestershire County Council")
    >>> str(Meeting(panel, date(2022, 3, 10)))
    'Scrutiny Panel, 2022-03-10'

    *invited* are the roles asked to attend beside the members. *ocd_event_id* is the meeting's
    identifier as an Open Civic Data event ("ocd-event/" and a UUID).
    """

    committee: Committee
    date: dt.date
    place: str | None = field(default=None, kw_only=True)
    status: MeetingStatus | None = field(default=None, converter=_as_status, kw_only=True)
    invited: tuple[Role, ...] = field(default=(), converter=as_tuple, kw_only=True)
    ocd_event_id: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("committee", self.committee, Committee)
        check_date("date", self.date)
        check_text("place", self.place, optional=True)
        check_each("invited", self.invited, Role)
        check_instance("ocd_event_id", self.ocd_event_id, str, optional=True)
        if self.ocd_event_id is not None and not _OCD_EVENT.fullmatch(self.ocd_event_id):
            raise FieldValueError(
                "ocd_event_id", self.ocd_event_id, "'ocd-event/' and a UUID in lower case"
            )

    def __str__(self) -> str:
        return f"{self.committee}, {self.date.isoformat()}"
