"""Cambridgeshire, place and economy services, 2018-19.

Source: Finance and performance report, October 2018.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET, UNSTATED, Figure, Rule, RuleSet, Source, Validity

__all__ = ["CAMBRIDGESHIRE_2018"]

_BANDS = {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}

CAMBRIDGESHIRE_2018 = RuleSet(
    "cambridgeshire-2018",
    "Cambridgeshire County Council",
    [
        Rule("rating", _BANDS, otherwise="red"),
        Rule("year-end prediction", _BANDS, otherwise="red", judges=Figure("forecast")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2018)),
    sources=[
        Source(
            "Place and economy services: finance and performance report, October 2018",
            address="https://fdocuments.us/document/place-amp-economy-services-finance-and-performance-report-f-.html",
        )
    ],
    assumed=[
        "what each colour means is not stated: green on target, amber below by an unstated amount",
        "whether the prediction is computed from a forecast figure or judged is not stated",
    ],
)
