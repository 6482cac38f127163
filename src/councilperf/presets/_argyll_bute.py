"""Argyll and Bute, area scorecards, 2020-21.

Source: minutes on the scorecards for the first two financial quarters of 2020-21.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET, UNSTATED, Rule, RuleSet, Source, Validity

__all__ = ["ARGYLL_BUTE"]

ARGYLL_BUTE = RuleSet(
    "argyll-bute",
    "Argyll and Bute Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2020)),
    sources=[
        Source(
            "Area scorecards, first two financial quarters of 2020-21, minutes",
            address="https://www.argyll-bute.gov.uk/moderngov/ieIssueDetails.aspx?IId=119399&Opt=3",
        )
    ],
    assumed=[
        "only red indicators are spoken of: green on target and an amber level are read into it",
        "how far below target is still amber is not stated",
    ],
)
