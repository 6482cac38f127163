"""Findings: what is wrong in a paper, as records that can be sorted, counted and shown."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import final

from attrs import field, frozen

from councilperf._checks import as_member, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError

__all__ = ["CODE", "Finding", "Remark", "Severity", "as_severity"]

#: How a check is called: words in lower case, joined by hyphens.
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Severity(StrEnum):
    """How grave a finding is.

    >>> [each.value for each in Severity]
    ['error', 'warning', 'note']

    An *error* is wrong whoever reads it. A *warning* is most likely wrong. A *note* is worth a
    look before the paper is published.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def as_severity(value: Severity | str) -> Severity:
    """Read a severity by its word."""
    return as_member("severity", value, Severity)


@final
@frozen
class Remark(Displayed):
    """What a check says of one place in a report: where, what is wrong, what to do.

    >>> Remark("title", "the title is in capitals", "write it in sentence case").path
    'title'

    A check yields remarks; `check` makes findings of them, with the check's code and severity.
    """

    path: str
    message: str
    remedy: str

    def __attrs_post_init__(self) -> None:
        for name in ("path", "message", "remedy"):
            check_text(name, getattr(self, name))


@final
@frozen
class Finding(Displayed):
    """One thing that a check found.

    >>> print(Finding("tally-does-not-add", "error", "tallies[0].total",
    ...               "9 + 13 + 16 + 4 is 42, not 41", "correct a count or the total"))
    error tally-does-not-add at tallies[0].total: 9 + 13 + 16 + 4 is 42, not 41;
        correct a count or the total
    """

    code: str
    severity: Severity = field(converter=as_severity)
    path: str
    message: str
    remedy: str

    def __attrs_post_init__(self) -> None:
        check_text("code", self.code)
        if not CODE.fullmatch(self.code):
            raise FieldValueError("code", self.code, "lower-case words joined by hyphens")
        for name in ("path", "message", "remedy"):
            check_text(name, getattr(self, name))

    def __str__(self) -> str:
        return f"{self.severity.value} {self.code} at {self.path}: {self.message}; {self.remedy}"
