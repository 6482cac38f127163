"""A table as CSV, for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf._checks import check_flag, check_instance
from councilperf.formats._csv._text import write_csv
from councilperf.formats._sheet._defused import defused
from councilperf.tables import Table

if TYPE_CHECKING:
    from councilperf.tables import Cell

__all__ = ["write_table_csv"]


def write_table_csv(table: Table, *, excel: bool = True) -> bytes:
    r"""Write a table as CSV that spreadsheets open rightly: headers, then rows.

    >>> from councilperf.tables import Cell
    >>> rows = [["Homes", Cell("1,042", number=1042)], ["=1+1", Cell("n/a")]]
    >>> table = Table("Scorecard", ["Measure", "Value"], rows)
    >>> write_table_csv(table, excel=False).decode()
    "Measure,Value\nHomes,1042\n'=1+1,n/a\n"

    Figures are bare numbers, words stand without their symbols, and text that a spreadsheet would
    run as a formula is defused by an apostrophe. Caption and notes are left out. With *excel* it
    has the byte order mark and line ends that Excel knows; without, neither.
    """
    check_instance("table", table, Table)
    check_flag("excel", excel)
    header = [defused(each.header) for each in table.columns]
    return write_csv(
        [header, *([_field(cell) for cell in row] for row in table.rows)], excel=excel
    )


def _field(cell: Cell) -> str:
    return defused(cell.text) if cell.number is None else f"{cell.number:f}"
