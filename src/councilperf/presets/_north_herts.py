"""North Hertfordshire, performance indicators, 2021-22.

Source: minutes on the quarter 1 performance report of 2021-22.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    UNSTATED,
    PrintedClass,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["NORTH_HERTS"]

NORTH_HERTS = RuleSet(
    "north-herts",
    "North Hertfordshire District Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
            scale=evolve(
                RAG,
                unrated=[
                    PrintedClass("Suspended", {"suspended"}),
                    PrintedClass("For information", {"data_only", "no_target"}),
                ],
            ),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2021)),
    sources=[
        Source(
            "Performance indicators, quarter 1 2021-22, minutes",
            address="https://democracy.north-herts.gov.uk/ieIssueDetails.aspx?IId=12793&Opt=3",
        )
    ],
    assumed=["what each colour means is not stated: green on target, amber by an unstated amount"],
)
