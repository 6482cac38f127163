"""Slough, five year plan indicators, projects and pledges, 2018-19.

Source: agenda item on the quarter 1 performance and projects report of 2018-19.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PROFILED_TARGET,
    RAG,
    UNSTATED,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["SLOUGH"]

SLOUGH = RuleSet(
    "slough",
    "Slough Borough Council",
    [
        Rule("project", judged=True, serves=Is("kind", "project")),
        Rule("pledge", judged=True, serves=Is("kind", "pledge")),
        Rule(
            "rating",
            {"green": PROFILED_TARGET, "amber": PROFILED_TARGET.worse_by(UNSTATED)},
            otherwise="red",
        ),
    ],
    shares=[
        Share(
            f"{judgement} {level}",
            Is(judgement, level),
            over=Is(judgement, RAG.keys),
            decimals=1,
        )
        for judgement in ("rating", "project", "pledge")
        for level in RAG.keys
    ],
    validity=Validity(ReportingPeriod.financial_year(2018)),
    sources=[
        Source(
            "Performance and projects report, quarter 1 2018-19, agenda item",
            address="http://www.slough.gov.uk/moderngov/mgAi.aspx?ID=36485",
        )
    ],
    assumed=[
        "how near to the profiled target is still amber is not stated",
        "how the year before enters the rating is not stated: it is left out",
    ],
)
