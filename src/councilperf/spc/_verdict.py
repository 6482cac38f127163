"""The two verdicts of a chart: the variation that it ends on, and whether it meets its target."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from councilperf.model import Polarity, Range
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from decimal import Decimal

    from councilperf.spc._limits import ProcessLimits
    from councilperf.spc._rules import XmrRules
    from councilperf.spc._signals import Signal

__all__ = ["Assurance", "Variation", "assurance_of", "variation_of"]


class Variation(StrEnum):
    """What a point says about the process, as the Making Data Count icons show it.

    >>> Variation.CONCERN_LOW.words, Variation.CONCERN_LOW.symbol
    ('cause for concern (low)', 'Ⓛ')

    The colours are those icons' own: blue and orange, which no rating is taken for.
    """

    words: str
    symbol: str
    colour: str

    def __new__(cls, key: str, words: str, symbol: str, colour: str) -> Self:
        """Attach the words to print, and the symbol and colour that stand beside them."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        member.symbol = symbol
        member.colour = colour
        return member

    COMMON_CAUSE = "common_cause", "ordinary variation", "≈", "grey"
    IMPROVEMENT_HIGH = "improvement_high", "improvement (high)", "Ⓗ", "blue"
    IMPROVEMENT_LOW = "improvement_low", "improvement (low)", "Ⓛ", "blue"
    CONCERN_HIGH = "concern_high", "cause for concern (high)", "Ⓗ", "orange"
    CONCERN_LOW = "concern_low", "cause for concern (low)", "Ⓛ", "orange"
    NEUTRAL_HIGH = "neutral_high", "a signal on the high side", "Ⓗ", "purple"
    NEUTRAL_LOW = "neutral_low", "a signal on the low side", "Ⓛ", "purple"

    @property
    def is_special(self) -> bool:
        """Whether it is a signal, better, worse or neither."""
        return self is not Variation.COMMON_CAUSE


_BY_POLARITY = {
    Polarity.HIGHER: {1: Variation.IMPROVEMENT_HIGH, -1: Variation.CONCERN_LOW},
    Polarity.LOWER: {1: Variation.CONCERN_HIGH, -1: Variation.IMPROVEMENT_LOW},
}
_NEUTRAL = {1: Variation.NEUTRAL_HIGH, -1: Variation.NEUTRAL_LOW}


def variation_of(signal: Signal | None, polarity: Polarity | Missing) -> Variation:
    """Return what a signal means where this way is better.

    Better in a range, or unstated, gives no better or worse here: a signal says to which side the
    process moves, and only the target range says whether that is good.
    """
    if signal is None:
        return Variation.COMMON_CAUSE
    meanings = _NEUTRAL if isinstance(polarity, Missing) else _BY_POLARITY.get(polarity, _NEUTRAL)
    return meanings[signal.side]


class Assurance(StrEnum):
    """Whether the process, left as it is, meets its target.

    >>> Assurance.INCONSISTENT.words
    'will now meet, now miss the target'
    """

    words: str
    symbol: str
    colour: str

    def __new__(cls, key: str, words: str, symbol: str, colour: str) -> Self:
        """Attach the words to print, and the symbol and colour that stand beside them."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        member.symbol = symbol
        member.colour = colour
        return member

    PASS = "pass", "will meet the target", "Ⓟ", "blue"
    FAIL = "fail", "will miss the target", "Ⓕ", "orange"
    INCONSISTENT = "inconsistent", "will now meet, now miss the target", "?", "grey"


def assurance_of(
    limits: ProcessLimits,
    target: Decimal | Range | Missing,
    polarity: Polarity | Missing,
    rules: XmrRules,
) -> Assurance | Missing:
    """Return how the limits lie to the target, or why that cannot be said."""
    if isinstance(target, Missing):
        return target
    if isinstance(target, Range):
        least, most = Fraction(target.low), Fraction(target.high)
    elif isinstance(polarity, Missing):
        return polarity
    elif polarity is Polarity.HIGHER:
        least, most = Fraction(target), None
    elif polarity is Polarity.LOWER:
        least, most = None, Fraction(target)
    else:
        return Missing(Absence.NO_POLARITY)
    exact = limits.exact_limits()
    if isinstance(exact, Missing):
        return Assurance.INCONSISTENT if rules.assured_without_limits else exact
    lower, upper = exact
    if (least is not None and upper < least) or (most is not None and lower > most):
        return Assurance.FAIL
    reaches = least is None or lower > least or (lower == least and rules.limit_on_target_meets_it)
    stays = most is None or upper < most or (upper == most and rules.limit_on_target_meets_it)
    if reaches and stays:
        return Assurance.PASS
    return Assurance.INCONSISTENT
