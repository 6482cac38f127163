"""Implications: what a paper says would follow from it, kind by kind."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import as_member, check_text
from councilperf.errors import FieldValueError

__all__ = ["Implication", "ImplicationStatus"]


class ImplicationStatus(StrEnum):
    """What a paper says under one heading of implications.

    >>> ImplicationStatus("none_identified")
    <ImplicationStatus.NONE_IDENTIFIED: 'none_identified'>

    Somebody looked and found none; somebody held that the heading does not apply; the heading is
    there and nothing was said: three different things.
    """

    IDENTIFIED = "identified"
    NONE_IDENTIFIED = "none_identified"
    NOT_APPLICABLE = "not_applicable"
    NOT_STATED = "not_stated"


def _as_status(value: ImplicationStatus | str) -> ImplicationStatus:
    return as_member("status", value, ImplicationStatus)


@final
@frozen
class Implication:
    """What a paper says of one kind of implication, such as legal, finance or equality.

    >>> Implication("Risk management", "Some measures carry risks, such as growing demand").status
    <ImplicationStatus.IDENTIFIED: 'identified'>
    >>> Implication("Legal", status="none_identified").text is None
    True

    An implication that was identified has a text. Where none was, the text may add to that.
    """

    kind: str
    text: str | None = None
    status: ImplicationStatus = field(
        default=ImplicationStatus.IDENTIFIED, converter=_as_status, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        check_text("kind", self.kind)
        check_text("text", self.text, optional=True)
        if self.status is ImplicationStatus.IDENTIFIED and self.text is None:
            raise FieldValueError(
                "text", self.text, "what was identified, or another status than 'identified'"
            )
        if self.status is ImplicationStatus.NOT_STATED and self.text is not None:
            raise FieldValueError("status", self.status.value, "another status beside a text")
