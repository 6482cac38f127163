"""Ratings: the level that a rule gives a figure, and everything it follows from."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance, check_whole
from councilperf._display import Summarised
from councilperf.assessment._axis import JUDGED, JudgedValue
from councilperf.assessment._axis import place as place_of
from councilperf.assessment._key import (
    Key,
    KeyLine,
    Threshold,
    is_easier,
    is_within_reach,
)
from councilperf.assessment._pending_key import PendingKey, key_of
from councilperf.assessment._sentence import explain_rating
from councilperf.values import Absence, Missing, subtract

if TYPE_CHECKING:
    from councilperf._typing import Exact
    from councilperf.rules import Rule

__all__ = ["Rating"]

# Where an answer lies that is not the one aimed at: no allowance reaches so far.
_BEYOND = Decimal("Infinity")


@final
@frozen(repr=False)
class Rating(Summarised):
    """The level that a rule gives one figure, or every reason why it gives none.

    >>> from councilperf import rate
    >>> from councilperf.presets import MAIDSTONE
    >>> rating = rate("46.8", target="52.0", polarity="higher", rules=MAIDSTONE)
    >>> rating.level
    'amber'
    >>> print(rating.reason)
    Amber: 46.8 is 5.2 below the target of 52.0; green would need 52 or more.

    *decided* is the place of the line that was reached in `key.lines`, or one past the last where
    none was; `None` where the item is unrated, for the *missing* reasons. The sentence is made
    when it is read.
    """

    value: JudgedValue | Missing
    _maker: Key | PendingKey = field(alias="key", eq=key_of)
    decided: int | None
    missing: tuple[Missing, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if type(self.value) is not Decimal:
            check_instance("value", self.value, (*JUDGED, Missing))
        if type(self._maker) is not PendingKey:
            check_instance("key", self._maker, Key)
        if self.decided is not None:
            check_whole("decided", self.decided, 0, len(self._maker.rule.lines))
        if self.missing:
            check_each("missing", self.missing, Missing)

    @cached_property
    def key(self) -> Key:
        """The rule with the item's numbers put in."""
        return key_of(self._maker)

    @property
    def judgement(self) -> str:
        """The name of what is judged: "rating", "travel", or what the rules call it."""
        return self.rule.judgement

    @property
    def rule(self) -> Rule:
        """The rule that was used."""
        return self._maker.rule

    @property
    def level(self) -> str | None:
        """The key of the level, or `None` where the item is unrated."""
        if self.decided is None:
            return None
        lines = self.rule.lines
        return lines[self.decided].level if self.decided < len(lines) else self.rule.otherwise

    @property
    def reasons(self) -> tuple[Absence, ...]:
        """Why the item is unrated, the most telling reason first; empty where it is rated."""
        return tuple(each.reason for each in self.missing)

    @property
    def label(self) -> str:
        """What a paper prints for the level, or for its absence."""
        scale = self.rule.scale
        level = self.level
        return scale.class_of(self.reasons).label if level is None else scale.level(level).label

    @property
    def edge(self) -> Threshold | None:
        """The edge that was reached, or `None` where none was."""
        line = self._line
        return None if line is None else line.certain

    @property
    def _line(self) -> KeyLine | None:
        if self.decided is None or self.decided == len(self.key.lines):
            return None
        return self.key.lines[self.decided]

    @property
    def place(self) -> Exact | None:
        """Where the figure lies on the axis of the edges: itself, or how far outside a range."""
        if isinstance(self.value, Missing) or self.key.axis is None:
            return None
        at = place_of(self.value, self.key.axis)
        return None if isinstance(at, Missing) else at

    @property
    def next_better(self) -> KeyLine | None:
        """The line that the least improvement would reach, or `None` where there is none.

        A figure at its edge (beyond it, where the edge is not included) is rated at its level.
        """
        best: KeyLine | None = None
        easiest: Threshold | None = None
        axis = self.key.axis
        if axis is None:
            return None
        for line in self.key.lines[: self.decided or 0]:
            if line.certain is None or not is_within_reach(line.certain, axis):
                continue
            # A line that needs no less than one before it can never be the first reached.
            if easiest is not None and not is_easier(line.certain, easiest, axis):
                continue
            easiest = line.certain
            if line.level != self.level:
                best = line
        return best

    @property
    def margin(self) -> Exact | None:
        """How much worse the figure could be and keep its level; `None` where nothing limits."""
        return self._gap_to(self._last_edge)

    @property
    def _last_edge(self) -> Threshold | None:
        """The last edge that holds the level: the one reached, unless a later line has it too."""
        last = self.edge
        axis = self.key.axis
        if last is None or axis is None or self.decided is None:
            return None
        for line in self.key.lines[self.decided + 1 :]:
            if line.level != self.level and line.missing:
                return last
            if line.certain is None or not is_easier(line.certain, last, axis):
                continue
            if line.level != self.level:
                return last
            last = line.certain
        return None if self.key.rule.otherwise == self.level else last

    @property
    def shortfall(self) -> Exact | None:
        """How much better the figure must be for the next level; `None` where there is none."""
        line = self.next_better
        return None if line is None else self._gap_to(line.certain)

    def _gap_to(self, threshold: Threshold | None) -> Exact | None:
        at = self.place
        if threshold is None or at is None or at == _BEYOND:
            return None
        gap = subtract(at, threshold.at)
        return gap.copy_abs() if isinstance(gap, Decimal) else abs(gap)

    @property
    def reason(self) -> str:
        """Why, in one sentence that a councillor understands."""
        return explain_rating(self)

    def __str__(self) -> str:
        return self.label

    def _summary(self) -> str:
        return f"{self.level or 'unrated'}: {self.reason}"
