"""Views of a report: what the public may see, and what every councillor may."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from attrs import evolve

from councilperf._checks import check_instance
from councilperf.model import (
    Appendix,
    BackgroundList,
    BackgroundPaper,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Indicator,
    Marking,
    Objective,
    Observation,
    Report,
    Scorecard,
    ScorecardRow,
    StatedCount,
    StatedLevel,
    StatedTally,
    Target,
)
from councilperf.values import Absence, Missing

__all__ = ["member_view", "public_view"]

_IsWithheld: TypeAlias = Callable[[Marking | None], bool]


def public_view(report: Report) -> Report:
    """Return the report as the public may see it.

    >>> from datetime import date
    >>> from councilperf.model import Committee, Exemption, Meeting
    >>> from councilperf.periods import ReportingPeriod
    >>> meeting = Meeting(Committee("Board", "Halton Borough Council"), date(2022, 11, 14))
    >>> talks = Commentary("Talks with a provider have failed.", marking=Exemption("england", 3))
    >>> quarter = ReportingPeriod.quarter(2022, 2)
    >>> paper = Report(meeting, "Performance", quarter, emerging_issues=[talks])
    >>> public_view(paper).emerging_issues[0].text
    'Withheld under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.'

    What is exempt or confidential is not hidden in the result but absent from it, and a sentence
    stands in its place. The result depends on nothing that was withheld: totals and summary
    counts that include a withheld figure are withheld with it, since the rest would give it away.
    Rows stay, with their reference, title and periods; so do the titles of marked reports and
    appendices, which an agenda has to print.
    """
    return _view(report, _from_the_public)


def member_view(report: Report) -> Report:
    """Return the report as any councillor may inspect it, whether on the committee or not.

    >>> from councilperf.model import Exemption
    >>> [Exemption("england", each).is_open_to_members for each in (1, 3, 6)]
    [False, True, True]

    It is the public's view with what section 100F of the Local Government Act 1972 (in Scotland
    section 50F of the 1973 Act) opens to members left in. More may be due to a councillor who
    needs to know it; that is a decision, and no function makes it.
    """
    return _view(report, _from_members)


def _from_the_public(marking: Marking | None) -> bool:
    return marking is not None


def _from_members(marking: Marking | None) -> bool:
    return marking is not None and not marking.is_open_to_members


def _view(report: Report, is_withheld: _IsWithheld) -> Report:
    check_instance("report", report, Report)
    if report.marking is not None and is_withheld(report.marking):
        return _front_page(report, report.marking)
    cut = _cut(report, is_withheld)
    view = evolve(
        report,
        restrictions=(),
        scorecards=tuple(_card(each, cut) for each in report.scorecards),
        tallies=tuple(map(_tally, report.tallies)) if cut.counts else report.tallies,
        objectives=tuple(_objective(each, cut) for each in report.objectives),
        budgets=tuple(_budget(each, cut) for each in report.budgets),
        appendices=tuple(_appendix(each, cut) for each in report.appendices),
        background=_background(report.background, cut),
    )
    seen = frozenset(view.references())
    return evolve(
        view,
        restrictions=tuple(each for each in report.restrictions if each.reference in seen),
        commentaries=_commentaries(report.commentaries, cut, seen),
        key_developments=_commentaries(report.key_developments, cut, seen),
        emerging_issues=_commentaries(report.emerging_issues, cut, seen),
    )


class _Cut(NamedTuple):
    """What is taken out of a report: by reference, by marking, and the counts that would tell."""

    is_withheld: _IsWithheld
    items: tuple[tuple[str, Marking], ...]
    words: tuple[tuple[str, Marking], ...]
    #: A withheld appendix may hold scorecards, so what is said of items nobody sees goes too.
    hides_cards: bool

    @property
    def counts(self) -> bool:
        """Whether summary counts include something that is withheld."""
        return bool(self.items) or self.hides_cards

    def item(self, reference: str) -> Marking | None:
        """Return the marking under which an item's figures are withheld, if they are."""
        return _found(reference, self.items)

    def text(self, reference: str) -> Marking | None:
        """Return the marking under which an item's texts are withheld, if they are."""
        return _found(reference, self.words)


def _found(reference: str, markings: tuple[tuple[str, Marking], ...]) -> Marking | None:
    # A slip of the keyboard ("csc 7" for "CSC 7") must not leave open what was closed.
    meant = _folded(reference)
    return next((marking for each, marking in markings if _folded(each) == meant), None)


def _folded(reference: str) -> str:
    return "".join(reference.split()).casefold()


def _cut(report: Report, is_withheld: _IsWithheld) -> _Cut:
    restrictions = [each for each in report.restrictions if is_withheld(each.marking)]
    return _Cut(
        is_withheld=is_withheld,
        items=tuple((e.reference, e.marking) for e in restrictions if not e.commentary_only),
        words=tuple((each.reference, each.marking) for each in restrictions),
        hides_cards=any(
            is_withheld(each.marking) and (each.scorecards or each.held_elsewhere)
            for each in report.appendices
        ),
    )


# Each function below builds the public form from the few fields that are public, rather than
# blank those that are not: a field that is added later is withheld until somebody decides.


def _withheld_figure(marking: Marking) -> Missing:
    return Missing(Absence.WITHHELD, note=marking.statement)


