"""What cannot be built: parts of a paper that contradict themselves or the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from councilperf.errors import CouncilPerfError
from councilperf.model import (
    ALL_WARDS,
    Appendix,
    Approval,
    BackgroundPaper,
    BudgetLine,
    BudgetMonitoring,
    Committee,
    Confidentiality,
    ContactPoint,
    Council,
    Exemption,
    Implication,
    Meeting,
    Milestone,
    Objective,
    Part,
    Recommendation,
    Report,
    Restriction,
    Role,
    Scorecard,
    SignOff,
    StatedCount,
    StatedTally,
    Wards,
)
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Missing

Q2 = ReportingPeriod.quarter(2022, 2)
BOARD = Committee("Policy and Performance Board", "Halton Borough Council", kind="board")
MEETING = Meeting(BOARD, dt.date(2022, 11, 14))
EXEMPT = Exemption("england", 3)


def test_the_shortest_paper_needs_a_meeting_a_title_and_a_period() -> None:
    paper = Report(MEETING, "Performance", Q2)

    assert paper.recommendations == ()
    assert paper.wards is None
    assert str(paper.meeting.committee.council) == "Halton Borough Council"
    assert str(paper.meeting) == "Policy and Performance Board, 2022-11-14"


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a key decision that nobody takes": (
        lambda: Report(MEETING, "P", Q2, key_decision=True),
        "decision_maker",
    ),
    "a report in part 2 without its marking": (
        lambda: Report(MEETING, "P", Q2, part=Part.PART_2),
        "marking",
    ),
    "a marked report in part 1": (
        lambda: Report(MEETING, "P", Q2, part="part_1", marking=EXEMPT),
        "part_2",
    ),
    "a restriction on what is not there": (
        lambda: Report(MEETING, "P", Q2, restrictions=[Restriction("CSC 9", EXEMPT)]),
        "no item to restrict is called 'CSC 9'",
    ),
    "a key decision that is neither yes nor no": (
        lambda: Report(MEETING, "P", Q2, key_decision="No"),  # type: ignore[arg-type]
        "key_decision",
    ),
    "a milestone completed before it began": (
        lambda: Milestone("Plan", began=dt.date(2022, 5, 1), completed=dt.date(2022, 4, 30)),
        "completed",
    ),
    "a moment for a date": (
        lambda: Meeting(BOARD, dt.datetime(2022, 11, 14, 18, 30, tzinfo=dt.UTC)),
        "without a time of day",
    ),
    "an event that is no event of Open Civic Data": (
        lambda: Meeting(BOARD, dt.date(2022, 11, 14), ocd_event_id="14"),
        "ocd-event/",
    ),
    "a status that no meeting has": (
        lambda: Meeting(BOARD, dt.date(2022, 11, 14), status="done"),
        "one of scheduled",
    ),
    "a county with a district's code": (
        lambda: Council("Worcestershire County Council", "E07000234", kind="county"),
        "begins with E10",
    ),
    "a code that is none": (lambda: Council("Halton", "E6"), "eight digits"),
    "an implication identified but not told": (lambda: Implication("Legal"), "what was"),
    "an implication told but not stated": (
        lambda: Implication("Legal", "None", status="not_stated"),
        "another status",
    ),
    "a ward named twice": (lambda: Wards(["Crewe East", "Crewe East"]), "once only"),
    "a contact without anybody": (ContactPoint, "officers to ask for"),
    "a number that is of no office": (
        lambda: ContactPoint(officers=[Role("Head of Service")], telephones=["01234 567890"]),
        "the office that the address or number is of",
    ),
    "an address that is none": (lambda: ContactPoint("Scrutiny", email="here"), "e-mail"),
    "an appendix here and elsewhere": (
        lambda: Appendix("1", "A", scorecards=[Scorecard("S", [])], held_elsewhere=True),
        "its scorecards are here",
    ),
    "two budget lines of one name": (
        lambda: BudgetMonitoring("B", Q2, [BudgetLine("Staff", 1), BudgetLine("Staff", 2)]),
        "name of its own",
    ),
    "a tally with one level twice": (
        lambda: StatedTally("rating", [StatedCount("Red", 1), StatedCount("Red", 2)]),
        "each level once only",
    ),
    "a level that a tally lacks": (
        lambda: StatedTally("rating", [StatedCount("Red", 1)])["Blue"],
        "no level is called 'Blue'",
    ),
    "a count below nought": (lambda: StatedCount("Red", -1), "from 0"),
    "a verb that asks for nothing": (
        lambda: Recommendation("like", "it"),
        "one of note",
    ),
    "an exemption by no paragraph": (lambda: Exemption("england", []), "one paragraph or more"),
    "a paragraph named twice": (lambda: Exemption("england", [3, "3"]), "each once only"),
    "a paragraph that is no number": (lambda: Exemption("england", [True]), "paragraph numbers"),
    "contract terms under another paragraph": (
        lambda: Exemption("england", 1, contract_terms=True),
        "finances or business",
    ),
    "a ground that the act does not have": (
        lambda: Confidentiality("england", "secret"),
        "one of government_terms",
    ),
    "a sign-off of nothing": (lambda: SignOff("Legal", " "), "not blank"),
    "an approval at a moment": (
        lambda: Approval(Role("Director"), dt.datetime(2022, 6, 6, tzinfo=dt.UTC)),
        "without a time of day",
    ),
    "a background paper dated with text": (
        lambda: BackgroundPaper("Minutes", ["2022-06-06"]),
        r"dates\[0\]",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused(what: str) -> None:
    build, message = REFUSED[what]

    with attrs.validators.disabled(), pytest.raises(CouncilPerfError, match=message):
        build()


def test_a_key_decision_with_its_decision_maker_stands() -> None:
    cabinet_member = Role("Cabinet Member for Children")

    paper = Report(MEETING, "P", Q2, key_decision=True, decision_maker=cabinet_member)

    assert paper.decision_maker == cabinet_member


def test_a_restriction_may_name_a_row_an_objective_or_a_budget_line() -> None:
    money = BudgetMonitoring("Children's services", Q2, [BudgetLine("Placements", 1200)])
    paper = Report(
        MEETING,
        "P",
        Q2,
        objectives=[Objective("O1", "Attendance")],
        budgets=[money],
        restrictions=[Restriction("O1", EXEMPT), Restriction("Placements", EXEMPT)],
    )

    assert list(paper.references()) == ["O1", "Placements"]


def test_a_figure_that_a_budget_does_not_give_is_missing() -> None:
    line = BudgetLine("Staff", "12.5", actual=None)

    assert (line.actual, line.forecast) == (Missing("no_data"), Missing("no_data"))


def test_a_budget_in_thousands_keeps_its_unit() -> None:
    assert BudgetMonitoring("B", Q2, [], unit="£000").unit.name == "£000"


def test_none_identified_is_not_the_same_as_not_stated() -> None:
    looked, silent = (
        Implication("Legal", status="none_identified"),
        Implication("Legal", status="not_stated"),
    )

    assert looked != silent


def test_a_sign_off_that_does_not_apply_is_told_from_one_that_is_outstanding() -> None:
    assert SignOff("Legal", Absence.NOT_APPLICABLE) != SignOff("Legal", Absence.NOT_DUE)


def test_a_borough_wide_paper_says_so_in_its_own_words() -> None:
    assert str(Wards(words="Borough-wide")) == "Borough-wide"
    assert str(ALL_WARDS) == "All wards"


def test_a_councils_country_is_told_by_its_code_or_its_kind_or_not_at_all() -> None:
    assert [
        council.country and council.country.value
        for council in (
            Council("Cardiff Council", "W06000015"),
            Council("Highland Council", kind="scottish"),
            Council("Somewhere"),
        )
    ] == ["wales", "scotland", None]
