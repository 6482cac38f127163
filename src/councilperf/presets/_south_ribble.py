"""South Ribble, corporate plan, 2019-20.

Source: minutes on the quarter 2 report of 2019-20.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    UNSTATED,
    Is,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["SOUTH_RIBBLE"]

SOUTH_RIBBLE = RuleSet(
    "south-ribble",
    "South Ribble Borough Council",
    [
        Rule("project", judged=True, serves=Is("kind", "project")),
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
            scale=evolve(RAG, unrated=[PrintedClass("Trend and narrative only", {"no_rule"})]),
            serves=~Is("tag", "trend and narrative only"),
        ),
    ],
    shares=[Share("projects on track", Is("project", "green"), over=Is("kind", "project"))],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Corporate plan, quarter 2 2019-20, minutes",
            address="https://southribble.moderngov.co.uk/ieIssueDetails.aspx?IId=6817&PlanId=0&Opt=3",
        )
    ],
    assumed=[
        "what each colour means is not stated: green on target, amber by an unstated amount",
        "the measures without a colour are those tagged trend and narrative only",
    ],
)