def _front_page(report: Report, marking: Marking) -> Report:
    return Report(
        report.meeting,
        report.title,
        report.period,
        reference=report.reference,
        agenda_item=report.agenda_item,
        part=report.part,
        marking=marking,
        summary=marking.sentence,
    )


def _card(card: Scorecard, cut: _Cut) -> Scorecard:
    return evolve(card, rows=tuple(_row(each, cut) for each in card.rows))


def _row(row: ScorecardRow, cut: _Cut) -> ScorecardRow:
    marking = cut.item(row.indicator.reference)
    if marking is not None:
        return ScorecardRow(
            _definition(row.indicator),
            tuple(
                Observation(each.period, _withheld_figure(marking)) for each in row.observations
            ),
            commentary=marking.sentence,
        )
    marking = cut.text(row.indicator.reference)
    if marking is not None:
        return evolve(
            row,
            indicator=evolve(row.indicator, note=None),
            observations=tuple(map(_without_notes, row.observations)),
            targets=tuple(map(_without_words, row.targets)),
            stated=tuple(evolve(each, reason=None) for each in row.stated),
            commentary=marking.sentence,
        )
    return row


def _definition(indicator: Indicator) -> Indicator:
    return Indicator(
        indicator.reference,
        indicator.title,
        polarity=indicator.polarity,
        unit=indicator.unit,
        service=indicator.service,
        priority=indicator.priority,
        portfolio=indicator.portfolio,
        officer=indicator.officer,
        frequency=indicator.frequency,
        kind=indicator.kind,
    )


def _without_notes(observation: Observation) -> Observation:
    value = observation.value
    if isinstance(value, Missing):
        value = Missing(value.reason)
    return evolve(observation, value=value, note=None)


def _without_words(target: Target) -> Target:
    aim = target.aim
    return evolve(
        target,
        aim=Missing(aim.reason) if isinstance(aim, Missing) else aim,
        reason=None,
        supersedes=None if target.supersedes is None else _without_words(target.supersedes),
    )


def _tally(tally: StatedTally) -> StatedTally:
    gone = Missing(Absence.WITHHELD)
    return StatedTally(
        tally.judgement,
        tuple(StatedCount(each.level, gone) for each in tally.counts),
        total=gone,
        title=tally.title,
        base=tally.base,
        note="Withheld, since it counts what is withheld.",
    )


def _objective(objective: Objective, cut: _Cut) -> Objective:
    marking = cut.item(objective.reference)
    if marking is not None:
        return Objective(
            objective.reference,
            objective.title,
            progress=StatedLevel("progress", "Withheld", reason=marking.sentence),
            priorities=objective.priorities,
            officer=objective.officer,
        )
    if cut.text(objective.reference) is not None:
        return evolve(
            objective,
            progress=_without_reason(objective.progress),
            milestones=tuple(
                evolve(each, progress=_without_reason(each.progress))
                for each in objective.milestones
            ),
        )
    return objective


def _without_reason(level: StatedLevel | None) -> StatedLevel | None:
    return None if level is None else evolve(level, reason=None)


def _budget(budget: BudgetMonitoring, cut: _Cut) -> BudgetMonitoring:
    hidden = [found for each in budget.lines if (found := cut.item(each.name)) is not None]
    total = budget.total
    if total is not None and hidden:
        total = _withheld_line(total, hidden[0])
    return evolve(budget, lines=tuple(_line(each, cut) for each in budget.lines), total=total)


def _line(line: BudgetLine, cut: _Cut) -> BudgetLine:
    marking = cut.item(line.name)
    if marking is not None:
        return _withheld_line(line, marking)
    if cut.text(line.name) is not None:
        return evolve(line, rating=_without_reason(line.rating))
    return line


def _withheld_line(line: BudgetLine, marking: Marking) -> BudgetLine:
    gone = _withheld_figure(marking)
    return BudgetLine(line.name, gone, forecast=gone, actual=gone, variance=gone)


def _commentaries(
    commentaries: tuple[Commentary, ...], cut: _Cut, seen: frozenset[str]
) -> tuple[Commentary, ...]:
    shown: list[Commentary] = []
    for each in commentaries:
        if cut.hides_cards and each.about is not None and each.about not in seen:
            continue
        marking = each.marking if cut.is_withheld(each.marking) else None
        if each.about is not None:
            marking = cut.text(each.about) or marking
        if marking is None:
            shown.append(each)
        else:
            shown.append(Commentary(marking.sentence, about=each.about, marking=marking))
    return tuple(shown)


def _appendix(appendix: Appendix, cut: _Cut) -> Appendix:
    if appendix.marking is not None and cut.is_withheld(appendix.marking):
        return Appendix(
            appendix.reference,
            appendix.title,
            note=appendix.marking.sentence,
            marking=appendix.marking,
        )
    return evolve(appendix, scorecards=tuple(_card(each, cut) for each in appendix.scorecards))


def _background(background: BackgroundList | None, cut: _Cut) -> BackgroundList | None:
    if background is None:
        return None
    return evolve(
        background,
        papers=tuple(
            BackgroundPaper(each.marking.sentence, marking=each.marking)
            if each.marking is not None and cut.is_withheld(each.marking)
            else each
            for each in background.papers
        ),
    )
