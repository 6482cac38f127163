"""A table as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from councilperf._checks import check_instance
from councilperf.formats._defused import defused
from councilperf.tables import Table

if TYPE_CHECKING:
    from councilperf.tables import Cell

__all__ = ["write_table_csv"]


def write_table_csv(table: Table) -> bytes:
    r"""Write a table as CSV that spreadsheets open rightly: headers, then rows.

    >>> from councilperf.tables import Cell
    >>> rows = [["Homes", Cell("1,042", number=1042)], ["=1+1", Cell("n/a")]]
    >>> write_table_csv(Table("Scorecard", ["Measure", "Value"], rows)).decode("utf-8-sig")
    "Measure,Value\r\nHomes,1042\r\n'=1+1,n/a\r\n"

    Figures are bare numbers, words stand without their symbols, and text that a spreadsheet would
    run as a formula is defused by an apostrophe. Caption and notes are left out. It is UTF-8 with
    the mark by which Excel knows it.
    """
    check_instance("table", table, Table)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([defused(each.header) for each in table.columns])
    writer.writerows([[_field(cell) for cell in row] for row in table.rows])
    return stream.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    return defused(cell.text) if cell.number is None else f"{cell.number:f}"
