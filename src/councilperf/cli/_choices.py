"""What may be chosen; apart, so that the program says it before it loads what does it."""

from __future__ import annotations

__all__ = [
    "AUDIENCES",
    "FORMATS",
    "PAGE_FORMATS",
    "PAPER_FORMATS",
    "READ_FORMATS",
    "WRITTEN_FORMATS",
]

#: What pages can be written as.
PAGE_FORMATS = ("text", "markdown", "html")
#: What a committee paper can be written as.
PAPER_FORMATS = (*PAGE_FORMATS, "docx")
#: Whom a committee paper is written for; the least that anybody sees comes first.
AUDIENCES = ("public", "members", "officers")
#: What an assessment can be written as.
FORMATS = (*PAGE_FORMATS, "json", "csv", "xlsx")
#: What files are read and written in; a test holds them to the formats that there are.
READ_FORMATS = ("json", "csv", "tidy-csv", "xlsx")
WRITTEN_FORMATS = (*READ_FORMATS, "assessment-xlsx", "assessment-csv", "json-stat", "sdmx-csv")
