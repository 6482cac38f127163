"""Reading a frame's columns: what kind each is, to how many decimals, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals.stable.v2 as nw
from attrs import evolve

from councilperf._checks import check_text, check_whole
from councilperf.dataframes._numbers import (
    MOST_DECIMALS,
    UNREADABLE,
    ColumnKind,
    Number,
    NumberColumn,
    fixed,
    is_short,
    kind_of,
)
from councilperf.dataframes._polarity import PolarityColumn, column_of_words, one_polarity
from councilperf.dataframes._problems import ColumnProblem, find_rows
from councilperf.dataframes._truth import Truth, any_true, not_true
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import CouncilPerfError, FieldTypeError, ProblemsError
from councilperf.model import Polarity
from councilperf.values import Absence, Missing, exact_decimal, number_or_missing, shown_decimals

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = ["Decimals", "Frame", "Given", "Reader", "open_frame"]

Frame: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any]"
#: A column's name, or what is the same for every row.
Given: TypeAlias = "str | NumberInput | Missing | None"
#: How many decimals figures have, in all columns or in each.
Decimals: TypeAlias = "int | Mapping[str, int] | None"

_HEAD = 100
_NUMPY_INTEGERS = frozenset({"int64", "uint64"})
_MOST_IN_FLOAT = 2**53


def open_frame(frame: object) -> Frame:
    """Open a frame of any make."""
    try:
        return nw.from_native(frame)
    except TypeError:
        raise FieldTypeError(
            "frame", frame, "a data frame that narwhals reads: Polars, pandas, PyArrow, DuckDB, …"
        ) from None


class Reader:
    """Reads the columns of one frame, and collects what is wrong with them."""

    def __init__(
        self, frame: Frame, decimals: Decimals, missing: Mapping[str, str] | None
    ) -> None:
        self.frame = frame
        self.schema = frame.collect_schema()
        self.names = self.schema.names()
        self.decimals = decimals
        self.missing = dict(missing or {})
        self.problems: list[ColumnProblem] = []
        self.columns: dict[str, NumberColumn] = {}
        if isinstance(decimals, int):
            check_whole("decimals", decimals, 0, MOST_DECIMALS)
        for name, each in decimals.items() if isinstance(decimals, Mapping) else ():
            check_whole(f"decimals[{name!r}]", each, 0, MOST_DECIMALS)

    @property
    def eager(self) -> nw.DataFrame[Any] | None:
        """The frame, where its rows can be looked at before the work begins."""
        return self.frame if isinstance(self.frame, nw.DataFrame) else None

    @property
    def make(self) -> str:
        """The frame's make in words: "polars", "polars, lazy", …."""
        name = self.frame.implementation.value
        return name if self.eager is not None else f"{name}, lazy"

    def keeps_digits(self, name: str) -> None:
        """Note whole numbers that would be rounded where a join leaves gaps between them."""
        frame = self.eager
        if frame is None:
            return
        if str(getattr(frame.get_column(name).to_native(), "dtype", "")) in _NUMPY_INTEGERS:
            great = (nw.col(name) > _MOST_IN_FLOAT) | (nw.col(name) < -_MOST_IN_FLOAT)
            self.problems += find_rows(
                frame,
                name,
                great,
                "would lose digits, since pandas makes floats of whole numbers where one is "
                "missing (convert_dtypes() keeps them),",
            )

    @property
    def _by_inverse(self) -> bool:
        return self.frame.implementation.is_polars()

    def refuse(self) -> None:
        """Raise everything that was found to be wrong."""
        if self.problems:
            raise ProblemsError(tuple(self.problems))

    def require(self, name: str, instead: str = "") -> bool:
        """Say whether there is such a column; where there is none, note it and what to do."""
        if name in self.schema:
            return True
        there = ", ".join(repr(each) for each in self.names if not each.startswith(PREFIX))
        problem = ColumnProblem(name, f"is not there; the frame has {there}{instead}")
        if problem not in self.problems:
            self.problems.append(problem)
        return False

    def require_digits(self, name: str) -> None:
        """Note a column of floats too short to tell which decimals were meant."""
        dtype = self.schema.get(name)
        if dtype is not None and is_short(dtype):
            text = "in which 46.8 is 46.799999; cast it to Float64 and round it, or to text"
            self.problems.append(ColumnProblem(name, f"holds {dtype}, {text}"))

    def number(self, given: Given, field: str, absent: Absence) -> Number | str:
        """Return one number for every row, or the name of the column that holds one for each."""
        if isinstance(given, str):
            self._column(given)
            return given
        read = number_or_missing(given, field=field)
        if given is None:
            read = Missing(absent)
        if isinstance(read, Missing):
            none = nw.lit(0, dtype=nw.Int64)
            return Number(none, 0, here=False, why_not=((read.reason.value, True),))
        return fixed(read)

    def _column(self, name: str) -> None:
        if name in self.columns or not self.require(name):
            return
        dtype = self.schema[name]
        kind = kind_of(dtype)
        if kind is None and dtype == nw.Object and self.eager is not None:
            self._from_objects(name, self.eager)
        elif is_short(dtype):
            self.require_digits(name)
        elif kind is None:
            self.problems.append(ColumnProblem(name, f"holds {dtype}, which is no number"))
        elif self.eager is not None:
            self._checked(name, kind, self.eager)
        else:
            self._unchecked(name, kind)

    def _stated(self, name: str, kind: ColumnKind) -> int | None:
        if kind is ColumnKind.INTEGER:
            return 0
        if kind is ColumnKind.DECIMAL:
            return int(getattr(self.schema[name], "scale"))  # noqa: B009 - only decimals have it
        if isinstance(self.decimals, Mapping):
            return self.decimals.get(name)
        return self.decimals

    def _unchecked(self, name: str, kind: ColumnKind) -> None:
        decimals = self._stated(name, kind)
        if decimals is None:
            self.problems.append(
                ColumnProblem(name, "is lazy: give decimals=, how many its figures have at most")
            )
            return
        self.columns[name] = NumberColumn(
            name,
            kind,
            decimals,
            by_inverse=self._by_inverse,
            by_decimals=self.frame.implementation.is_pyspark(),
        )

    def _checked(self, name: str, kind: ColumnKind, frame: nw.DataFrame[Any]) -> None:
        nulls = bool(frame.get_column(name).is_null().any())
        stated = self._stated(name, kind)
        tried = NumberColumn(name, kind, stated or 0, nulls=nulls, by_inverse=self._by_inverse)
        if kind is ColumnKind.INTEGER:
            self.columns[name] = NumberColumn(name, kind, 0, checked=True, nulls=nulls)
            return
        guesses = [stated] if stated is not None else self._guesses(name, frame)
        fewest: int | None = None
        for decimals in guesses:
            column = evolve(tried, decimals=decimals)
            unread = self._count(frame, column.unread(column.most))
            if fewest is None or unread < fewest:
                fewest, tried = unread, column
            if not unread:
                break
        if fewest:
            self.problems += find_rows(
                frame, name, tried.unread(tried.most), _no_number(tried.decimals)
            )
            return
        nans = kind is ColumnKind.FLOAT and self._count(frame, tried.absent()) > 0
        self.columns[name] = evolve(tried, checked=True, nans=nans)

    def _guesses(self, name: str, frame: nw.DataFrame[Any]) -> list[int]:
        """Return the decimals to try, from what the first figures show."""
        first = 0
        for each in frame.get_column(name).drop_nulls().head(_HEAD).to_list():
            try:
                first = max(first, shown_decimals(exact_decimal(each).normalize()))
            except CouncilPerfError:
                continue
        first = min(first, MOST_DECIMALS)
        return list(range(first, MOST_DECIMALS + 1))

    def _count(self, frame: nw.DataFrame[Any], where: Truth) -> int:
        if isinstance(where, bool):  # pragma: no cover (no kind of column is all or nothing yet)
            return len(frame) if where else 0
        return int(frame.select(where.sum().alias(PREFIX + "count")).item())

    def _from_objects(self, name: str, frame: nw.DataFrame[Any]) -> None:
        """Read a column of Python objects one by one, as a column of text."""
        texts: list[str | None] = []
        bad: list[str] = []
        for row, each in enumerate(frame.get_column(name).to_list()):
            try:
                read = number_or_missing(each)
            except CouncilPerfError:
                bad.append(f"row {row}: {each!r}")
                read = Missing(Absence.NO_DATA)
            texts.append(f"{read.normalize():f}" if isinstance(read, Decimal) else None)
        if bad:
            self.problems.append(ColumnProblem(name, "holds no number", len(bad), bad[:3]))
            return
        written = PREFIX + name
        series = nw.new_series(written, texts, nw.String, backend=frame.implementation)
        self.frame = frame = frame.with_columns(series)
        self.schema = frame.collect_schema()
        self._checked(written, ColumnKind.TEXT, frame)
        if written in self.columns:  # pragma: no branch (texts made of numbers are read)
            self.columns[name] = self.columns[written]

    def beyond(self, name: str, most: int) -> None:
        """Note the rows whose figures are too great to be compared exactly."""
        column = self.columns[name]
        if self.eager is None or most >= column.most:
            return
        whole = column.whole(column.most)
        greatest = Decimal(most).scaleb(-column.decimals)
        self.problems += find_rows(
            self.eager,
            column.name,
            (whole > most) | (whole < -most),
            f"is beyond {greatest:f}, the greatest figure that can be compared exactly here: "
            f"give it fewer decimals or a larger unit",
            shown=name,
        )

    def reasons(self, name: str, absent: Absence) -> list[tuple[str, Truth]]:
        """Return why a column's figures are absent, by the column that says so if there is one."""
        beside = self.missing.get(name)
        if beside is None or not self.require(beside):
            return [(absent.value, True)]
        text = nw.col(beside).cast(nw.String).fill_null("")
        known = [each.value for each in Absence]
        unstated = text == ""
        unknown = not_true(any_true([unstated, text.is_in(known)]))
        if self.eager is not None:
            allowed = "holds no reason for absence; the reasons are " + ", ".join(known)
            self.problems += find_rows(self.eager, beside, unknown, allowed)
            present = set(self.eager.get_column(beside).cast(nw.String).unique().to_list())
            known = [each for each in known if each in present]
        reasons: list[tuple[str, Truth]] = [(each, text == each) for each in known]
        if self.eager is None:
            reasons.append((UNREADABLE, unknown))
        return [*reasons, (absent.value, unstated)]

    def require_polarity(self, name: str) -> bool:
        """Say whether there is a column of polarities; a polarity itself may have been meant."""
        check_text("polarity", name)
        try:
            meant = f"Polarity.{Polarity.parse(name).name}"
        except CouncilPerfError:
            meant = "a Polarity, such as Polarity.LOWER"
        return self.require(name, f"; for all rows alike give {meant}")

    def polarity(self, given: str | Polarity) -> PolarityColumn:
        """Return which way is better, in every row."""
        if isinstance(given, Polarity):
            return one_polarity(given)
        if not self.require_polarity(given):
            return one_polarity(Polarity.HIGHER)
        if self.eager is None:
            keys = {each.value: each for each in Polarity}
            return column_of_words(given, keys, nulls=True, checked=False)
        words: dict[str, Polarity] = {}
        unknown: list[str] = []
        column = self.eager.get_column(given).cast(nw.String)
        for word in column.drop_nulls().unique().sort().to_list():
            try:
                words[word] = Polarity.parse(word)
            except CouncilPerfError:
                unknown.append(word)
        if unknown:
            where = nw.col(given).cast(nw.String).fill_null("").is_in(unknown)
            allowed = "says no polarity ('higher is better', 'lower is better', 'range', 'none')"
            self.problems += find_rows(self.eager, given, where, allowed)
        return column_of_words(given, words, nulls=bool(column.is_null().any()), checked=True)


def _no_number(decimals: int) -> str:
    return (
        f"holds no plain number of at most {decimals} decimals and 15 digits "
        "(round it, or bring it as Decimal)"
    )
