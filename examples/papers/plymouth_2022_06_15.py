"""Plymouth: Children's Services Scrutiny Performance Report (Q4 2021-22), 15 June 2022.

The paper of the Education and Children's Social Care Overview and Scrutiny Committee. Facts are
as printed, prose is put in other words. Appendix A, the report proper, is not in our extract. The
author's own e-mail address is left out.
"""

from datetime import date

from councilperf.assurance import check
from councilperf.model import (
    Appendix,
    Approval,
    BackgroundList,
    Committee,
    Council,
    Implication,
    Meeting,
    Recommendation,
    Report,
    Role,
    Section,
    SignOff,
)
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence

# The code is from the register of geographic codes; papers do not print it.
COUNCIL = Council("Plymouth City Council", "E06000026", kind="unitary")
COMMITTEE = Committee(
    "Education and Children's Social Care Overview and Scrutiny Committee",
    COUNCIL,
    kind="committee",
)

PAPER = Report(
    meeting=Meeting(COMMITTEE, date(2022, 6, 15)),
    title="Children's Services Scrutiny Performance Report (Q4 2021-22)",
    period=ReportingPeriod.quarter(2021, 4),
    reference="PSCSS-2021/22(Q4)",
    lead_member=Role("Lead Member", "Councillor Charlotte Carlyle"),
    senior_officer=Role(
        "Director for Childrens Services", "Alison Botham", capacity="Lead Strategic Director"
    ),
    author=Role("Author", "Paul Stephens"),
    key_decision=False,
    part="part_1",
    classification="Official",
    purpose=(
        "To report how the Children's Service directorate stands against its key performance "
        "indicators at the end of quarter four (as at end of March 2022), as part of the "
        "council's Delivery and Performance Framework."
    ),
    recommendations=[
        Recommendation(
            "note", "the current position with regard to Children's Services Performance"
        )
    ],
    reasons="It is for the committee to monitor the performance of Children's Services.",
    options_considered=(
        "Rejected: the report makes the council's performance open to view, and to report it is "
        "held to be best practice."
    ),
    sections=[
        Section(
            "Relevance to the Corporate Plan and/or the Plymouth Plan",
            "The report serves the priorities in the Corporate Plan.",
        )
    ],
    implications=[
        Implication(
            "Medium Term Financial Plan and resources",
            "The Medium Term Financial Strategy helps to turn the priorities of the Corporate "
            "Plan 2021-25 into deeds.",
        ),
        Implication(
            "Financial risks",
            "Risks of performance are managed in the strategic and operational risk registers.",
        ),
        Implication("Carbon footprint (environmental)", status="none_identified"),
        Implication(
            "Other: health and safety, risk management, child poverty",
            "Members are reminded of the duty to promote equality of opportunity.",
            status="none_identified",
        ),
    ],
    appendices=[
        Appendix(
            "A",
            "Children's Services Scrutiny Performance Report (Q4 2021-22)",
            held_elsewhere=True,
        )
    ],
    # The table of background papers is empty.
    background=BackgroundList(),
    sign_offs=[
        SignOff("Finance", "djn.22.23.39"),
        SignOff("Legal", "EJ/38700"),
        SignOff("Monitoring Officer", Absence.NOT_APPLICABLE),
        SignOff("Human resources", Absence.NOT_APPLICABLE),
        SignOff("Assets", Absence.NOT_APPLICABLE),
        SignOff("Strategic procurement", Absence.NOT_APPLICABLE),
    ],
    originator=Role(
        "Senior Leadership Team member",
        "Jean Kelly",
        capacity="Originating Senior Leadership Team member",
    ),
    approvals=[
        Approval(Role("Strategic Director"), date(2022, 6, 6)),
        Approval(Role("Cabinet Member", "Councillor Charlotte Carlyle"), date(2022, 6, 6)),
    ],
)

if __name__ == "__main__":
    for finding in check(PAPER):
        print(finding)
