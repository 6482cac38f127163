"""Sign-off: the functions that cleared a paper, and the people who approved it."""

from __future__ import annotations

import datetime as dt
from typing import final

from attrs import field, frozen

from councilperf._checks import check_date, check_instance, check_text
from councilperf.model._role import Role
from councilperf.values import Absence, Missing

__all__ = ["Approval", "SignOff"]


def _as_reference(value: str | Missing | Absence) -> str | Missing:
    return Missing(value) if isinstance(value, Absence) else value


@final
@frozen
class SignOff:
    """A function of the council that cleared the paper, by the reference it gave.

    >>> SignOff("Finance", "djn.22.23.39").reference
    'djn.22.23.39'
    >>> SignOff("Human resources", Absence.NOT_APPLICABLE).reference
    Missing('not_applicable')

    "N/A" is `Absence.NOT_APPLICABLE`; any other reason for absence means that it is outstanding.
    """

    function: str
    reference: str | Missing = field(converter=_as_reference)

    def __attrs_post_init__(self) -> None:
        check_text("function", self.function)
        check_instance("reference", self.reference, (str, Missing))
        if isinstance(self.reference, str):
            check_text("reference", self.reference)


@final
@frozen
class Approval:
    """A role that agreed to the paper, and when.

    >>> Approval(Role("Cabinet Member"), dt.date(2022, 6, 6)).role.title
    'Cabinet Member'
    """

    role: Role
    date: dt.date

    def __attrs_post_init__(self) -> None:
        check_instance("role", self.role, Role)
        check_date("date", self.date)
