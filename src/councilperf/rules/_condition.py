"""Conditions: which items a rule serves, an exception names, or a share counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import (
    as_frozenset,
    as_tuple,
    check_each,
    check_instance,
    check_text,
    check_whole,
)
from councilperf.errors import FieldValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["FACTS", "And", "Condition", "Is", "Not", "Or", "subjects_of"]

#: What a condition may ask of an item besides its judgements.
FACTS = frozenset(
    {
        "frequency",
        "kind",
        "polarity",
        "portfolio",
        "priority",
        "reference",
        "service",
        "stage",
        "tag",
    }
)


class _Joinable:
    """What every condition can do: be joined by `&` and `|`, and be turned round by `~`."""

    __slots__ = ()

    def __and__(self, other: Condition) -> And:
        return And((cast("Condition", self), other))

    def __or__(self, other: Condition) -> Or:
        return Or((cast("Condition", self), other))

    def __invert__(self) -> Not:
        return Not(cast("Condition", self))


def _as_values(values: Iterable[str] | str) -> frozenset[str]:
    return frozenset({values}) if isinstance(values, str) else as_frozenset(values)


@final
@frozen
class Is(_Joinable):
    """That an item's judgement, or something else about it, is one of these.

    >>> print(Is("rating", "red") & Is("travel", "worsening"))
    rating is red and travel is worsening
    >>> print(Is("rating", ["amber", "red"], running=2))
    rating is amber or red, 2 reports running

    *subject* is the name of a judgement ("rating", "travel", …; its values are level keys,
    "unrated" and the reasons for being unrated), or one of the item's facts: "kind", "tag",
    "frequency", "polarity", "service", "priority", "portfolio", "reference", or "stage"
    ("in_year", "outturn").

    An item below target whose key leaves the edge between amber and red open is "unrated", and
    is one of "amber" and "red" all the same.
    """

    subject: str
    values: frozenset[str] = field(converter=_as_values)
    running: int = field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("subject", self.subject)
        check_each("values", self.values, str)
        check_whole("running", self.running, 1, 100)
        if not self.values:
            raise FieldValueError("values", self.values, "one value or more")

    def __str__(self) -> str:
        running = "" if self.running == 1 else f", {self.running} reports running"
        return f"{self.subject} is {' or '.join(sorted(self.values))}{running}"

    def __repr__(self) -> str:
        running = "" if self.running == 1 else f", running={self.running}"
        return f"Is({self.subject!r}, {sorted(self.values)!r}{running})"


@final
@frozen
class And(_Joinable):
    """That all of several conditions hold.

    >>> print(And([Is("kind", "indicator"), Is("stage", "outturn")]))
    kind is indicator and stage is outturn
    """

    parts: tuple[Condition, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        _check_parts(self.parts)

    def __str__(self) -> str:
        return " and ".join(_bracketed(each) for each in self.parts)


@final
@frozen
class Or(_Joinable):
    """That one of several conditions holds, or more than one.

    >>> print(Or([Is("rating", "red"), Is("travel", "worsening")]))
    rating is red or travel is worsening
    """

    parts: tuple[Condition, ...] = field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        _check_parts(self.parts)

    def __str__(self) -> str:
        return " or ".join(_bracketed(each) for each in self.parts)


@final
@frozen
class Not(_Joinable):
    """That a condition does not hold.

    >>> print(~Is("rating", "unrated"))
    not (rating is unrated)
    """

    part: Condition

    def __attrs_post_init__(self) -> None:
        check_instance("part", self.part, _KINDS)

    def __str__(self) -> str:
        return f"not ({self.part})"


Condition: TypeAlias = Is | And | Or | Not
_KINDS = (Is, And, Or, Not)


def _check_parts(parts: tuple[Condition, ...]) -> None:
    check_each("parts", parts, _KINDS)
    if len(parts) < 2:
        raise FieldValueError("parts", parts, "two conditions or more")


def _bracketed(condition: Condition) -> str:
    return f"({condition})" if isinstance(condition, And | Or) else str(condition)


def subjects_of(condition: Condition) -> Iterator[str]:
    """Yield what a condition asks about.

    >>> sorted(subjects_of(Is("rating", "red") & ~Is("kind", "pledge")))
    ['kind', 'rating']
    """
    if isinstance(condition, Is):
        yield condition.subject
    elif isinstance(condition, Not):
        yield from subjects_of(condition.part)
    else:
        for part in condition.parts:
            yield from subjects_of(part)
