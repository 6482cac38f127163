"""Rules: keys as councils print them, a level for each edge, best first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_flag, check_instance, check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.rules._allowance import Allowance, Percentage, Widest
from councilperf.rules._condition import And, Condition, Is, Not, Or
from councilperf.rules._edge import VALUE, AllOf, AnyOf, Edge, Reach
from councilperf.rules._figure import Figure
from councilperf.rules._scale import RAG, Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Line", "Rule", "edges_of", "figures_of"]


@final
@frozen
class Line:
    """One line of a key: the level, and the edge that must be reached for it.

    >>> from councilperf.rules import TARGET
    >>> print(Line("amber", TARGET.worse_by("10%")))
    amber ← the target worse by 10%
    """

    level: str
    reach: Reach

    def __attrs_post_init__(self) -> None:
        check_text("level", self.level)
        check_instance("reach", self.reach, (Edge, AnyOf, AllOf))

    def __str__(self) -> str:
        return f"{self.level} ← {self.reach}"


def _as_lines(lines: Mapping[str, Reach] | Iterable[Line]) -> tuple[Line, ...]:
    if isinstance(lines, Mapping):
        by_level = cast("Mapping[str, Reach]", lines)
        return tuple(Line(level, reach) for level, reach in by_level.items())
    return as_tuple(lines)


@final
@frozen
class Rule(Displayed):
    """A key with the figure that it judges: the first line reached gives the level.

    >>> from councilperf.rules import TARGET
    >>> print(Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"))
    rating: green ← the target; amber ← the target worse by 10%; else red

    *lines* are best first, and *otherwise* is the level of what reaches none. *serves* limits the
    rule to some items. A rule that is *judged* by people has no lines; its level is stated.
    """

    judgement: str
    lines: tuple[Line, ...] = field(default=(), converter=_as_lines)
    otherwise: str | None = field(default=None, kw_only=True)
    scale: Scale = field(default=RAG, kw_only=True)
    judges: Figure = field(default=VALUE, kw_only=True)
    serves: Condition | None = field(default=None, kw_only=True)
    judged: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("judgement", self.judgement)
        check_each("lines", self.lines, Line)
        check_instance("scale", self.scale, Scale)
        check_instance("judges", self.judges, Figure)
        check_instance("serves", self.serves, (Is, And, Or, Not), optional=True)
        check_flag("judged", self.judged)
        if self.judged:
            if self.lines or self.otherwise is not None:
                raise FieldValueError("judged", self.judged, "False, or a rule without lines")
            return
        if not self.lines:
            raise FieldValueError("lines", self.lines, "a line or more, or judged=True")
        if self.otherwise is None:
            raise FieldValueError("otherwise", None, "the level of what reaches no line")
        for level in self.levels:
            self.scale.level(level)
        places = [self.scale.keys.index(level) for level in self.levels]
        if places != sorted(places):
            # Else a better figure could be rated worse.
            raise FieldValueError(
                "lines",
                self.levels,
                f"the levels best first, as on their scale: {', '.join(self.scale.keys)}",
            )

    @property
    def levels(self) -> tuple[str, ...]:
        """The level of each line, then that of what reaches none."""
        if self.otherwise is None:
            return ()
        return (*(each.level for each in self.lines), self.otherwise)

    def __str__(self) -> str:
        if self.judged:
            return f"{self.judgement}: judged by people"
        lines = "; ".join(str(each) for each in self.lines)
        serves = "" if self.serves is None else f" (where {self.serves})"
        return f"{self.judgement}{serves}: {lines}; else {self.otherwise}"


def edges_of(reach: Reach) -> Iterator[Edge]:
    """Yield each edge that a line may ask for, in the order in which they are written.

    >>> from councilperf.rules import FLOOR, TARGET, any_of
    >>> [str(each) for each in edges_of(any_of(TARGET, FLOOR))]
    ['the target', 'the minimum']
    """
    if isinstance(reach, Edge):
        yield reach
    else:
        for part in reach.parts:
            yield from edges_of(part)


def figures_of(rule: Rule) -> Iterator[Figure]:
    """Yield each figure that a rule's lines hold something against, or take a percentage of.

    >>> from councilperf.rules import ANNUAL_TARGET, TARGET, Percentage
    >>> edge = TARGET.worse_by(Percentage(5, of=ANNUAL_TARGET.figure))
    >>> [str(each) for each in figures_of(Rule("rating", {"green": edge}, otherwise="red"))]
    ['the target', 'the annual target']
    """
    for line in rule.lines:
        for edge in edges_of(line.reach):
            yield edge.figure
            yield from _bases_of(edge.by)


def _bases_of(allowance: Allowance | None) -> Iterator[Figure]:
    if isinstance(allowance, Percentage) and allowance.of is not None:
        yield allowance.of
    elif isinstance(allowance, Widest):
        for part in allowance.parts:
            yield from _bases_of(part)
