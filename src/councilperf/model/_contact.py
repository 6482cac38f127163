"""Contacts: where to ask about a paper."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_text
from councilperf.errors import FieldValueError
from councilperf.model._role import Role

__all__ = ["ContactPoint"]


@final
@frozen
class ContactPoint:
    """An office that answers questions on a paper, with the roles to ask for.

    >>> ContactPoint("Overview and Scrutiny", email="scrutiny@worcestershire.gov.uk").telephones
    ()

    *email* and *telephones* are the office's own. A person's own have no place here: they
    outlive the person's time in the post in every copy of the paper.
    """

    office: str
    officers: tuple[Role, ...] = field(default=(), converter=as_tuple, kw_only=True)
    email: str | None = field(default=None, kw_only=True)
    telephones: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("office", self.office)
        check_each("officers", self.officers, Role)
        check_text("email", self.email, optional=True)
        for number in self.telephones:
            check_text("telephones", number)
        if self.email is not None and self.email.count("@") != 1:
            raise FieldValueError("email", self.email, "an e-mail address")
