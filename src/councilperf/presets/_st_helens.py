"""St Helens, council performance report, 2019-20.

Source: Council performance report, quarter 3 2019-20, appendix 1.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    LAST_REPORTED,
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

__all__ = ["ST_HELENS"]

ST_HELENS = RuleSet(
    "st-helens",
    "St Helens Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by("5%")},
            otherwise="red",
            scale=evolve(RAG, unrated=[PrintedClass("No colour", {"no_target"})]),
        ),
        Rule(
            "travel",
            {"better": LAST_REPORTED.beyond(), "same": LAST_REPORTED},
            otherwise="worse",
            scale=travel_in_words("Better", "Same", "Worse"),
        ),
    ],
    shares=[
        Share(
            "on or better than target",
            Is("rating", "green"),
            over=~Is("rating", "unrated"),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Council performance report, quarter 3 2019-20",
            page="appendix 1",
            address="https://vdocuments.us/appendix-1-council-performance-report-quarter-3-201920.html",
        )
    ],
    assumed=["the words of the three directions are not stated"],
)
