"""Appendices: what is attached to a paper."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_flag, check_instance, check_text
from councilperf.errors import FieldValueError
from councilperf.model._marking import MARKINGS, Marking
from councilperf.model._scorecard import Scorecard

__all__ = ["Appendix"]


@final
@frozen
class Appendix:
    """What is attached to a paper, under its number or letter.

    >>> dashboard = Appendix("1", "Dashboard of performance information", held_elsewhere=True)
    >>> str(dashboard)
    'Appendix 1: Dashboard of performance information'

    It holds scorecards, or a *note* of what is in it, or it is *held_elsewhere*: published, but
    not in our hands. One that is none of these is a finding of `check`. With a *marking* all but
    the reference and the title is withheld, so a title must give nothing away.
    """

    reference: str
    title: str
    scorecards: tuple[Scorecard, ...] = field(default=(), converter=as_tuple, kw_only=True)
    note: str | None = field(default=None, kw_only=True)
    held_elsewhere: bool = field(default=False, kw_only=True)
    marking: Marking | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_text("title", self.title)
        check_each("scorecards", self.scorecards, Scorecard)
        check_text("note", self.note, optional=True)
        check_flag("held_elsewhere", self.held_elsewhere)
        check_instance("marking", self.marking, MARKINGS, optional=True)
        if self.held_elsewhere and self.scorecards:
            raise FieldValueError(
                "held_elsewhere", self.held_elsewhere, "False, since its scorecards are here"
            )

    def __str__(self) -> str:
        return f"Appendix {self.reference}: {self.title}"
