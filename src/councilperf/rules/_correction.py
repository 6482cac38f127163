"""Corrections: where one published way of working departs from another, and why."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf._checks import check_text

__all__ = ["Correction"]


@final
@frozen
class Correction:
    """What one rule set does otherwise than the one that it corrects, with the reason.

    >>> Correction("trial limits", "below 13 points", "below 12", "the guidance says 12").now
    'below 12'
    """

    subject: str
    before: str
    now: str
    reason: str

    def __attrs_post_init__(self) -> None:
        for name in ("subject", "before", "now", "reason"):
            check_text(name, getattr(self, name))
