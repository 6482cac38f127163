"""Mid and East Antrim, performance improvement plan, 2022-23.

Source: Self-assessment report 2022-23, page 2.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import Rule, RuleSet, Source, Validity

__all__ = ["MID_EAST_ANTRIM"]

MID_EAST_ANTRIM = RuleSet(
    "mid-east-antrim",
    "Mid and East Antrim Borough Council",
    [
        Rule(
            "rating",
            judged=True,
            scale=scale_in_words("status", "Achieved", "Delayed but progressing", "Not achieved"),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2022)),
    sources=[
        Source(
            "Performance improvement plan: self-assessment report 2022-23",
            page="2",
            address="https://www.midandeastantrim.gov.uk/council/policies-and-documents/performance-improvement/performance-improvement-plan-self-assessment-report/self-assessment-report-2022-23/self-assessment-report-2022-23-page-2",
        )
    ],
    assumed=[
        "what statuses there are besides achieved and delayed is not stated: the third is ours",
        "status is judged: something completed after its date was still called achieved",
    ],
)
