"""Rating and comparing single figures, given by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from councilperf.assessment._figures import GivenFigures
from councilperf.assessment._judge import judge
from councilperf.assessment._resolve import resolve
from councilperf.assessment._travel import Travel, compare, earlier_figure
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import NUMBER, Answer, Polarity, Range, Target, Tolerance, Unit
from councilperf.rules import Edge, Figure, FigureKind, Rule, RuleSet
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

    *others* gives whatever else the rule asks for, by the edge that names it, such as
    `{SAME_PERIOD_LAST_YEAR: 44.1}`. A figure that is missing leaves the result unrated, with the
    reason, where it could matter.

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
    rule = _only_rule(rules, travel=False)
    source = _given(target, tolerance, others)
    return resolve(rule, source, Polarity.parse(polarity), _unit(unit))


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
    rule = _only_rule(rules, travel=True)
    figure = earlier_figure(rule)
    if figure is None:
        raise FieldValueError("rules", str(rule), "a rule that names an earlier figure")
    source = _given(None, tolerance, {figure: previous, **(others or {})}, earlier=figure)
    key = resolve(rule, source, Polarity.parse(polarity), _unit(unit))
    return compare(_value(value), key, source)


def _only_rule(rules: RuleSet | Rule, *, travel: bool) -> Rule:
    if isinstance(rules, Rule):
        return rules
    if not isinstance(rules, RuleSet):
        raise FieldTypeError("rules", rules, "a RuleSet or a Rule")
    fitting = [each for each in rules.rules if each.scale.travel is travel and not each.judged]
    for rule in fitting:
        if rule.serves is None:
            return rule
    what = "direction of travel" if travel else "rating"
    raise FieldValueError(
        "rules",
        rules.name,
        f"the Rule itself: this set has no {what} rule that serves every item"
        if fitting
        else f"a rule set with a computed {what} rule",
    )


def _given(
    target: GivenValue | Range | Target,
    tolerance: Tolerance | str | None,
    others: Mapping[Edge | Figure, GivenValue] | None,
    *,
    earlier: Figure | None = None,
) -> GivenFigures:
    figures: list[tuple[Figure, Found]] = []
    if isinstance(target, Range | Target):
        figures.append((_TARGET, target))
    elif target is not None:
        figures.append((_TARGET, _value(target, "target")))
    for name, number in (others or {}).items():
        figure = name.figure if isinstance(name, Edge) else name
        found = _value(number, figure.kind.value)
        if figure == earlier and isinstance(found, Missing):
            found = Missing(Absence.NO_PREVIOUS)
        figures.append((figure, found))
    own = Tolerance.parse(tolerance) if isinstance(tolerance, str) else tolerance
    return GivenFigures(figures, own)


def _value(value: GivenValue, field: str = "value") -> ObservedValue:
    # A moment is no date, and pandas' `NaT` is a moment to `isinstance`.
    if isinstance(value, Answer) or type(value) is dt.date:
        return value
    return number_or_missing(value, field=field)  # type: ignore[arg-type] # it refuses moments


def _unit(unit: Unit | str) -> Unit:
    return unit if isinstance(unit, Unit) else Unit.parse(unit)


_TARGET = Figure(FigureKind.TARGET)
