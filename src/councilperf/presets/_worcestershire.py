"""Worcestershire, corporate balanced scorecard and the dashboards of its scrutiny panels.

Sources: Summary of performance, quarter 4 2013-14; Performance and in-year budget monitoring,
Children and Families Overview and Scrutiny Panel, 10 March 2022; Performance monitoring, the same
panel, 3 November 2022.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    LAST_REPORTED,
    TARGET,
    UNSTATED,
    Is,
    Level,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["WORCESTERSHIRE"]

_ARROWS = Scale(
    "direction of travel",
    [
        Level("improving", symbol="↑", colour="green", good=True),
        Level("no_noticeable_change", symbol="→", colour="yellow"),
        Level("deteriorating", symbol="↓", colour="red"),
    ],
    unrated=[PrintedClass("blank")],
    travel=True,
)
# No edge between red and amber is stated: what is known is that the target is missed.
_BELOW = Is("rating", ["amber", "red"])
_DETERIORATING = Is("travel", "deteriorating")

WORCESTERSHIRE = RuleSet(
    "worcestershire",
    "Worcestershire County Council",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}, otherwise="red"),
        Rule(
            "travel",
            {
                "improving": LAST_REPORTED.better_by(UNSTATED),
                "no_noticeable_change": LAST_REPORTED.worse_by(UNSTATED),
            },
            otherwise="deteriorating",
            scale=_ARROWS,
        ),
    ],
    exceptions=[
        NamedCondition("no figure", Is("rating", "no_data")),
        NamedCondition("below target and deteriorating", _BELOW & _DETERIORATING),
        NamedCondition(
            "below target two reports running", Is("rating", ["amber", "red"], running=2)
        ),
        NamedCondition("newly below target", _BELOW),
        NamedCondition("deteriorating", _DETERIORATING),
    ],
    validity=Validity(ReportingPeriod.financial_year(2013)),
    sources=[
        Source(
            "Summary of performance, quarter 4 2013-14",
            address="http://worcestershire.whub.org.uk/cms/performance/summary-of-performance.aspx",
        ),
        Source("Performance and in-year budget monitoring", date=dt.date(2022, 3, 10)),
        Source("Performance monitoring", date=dt.date(2022, 11, 3), page="paragraph 4"),
    ],
    assumed=[
        "a rating in red, amber and green was agreed in 2011, its edges are not stated",
        "how large a change is noticeable is not stated",
        "what a change is held against is not stated: the last reported figure",
        "which items panels report by exception is not stated: adverse, worsening, missing ones",
    ],
)
