"""Columns of figures as whole numbers of one small unit, so that edges are met exactly."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from councilperf.dataframes._truth import Truth, all_true, any_true, not_true
from councilperf.values import scaled_integers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = [
    "MOST_DECIMALS",
    "MOST_IN_INTEGER",
    "UNREADABLE",
    "ColumnKind",
    "Number",
    "NumberColumn",
    "fixed",
    "is_short",
    "kind_of",
]

#: Why a row of a lazy frame is unrated where an eager frame would have been refused.
UNREADABLE = "unreadable"

#: Decimal places that are looked for in an eager frame.
MOST_DECIMALS = 9

# A number of at most 15 digits is the only one of so few digits that its float can stand for, so
# dividing the whole number again proves which decimal number a float was typed as.
_MOST_IN_FLOAT = 10**15
MOST_IN_INTEGER = 2**63 - 1


class ColumnKind(StrEnum):
    """How a column holds its numbers."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    TEXT = "text"


#: The parts of the work of reading a kind of column, each built upon those before.
_PARTS: dict[ColumnKind, tuple[str, ...]] = {
    ColumnKind.INTEGER: ("read",),
    ColumnKind.DECIMAL: ("full", "scaled", "read"),
    ColumnKind.FLOAT: ("full", "scaled", "read"),
    ColumnKind.TEXT: ("plain", "full", "scaled", "read"),
}


def kind_of(dtype: nw.dtypes.DType) -> ColumnKind | None:
    """Say how a column of this type holds numbers, or `None` where it holds none."""
    if dtype.is_integer():
        return ColumnKind.INTEGER
    if dtype.is_decimal():
        return ColumnKind.DECIMAL
    if dtype.is_float() and not is_short(dtype):
        return ColumnKind.FLOAT
    return ColumnKind.TEXT if dtype == nw.String else None


def is_short(dtype: nw.dtypes.DType) -> bool:
    """Say whether a column holds floats of 32 bits or fewer.

    An engine widens the 46.8 in them to 46.799999, which no rule would rate as 46.8.
    """
    return str(dtype) in {"Float16", "Float32"}


@final
class Number(NamedTuple):
    """A figure of every row, as a whole number of one small unit.

    *whole* is 0 where the figure is not *here*; *why_not* says for which reason it is not, and
    exactly one of its conditions holds then.
    """

    whole: nw.Expr
    decimals: int
    here: Truth
    why_not: tuple[tuple[str, Truth], ...] = ()
    #: The number itself, where it is the same for every row.
    constant: Decimal | None = None
    #: What tells it from others in the names of columns that are worked out from it.
    name: str = ""


def fixed(number: Decimal) -> Number:
    """Return one number for every row."""
    (whole,), unit = scaled_integers([number])
    literal, decimals = nw.lit(whole, dtype=nw.Int64), len(str(unit)) - 1
    # Without a full stop, which some engines take for a part of a column.
    name = f"fixed_{whole}_{decimals}_".replace("-", "minus_")
    return Number(literal, decimals, here=True, constant=number, name=name)


