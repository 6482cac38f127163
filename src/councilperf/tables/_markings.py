"""What a paper says of its exempt and confidential material: on what, under which law, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.model import Exemption
from councilperf.periods import format_dates
from councilperf.tables._labels import ENGLISH
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Marking, Report, Restriction
    from councilperf.tables._labels import Labels

__all__ = ["holds_marked_material", "marking_lines"]


def marking_lines(report: Report, *, labels: Labels = ENGLISH) -> Iterator[str]:
    """Yield a line for each marking of the report, its items, appendices and background papers."""
    for about, marking in _marked(report, labels):
        yield f"{about}: {_said(marking, labels)}."


def holds_marked_material(report: Report) -> bool:
    """Say whether something exempt or confidential is in the report: in a public view it is not.

    What a view has put in place of a text is the marking's own sentence.
    """
    if report.marking is not None:
        return report.summary != report.marking.sentence
    return (
        any(_is_there(report, each) for each in report.restrictions)
        or any(each.marking and each.note != each.marking.sentence for each in report.appendices)
        or any(
            each.marking and each.text != each.marking.sentence
            for each in (*report.commentaries, *report.key_developments, *report.emerging_issues)
        )
        or any(
            each.marking and each.title != each.marking.sentence
            for each in (report.background.papers if report.background else ())
        )
    )


def _is_there(report: Report, restriction: Restriction) -> bool:
    name = restriction.reference
    # Where several markings lie on one item, any of them may stand in place of its texts.
    said = {each.marking.sentence for each in report.restrictions if each.reference == name}
    texts_only = restriction.commentary_only
    for _, card in report.all_scorecards():
        for row in card.rows:
            if row.indicator.reference == name and row.commentary not in said:
                return True
    for objective in report.objectives:
        if objective.reference == name:
            levels = [objective.progress, *(each.progress for each in objective.milestones)]
            reasons = [None if each is None else each.reason for each in levels]
            kept = [each for each in reasons if each and each not in said]
            is_whole = len(reasons) > 1 or not reasons[0]
            if kept or (is_whole and not texts_only):
                return True
    for line in (line for budget in report.budgets for line in budget.lines if line.name == name):
        is_figure = not isinstance(line.budget, Missing) or line.budget.reason != Absence.WITHHELD
        reason = line.rating.reason if line.rating else None
        if (reason and reason not in said) if texts_only else is_figure:
            return True
    return False


def _marked(report: Report, labels: Labels) -> Iterator[tuple[str, Marking]]:
    if report.marking is not None:
        yield labels.report, report.marking
    for each in report.restrictions:
        what = f" ({labels.commentary.lower()})" if each.commentary_only else ""
        yield each.reference + what, each.marking
    for appendix in report.appendices:
        if appendix.marking is not None:
            yield str(appendix), appendix.marking
    texts = (
        (labels.commentary, report.commentaries),
        (labels.key_developments, report.key_developments),
        (labels.emerging_issues, report.emerging_issues),
    )
    for name, commentaries in texts:
        for number, commentary in enumerate(commentaries, start=1):
            if commentary.marking is not None:
                yield f"{name} {commentary.about or number}", commentary.marking
    papers = report.background.papers if report.background is not None else ()
    for number, paper in enumerate(papers, start=1):
        if paper.marking is not None:
            yield f"{labels.background} {number}", paper.marking


def _said(marking: Marking, labels: Labels) -> str:
    said = [marking.statement]
    if isinstance(marking, Exemption) and marking.public_interest is not None:
        said.append(f"{labels.public_interest}: {marking.public_interest.removesuffix('.')}")
    if marking.decided_by is not None:
        said.append(f"{labels.decided_by} {marking.decided_by}")
    if isinstance(marking, Exemption) and marking.review is not None:
        said.append(f"{labels.review} {format_dates([marking.review])}")
    return "; ".join(said)
