"""Limits on what is read from anywhere, so that no file can use up the machine."""

from __future__ import annotations

from typing import final

from attrs import fields, frozen

from councilperf._checks import check_whole

__all__ = ["LIMITS", "Limits"]


@final
@frozen(kw_only=True)
class Limits:
    """The most that a file may hold before it is refused; a refusal names the limit.

    >>> Limits(rows=500).rows, Limits().columns
    (500, 16384)

    *size* counts bytes or characters of the whole file; of a workbook also what is read of it
    unpacks to, and the text of its cells. *cell* counts the characters of one cell or one JSON
    text, *cells* those of a workbook's sheet with the blank ones between others, *depth* how deep
    a JSON document may be nested, *expansion* how many times larger than itself a workbook may
    unpack to.
    """

    size: int = 64 * 2**20
    rows: int = 1_048_576
    columns: int = 16_384
    cell: int = 100_000
    cells: int = 5_000_000
    depth: int = 200
    expansion: int = 200

    def __attrs_post_init__(self) -> None:
        for each in fields(Limits):
            check_whole(each.name, getattr(self, each.name), 1, 2**40)


LIMITS = Limits()
