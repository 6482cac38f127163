"""Judging every row of a frame by rules, under any engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

import narwhals.stable.v2 as nw

from councilperf.assessment import Movement, key_for, travel
from councilperf.dataframes._arguments import check_added
from councilperf.dataframes._categories import Words, choose, in_words, words_for
from councilperf.dataframes._outcome import REASONS, choose_reason, outcome
from councilperf.dataframes._reading import Given, Reader, open_frame
from councilperf.dataframes._staged import StagedNumbers
from councilperf.dataframes._truth import Truth, all_true, any_true, not_true
from councilperf.dataframes._workings import TARGET, Stages, Workings
from councilperf.errors import CouncilPerfError, FieldValueError
from councilperf.model import Polarity, Tolerance, ToleranceBasis
from councilperf.rules import Figure, FigureKind, Rule, RuleSet, figures_of
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from councilperf.dataframes._edges import Reasons
    from councilperf.dataframes._numbers import Number
    from councilperf.dataframes._polarity import PolarityColumn
    from councilperf.dataframes._reading import Decimals, Frame
    from councilperf.dataframes._tolerance import ToleranceColumn

__all__ = ["Columns", "Judgement", "judge_frame"]

#: Words, each with where it stands; the first that holds counts.
Cases: TypeAlias = "list[tuple[Truth, str | None]]"


@final
class Columns(NamedTuple):
    """Where a frame holds what is judged and how, whatever the judgement."""

    value: str
    polarity: str | Polarity
    tolerance: str | Tolerance | None
    tolerance_basis: ToleranceBasis


@final
class Judgement(NamedTuple):
    """What every row is asked: its level by these rules, held against these figures."""

    name: str
    rules: RuleSet | Rule
    figures: Mapping[Figure, Given]
    travels: bool
    #: Earlier figures that were found in a series, so that each row knows why it has none.
    in_series: frozenset[Figure] = frozenset()

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that answer it."""
        moved = (f"{self.name}_movement",) if self.travels else ()
        return (self.name, f"{self.name}_reason", *moved)


def judge_frame(
    frame: object,
    judgements: Sequence[Judgement],
    columns: Columns,
    *,
    missing: Mapping[str, str] | None,
    decimals: Decimals,
    valid: Truth = True,
    kept: Sequence[str] | None = None,
) -> object:
    """Add the level of every row, the reason where it has none, and how it moved.

    Rows are judged where the rules are *valid* for them. Of the frame's own columns some may be
    *kept*, or else all.
    """
    reader = Reader(open_frame(frame), decimals, missing)
    added = [name for each in judgements for name in each.added]
    check_added(added, reader.names)
    polarity = reader.polarity(columns.polarity)
    rules_of = [_rules_by_polarity(each, polarity) for each in judgements]
    numbers = StagedNumbers(reader)
    value = numbers.number(columns.value, "value", Absence.NO_DATA)
    figures = [
        _figures(numbers, each, rule_of, polarity)
        for each, rule_of in zip(judgements, rules_of, strict=True)
    ]
    tolerance = numbers.tolerance(
        columns.tolerance, percent=columns.tolerance_basis is ToleranceBasis.PERCENT
    )
    reader.refuse()
    stages = Stages()
    if not isinstance(valid, bool):
        valid = stages.keep(0, "valid", valid)
    frame_of = reader.frame
    results: dict[str, nw.Expr] = {}
    reasons: dict[str, nw.Expr] = {}
    words: dict[str, Words] = {}
    for each, rule_of, named in zip(judgements, rules_of, figures, strict=True):
        level, because, *moved = each.added
        words[level] = words_for(
            frame_of, (key for rule in rule_of.values() for key in rule.scale.keys)
        )
        words[because] = words_for(frame_of, REASONS)
        workings = Workings(str(len(words)), value, named, polarity, stages)
        cases, why = _level_and_why(rule_of, workings, tolerance, valid)
        results[level] = choose(cases, None, words[level])
        reasons[because] = choose_reason(words[level].is_there(level), why, words[because])
        for movement in moved:
            words[movement] = words_for(frame_of, Movement)
            results[movement] = choose(_movement(rule_of, workings, valid), None, words[movement])
    begin = numbers.stages(stages.most)
    reader.refuse()
    columns_kept = [*(reader.names if kept is None else kept), *added]
    done = _worked_out(reader, [*begin, *stages.columns, results, reasons], columns_kept)
    return in_words(done, words).to_native()


def _rules_by_polarity(judgement: Judgement, polarity: PolarityColumn) -> dict[Polarity, Rule]:
    """Return the rule that rating one by one would use, for each polarity that has one.

    Where a column holds none of these, no row is served; the levels are still those of the rules
    that would serve other rows.
    """
    found, refused = _computed_rules(judgement, polarity.possible or {Polarity.HIGHER})
    if not found and not polarity.is_the_same:
        found, _ = _computed_rules(judgement, Polarity)
    if refused is not None and not found:
        raise refused
    return found


