"""Cheshire East: Children and Families Scorecard, Quarter 2 (2019-20), 25 November 2019.

The paper of the Children and Families Overview and Scrutiny Committee. Facts are as printed, prose
is put in other words. The scorecard itself, in Appendix 1, is not in our extract, nor are the
faces above the columns of the second table. The officer's own e-mail address is left out.
"""

from datetime import date

from councilperf.assurance import check
from councilperf.model import (
    Appendix,
    Committee,
    ContactPoint,
    Council,
    Implication,
    Meeting,
    Recommendation,
    Report,
    Role,
    Section,
    StatedCount,
    StatedTally,
    Wards,
)
from councilperf.periods import ReportingPeriod

# The code is from the register of geographic codes; papers do not print it.
COUNCIL = Council("Cheshire East Council", "E06000049", kind="unitary")
COMMITTEE = Committee(
    "Children and Families Overview and Scrutiny Committee", COUNCIL, kind="committee"
)

PAPER = Report(
    meeting=Meeting(COMMITTEE, date(2019, 11, 25)),
    title="Children and Families Scorecard - Quarter 2 (2019-20)",
    period=ReportingPeriod.quarter(2019, 2),
    lead_member=Role(
        "Portfolio Holder for Children and Families",
        "Cllr Dorothy Flude",
        capacity="Portfolio Holder",
    ),
    senior_officer=Role(
        "Acting Executive Director of People", "Mark Palethorpe", capacity="Senior Officer"
    ),
    # 1. Report summary
    summary=(
        "The report, with the scorecard attached to it, shows how the Children and Families "
        "Service performed in quarter 2 of 2019-20."
    ),
    # 2. Recommendations
    recommendations=[
        Recommendation("endorse", "the new scorecard developed for quarter 2"),
        Recommendation("note", "the contents of the report and scorecard"),
        Recommendation(
            "scrutinise", "areas where expected levels of performance are not being met"
        ),
    ],
    # 3. Reasons
    reasons=(
        "It falls to the committee to point out poor performance and to test the plans for "
        "putting it right. The scorecard gives it the figures and what lies behind them, every "
        "quarter."
    ),
    # 4. Other options
    options_considered="The committee might look at performance more often or less often.",
    # 5 to 8
    sections=[
        Section(
            "Background",
            "The report is for 1st July – 30th September 2019. Key measures follow the "
            "departments' plans for 2019-20. Each has a reference that tells who answers for it "
            "(CSC Children's Social Care, Ed&S Education and Skills, P&E Prevention and Early "
            "Help), its department, corporate outcome, portfolio, responsible officer, "
            "benchmark, year end 2018-19, quarterly figures, the target for 2019-20 that it is "
            "rated against, and a direction of travel from the previous quarter or reporting "
            "period, whatever the polarity: improving, static (or within 10% tolerance) or "
            "worsening.",
        ),
        Section(
            "Performance overview",
            "Of 42 measures 38 relate to performance and have been RAG rated; the others "
            "describe, for instance, the size of a cohort. As the measures have changed, there "
            "is no comparison with the quarter before.",
        ),
        Section(
            "Red RAG rated performance",
            "Some measures are still rated as red; work is under way on each of them.",
        ),
        Section(
            "Performance direction of travel",
            "Beside the level of a measure its direction matters: improving (green), staying "
            "broadly the same (amber) or getting worse (red).",
        ),
        Section("Consultation and engagement", "Not applicable."),
        Section("Access to information", "The scorecard is attached at Appendix 1."),
    ],
    tallies=[
        StatedTally(
            "rating",
            [
                StatedCount("Red", 9),
                StatedCount("Amber", 13),
                StatedCount("Green", 16),
                StatedCount("n/a", 4),
            ],
            total=42,
            title="This quarter",
        ),
        StatedTally(
            "travel",
            [
                StatedCount("Improving", 11),
                StatedCount("Static", 12),
                StatedCount("Worsening", 18),
                StatedCount("n/a", 1),
            ],
            total=42,
            title="This quarter",
            assumed=[
                "the columns, whose faces are lost, stand in the legend's order",
            ],
        ),
    ],
    # 9. Implications
    implications=[
        Implication("Legal", status="none_identified"),
        Implication(
            "Finance",
            "None directly; measures may show where a service needs more money or less.",
            status="none_identified",
        ),
        Implication("Policy", status="none_identified"),
        Implication(
            "Equality", "The scorecard can help to direct services to those more vulnerable."
        ),
        Implication("Human Resources", status="none_identified"),
        Implication(
            "Risk Management", "Some measures carry risks, such as demand and timeliness."
        ),
        Implication("Rural Communities", status="none_identified"),
        Implication(
            "Children & Young People/Cared for Children",
            "Members can see where performance is good, and where it should be better, for "
            "children and young people, those in care among them.",
        ),
        Implication("Public Health", status="none_identified"),
        Implication("Climate Change", status="none_identified"),
    ],
    # 10. Ward members affected
    wards=Wards(words="All ward areas"),
    # 12. Access to information
    appendices=[Appendix("1", "Children and Families performance scorecard", held_elsewhere=True)],
    # 13. Contact
    contacts=[
        ContactPoint(
            officers=[Role("Head of Children's Developments and Partnerships", "Gill Betton")]
        )
    ],
)

if __name__ == "__main__":
    for finding in check(PAPER):
        print(finding)
