from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from councilperf import Absence, Assessment, ReportingPeriod, assess, cross_tally
from councilperf.assessment import LevelChange
from councilperf.assurance import Finding, public_view
from councilperf.model import (
    Appendix,
    Approval,
    BackgroundList,
    BackgroundPaper,
    BudgetLine,
    BudgetMonitoring,
    Commentary,
    Committee,
    Confidentiality,
    ContactPoint,
    Exemption,
    Implication,
    Meeting,
    Milestone,
    Objective,
    Recommendation,
    Report,
    Restriction,
    Role,
    Scorecard,
    Section,
    SignOff,
    StatedCount,
    StatedLevel,
    StatedTally,
    Wards,
)
from councilperf.presets import CHESHIRE_EAST
from councilperf.render import render_html, render_markdown, render_text
from councilperf.rules import RAG
from councilperf.tables import (
    Bullets,
    Facts,
    Heading,
    Labels,
    Page,
    Paragraph,
    Table,
    changes_table,
    cross_table,
    objectives_table,
    paper_page,
    set_out,
    stated_summary_table,
)

Q3 = ReportingPeriod.quarter(2021, 3)
MEETING = Meeting(Committee("Scrutiny Panel", "Our Council"), dt.date(2022, 3, 10))
EXEMPT = Exemption("england", [3])


@pytest.fixture
def report(scorecard: Scorecard) -> Report:
    return Report(
        MEETING,
        "Performance and budget",
        Q3,
        reference="7",
        key_decision=False,
        lead_member=Role("Cabinet Member"),
        wards=Wards(),
        purpose="To report performance.\n\nAnd the budget.\n\n \n",
        recommendations=[Recommendation("note", "the performance")],
        sections=[Section("Background", "The panel asked for this.")],
        scorecards=[scorecard],
        tallies=[
            StatedTally(
                "rating",
                [
                    StatedCount("Red", 9, percentage="36"),
                    StatedCount("Green", 16),
                    StatedCount("n/a", Absence.NO_DATA),
                ],
                total=25,
                title="This quarter",
                base="of those rated",
                note="As printed.",
            )
        ],
        objectives=[
            Objective(
                "PED01",
                "Improve attendance",
                milestones=[
                    Milestone(
                        "Plan agreed",
                        due=dt.date(2022, 9, 30),
                        completed=dt.date(2022, 9, 1),
                        progress=StatedLevel("progress", "Green"),
                    )
                ],
            )
        ],
        budgets=[
            BudgetMonitoring(
                "Children",
                Q3,
                [BudgetLine("Placements", 1200, forecast=1350, variance=-150)],
                total=BudgetLine("Total", 1200),
                variance_sign="underspend_positive",
            )
        ],
        commentaries=[
            Commentary(
                "Three posts are vacant",
                about="A1",
                cause="Pay.",
                action="Recruit",
                due=dt.date(2022, 6, 30),
                role=Role("Head of Service"),
            ),
            Commentary("All is well.", action="None"),
        ],
        implications=[
            Implication("Risk", "Demand grows"),
            Implication("Legal", status="none_identified"),
            Implication("Rural", "See above", status="not_applicable"),
        ],
        appendices=[Appendix("1", "Scorecard")],
        background=BackgroundList(
            [BackgroundPaper("Agenda", [dt.date(2021, 7, 22)]), BackgroundPaper("Minutes")]
        ),
        contacts=[ContactPoint("Scrutiny Office", email="scrutiny@council.example")],
        sign_offs=[SignOff("Finance", "djn.22"), SignOff("Legal", Absence.NOT_APPLICABLE)],
        approvals=[Approval(Role("Director"), dt.date(2022, 3, 1))],
    )


def headings(page: Page) -> list[str]:
    return [each.text for each in page.blocks if isinstance(each, Heading)]


def after(page: Page, heading: str) -> object:
    return page.blocks[page.blocks.index(Heading(heading)) + 1]


def test_a_paper_holds_all_that_its_report_holds(report: Report) -> None:
    page = paper_page(report)

    assert headings(page) == [
        "Purpose",
        "Recommendations",
        "Background",
        "Commentary: Children and families",
        "Commentary",
        "Implications",
        "Appendices",
        "Background papers",
        "Contact",
        "Sign-off",
    ]
    assert [each.caption for each in page.blocks if isinstance(each, Table)] == [
        "Summary: rating",
        "Children and families",
        "Objectives and milestones",
        "Children, Q3 2021-22",
    ]


