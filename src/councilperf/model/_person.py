"""Persons: the office-holders that a paper names, where it names them."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import check_text

__all__ = ["Person"]


@final
@frozen
class Person:
    """Somebody who holds a role, by the name that the paper prints.

    >>> from councilperf.model import Role
    >>> Role("Author", Person("A. N. Officer", popolo_id="officer-1")).person.name
    'A. N. Officer'

    There is no place for a person's address, e-mail or telephone number: these belong to an
    office (`ContactPoint`). *popolo_id* is the person's identifier in a Popolo data set.
    """

    name: str
    popolo_id: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_text("popolo_id", self.popolo_id, optional=True)

    def __str__(self) -> str:
        return self.name
