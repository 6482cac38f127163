"""A committee report as a page: title block, recommendations, figures, texts, appendices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from councilperf.assessment import find_exceptions
from councilperf.model import ImplicationStatus
from councilperf.periods import format_dates
from councilperf.tables._assessment import assessment_blocks
from councilperf.tables._dated import dated
from councilperf.tables._labels import ENGLISH
from councilperf.tables._markings import holds_marked_material, marking_lines
from councilperf.tables._page import Bullets, Fact, Facts, Heading, Page, Paragraph
from councilperf.tables._paper_tables import budget_table, objectives_table, stated_summary_table
from councilperf.tables._scorecard import figures_table
from councilperf.tables._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.assessment import Assessment
    from councilperf.model import (
        Appendix,
        BackgroundPaper,
        Commentary,
        ContactPoint,
        Implication,
        Recommendation,
        Report,
        Scorecard,
    )
    from councilperf.tables._labels import Labels
    from councilperf.tables._page import Block

__all__ = ["paper_page"]


def paper_page(
    report: Report,
    *,
    assessments: Iterable[Assessment] = (),
    findings: Iterable[Found] = (),
    labels: Labels = ENGLISH,
) -> Page:
    """Set out a whole committee report as a page.

    >>> from datetime import date
    >>> from councilperf.model import Committee, Meeting, Recommendation, Report
    >>> from councilperf.periods import ReportingPeriod
    >>> panel = Committee("Scrutiny Panel", "Worcestershire County Council")
    >>> paper = Report(
    ...     Meeting(panel, date(2022, 3, 10)),
    ...     "Performance",
    ...     ReportingPeriod.quarter(2021, 3),
    ...     recommendations=[Recommendation("note", "the performance")],
    ... )
    >>> [each.text for each in paper_page(paper).blocks if isinstance(each, Heading)]
    ['Recommendations']

    A scorecard with an assessment among *assessments* is shown rated, with its counts, and its
    exceptions with what is said of each; any other as it was given. *findings* of `check` stand
    in a table at the end, for officers: they may quote what is exempt. Everything that the report
    holds is set out: for the public give `public_view(report)`, and assessments of that.
    """
    by_card = {each.scorecard: each for each in assessments}
    blocks: list[Block] = [_title_block(report, labels)]
    blocks += _text(labels.purpose, report.purpose)
    blocks += _text(labels.summary, report.summary)
    blocks += _listed(
        labels.recommendations, (_recommendation(each, labels) for each in report.recommendations)
    )
    blocks += _text(labels.reasons, report.reasons)
    blocks += _text(labels.options, report.options_considered)
    for section in report.sections:
        blocks += _text(section.heading, section.text)
    blocks += (stated_summary_table(each, labels=labels) for each in report.tallies)
    told: set[str] = set()
    for _, card in report.all_scorecards():
        blocks += _scorecard(card, by_card.get(card), report.commentaries, told, labels)
    if report.objectives:
        blocks.append(objectives_table(report.objectives, labels=labels))
    blocks += (budget_table(each, labels=labels) for each in report.budgets)
    untold = [each for each in report.commentaries if each.about not in told]
    for heading, commentaries in (
        (labels.commentary, untold),
        (labels.key_developments, report.key_developments),
        (labels.emerging_issues, report.emerging_issues),
    ):
        blocks += _listed(heading, (_commentary(each, labels) for each in commentaries))
    blocks += _listed(labels.implications, map(_implication, report.implications))
    blocks += _listed(labels.exempt, marking_lines(report, labels=labels))
    blocks += _closing(report, labels)
    found = tuple(findings)
    if found:
        blocks += [Heading(labels.findings), _findings_table(found, labels)]
    return Page(report.title, blocks)


def _title_block(report: Report, labels: Labels) -> Facts:
    meeting = report.meeting
    decision = {True: "yes", False: "no", None: None}[report.key_decision]
    known: list[tuple[str, object | None]] = [
        (labels.committee, meeting.committee.name),
        (labels.council, meeting.committee.council.name),
        (labels.meeting, format_dates([meeting.date])),
        (labels.place, meeting.place),
        (labels.status, None if meeting.status is None else meeting.status.value),
        (labels.invited, "; ".join(map(str, meeting.invited)) or None),
        (labels.period, dated(report.period)),
        (labels.reference, report.reference),
        (labels.agenda_item, report.agenda_item),
        (labels.lead_member, report.lead_member),
        (labels.portfolio, report.portfolio),
        (labels.senior_officer, report.senior_officer),
        (labels.originator, report.originator),
        (labels.author, report.author),
        (labels.key_decision, decision),
        (labels.decision_maker, report.decision_maker),
        (labels.wards, report.wards),
        (labels.classification, report.classification),
        (
            labels.publication,
            labels.not_for_publication if holds_marked_material(report) else None,
        ),
    ]
    return Facts([Fact(name, str(value)) for name, value in known if value is not None])


def _text(heading: str, text: str | None) -> Iterator[Block]:
    """Yield a heading with its paragraphs, which blank lines part in the text."""
    if text is None:
        return
    yield Heading(heading)
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            yield Paragraph(paragraph)


def _listed(heading: str, items: Iterable[str]) -> Iterator[Block]:
    found = tuple(items)
    if found:
        yield Heading(heading)
        yield Bullets(found)


def _recommendation(recommendation: Recommendation, labels: Labels) -> str:
    later = recommendation.refer_to
    if later is None:
        return str(recommendation)
    where = f"{later.committee}, {format_dates([later.date])}"
    return f"{recommendation} ({labels.referred_to} {where})"


def _scorecard(
    card: Scorecard,
    assessment: Assessment | None,
    commentaries: tuple[Commentary, ...],
    told: set[str],
    labels: Labels,
) -> Iterator[Block]:
    """Yield a scorecard's blocks, and note in *told* of which items all has been said."""
    shown: set[str] = set()
    if assessment is None:
        yield figures_table(card, labels=labels)
    else:
        yield Heading(card.title)
        yield from assessment_blocks(assessment, labels=labels, level=3, commentaries=commentaries)
        shown = {each.row.reference for each in find_exceptions(assessment)}
    said = [
        f"{row.indicator.reference} {row.indicator.title}: {row.commentary}"
        for row in card.rows
        if row.commentary is not None and row.indicator.reference not in shown
    ]
    if said:
        heading = f"{labels.commentary}: {card.title}"
        yield Heading(heading) if assessment is None else Heading(labels.commentary, level=3)
        yield Bullets(said)
    told |= shown


