"""Scorecards to tidy frames and back: one figure a row."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from councilperf._checks import as_member, check_instance, check_text
from councilperf.assessment import find_figure
from councilperf.dataframes._cells import read_number, read_period
from councilperf.dataframes._make_frame import make_frame
from councilperf.dataframes._problems import ColumnProblem
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.errors import CouncilPerfError, FieldTypeError, FieldValueError
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Target
from councilperf.periods import from_pandas
from councilperf.rules import TARGET
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from councilperf.periods import ReportingPeriod

__all__ = ["as_float", "scorecard_from_frame", "scorecard_to_frame"]

_TEXTS = ("reference", "title", "service", "polarity", "unit", "period")


def scorecard_to_frame(scorecard: Scorecard, backend: str | ModuleType) -> Any:  # noqa: ANN401 - a frame of the make that was asked for
    """Write a scorecard as a tidy frame, one figure a row, in the make that is named.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, Target
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> row = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, 42)], [Target(45)])
    >>> frame = scorecard_to_frame(Scorecard("Planning", [row]), "pandas")
    >>> frame[["reference", "period", "value", "target"]].to_dict("records")
    [{'reference': 'H1', 'period': '2019-Q2@04', 'value': 42.0, 'target': 45.0}]

    *backend* is "pandas", "polars", "pyarrow" or the imported package. Figures are floats, which
    stand for the numbers they are shown as; why one is absent is said in `value_reason`, and
    marks and notes have columns too. The target is the one that holds for the row's period. What
    else a scorecard holds (benchmarks, stated levels, parts of a share) stays in it.

    Raises `FieldValueError` for figures and targets that are no plain number of at most 15 digits:
    JSON and CSV hold those.
    """
    check_instance("scorecard", scorecard, Scorecard)
    rows = [_row(row, each) for row in scorecard.rows for each in row.observations]
    kinds: dict[str, Any] = {
        **dict.fromkeys(_TEXTS, nw.String),
        "value": nw.Float64,
        "value_reason": nw.String,
        "marks": nw.String,
        "note": nw.String,
        "target": nw.Float64,
        "target_reason": nw.String,
    }
    columns = {name: [row[name] for row in rows] for name in kinds}
    return make_frame(columns, kinds, backend).to_native()


def _row(row: ScorecardRow, observation: Observation) -> dict[str, str | float | None]:
    indicator, period = row.indicator, observation.period
    at = f"{indicator.reference}, {period}"
    target = find_figure(row, TARGET, period)
    if isinstance(target, Target):
        if target.strict:
            raise FieldValueError(
                "target", f"{at}: {target}", "a target that is met when equalled"
            )
        target = target.aim
    polarity = indicator.polarity
    return {
        "reference": indicator.reference,
        "title": indicator.title,
        "service": indicator.service,
        "polarity": None if isinstance(polarity, Missing) else str(polarity),
        "unit": indicator.unit.name,
        "period": period.code,
        "value": as_float(observation.value, "value", at),
        "value_reason": _reason(observation.value),
        "marks": "; ".join(sorted(observation.marks)),
        "note": observation.note,
        "target": as_float(target, "target", at),
        "target_reason": _reason(target),
    }


def as_float(number: object, field: str, at: str) -> float | None:
    """Return a number as the float that stands for it, `None` for what is missing."""
    if isinstance(number, Missing):
        return None
    if not isinstance(number, Decimal):
        raise FieldValueError(field, f"{at}: {number}", "a plain number; JSON and CSV hold others")
    found = float(number)
    if len(number.normalize().as_tuple().digits) > _MOST_DIGITS or Decimal(repr(found)) != number:
        raise FieldValueError(field, f"{at}: {number}", "a number of at most 15 digits")
    return found


_MOST_DIGITS = 15


def _reason(value: object) -> str | None:
    return value.reason.value if isinstance(value, Missing) else None


def scorecard_from_frame(frame: object, title: str, *, council: str | None = None) -> Scorecard:
    """Read a tidy frame, one figure a row, as a scorecard.

    >>> import pandas as pd
    >>> homes = pd.DataFrame({"reference": "H1", "period": ["Q1 2019-20", "Q2 2019-20"]})
    >>> homes["value"], homes["target"], homes["polarity"] = [38, 42], 45, "higher"
    >>> card = scorecard_from_frame(homes, "Planning")
    >>> [str(each.value) for each in card["H1"].observations], str(card["H1"].targets[0])
    (['38', '42'], '45')

    It takes the columns that `scorecard_to_frame` writes. Needed are `reference`, `value` and
    `period` (a code, text that can be parsed, or a pandas period); a lazy frame is to be collected
    first.

    Raises `ProblemsError` with everything that cannot be read, with its rows: what is no number,
    period, polarity, reason or mark, a figure that is there twice, and an indicator of which
    different things are said.
    """
    check_text("title", title)
    reader = Reader(open_frame(frame), None, None)
    if reader.eager is None:
        raise FieldTypeError("frame", frame, "an eager frame: collect a lazy one first")
    for each in ("reference", "period", "value"):
        reader.require(each)
    for each in ("value", "target"):
        reader.require_digits(each)
    reader.refuse()
    rows = reader.eager.rows(named=True)
    read = _Read(rows)
    for name, how in _COLUMNS.items():
        if name in reader.schema:
            read.column(name, how)
    read.check_repeats()
    reader.problems += read.problems
    reader.refuse()
    return Scorecard(title, read.rows(), council=council)


class _Read:
    """The cells of a frame as values, and what is wrong with them."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.cells = rows
        self.columns: dict[str, list[Any]] = {}
        self.problems: list[ColumnProblem] = []

    def column(self, name: str, how: Callable[[Any], Any]) -> None:
        """Read a column, and note the rows that cannot be read."""
        found: list[Any] = []
        bad: list[str] = []
        said = ""
        for place, row in enumerate(self.cells):
            cell = row[name]
            try:
                found.append(how(None if cell is None or cell != cell else cell))  # noqa: PLR0124 - NaN
            except CouncilPerfError as error:
                bad.append(f"row {place}: {cell!r}")
                said = said or f"cannot be read ({error})"
                found.append(None)
        self.columns[name] = found
        if bad:
            self.problems.append(ColumnProblem(name, said, len(bad), bad[:3]))

    def check_repeats(self) -> None:
        """Note figures that are there twice, and indicators of which two things are said."""
        keys = zip(self.columns["reference"], self.columns["period"], strict=True)
        twice = [key for key, count in Counter(keys).items() if count > 1 and None not in key]
        if twice:
            shown = [f"{reference}, {period}" for reference, period in twice[:3]]
            self.problems.append(
                ColumnProblem("period", "is there twice for one reference", len(twice), shown)
            )
        for name in ("title", "service", "polarity", "unit"):
            said: dict[str, set[str]] = {}
            for reference, each in zip(
                self.columns["reference"], self.columns.get(name, ()), strict=False
            ):
                said.setdefault(reference, set()).add(str(each))
            several = [reference for reference, each in said.items() if len(each) > 1]
            if several:
                shown = [f"{each}: {' and '.join(sorted(said[each]))}" for each in several[:3]]
                self.problems.append(
                    ColumnProblem(name, "says two things of one reference", len(several), shown)
                )

    def rows(self) -> list[ScorecardRow]:
        """Return the rows of the scorecard, in the order in which they are first met."""
        at: dict[str, list[int]] = {}
        for place, reference in enumerate(self.columns["reference"]):
            at.setdefault(reference, []).append(place)
        return [self._row(reference, places) for reference, places in at.items()]

    def _row(self, reference: str, places: list[int]) -> ScorecardRow:
        first = {name: each[places[0]] for name, each in self.columns.items()}
        known: Mapping[str, Any] = {
            name: first[name]
            for name in ("service", "polarity", "unit")
            if first.get(name) is not None
        }
        indicator = Indicator(reference, first.get("title") or reference, **known)
        observations = [
            Observation(
                self.columns["period"][place],
                self._or_reason("value", place),
                marks=self._cell("marks", place) or (),
                note=self._cell("note", place),
            )
            for place in places
        ]
        return ScorecardRow(indicator, observations, self._targets(places))

    def _targets(self, places: list[int]) -> list[Target]:
        if "target" not in self.columns:
            return []
        stated = [self._or_reason("target", place) for place in places]
        unset = Missing(Absence.NO_DATA)
        if len(set(stated)) == 1:
            return [] if stated[0] == unset else [Target(stated[0])]
        periods = (self.columns["period"][place] for place in places)
        return [
            Target(each, period=period)
            for each, period in zip(stated, periods, strict=True)
            if each != unset
        ]

    def _cell(self, name: str, place: int) -> Any:  # noqa: ANN401 - whatever was read
        return self.columns[name][place] if name in self.columns else None

    def _or_reason(self, name: str, place: int) -> Decimal | Missing:
        number: Decimal | Missing = self.columns[name][place]
        why = self._cell(f"{name}_reason", place)
        return why if isinstance(number, Missing) and why is not None else number


