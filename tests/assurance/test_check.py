"""Each check finds its fault in a paper that is otherwise right, and nothing in one that is."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilperf.assurance import (
    STANDARD_CHECKS,
    Check,
    Finding,
    Remark,
    check,
    choose_checks,
    public_view,
)
from councilperf.errors import CouncilPerfError
from councilperf.model import (
    Appendix,
    Approval,
    BackgroundList,
    BackgroundPaper,
    Benchmark,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Committee,
    Council,
    Exemption,
    Implication,
    Indicator,
    Marking,
    Meeting,
    Milestone,
    Objective,
    Observation,
    Recommendation,
    Report,
    Restriction,
    Role,
    Scorecard,
    ScorecardRow,
    Section,
    SignOff,
    StatedCount,
    StatedLevel,
    StatedTally,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.strategies._reports import reports
from councilperf.values import Absence, Mark, Missing

Q1, Q2, Q3 = (ReportingPeriod.quarter(2022, each) for each in (1, 2, 3))
DAY = dt.date(2022, 11, 14)
COUNCIL = Council("Halton Borough Council", "E06000006", kind="unitary")
BOARD = Committee("Policy and Performance Board", COUNCIL, kind="board")

VISITS = ScorecardRow(
    Indicator("CSC 1", "Visits in time", polarity="higher", unit="%", best_possible=100),
    [Observation(Q1, 91), Observation(Q2, 78)],
    [Target(90, floor=80, stretch=95)],
    benchmarks=[Benchmark("England", 85, period=ReportingPeriod.financial_year(2020))],
    stated=[StatedLevel("rating", "Red", period=Q2), StatedLevel("travel", "Worsening")],
    commentary="Three posts are vacant; they are filled by January.",
)
CASELOAD = ScorecardRow(
    Indicator("CSC 2", "Cases for each worker", polarity="lower"),
    [Observation(Q1, 18), Observation(Q2, 17)],
    [Target(18, floor=20, stretch=15)],
    stated=[StatedLevel("rating", "Green")],
)
PAPER = Report(
    Meeting(BOARD, DAY),
    "Performance Management Report for Quarter 2 2022/23",
    Q2,
    reference="PMR-2022/23(Q2)",
    recommendations=[
        Recommendation(
            "scrutinise",
            "the scorecard, the budget and the milestones at Appendix A",
            refer_to=Meeting(BOARD, dt.date(2023, 1, 16)),
        )
    ],
    reasons="The Board watches performance.",
    implications=[Implication("Legal", status="none_identified")],
    scorecards=[Scorecard("Children's services", [VISITS, CASELOAD])],
    tallies=[
        StatedTally(
            "rating",
            [
                StatedCount("Green", 1, percentage=50),
                StatedCount("Amber", 0, percentage=0),
                StatedCount("Red", 1, percentage=50),
            ],
            total=2,
            base="of all",
        )
    ],
    objectives=[
        Objective(
            "PED01",
            "Attendance",
            milestones=[
                Milestone("Plan agreed", due=dt.date(2022, 7, 31), completed=dt.date(2022, 7, 1)),
                Milestone("Plan reviewed", due=dt.date(2023, 3, 31)),
            ],
        )
    ],
    budgets=[
        BudgetMonitoring(
            "Children's services",
            Q2,
            [
                BudgetLine("Placements", "1200.5", forecast="1350.5", variance=150),
                BudgetLine("Staff", 800, forecast=790, variance=-10),
            ],
            total=BudgetLine("Total", "2000.5", forecast="2140.5", variance=140),
            variance_sign="overspend_positive",
            unit="£000",
        )
    ],
    commentaries=[Commentary("Demand has grown.", about="Placements")],
    appendices=[Appendix("A", "Milestones in full", note="The milestones of every department.")],
    background=BackgroundList([BackgroundPaper("Minutes of the Board", [dt.date(2022, 9, 5)])]),
    sign_offs=[SignOff("Finance", "F.22.1"), SignOff("Assets", Absence.NOT_APPLICABLE)],
    approvals=[Approval(Role("Strategic Director"), dt.date(2022, 11, 1))],
    restrictions=[
        Restriction(
            "CSC 1",
            Exemption(
                "england",
                1,
                public_interest="Few people are concerned.",
                review=dt.date(2023, 11, 14),
            ),
            commentary_only=True,
        )
    ],
)


def with_row(paper: Report, row: ScorecardRow) -> Report:
    """The paper with its first row changed."""
    card = paper.scorecards[0]
    return evolve(paper, scorecards=[evolve(card, rows=[row, *card.rows[1:]])])


def with_tally(paper: Report, *counts: StatedCount, total: int = 2) -> Report:
    """The paper with other counts in its summary."""
    return evolve(paper, tallies=[evolve(paper.tallies[0], counts=counts, total=total)])


def with_budget(paper: Report, **changes: object) -> Report:
    """The paper with its budget changed."""
    return evolve(paper, budgets=[evolve(paper.budgets[0], **changes)])  # type: ignore[arg-type]


def with_marking(paper: Report, marking: Marking) -> Report:
    """The paper with another marking on its first row."""
    return evolve(paper, restrictions=[evolve(paper.restrictions[0], marking=marking)])


def exempt(**changes: object) -> Marking:
    """The paper's exemption, changed."""
    return evolve(PAPER.restrictions[0].marking, **changes)  # type: ignore[arg-type]