class Found(Protocol):
    """What a finding of `check` tells; the findings themselves stand in a room above this one."""

    @property
    def code(self) -> str:
        """Which check found it."""
        ...

    @property
    def severity(self) -> object:
        """How grave it is."""
        ...

    @property
    def path(self) -> str:
        """Where."""
        ...

    @property
    def message(self) -> str:
        """What is wrong."""
        ...

    @property
    def remedy(self) -> str:
        """What to do."""
        ...


def _findings_table(findings: tuple[Found, ...], labels: Labels) -> Table:
    headers = [labels.severity, labels.check, labels.where, labels.wrong, labels.remedy]
    rows = [
        [str(each.severity), each.code, each.path, each.message, each.remedy] for each in findings
    ]
    return Table(labels.found, headers, rows)


def _commentary(commentary: Commentary, labels: Labels) -> str:
    about = "" if commentary.about is None else f"{commentary.about}: "
    said = [about + commentary.text]
    if commentary.cause is not None:
        said.append(f"{labels.cause}: {commentary.cause}")
    if commentary.action is not None:
        who = "" if commentary.role is None else f", {commentary.role}"
        when = "" if commentary.due is None else f", by {format_dates([commentary.due])}"
        said.append(f"{labels.action}: {commentary.action}{who}{when}")
    return " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in said)


def _implication(implication: Implication) -> str:
    if implication.status is ImplicationStatus.IDENTIFIED:
        return f"{implication.kind}: {implication.text}"
    status = implication.status.value.replace("_", " ")
    more = "" if implication.text is None else f"; {implication.text}"
    return f"{implication.kind}: {status}{more}"


def _closing(report: Report, labels: Labels) -> Iterator[Block]:
    yield from _listed(labels.appendices, (_appendix(each, labels) for each in report.appendices))
    if report.background is not None:
        yield from _listed(labels.background, map(_background, report.background.papers))
    yield from _listed(labels.contacts, map(_contact, report.contacts))
    yield from _listed(
        labels.sign_offs,
        [
            *(f"{each.function}: {each.reference}" for each in report.sign_offs),
            *(f"{each.role}, {format_dates([each.date])}" for each in report.approvals),
        ],
    )


def _appendix(appendix: Appendix, labels: Labels) -> str:
    where = f" ({labels.held_elsewhere})" if appendix.held_elsewhere else ""
    note = "" if appendix.note is None else f". {appendix.note}"
    return f"{appendix}{where}{note}"


def _background(paper: BackgroundPaper) -> str:
    return f"{paper.title}, {format_dates(paper.dates)}" if paper.dates else paper.title


def _contact(contact: ContactPoint) -> str:
    parts = [contact.office, *map(str, contact.officers), contact.email, *contact.telephones]
    return ", ".join(each for each in parts if each is not None)
