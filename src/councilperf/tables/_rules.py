"""How we rate: a rule set as a page that a councillor can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.rules import AnyOf, Edge, Side
from councilperf.tables._cells import level_cell
from councilperf.tables._labels import ENGLISH
from councilperf.tables._page import Bullets, Fact, Facts, Heading, Page
from councilperf.tables._table import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.rules import Reach, Rule, RuleSet, Source
    from councilperf.tables._labels import Labels
    from councilperf.tables._page import Block

__all__ = ["key_table", "needed_by_level", "reach_words", "rule_sets_table", "rules_page"]


def rules_page(rules: RuleSet, *, labels: Labels = ENGLISH) -> Page:
    """Set out a rule set: its keys, its sources, and what those leave unstated.

    >>> from councilperf.presets import MAIDSTONE
    >>> page = rules_page(MAIDSTONE)
    >>> page.title
    'maidstone: how Maidstone Borough Council rates'
    """
    facts = [Fact(labels.council, rules.council), Fact(labels.period, str(rules.validity))]
    facts += [Fact(labels.source, _source(each)) for each in rules.sources]
    blocks: list[Block] = [Facts(facts)]
    blocks += [key_table(rule, labels=labels) for rule in rules.rules]
    if rules.exceptions:
        blocks += [Heading(labels.exceptions), Bullets([str(each) for each in rules.exceptions])]
    if rules.shares:
        blocks += [Heading(labels.summary), Bullets([str(each) for each in rules.shares])]
    if rules.assumed:
        blocks += [Heading(labels.assumed), Bullets(rules.assumed)]
    return Page(f"{rules.name}: how {rules.council} rates", blocks)


def rule_sets_table(rule_sets: Iterable[RuleSet], *, labels: Labels = ENGLISH) -> Table:
    """List rule sets: name, council, for which periods, and where each was published.

    >>> from councilperf.presets import MAIDSTONE
    >>> print(*(cell.text for cell in rule_sets_table([MAIDSTONE]).rows[0][:3]), sep=" | ")
    maidstone | Maidstone Borough Council | from 2016-17
    """
    rows = [
        [
            each.name,
            each.council,
            str(each.validity),
            "; ".join(str(source) for source in each.sources),
        ]
        for each in rule_sets
    ]
    headers = [labels.rules, labels.council, labels.period, labels.source]
    return Table(labels.rule_sets, headers, rows)


def _source(source: Source) -> str:
    """Say where something was published, with the address where there is one."""
    return str(source) if source.address is None else f"{source}, {source.address}"


def key_table(rule: Rule, *, labels: Labels = ENGLISH) -> Table:
    """Set out one rule as a key: each level with what is needed for it, best first.

    >>> from councilperf.presets import MAIDSTONE
    >>> for row in key_table(MAIDSTONE.rules[0]).rows:
    ...     print(*row, sep=" | ")
    Green ● | the target or better
    Amber ▲ | no more than 10% worse than the target
    Red ■ | anything else
    """
    serves = "" if rule.serves is None else f", where {rule.serves}"
    caption = f"{labels.judgement_header(rule.judgement)}{serves}"
    rows = [[level_cell(rule.scale, key), Cell(needed)] for key, needed in needed_by_level(rule)]
    return Table(caption, [labels.level, labels.edge], rows)


def needed_by_level(rule: Rule) -> list[tuple[str, str]]:
    """Return what each line of a rule asks for, in plain words, the last line's rest too."""
    if rule.judged:
        return [(key, "judged by people") for key in rule.scale.keys]
    needed = [*(reach_words(each.reach) for each in rule.lines), "anything else"]
    return list(zip(rule.levels, needed, strict=True))


def reach_words(reach: Reach) -> str:
    """Say in plain words what must be reached.

    >>> from councilperf.rules import PREVIOUS_PERIOD, TARGET
    >>> reach_words(PREVIOUS_PERIOD.better_by("10%").beyond())
    'more than 10% better than the previous period'
    """
    if not isinstance(reach, Edge):
        joint = " or " if isinstance(reach, AnyOf) else " and "
        return joint.join(reach_words(each) for each in reach.parts)
    figure, by = reach.figure, reach.by
    if reach.side is None:
        return f"{figure} or better" if reach.included else f"better than {figure}"
    if reach.side is Side.WORSE:
        least = "no more than" if reach.included else "less than"
        return f"{least} {by} worse than {figure}"
    least = "at least" if reach.included else "more than"
    return f"{least} {by} better than {figure}"
