"""Strategies for reports: what a paper holds, with and without what is not for everybody."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from councilperf.assurance import STANDARD_CHECKS, Check
from councilperf.model import (
    ALL_WARDS,
    Appendix,
    Approval,
    BackgroundList,
    BackgroundPaper,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Committee,
    CommitteeKind,
    Confidentiality,
    ConfidentialityGround,
    ContactPoint,
    Council,
    CouncilKind,
    Exemption,
    Implication,
    ImplicationStatus,
    Marking,
    Meeting,
    MeetingStatus,
    Milestone,
    Objective,
    Part,
    Recommendation,
    RecommendationVerb,
    Regime,
    Report,
    Restriction,
    Role,
    Section,
    SignOff,
    StatedCount,
    StatedTally,
    VarianceSign,
    Wards,
)
from councilperf.periods import PeriodKind, ReportingPeriod
from councilperf.strategies._model import scorecards, stated_levels
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._values import exact_numbers
from councilperf.values import Absence, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "appendices",
    "background_lists",
    "budgets",
    "checks",
    "commentaries",
    "confidentialities",
    "exemptions",
    "markings",
    "meetings",
    "objectives",
    "reports",
    "roles",
    "stated_tallies",
]

_Texts: TypeAlias = st.SearchStrategy[str]
_Markings: TypeAlias = st.SearchStrategy[Marking]

_SAID = st.sampled_from(
    ["Demand has grown.", "Three posts are vacant.", "Recovery is planned.", "A new system is in."]
)
_TITLES = st.sampled_from(["Performance", "Budget monitoring", "Children's services", "Plan"])
_DAYS = st.dates(dt.date(2007, 5, 1), dt.date(2030, 3, 31))
_QUARTERS = reporting_periods(
    dt.date(2015, 4, 1), dt.date(2030, 3, 31), kinds=[PeriodKind.QUARTER]
)
_COUNCILS = st.sampled_from(
    [
        Council("Cheshire East Council", "E06000049", kind=CouncilKind.UNITARY),
        Council("Worcestershire County Council", "E10000034", kind=CouncilKind.COUNTY),
    ]
)
_SCORECARDS = scorecards(0, 100, max_rows=3)
_LEVELS = ("Green", "Amber", "Red", "n/a")


def roles() -> st.SearchStrategy[Role]:
    """Make roles without their holders.

    >>> roles().validate()
    """
    titles = ["Portfolio Holder", "Strategic Director", "Head of Service", "Monitoring Officer"]
    return st.builds(Role, st.sampled_from(titles))


def meetings(*, days: st.SearchStrategy[dt.date] = _DAYS) -> st.SearchStrategy[Meeting]:
    """Make meetings of scrutiny committees of English councils.

    >>> meetings().validate()
    """
    committees = st.builds(
        Committee,
        st.sampled_from(["Scrutiny Panel", "Overview and Scrutiny Committee"]),
        _COUNCILS,
        kind=st.none() | st.sampled_from(CommitteeKind),
    )
    return st.builds(
        Meeting,
        committees,
        days,
        place=st.none() | st.just("Council Chamber"),
        status=st.none() | st.sampled_from(MeetingStatus),
        invited=st.lists(roles(), max_size=2),
    )


def exemptions(
    *, regimes: st.SearchStrategy[Regime] | None = None
) -> st.SearchStrategy[Exemption]:
    """Make exemptions by one paragraph or several of one regime.

    >>> exemptions(regimes=st.just(Regime.ENGLAND)).validate()
    """

    def of_regime(regime: Regime) -> st.SearchStrategy[Exemption]:
        numbers = [each.number for each in regime.paragraphs]
        return st.builds(
            Exemption,
            st.just(regime),
            st.lists(st.sampled_from(numbers), min_size=1, max_size=3, unique=True),
            public_interest=st.none() | st.just("Disclosure would harm the council's position."),
            decided_by=st.none() | roles(),
            review=st.none() | _DAYS,
        )

    return (st.sampled_from(Regime) if regimes is None else regimes).flatmap(of_regime)


def confidentialities() -> st.SearchStrategy[Confidentiality]:
    """Make confidential information's markings.

    >>> confidentialities().validate()
    """
    return st.builds(
        Confidentiality, st.sampled_from(Regime), st.sampled_from(ConfidentialityGround)
    )


def markings() -> _Markings:
    """Make markings of both kinds: exempt, by regime and paragraph, and confidential.

    >>> markings().validate()
    """
    return exemptions() | confidentialities()


_MARKINGS = markings()


def commentaries(
    *,
    about: st.SearchStrategy[str | None] | None = None,
    texts: _Texts = _SAID,
    markings: _Markings = _MARKINGS,
) -> st.SearchStrategy[Commentary]:
    """Make commentaries, some of them marked.

    >>> commentaries(about=st.just("CSC 1")).validate()
    """
    return st.builds(
        Commentary,
        texts,
        about=st.none() if about is None else about,
        cause=st.none() | texts,
        action=st.none() | texts,
        due=st.none() | _DAYS,
        role=st.none() | roles(),
        marking=st.none() | markings,
    )


def objectives(
    *, references: _Texts | None = None, texts: _Texts = _TITLES
) -> st.SearchStrategy[Objective]:
    """Make objectives with up to two milestones.

    >>> objectives(references=st.just("O1")).validate()
    """
    judged = st.none() | stated_levels(judgements=st.just("progress"))
    milestones = st.builds(
        Milestone, texts, due=st.none() | _DAYS, completed=st.none() | _DAYS, progress=judged
    )
    return st.builds(
        Objective,
        st.integers(1, 99).map("O{}".format) if references is None else references,
        texts,
        milestones=st.lists(milestones, max_size=2),
        progress=judged,
        priorities=st.lists(st.sampled_from(["Thriving", "Safe"]), max_size=2, unique=True),
        officer=st.none() | roles(),
    )


def budgets(
    *, periods: st.SearchStrategy[ReportingPeriod] = _QUARTERS
) -> st.SearchStrategy[BudgetMonitoring]:
    """Make budget monitoring of up to three lines, some with a total.

    >>> budgets().validate()
    """
    money = exact_numbers(-5000, 5000, decimals=1) | st.just(Missing(Absence.NO_DATA))

    def line(name: str) -> st.SearchStrategy[BudgetLine]:
        return st.builds(
            BudgetLine,
            st.just(name),
            money,
            forecast=money,
            actual=money,
            variance=money,
            rating=st.none() | stated_levels(judgements=st.just("rating")),
        )

    names = st.lists(
        st.sampled_from(["Placements", "Transport", "Staff"]), min_size=1, unique=True
    )
    return st.builds(
        BudgetMonitoring,
        _TITLES,
        periods,
        names.flatmap(lambda chosen: st.tuples(*map(line, chosen))),
        total=st.none() | line("Total"),
        variance_sign=st.none() | st.sampled_from(VarianceSign),
    )


def stated_tallies() -> st.SearchStrategy[StatedTally]:
    """Make summary rows of green, amber, red and n/a; their totals do not always add up.

    >>> stated_tallies().validate()
    """
    numbers = st.integers(0, 50)
    counts = st.tuples(*(st.builds(StatedCount, st.just(each), numbers) for each in _LEVELS))
    return st.builds(
        StatedTally,
        st.sampled_from(["rating", "travel"]),
        counts,
        total=numbers | st.just(Missing(Absence.NO_DATA)),
        title=st.none() | st.just("This quarter"),
    )


def appendices(
    *, markings: _Markings = _MARKINGS, references: _Texts | None = None
) -> st.SearchStrategy[Appendix]:
    """Make appendices: with scorecards or a note, or held elsewhere; some of them marked.

    >>> appendices().validate()
    """
    numbers = st.integers(1, 9).map(str) if references is None else references
    marked = st.none() | markings
    held = st.builds(
        Appendix,
        numbers,
        _TITLES,
        scorecards=st.lists(_SCORECARDS, max_size=1),
        note=st.none() | _SAID,
        marking=marked,
    )
    elsewhere = st.builds(
        Appendix, numbers, _TITLES, held_elsewhere=st.sampled_from([True]), marking=marked
    )
    return held | elsewhere


def background_lists(*, markings: _Markings = _MARKINGS) -> st.SearchStrategy[BackgroundList]:
    """Make lists of up to two background papers, some of them marked.

    >>> background_lists().validate()
    """
    papers = st.builds(
        BackgroundPaper,
        st.sampled_from(["Agendas and minutes of the Board", "Ofsted's letter"]),
        st.lists(_DAYS, max_size=3),
        marking=st.none() | markings,
    )
    return st.builds(
        BackgroundList, st.lists(papers, max_size=2), proper_officer=st.none() | roles()
    )


def checks() -> st.SearchStrategy[Check]:
    """Make checks: those that `check` runs unless it is told otherwise.

    >>> checks().validate()
    """
    return st.sampled_from(STANDARD_CHECKS)


def reports(
    *, period: ReportingPeriod | None = None, markings: _Markings = _MARKINGS
) -> st.SearchStrategy[Report]:
    """Make reports with something under every heading, and with random markings.

    >>> reports(markings=exemptions()).validate()

    Rows, objectives and budget lines are restricted at random, appendices, commentaries,
    background papers and now and then the whole report are marked. Examples shrink to the bare
    paper.
    """
    periods = _QUARTERS if period is None else st.just(period)
    bare = st.builds(Report, meetings(), st.just("Performance report"), periods)
    return _filled(bare, markings).flatmap(lambda filled: _restricted(filled, markings))


def _with_parts(bare: Report, **parts: object) -> Report:
    return evolve(bare, **parts)  # type: ignore[arg-type] # each part is checked by Report


def _filled(bare: st.SearchStrategy[Report], markings: _Markings) -> st.SearchStrategy[Report]:
    said = commentaries(markings=markings)
    recommendations = st.builds(
        Recommendation,
        st.sampled_from(RecommendationVerb),
        st.just("the contents of the report"),
        refer_to=st.none() | meetings(),
    )
    implications = st.builds(Implication, _TITLES, _SAID) | st.builds(
        Implication,
        _TITLES,
        status=st.sampled_from([each for each in ImplicationStatus if each != "identified"]),
    )
    return st.builds(
        _with_parts,
        bare,
        reference=st.none() | st.just("PERF-1"),
        lead_member=st.none() | roles(),
        senior_officer=st.none() | roles(),
        author=st.none() | roles(),
        contacts=st.lists(st.builds(ContactPoint, _TITLES), max_size=1),
        key_decision=st.sampled_from([None, False]),
        purpose=st.none() | _SAID,
        summary=st.none() | _SAID,
        recommendations=st.lists(recommendations, max_size=2),
        reasons=st.none() | _SAID,
        implications=st.lists(implications, max_size=2),
        wards=st.sampled_from([None, ALL_WARDS, Wards(["Crewe East"])]),
        sections=st.lists(st.builds(Section, _TITLES, _SAID), max_size=1),
        scorecards=st.lists(_SCORECARDS, max_size=2),
        tallies=st.lists(stated_tallies(), max_size=2),
        objectives=st.lists(objectives(), max_size=2),
        budgets=st.lists(budgets(), max_size=1),
        key_developments=st.lists(said, max_size=1),
        emerging_issues=st.lists(said, max_size=1),
        appendices=st.lists(appendices(markings=markings), max_size=2),
        background=st.none() | background_lists(markings=markings),
        sign_offs=st.lists(
            st.builds(SignOff, _TITLES, st.sampled_from(["F.22.1", Absence.NOT_APPLICABLE])),
            max_size=1,
        ),
        approvals=st.lists(st.builds(Approval, roles(), _DAYS), max_size=1),
    )


def _restricted(filled: Report, markings: _Markings) -> st.SearchStrategy[Report]:
    references: Sequence[str] = sorted(set(filled.references()))
    if references:
        known = st.sampled_from(references)
        restrictions = st.lists(
            st.builds(Restriction, known, markings, commentary_only=st.booleans()), max_size=2
        )
        about = st.none() | known
    else:
        restrictions, about = st.just([]), st.none()
    said = st.lists(commentaries(about=about, markings=markings), max_size=3)
    whole = st.one_of(st.none(), st.none(), st.none(), markings)
    return st.builds(_with_markings, st.just(filled), restrictions, said, whole)


def _with_markings(
    filled: Report,
    restrictions: list[Restriction],
    said: list[Commentary],
    marking: Marking | None,
) -> Report:
    return evolve(
        filled,
        restrictions=restrictions,
        commentaries=said,
        marking=marking,
        part=None if marking is None else Part.PART_2,
    )
