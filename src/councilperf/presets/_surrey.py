"""Surrey, corporate strategy goals, 2017-18.

Source: the council's page on the performance of its corporate strategy, January 2018.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import Rule, RuleSet, Source, Validity

__all__ = ["SURREY_2018"]

SURREY_2018 = RuleSet(
    "surrey-2018",
    "Surrey County Council",
    [Rule("rating", judged=True, scale=scale_in_words("goals", "On target", "Off target"))],
    validity=Validity(ReportingPeriod.financial_year(2017)),
    sources=[
        Source(
            "Corporate strategy performance, January 2018",
            address="https://www.surreycc.gov.uk/council-and-democracy/finance-and-performance/our-performance/our-corporate-strategy/corporate-strategy-performance",
        )
    ],
    assumed=["whether a goal is on target is people's judgement, with a reason and a month"],
)
