"""Checks of markings: exempt and confidential material that is not marked as the law has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.assurance._view import public_view
from councilperf.assurance._walk import markings_of, rows_of, texts_of
from councilperf.model import Exemption
from councilperf.values import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Report, ScorecardRow

__all__ = [
    "find_exempt_text_in_clear",
    "find_public_interest_unstated",
    "find_regime_not_in_force",
    "find_regime_of_other_country",
    "find_review_passed",
    "find_standards_paragraph",
]

_TELLING_LENGTH = 20


def find_regime_of_other_country(report: Report) -> Iterator[Remark]:
    """Yield a remark for each marking under the law of another country than the council's."""
    country = report.meeting.committee.council.country
    for path, marking in markings_of(report):
        if country is not None and marking.regime.country is not country:
            yield Remark(
                path,
                f"it is marked under the law of {marking.regime.country}, and the council is in "
                f"{country}",
                "use the regime of the council's country, with its own paragraph numbers",
            )


def find_regime_not_in_force(report: Report) -> Iterator[Remark]:
    """Yield a remark for each marking under a list not in force on the day of the meeting."""
    day = report.meeting.date
    for path, marking in markings_of(report):
        if isinstance(marking, Exemption) and not marking.regime.is_in_force(day):
            until = f" until {marking.regime.last_day}" if marking.regime.last_day else ""
            yield Remark(
                path,
                f"the list {marking.regime.value!r} is in force from {marking.regime.first_day}"
                f"{until}, and the meeting is on {day}",
                "use the list of the day; its paragraphs have other numbers",
            )


def find_public_interest_unstated(report: Report) -> Iterator[Remark]:
    """Yield a remark for each exemption without the reason why it outweighs disclosure."""
    for path, marking in markings_of(report):
        if isinstance(marking, Exemption) and marking.public_interest is None:
            yield Remark(
                path,
                "it is not said why the public interest in keeping it exempt is the greater",
                "state the reason, in words that give nothing away",
            )


def find_review_passed(report: Report) -> Iterator[Remark]:
    """Yield a remark for each exemption that was to be reviewed before the meeting."""
    for path, marking in markings_of(report):
        review = marking.review if isinstance(marking, Exemption) else None
        if review is not None and review < report.meeting.date:
            yield Remark(
                path,
                f"it was to be reviewed on {review}, before the meeting on {report.meeting.date}",
                "review it, and give the day of the next review",
            )


def find_standards_paragraph(report: Report) -> Iterator[Remark]:
    """Yield a remark for each paragraph kept for standards committees, used by another one."""
    committee = report.meeting.committee
    if "standards" in committee.name.casefold():
        return
    for path, marking in markings_of(report):
        if isinstance(marking, Exemption):
            for number in marking.paragraphs:
                if marking.regime.paragraph(number).standards_only:
                    yield Remark(
                        path,
                        f"paragraph {number} is for standards committees alone, and this is the "
                        f"{committee}",
                        "use the paragraph that fits this committee's business",
                    )


def find_exempt_text_in_clear(report: Report) -> Iterator[Remark]:
    """Yield a remark for each public text that repeats a text marked as exempt or confidential.

    These are commentaries, what was written about restricted rows and rows of marked appendices,
    notes of such appendices, and titles of marked background papers. Texts under 20 letters are
    passed over. The remark names the place and does not repeat it.
    """
    secrets = {text for text in _marked_texts(report) if len(text) >= _TELLING_LENGTH}
    # What a view has put in place of a text repeats, and gives nothing away.
    for _, marking in markings_of(report):
        secrets -= {marking.statement, marking.sentence}
    if not secrets:
        return
    for path, text in texts_of(public_view(report)):
        if any(secret.casefold() in text.casefold() for secret in secrets):
            yield Remark(
                path,
                "a text that is marked elsewhere in the report stands here in clear",
                "mark this too, or write it without what is exempt",
            )


def _marked_texts(report: Report) -> Iterator[str]:
    for each in (*report.commentaries, *report.key_developments, *report.emerging_issues):
        if each.marking is not None:
            yield from (text for text in (each.text, each.cause, each.action) if text)
    marked = [each for each in report.appendices if each.marking is not None]
    yield from (each.note for each in marked if each.note is not None)
    papers = report.background.papers if report.background else ()
    yield from (each.title for each in papers if each.marking is not None)
    restricted = {each.reference for each in report.restrictions}
    rows = [row for _, row in rows_of(report) if row.indicator.reference in restricted]
    rows += [row for each in marked for card in each.scorecards for row in card.rows]
    for row in rows:
        yield from _written_of(row)


def _written_of(row: ScorecardRow) -> Iterator[str]:
    """Yield what was written about a row; its title and sources may stand elsewhere too."""
    notes = [row.commentary, row.indicator.note]
    notes += [each.note for each in row.observations]
    notes += [each.value.note for each in row.observations if isinstance(each.value, Missing)]
    notes += [each.reason for each in row.targets]
    notes += [each.reason for each in row.stated]
    yield from filter(None, notes)
