"""Belfast, performance indicators and milestones, 2023-24.

Source: Performance improvement self-assessment report 2023-24, page on overall performance.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words, travel_in_words
from councilperf.rules import (
    PREVIOUS_YEAR_END,
    TARGET,
    UNSTATED,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["BELFAST"]

BELFAST = RuleSet(
    "belfast",
    "Belfast City Council",
    [
        Rule(
            "rating",
            {
                "on_target_or_exceeded": TARGET.worse_by("1%"),
                "slightly_adrift": TARGET.worse_by("5%").beyond(),
            },
            otherwise="adrift",
            scale=scale_in_words("target", "On target or exceeded", "Slightly adrift", "Adrift"),
        ),
        Rule(
            "travel",
            {
                "positive_change": PREVIOUS_YEAR_END.better_by(UNSTATED),
                "no_significant_change": PREVIOUS_YEAR_END.worse_by(UNSTATED),
            },
            otherwise="negative_change",
            scale=travel_in_words("Positive change", "No significant change", "Negative change"),
        ),
        Rule(
            "milestone",
            judged=True,
            scale=scale_in_words("milestone", "Achieved", "Partially achieved"),
            serves=Is("kind", "milestone"),
        ),
    ],
    shares=[
        Share(
            "on target or exceeded",
            Is("rating", "on_target_or_exceeded"),
            over=~Is("rating", "unrated"),
        ),
        Share("milestones achieved", Is("milestone", "achieved"), over=Is("kind", "milestone")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2023)),
    sources=[
        Source(
            "Performance improvement self-assessment report 2023-24",
            page="overall performance",
            address="https://belfastcity.gov.uk/documents/performance-improvement-self-assessment-report/overall-performance-of-the-improvement-plan-2023-2",
        )
    ],
    assumed=[
        "a shortfall of exactly 1% is on target, since that is said of all within 1%",
        "what the direction of travel is held against is not stated: the year before",
        "how large a change is significant is not stated",
    ],
)