WORDS = "the settlement with the provider is not yet agreed"
#: For each check a fault that it finds, and where.
FAULTS: dict[str, tuple[Callable[[Report], Report], str]] = {
    "period-after-meeting": (
        lambda p: evolve(p, meeting=Meeting(BOARD, dt.date(2022, 9, 29))),
        "period",
    ),
    "named-period-after-meeting": (
        lambda p: evolve(p, appendices=[evolve(p.appendices[0], title="Budget 2023/24")]),
        "appendices[0].title",
    ),
    "two-years-for-one-period": (
        lambda p: evolve(
            p, appendices=[evolve(p.appendices[0], title="Budget 2021/22 Quarter 2")]
        ),
        "appendices[0].title",
    ),
    "title-names-other-period": (
        lambda p: evolve(p, title="Performance in Quarter 4 2021/22"),
        "title",
    ),
    "budget-for-other-period": (lambda p: with_budget(p, period=Q1), "budgets[0].period"),
    "observation-after-meeting": (
        lambda p: with_row(
            p, evolve(VISITS, observations=[*VISITS.observations, Observation(Q3, 79)])
        ),
        "scorecards[0].rows[0].observations[2]",
    ),
    "benchmark-stale": (
        lambda p: with_row(
            p,
            evolve(
                VISITS,
                benchmarks=[Benchmark("England", 85, period=ReportingPeriod.financial_year(2018))],
            ),
        ),
        "scorecards[0].rows[0].benchmarks[0]",
    ),
    "background-after-meeting": (
        lambda p: evolve(p, background=BackgroundList([BackgroundPaper("Minutes", [DAY])])),
        "background.papers[0].dates[0]",
    ),
    "referral-before-meeting": (
        lambda p: evolve(
            p,
            recommendations=[
                Recommendation("note", "it", refer_to=Meeting(BOARD, dt.date(2022, 11, 13)))
            ],
        ),
        "recommendations[0].refer_to",
    ),
    "approval-after-meeting": (
        lambda p: evolve(p, approvals=[Approval(Role("Director"), dt.date(2022, 11, 15))]),
        "approvals[0].date",
    ),
    "outside-unit": (
        lambda p: with_row(
            p,
            evolve(
                VISITS,
                indicator=evolve(VISITS.indicator, best_possible=None),
                observations=[Observation(Q2, 101)],
            ),
        ),
        "scorecards[0].rows[0].observations[0].value",
    ),
    "parts-do-not-follow": (
        lambda p: with_row(
            p,
            evolve(VISITS, observations=[Observation(Q2, "78.0", numerator=37, denominator=50)]),
        ),
        "scorecards[0].rows[0].observations[0].value",
    ),
    "better-than-possible": (
        lambda p: with_row(
            p,
            evolve(
                VISITS,
                indicator=evolve(VISITS.indicator, polarity="lower", best_possible=80),
                targets=(),
            ),
        ),
        "scorecards[0].rows[0].observations[1].value",
    ),
    "order-of-magnitude": (
        lambda p: with_row(
            p, evolve(VISITS, observations=[Observation(Q1, 9), Observation(Q2, 90)])
        ),
        "scorecards[0].rows[0].observations[1].value",
    ),
    "target-on-wrong-side": (
        lambda p: with_row(p, evolve(VISITS, targets=[Target(90, floor=91)])),
        "scorecards[0].rows[0].targets[0].floor",
    ),
    "target-zero": (
        lambda p: with_row(p, evolve(VISITS, targets=[Target(0)])),
        "scorecards[0].rows[0].targets[0].aim",
    ),
    "level-without-figure": (
        lambda p: with_row(p, evolve(VISITS, stated=[StatedLevel("rating", "Amber", period=Q3)])),
        "scorecards[0].rows[0].stated[0]",
    ),
    "row-without-figure": (
        lambda p: with_row(p, evolve(VISITS, observations=(), stated=())),
        "scorecards[0].rows[0]",
    ),
    "tally-does-not-add": (
        lambda p: with_tally(p, StatedCount("Green", 1), StatedCount("Red", 2)),
        "tallies[0].total",
    ),
    "tally-not-of-scorecard": (
        lambda p: with_tally(p, StatedCount("Green", 1), StatedCount("Red", 2), total=3),
        "tallies[0].total",
    ),
    "percentage-base-unstated": (
        lambda p: evolve(p, tallies=[evolve(p.tallies[0], base=None)]),
        "tallies[0].base",
    ),
    "percentage-does-not-follow": (
        lambda p: with_tally(p, StatedCount("Green", 1, percentage=33), StatedCount("Red", 1)),
        "tallies[0].counts[0].percentage",
    ),
    "variance-sign-unstated": (
        lambda p: with_budget(p, variance_sign=None),
        "budgets[0].variance_sign",
    ),
    "variance-does-not-follow": (
        lambda p: with_budget(p, variance_sign="underspend_positive"),
        "budgets[0].lines[0].variance",
    ),
    "budget-total-does-not-add": (
        lambda p: with_budget(p, total=BudgetLine("Total", 2000)),
        "budgets[0].total.budget",
    ),
    "adverse-without-commentary": (
        lambda p: with_row(p, evolve(VISITS, commentary="N/A.")),
        "scorecards[0].rows[0].commentary",
    ),
    "orphan-commentary": (
        lambda p: evolve(p, commentaries=[Commentary("It has grown.", about="CSC 3")]),
        "commentaries[0].about",
    ),
    "commentary-contradicts": (
        lambda p: with_row(p, evolve(VISITS, commentary="The target was met.")),
        "scorecards[0].rows[0].commentary",
    ),
    "appendix-missing": (lambda p: evolve(p, purpose="See Appendix B."), "purpose"),
    "appendix-empty": (
        lambda p: evolve(p, appendices=[Appendix("A", "Milestones in full")]),
        "appendices[0]",
    ),
    "duplicate-reference": (
        lambda p: evolve(p, objectives=[evolve(p.objectives[0], reference="CSC 1")]),
        "objectives[0]",
    ),
    "recommendation-without-subject": (
        lambda p: evolve(p, budgets=(), commentaries=()),
        "recommendations[0]",
    ),
    "reasons-absent": (lambda p: evolve(p, reasons=None), "reasons"),
    "implications-absent": (lambda p: evolve(p, implications=()), "implications"),
    "implication-not-stated": (
        lambda p: evolve(p, implications=[Implication("Legal", status="not_stated")]),
        "implications[0]",
    ),
    "sign-off-outstanding": (
        lambda p: evolve(p, sign_offs=[SignOff("Legal", Absence.NOT_DUE)]),
        "sign_offs[0]",
    ),
    "milestone-overdue": (
        lambda p: evolve(
            p, objectives=[evolve(p.objectives[0], milestones=[Milestone("A", due=Q2.end)])]
        ),
        "objectives[0].milestones[0]",
    ),
    "regime-of-other-country": (
        lambda p: with_marking(p, exempt(regime="wales", paragraphs=12)),
        "restrictions[0].marking",
    ),
    "regime-not-in-force": (
        lambda p: with_marking(p, exempt(regime="england_before_2006", paragraphs=7)),
        "restrictions[0].marking",
    ),
    "public-interest-unstated": (
        lambda p: with_marking(p, exempt(public_interest=None)),
        "restrictions[0].marking",
    ),
    "review-passed": (
        lambda p: with_marking(p, exempt(review=dt.date(2022, 11, 13))),
        "restrictions[0].marking",
    ),
    "standards-paragraph": (
        lambda p: with_marking(p, exempt(paragraphs="7C")),
        "restrictions[0].marking",
    ),
    "exempt-text-in-clear": (
        lambda p: evolve(
            p,
            emerging_issues=[Commentary(WORDS, marking=exempt())],
            summary=f"In short, {WORDS.upper()}.",
        ),
        "summary",
    ),
}


