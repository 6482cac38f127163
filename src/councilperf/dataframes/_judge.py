"""Judging every row of a frame by a rule, under any engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import narwhals.stable.v2 as nw

from councilperf.assessment import Movement, key_for, travel
from councilperf.dataframes._numbers import UNREADABLE, Number
from councilperf.dataframes._outcome import choose_reason, outcome
from councilperf.dataframes._problems import find_rows
from councilperf.dataframes._reading import Given, Reader, open_frame
from councilperf.dataframes._tolerance import MOST_PERCENT, ToleranceColumn
from councilperf.dataframes._truth import (
    Truth,
    all_true,
    any_true,
    as_expression,
    choose,
    not_true,
)
from councilperf.dataframes._workings import PREFIX, TARGET, Workings
from councilperf.errors import CouncilPerfError, FieldValueError
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.rules import Edge, Figure, FigureKind, Rule, figures_of
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from councilperf.dataframes._polarity import PolarityColumn
    from councilperf.dataframes._reading import Decimals
    from councilperf.rules import RuleSet

__all__ = ["Columns", "judge_frame"]


@final
class Columns(NamedTuple):
    """Where a frame holds what a rule asks for."""

    value: str
    figures: tuple[tuple[Figure, Given], ...]
    polarity: str | Polarity
    tolerance: str | Tolerance | None
    tolerance_basis: ToleranceBasis


def judge_frame(
    frame: object,
    rules: RuleSet | Rule,
    columns: Columns,
    *,
    missing: Mapping[str, str] | None,
    decimals: Decimals,
    name: str,
    travels: bool,
) -> object:
    """Add the level of every row, the reason where it has none, and how it moved."""
    opened = open_frame(frame)
    reader = Reader(opened, decimals, missing)
    added = [name, f"{name}_reason", *([f"{name}_movement"] if travels else [])]
    for each in added:
        if each in reader.schema:
            raise FieldValueError("name", each, "a name that no column of the frame has")
    polarity = reader.polarity(columns.polarity)
    rule_of = _rules_by_polarity(rules, polarity, travels=travels)
    numbers = _Numbers(reader)
    value = numbers.number(columns.value, "value", Absence.NO_DATA)
    given = dict(columns.figures)
    figures = {
        each: numbers.figure(each, given, travels=travels)
        for each in _asked_for(rule_of, polarity)
    }
    tolerance = numbers.tolerance(columns)
    reader.refuse()
    workings = Workings(value, figures, polarity)
    level, why = _level_and_why(rule_of, workings, tolerance)
    moved = _movement(rule_of, workings) if travels else None
    stage = numbers.stage(workings.most)
    reader.refuse()
    return _worked_out(
        reader, stage=stage, workings=workings, level=level, moved=moved, why=why, added=added
    )


class _Numbers:
    """The numbers that a rule asks for, each read from its column into columns of our own."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.used: list[tuple[str, list[tuple[str, Truth]], Fraction | None]] = []

    def number(self, given: Given, field: str, absent: Absence) -> Number:
        read = self.reader.number(given, field, absent)
        return self._staged(read, absent) if isinstance(read, str) else read

    def figure(self, figure: Figure, given: Mapping[Figure, Given], *, travels: bool) -> Number:
        """Return one of the rule's figures; in a travel an earlier one is simply not there."""
        if figure.kind is FigureKind.CONSTANT:
            return self.number(figure.of, "constant", Absence.NO_TARGET)
        absent = _absent(figure)
        read = self.number(given.get(figure), figure.kind.value, absent)
        if travels and figure.kind.is_earlier:
            where = not_true(read.here)
            unreadable = [each for each in read.why_not if each[0] not in _ABSENCES]
            gone = all_true([where, not_true(any_true(at for _, at in unreadable))])
            return read._replace(why_not=(*unreadable, (absent.value, gone)))
        return read

    def tolerance(self, columns: Columns) -> ToleranceColumn:
        """Return each row's own tolerance."""
        given = columns.tolerance
        if given is None:
            return ToleranceColumn(None)
        if isinstance(given, Tolerance):
            size = self.number(given.size, "tolerance", Absence.EDGE_UNSTATED)
            return ToleranceColumn(size, given.basis)
        read = self.reader.number(given, "tolerance", Absence.EDGE_UNSTATED)
        percent = columns.tolerance_basis is ToleranceBasis.PERCENT
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
        return ToleranceColumn(size, columns.tolerance_basis)

    def _staged(self, name: str, absent: Absence, most: Fraction | None = None) -> Number:
        column = self.reader.columns.get(name)
        if column is None:
            return Number(nw.lit(0), 0, here=False)
        place = len(self.used)
        reasons = self.reader.reasons(name, absent)
        self.used.append((name, reasons, most))
        shape = column.read(1, reasons)
        here: Truth = shape.here if shape.here is True else nw.col(f"{PREFIX}here_{place}")
        why: list[tuple[str, Truth]] = [
            (reason, nw.col(f"{PREFIX}why_{place}_{number}"))
            for number, (reason, _) in enumerate(shape.why_not)
        ]
        if len(why) == 1:
            why = [(why[0][0], not_true(here))]
        return Number(nw.col(f"{PREFIX}whole_{place}"), column.decimals, here, tuple(why))

    def stage(self, most: Fraction) -> dict[str, nw.Expr]:
        """Return the columns to begin with, of figures that are at most so great."""
        staged: dict[str, nw.Expr] = {}
        for place, (name, reasons, own_most) in enumerate(self.used):
            column = self.reader.columns[name]
            unit = 10**column.decimals
            limit = min(int((most if own_most is None else own_most) * unit), column.most)
            if limit < 1:
                raise FieldValueError(
                    "rules", name, "figures and allowances of fewer decimals: nothing would fit"
                )
            self.reader.beyond(name, limit)
            read = column.read(limit, reasons)
            staged[f"{PREFIX}whole_{place}"] = read.whole
            if read.here is not True:
                staged[f"{PREFIX}here_{place}"] = as_expression(read.here)
            if len(read.why_not) > 1:
                for number, (_, where) in enumerate(read.why_not):
                    staged[f"{PREFIX}why_{place}_{number}"] = as_expression(where)
        return staged


