"""What the rows of one indicator say together, and the indicator that it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from councilperf.errors import FieldValueError
from councilperf.formats._csv._tidy_columns import TidyColumn
from councilperf.formats._sheet._cells import UnreadableError, read_number
from councilperf.formats._sheet._scorecard_rows import is_of_unit
from councilperf.formats._sheet._words import normalised
from councilperf.model import Indicator, Polarity, ScorecardRow, Tolerance, Unit
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from councilperf.formats._csv._tidy_row import TidyFindings
    from councilperf.model import Benchmark, Observation, StatedLevel, Target
    from councilperf.periods import ReportingPeriod

__all__ = ["Gathered", "row_of"]


class Gathered:
    """What all rows of one indicator, or of the scorecard, say."""

    def __init__(self, number: int) -> None:
        self.number = number
        #: Each fact with the row that stated it first.
        self.facts: dict[TidyColumn, tuple[str, int]] = {}
        #: Units that were typed with figures, each with its row, place and cell.
        self.affixes: dict[str, tuple[int, int, str]] = {}
        self.implied: dict[Polarity, tuple[int, int, str]] = {}
        self.comments: list[tuple[ReportingPeriod | None, str]] = []
        self.observations: dict[ReportingPeriod, Observation] = {}
        #: Each target before those that it superseded, the latest first.
        self.targets: list[list[Target]] = []
        self._kept: set[Target] = set()
        self.benchmarks: list[Benchmark] = []
        self.stated: list[StatedLevel] = []

    def text(self, column: TidyColumn) -> str | None:
        """Return a fact, or `None` where no row states it."""
        stated = self.facts.get(column)
        return None if stated is None else stated[0]

    def keep_once(self, targets: Iterable[Target]) -> None:
        """Keep targets that may be repeated in each of many rows."""
        new = [each for each in dict.fromkeys(targets) if each not in self._kept]
        self._kept.update(new)
        self.targets += [[each] for each in new]

    def last_comment(self) -> str | None:
        """Return what was said for the last period that something was said for."""
        if not self.comments:
            return None
        return max(self.comments, key=lambda each: each[0].sort_key if each[0] else -1)[1]


def row_of(gathered: Gathered, findings: TidyFindings) -> ScorecardRow | None:
    """Build the row of an indicator, or keep what is wrong with it."""
    indicator = _indicator(gathered, findings)
    if indicator is None:
        return None
    return findings.built(
        gathered.number,
        ScorecardRow,
        indicator,
        gathered.observations.values(),
        [_superseding(each) for each in gathered.targets],
        benchmarks=gathered.benchmarks,
        benchmark_text=gathered.text(TidyColumn.BENCHMARK_TEXT),
        stated=gathered.stated,
        commentary=gathered.text(TidyColumn.COMMENTARY) or gathered.last_comment(),
    )


def _superseding(targets: list[Target]) -> Target:
    """Chain a target to those that it superseded, the latest first."""
    whole, *earlier = reversed(targets)
    for each in earlier:
        whole = evolve(each, supersedes=whole)
    return whole


_TEXTS = {
    "service": TidyColumn.SERVICE,
    "priority": TidyColumn.PRIORITY,
    "portfolio": TidyColumn.PORTFOLIO,
    "officer": TidyColumn.OFFICER,
    "frequency": TidyColumn.FREQUENCY,
    "note": TidyColumn.DEFINITION,
}


def _indicator(gathered: Gathered, findings: TidyFindings) -> Indicator | None:
    title = gathered.text(TidyColumn.TITLE)
    if title is None:
        remedy = "say in one of its rows what the indicator measures"
        findings.fail(gathered.number, -1, "", "no row of the indicator has its title", remedy)
        return None
    problems = len(findings)
    tags = (each.strip() for each in (gathered.text(TidyColumn.TAGS) or "").split(";"))
    fields = {
        "polarity": _polarity(gathered, findings),
        "unit": _unit(gathered, findings),
        "tolerance": _tolerance(gathered, findings),
        "best_possible": _best_possible(gathered, findings),
    }
    if len(findings) > problems:
        return None
    return findings.built(
        gathered.number,
        Indicator,
        gathered.text(TidyColumn.REFERENCE),
        title,
        **fields,
        kind=gathered.text(TidyColumn.KIND) or "indicator",
        tags=[each for each in tags if each],
        **{name: gathered.text(column) for name, column in _TEXTS.items()},
    )


def _fail(
    gathered: Gathered, findings: TidyFindings, column: TidyColumn, message: str, remedy: str
) -> None:
    text, number = gathered.facts[column]
    findings.fail(number, findings.columns.places[column], text, message, remedy)


_NOT_STATED = re.compile(r"(?:not stated|unstated)(?::\s*(?P<reason>.+))?")
_REASONS = {each.words: each for each in Absence}


def _polarity(gathered: Gathered, findings: TidyFindings) -> Polarity | Missing:
    text = gathered.text(TidyColumn.POLARITY)
    note = gathered.text(TidyColumn.POLARITY_NOTE) or ""
    if text is None or normalised(text) in _BLANK:
        if text is None and not note and gathered.implied:
            return _implied(gathered, findings)
        return Missing(Absence.NO_POLARITY, note=note)
    unstated = _NOT_STATED.fullmatch(normalised(text))
    if unstated is not None and unstated["reason"] in (None, *_REASONS):
        reason = _REASONS.get(unstated["reason"], Absence.NO_POLARITY)
        return Missing(reason, note=note)
    try:
        polarity = Polarity.parse(text)
    except FieldValueError as error:
        message = "it does not say which way is better in words known here"
        _fail(gathered, findings, TidyColumn.POLARITY, message, f"write {error.allowed}")
        return Missing(Absence.NO_POLARITY)
    for implied, (number, place, cell) in gathered.implied.items():
        if {implied, polarity} == _ONE_WAY:
            message = f"it says that {implied.value} is better, where the row says otherwise"
            findings.fail(
                number, place, cell, message, "turn the sign round, or mend the polarity"
            )
    return polarity


_BLANK = frozenset({"-", "–", "—"})
_ONE_WAY = {Polarity.HIGHER, Polarity.LOWER}


def _implied(gathered: Gathered, findings: TidyFindings) -> Polarity | Missing:
    """Take which way is better from inequalities and ranges that were typed as targets."""
    first, *others = gathered.implied
    if others:
        number, place, cell = gathered.implied[others[0]]
        message = f"it says that {others[0].value} is better, where another target says otherwise"
        findings.fail(number, place, cell, message, "state the polarity in a column of its own")
        return Missing(Absence.NO_POLARITY)
    findings.note("which way is better is read from inequalities in targets", gathered.number)
    return first


def _unit(gathered: Gathered, findings: TidyFindings) -> Unit | str:
    name = gathered.text(TidyColumn.UNIT)
    if name is not None and normalised(name) not in _NO_UNIT:
        parts = [gathered.text(each) for each in _UNIT_PARTS]
        try:
            if any(each is not None for each in parts):
                return Unit(name, *(each or "" for each in parts))
            unit = Unit.parse(name)
        except FieldValueError as error:
            _fail(gathered, findings, TidyColumn.UNIT, "it is no unit", f"give {error.allowed}")
            return "number"
    else:
        units = {Unit.parse(affix): where for affix, where in gathered.affixes.items()}
        if not units:
            return "number"
        unit = next(iter(units))
        text = f"units are read from the figures' cells ({unit.name!r})"
        findings.note(text, gathered.number)
    for affix, (number, place, cell) in gathered.affixes.items():
        if not is_of_unit(affix, unit):
            message = f"its unit {affix!r} is not the indicator's unit, {unit.name!r}"
            findings.fail(number, place, cell, message, "write the figure in that unit")
    return unit


_NO_UNIT = frozenset({"-", "–", "—", "n/a", "na", "none"})
_UNIT_PARTS = (TidyColumn.UNIT_BEFORE, TidyColumn.UNIT_AFTER, TidyColumn.UNIT_DIFFERENCE)


def _tolerance(gathered: Gathered, findings: TidyFindings) -> Tolerance | None:
    text = gathered.text(TidyColumn.TOLERANCE)
    if text is None or normalised(text) in _NO_UNIT:
        return None
    try:
        return Tolerance.parse(text)
    except FieldValueError as error:
        message = "it does not say a size and what it counts"
        _fail(gathered, findings, TidyColumn.TOLERANCE, message, f"give {error.allowed}")
        return None


def _best_possible(gathered: Gathered, findings: TidyFindings) -> Decimal | None:
    text = gathered.text(TidyColumn.BEST)
    if text is None or normalised(text) in _NO_UNIT:
        return None
    try:
        return read_number(text)[0]
    except UnreadableError as error:
        _fail(gathered, findings, TidyColumn.BEST, error.message, error.remedy)
        return None
