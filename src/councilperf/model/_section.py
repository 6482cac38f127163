"""Sections: what a paper says under headings that have no home of their own."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf._checks import check_text

__all__ = ["Section"]


@final
@frozen
class Section:
    """A heading of the paper and what stands under it.

    >>> Section("Consultation and engagement", "Not applicable.").heading
    'Consultation and engagement'
    """

    heading: str
    text: str

    def __attrs_post_init__(self) -> None:
        check_text("heading", self.heading)
        check_text("text", self.text)
