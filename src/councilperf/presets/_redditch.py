"""Redditch, quarterly performance, 2011-12.

Source: minutes on the quarter 1 performance report of 2011-12.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    SAME_PERIOD_LAST_YEAR,
    PrintedClass,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["REDDITCH"]

REDDITCH = RuleSet(
    "redditch",
    "Redditch Borough Council",
    [
        Rule(
            "travel",
            {"improved": SAME_PERIOD_LAST_YEAR.beyond(), "static": SAME_PERIOD_LAST_YEAR},
            otherwise="declined",
            scale=travel_in_words(
                "Improved", "Static", "Declined", unrated=[PrintedClass("Not shown", {"withheld"})]
            ),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2011)),
    sources=[
        Source(
            "Quarterly performance report, quarter 1 2011-12, minutes",
            address="https://moderngovwebpublic.redditchbc.gov.uk/ieIssueDetails.aspx?IId=6477&Opt=3&PlanId=0",
        )
    ],
)
