"""Roles: who answers for something, whoever holds the post today."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import check_instance, check_text
from councilperf.model._person import Person

__all__ = ["Role"]


def _as_person(value: Person | str | None) -> Person | None:
    return Person(value) if isinstance(value, str) else value


@final
@frozen
class Role:
    """A post, with its holder only where the paper names one.

    >>> str(Role("Portfolio Holder for Children and Families", "Cllr Dorothy Flude"))
    'Cllr Dorothy Flude, Portfolio Holder for Children and Families'
    >>> str(Role("Strategic Director – People", capacity="Reporting Officer"))
    'Strategic Director – People'

    *capacity* is the heading under which the paper names the role, where it says more than the
    title does: Halton's "Reporting Officer", Plymouth's "Lead Strategic Director".
    """

    title: str
    person: Person | None = field(default=None, converter=_as_person)
    capacity: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        check_instance("person", self.person, Person, optional=True)
        check_text("capacity", self.capacity, optional=True)

    def __str__(self) -> str:
        return self.title if self.person is None else f"{self.person}, {self.title}"
