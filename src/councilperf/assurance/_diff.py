"""What has changed between two scorecards, item by item."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, fields, frozen, has

from councilperf._checks import as_member, check_instance, check_text
from councilperf.assurance._walk import in_order, is_collection
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.values import Missing, format_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["Change", "ChangeKind", "diff"]


class ChangeKind(StrEnum):
    """What happened to a row, or to one of its figures.

    >>> ChangeKind("retargeted")
    <ChangeKind.RETARGETED: 'retargeted'>

    A *revised* figure has another value for the same period; one that was *re-marked* has the
    same value and other marks. *Re-rated* and *retargeted* speak of levels and targets as stated.
    """

    ADDED = "added"
    DROPPED = "dropped"
    REDEFINED = "redefined"
    REVISED = "revised"
    RE_MARKED = "re_marked"
    RE_RATED = "re_rated"
    RETARGETED = "retargeted"
    RE_BENCHMARKED = "re_benchmarked"
    REWORDED = "reworded"


def _as_kind(value: ChangeKind | str) -> ChangeKind:
    return as_member("kind", value, ChangeKind)


@final
@frozen
class Change:
    """One change: of a figure where it has a *period*, else of the row as a whole.

    >>> print(Change("revised", "E1", before="58.1% [p]", after="59.1% [r]",
    ...              period=ReportingPeriod.quarter(2019, 2)))
    E1 revised for Q2 2019-20: 58.1% [p] -> 59.1% [r]

    *before* and *after* are as text, with the marks that say which vintage each figure is of.
    """

    kind: ChangeKind = field(converter=_as_kind)
    reference: str
    period: ReportingPeriod | None = field(default=None, kw_only=True)
    before: str | None = field(default=None, kw_only=True)
    after: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("reference", self.reference)
        check_instance("period", self.period, ReportingPeriod, optional=True)
        check_text("before", self.before, optional=True)
        check_text("after", self.after, optional=True)

    def __str__(self) -> str:
        period = f" for {self.period}" if self.period is not None else ""
        sides = [each for each in (self.before, self.after) if each is not None]
        return f"{self.reference} {self.kind.value}{period}" + (
            f": {' -> '.join(sides)}" if sides else ""
        )


def diff(older: Scorecard, newer: Scorecard) -> tuple[Change, ...]:
    """Return what changed in the rows of a scorecard, in the order of the newer one.

    >>> from councilperf.model import Indicator
    >>> quarter = ReportingPeriod.quarter(2019, 2)
    >>> june, july = (
    ...     Scorecard("Planning", [ScorecardRow(Indicator("E1", "Appeals won"),
    ...                                         [Observation(quarter, value)])])
    ...     for value in ("58.1", "59.1")
    ... )
    >>> [(change.kind.value, change.before, change.after) for change in diff(june, july)]
    [('revised', '58.1', '59.1')]

    Rows are matched by reference. Nothing is found exactly when both hold the same rows, in
    whatever order. What changed between two rule sets is `changes_between`.
    """
    check_instance("older", older, Scorecard)
    check_instance("newer", newer, Scorecard)
    earlier = {row.indicator.reference: row for row in older.rows}
    later = {row.indicator.reference for row in newer.rows}
    changes: list[Change] = []
    for row in newer.rows:
        reference = row.indicator.reference
        if reference in earlier:
            changes += _row_changes(earlier[reference], row)
        else:
            changes.append(Change(ChangeKind.ADDED, reference, after=row.indicator.title))
    changes += [
        Change(ChangeKind.DROPPED, row.indicator.reference, before=row.indicator.title)
        for row in older.rows
        if row.indicator.reference not in later
    ]
    return tuple(changes)


def _row_changes(old: ScorecardRow, new: ScorecardRow) -> Iterator[Change]:
    reference = new.indicator.reference
    if old.indicator != new.indicator:
        changed = [
            each.name
            for each in fields(Indicator)
            if getattr(old.indicator, each.name) != getattr(new.indicator, each.name)
        ]
        yield Change(
            ChangeKind.REDEFINED,
            reference,
            before=_in_words(old.indicator, changed),
            after=_in_words(new.indicator, changed),
        )
    yield from _figure_changes(reference, old.observations, new.observations)
    for kind, before, after in (
        (ChangeKind.RETARGETED, old.targets, new.targets),
        (ChangeKind.RE_RATED, old.stated, new.stated),
        (ChangeKind.RE_BENCHMARKED, old.benchmarks, new.benchmarks),
        (ChangeKind.RE_BENCHMARKED, old.benchmark_text, new.benchmark_text),
        (ChangeKind.REWORDED, old.commentary, new.commentary),
    ):
        if before != after:
            yield Change(kind, reference, before=_in_words(before), after=_in_words(after))


def _figure_changes(
    reference: str, old: tuple[Observation, ...], new: tuple[Observation, ...]
) -> Iterator[Change]:
    earlier = {each.period: each for each in old}
    later = {each.period: each for each in new}
    for period in sorted(earlier.keys() | later.keys()):
        before, after = earlier.get(period), later.get(period)
        if before is None:
            kind = ChangeKind.ADDED
        elif after is None:
            kind = ChangeKind.DROPPED
        elif before.value != after.value:
            kind = ChangeKind.REVISED
        elif before != after:
            kind = ChangeKind.RE_MARKED
        else:
            continue
        yield Change(kind, reference, period=period, before=_figure(before), after=_figure(after))


def _figure(observation: Observation | None) -> str | None:
    if observation is None:
        return None
    marks = " ".join(sorted(each.shorthand for each in observation.marks))
    note = f"({observation.note})" if observation.note else ""
    return " ".join(each for each in (_in_words(observation.value), marks, note) if each)


def _in_words(value: object, names: Collection[str] = ()) -> str | None:
    """Return a value as text: of a record its fields that are filled, or those that are named."""
    if value is None or value in ((), frozenset()):
        return None
    if isinstance(value, Decimal):
        return format_number(value)
    if is_collection(value):
        return "; ".join(_in_words(each) or "none" for each in in_order(value))
    kind = type(value)
    if isinstance(value, Missing | ReportingPeriod | Enum | str) or not has(kind):
        return str(value)
    said = [
        f"{each.name.replace('_', ' ')} {_in_words(getattr(value, each.name)) or 'none'}"
        for each in fields(kind)
        if each.name in names or (not names and getattr(value, each.name) != each.default)
    ]
    return ", ".join(said)
