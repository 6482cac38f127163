"""Worcestershire: Performance Monitoring, 3 November 2022.

The paper of the Children and Families Overview and Scrutiny Panel. Facts are as printed, prose is
put in other words. The appendix is not in our extract. The officers' own telephone numbers are
left out; the e-mail address is the office's.
"""

from datetime import date

from councilperf.assurance import check
from councilperf.model import (
    Appendix,
    BackgroundList,
    BackgroundPaper,
    Committee,
    ContactPoint,
    Council,
    Meeting,
    Recommendation,
    Report,
    Role,
    Section,
)
from councilperf.periods import ReportingPeriod, parse_dates

# The code is from the register of geographic codes; papers do not print it.
COUNCIL = Council("Worcestershire County Council", "E10000034", kind="county")
PANEL = Committee("Children and Families Overview and Scrutiny Panel", COUNCIL, kind="panel")
PERFORMANCE_BOARD = Committee("Overview and Scrutiny Performance Board", COUNCIL, kind="board")

PAPER = Report(
    meeting=Meeting(
        PANEL,
        date(2022, 11, 3),
        invited=[
            Role("Cabinet Member with Responsibility for Education"),
            Role("Cabinet Member with Responsibility for Children and Families"),
            Role("Director of Worcestershire Children First"),
        ],
    ),
    title="Performance Monitoring",
    period=ReportingPeriod.quarter(2022, 2),
    summary=(
        "The Panel hears of performance in the services for children and families; the Cabinet "
        "Members with Responsibility and a Director of Worcestershire Children First have been "
        "invited to answer its questions."
    ),
    sections=[
        Section(
            "Performance information",
            "The dashboard at Appendix 1 has the indicators of the Directorate level scorecard on "
            "Education & Skills and SEND, for Quarter 2 (July to September 2022). Panels look at "
            "them every quarter and report to the Overview and Scrutiny Performance Board by "
            "exception.",
        )
    ],
    recommendations=[
        Recommendation(
            "determine",
            "any comments to highlight to the Cabinet Members with Responsibility at the meeting "
            "and/or to the Overview and Scrutiny Performance Board",
            refer_to=Meeting(PERFORMANCE_BOARD, date(2022, 11, 16)),
        ),
        Recommendation(
            "determine",
            "whether any further information or scrutiny on a particular topic is required",
        ),
    ],
    appendices=[
        Appendix(
            "1",
            "Children and Families Performance Information Dashboard for Education & Skills and "
            "SEND",
            held_elsewhere=True,
        )
    ],
    contacts=[
        ContactPoint(
            "Overview and Scrutiny",
            officers=[
                Role("Overview and Scrutiny Officer", "Alyson Grice"),
                Role("Overview and Scrutiny Officer", "Alison Spall"),
            ],
            email="scrutiny@worcestershire.gov.uk",
        )
    ],
    background=BackgroundList(
        [
            BackgroundPaper(
                "Agendas and minutes of the Overview and Scrutiny Performance Board",
                parse_dates(
                    "29 September, 20 July, 23 March 2022, 17 November, 30 September 2021"
                ),
            ),
            BackgroundPaper(
                "Agendas and minutes of the Children and Families Overview and Scrutiny Panel",
                parse_dates(
                    "11 January, 7 July and 20 September 2022, 16 July and 12 November 2021"
                ),
            ),
        ],
        proper_officer=Role("Democratic Governance and Scrutiny Manager"),
    ),
)

if __name__ == "__main__":
    for finding in check(PAPER):
        print(finding)
