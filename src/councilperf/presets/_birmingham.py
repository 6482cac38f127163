"""Birmingham, service delivery measures, 2020-21.

Source: Service delivery measures, April to June 2020.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    TARGET,
    Is,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["BIRMINGHAM"]

_BRAG = Scale(
    "BRAG",
    [
        Level("blue", colour="blue", good=True),
        Level("green", colour="green", good=True),
        Level("amber", colour="amber"),
        Level("red", colour="red"),
    ],
    unrated=[
        PrintedClass("Trend", {"data_only"}),
        PrintedClass("Project", {"no_rule"}),
        PrintedClass("Awaiting", {"no_data", "not_due"}),
        PrintedClass("N/A"),
    ],
)

BIRMINGHAM = RuleSet(
    "birmingham",
    "Birmingham City Council",
    [
        Rule(
            "rating",
            {
                "blue": TARGET.better_by(OWN_TOLERANCE).beyond(),
                "green": TARGET,
                "amber": TARGET.worse_by(OWN_TOLERANCE),
            },
            otherwise="red",
            scale=_BRAG,
            serves=~Is("kind", "project"),
        ),
        Rule(
            "travel",
            {"improving": PREVIOUS_PERIOD.beyond(), "no_change": PREVIOUS_PERIOD},
            otherwise="deteriorating",
            scale=travel_in_words(
                "Improving",
                "No change",
                "Deteriorating",
                unrated=[PrintedClass("Not applicable")],
            ),
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2020)),
    sources=[
        Source(
            "Service delivery measures, April to June 2020",
            address="https://fdocuments.in/document/service-delivery-measures-service-delivery-measures-april-to-june-2020-progress.html",
        )
    ],
    assumed=[
        "the size of the tolerance is not stated: each indicator's own is used, both ways",
        "a figure exactly at the tolerance is green above the target and amber below it",
        "green between the target and the tolerance above it is implied, not said",
        "a project is a class of item that no rating serves: its progress is told in words",
    ],
)
