"""Worcestershire: Performance and In-Year Budget Monitoring, 10 March 2022.

The paper of the Children and Families Overview and Scrutiny Panel. Facts are as printed, prose is
put in other words. Both appendices are not in our extract. The officers' own telephone numbers are
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
        date(2022, 3, 10),
        invited=[
            Role("Cabinet Member with Responsibility for Children and Families"),
            Role("Cabinet Member with Responsibility for Education"),
        ],
    ),
    title="Performance and In-Year Budget Monitoring",
    period=ReportingPeriod.quarter(2021, 3),
    summary=(
        "The Panel hears of performance and money in the services for children and families; the "
        "Cabinet Members with Responsibility have been invited to answer its questions."
    ),
    sections=[
        Section(
            "Performance information",
            "The dashboard at Appendix 1 has the indicators of the Directorate level scorecard "
            "within the Panel's remit for Quarter 3 (October-December 2021). The Corporate "
            "Balanced Scorecard shows progress against the Corporate Plan. That of Children's "
            "Services is under review and will be launched again with the new Corporate "
            "Strategy. Earlier ones are reported to Cabinet and published.",
        ),
        Section(
            "Financial information",
            "The slides at Appendix 2 are the Financial Update for Quarter 3.",
        ),
    ],
    recommendations=[
        Recommendation(
            "determine",
            "any comments to highlight to the Cabinet Members with Responsibility at the meeting "
            "and/or to the Overview and Scrutiny Performance Board",
            refer_to=Meeting(PERFORMANCE_BOARD, date(2022, 3, 23)),
        ),
        Recommendation(
            "determine",
            "whether any further information or scrutiny on a particular topic is required",
        ),
    ],
    appendices=[
        Appendix("1", "Dashboard of Performance Information", held_elsewhere=True),
        Appendix(
            "2",
            "Budget Monitoring 2022/23 Quarter 3 (Presentation Slides)",
            held_elsewhere=True,
        ),
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
                    "22 July, 23 September and 19 November 2020 and 3 February and 21 July 2021"
                ),
            ),
            BackgroundPaper(
                "Agendas and minutes of the Children and Families Overview and Scrutiny Panel",
                parse_dates(
                    "29 January, 16 July, 22 September and 12 November 2021, "
                    "17 July, 8 September, and 13 November 2020"
                ),
            ),
        ],
        proper_officer=Role("Assistant Director for Legal and Governance"),
    ),
)

if __name__ == "__main__":
    for finding in check(PAPER):
        print(finding)