_ABSENCES = frozenset(each.value for each in Absence)


def _absent(figure: Figure) -> Absence:
    """Return the reason that a figure nobody gave is missing for, as rating one by one says it."""
    rule = Rule("any", {"green": Edge(figure)}, otherwise="red")
    return key_for(rule, polarity=Polarity.HIGHER).lines[0].missing[0].reason


def _rules_by_polarity(
    rules: RuleSet | Rule, polarity: PolarityColumn, *, travels: bool
) -> dict[Polarity, Rule]:
    """Return the rule that rating one by one would use, for each polarity that has one."""
    found: dict[Polarity, Rule] = {}
    refused: CouncilPerfError | None = None
    for each in sorted(polarity.possible or {Polarity.HIGHER}):
        try:
            if travels:
                rule = travel(None, previous=None, polarity=each, rules=rules).rule
            else:
                rule = key_for(rules, polarity=each).rule
        except FieldValueError as error:
            refused = error
            continue
        if rule.judged or rule.judges.kind in {FigureKind.LEVEL, FigureKind.SHARE}:
            raise FieldValueError("rules", str(rule), "a rule that is computed from figures")
        found[each] = rule
    if refused is not None and not found:
        raise refused
    return found


def _asked_for(rule_of: Mapping[Polarity, Rule], polarity: PolarityColumn) -> list[Figure]:
    named = [figure for rule in rule_of.values() for figure in figures_of(rule)]
    if Polarity.RANGE in polarity.possible:
        named.append(TARGET)
    return list(dict.fromkeys(named))


def _level_and_why(
    rule_of: Mapping[Polarity, Rule], workings: Workings, tolerance: ToleranceColumn
) -> tuple[nw.Expr, list[tuple[str, Truth]]]:
    """Return the level of every row, and why it has none: the reasons of every rule together."""
    polarity = workings.polarity
    cases: list[tuple[Truth, str | None]] = []
    why: list[tuple[str, Truth]] = []
    rules = list(dict.fromkeys(rule_of.values()))
    no_rule = any_true(polarity.is_one(each) for each in polarity.possible - rule_of.keys())
    for rule in rules:
        served: Truth = True
        if len(rules) > 1 or no_rule is not False:
            served = any_true(polarity.is_one(each) for each in rule_of if rule_of[each] == rule)
        judged = outcome(rule, workings, tolerance)
        cases += [(all_true([served, where]), level) for where, level in judged.levels]
        cases.append((served, judged.otherwise))
        why += [(reason, all_true([served, where])) for reason, where in judged.why]
    has_rule = not_true(no_rule)
    general = [*workings.value.why_not, *workings.unjudged()]
    why = [(reason, all_true([where, has_rule])) for reason, where in (*general, *why)]
    return choose(cases, None), [*why, (Absence.NO_RULE.value, no_rule)]


def _movement(rule_of: Mapping[Polarity, Rule], workings: Workings) -> nw.Expr:
    """Return how every row's figure moved, whichever way is better."""
    figure = next(
        each for rule in rule_of.values() for each in figures_of(rule) if each.kind.is_earlier
    )
    earlier = workings.figures[figure]
    both = all_true([workings.value.here, earlier.here])
    if both is False:
        return choose([], None)
    less, _ = workings.difference(figure)
    cases: list[tuple[Truth, str | None]] = [
        (not_true(both), None),
        (less > 0, Movement.UP.value),
        (less < 0, Movement.DOWN.value),
    ]
    return choose(cases, Movement.FLAT.value)


def _worked_out(
    reader: Reader,
    *,
    stage: dict[str, nw.Expr],
    workings: Workings,
    level: nw.Expr,
    moved: nw.Expr | None,
    why: list[tuple[str, Truth]],
    added: list[str],
) -> object:
    """Let the engine work everything out, and give the caller's make of frame back."""
    frame, collects = reader.frame, False
    if isinstance(frame, nw.DataFrame) and frame.implementation.is_polars():
        # Polars plans ahead only for lazy frames, which makes four times the speed.
        frame, collects = frame.lazy(), True
    results = {added[0]: level} if moved is None else {added[0]: level, added[2]: moved}
    rated = not_true(nw.col(added[0]).is_null())
    reason = {added[1]: choose_reason(rated, tuple(why))}
    for columns in (stage, *workings.stages, results, reason):
        if columns:
            frame = frame.with_columns(**columns)
    chosen = frame.select(*reader.names, *added)
    if isinstance(chosen, nw.LazyFrame) and collects:
        return chosen.collect().to_native()
    return chosen.to_native()
