"""Halton: Performance Management Report for Quarter 2 2022/23, 14 November 2022.

The paper of the Children, Young People & Families Policy and Performance Board. Facts are as
printed, prose is put in other words. The report on objectives, milestones and indicators that it
introduces is not in our extract.
"""

from datetime import date

from councilperf.assurance import check
from councilperf.model import (
    BackgroundList,
    Committee,
    Council,
    Implication,
    Meeting,
    Recommendation,
    Report,
    Role,
    Section,
    Wards,
)
from councilperf.periods import ReportingPeriod

# The code is from the register of geographic codes; papers do not print it.
COUNCIL = Council("Halton Borough Council", "E06000006", kind="unitary")
BOARD = Committee(
    "Children, Young People & Families Policy and Performance Board", COUNCIL, kind="board"
)

PAPER = Report(
    meeting=Meeting(BOARD, date(2022, 11, 14)),
    title="Performance Management Report for Quarter 2 2022/23",
    period=ReportingPeriod.quarter(2022, 2),
    senior_officer=Role("Strategic Director – People", capacity="Reporting Officer"),
    portfolio="Children, Education and Social Care",
    wards=Wards(words="Borough-wide"),
    # 1.0 Purpose
    purpose=(
        "To look at performance management in the second quarter, 1st July 2022 to 30th "
        "September 2022, and to ask questions about it."
    ),
    summary=(
        "Members agreed what to develop or improve in 2022/23, and it stands in the Business "
        "Plan of the Children and Families Services Department and the Education, Inclusion and "
        "Provision Department. The report tells how objectives, milestones and targets came on, "
        "and what has developed or emerged."
    ),
    # 2.0 Recommendation
    recommendations=[
        Recommendation("receive", "the second quarter's performance management report"),
        Recommendation(
            "consider", "the progress and performance information and raise any questions"
        ),
        Recommendation(
            "highlight",
            "any areas of interest and/or concern where further information is to be reported at "
            "a future meeting of the Board",
        ),
    ],
    # 3.0 Supporting information
    sections=[
        Section(
            "Supporting information",
            "The objectives of departments say what services mean to achieve and how that serves "
            "the strategic priorities. The Board's part is to watch performance and to hold "
            "services to account.",
        )
    ],
    # 4.0 to 8.0
    implications=[
        Implication("Policy", status="none_identified"),
        Implication("Other", status="none_identified"),
        Implication(
            "The Council's priorities",
            "Objectives and measures, local and national, are tied to the priorities; a report "
            "by thematic priority and the naming of business-critical objectives, milestones and "
            "indicators will help further. Much of the work serves more than one priority.",
        ),
        Implication("Risk analysis", status="not_applicable"),
        Implication("Equality and diversity", status="not_applicable"),
    ],
    # 9.0 Background papers under section 100D: not applicable
    background=BackgroundList(),
)

if __name__ == "__main__":
    for finding in check(PAPER):
        print(finding)
