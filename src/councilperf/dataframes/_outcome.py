"""What a rule comes to in every row: the level, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from councilperf.dataframes._categories import choose
from councilperf.dataframes._edges import Reasons, hold, kept
from councilperf.dataframes._numbers import UNREADABLE
from councilperf.dataframes._truth import Truth, all_true, any_true, not_true
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import narwhals.stable.v2 as nw

    from councilperf.dataframes._categories import Words
    from councilperf.dataframes._edges import Held
    from councilperf.dataframes._tolerance import ToleranceColumn
    from councilperf.dataframes._workings import Workings
    from councilperf.rules import Line, Rule

__all__ = ["REASONS", "Outcome", "choose_reason", "outcome"]


@final
class Outcome(NamedTuple):
    """The words to write in every row, in the order in which they are tried."""

    levels: tuple[tuple[Truth, str | None], ...]
    otherwise: str
    why: Reasons


def outcome(rule: Rule, workings: Workings, tolerance: ToleranceColumn) -> Outcome:
    """Judge every row by a rule."""
    held = [hold(line.reach, workings, tolerance) for line in rule.lines]
    plain = _plain_outcome(rule, held, workings)
    if plain is not None:
        return plain
    return _open_outcome(rule, kept(held, workings), workings)


def _plain_outcome(rule: Rule, held: Sequence[Held], workings: Workings) -> Outcome | None:
    """Judge by a rule whose every line needs the same figures, or `None` for another."""
    needs = held[0].needs
    if not all(each.is_plain and each.needs == needs for each in held):
        return None
    if len(set(rule.levels)) == 1 and needs:
        return None
    figures = [workings.figures[each] for each in workings.figures if each in needs]
    can = all_true([workings.value.here, workings.can_judge(), *(each.here for each in figures)])
    levels: list[tuple[Truth, str | None]] = [(not_true(can), None)]
    levels += [(each.plainly, line.level) for each, line in _zip(held, rule)]
    return Outcome(
        tuple(levels),
        rule.levels[-1],
        _why(workings, [why for each in figures for why in each.why_not]),
    )


def _open_outcome(rule: Rule, held: Sequence[Held], workings: Workings) -> Outcome:
    """Judge by any rule: a level stands only where no line left open could give another."""
    value = workings.value
    can = all_true([value.here, workings.can_judge()])
    levels: list[tuple[Truth, str | None]] = [(not_true(can), None)]
    why: list[tuple[str, Truth]] = []
    # What is open in lines of better levels, and of the level now looked at.
    better: Truth = False
    same: Truth = False
    certain: Truth = False
    for place, (each, line) in enumerate(_zip(held, rule)):
        if place and line.level != rule.levels[place - 1]:
            better, same = any_true([better, same]), False
        levels.append((all_true([each.certain, better]), None))
        levels.append((each.certain, line.level))
        same = any_true([same, each.open])
        certain = any_true([certain, each.certain])
        undecided = any_true([not_true(value.here), all_true([each.open, not_true(certain)])])
        why += [(reason, all_true([where, undecided])) for reason, where in each.why]
    if rule.levels[-1] != rule.levels[-2]:
        better = any_true([better, same])
    levels.append((better, None))
    return Outcome(tuple(levels), rule.levels[-1], _why(workings, why))


def _zip(held: Sequence[Held], rule: Rule) -> Iterable[tuple[Held, Line]]:
    return zip(held, rule.lines, strict=True)


def _why(workings: Workings, why: Iterable[tuple[str, Truth]]) -> Reasons:
    can = workings.can_judge()
    of_lines = [(reason, all_true([where, can])) for reason, where in why]
    return tuple(of_lines)


REASONS = (UNREADABLE, *(each.value for each in Absence))


def choose_reason(rated: Truth, why: Reasons, words: Words) -> nw.Expr:
    """Return the most telling reason of every row that is not rated."""
    where = {reason: any_true(at for each, at in why if each == reason) for reason in REASONS}
    cases: list[tuple[Truth, str | None]] = [(rated, None)]
    cases += [(at, reason) for reason, at in where.items() if at is not False]
    return choose(cases, None, words)
