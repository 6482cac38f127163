"""Direction of travel: how the number moved, and whether that is better, as two fields."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Self, final

from attrs import frozen

from councilperf._checks import check_instance
from councilperf._display import Summarised
from councilperf.assessment._axis import JUDGED, JudgedValue, RankedLevel
from councilperf.assessment._judge import judge
from councilperf.assessment._rating import Rating
from councilperf.assessment._sentence import explain_travel
from councilperf.model import Range, Target
from councilperf.rules import edges_of
from councilperf.values import Absence, Missing, subtract

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.assessment._figures import FigureSource
    from councilperf.assessment._key import Key
    from councilperf.rules import Figure, Rule

__all__ = ["Movement", "Travel", "compare", "earlier_figure", "moved"]


class Movement(StrEnum):
    """How a number moved, without saying whether that is better.

    >>> Movement("down").symbol
    '↓'
    """

    symbol: str

    def __new__(cls, key: str, symbol: str = "") -> Self:
        """Attach the symbol."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.symbol = symbol
        return member

    UP = "up", "↑"
    FLAT = "flat", "→"
    DOWN = "down", "↓"


@final
@frozen(repr=False)
class Travel(Summarised):
    """How a figure moved against an earlier one, and the verdict on it.

    >>> from councilperf import travel
    >>> from councilperf.presets import CHESHIRE_EAST
    >>> fewer = travel(7, previous=13, polarity="lower", rules=CHESHIRE_EAST)
    >>> fewer.movement, fewer.level
    (<Movement.DOWN: 'down'>, 'improving')

    *movement* is of the number; *verdict* is the level that the rule gives it. Without a polarity
    the movement still stands, and the verdict is unrated.
    """

    earlier: JudgedValue | Missing
    movement: Movement | Missing
    verdict: Rating

    def __attrs_post_init__(self) -> None:
        if type(self.earlier) is not Decimal:
            check_instance("earlier", self.earlier, (*JUDGED, Missing))
        if type(self.movement) is not Movement:
            check_instance("movement", self.movement, Missing)
        check_instance("verdict", self.verdict, Rating)

    @property
    def against(self) -> Figure | None:
        """The earlier figure that the rule names, or `None` where it names none."""
        return earlier_figure(self.rule)

    @property
    def judgement(self) -> str:
        """The name of what is judged: "rating", "travel", or what the rules call it."""
        return self.verdict.judgement

    @property
    def rule(self) -> Rule:
        """The rule that was used."""
        return self.verdict.rule

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Why there is no verdict, the most telling reason first; empty where there is one."""
        return self.verdict.missing

    @property
    def level(self) -> str | None:
        """The key of the verdict's level, or `None` where there is no view."""
        return self.verdict.level

    @property
    def label(self) -> str:
        """What a paper prints for the verdict, or for its absence."""
        return self.verdict.label

    @property
    def reasons(self) -> tuple[Absence, ...]:
        """Why there is no verdict, the most telling reason first; empty where there is one."""
        return self.verdict.reasons

    @property
    def change(self) -> Exact | None:
        """By how much the number moved, in its own unit; `None` for what is no number."""
        value, earlier = self.verdict.value, self.earlier
        if isinstance(value, Decimal | Fraction) and isinstance(earlier, Decimal | Fraction):
            return subtract(value, earlier)
        return None

    @property
    def percentage_change(self) -> Fraction | None:
        """By how much per cent it moved; `None` from nought and across a change of sign.

        Such a percentage would mean nothing; the movement and the verdict still stand.
        """
        value, earlier = self.verdict.value, self.earlier
        if not (isinstance(value, Decimal | Fraction) and isinstance(earlier, Decimal | Fraction)):
            return None
        if earlier == 0 or (value < 0) != (earlier < 0):
            return None
        return Fraction(subtract(value, earlier)) / abs(Fraction(earlier)) * 100

    @property
    def reason(self) -> str:
        """Why, in one sentence that a councillor understands."""
        return explain_travel(self)

    def __str__(self) -> str:
        return self.label

    def _summary(self) -> str:
        return f"{self.level or 'no view'}: {self.reason}"


def compare(value: JudgedValue | Missing, key: Key, source: FigureSource) -> Travel:
    """Hold a figure against the earlier one that the key's rule names."""
    figure = earlier_figure(key.rule)
    found = Missing(Absence.NO_PREVIOUS) if figure is None else source.look_up(figure)
    earlier = Missing(Absence.NOT_COMPARABLE) if isinstance(found, Range | Target) else found
    verdict = judge(value, key)
    return moved(earlier, verdict)


def moved(earlier: JudgedValue | Missing, verdict: Rating) -> Travel:
    """Say how a figure moved from an earlier one, beside the verdict on it."""
    if isinstance(earlier, Missing):
        return Travel(earlier, earlier, verdict)
    if isinstance(verdict.value, Missing):
        return Travel(earlier, verdict.value, verdict)
    return Travel(earlier, _movement(verdict.value, earlier), verdict)


def _movement(value: JudgedValue, earlier: JudgedValue) -> Movement | Missing:
    if value == earlier:
        return _FLAT
    if isinstance(value, _NUMBERS) and isinstance(earlier, _NUMBERS):
        return _UP if value > earlier else _DOWN
    if isinstance(value, dt.date) and isinstance(earlier, dt.date):
        return _UP if value > earlier else _DOWN
    if isinstance(value, RankedLevel) and isinstance(earlier, RankedLevel):
        return _UP if value.rank > earlier.rank else _DOWN
    return Missing(Absence.NOT_COMPARABLE)


_UP, _DOWN, _FLAT = Movement.UP, Movement.DOWN, Movement.FLAT
# A pair, which `isinstance` goes through faster than a union.
_NUMBERS = (Decimal, Fraction)


def earlier_figure(rule: Rule) -> Figure | None:
    """Return the first earlier figure that a rule's lines name."""
    for line in rule.lines:
        for edge in edges_of(line.reach):
            if edge.figure.kind.is_earlier:
                return edge.figure
    return None
