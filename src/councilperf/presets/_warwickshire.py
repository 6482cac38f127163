"""Warwickshire, key business measures, 2021-22.

Source: minutes on the year-end report of 2021-22.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    Figure,
    Is,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["WARWICKSHIRE"]

_TRACK = scale_in_words(
    "track", "On track", "Not on track", unrated=[PrintedClass("Not available")]
)

WARWICKSHIRE = RuleSet(
    "warwickshire",
    "Warwickshire County Council",
    [
        Rule("rating", {"on_track": TARGET}, otherwise="not_on_track", scale=_TRACK),
        Rule(
            "projection",
            {"on_track": TARGET},
            otherwise="not_on_track",
            scale=_TRACK,
            judges=Figure("forecast"),
        ),
        Rule(
            "travel",
            {"improving": SAME_PERIOD_LAST_YEAR.beyond(), "static": SAME_PERIOD_LAST_YEAR},
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
    shares=[
        Share(name, Is("rating", level), over=~Is("rating", "unrated"))
        for name, level in (("on track", "on_track"), ("not on track", "not_on_track"))
    ],
    validity=Validity(ReportingPeriod.financial_year(2021)),
    sources=[
        Source(
            "Key business measures, quarter 4 2021-22, minutes",
            address="https://democracy.warwickshire.gov.uk/ieIssueDetails.aspx?IId=12926&Opt=3",
        )
    ],
    assumed=[
        "what the direction of travel is held against is not stated: the same period of last year",
        "whether the projection is computed from a forecast figure is not stated",
    ],
)
