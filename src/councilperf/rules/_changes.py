"""What changed between two rule sets, so that it reads like the policy paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import evolve, field, fields, frozen

from councilperf._checks import as_tuple, check_each, check_text
from councilperf.rules._ruleset import RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.rules._rule import Rule

__all__ = ["RuleSetChange", "RuleSetChanges", "changes_between"]


@final
@frozen
class RuleSetChange:
    """One part of a rule set as it was and as it is now."""

    part: str
    before: Any
    after: Any

    def __attrs_post_init__(self) -> None:
        check_text("part", self.part)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What changed, in words, one sentence for each difference."""
        if self.part == "rules":
            return tuple(_rule_sentences(self.before, self.after))
        if isinstance(self.before, tuple) and isinstance(self.after, tuple):
            return tuple(_item_sentences(self.part, self.before, self.after))
        return (f"{self.part}: was {self.before}, is now {self.after}",)


@final
@frozen
class RuleSetChanges:
    """Everything that changed from one rule set to another."""

    changes: tuple[RuleSetChange, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_each("changes", self.changes, RuleSetChange)

    def apply(self, rules: RuleSet) -> RuleSet:
        """Return a rule set with these changes made: the older one becomes the newer.

        >>> from councilperf.presets import MAIDSTONE
        >>> newer = MAIDSTONE.without("long trend")
        >>> changes_between(MAIDSTONE, newer).apply(MAIDSTONE) == newer
        True
        """
        return evolve(rules, **{each.part: each.after for each in self.changes})

    def __str__(self) -> str:
        return "\n".join(sentence for each in self.changes for sentence in each.sentences)


def changes_between(older: RuleSet, newer: RuleSet) -> RuleSetChanges:
    """Return what changed from an older rule set to a newer one.

    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.rules import TARGET, Rule
    >>> lines = {"green": TARGET, "amber": TARGET.worse_by("5%")}
    >>> stricter = Rule("rating", lines, otherwise="red")
    >>> print(changes_between(MAIDSTONE, MAIDSTONE.with_rules(stricter)))
    rating: amber was the target worse by 10%, is now the target worse by 5%
    """
    names = [each.name for each in fields(RuleSet)]
    pairs = ((name, getattr(older, name), getattr(newer, name)) for name in names)
    return RuleSetChanges([RuleSetChange(*each) for each in pairs if each[1] != each[2]])


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
    old = {each.level: each.reach for each in before.lines}
    new = {each.level: each.reach for each in after.lines}
    for level in old:
        if level not in new:
            yield f"{name}: {level} no longer has a line of its own"
    for level, reach in new.items():
        if level not in old:
            yield f"{name}: {level} is now {reach}"
        elif reach != old[level]:
            yield f"{name}: {level} was {old[level]}, is now {reach}"
    for part, was, now in (
        ("what reaches none", before.otherwise, after.otherwise),
        ("what is judged", before.judges, after.judges),
        ("the scale", before.scale.name, after.scale.name),
    ):
        if was != now:
            yield f"{name}: {part} was {was}, is now {now}"
    if before.judged != after.judged:
        yield f"{name}: {'now judged by people' if after.judged else 'now computed'}"
