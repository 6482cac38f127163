"""Commentary: what was said about an item, why it is so, and what is done about it."""

from __future__ import annotations

import datetime as dt
from typing import final

from attrs import field, frozen

from councilperf._checks import check_date, check_instance, check_text
from councilperf._display import Displayed
from councilperf.model._marking import MARKINGS, Marking
from councilperf.model._role import Role

__all__ = ["Commentary"]


@final
@frozen
class Commentary(Displayed):
    """What the paper says about one item, or a development that stands for itself.

    >>> delay = Commentary("Three posts are vacant.", about="CSC 7", action="Recruit by summer")
    >>> delay.about, delay.action
    ('CSC 7', 'Recruit by summer')

    *about* is the reference of a row, objective or budget line. *due* is the day by which *role*
    is to have done *action*. With a *marking* only *about* is left to the public.
    """

    text: str
    about: str | None = field(default=None, kw_only=True)
    cause: str | None = field(default=None, kw_only=True)
    action: str | None = field(default=None, kw_only=True)
    due: dt.date | None = field(default=None, kw_only=True)
    role: Role | None = field(default=None, kw_only=True)
    marking: Marking | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("text", self.text)
        for name in ("about", "cause", "action"):
            check_text(name, getattr(self, name), optional=True)
        check_date("due", self.due, optional=True)
        check_instance("role", self.role, Role, optional=True)
        check_instance("marking", self.marking, MARKINGS, optional=True)
