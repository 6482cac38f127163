"""What the public and members see; the laws are in `tests/laws/test_disclosure_laws.py`."""

from __future__ import annotations

import datetime as dt

import attrs

from councilperf.assurance import member_view, public_view
from councilperf.model import (
    Appendix,
    BackgroundList,
    BackgroundPaper,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Committee,
    Confidentiality,
    Exemption,
    Indicator,
    Marking,
    Meeting,
    Milestone,
    Objective,
    Observation,
    Report,
    Restriction,
    Scorecard,
    ScorecardRow,
    StatedCount,
    StatedLevel,
    StatedTally,
    Target,
)
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Mark, Missing

Q2 = ReportingPeriod.quarter(2022, 2)
MEETING = Meeting(Committee("Board", "Halton Borough Council"), dt.date(2022, 11, 14))
FINANCE = Exemption("england", 3)
PERSON = Exemption("england", [1, 2], public_interest="Three children are concerned.")
ROW = ScorecardRow(
    Indicator("CSC 1", "Children placed", unit="number", note="by placement order"),
    [Observation(Q2, 3, marks=[Mark.PROVISIONAL], note="two brothers")],
    [Target(4)],
    stated=[StatedLevel("rating", "Red", reason="the court adjourned")],
    commentary="The court adjourned.",
)
TALLY = StatedTally("rating", [StatedCount("Red", 1), StatedCount("Green", 0)], total=1)


def restricted(marking: Marking, *, commentary_only: bool = False) -> Report:
    """A paper whose only row is restricted."""
    return Report(
        MEETING,
        "Performance",
        Q2,
        scorecards=[Scorecard("Children", [ROW])],
        tallies=[TALLY],
        commentaries=[Commentary("Adjourned until May.", about="CSC 1")],
        restrictions=[Restriction("CSC 1", marking, commentary_only=commentary_only)],
    )


def test_a_row_stays_and_says_under_what_it_is_withheld() -> None:
    [row] = public_view(restricted(PERSON)).scorecards[0].rows

    assert (row.indicator.reference, row.indicator.title) == ("CSC 1", "Children placed")
    assert row.observations == (Observation(Q2, Missing(Absence.WITHHELD, note=PERSON.statement)),)
    assert (row.targets, row.stated, row.indicator.note) == ((), (), None)
    assert row.commentary == (
        "Withheld under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act "
        "1972."
    )


def test_counts_that_would_give_a_row_away_go_with_it() -> None:
    [tally] = public_view(restricted(PERSON)).tallies

    assert [each.level for each in tally.counts] == ["Red", "Green"]
    assert {each.count for each in tally.counts} | {tally.total} == {Missing(Absence.WITHHELD)}
    assert tally.note == "Withheld, since it counts what is withheld."


def test_where_only_the_commentary_is_restricted_the_figures_and_counts_stay() -> None:
    view = public_view(restricted(PERSON, commentary_only=True))
    [row] = view.scorecards[0].rows

    assert row.observations == (Observation(Q2, 3, marks=[Mark.PROVISIONAL]),)
    assert row.stated == (StatedLevel("rating", "Red"),)
    assert row.targets == ROW.targets
    assert view.tallies == (TALLY,)
    assert "adjourned" not in repr(view).casefold()


def test_what_is_said_of_a_restricted_row_is_withheld_though_it_has_no_marking() -> None:
    [said] = public_view(restricted(PERSON)).commentaries

    assert (said.about, said.marking) == ("CSC 1", PERSON)


def test_why_a_target_was_changed_is_commentary_too() -> None:
    changed = Target(4, reason="the court adjourned", supersedes=Target(5, reason="as before"))
    paper = Report(
        MEETING,
        "P",
        Q2,
        scorecards=[Scorecard("C", [ScorecardRow(ROW.indicator, targets=[changed])])],
        restrictions=[Restriction("CSC 1", PERSON, commentary_only=True)],
    )

    assert public_view(paper).scorecards[0].rows[0].targets == (Target(4, supersedes=Target(5)),)


def test_members_see_what_the_act_opens_to_them() -> None:
    open_to_them, closed = restricted(FINANCE), restricted(PERSON)

    assert member_view(open_to_them) == open_to_them
    assert member_view(closed) == public_view(closed)


def test_confidential_information_is_withheld_from_members_too() -> None:
    paper = restricted(Confidentiality("england", "prohibited"))

    assert member_view(paper) == public_view(paper)
    assert "confidential under section 100A(3)" in repr(member_view(paper))


def test_a_report_in_part_2_shows_its_front_page() -> None:
    paper = Report(
        MEETING,
        "Provider settlement",
        Q2,
        agenda_item="9",
        part="part_2",
        marking=PERSON,
        purpose="To settle.",
        scorecards=[Scorecard("Children", [ROW])],
    )
    view = public_view(paper)

    assert (view.title, view.agenda_item, view.part) == (paper.title, "9", paper.part)
    assert (view.scorecards, view.purpose) == ((), None)
    assert (view.summary or "").startswith("Withheld under paragraphs 1 and 2")


