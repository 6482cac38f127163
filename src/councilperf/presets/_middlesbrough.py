"""Middlesbrough, performance indicators, 2010-11.

Source: Performance indicators, quarter 2 2010-11.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words, travel_in_words
from councilperf.rules import (
    LAST_REPORTED,
    TARGET,
    PrintedClass,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["MIDDLESBROUGH"]

MIDDLESBROUGH = RuleSet(
    "middlesbrough",
    "Middlesbrough Council",
    [
        Rule(
            "rating",
            {"target_being_met": TARGET},
            otherwise="target_not_being_met",
            scale=scale_in_words(
                "target",
                "Target being met",
                "Target not being met",
                unrated=[PrintedClass("?", {"no_data", "not_due"}), PrintedClass("N/A")],
            ),
        ),
        Rule(
            "travel",
            {"improved": LAST_REPORTED.beyond(), "unchanged": LAST_REPORTED},
            otherwise="deteriorated",
            scale=travel_in_words(
                "Improved", "Unchanged", "Deteriorated", unrated=[PrintedClass("N/A")]
            ),
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2010)),
    sources=[
        Source(
            "Performance indicators, quarter 2 2010-11",
            address="https://fdocuments.in/document/performance-indicators-viewintroduction-1-this-report-sets-out-in-detail-the-progress.html",
        )
    ],
)
