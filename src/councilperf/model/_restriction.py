"""Restrictions: which items of a report are not for everybody, as the report's own decision."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import check_flag, check_instance, check_text
from councilperf._display import Displayed
from councilperf.model._marking import MARKINGS, Marking

__all__ = ["Restriction"]


@final
@frozen
class Restriction(Displayed):
    """A marking laid on every row, objective and budget line with this reference.

    >>> from councilperf.model import Exemption
    >>> Restriction("CSC 7", Exemption("england", 1), commentary_only=True).reference
    'CSC 7'

    It stands in the report, since it is decided for one report and one meeting: the same figure
    may be exempt in June and public in July. A report refuses one whose reference it does not
    have, so that a slip cannot leave open what was meant to be closed. With *commentary_only*
    the figures stay public and what was written about them is withheld.
    """

    reference: str
    marking: Marking
    commentary_only: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_instance("marking", self.marking, MARKINGS)
        check_flag("commentary_only", self.commentary_only)