def test_a_withheld_appendix_keeps_its_title_and_takes_what_is_said_of_its_rows_with_it() -> None:
    paper = Report(
        MEETING,
        "Performance",
        Q2,
        appendices=[
            Appendix("B", "Placements", scorecards=[Scorecard("C", [ROW])], marking=PERSON)
        ],
        commentaries=[Commentary("Adjourned.", about="CSC 1"), Commentary("Demand has grown.")],
        restrictions=[Restriction("CSC 1", FINANCE)],
        tallies=[TALLY],
    )
    view = public_view(paper)

    assert [(each.title, each.scorecards) for each in view.appendices] == [("Placements", ())]
    assert [each.text for each in view.commentaries] == ["Demand has grown."]
    assert view.restrictions == ()
    assert view.tallies != paper.tallies


def test_one_withheld_line_of_a_budget_takes_the_total_with_it() -> None:
    budget = BudgetMonitoring(
        "Children",
        Q2,
        [BudgetLine("Agency", 70), BudgetLine("Staff", 30)],
        total=BudgetLine("T", 100),
    )
    paper = Report(
        MEETING, "P", Q2, budgets=[budget], restrictions=[Restriction("Agency", FINANCE)]
    )
    [view] = public_view(paper).budgets

    assert view.lines[1] == budget.lines[1]
    assert isinstance(view.lines[0].budget, Missing)
    assert view.total is not None
    assert isinstance(view.total.budget, Missing)


def test_an_objective_keeps_its_title_and_its_words_go_where_only_they_are_restricted() -> None:
    late = StatedLevel("progress", "Late", reason="the court adjourned")
    objective = Objective(
        "O1", "Placements", milestones=[Milestone("A", progress=late)], progress=late
    )
    budget = BudgetMonitoring("B", Q2, [BudgetLine("Staff", 30, rating=late)])

    def view(*, commentary_only: bool) -> Report:
        restrictions = [
            Restriction(each, PERSON, commentary_only=commentary_only) for each in ("O1", "Staff")
        ]
        return public_view(
            Report(
                MEETING,
                "P",
                Q2,
                objectives=[objective],
                budgets=[budget],
                restrictions=restrictions,
            )
        )

    [worded], [whole] = (
        view(commentary_only=True).objectives,
        view(commentary_only=False).objectives,
    )
    [line] = view(commentary_only=True).budgets[0].lines

    assert [each.progress for each in worded.milestones] == [StatedLevel("progress", "Late")]
    assert line.rating == StatedLevel("progress", "Late")
    assert (whole.title, whole.milestones) == ("Placements", ())
    assert whole.progress is not None
    assert whole.progress.text == "Withheld"


def test_the_title_of_a_marked_background_paper_is_withheld() -> None:
    paper = Report(
        MEETING,
        "P",
        Q2,
        background=BackgroundList(
            [BackgroundPaper("Letter of Mr A", marking=PERSON), BackgroundPaper("Minutes")]
        ),
    )
    background = public_view(paper).background

    assert background is not None
    assert [each.title[:8] for each in background.papers] == ["Withheld", "Minutes"]


def test_an_absent_figure_keeps_its_reason_and_loses_its_note_with_the_commentary() -> None:
    row = ScorecardRow(
        Indicator("CSC 1", "A"), [Observation(Q2, Missing("not_due", note="the court adjourned"))]
    )
    paper = Report(
        MEETING,
        "P",
        Q2,
        scorecards=[Scorecard("C", [row])],
        restrictions=[Restriction("CSC 1", PERSON, commentary_only=True)],
    )

    assert public_view(paper).scorecards[0].rows[0].observations[0].value == Missing("not_due")


def test_what_is_said_of_a_withheld_row_goes_however_its_reference_is_typed() -> None:
    paper = restricted(PERSON)
    slip = Commentary("Adjourned until May.", about="csc1 ")

    view = public_view(attrs.evolve(paper, commentaries=[slip]))

    assert "May" not in view.commentaries[0].text


def test_a_withheld_appendix_held_elsewhere_may_be_what_is_counted_and_spoken_of() -> None:
    paper = Report(
        MEETING,
        "Performance",
        Q2,
        tallies=[TALLY],
        commentaries=[Commentary("Adjourned until May.", about="CSC 9")],
        appendices=[Appendix("1", "Scorecard", held_elsewhere=True, marking=PERSON)],
    )

    view = public_view(paper)

    assert view.commentaries == ()
    assert view.tallies[0].total == Missing(Absence.WITHHELD)
