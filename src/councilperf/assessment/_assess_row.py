"""Assessing one row: which rule serves it, and what that rule gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.assessment._facts import Facts, holds
from councilperf.assessment._judge import judge
from councilperf.assessment._key import Key, resolve
from councilperf.assessment._rating import Rating
from councilperf.assessment._row_figures import PeriodsAround, RowFigures
from councilperf.assessment._travel import Travel, compare
from councilperf.errors import UnknownNameError
from councilperf.model import Range, ScorecardRow, Target
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.rules import Rule, RuleSet

__all__ = ["AssessedRow", "assess_row"]


@final
@frozen
class AssessedRow:
    """One indicator with a result for each judgement that the rules make, in their order."""

    row: ScorecardRow
    results: tuple[Rating | Travel, ...] = field(converter=as_tuple)

    @property
    def reference(self) -> str:
        """The indicator's reference."""
        return self.row.indicator.reference

    def judgement(self, name: str) -> Rating | Travel:
        """Return the result of one judgement: "rating", "travel", or what the rules call it.

        Raises `UnknownNameError` with the judgements that there are.
        """
        for result in self.results:
            if result.judgement == name:
                return result
        known = tuple(each.judgement for each in self.results)
        raise UnknownNameError("judgement", name, known)

    @property
    def rating(self) -> Rating | None:
        """The first result that says how the figure stands, or `None` where there is none."""
        return next((each for each in self.results if isinstance(each, Rating)), None)

    @property
    def travel(self) -> Travel | None:
        """The first result that says how the figure moved, or `None` where there is none."""
        return next((each for each in self.results if isinstance(each, Travel)), None)


def assess_row(row: ScorecardRow, rules: RuleSet, around: PeriodsAround) -> AssessedRow:
    """Rate and compare one row by every judgement that the rules make."""
    source = RowFigures(row, around)
    inside = rules.validity.covers(around.period)
    results: list[Rating | Travel] = []
    for name in rules.judgements:
        candidates = rules.rules_for(name)
        rule = next((each for each in candidates if _serves(each, row, around)), None)
        if rule is None:
            results.append(_unrated(candidates[0], row, Absence.NO_RULE))
        elif not inside:
            results.append(_unrated(rule, row, Absence.OUTSIDE_VALIDITY))
        else:
            results.append(_result(rule, row, source))
    return AssessedRow(row, results)


def _serves(rule: Rule, row: ScorecardRow, around: PeriodsAround) -> bool:
    return rule.serves is None or holds(rule.serves, Facts(row, around))


def _result(rule: Rule, row: ScorecardRow, source: RowFigures) -> Rating | Travel:
    key = resolve(rule, source, row.indicator.polarity, row.indicator.unit)
    value = _judged(rule, source)
    return compare(value, key, source) if rule.scale.travel else judge(value, key)


def _judged(rule: Rule, source: RowFigures) -> Exact | Missing:
    found = source.look_up(rule.judges)
    if isinstance(found, Range | Target):
        return Missing(Absence.NOT_COMPARABLE)
    return found


def _unrated(rule: Rule, row: ScorecardRow, reason: Absence) -> Rating | Travel:
    missing = Missing(reason)
    key = Key(rule, None, unit=row.indicator.unit, missing=(missing,))
    rating = Rating(missing, key, None, (missing,))
    return Travel(missing, missing, rating) if rule.scale.travel else rating
