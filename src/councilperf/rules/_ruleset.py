"""Rule sets: one council's published way of rating, for stated years, as plain data."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from councilperf._checks import (
    as_member,
    as_tuple,
    check_date,
    check_each,
    check_instance,
    check_text,
)
from councilperf._display import Displayed
from councilperf.errors import FieldValueError, UnknownNameError
from councilperf.model import Voice
from councilperf.periods import ReportingPeriod, format_dates
from councilperf.rules._condition import FACTS, And, Condition, Is, Not, Or, subjects_of
from councilperf.rules._figure import Figure, FigureKind
from councilperf.rules._repr import repr_members
from councilperf.rules._rule import Rule, figures_of
from councilperf.rules._share import Share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.rules._scale import Scale

__all__ = ["NamedCondition", "RuleSet", "Source", "Validity"]


@final
@frozen
class Source:
    """Where something was published: the document, its date, page and address.

    >>> print(Source("Performance update", date=dt.date(2023, 7, 25), page="3"))
    Performance update, 25 July 2023, page 3
    """

    document: str
    date: dt.date | None = field(default=None, kw_only=True)
    page: str | None = field(default=None, kw_only=True)
    address: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("document", self.document)
        check_date("date", self.date, optional=True)
        check_text("page", self.page, optional=True)
        check_text("address", self.address, optional=True)

    def __str__(self) -> str:
        parts = [self.document]
        if self.date is not None:
            parts.append(format_dates([self.date]))
        if self.page is not None:
            parts.append(f"page {self.page}")
        return ", ".join(parts)


@final
@frozen
class Validity:
    """The span of periods that a rule set is stated for, open at an end that is not given.

    >>> from councilperf.periods import ReportingPeriod
    >>> from_2019 = Validity(ReportingPeriod.financial_year(2019))
    >>> from_2019.covers(ReportingPeriod.quarter(2018, 4))
    False
    """

    first: ReportingPeriod | None = None
    last: ReportingPeriod | None = None

    def __attrs_post_init__(self) -> None:
        check_instance("first", self.first, ReportingPeriod, optional=True)
        check_instance("last", self.last, ReportingPeriod, optional=True)
        if self.first and self.last and self.first.start > self.last.end:
            raise FieldValueError("last", self.last, f"a period not before {self.first}")

    def covers(self, period: ReportingPeriod) -> bool:
        """Say whether the whole period lies within the span.

        >>> from councilperf.periods import ReportingPeriod
        >>> Validity().covers(ReportingPeriod.quarter(2019, 2))
        True
        """
        starts = self.first is None or period.start >= self.first.start
        return starts and (self.last is None or period.end <= self.last.end)

    def __str__(self) -> str:
        if self.first is None:
            return "all periods" if self.last is None else f"up to {self.last}"
        if self.last is None:
            return f"from {self.first}"
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


_ALWAYS = Validity()


@final
@frozen
class NamedCondition:
    """A condition with the name that a committee knows it by.

    >>> print(NamedCondition("adverse", Is("rating", "red")))
    adverse: rating is red
    """

    name: str
    condition: Condition

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_instance("condition", self.condition, (Is, And, Or, Not))

    def __str__(self) -> str:
        return f"{self.name}: {self.condition}"


_STANDS = (Voice.OVERRIDE, Voice.COMPUTED)


def _as_voices(voices: Iterable[Voice | str]) -> tuple[Voice, ...]:
    return tuple(as_member("voices", each, Voice) for each in as_tuple(voices))


@final
@frozen
class RuleSet(Displayed):
    """One council's published way of rating.

    >>> from councilperf.rules import RAG, TARGET, Rule
    >>> met = Rule("rating", {"green": TARGET}, otherwise="red")
    >>> print(RuleSet("ours", "Our council", [met]).rules[0])
    rating: green ← the target; else red

    Of several rules for one judgement the first that serves an item is used. *assumed* lists what
    the source leaves unstated; *voices* says whose level stands in tallies, the first that speaks.
    """

    name: str
    council: str
    rules: tuple[Rule, ...] = field(converter=as_tuple)
    shares: tuple[Share, ...] = field(default=(), converter=as_tuple, kw_only=True)
    exceptions: tuple[NamedCondition, ...] = field(default=(), converter=as_tuple, kw_only=True)
    validity: Validity = field(default=_ALWAYS, kw_only=True)
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple, kw_only=True)
    assumed: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    voices: tuple[Voice, ...] = field(
        default=_STANDS, converter=_as_voices, kw_only=True, repr=repr_members
    )

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_text("council", self.council)
        check_each("rules", self.rules, Rule)
        check_each("shares", self.shares, Share)
        check_each("exceptions", self.exceptions, NamedCondition)
        check_instance("validity", self.validity, Validity)
        check_each("sources", self.sources, Source)
        check_each("assumed", self.assumed, str)
        if not self.rules:
            raise FieldValueError("rules", self.rules, "a rule or more")
        if not self.voices:
            raise FieldValueError("voices", self.voices, "a voice or more")
        shares = {each.name for each in self.shares}
        for rule in self.rules:
            _check_subjects("serves", rule.serves, FACTS)
            before = set(itertools.takewhile(rule.judgement.__ne__, self.judgements))
            _check_figures("judges", [rule.judges], before, shares)
            _check_figures("lines", figures_of(rule), before, shares)
            if rule.scale != self.scale_of(rule.judgement):
                allowed = f"the scale of the first rule for {rule.judgement!r}, to count on one"
                raise FieldValueError("scale", rule.scale.name, allowed)
        known = FACTS.union(self.judgements)
        for share in self.shares:
            _check_subjects("of", share.of, known)
            _check_subjects("over", share.over, known)
        for exception in self.exceptions:
            _check_subjects("condition", exception.condition, known)

    @property
    def judgements(self) -> tuple[str, ...]:
        """The names of what is judged of each item, in the rules' order."""
        of_items = (each for each in self.rules if each.judges.kind is not FigureKind.SHARE)
        return tuple(dict.fromkeys(each.judgement for each in of_items))

    def scale_of(self, judgement: str) -> Scale:
        """Return the scale of a judgement.

        >>> from councilperf.presets import MAIDSTONE
        >>> MAIDSTONE.scale_of("rating").keys
        ('green', 'amber', 'red')

        Raises `UnknownNameError` with the judgements that there are.
        """
        for rule in self.rules:
            if rule.judgement == judgement:
                return rule.scale
        raise UnknownNameError("judgement", judgement, self.judgements)

    def rules_for(self, judgement: str) -> tuple[Rule, ...]:
        """Return the rules for one judgement, in their order.

        >>> from councilperf.presets import MAIDSTONE
        >>> [each.otherwise for each in MAIDSTONE.rules_for("rating")]
        ['red']
        """
        return tuple(each for each in self.rules if each.judgement == judgement)

    def with_rules(self, *rules: Rule) -> RuleSet:
        """Return the set with these rules in place of those for the same judgements.

        >>> from councilperf.presets import MAIDSTONE
        >>> from councilperf.rules import TARGET
        >>> stricter = Rule("rating", {"green": TARGET}, otherwise="red")
        >>> [str(each) for each in MAIDSTONE.with_rules(stricter).rules_for("rating")]
        ['rating: green ← the target; else red']

        Judgements keep their order, and new ones come last.
        """
        new: dict[str, list[Rule]] = {}
        for rule in rules:
            new.setdefault(rule.judgement, []).append(rule)
        names = dict.fromkeys((*(each.judgement for each in self.rules), *new))
        return evolve(
            self, rules=[one for each in names for one in new.get(each) or self.rules_for(each)]
        )

    def without(self, *judgements: str) -> RuleSet:
        """Return the set without the rules for these judgements.

        >>> from councilperf.presets import MAIDSTONE
        >>> MAIDSTONE.without("long trend").judgements
        ('rating', 'short trend')

        Raises `UnknownNameError` with the judgements that there are.
        """
        for each in judgements:
            self.scale_of(each)
        kept = [each for each in self.rules if each.judgement not in judgements]
        return evolve(self, rules=kept)

    def valid_for(self, validity: Validity) -> RuleSet:
        """Return the same rules for another span of periods, for those who choose to rate by them.

        >>> from councilperf.presets import CHESHIRE_EAST
        >>> CHESHIRE_EAST.valid_for(Validity()).validity
        Validity(first=None, last=None)
        """
        return evolve(self, validity=validity)


def _check_subjects(field_name: str, condition: Condition | None, known: frozenset[str]) -> None:
    if condition is None:
        return
    for subject in subjects_of(condition):
        if subject not in known:
            raise FieldValueError(field_name, subject, "one of " + ", ".join(sorted(known)))


def _check_figures(
    field_name: str, figures: Iterable[Figure], before: set[str], shares: set[str]
) -> None:
    """Refuse a level not judged by then, which might wait for itself, and an unknown share."""
    for figure in figures:
        if figure.kind is FigureKind.LEVEL and figure.of not in before:
            raise FieldValueError(field_name, str(figure), "a level that is judged before")
        if figure.kind is FigureKind.SHARE and figure.of not in shares:
            raise FieldValueError(field_name, str(figure), "a share of this rule set")
