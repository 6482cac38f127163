"""West Berkshire, key accountable measures, 2018-19.

Source: agenda item on the quarter 1 report of 2018-19.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
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

__all__ = ["WEST_BERKSHIRE"]

_PREDICTED = Scale(
    "predicted year end",
    [
        Level("green", label="Achieved or on track", colour="green", good=True),
        Level("amber", label="Behind schedule", colour="amber"),
        Level("red", label="Not achieved or not achievable", colour="red"),
    ],
)

WEST_BERKSHIRE = RuleSet(
    "west-berkshire",
    "West Berkshire Council",
    [
        Rule(
            "rating",
            {"green": TARGET},
            otherwise="red",
            scale=_PREDICTED,
            serves=Is("stage", "outturn"),
        ),
        Rule("rating", judged=True, scale=_PREDICTED),
    ],
    exceptions=[NamedCondition("reported by exception", Is("rating", ["amber", "red"]))],
    validity=Validity(ReportingPeriod.financial_year(2018)),
    voices=["override", "forecast", "computed"],
    sources=[
        Source(
            "Key accountable performance, quarter 1 2018-19, agenda item",
            address="https://decisionmaking.westberks.gov.uk/mgAi.aspx?ID=44106",
        )
    ],
    assumed=["what green is within the year is not stated: all that is not predicted otherwise"],
)
