"""Reports: the paper laid before a meeting, with all that it holds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import (
    as_member,
    as_tuple,
    check_each,
    check_flag,
    check_instance,
    check_text,
)
from councilperf._display import Displayed
from councilperf.errors import FieldValueError, UnknownNameError
from councilperf.model._appendix import Appendix
from councilperf.model._background import BackgroundList
from councilperf.model._budget import BudgetMonitoring
from councilperf.model._commentary import Commentary
from councilperf.model._contact import ContactPoint
from councilperf.model._implication import Implication
from councilperf.model._marking import MARKINGS, Marking
from councilperf.model._meeting import Meeting
from councilperf.model._objective import Objective
from councilperf.model._recommendation import Recommendation
from councilperf.model._restriction import Restriction
from councilperf.model._role import Role
from councilperf.model._scorecard import Scorecard
from councilperf.model._section import Section
from councilperf.model._signoff import Approval, SignOff
from councilperf.model._stated_tally import StatedTally
from councilperf.model._wards import Wards
from councilperf.periods import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Part", "Report"]


class Part(StrEnum):
    """Which half of the agenda a report stands in: the public's, or the one without the public.

    >>> Part("part_1")
    <Part.PART_1: 'part_1'>
    """

    PART_1 = "part_1"
    PART_2 = "part_2"


def _as_part(value: Part | str | None) -> Part | None:
    return None if value is None else as_member("part", value, Part)


@final
@frozen
class Report(Displayed):
    """The paper laid before a meeting: who asks whom for what, and the performance it shows.

    >>> from datetime import date
    >>> from councilperf.model import Committee, Council, Meeting
    >>> panel = Committee("Scrutiny Panel", Council("Worcestershire County Council"))
    >>> paper = Report(
    ...     Meeting(panel, date(2022, 3, 10)),
    ...     "Performance and in-year budget monitoring",
    ...     ReportingPeriod.quarter(2021, 3),
    ...     recommendations=[Recommendation("determine", "whether further scrutiny is required")],
    ... )
    >>> paper.meeting.committee.name, paper.key_decision
    ('Scrutiny Panel', None)

    `None` and empty mean that the paper does not say. Refused: a key decision without a decision
    maker, Part 2 without its *marking* (and the other way round), a restriction on a reference
    that the report does not have. What a reader may see is `public_view` and `member_view`.
    """

    meeting: Meeting
    title: str
    period: ReportingPeriod
    reference: str | None = field(default=None, kw_only=True)
    agenda_item: str | None = field(default=None, kw_only=True)

    lead_member: Role | None = field(default=None, kw_only=True)
    portfolio: str | None = field(default=None, kw_only=True)
    senior_officer: Role | None = field(default=None, kw_only=True)
    originator: Role | None = field(default=None, kw_only=True)
    author: Role | None = field(default=None, kw_only=True)
    contacts: tuple[ContactPoint, ...] = field(default=(), converter=as_tuple, kw_only=True)

    key_decision: bool | None = field(default=None, kw_only=True)
    decision_maker: Role | None = field(default=None, kw_only=True)
    part: Part | None = field(default=None, converter=_as_part, kw_only=True)
    #: The handling level that the council prints, such as "Official".
    classification: str | None = field(default=None, kw_only=True)
    marking: Marking | None = field(default=None, kw_only=True)
    restrictions: tuple[Restriction, ...] = field(default=(), converter=as_tuple, kw_only=True)

    purpose: str | None = field(default=None, kw_only=True)
    summary: str | None = field(default=None, kw_only=True)
    recommendations: tuple[Recommendation, ...] = field(
        default=(), converter=as_tuple, kw_only=True
    )
    reasons: str | None = field(default=None, kw_only=True)
    options_considered: str | None = field(default=None, kw_only=True)
    implications: tuple[Implication, ...] = field(default=(), converter=as_tuple, kw_only=True)
    wards: Wards | None = field(default=None, kw_only=True)
    sections: tuple[Section, ...] = field(default=(), converter=as_tuple, kw_only=True)

    scorecards: tuple[Scorecard, ...] = field(default=(), converter=as_tuple, kw_only=True)
    tallies: tuple[StatedTally, ...] = field(default=(), converter=as_tuple, kw_only=True)
    objectives: tuple[Objective, ...] = field(default=(), converter=as_tuple, kw_only=True)
    budgets: tuple[BudgetMonitoring, ...] = field(default=(), converter=as_tuple, kw_only=True)
    commentaries: tuple[Commentary, ...] = field(default=(), converter=as_tuple, kw_only=True)
    key_developments: tuple[Commentary, ...] = field(default=(), converter=as_tuple, kw_only=True)
    emerging_issues: tuple[Commentary, ...] = field(default=(), converter=as_tuple, kw_only=True)

    appendices: tuple[Appendix, ...] = field(default=(), converter=as_tuple, kw_only=True)
    background: BackgroundList | None = field(default=None, kw_only=True)
    sign_offs: tuple[SignOff, ...] = field(default=(), converter=as_tuple, kw_only=True)
    approvals: tuple[Approval, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_instance("meeting", self.meeting, Meeting)
        check_text("title", self.title)
        check_instance("period", self.period, ReportingPeriod)
        for name in _TEXTS:
            check_text(name, getattr(self, name), optional=True)
        for name in _ROLES:
            check_instance(name, getattr(self, name), Role, optional=True)
        for name, kind in _COLLECTIONS.items():
            check_each(name, getattr(self, name), kind)
        check_instance("wards", self.wards, Wards, optional=True)
        check_instance("background", self.background, BackgroundList, optional=True)
        check_instance("marking", self.marking, MARKINGS, optional=True)
        if self.key_decision is not None:
            check_flag("key_decision", self.key_decision)
        self._refuse_contradictions()

    def _refuse_contradictions(self) -> None:
        if self.key_decision and self.decision_maker is None:
            raise FieldValueError(
                "decision_maker", None, "the role that takes the key decision, beside it"
            )
        if self.part is Part.PART_2 and self.marking is None:
            raise FieldValueError(
                "marking", None, "an Exemption or Confidentiality for a report in Part 2"
            )
        if self.part is Part.PART_1 and self.marking is not None:
            raise FieldValueError("part", self.part.value, "'part_2' for a report that is marked")
        known = set(self.references())
        for restriction in self.restrictions:
            if restriction.reference not in known:
                raise UnknownNameError(
                    "item to restrict", restriction.reference, tuple(sorted(known))
                )

    def all_scorecards(self) -> Iterator[tuple[str, Scorecard]]:
        """Yield every scorecard, the report's own and its appendices', each after its path.

        >>> from datetime import date
        >>> from councilperf.model import Committee
        >>> meeting = Meeting(Committee("Board", "Halton Borough Council"), date(2022, 11, 14))
        >>> attached = Appendix("1", "Scorecard", scorecards=[Scorecard("Planning", [])])
        >>> q2 = ReportingPeriod.quarter(2022, 2)
        >>> paper = Report(meeting, "Performance", q2, appendices=[attached])
        >>> [(path, card.title) for path, card in paper.all_scorecards()]
        [('appendices[0].scorecards[0]', 'Planning')]
        """
        for place, card in enumerate(self.scorecards):
            yield f"scorecards[{place}]", card
        for number, appendix in enumerate(self.appendices):
            for place, card in enumerate(appendix.scorecards):
                yield f"appendices[{number}].scorecards[{place}]", card

    def references(self) -> Iterator[str]:
        """Yield the reference of every row and objective and the name of every budget line.

        >>> from datetime import date
        >>> from councilperf.model import Committee
        >>> meeting = Meeting(Committee("Board", "Halton Borough Council"), date(2022, 11, 14))
        >>> attendance = Objective("PED01", "Improve attendance")
        >>> q2 = ReportingPeriod.quarter(2022, 2)
        >>> list(Report(meeting, "Performance", q2, objectives=[attendance]).references())
        ['PED01']
        """
        for _, card in self.all_scorecards():
            yield from (row.indicator.reference for row in card.rows)
        yield from (each.reference for each in self.objectives)
        for budget in self.budgets:
            yield from (line.name for line in budget.lines)


_TEXTS = (
    "reference",
    "agenda_item",
    "portfolio",
    "classification",
    "purpose",
    "summary",
    "reasons",
    "options_considered",
)
_ROLES = ("lead_member", "senior_officer", "originator", "author", "decision_maker")
_COLLECTIONS: dict[str, type] = {
    "contacts": ContactPoint,
    "restrictions": Restriction,
    "recommendations": Recommendation,
    "implications": Implication,
    "sections": Section,
    "scorecards": Scorecard,
    "tallies": StatedTally,
    "objectives": Objective,
    "budgets": BudgetMonitoring,
    "commentaries": Commentary,
    "key_developments": Commentary,
    "emerging_issues": Commentary,
    "appendices": Appendix,
    "sign_offs": SignOff,
    "approvals": Approval,
}
