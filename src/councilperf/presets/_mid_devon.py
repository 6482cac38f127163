"""Mid Devon, performance dashboard, 2025-26.

Source: agenda item on the quarter 2 dashboard of 2025-26.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    ANNUAL_TARGET,
    RAG,
    UNSTATED,
    Figure,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["MID_DEVON"]

MID_DEVON = RuleSet(
    "mid-devon",
    "Mid Devon District Council",
    [
        Rule(
            "rating",
            {"green": ANNUAL_TARGET, "amber": ANNUAL_TARGET.worse_by(UNSTATED)},
            otherwise="red",
            judges=Figure("year_to_date"),
        )
    ],
    shares=[Share(level, Is("rating", level), over=Is("rating", RAG.keys)) for level in RAG.keys],
    validity=Validity(ReportingPeriod.financial_year(2025)),
    sources=[
        Source(
            "Performance dashboard, quarter 2 2025-26, agenda item",
            address="https://democracy.middevon.gov.uk/mgAi.aspx?ID=22015",
        )
    ],
    assumed=[
        "how far the year to date may be from the annual target for amber is not stated",
    ],
)
