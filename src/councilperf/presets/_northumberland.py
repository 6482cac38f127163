"""Northumberland, outturn reports, 2024-25.

Source: the council's public outturn report, October 2024.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PREVIOUS_YEAR_END,
    TARGET,
    UNSTATED,
    Is,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["NORTHUMBERLAND"]

_COLOURED_TRAVEL = Scale(
    "direction of travel",
    [
        Level("green", label="Better or unchanged", colour="green", good=True),
        Level("red", label="Worse", colour="red"),
    ],
    unrated=[PrintedClass("N/A")],
    travel=True,
)
_FRESHNESS = Scale("data status", [Level("up_to_date", good=True), Level("overdue")])

NORTHUMBERLAND = RuleSet(
    "northumberland",
    "Northumberland County Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
        ),
        Rule("travel", {"green": PREVIOUS_YEAR_END}, otherwise="red", scale=_COLOURED_TRAVEL),
        Rule("data status", judged=True, scale=_FRESHNESS, serves=Is("kind", "indicator")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2024)),
    sources=[
        Source(
            "Public outturn report, October 2024",
            address="https://performance.northumberland.gov.uk/public/reports/OutturnReport.aspx?GroupID=19",
        )
    ],
    assumed=[
        "two measures below target were printed green: what allowed it is not stated",
        "when a figure counts as overdue is not stated: the data status is given, not computed",
    ],
)