def _text(cell: Any) -> str:  # noqa: ANN401 - likewise
    check_text("text", cell)
    return str(cell)


def _maybe(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda cell: None if cell is None or cell == "" else read(cell)


def _period(cell: Any) -> ReportingPeriod:  # noqa: ANN401 - likewise
    if type(cell).__name__ == "Period":
        return from_pandas(cell)
    return read_period(_text(cell))


def _indicator_field(name: str) -> Callable[[Any], Any]:
    """Return what reads a cell as an indicator does."""
    return lambda cell: getattr(Indicator("-", "-", **{name: cell}), name)


def _marks(cell: Any) -> tuple[Mark, ...]:  # noqa: ANN401 - likewise
    return tuple(as_member("marks", each.strip(), Mark) for each in _text(cell).split(";"))


def _reason_said(cell: Any) -> Missing:  # noqa: ANN401 - likewise
    return Missing(as_member("reason", cell, Absence))


_COLUMNS: dict[str, Callable[[Any], Any]] = {
    "reference": _text,
    "period": _period,
    "value": read_number,
    "title": _maybe(_text),
    "service": _maybe(_text),
    "polarity": _maybe(_indicator_field("polarity")),
    "unit": _maybe(_indicator_field("unit")),
    "value_reason": _maybe(_reason_said),
    "marks": _maybe(_marks),
    "note": _maybe(_text),
    "target": read_number,
    "target_reason": _maybe(_reason_said),
}
