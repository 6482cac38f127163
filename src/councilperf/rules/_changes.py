"""What changed between two rule sets, so that it reads like the policy paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from attrs import evolve, fields, frozen

from councilperf._checks import check_instance
from councilperf._display import Displayed
from councilperf.rules._ruleset import RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.rules._rule import Line, Rule

__all__ = ["RuleSetChanges", "changes_between"]


@final
@frozen
class RuleSetChanges(Displayed):
    """Everything that changed from an older rule set to a newer one.

    >>> from councilperf.presets import HAVERING_2013, HAVERING_2014
    >>> RuleSetChanges(HAVERING_2013, HAVERING_2014).parts
    ('name', 'rules', 'validity', 'sources', 'assumed')
    """

    older: RuleSet
    newer: RuleSet

    def __attrs_post_init__(self) -> None:
        check_instance("older", self.older, RuleSet)
        check_instance("newer", self.newer, RuleSet)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that differ."""
        names = (each.name for each in fields(RuleSet))
        return tuple(
            name for name in names if getattr(self.older, name) != getattr(self.newer, name)
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """What changed, in words, one sentence for each difference."""
        return tuple(sentence for part in self.parts for sentence in self._of_part(part))

    def _of_part(self, part: str) -> Iterator[str]:
        before, after = getattr(self.older, part), getattr(self.newer, part)
        if part == "rules":
            yield from _rule_sentences(before, after)
        elif isinstance(before, tuple):
            yield from _item_sentences(part, cast("tuple[object, ...]", before), after)
        else:
            yield f"{part}: was {before}, is now {after}"

    def apply(self, rules: RuleSet) -> RuleSet:
        """Return a rule set with these changes made: the older one becomes the newer.

        >>> from councilperf.presets import MAIDSTONE
        >>> newer = MAIDSTONE.without("long trend")
        >>> changes_between(MAIDSTONE, newer).apply(MAIDSTONE) == newer
        True
        """
        return evolve(rules, **{part: getattr(self.newer, part) for part in self.parts})

    def __str__(self) -> str:
        return "\n".join(self.sentences)


def changes_between(older: RuleSet, newer: RuleSet) -> RuleSetChanges:
    """Return what changed from an older rule set to a newer one.

    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.rules import TARGET, Rule
    >>> lines = {"green": TARGET, "amber": TARGET.worse_by("5%")}
    >>> stricter = Rule("rating", lines, otherwise="red")
    >>> print(changes_between(MAIDSTONE, MAIDSTONE.with_rules(stricter)))
    rating: amber was the target worse by 10%, is now the target worse by 5%
    """
    return RuleSetChanges(older, newer)


def _item_sentences(part: str, before: Iterable[object], after: Iterable[object]) -> Iterator[str]:
    old, new = tuple(before), tuple(after)
    for each in old:
        if each not in new:
            yield f"{part}: no longer {each}"
    for each in new:
        if each not in old:
            yield f"{part}: now {each}"
    if set(old) == set(new):
        yield f"{part}: in another order"


def _rule_sentences(before: tuple[Rule, ...], after: tuple[Rule, ...]) -> Iterator[str]:
    old, new = _by_use(before), _by_use(after)
    for use, rule in old.items():
        if use not in new:
            yield f"no longer: {rule}"
    for use, rule in new.items():
        if use not in old:
            yield f"new: {rule}"
        elif rule != old[use]:
            yield from _differences(old[use], rule)
    if all(old.get(use) == rule for use, rule in new.items()) and len(old) == len(new):
        yield "rules: in another order"


def _by_use(rules: Iterable[Rule]) -> dict[tuple[str, str], Rule]:
    return {(each.judgement, str(each.serves)): each for each in rules}


def _differences(before: Rule, after: Rule) -> Iterator[str]:
    name = after.judgement
    yield from (f"{name}: {each}" for each in _line_sentences(before.lines, after.lines))
    if before.scale != after.scale and before.scale.name == after.scale.name:
        yield f"{name}: the scale {after.scale.name} has changed"
    for part, was, now in (
        ("what reaches none", before.otherwise, after.otherwise),
        ("what is judged", before.judges, after.judges),
        ("the scale", before.scale.name, after.scale.name),
    ):
        if was != now:
            yield f"{name}: {part} was {was}, is now {now}"
    if before.judged != after.judged:
        yield f"{name}: {'now judged by people' if after.judged else 'now computed'}"


def _line_sentences(before: tuple[Line, ...], after: tuple[Line, ...]) -> Iterator[str]:
    old = {each.level: each.reach for each in before}
    new = {each.level: each.reach for each in after}
    if len(old) < len(before) or len(new) < len(after):
        # A level with several lines is told only together with them all.
        if before != after:
            was, now = ("; ".join(map(str, lines)) for lines in (before, after))
            yield f"was {was}, is now {now}"
        return
    for level in old:
        if level not in new:
            yield f"{level} no longer has a line of its own"
    for level, reach in new.items():
        if level not in old:
            yield f"{level} is now {reach}"
        elif reach != old[level]:
            yield f"{level} was {old[level]}, is now {reach}"
