"""The numbers that rules ask for, each read once from its column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import narwhals.stable.v2 as nw

from councilperf.assessment import key_for
from councilperf.dataframes._numbers import UNREADABLE, Number
from councilperf.dataframes._problems import find_rows
from councilperf.dataframes._tolerance import MOST_PERCENT, ToleranceColumn
from councilperf.dataframes._truth import Truth, all_true, any_true, as_expression, not_true
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import FieldValueError
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.rules import Edge, Figure, FigureKind, Rule
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from councilperf.dataframes._reading import Given, Reader

__all__ = ["StagedNumbers"]


@final
class _Used(NamedTuple):
    """A column that is read, and all that is asked of it."""

    #: What the names of our columns of it begin with.
    prefix: str
    #: Why its figures may be absent, by the reason that stands where none is given.
    reasons: dict[Absence, list[tuple[str, Truth]]]
    #: How great its figures are read to; `None` for as great as the rules leave room for.
    most: list[Fraction | None]


class StagedNumbers:
    """The numbers that rules ask for, each read once from its column into columns of our own."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._used: dict[str, _Used] = {}

    def number(self, given: Given, field: str, absent: Absence) -> Number:
        read = self.reader.number(given, field, absent)
        return self._staged(read, absent) if isinstance(read, str) else read

    def figure(self, figure: Figure, given: Mapping[Figure, Given], *, gone: bool) -> Number:
        """Return one of the rule's figures; an earlier one may be simply *gone*, for no reason."""
        if figure.kind is FigureKind.CONSTANT:
            return self.number(figure.of, "constant", Absence.NO_TARGET)
        absent = _absent(figure)
        read = self.number(given.get(figure), figure.kind.value, absent)
        if gone and figure.kind.is_earlier:
            where = not_true(read.here)
            unreadable = [each for each in read.why_not if each[0] not in _ABSENCES]
            nowhere = all_true([where, not_true(any_true(at for _, at in unreadable))])
            return read._replace(why_not=(*unreadable, (absent.value, nowhere)))
        return read

    def tolerance(self, given: str | Tolerance | None, *, percent: bool) -> ToleranceColumn:
        """Return each row's own tolerance."""
        if given is None:
            return ToleranceColumn(None)
        if isinstance(given, Tolerance):
            size = self.number(given.size, "tolerance", Absence.EDGE_UNSTATED)
            return ToleranceColumn(size, given.basis)
        read = self.reader.number(given, "tolerance", Absence.EDGE_UNSTATED)
        size = self._staged(str(read), Absence.EDGE_UNSTATED, MOST_PERCENT if percent else None)
        negative = size.whole < 0
        if self.reader.eager is None:
            unread = all_true([size.here, negative])
            size = size._replace(
                here=all_true([size.here, ~negative]),
                why_not=(*size.why_not, (UNREADABLE, unread)),
            )
        elif given in self.reader.columns:
            column = self.reader.columns[given]
            less = column.whole(column.most) < 0
            self.reader.problems += find_rows(
                self.reader.eager, column.name, less, "holds a tolerance below 0", shown=given
            )
        return ToleranceColumn(size, ToleranceBasis.PERCENT if percent else ToleranceBasis.AMOUNT)

    def _staged(self, name: str, absent: Absence, most: Fraction | None = None) -> Number:
        column = self.reader.columns.get(name)
        if column is None:
            return Number(nw.lit(0), 0, here=False)
        used = self._used.setdefault(name, _Used(f"{PREFIX}{len(self._used)}_", {}, []))
        reasons = used.reasons.setdefault(absent, self.reader.reasons(name, absent))
        used.most.append(most)
        shape = column.read(1, reasons)
        here: Truth = shape.here if shape.here is True else nw.col(f"{used.prefix}here")
        why: list[tuple[str, Truth]] = [
            (reason, nw.col(f"{used.prefix}{absent}_{reason}")) for reason, _ in shape.why_not
        ]
        if len(why) == 1:
            why = [(why[0][0], not_true(here))]
        whole = nw.col(f"{used.prefix}whole")
        return Number(whole, column.decimals, here, tuple(why), name=used.prefix)

    def stages(self, most: Fraction) -> list[dict[str, nw.Expr]]:
        """Return the columns to begin with, of figures that are at most so great."""
        stages: list[dict[str, nw.Expr]] = []
        last: dict[str, nw.Expr] = {}
        for name, used in self._used.items():
            column = self.reader.columns[name]
            unit = 10**column.decimals
            limits = [int((most if own is None else own) * unit) for own in used.most]
            limit = min(*limits, column.most)
            if limit < 1:
                raise FieldValueError(
                    "rules", name, "figures and allowances of fewer decimals: nothing would fit"
                )
            self.reader.beyond(name, limit)
            column, parts = column.in_parts(used.prefix, limit)
            stages += [{} for _ in range(len(parts) - len(stages))]
            for stage, part in zip(stages, parts, strict=False):
                stage.update(part)
            for absent, reasons in used.reasons.items():
                read = column.read(limit, reasons)
                last[f"{used.prefix}whole"] = read.whole
                if read.here is not True:
                    last[f"{used.prefix}here"] = as_expression(read.here)
                for reason, where in read.why_not if len(read.why_not) > 1 else ():
                    last[f"{used.prefix}{absent}_{reason}"] = as_expression(where)
        return [*stages, last]


_ABSENCES = frozenset(each.value for each in Absence)


def _absent(figure: Figure) -> Absence:
    """Return the reason that a figure nobody gave is missing for, as rating one by one says it."""
    rule = Rule("any", {"green": Edge(figure)}, otherwise="red")
    return key_for(rule, polarity=Polarity.HIGHER).lines[0].missing[0].reason