@final
@frozen
class NumberColumn:
    """A column that holds numbers, with the decimal places that it holds them to.

    Of a column that was *checked* it is known that every number can be read, and whether there are
    any *nulls* and *nans* at all.
    """

    name: str
    kind: ColumnKind
    decimals: int
    checked: bool = False
    nulls: bool = True
    nans: bool = True
    #: Whether the engine divides by one number by multiplying with its inverse.
    by_inverse: bool = False
    #: Whether the engine rounds a float by way of a decimal number, which takes ten times as long.
    by_decimals: bool = False
    #: What columns that hold parts of the work are called, and which parts they hold.
    prefix: str = ""
    kept: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The greatest whole number that such a column is read to."""
        return MOST_IN_INTEGER if self.kind is ColumnKind.INTEGER else _MOST_IN_FLOAT - 1

    def in_parts(self, prefix: str, most: int) -> tuple[NumberColumn, list[dict[str, nw.Expr]]]:
        """Return the column to be read from columns that hold parts of the work, and those.

        Each part is worked out from those before. Without that, an engine would do a part again
        for whatever is built upon it. A column that was checked has little work to it.
        """
        column = evolve(self, prefix=prefix)
        stages: list[dict[str, nw.Expr]] = []
        for part in () if self.checked else _PARTS[self.kind]:
            work = {
                "plain": column._is_plain,  # noqa: SLF001 - of this very class
                "full": column._full,  # noqa: SLF001 - likewise
                "scaled": column._scaled,  # noqa: SLF001 - likewise
                "read": column._is_read(most),  # noqa: SLF001 - likewise
            }
            stages.append({prefix + part: work[part]})
            column = evolve(column, kept=(*column.kept, part))
        return column, stages

    def _or_kept(self, part: str, worked_out: nw.Expr) -> nw.Expr:
        return nw.col(self.prefix + part) if part in self.kept else worked_out

    @property
    def _full(self) -> nw.Expr:
        """The column with 0 for null, as floats where it is not of integers."""
        column = nw.col(self.name)
        if self.kind is ColumnKind.INTEGER:
            return column.fill_null(0) if self.nulls else column
        if self.kind is ColumnKind.TEXT:
            number = nw.when(self._is_plain).then(self._text).otherwise(nw.lit("0"))
            return self._or_kept("full", number.cast(nw.Float64))
        number = column if self.kind is ColumnKind.FLOAT else column.cast(nw.Float64)
        return self._or_kept("full", number.fill_null(0.0) if self.nulls else number)

    @property
    def _text(self) -> nw.Expr:
        return nw.col(self.name).fill_null("0")

    @property
    def _is_plain(self) -> nw.Expr:
        """Where a text is a plain number of these decimals."""
        places = f"[0-9]{{1,{self.decimals}}}0*"
        pattern = rf"^[+-]?(?:[0-9]+(?:\.(?:{places})?)?|\.{places})$"
        if not self.decimals:
            pattern = r"^[+-]?(?:[0-9]+(?:\.0*)?|\.0+)$"
        # Some engines let a pattern end before a closing line break.
        plain = self._text.str.contains(pattern) & ~self._text.str.contains("\n", literal=True)
        return self._or_kept("plain", plain)

    @property
    def _may_be_nan(self) -> bool:
        return self.nans and self.kind is ColumnKind.FLOAT

    def absent(self) -> Truth:
        """Say where there is nothing: null, or not a number."""
        null: Truth = nw.col(self.name).is_null() if self.nulls else False
        # Asked of a number everywhere: engines do not agree on whether null is NaN.
        nan: Truth = self._full.is_nan() if self._may_be_nan else False
        return any_true([null, nan])

    def whole(self, most: int) -> nw.Expr:
        """Return the whole numbers, 0 for what is absent or cannot be read."""
        number = self._scaled
        if not self.checked or self._may_be_nan:
            number = nw.when(self._is_read(most)).then(number).otherwise(nw.lit(0))
        return number.cast(nw.Int64)

    def unread(self, most: int) -> Truth:
        """Say where something is there that is no finite number of these decimals and size."""
        if self.checked:
            return False
        nan: Truth = self._full.is_nan() if self._may_be_nan else False
        return all_true([~self._is_read(most), not_true(nan)])

    @property
    def _scaled(self) -> nw.Expr:
        if self.kind is ColumnKind.INTEGER:
            return self._full
        number = self._full * 10.0**self.decimals if self.decimals else self._full
        # Far below the size at which floats begin to skip whole numbers.
        whole = (number + 0.5).floor() if self.by_decimals else number.round(0)
        return self._or_kept("scaled", whole)

    def _is_read(self, most: int) -> nw.Expr:
        """Say where the whole number is the number that the column holds; 0 where that is null."""
        scaled, limit = self._scaled, min(most, self.most)
        within = (scaled <= limit) & (scaled >= -limit)
        if self.kind is ColumnKind.TEXT:
            within = within & self._is_plain
        elif self.kind is ColumnKind.FLOAT:
            # Rounded correctly, a division is equal only for the number that was typed.
            within = within & (scaled / self._unit == self._full)
        return self._or_kept("read", within)

    @property
    def _unit(self) -> nw.Expr:
        """The number that is divided by: a column of it, where an engine divides only by those."""
        unit = 10.0**self.decimals
        return self._full * 0.0 + unit if self.by_inverse else nw.lit(unit)

    def read(self, most: int, reasons: Sequence[tuple[str, Truth]]) -> Number:
        """Return the column as a number of each row.

        *reasons* say why a figure is absent. A column that was not checked is read as far as it
        can be, and the rest is unreadable.
        """
        absent, unread = self.absent(), self.unread(most)
        here = all_true([not_true(absent), not_true(unread)])
        if not self.checked:
            null = nw.col(self.name).is_null()
            here = all_true([self._is_read(most), ~null]) if self.nulls else self._is_read(most)
        why_not: dict[str, Truth] = {}
        for reason, where in (
            *((why, all_true([absent, at])) for why, at in reasons),
            (UNREADABLE, unread),
        ):
            why_not[reason] = any_true([why_not.get(reason, False), where])
        return Number(
            self.whole(most),
            self.decimals,
            here,
            tuple(each for each in why_not.items() if each[1] is not False),
        )
