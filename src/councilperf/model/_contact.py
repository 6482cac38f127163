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
    """The office or the roles that answer questions on a paper.

    >>> ContactPoint("Overview and Scrutiny", email="scrutiny@worcestershire.gov.uk").telephones
    ()

    *email* and *telephones* are the office's own, so they are refused without an *office*. A
    person's own have no place here: in every copy of the paper they outlive the person's time in
    the post.
    """

    office: str | None = None
    officers: tuple[Role, ...] = field(default=(), converter=as_tuple, kw_only=True)
    email: str | None = field(default=None, kw_only=True)
    telephones: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("office", self.office, optional=True)
        check_each("officers", self.officers, Role)
        check_text("email", self.email, optional=True)
        for number in self.telephones:
            check_text("telephones", number)
        if self.email is not None and self.email.count("@") != 1:
            raise FieldValueError("email", self.email, "an e-mail address")
        if self.office is None and not self.officers:
            raise FieldValueError("office", None, "an office, or the officers to ask for")
        if self.office is None and (self.email or self.telephones):
            raise FieldValueError("office", None, "the office that the address or number is of")