def test_a_paper_that_is_right_gives_no_finding() -> None:
    assert check(PAPER) == ()


def test_every_standard_check_has_a_fault_here() -> None:
    assert list(FAULTS) == [each.code for each in STANDARD_CHECKS]


def test_every_standard_check_has_its_entry_on_the_page(root: Path) -> None:
    page = (root / "docs" / "explanation" / "what-the-checks-find.md").read_text("utf-8")
    entries = re.findall(r"^### `([a-z0-9-]+)` \((\w+)\)$", page, re.MULTILINE)

    assert entries == [(each.code, each.severity.value) for each in STANDARD_CHECKS]


@pytest.mark.parametrize("code", FAULTS)
def test_a_check_finds_its_fault_where_it_is(code: str) -> None:
    spoil, path = FAULTS[code]

    assert (code, path) in [(each.code, each.path) for each in check(spoil(PAPER))]


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_gives_no_other_finding_than_its_own(code: str) -> None:
    """But for a few that cannot be made without another."""
    companions = {
        "period-after-meeting": {
            "observation-after-meeting",
            "named-period-after-meeting",
            "approval-after-meeting",
        },
    }
    spoil, _ = FAULTS[code]

    assert {each.code for each in check(spoil(PAPER))} - {code} <= companions.get(code, set())


