"""Huntingdonshire, performance report, 2023-24.

Source: minutes on the quarter 1 performance report of 2023-24.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    UNSTATED,
    Figure,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["HUNTINGDONSHIRE_2023"]

_BANDS = {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}

HUNTINGDONSHIRE_2023 = RuleSet(
    "huntingdonshire-2023",
    "Huntingdonshire District Council",
    [
        Rule("forecast", _BANDS, otherwise="red", judges=Figure("forecast")),
        Rule("rating", _BANDS, otherwise="red"),
    ],
    shares=[
        Share(f"{level} at year end", Is("forecast", level), over=Is("forecast", RAG.keys))
        for level in ("green", "amber", "red")
    ],
    exceptions=[
        NamedCondition(
            "green at year end, not now",
            Is("forecast", "green") & Is("rating", ["amber", "red"]),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2023)),
    sources=[
        Source(
            "Performance report, quarter 1 2023-24, minutes",
            address="https://democracy.huntingdonshire.gov.uk/moderngov/ieIssueDetails.aspx?IId=64818&Opt=3",
        )
    ],
    assumed=[
        "what each colour means is not stated: green on target, amber below by an unstated amount",
        "whether the year-end status is computed from a forecast figure or judged is not stated",
    ],
)
