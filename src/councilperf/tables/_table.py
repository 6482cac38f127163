"""One plain table, from which every file and every page is made."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_flag, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.tables._trend_line import TrendLine
from councilperf.values import exact_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf._typing import NumberInput

__all__ = ["Cell", "Column", "Table"]


def _as_number(value: NumberInput | None) -> Decimal | None:
    return None if value is None else exact_decimal(value, field="number")


@final
@frozen
class Cell:
    """What stands in one place of a table: its words, then a symbol, then a colour.

    >>> Cell("Amber", symbol="▲", colour="amber").text
    'Amber'

    The words say everything; *symbol* and *colour* only repeat it for those who can see them.
    *number* is the figure that the words show, for spreadsheets. *trend* is what a page may draw
    in place of words that describe it; whatever cannot draw writes the words.
    """

    text: str = ""
    symbol: str = field(default="", kw_only=True)
    colour: str = field(default="", kw_only=True)
    number: Decimal | None = field(default=None, converter=_as_number, kw_only=True)
    trend: TrendLine | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name in ("text", "symbol", "colour"):
            if not isinstance(getattr(self, name), str):
                raise FieldTypeError(name, getattr(self, name), "text, or '' for none")
        check_instance("trend", self.trend, TrendLine, optional=True)
        if (self.symbol or self.colour or self.trend) and not self.text.strip():
            raise FieldValueError(
                "text",
                self.text,
                "words beside a symbol, colour or trend: not all see those",
            )

    def __str__(self) -> str:
        return f"{self.text} {self.symbol}" if self.symbol else self.text


@final
@frozen
class Column:
    """A column's header, and whether figures stand in it, which are set to the right.

    >>> Column("Target", numeric=True).header
    'Target'
    """

    header: str
    numeric: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("header", self.header)
        check_flag("numeric", self.numeric)


# These take `Any` because mypy's attrs plugin cannot solve a union inside a converter's argument.


def _as_columns(columns: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(Column(each) if isinstance(each, str) else each for each in as_tuple(columns))


def _as_rows(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(
        tuple(Cell(each) if isinstance(each, str) else each for each in as_tuple(row))
        for row in as_tuple(rows)
    )


@final
@frozen
class Table(Displayed):
    """A caption, columns, and rows of cells; notes stand below.

    >>> table = Table("Red indicators", ["Reference", "Measure"], [["R3", "Appeals won"]])
    >>> table.columns[1].header, table.rows[0][1].text
    ('Measure', 'Appeals won')

    The first column names the rows, so a screen reader says it with every cell. There are no
    merged cells. Plain text will do for a column or a cell.

    Raises `FieldValueError` for a row that has not one cell for each column.
    """

    caption: str
    columns: tuple[Column, ...] = field(converter=_as_columns)
    rows: tuple[tuple[Cell, ...], ...] = field(converter=_as_rows)
    notes: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("caption", self.caption)
        check_each("columns", self.columns, Column)
        check_each("notes", self.notes, str)
        if not self.columns:
            raise FieldValueError("columns", self.columns, "a column or more")
        for place, row in enumerate(self.rows):
            check_instance(f"rows[{place}]", row, tuple)
            check_each(f"rows[{place}]", row, Cell)
            if len(row) != len(self.columns):
                headers = tuple(each.header for each in self.columns)
                raise FieldValueError(
                    f"rows[{place}]",
                    tuple(str(each) for each in row),
                    f"a cell for each of {headers}",
                )
