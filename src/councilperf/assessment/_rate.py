"""Rating and comparing single figures, given by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from councilperf.assessment._facts import holds
from councilperf.assessment._figures import GivenFigures
from councilperf.assessment._judge import judge
from councilperf.assessment._resolve import resolve
from councilperf.assessment._travel import Travel, compare, earlier_figure
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import NUMBER, Answer, Polarity, Range, Target, Tolerance, Unit
from councilperf.rules import (
    FLOOR,
    STRETCH,
    Edge,
    Figure,
    FigureKind,
    Rule,
    RuleSet,
    edges_of,
    subjects_of,
)
from councilperf.values import Absence, Missing, number_or_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from councilperf._typing import NumberInput
    from councilperf.assessment._figures import Found
    from councilperf.assessment._key import Key
    from councilperf.assessment._rating import Rating
    from councilperf.model import ObservedValue

__all__ = ["key_for", "rate", "travel"]

#: A figure as a caller may give it.
GivenValue: TypeAlias = "NumberInput | Answer | dt.date | Missing | Absence | None"


def rate(
    value: GivenValue,
    *,
    target: GivenValue | Range | Target = None,
    polarity: Polarity | str,
    rules: RuleSet | Rule,
    tolerance: Tolerance | str | None = None,
    others: Mapping[Edge | Figure, GivenValue] | None = None,
    unit: Unit | str = NUMBER,
) -> Rating:
    """Rate one figure by a council's rules: a number, a date, or a yes or no.

    >>> from councilperf.presets import MAIDSTONE
    >>> print(rate(46.8, target=52, polarity="higher", rules=MAIDSTONE).reason)
    Amber: 46.8 is 5.2 below the target of 52; green would need 52 or more.

    *target* stands for the one that the rule names, annual or profiled. *others* gives whatever
    else the rule asks for, by the edge that names it, such as `{SAME_PERIOD_LAST_YEAR: 44.1}`. A
    figure that is missing leaves the result unrated, with the reason, where it could matter.

    Raises `FieldValueError` and `FieldTypeError` for input that is no number, polarity or unit.
    """
    key = key_for(
        rules, target=target, polarity=polarity, tolerance=tolerance, others=others, unit=unit
    )
    return judge(_value(value), key)


def key_for(
    rules: RuleSet | Rule,
    *,
    target: GivenValue | Range | Target = None,
    polarity: Polarity | str,
    tolerance: Tolerance | str | None = None,
    others: Mapping[Edge | Figure, GivenValue] | None = None,
    unit: Unit | str = NUMBER,
) -> Key:
    """Put one indicator's numbers into a rule once, to rate many figures by it with `judge`.

    >>> from decimal import Decimal
    >>> from councilperf.presets import MAIDSTONE
    >>> key = key_for(MAIDSTONE, target=52, polarity="higher")
    >>> [judge(Decimal(each), key).level for each in ("52", "46.8", "46.7")]
    ['green', 'amber', 'red']
    """
    better = Polarity.parse(polarity)
    rule = _only_rule(rules, better, travel=False)
    source = _given({**_targets(target, rule), **(others or {})}, tolerance)
    return resolve(rule, source, better, _unit(unit))


def travel(
    value: GivenValue,
    *,
    previous: GivenValue,
    polarity: Polarity | str,
    rules: RuleSet | Rule,
    tolerance: Tolerance | str | None = None,
    others: Mapping[Edge | Figure, GivenValue] | None = None,
    unit: Unit | str = NUMBER,
) -> Travel:
    """Compare one figure with an earlier one by a council's rules.

    >>> from councilperf.presets import CHESHIRE_EAST
    >>> waiting = travel(120, previous=100, polarity="lower", rules=CHESHIRE_EAST)
    >>> waiting.movement, waiting.level
    (<Movement.UP: 'up'>, 'worsening')

    *previous* is the earlier figure that the rule names, whichever that is.

    Raises `FieldValueError` and `FieldTypeError` for input that is no number, polarity or unit.
    """
    better = Polarity.parse(polarity)
    rule = _only_rule(rules, better, travel=True)
    figure = earlier_figure(rule)
    if figure is None:
        raise FieldValueError("rules", str(rule), "a rule that names an earlier figure")
    source = _given({figure: previous, **(others or {})}, tolerance, earlier=figure)
    key = resolve(rule, source, better, _unit(unit))
    return compare(_value(value), key, source)


def _only_rule(rules: RuleSet | Rule, polarity: Polarity, *, travel: bool) -> Rule:
    if isinstance(rules, Rule):
        return rules
    if not isinstance(rules, RuleSet):
        raise FieldTypeError("rules", rules, "a RuleSet or a Rule")
    fitting = [each for each in rules.rules if each.scale.travel is travel and not each.judged]
    item = _PlainIndicator(polarity)
    for rule in fitting:
        if rule.serves is None:
            return rule
        # Whether the year is over, nobody said.
        if "stage" not in subjects_of(rule.serves) and holds(rule.serves, item):
            return rule
    what = "direction of travel" if travel else "rating"
    raise FieldValueError(
        "rules",
        rules.name,
        f"the Rule itself: this set has no {what} rule that serves every indicator"
        if fitting
        else f"a rule set with a computed {what} rule",
    )


@final
@frozen
class _PlainIndicator:
    """An indicator of which no more is known than which way is better."""

    polarity: Polarity

    def describe(self, subject: str, reports_back: int) -> tuple[str, ...]:
        del reports_back
        return {"kind": ("indicator",), "polarity": (self.polarity.value,)}.get(subject, ())

    def levels(self, subject: str, reports_back: int) -> frozenset[str]:
        del subject, reports_back
        return frozenset()


_Given: TypeAlias = "GivenValue | Range | Target"


def _targets(target: _Given, rule: Rule) -> dict[Edge | Figure, _Given]:
    """Return what a given target stands for: the one that the rule names, with what is beside it.

    A rule that names several kinds of target wants them by name.
    """
    if target is None:
        return {}
    given: dict[Edge | Figure, _Given] = {_TARGET: target}
    kinds = _target_kinds(rule)
    if len(kinds) == 1:
        given[Figure(kinds.pop())] = target
    if isinstance(target, Target):
        beside = {FLOOR: target.floor, STRETCH: target.stretch}
        given |= {edge: number for edge, number in beside.items() if number is not None}
    return given


def _target_kinds(rule: Rule) -> set[FigureKind]:
    """Return the kinds of target that a rule names; none where it names plain targets."""
    found: set[FigureKind] = set()
    for line in rule.lines:
        for edge in edges_of(line.reach):
            kind = edge.figure.kind
            if kind is FigureKind.TARGET:
                return set()
            if kind.is_target:
                found.add(kind)
    return found


def _given(
    figures: Mapping[Edge | Figure, _Given],
    tolerance: Tolerance | str | None,
    *,
    earlier: Figure | None = None,
) -> GivenFigures:
    found: dict[Figure, Found] = {}
    for name, number in figures.items():
        figure = name.figure if isinstance(name, Edge) else name
        if isinstance(number, Range | Target):
            found[figure] = number
            continue
        read = _value(number, "target" if figure == _TARGET else figure.kind.value)
        if figure == earlier and isinstance(read, Missing):
            read = Missing(Absence.NO_PREVIOUS)
        found[figure] = read
    own = Tolerance.parse(tolerance) if isinstance(tolerance, str) else tolerance
    return GivenFigures(tuple(found.items()), own)


def _value(value: GivenValue, field: str = "value") -> ObservedValue:
    # A moment is no date, and pandas' `NaT` is a moment to `isinstance`.
    if isinstance(value, Answer) or type(value) is dt.date:
        return value
    return number_or_missing(value, field=field)  # type: ignore[arg-type] # it refuses moments


def _unit(unit: Unit | str) -> Unit:
    return unit if isinstance(unit, Unit) else Unit.parse(unit)


_TARGET = Figure(FigureKind.TARGET)
