"""Strategies for the small parts of a paper: councils, contacts, counts, paragraphs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from councilperf.model import (
    ALL_WARDS,
    Approval,
    BackgroundPaper,
    BudgetLine,
    Committee,
    CommitteeKind,
    ContactPoint,
    Council,
    CouncilKind,
    ExemptParagraph,
    Implication,
    ImplicationStatus,
    Milestone,
    Person,
    Recommendation,
    RecommendationVerb,
    Regime,
    Restriction,
    Section,
    SignOff,
    StatedCount,
    Wards,
)
from councilperf.periods import Comparability, PeriodHit
from councilperf.rules import UNSTATED, UnstatedAllowance
from councilperf.strategies._model import stated_levels
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._reports import markings, meetings, roles
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from councilperf.periods import ReportingPeriod

__all__ = ["PARTS", "committees", "councils", "milestones"]

_TITLES = st.sampled_from(["Performance", "Budget monitoring", "Children's services"])
_SAID = st.sampled_from(["Demand has grown.", "Recovery is planned."])
_DAYS = st.dates(dt.date(2015, 4, 1), dt.date(2030, 3, 31))
_MONEY = exact_numbers(-5000, 5000, decimals=1) | missing_figures(reasons=[Absence.NO_DATA])
_PROGRESS = st.none() | stated_levels(judgements=st.just("progress"))


def councils() -> st.SearchStrategy[Council]:
    """Make councils of every kind, with codes that begin as those of their kind do.

    >>> councils().validate()
    """

    def of_kind(kind: CouncilKind) -> st.SearchStrategy[Council]:
        codes = st.integers(1, 999_999).map(lambda number: f"{kind.code_prefix}{number:06}")
        names = st.sampled_from(["Ashton Council", "Weir Council"])
        return st.builds(Council, names, st.none() | codes, kind=st.just(kind))

    return st.sampled_from(CouncilKind).flatmap(of_kind)


_COUNCILS = councils()


def committees(
    *, councils: st.SearchStrategy[Council] = _COUNCILS
) -> st.SearchStrategy[Committee]:
    """Make panels, boards, committees and cabinets.

    >>> committees().validate()
    """
    return st.builds(
        Committee,
        st.sampled_from(["Scrutiny Panel", "Cabinet"]),
        councils,
        kind=st.none() | st.sampled_from(CommitteeKind),
    )


@st.composite
def milestones(draw: st.DrawFn) -> Milestone:
    """Make milestones, completed on the day they began or later where both are known.

    >>> milestones().validate()
    """
    began = draw(st.none() | _DAYS)
    days = st.none() | (_DAYS if began is None else st.dates(began, dt.date(2031, 3, 31)))
    return Milestone(
        draw(_TITLES),
        due=draw(st.none() | _DAYS),
        began=began,
        completed=draw(days),
        progress=draw(_PROGRESS),
    )


def _hit(before: str, period: ReportingPeriod) -> PeriodHit:
    text = str(period)
    return PeriodHit(text, len(before), len(before) + len(text), period)


def _refused(before: str, problem: str) -> PeriodHit:
    return PeriodHit("Q5", len(before), len(before) + 2, None, problem)


def _hits() -> st.SearchStrategy[PeriodHit]:
    before = st.sampled_from(["", "In "])
    periods = reporting_periods(dt.date(2015, 4, 1), dt.date(2030, 3, 31))
    found = st.builds(_hit, before, periods)
    return found | st.builds(_refused, before, st.just("there are four quarters"))


_IDENTIFIED = st.builds(Implication, _TITLES, _SAID)
_OTHERWISE = st.builds(
    Implication,
    _TITLES,
    status=st.sampled_from([each for each in ImplicationStatus if each.value != "identified"]),
)

#: Strategies for the parts of a paper.
PARTS: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Approval: lambda: st.builds(Approval, roles(), _DAYS),
    BackgroundPaper: lambda: st.builds(
        BackgroundPaper, _TITLES, st.lists(_DAYS, max_size=2), marking=st.none() | markings()
    ),
    BudgetLine: lambda: st.builds(
        BudgetLine, _TITLES, _MONEY, forecast=_MONEY, actual=_MONEY, variance=_MONEY
    ),
    Committee: committees,
    Comparability: lambda: st.builds(Comparability, st.sampled_from(["", "of other lengths"])),
    ContactPoint: lambda: st.builds(
        ContactPoint, st.just("Performance team"), officers=st.lists(roles(), max_size=2)
    ),
    Council: councils,
    ExemptParagraph: lambda: st.sampled_from(
        [each for regime in Regime for each in regime.paragraphs]
    ),
    Implication: lambda: _IDENTIFIED | _OTHERWISE,
    Milestone: milestones,
    PeriodHit: _hits,
    Person: lambda: st.builds(Person, st.sampled_from(["the officer", "the member"])),
    Recommendation: lambda: st.builds(
        Recommendation,
        st.sampled_from(RecommendationVerb),
        st.just("the contents of the report"),
        refer_to=st.none() | meetings(),
    ),
    Restriction: lambda: st.builds(
        Restriction, st.just("P1"), markings(), commentary_only=st.booleans()
    ),
    Section: lambda: st.builds(Section, _TITLES, _SAID),
    SignOff: lambda: st.builds(
        SignOff, _TITLES, st.just("F.22.1") | st.just(Missing(Absence.NOT_APPLICABLE))
    ),
    StatedCount: lambda: st.builds(
        StatedCount,
        st.sampled_from(["Green", "n/a"]),
        st.integers(0, 50) | st.just(Missing(Absence.NO_DATA)),
        percentage=st.none() | exact_numbers(0, 100, decimals=0),
    ),
    UnstatedAllowance: lambda: st.just(UNSTATED),
    Wards: lambda: st.sampled_from([ALL_WARDS, Wards(["Crewe East"]), Wards(["A", "B"])]),
}
