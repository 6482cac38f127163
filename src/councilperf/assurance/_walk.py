"""Walking a report: its texts, rows and markings, each with the path to it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeGuard

from attrs import fields, has

from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Marking, Report, ScorecardRow

__all__ = ["in_order", "is_collection", "markings_of", "rows_of", "texts_of", "titles_of"]


def is_collection(value: object) -> TypeGuard[tuple[object, ...] | frozenset[object]]:
    """Say whether this is one of the two collections that a field may hold."""
    return isinstance(value, tuple | frozenset)


def in_order(values: tuple[object, ...] | frozenset[object]) -> tuple[object, ...]:
    """Return the members in an order that is the same in every run; a frozenset has none."""
    return values if isinstance(values, tuple) else tuple(sorted(values, key=str))


def texts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text inside a value, after its path."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield path, value
    elif is_collection(value):
        for place, each in enumerate(in_order(value)):
            yield from texts_of(each, f"{path}[{place}]")
    elif not isinstance(value, ReportingPeriod) and has(kind := type(value)):
        for attribute in fields(kind):
            inside = f"{path}.{attribute.name}" if path else attribute.name
            yield from texts_of(getattr(value, attribute.name), inside)


def rows_of(report: Report) -> Iterator[tuple[str, ScorecardRow]]:
    """Yield every row of every scorecard, after its path."""
    for path, card in report.all_scorecards():
        for place, row in enumerate(card.rows):
            yield f"{path}.rows[{place}]", row


def titles_of(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the titles and references that say what a part of the report is about."""
    yield "title", report.title
    if report.reference is not None:
        yield "reference", report.reference
    for path, card in report.all_scorecards():
        yield f"{path}.title", card.title
    for place, budget in enumerate(report.budgets):
        yield f"budgets[{place}].title", budget.title
    for place, appendix in enumerate(report.appendices):
        yield f"appendices[{place}].title", appendix.title


def markings_of(report: Report) -> Iterator[tuple[str, Marking]]:
    """Yield every marking, after its path."""
    if report.marking is not None:
        yield "marking", report.marking
    for place, restriction in enumerate(report.restrictions):
        yield f"restrictions[{place}].marking", restriction.marking
    for name in ("appendices", "commentaries", "key_developments", "emerging_issues"):
        for place, each in enumerate(getattr(report, name)):
            if each.marking is not None:
                yield f"{name}[{place}].marking", each.marking
    for place, paper in enumerate(report.background.papers if report.background else ()):
        if paper.marking is not None:
            yield f"background.papers[{place}].marking", paper.marking
