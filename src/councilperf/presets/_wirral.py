"""Wirral, pledges performance, 2015-16.

Source: minutes on the quarter 2 report of 2015-16.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    TARGET,
    UNSTATED,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["WIRRAL"]

WIRRAL = RuleSet(
    "wirral",
    "Wirral Council",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}, otherwise="red"),
        Rule(
            "travel",
            {"improving": PREVIOUS_PERIOD.beyond(), "sustained": PREVIOUS_PERIOD},
            otherwise="deteriorating",
            scale=travel_in_words("Improving", "Sustained", "Deteriorating"),
        ),
    ],
    shares=[
        Share("green", Is("rating", "green"), over=Is("rating", RAG.keys)),
        Share("improving", Is("travel", "improving"), over=~Is("travel", "unrated")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2015)),
    sources=[
        Source(
            "Performance report, quarter 2 2015-16, minutes",
            address="https://democracy.wirral.gov.uk/ieIssueDetails.aspx?IId=50015777&PlanId=0&Opt=3",
        )
    ],
    assumed=[
        "how far below target is still amber is not stated",
        "what improving is held against is not stated: the previous period",
    ],
)
