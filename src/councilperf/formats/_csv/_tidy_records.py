"""What one row of a tidy table holds, put with the indicator that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from councilperf.formats._csv._tidy_columns import About, Record, TidyColumn
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._words import normalised
from councilperf.model import (
    Benchmark,
    Observation,
    Range,
    StatedLevel,
    Target,
    TargetBasis,
    Voice,
)
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from decimal import Decimal

    from councilperf.formats._csv._tidy_indicator import Gathered
    from councilperf.formats._csv._tidy_row import TidyRow
    from councilperf.formats._sheet._target_cells import Aimed
    from councilperf.periods import ReportingPeriod

__all__ = ["ALLOWED", "PLAIN", "keep_beside", "keep_record"]

T = TypeVar("T")

_WHEN = frozenset(
    {TidyColumn.PERIOD, TidyColumn.START, TidyColumn.END, TidyColumn.PART, TidyColumn.YEAR}
)
_FIGURE = _WHEN | {TidyColumn.VALUE}
_WITH_FIGURE = frozenset(
    {
        TidyColumn.MISSING_NOTE,
        TidyColumn.MARKS,
        TidyColumn.NUMERATOR,
        TidyColumn.DENOMINATOR,
        TidyColumn.NOTE,
    }
)
_OF_TARGET = _FIGURE | {
    TidyColumn.VALUE_TO,
    TidyColumn.MISSING_NOTE,
    TidyColumn.BASIS,
    TidyColumn.STRICT,
    TidyColumn.FLOOR,
    TidyColumn.STRETCH,
    TidyColumn.SOURCE,
    TidyColumn.REASON,
    TidyColumn.DECISION,
}
#: What a row of each kind may say, beyond the facts of its scorecard and indicator.
ALLOWED = {
    Record.ACTUAL: _FIGURE | _WITH_FIGURE,
    Record.TARGET: _OF_TARGET,
    Record.SUPERSEDED: _OF_TARGET,
    Record.BENCHMARK: _FIGURE | {TidyColumn.GROUP, TidyColumn.SOURCE},
    Record.LEVEL: _WHEN
    | {
        TidyColumn.JUDGEMENT,
        TidyColumn.LEVEL,
        TidyColumn.VOICE,
        TidyColumn.ROLE,
        TidyColumn.DECIDED,
        TidyColumn.UNTIL,
        TidyColumn.REASON,
    },
    Record.ASSUMED: frozenset({TidyColumn.NOTE}),
}
#: What a table without the column "Record" may say.
PLAIN = (
    frozenset(each for each in TidyColumn if each.about is not About.RECORD)
    | ALLOWED[Record.ACTUAL]
    | {TidyColumn.FLOOR, TidyColumn.STRETCH}
)
#: How often a target may have been superseded.
_LONGEST_CHAIN = 50


def keep_record(record: Record, row: TidyRow, gathered: Gathered) -> None:
    """Keep what a row holds by its column "Record"."""
    problems = len(row.findings)
    period = row.own_period()
    if len(row.findings) > problems:
        return
    if record is Record.ACTUAL:
        _keep_actual(row, gathered, period, row.text(TidyColumn.NOTE))
    elif record is Record.BENCHMARK:
        _keep_benchmark(row, gathered, period)
    elif record is Record.LEVEL:
        _keep_level(row, gathered, period)
    else:
        _keep_target(row, gathered, record, period)


def _keep_actual(
    row: TidyRow, gathered: Gathered, period: ReportingPeriod | None, note: str | None
) -> bool:
    """Keep a figure; say whether there is one."""
    figures = row.figures(TidyColumn.VALUE)
    if figures is None:
        beside = any(row.text(each) is not None for each in _WITH_FIGURE)
        if beside and not row.raw(TidyColumn.VALUE).strip():
            message = "there is no figure that the rest of the row could be about"
            row.fail(TidyColumn.VALUE, message, "write the figure, or [x] for no data")
        return False
    if period is None:
        message = "the figure has no period"
        row.fail(TidyColumn.PERIOD, message, "write a period such as 'Q2 2019-20'")
        return False
    _keep_affix(row, gathered, figures.affix, row.place(TidyColumn.VALUE))
    if period in gathered.observations:
        message = "another row has this indicator's figure for this period"
        row.fail(TidyColumn.PERIOD, message, "leave one of them")
        return False
    made = row.built(
        Observation,
        period,
        _with_note(row, figures.value),
        marks=figures.marks | row.marks(),
        note=note or figures.note,
        numerator=row.decimal(TidyColumn.NUMERATOR),
        denominator=row.decimal(TidyColumn.DENOMINATOR),
    )
    if made is not None:
        gathered.observations[period] = made
    return made is not None


def _keep_affix(row: TidyRow, gathered: Gathered, affix: str, place: int) -> None:
    if affix:
        gathered.affixes.setdefault(affix, (row.number, place, row.at(place)))


def _with_note(row: TidyRow, value: T) -> T:
    """Add to a missing figure what the row says of it."""
    note = row.text(TidyColumn.MISSING_NOTE)
    if note is None:
        return value
    if isinstance(value, Missing):
        return evolve(value, note=note)
    message = "there is a figure, so none is missing"
    row.fail(TidyColumn.MISSING_NOTE, message, "clear the cell, or put it under 'Note'")
    return value


def _keep_benchmark(row: TidyRow, gathered: Gathered, period: ReportingPeriod | None) -> None:
    problems = len(row.findings)
    value, group = row.decimal(TidyColumn.VALUE), row.text(TidyColumn.GROUP)
    if value is not None and group is not None:
        source = row.text(TidyColumn.SOURCE)
        made = row.built(Benchmark, group, value, period=period, source=source)
        if made is not None:
            gathered.benchmarks.append(made)
    elif len(row.findings) == problems:
        column = TidyColumn.GROUP if group is None else TidyColumn.VALUE
        row.fail(column, "a benchmark needs its group and its figure", "write both")


def _keep_level(row: TidyRow, gathered: Gathered, period: ReportingPeriod | None) -> None:
    level = row.text(TidyColumn.LEVEL)
    if level is None:
        row.fail(TidyColumn.LEVEL, "the level is blank", "write it as it was printed")
        return
    problems = len(row.findings)
    fields = {
        "voice": normalised(row.text(TidyColumn.VOICE) or Voice.GIVEN.value),
        "period": period,
        "reason": row.text(TidyColumn.REASON),
        "role": row.text(TidyColumn.ROLE),
        "date": row.date(TidyColumn.DECIDED),
        "until": row.period(TidyColumn.UNTIL),
    }
    if len(row.findings) > problems:
        return
    judgement = row.text(TidyColumn.JUDGEMENT) or "rating"
    made = row.built(StatedLevel, judgement, level, **fields)
    if made is not None:
        gathered.stated.append(made)


def _keep_target(
    row: TidyRow, gathered: Gathered, record: Record, period: ReportingPeriod | None
) -> None:
    place = row.place(TidyColumn.VALUE)
    aimed = row.aim_at(place)
    if aimed is None:
        if not row.at(place).strip():
            message = "the target is blank"
            row.fail(TidyColumn.VALUE, message, "write it, or TBC or 'no target'")
        return
    _keep_aimed(row, gathered, aimed, place)
    aim = _with_note(row, aimed.aim)
    upper = row.decimal(TidyColumn.VALUE_TO)
    if upper is not None:
        both = row.built(Range, aim, upper)
        if both is None:
            return
        aim = both
    basis = normalised(row.text(TidyColumn.BASIS) or TargetBasis.UNSTATED.value)
    made = row.built(
        Target,
        aim,
        basis=basis.replace(" ", "_"),
        period=period,
        strict=row.flag(TidyColumn.STRICT) or aimed.strict,
        floor=row.decimal(TidyColumn.FLOOR),
        stretch=row.decimal(TidyColumn.STRETCH),
        source=row.text(TidyColumn.SOURCE),
        reason=row.text(TidyColumn.REASON),
        decision=row.text(TidyColumn.DECISION),
    )
    if made is None:
        return
    if record is Record.TARGET:
        gathered.targets.append([made])
    elif not gathered.targets:
        message = "no target of this indicator stands above it"
        row.fail(TidyColumn.RECORD, message, "put it below the target that replaced it")
    elif len(gathered.targets[-1]) > _LONGEST_CHAIN:
        message = f"more than {_LONGEST_CHAIN} targets superseded one another"
        row.fail(TidyColumn.RECORD, message, "leave out the earliest")
    else:
        gathered.targets[-1].append(made)


def _keep_aimed(row: TidyRow, gathered: Gathered, aimed: Aimed, place: int) -> None:
    """Keep what the cell of a target says of the indicator: its unit, and which way is better."""
    _keep_affix(row, gathered, aimed.affix, place)
    if aimed.polarity is not None:
        gathered.implied.setdefault(aimed.polarity, (row.number, place, row.at(place)))


# Tables of other programs: beside the figure, in its row, stands what else is for its period.


def keep_beside(row: TidyRow, gathered: Gathered) -> None:
    """Keep the figure of a row and everything that stands beside it."""
    problems = len(row.findings)
    period = row.own_period()
    if len(row.findings) > problems:
        return
    comment = row.text(TidyColumn.COMMENTARY)
    if comment is not None:
        gathered.comments.append((period, comment))
    note = row.text(TidyColumn.NOTE) or comment
    if not _keep_actual(row, gathered, period, note) and comment is not None:
        row.findings.note("a comment without a figure stands only if it is the last", row.number)
    floor, stretch = row.decimal(TidyColumn.FLOOR), row.decimal(TidyColumn.STRETCH)
    targets: list[Target] = []
    for place, heading in row.findings.columns.beside:
        if heading.kind is ColumnKind.TARGET:
            aimed = row.aim_at(place)
            if aimed is not None:
                _keep_aimed(row, gathered, aimed, place)
                targets.append(_target(aimed, heading.basis, period, floor, stretch))
        elif heading.kind is ColumnKind.BENCHMARK:
            _keep_group(row, gathered, place, heading.of, period)
        else:
            level = row.at(place).strip()
            if level:
                gathered.stated.append(StatedLevel(heading.of, level, period=period))
    if not targets and (floor is not None or stretch is not None):
        missing = Missing(Absence.NO_TARGET)
        targets.append(Target(missing, period=period, floor=floor, stretch=stretch))
    gathered.keep_once(targets)


def _target(
    aimed: Aimed,
    basis: TargetBasis,
    period: ReportingPeriod | None,
    floor: Decimal | None,
    stretch: Decimal | None,
) -> Target:
    # An annual target is repeated in the row of each quarter and is one target all the same.
    whole = period.year() if basis is TargetBasis.ANNUAL and period is not None else period
    return Target(
        aimed.aim, basis=basis, period=whole, strict=aimed.strict, floor=floor, stretch=stretch
    )


def _keep_group(
    row: TidyRow, gathered: Gathered, place: int, group: str, period: ReportingPeriod | None
) -> None:
    """Keep the benchmark of a group whose name the header says."""
    value = row.decimal_at(place)
    if value is not None:
        gathered.benchmarks.append(Benchmark(group, value, period=period))
