"""Isle of Anglesey, corporate scorecard, 2021-22.

Source: minutes on the quarter 3 scorecard of 2021-22.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    TARGET,
    UNSTATED,
    Is,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
)

__all__ = ["ANGLESEY"]

_RAYG = Scale(
    "RAYG",
    [
        Level("green", colour="green", good=True),
        Level("yellow", colour="yellow", good=True),
        Level("amber", colour="amber"),
        Level("red", colour="red"),
    ],
    unrated=[PrintedClass("No target", {"no_target", "baselining"})],
)

ANGLESEY = RuleSet(
    "anglesey",
    "Isle of Anglesey County Council",
    [
        Rule(
            "rating",
            {
                "green": TARGET,
                "yellow": TARGET.worse_by("5%"),
                "amber": TARGET.worse_by(UNSTATED),
            },
            otherwise="red",
            scale=_RAYG,
        )
    ],
    shares=[
        Share(
            "performing well",
            Is("rating", ["green", "yellow"]),
            over=~Is("rating", ["no_target", "baselining"]),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2021)),
    sources=[
        Source(
            "Scorecard monitoring report, quarter 3 2021-22, minutes",
            address="https://democracy.anglesey.gov.uk/ieIssueDetails.aspx?IId=15250&LLL=0&Opt=3",
        )
    ],
    assumed=[
        "a miss of exactly 5% is yellow, since that is said of all within 5%",
        "where amber ends and red begins is not stated",
        "an indicator with a target but no figure yet counts in the headline's base",
    ],
)