#: What comes near a fault and is none, for each check that has to draw a fine line.
INNOCENT: dict[str, Callable[[Report], Report]] = {
    "a period that ends on the day of the meeting": lambda p: evolve(
        p,
        meeting=Meeting(BOARD, dt.date(2022, 9, 30)),
        approvals=(),
        title="Performance",
    ),
    "a title that names the year of the quarter": lambda p: evolve(
        p,
        title="Performance 2021/22 and 2022/23 to the second quarter",
        meeting=Meeting(BOARD, dt.date(2023, 6, 1)),
        recommendations=(),
        restrictions=(),
    ),
    "a figure marked as a forecast": lambda p: with_row(
        p,
        evolve(
            VISITS,
            observations=[*VISITS.observations, Observation(Q3, 79, marks=[Mark.FORECAST])],
        ),
    ),
    "a figure of nought beside one of ninety": lambda p: with_row(
        p, evolve(VISITS, observations=[Observation(Q1, 0), Observation(Q2, 90)])
    ),
    "a target of nought where lower is better": lambda p: with_row(
        p,
        evolve(
            VISITS,
            indicator=evolve(VISITS.indicator, polarity="lower", best_possible=None),
            targets=[Target(0)],
        ),
    ),
    "a percentage rounded down and one rounded up": lambda p: with_tally(
        evolve(p, scorecards=(), restrictions=(), recommendations=()),
        StatedCount("Green", 2, percentage=66),
        StatedCount("Red", 1, percentage=34),
        total=3,
    ),
    "an adverse item that a commentary explains": lambda p: evolve(
        with_row(p, evolve(VISITS, commentary=None)),
        commentaries=[Commentary("Three posts are vacant.", about="CSC 1")],
    ),
    "an adverse level that an override has replaced": lambda p: with_row(
        p,
        evolve(
            VISITS,
            commentary=None,
            stated=[
                StatedLevel("rating", "Red", period=Q2),
                StatedLevel("rating", "Amber", voice="override", period=Q1),
            ],
        ),
    ),
    "a red row whose target was met last year": lambda p: with_row(
        p, evolve(VISITS, commentary="The target was met last year.")
    ),
    "a red row whose target was not met": lambda p: with_row(
        p, evolve(VISITS, commentary="The target has not been met.")
    ),
    "a red row whose target will be met": lambda p: with_row(
        p, evolve(VISITS, commentary="We expect that the target is met by spring.")
    ),
    "an appendix in lower case is a letter": lambda p: evolve(p, purpose="An appendix a day."),
    "an appendix that is named in full": lambda p: evolve(
        p, appendices=[Appendix("Appendix A", "Milestones", note="In full.")]
    ),
    "a budget that an appendix elsewhere may hold": lambda p: evolve(
        p,
        budgets=(),
        commentaries=(),
        appendices=[Appendix("A", "Budget", held_elsewhere=True)],
    ),
    "a milestone judged as late": lambda p: evolve(
        p,
        objectives=[
            evolve(
                p.objectives[0],
                milestones=[Milestone("A", due=Q2.end, progress=StatedLevel("progress", "Late"))],
            )
        ],
    ),
    "a marked text that is too short to tell": lambda p: evolve(
        p, emerging_issues=[Commentary("Demand has grown.", marking=exempt())]
    ),
    "a standards committee's paragraph at a standards committee": lambda p: with_marking(
        evolve(p, meeting=Meeting(Committee("Standards Committee", COUNCIL), DAY)),
        exempt(paragraphs="7C"),
    ),
    "a council whose country is not known": lambda p: with_marking(
        evolve(p, meeting=Meeting(Committee("Board", "Halton"), DAY)),
        exempt(regime="scotland", paragraphs=3),
    ),
    "variances of actual spending": lambda p: with_budget(
        evolve(p, commentaries=()),
        lines=[BudgetLine("Staff", 800, actual=390, variance=-410)],
        total=None,
    ),
    "two scorecards, one tally": lambda p: with_tally(
        evolve(
            p,
            appendices=[evolve(p.appendices[0], scorecards=[Scorecard("More", [])])],
        ),
        StatedCount("Green", 3),
        total=3,
    ),
    "a percentage of a total that is not printed": lambda p: evolve(
        p,
        tallies=[StatedTally("rating", [StatedCount("Green", 1, percentage=33)], base="of all")],
    ),
    "counts that are withheld": lambda p: evolve(
        p,
        tallies=[
            StatedTally("rating", [StatedCount("Green", Absence.WITHHELD)], total=Absence.WITHHELD)
        ],
    ),
    "a text without a marking": lambda p: evolve(p, sections=[Section("Note", WORDS)]),
}


