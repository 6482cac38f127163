"""Wards: which part of its area a paper is about."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_text
from councilperf.errors import FieldValueError

__all__ = ["ALL_WARDS", "Wards"]


@final
@frozen
class Wards:
    """The wards affected: those named, or all of them where none is named.

    >>> str(Wards(["Crewe East", "Crewe West"])), str(ALL_WARDS), str(Wards(words="Borough-wide"))
    ('Crewe East, Crewe West', 'All wards', 'Borough-wide')

    *words* is how the paper says "all wards".
    """

    names: tuple[str, ...] = field(default=(), converter=as_tuple)
    words: str = field(default="All wards", kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_each("names", self.names, str)
        check_text("words", self.words)
        for name in self.names:
            check_text("names", name)
        if len(set(self.names)) < len(self.names):
            raise FieldValueError("names", self.names, "each ward once only")

    def __str__(self) -> str:
        return ", ".join(self.names) or self.words


#: The whole of the council's area.
ALL_WARDS = Wards()