def _computed_rules(
    judgement: Judgement, polarities: Iterable[Polarity]
) -> tuple[dict[Polarity, Rule], CouncilPerfError | None]:
    """Return the rule for each polarity that has one, and why another has none."""
    found: dict[Polarity, Rule] = {}
    refused: CouncilPerfError | None = None
    for each in sorted(polarities):
        try:
            if judgement.travels:
                rule = travel(None, previous=None, polarity=each, rules=judgement.rules).rule
            else:
                rule = key_for(judgement.rules, polarity=each).rule
        except FieldValueError as error:
            refused = error
            continue
        if rule.judged or rule.judges.kind in {FigureKind.LEVEL, FigureKind.SHARE}:
            raise FieldValueError("rules", str(rule), "a rule that is computed from figures")
        found[each] = rule
    return found, refused


def _figures(
    numbers: StagedNumbers,
    judgement: Judgement,
    rule_of: Mapping[Polarity, Rule],
    polarity: PolarityColumn,
) -> dict[Figure, Number]:
    """Return every figure that a judgement asks for."""
    asked = dict.fromkeys(one for rule in rule_of.values() for one in figures_of(rule))
    given = dict(judgement.figures)
    if Polarity.RANGE in polarity.possible and TARGET not in asked:
        asked[TARGET] = None
        target = given.get(TARGET)
        if numbers.reader.eager is None and target not in numbers.reader.schema:
            # Nobody knows whether any row aims at a range: it is those that have no target.
            given[TARGET] = None
    return {
        each: numbers.figure(
            each, given, gone=judgement.travels and each not in judgement.in_series
        )
        for each in asked
    }


def _served(rule_of: Mapping[Polarity, Rule], polarity: PolarityColumn) -> dict[Rule, Truth]:
    """Say for each rule in which rows it judges."""
    rules = list(dict.fromkeys(rule_of.values()))
    if len(rules) == 1 and _no_rule(rule_of, polarity) is False:
        return {rules[0]: True}
    return {
        rule: any_true(polarity.is_one(each) for each in rule_of if rule_of[each] == rule)
        for rule in rules
    }


def _no_rule(rule_of: Mapping[Polarity, Rule], polarity: PolarityColumn) -> Truth:
    return any_true(polarity.is_one(each) for each in polarity.possible - rule_of.keys())


def _level_and_why(
    rule_of: Mapping[Polarity, Rule], workings: Workings, tolerance: ToleranceColumn, valid: Truth
) -> tuple[Cases, Reasons]:
    """Return the level of every row, and why it has none: the reasons of every rule together."""
    cases: Cases = [(not_true(valid), None)]
    why: list[tuple[str, Truth]] = [*workings.value.why_not, *workings.unjudged()]
    for rule, served in _served(rule_of, workings.polarity).items():
        judged = outcome(rule, workings, tolerance)
        cases += [(all_true([served, where]), level) for where, level in judged.levels]
        cases.append((served, judged.otherwise))
        why += [(reason, all_true([served, where])) for reason, where in judged.why]
    no_rule = _no_rule(rule_of, workings.polarity)
    can = all_true([not_true(no_rule), valid])
    return cases, (
        *((reason, all_true([where, can])) for reason, where in why),
        (Absence.OUTSIDE_VALIDITY.value, all_true([not_true(no_rule), not_true(valid)])),
        (Absence.NO_RULE.value, no_rule),
    )


def _movement(rule_of: Mapping[Polarity, Rule], workings: Workings, valid: Truth) -> Cases:
    """Return how every row's figure moved, whichever way is better."""
    cases: Cases = [(not_true(valid), None)]
    for rule, served in _served(rule_of, workings.polarity).items():
        figure = next(each for each in figures_of(rule) if each.kind.is_earlier)
        both = all_true([workings.value.here, workings.figures[figure].here])
        if both is not False:
            less, _ = workings.difference(figure)
            cases += [
                (all_true([served, not_true(both)]), None),
                (all_true([served, less > 0]), Movement.UP.value),
                (all_true([served, less < 0]), Movement.DOWN.value),
                (served, Movement.FLAT.value),
            ]
    return cases


def _worked_out(
    reader: Reader, stages: Sequence[Mapping[str, nw.Expr]], kept: Sequence[str]
) -> Frame:
    """Let the engine work everything out, and give back what the caller gave: eager or lazy."""
    frame, collects = reader.frame, False
    if isinstance(frame, nw.DataFrame) and frame.implementation.is_polars():
        # Polars plans ahead only for lazy frames, which makes four times the speed.
        frame, collects = frame.lazy(), True
    for columns in stages:
        if columns:
            frame = frame.with_columns(**columns)
    chosen = frame.select(*kept)
    if isinstance(chosen, nw.LazyFrame) and collects:
        return chosen.collect()
    return chosen
