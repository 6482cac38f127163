"""Objectives and milestones: planned work, with dates and a judged status."""

from __future__ import annotations

import datetime as dt
from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_date, check_each, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.model._role import Role
from councilperf.model._stated import StatedLevel

__all__ = ["Milestone", "Objective"]


@final
@frozen
class Milestone:
    """A step of planned work.

    >>> Milestone("Plan agreed", due=dt.date(2022, 9, 30)).due.year
    2022

    *progress* is the status that somebody judged, as printed. One completed before it began is
    refused.
    """

    title: str
    due: dt.date | None = field(default=None, kw_only=True)
    began: dt.date | None = field(default=None, kw_only=True)
    completed: dt.date | None = field(default=None, kw_only=True)
    progress: StatedLevel | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        for name in ("due", "began", "completed"):
            check_date(name, getattr(self, name), optional=True)
        check_instance("progress", self.progress, StatedLevel, optional=True)
        if self.began and self.completed and self.completed < self.began:
            raise FieldValueError(
                "completed", self.completed.isoformat(), f"a day from {self.began} on, its first"
            )


@final
@frozen
class Objective(Displayed):
    """Planned work that a council reports on beside its indicators.

    >>> Objective("PED01", "Improve attendance", milestones=[Milestone("Plan agreed")]).reference
    'PED01'

    *priorities* are the thematic priorities that it serves, *officer* the role answering for it.
    """

    reference: str
    title: str
    milestones: tuple[Milestone, ...] = field(default=(), converter=as_tuple, kw_only=True)
    progress: StatedLevel | None = field(default=None, kw_only=True)
    priorities: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    officer: Role | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_text("title", self.title)
        check_each("milestones", self.milestones, Milestone)
        check_instance("progress", self.progress, StatedLevel, optional=True)
        for priority in self.priorities:
            check_text("priorities", priority)
        check_instance("officer", self.officer, Role, optional=True)
