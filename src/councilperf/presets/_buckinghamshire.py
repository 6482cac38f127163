"""Buckinghamshire, corporate performance indicators, 2023-24.

Source: agenda item on the quarter 2 performance report of 2023-24.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    Is,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["BUCKINGHAMSHIRE"]

BUCKINGHAMSHIRE = RuleSet(
    "buckinghamshire",
    "Buckinghamshire Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by("5%")},
            otherwise="red",
            scale=evolve(
                RAG, unrated=[PrintedClass("Monitor", {"data_only", "no_target", "baselining"})]
            ),
        )
    ],
    shares=[
        Share(level, Is("rating", level), over=~Is("rating", "unrated"))
        for level in ("green", "amber", "red")
    ],
    validity=Validity(ReportingPeriod.financial_year(2023)),
    sources=[
        Source(
            "Performance report, quarter 2 2023-24, agenda item",
            address="https://buckinghamshire.moderngov.co.uk/mgAi.aspx?ID=20141",
        )
    ],
)