def test_a_paper_begins_with_who_meets_and_when(report: Report) -> None:
    [facts] = [each for each in paper_page(report).blocks if isinstance(each, Facts)]

    assert [(each.name, each.value) for each in facts.items] == [
        ("Committee", "Scrutiny Panel"),
        ("Council", "Our Council"),
        ("Date of meeting", "10 March 2022"),
        ("Period", "Q3 2021-22 (1 October – 31 December 2021)"),
        ("Ref", "7"),
        ("Lead member", "Cabinet Member"),
        ("Key decision", "no"),
        ("Wards", "All wards"),
    ]


def test_blank_lines_part_paragraphs(report: Report) -> None:
    blocks = paper_page(report).blocks
    place = blocks.index(Heading("Purpose"))

    assert blocks[place + 1 : place + 4] == (
        Paragraph("To report performance."),
        Paragraph("And the budget."),
        Heading("Recommendations"),
    )


def test_commentary_says_cause_and_action_in_sentences(report: Report) -> None:
    first, second = after(paper_page(report), "Commentary").items  # type: ignore[attr-defined]

    assert first.startswith("A1: Three posts are vacant. Cause: Pay. Action: Recruit, ")
    assert first.endswith("Head of Service, by 30 June 2022.")
    assert second == "All is well. Action: None."


def test_cause_and_action_stand_under_their_labels(report: Report) -> None:
    labels = Labels(cause="Achos", action="Gweithredu")
    first, _ = after(paper_page(report, labels=labels), "Commentary").items  # type: ignore[attr-defined]

    assert "Achos: Pay. Gweithredu: Recruit, " in first


def test_implications_say_what_was_found(report: Report) -> None:
    assert after(paper_page(report), "Implications") == Bullets(
        ["Risk: Demand grows", "Legal: none identified", "Rural: not applicable; See above"]
    )


def test_the_closing_lists_name_papers_contacts_and_sign_offs(report: Report) -> None:
    page = paper_page(report)

    assert after(page, "Background papers") == Bullets(["Agenda, 22 July 2021", "Minutes"])
    assert after(page, "Contact") == Bullets(["Scrutiny Office, scrutiny@council.example"])
    assert after(page, "Sign-off") == Bullets(
        ["Finance: djn.22", "Legal: not applicable", "Director, 1 March 2022"]
    )


def test_printed_counts_stand_with_their_percentages(report: Report) -> None:
    table = stated_summary_table(report.tallies[0])

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["This quarter", "9", "16", "no data", "25"],
        ["of those rated", "36%", "", "", ""],
    ]
    assert table.notes == ("As printed.",)


def test_work_and_money_stand_in_tables(report: Report) -> None:
    tables = {each.caption: each for each in paper_page(report).blocks if isinstance(each, Table)}
    work = [[cell.text for cell in row] for row in tables["Objectives and milestones"].rows]
    money = tables["Children, Q3 2021-22"]

    assert work[1][:3] == ["PED01", "Plan agreed", "30 September 2022"]
    assert work[1][3] == "Green; completed 1 September 2022"
    assert [row[0].text for row in money.rows] == ["Placements", "Total"]
    assert money.notes == ("Variance: underspend positive.",)


def test_an_assessed_scorecard_is_shown_rated_and_findings_go_to_officers(
    report: Report, assessment: Assessment
) -> None:
    wrong = Finding("a-check", "error", "tallies[0]", "it does not add up", "correct it")

    page = paper_page(report, assessments=[assessment], findings=[wrong])

    captions = [each.caption for each in page.blocks if isinstance(each, Table)]
    assert "Scorecard, Q2 2019-20" in captions
    heading, table = page.blocks[-2:]
    assert heading == Heading("Findings for officers")
    assert isinstance(table, Table)
    assert [[str(cell) for cell in row] for row in table.rows] == [
        ["error", "a-check", "tallies[0]", "it does not add up", "correct it"]
    ]


def test_each_exception_stands_with_all_that_is_said_of_it(
    report: Report, assessment: Assessment
) -> None:
    first, second = report.commentaries
    said_of_it = [attrs.evolve(first, about="A2"), second]
    page = paper_page(attrs.evolve(report, commentaries=said_of_it), assessments=[assessment])
    blocks = page.blocks

    assert [each for each in blocks if isinstance(each, Heading) and each.level > 2] == [
        Heading("Assumed", level=3),
        Heading("Exceptions", level=3),
        Heading("A2: Days to a decision", level=4),
        Heading("Commentary", level=3),
    ]
    said = blocks[blocks.index(Heading("A2: Days to a decision", level=4)) + 1]
    assert isinstance(said, Facts)
    assert [(each.name, each.value) for each in said.items][-5:] == [
        ("Commentary", "Three posts are vacant"),
        ("Cause", "Pay."),
        ("Action", "Recruit"),
        ("Due", "30 June 2022"),
        ("Responsible", "Head of Service"),
    ]
    # What is said once is not said again.
    assert after(page, "Commentary") == Bullets(["All is well. Action: None."])