@pytest.mark.parametrize("what", INNOCENT)
def test_what_comes_near_a_fault_is_no_finding(what: str) -> None:
    assert check(INNOCENT[what](PAPER)) == ()


@given(reports(), st.randoms(use_true_random=False))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_findings_do_not_depend_on_the_order_of_the_checks(
    report: Report, shuffler: random.Random
) -> None:
    shuffled = list(STANDARD_CHECKS)
    shuffler.shuffle(shuffled)

    assert check(report, shuffled) == check(report)


@given(reports())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_no_report_makes_a_check_fail_and_its_view_repeats_nothing_marked(report: Report) -> None:
    assert all(isinstance(each, Finding) for each in check(report))
    assert "exempt-text-in-clear" not in {each.code for each in check(public_view(report))}


HIDDEN_PLACES: dict[str, Callable[[Report], Report]] = {
    "the note of an indicator": lambda p: marked_row(
        p, indicator=evolve(p.scorecards[0].rows[0].indicator, note=WORDS)
    ),
    "the note of a figure": lambda p: marked_row(
        p, observations=[evolve(p.scorecards[0].rows[0].observations[0], note=WORDS)]
    ),
    "the reason for none": lambda p: marked_row(
        p,
        observations=[
            evolve(p.scorecards[0].rows[0].observations[0], value=Missing("no_data", note=WORDS))
        ],
    ),
    "why a target was changed": lambda p: marked_row(
        p, targets=[evolve(p.scorecards[0].rows[0].targets[0], reason=WORDS)]
    ),
    "why a level was stated": lambda p: marked_row(
        p, stated=[StatedLevel("rating", "Red", reason=WORDS)]
    ),
    "a row of a marked appendix": lambda p: evolve(
        p,
        scorecards=[],
        tallies=[],
        appendices=[
            Appendix(
                "1",
                "Scorecard",
                scorecards=[
                    Scorecard("Card", [evolve(p.scorecards[0].rows[0], commentary=WORDS)])
                ],
                marking=exempt(),
            )
        ],
    ),
    "the note of a marked appendix": lambda p: evolve(
        p, appendices=[Appendix("1", "Settlement", note=WORDS, marking=exempt())]
    ),
    "a marked background paper": lambda p: evolve(
        p, background=BackgroundList([BackgroundPaper(WORDS, marking=exempt())])
    ),
}


