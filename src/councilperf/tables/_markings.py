"""What a paper says of its exempt and confidential material: on what, under which law, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.model import Exemption
from councilperf.periods import format_dates
from councilperf.tables._labels import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Marking, Report
    from councilperf.tables._labels import Labels

__all__ = ["marking_lines"]


def marking_lines(report: Report, *, labels: Labels = ENGLISH) -> Iterator[str]:
    """Yield a line for each marking of the report, its items, appendices and background papers."""
    for about, marking in _marked(report, labels):
        yield f"{about}: {_said(marking, labels)}."


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
