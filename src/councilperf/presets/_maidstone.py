"""Maidstone, key performance indicators, from 2016-17.

Sources: Key Performance Indicator Update Quarter 3 (2018-19), which states the rating and says
that more than 10% off target is red; Quarter 1 Performance Update (2023-24), which adds the two
directions of travel.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PREVIOUS_PERIOD,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    Is,
    Level,
    NamedCondition,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["MAIDSTONE"]

_TREND = Scale(
    "trend",
    [
        Level("improved", symbol="↑", colour="green", good=True),
        Level("no_change", symbol="→", colour="amber"),
        Level("declined", symbol="↓", colour="red"),
    ],
    travel=True,
)

MAIDSTONE = RuleSet(
    "maidstone",
    "Maidstone Borough Council",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"),
        Rule(
            "short trend",
            {"improved": PREVIOUS_PERIOD.beyond(), "no_change": PREVIOUS_PERIOD},
            otherwise="declined",
            scale=_TREND,
        ),
        Rule(
            "long trend",
            {"improved": SAME_PERIOD_LAST_YEAR.beyond(), "no_change": SAME_PERIOD_LAST_YEAR},
            otherwise="declined",
            scale=_TREND,
        ),
    ],
    exceptions=[NamedCondition("adverse", Is("rating", "red"))],
    validity=Validity(ReportingPeriod.financial_year(2016)),
    sources=[
        Source(
            "Key Performance Indicator Update Quarter 3 (2018-19)",
            address="https://meetings.maidstone.gov.uk/documents/s65180/KPI%20Quarter%203%20Update%20CHE.html",
        ),
        Source(
            "Appendix 2 - Q1 Performance Update (2023-24)",
            address="https://meetings.maidstone.gov.uk/documents/s89824/Appendix%202%20-%20Q1%20Performance%20Update.html",
        ),
    ],
    assumed=["a miss of exactly 10% is amber: red is said to be a miss of more than 10%"],
)
