"""Checks of the paper itself: what it names and lacks, and what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.assurance._walk import rows_of, texts_of
from councilperf.model import ImplicationStatus
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from councilperf.model import Report

__all__ = [
    "find_appendix_empty",
    "find_appendix_missing",
    "find_duplicate_reference",
    "find_implication_not_stated",
    "find_implications_absent",
    "find_milestone_overdue",
    "find_reasons_absent",
    "find_recommendation_without_subject",
    "find_sign_off_outstanding",
]

_APPENDIX = re.compile(r"\bappendix\s+([0-9]+|[A-Z])\b", re.IGNORECASE)


def find_appendix_missing(report: Report) -> Iterator[Remark]:
    """Yield a remark for each appendix that a text names and that is not listed."""
    listed = {_bare(each.reference) for each in report.appendices}
    for path, text in texts_of(report):
        for number in _APPENDIX.findall(text):
            # "appendix a" in running text is the letter A, "appendix i" hardly ever a name.
            if _bare(number) not in listed and not number.islower():
                yield Remark(
                    path,
                    f"it names Appendix {number}, which is not among the appendices",
                    "attach it, or correct the number; if it is published elsewhere, list it "
                    "with held_elsewhere=True",
                )


def _bare(reference: str) -> str:
    return reference.casefold().removeprefix("appendix").strip()


def find_appendix_empty(report: Report) -> Iterator[Remark]:
    """Yield a remark for each appendix that is listed, of which nothing is here or elsewhere."""
    for place, each in enumerate(report.appendices):
        if not (each.scorecards or each.note or each.held_elsewhere):
            yield Remark(
                f"appendices[{place}]",
                f"Appendix {each.reference} is listed and nothing of it is here",
                "add its scorecards or a note of what it holds, or say that it is held elsewhere",
            )


def find_duplicate_reference(report: Report) -> Iterator[Remark]:
    """Yield a remark for each reference that stands for two rows, objectives or appendices."""
    items = [(path, row.indicator.reference) for path, row in rows_of(report)]
    items += [(f"objectives[{n}]", each.reference) for n, each in enumerate(report.objectives)]
    appendices = [(f"appendices[{n}]", each.reference) for n, each in enumerate(report.appendices)]
    for references in (items, appendices):
        first: dict[str, str] = {}
        for path, reference in references:
            if reference in first:
                yield Remark(
                    path,
                    f"{reference!r} is the reference of {first[reference]} too",
                    "give each a reference of its own",
                )
            first.setdefault(reference, path)


def _has_budget(report: Report) -> bool:
    return bool(report.budgets)


def _has_objectives(report: Report) -> bool:
    return bool(report.objectives)


def _has_scorecard(report: Report) -> bool:
    return next(report.all_scorecards(), None) is not None


_ASKED_FOR: tuple[tuple[str, re.Pattern[str], Callable[[Report], bool]], ...] = (
    ("a scorecard", re.compile(r"\b(?:scorecard|dashboard)s?\b", re.IGNORECASE), _has_scorecard),
    ("a budget", re.compile(r"\bbudgets?\b", re.IGNORECASE), _has_budget),
    (
        "objectives or milestones",
        re.compile(r"\b(?:objectives?|milestones?)\b", re.IGNORECASE),
        _has_objectives,
    ),
)


def find_recommendation_without_subject(report: Report) -> Iterator[Remark]:
    """Yield a remark for each recommendation on a part that the report lacks.

    An appendix that is held elsewhere or withheld may hold the part, so then nothing is said.
    """
    if any(each.held_elsewhere or each.marking is not None for each in report.appendices):
        return
    for place, each in enumerate(report.recommendations):
        for name, words, has_it in _ASKED_FOR:
            if words.search(each.text) and not has_it(report):
                yield Remark(
                    f"recommendations[{place}]",
                    f"the committee is asked to {each}, and the report holds no such thing as "
                    f"{name}",
                    f"add {name}, or list the appendix that holds it",
                )


def find_reasons_absent(report: Report) -> Iterator[Remark]:
    """Yield a remark where there are recommendations and no reasons for them."""
    if report.recommendations and report.reasons is None:
        yield Remark("reasons", "no reasons are given for the recommendations", "give them")


def find_implications_absent(report: Report) -> Iterator[Remark]:
    """Yield a remark where nothing is said of any implications, not even that there are none."""
    if not report.implications:
        yield Remark(
            "implications",
            "the report says nothing of implications",
            "state them kind by kind, or that none were identified",
        )


def find_implication_not_stated(report: Report) -> Iterator[Remark]:
    """Yield a remark for each kind of implication whose heading has nothing under it."""
    for place, each in enumerate(report.implications):
        if each.status is ImplicationStatus.NOT_STATED:
            yield Remark(
                f"implications[{place}]",
                f"{each.kind} has a heading and nothing under it",
                "state the implications, or that none were identified",
            )


def find_sign_off_outstanding(report: Report) -> Iterator[Remark]:
    """Yield a remark for each function that has not cleared the paper; "N/A" is no remark."""
    for place, each in enumerate(report.sign_offs):
        reference = each.reference
        if isinstance(reference, Missing) and reference.reason is not Absence.NOT_APPLICABLE:
            yield Remark(
                f"sign_offs[{place}]",
                f"{each.function} has not signed it off ({reference})",
                "get the sign-off, or mark it as not applicable",
            )


def find_milestone_overdue(report: Report) -> Iterator[Remark]:
    """Yield a remark for each milestone that fell due, is not completed and was not judged."""
    for number, objective in enumerate(report.objectives):
        for place, each in enumerate(objective.milestones):
            if each.due is None or each.completed is not None or each.progress is not None:
                continue
            if each.due <= report.period.end:
                yield Remark(
                    f"objectives[{number}].milestones[{place}]",
                    f"{each.title!r} of {objective.reference} was due on {each.due}, and it is "
                    "not said how it stands",
                    "give the day of completion, or its progress",
                )