def test_an_exception_of_which_nothing_is_said_says_so(
    report: Report, assessment: Assessment
) -> None:
    blocks = paper_page(report, assessments=[assessment]).blocks

    facts = blocks[blocks.index(Heading("A2: Days to a decision", level=4)) + 1]
    assert isinstance(facts, Facts)
    assert (facts.items[-1].name, facts.items[-1].value) == ("Commentary", "none given")


def test_commentary_on_other_rows_follows_their_scorecard(
    scorecard: Scorecard,
) -> None:
    said = attrs.evolve(scorecard.rows[2], commentary="More came from abroad.")
    card = attrs.evolve(scorecard, rows=[said])
    paper = Report(MEETING, "Performance", Q3, scorecards=[card])

    rated = paper_page(paper, assessments=[assess(card, CHESHIRE_EAST)])

    bullets = Bullets(["A3 Children in care: More came from abroad."])
    assert after(paper_page(paper), "Commentary: Children and families") == bullets
    assert rated.blocks[rated.blocks.index(Heading("Commentary", level=3)) + 1] == bullets


def test_who_is_invited_and_where_a_matter_goes_is_said() -> None:
    later = Meeting(Committee("Board", "Our Council"), dt.date(2022, 3, 23))
    meeting = attrs.evolve(MEETING, status="scheduled", invited=[Role("Chief Officer")])
    asks = [Recommendation("determine", "comments", refer_to=later)]

    page = paper_page(Report(meeting, "Performance", Q3, recommendations=asks))

    [facts] = [each for each in page.blocks if isinstance(each, Facts)]
    assert [(each.name, each.value) for each in facts.items[3:5]] == [
        ("Status of meeting", "scheduled"),
        ("Invited", "Chief Officer"),
    ]
    assert after(page, "Recommendations") == Bullets(
        ["determine comments (to be referred to Board, 23 March 2022)"]
    )


def test_an_appendix_says_where_it_is_or_what_it_holds() -> None:
    appendices = [
        Appendix("1", "Dashboard", held_elsewhere=True),
        Appendix("2", "Contract", note="A settlement.", marking=EXEMPT),
    ]
    page = paper_page(public_view(Report(MEETING, "Performance", Q3, appendices=appendices)))

    assert after(page, "Appendices") == Bullets(
        [
            "Appendix 1: Dashboard (published separately)",
            f"Appendix 2: Contract. W{EXEMPT.statement[1:]}.",
        ]
    )


def test_work_says_what_it_serves_who_leads_it_and_why_it_is_judged_so() -> None:
    work = Objective(
        "O1",
        "Attendance",
        milestones=[Milestone("Plan agreed")],
        progress=StatedLevel("progress", "Amber", reason="Two schools were late."),
        priorities=["Children first"],
        officer=Role("Head of Service"),
    )

    assert [[str(cell) for cell in row] for row in objectives_table([work]).rows] == [
        [
            *("O1", "Attendance", "", "Amber (Two schools were late)"),
            *("Children first", "Head of Service"),
        ],
        ["O1", "Plan agreed", "", "", "", ""],
    ]


def test_a_report_that_says_little_is_a_short_page() -> None:
    page = set_out(Report(MEETING, "Performance", Q3))

    assert isinstance(page, Page)
    assert [type(each) for each in page.blocks] == [Facts]


def test_a_report_shows_itself_in_every_format(report: Report) -> None:
    assert "Date of meeting  10 March 2022" in render_text(report)
    assert "- **Date of meeting:** 10 March 2022" in render_markdown(report)
    assert "<dt>Date of meeting</dt><dd>10 March 2022</dd>" in render_html(report)


def test_two_judgements_are_counted_together(assessment: Assessment) -> None:
    table = cross_table(cross_tally(assessment, "rating", "travel"), "Both")

    assert [each.header for each in table.columns] == [
        "Level", "Improving", "Static", "Worsening", "Not rated", "Total",
    ]  # fmt: skip
    assert [[str(cell) for cell in row] for row in table.rows] == [
        ["Green ●", "1", "1", "0", "1", "3"],
        ["Amber ▲", "0", "0", "0", "0", "0"],
        ["Red ■", "0", "0", "1", "0", "1"],
        ["Not rated", "0", "0", "0", "3", "3"],
        ["Total", "1", "1", "1", "4", "7"],
    ]


def test_what_came_new_or_went_is_said_in_words() -> None:
    changes = [
        LevelChange("H1", None, "red", "newly_rated"),
        LevelChange("H2", "green", None, "no_longer_rated"),
    ]

    assert [[str(cell) for cell in row] for row in changes_table(changes, RAG).rows] == [
        ["H1", "Not rated", "Red ■", "newly rated"],
        ["H2", "Green ●", "Not rated", "no longer rated"],
    ]


