"""Roll-ups: one level for several, by a strategy that is always named."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias, final

from attrs import field, frozen

from councilperf._checks import as_member, as_tuple, check_each, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.rules import Scale
from councilperf.values import Absence, exact_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from councilperf._typing import NumberInput
    from councilperf.assessment._tally import Counted

__all__ = ["MissingPolicy", "RollUp", "RollUpStrategy", "roll_up"]

RollUpStrategyWord: TypeAlias = Literal["worst", "best", "majority", "weighted"]
MissingPolicyWord: TypeAlias = Literal["leave_out", "leave_unrated", "count_as_worst"]


class RollUpStrategy(StrEnum):
    """How several levels become one.

    >>> RollUpStrategy("worst")
    <RollUpStrategy.WORST: 'worst'>

    `WORST` and `BEST` take one of the levels there are; `MAJORITY` the one that more than half of
    the items have, and none where there is no such; `WEIGHTED` the level nearest to the weighted
    mean of places on the scale, the worse of two that are equally near.
    """

    WORST = "worst"
    BEST = "best"
    MAJORITY = "majority"
    WEIGHTED = "weighted"


class MissingPolicy(StrEnum):
    """What a roll-up does with items that have no level.

    >>> MissingPolicy("leave_out")
    <MissingPolicy.LEAVE_OUT: 'leave_out'>

    `LEAVE_OUT` rolls up the others and lists what was left out; `LEAVE_UNRATED` gives no level
    as soon as one is missing; `COUNT_AS_WORST` gives each missing one the worst level.
    """

    LEAVE_OUT = "leave_out"
    LEAVE_UNRATED = "leave_unrated"
    COUNT_AS_WORST = "count_as_worst"


def _as_strategy(value: RollUpStrategy | RollUpStrategyWord) -> RollUpStrategy:
    return as_member("strategy", value, RollUpStrategy)


def _as_policy(value: MissingPolicy | MissingPolicyWord) -> MissingPolicy:
    return as_member("missing", value, MissingPolicy)


@final
@frozen
class RollUp(Displayed):
    """One level for several items, with those that had to be left out.

    >>> from councilperf.rules import RAG
    >>> RollUp(RAG, "worst", "leave_out", "amber", ["E3"]).left_out
    ('E3',)

    A roll-up of one item, or of roll-ups that agree, is that item's level.
    """

    scale: Scale
    strategy: RollUpStrategy = field(converter=_as_strategy)
    policy: MissingPolicy = field(converter=_as_policy)
    level: str | None
    left_out: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_instance("scale", self.scale, Scale)
        check_text("level", self.level, optional=True)
        check_each("left_out", self.left_out, str)
        if self.level is not None:
            self.scale.level(self.level)

    @property
    def reasons(self) -> tuple[Absence, ...]:
        """Why there is no level; empty where there is one."""
        return () if self.level is not None else (Absence.NO_DATA,)


def roll_up(
    items: Mapping[str, Counted],
    scale: Scale,
    *,
    strategy: RollUpStrategy | RollUpStrategyWord,
    missing: MissingPolicy | MissingPolicyWord,
    weights: Mapping[str, NumberInput] | None = None,
) -> RollUp:
    """Return one level for several items, by name.

    >>> from councilperf import rate
    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.rules import RAG
    >>> ratings = {
    ...     name: rate(value, target=50, polarity="higher", rules=MAIDSTONE)
    ...     for name, value in {"E1": 60, "E2": 47, "E3": None}.items()
    ... }
    >>> together = roll_up(ratings, RAG, strategy="worst", missing="leave_out")
    >>> together.level, together.left_out
    ('amber', ('E3',))

    *weights* are needed for the weighted strategy alone, one for each item, 0 or more.

    Raises `FieldValueError` for weights that do not fit, `UnknownNameError` for a level that is
    not on the scale.
    """
    how, policy = _as_strategy(strategy), _as_policy(missing)
    shares = _weights(items, how, weights)
    levels = {name: item.level for name, item in items.items() if item.level is not None}
    for level in levels.values():
        scale.level(level)
    without = tuple(name for name in items if name not in levels)
    if without and policy is MissingPolicy.LEAVE_UNRATED:
        return RollUp(scale, how, policy, None, without)
    if policy is MissingPolicy.COUNT_AS_WORST:
        levels |= dict.fromkeys(without, scale.keys[-1])
        without = ()
    places = {name: scale.keys.index(level) for name, level in levels.items()}
    rolled = _rolled(scale.keys, how, places, shares) if places else None
    return RollUp(scale, how, policy, rolled, without)


def _rolled(
    keys: Sequence[str],
    strategy: RollUpStrategy,
    places: Mapping[str, int],
    weights: Mapping[str, Fraction],
) -> str | None:
    if strategy is RollUpStrategy.WORST:
        return keys[max(places.values())]
    if strategy is RollUpStrategy.BEST:
        return keys[min(places.values())]
    if strategy is RollUpStrategy.MAJORITY:
        [(place, count)] = Counter(places.values()).most_common(1)
        return keys[place] if 2 * count > len(places) else None
    total = sum((weights[name] for name in places), start=Fraction(0))
    if total == 0:
        return None
    mean = (
        sum((weights[name] * place for name, place in places.items()), start=Fraction(0)) / total
    )
    return keys[int(mean + Fraction(1, 2))]


def _weights(
    items: Mapping[str, Counted],
    strategy: RollUpStrategy,
    weights: Mapping[str, NumberInput] | None,
) -> Mapping[str, Fraction]:
    if strategy is not RollUpStrategy.WEIGHTED:
        if weights is not None:
            raise FieldValueError("weights", weights, "none: only the weighted strategy uses them")
        return {}
    given: Mapping[str, NumberInput] = {} if weights is None else weights
    if given.keys() != items.keys():
        raise FieldValueError("weights", tuple(given), f"a weight for each of {tuple(items)}")
    exact = {name: Fraction(exact_decimal(each, field="weights")) for name, each in given.items()}
    if any(each < 0 for each in exact.values()):
        raise FieldValueError("weights", tuple(given.values()), "weights of 0 or more")
    return exact