def marked_row(paper: Report, **changes: Any) -> Report:
    """The paper with its first row changed and restricted."""
    first, *rest = paper.scorecards[0].rows
    card = evolve(paper.scorecards[0], rows=[evolve(first, **changes), *rest])
    return with_marking(evolve(paper, scorecards=[card]), exempt())


@pytest.mark.parametrize("where", HIDDEN_PLACES)
def test_a_text_that_is_withheld_in_one_place_is_found_in_clear_in_another(where: str) -> None:
    paper = evolve(HIDDEN_PLACES[where](PAPER), reasons=f"In short: {WORDS}.")

    assert ("exempt-text-in-clear", "reasons") in {(each.code, each.path) for each in check(paper)}


def test_findings_stand_gravest_first_and_tenth_after_ninth() -> None:
    many = evolve(
        PAPER,
        reasons=None,
        sections=[Section(f"{each}", "See Appendix B.") for each in range(11)],
    )

    found = check(many)

    assert [each.severity.value for each in found] == ["error"] * 11 + ["note"]
    assert [each.path for each in found[8:11]] == [
        "sections[8].text",
        "sections[9].text",
        "sections[10].text",
    ]


def find_no_author(report: Report) -> Iterator[Remark]:
    """A user's own check."""
    if report.author is None:
        yield Remark("author", "no author is named", "name one")


OURS = Check("author-absent", "note", find_no_author)


def test_a_user_may_leave_out_grade_and_add_checks() -> None:
    chosen = choose_checks(
        STANDARD_CHECKS,
        without=["implications-absent"],
        severities={"reasons-absent": "error"},
        extra=[OURS],
    )
    bare = evolve(PAPER, reasons=None, implications=())

    assert [(each.severity.value, each.code) for each in check(bare, chosen)] == [
        ("error", "reasons-absent"),
        ("note", "author-absent"),
    ]


@pytest.mark.parametrize(
    ("choose", "message"),
    [
        (lambda: choose_checks(STANDARD_CHECKS, without=["reason-absent"]), "no check is called"),
        (lambda: choose_checks([OURS], severities={"x": "note"}), "no check is called 'x'"),
        (lambda: choose_checks([OURS], severities={"author-absent": "grave"}), "one of error"),
        (lambda: choose_checks([OURS], extra=[OURS]), "a code that no chosen check has"),
        (lambda: Check("No Author", "note", find_no_author), "lower-case words"),
        (lambda: Check("no-author", "note", None), "a function of one report"),  # type: ignore[arg-type]
        (lambda: Finding("No Author", "note", "a", "b", "c"), "lower-case words"),
        (lambda: check(None), "report: None"),  # type: ignore[arg-type]
    ],
)
def test_a_slip_in_choosing_is_an_error(choose: Callable[[], object], message: str) -> None:
    with pytest.raises(CouncilPerfError, match=message):
        choose()


def test_the_same_thing_found_twice_is_one_finding() -> None:
    assert len(check(evolve(PAPER, reasons=None), [*STANDARD_CHECKS, *STANDARD_CHECKS])) == 1


@pytest.mark.parametrize(
    ("value", "numerator", "denominator"),
    [("66.7", 2, 3), ("67", 2, 3), ("12.5", 1, 8), ("13", 1, 8), ("12", 1, 8)],
)
def test_a_percentage_that_its_parts_give_when_rounded_is_right(
    value: str, numerator: int, denominator: int
) -> None:
    parts = Observation(Q2, value, numerator=numerator, denominator=denominator)
    paper = with_row(PAPER, evolve(VISITS, observations=[parts]))

    assert "parts-do-not-follow" not in {finding.code for finding in check(paper)}
