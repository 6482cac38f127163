"""Flintshire: the ratings of the improvement plan in 2011-12 and in 2014-15.

Sources: minutes on the quarter 3 report of 2011-12; minutes on the quarter 1 report of 2014-15.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    PREVIOUS_YEAR_END,
    RAG,
    TARGET,
    UNSTATED,
    Figure,
    Is,
    Level,
    NamedCondition,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
)

__all__ = ["FLINTSHIRE_2011", "FLINTSHIRE_2014"]

_BANDS = {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}

FLINTSHIRE_2011 = RuleSet(
    "flintshire-2011",
    "Flintshire County Council",
    [
        Rule("progress", judged=True, serves=Is("kind", "activity")),
        Rule("confidence", judged=True, serves=Is("kind", "activity")),
        Rule("rating", _BANDS, otherwise="red"),
    ],
    validity=Validity(ReportingPeriod.financial_year(2011), ReportingPeriod.financial_year(2013)),
    sources=[
        Source(
            "Improvement plan monitoring, quarter 3 2011-12, minutes",
            address="https://committeemeetings.flintshire.gov.uk/ieIssueDetails.aspx?IId=3595&LLL=0&Opt=3",
        )
    ],
    assumed=[
        "what the colours of improvement targets mean is not stated: green on target, amber below",
    ],
)

_PROGRESS = Scale(
    "progress",
    [
        Level("green", label="Good progress", colour="green", good=True),
        Level("amber", label="Satisfactory progress", colour="amber"),
        Level("red", label="Limited progress", colour="red"),
    ],
)

FLINTSHIRE_2014 = evolve(
    FLINTSHIRE_2011,
    name="flintshire-2014",
    rules=[
        Rule("progress", judged=True, scale=_PROGRESS, serves=Is("kind", "activity")),
        Rule("confidence", judged=True, scale=RAG, serves=Is("kind", "activity")),
        Rule("rating", _BANDS, otherwise="red"),
        Rule("predicted", _BANDS, otherwise="red", judges=Figure("forecast")),
        Rule(
            "travel",
            {"improved": PREVIOUS_YEAR_END.beyond(), "maintained": PREVIOUS_YEAR_END},
            otherwise="downturned",
            scale=travel_in_words("Improved", "Maintained", "Downturned"),
        ),
    ],
    shares=[
        Share(f"{level} progress", Is("progress", level), over=~Is("progress", "unrated"))
        for level in ("green", "amber", "red")
    ],
    exceptions=[
        NamedCondition(
            "action plan needed",
            Is("rating", ["amber", "red"]) & Is("travel", "downturned"),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2014)),
    sources=[
        Source(
            "Improvement plan monitoring, quarter 1 2014-15, minutes",
            address="https://committeemeetings.flintshire.gov.uk/mgAi.aspx?ID=7917",
        )
    ],
)