@pytest.mark.parametrize(
    "marked",
    [
        {"marking": EXEMPT},
        {"restrictions": [Restriction("A1", EXEMPT)]},
        {"commentaries": [Commentary("A dismissal.", marking=EXEMPT)]},
        {"appendices": [Appendix("2", "Contract", marking=EXEMPT)]},
        {"background": BackgroundList([BackgroundPaper("Advice", marking=EXEMPT)])},
    ],
    ids=lambda each: next(iter(each)),
)
def test_a_copy_that_is_not_for_the_public_says_so(
    scorecard: Scorecard, marked: dict[str, Any]
) -> None:
    report = Report(MEETING, "Performance", Q3, scorecards=[scorecard], **marked)
    page = paper_page(report)
    facts = page.blocks[0]

    assert isinstance(facts, Facts)
    assert facts.items[-1].value.startswith("not for publication")
    [line] = after(page, "Exempt and confidential information").items  # type: ignore[attr-defined]
    assert line.endswith(f": {EXEMPT.statement}.")


def test_the_public_copy_of_an_item_under_several_markings_may_be_published() -> None:
    """Any of their sentences may stand in place of its texts."""
    secret = Confidentiality("england", "prohibited")
    report = Report(
        MEETING,
        "Performance",
        Q3,
        objectives=[Objective("O9", "Homes")],
        restrictions=[
            Restriction("O9", EXEMPT),
            Restriction("O9", secret),
            Restriction("O9", secret, commentary_only=True),
        ],
    )

    assert "not for publication" in render_text(report)
    assert "not for publication" not in render_text(public_view(report))


def test_what_is_withheld_is_told_with_its_reason_who_decided_and_until_when(
    scorecard: Scorecard,
) -> None:
    reasoned = Exemption(
        "england",
        [1, 2],
        public_interest="Three children are concerned.",
        decided_by=Role("Monitoring Officer"),
        review=dt.date(2023, 4, 1),
    )
    secret = Confidentiality("england", "prohibited", decided_by=Role("Monitoring Officer"))
    report = Report(
        MEETING,
        "Performance",
        Q3,
        scorecards=[scorecard],
        restrictions=[Restriction("A1", reasoned, commentary_only=True)],
        emerging_issues=[Commentary("A dismissal.", marking=secret)],
    )

    for told in (report, public_view(report)):
        assert after(paper_page(told), "Exempt and confidential information") == Bullets(
            [
                (
                    f"A1 (commentary): {reasoned.statement}; public interest: Three children are "
                    "concerned; decided by Monitoring Officer; to be reviewed on 1 April 2023."
                ),
                f"Emerging issues 1: {secret.statement}; decided by Monitoring Officer.",
            ]
        )


def test_a_report_that_is_withheld_whole_says_so_of_itself() -> None:
    page = paper_page(public_view(Report(MEETING, "Contract", Q3, marking=EXEMPT)))

    assert after(page, "Exempt and confidential information") == Bullets(
        [f"The report: {EXEMPT.statement}."]
    )


def of_work(*, only_words: bool, reason: str | None = None) -> Report:
    """A report with a restricted objective."""
    judged = StatedLevel("progress", "Red", reason=reason)
    work = Objective("O1", "Attendance", milestones=[Milestone("Plan", progress=judged)])
    other = Objective("O2", "Reading")
    closed = Restriction("O1", EXEMPT, commentary_only=only_words)
    return Report(MEETING, "Work", Q3, objectives=[work, other], restrictions=[closed])


def of_money(*, only_words: bool, reason: str | None = None) -> Report:
    """A report with a restricted budget line."""
    rating = None if reason is None else StatedLevel("rating", "Red", reason=reason)
    lines = [BudgetLine("Staff", 900), BudgetLine("Placements", 1200, rating=rating)]
    closed = Restriction("Placements", EXEMPT, commentary_only=only_words)
    budgets = [BudgetMonitoring("Children", Q3, lines)]
    return Report(MEETING, "Money", Q3, budgets=budgets, restrictions=[closed])


@pytest.mark.parametrize(
    ("report", "is_there"),
    [
        (of_work(only_words=False), True),
        (of_work(only_words=True), False),
        (of_work(only_words=True, reason="A dismissal."), True),
        (of_money(only_words=False), True),
        (of_money(only_words=True), False),
        (of_money(only_words=True, reason="A settlement."), True),
        (Report(MEETING, "Contract", Q3, marking=EXEMPT), True),
        (Report(MEETING, "Contract", Q3), False),
    ],
)
def test_a_copy_may_be_published_once_what_is_exempt_is_out_of_it(
    report: Report, is_there: bool
) -> None:
    assert ("Publication" in render_text(report)) is is_there
    assert "Publication" not in render_text(public_view(report))
