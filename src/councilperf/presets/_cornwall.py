"""Cornwall, strategy measures, 2016-17.

Source: year-end performance report 2016-17.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    PREVIOUS_YEAR_END,
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
    benchmark,
)

__all__ = ["CORNWALL_2016"]

_NATIONAL = benchmark("national average")

CORNWALL_2016 = RuleSet(
    "cornwall-2016",
    "Cornwall Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
            scale=evolve(RAG, unrated=[PrintedClass("No target", {"no_target", "baselining"})]),
        ),
        Rule(
            "benchmark",
            {"green": _NATIONAL.beyond(), "amber": _NATIONAL.worse_by(UNSTATED)},
            otherwise="red",
        ),
        Rule(
            "travel",
            {"improved": PREVIOUS_YEAR_END.beyond(), "same": PREVIOUS_YEAR_END},
            otherwise="declined",
            scale=travel_in_words("Improved", "Same", "Declined"),
        ),
    ],
    shares=[
        Share(level, Is("rating", level), over=~Is("rating", ["no_target", "baselining"]))
        for level in ("green", "amber", "red")
    ],
    validity=Validity(ReportingPeriod.financial_year(2016)),
    sources=[
        Source(
            "Performance report, quarter 4 2016-17",
            address="https://pdfslide.net/documents/viewchl-will-improve-the-quality-of-adverts-review-of-process-documentation-changes.html",
        )
    ],
    assumed=[
        "how far off target, or off the national average, is still amber is not stated",
        "a figure equal to the national average is amber: green is said to be better than it",
        "the words of the three arrows are not stated",
    ],
)
