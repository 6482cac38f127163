"""Bracknell Forest: the council plan overview of 2024-25, and the bands of an earlier page.

Sources: Council plan overview report, quarter 4 2024-25, chief executive's commentary; the
council's performance page of an earlier, undated year, which alone states the bands.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    RAG,
    TARGET,
    UNSTATED,
    Edge,
    Figure,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["BRACKNELL_FOREST", "BRACKNELL_FOREST_5_10"]

_FORECAST = Edge(Figure("forecast"))

BRACKNELL_FOREST = RuleSet(
    "bracknell-forest",
    "Bracknell Forest Council",
    [
        Rule(
            "rating",
            {"green": _FORECAST, "amber": _FORECAST.worse_by(UNSTATED)},
            otherwise="red",
            serves=Is("tag", "contextual"),
        ),
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
        ),
        Rule(
            "state",
            judged=True,
            scale=scale_in_words("state", "Complete", "In progress", "Not started"),
            serves=Is("kind", "action"),
        ),
        Rule("progress", judged=True, scale=RAG, serves=Is("kind", "action")),
    ],
    shares=[
        Share(
            name,
            Is("state", level),
            over=Is("kind", "action"),
            says_less_than_one=True,
        )
        for name, level in (
            ("actions complete", "complete"),
            ("actions in progress", "in_progress"),
            ("actions not started", "not_started"),
        )
    ]
    + [
        Share(
            "in progress and green",
            Is("state", "in_progress") & Is("progress", "green"),
            over=Is("state", "in_progress"),
        ),
        Share("indicators green", Is("rating", "green"), over=Is("rating", RAG.keys)),
    ],
    validity=Validity(ReportingPeriod.financial_year(2024)),
    sources=[
        Source(
            "Council plan overview report, quarter 4 2024-25",
            page="chief executive's commentary",
            address="https://www.bracknell-forest.gov.uk/council-and-democracy/strategies-plans-and-policies/service-planning-and-performance/council-plan-overview-report/chief-executives-commentary",
        )
    ],
    assumed=[
        "how far below target or forecast is still amber is not stated",
        "contextual indicators are those tagged contextual; they need a polarity to be rated",
        "an action has a colour only while it is in progress",
    ],
)

BRACKNELL_FOREST_5_10 = RuleSet(
    "bracknell-forest-5-10",
    "Bracknell Forest Council",
    [
        Rule(
            "rating",
            {"green": TARGET.worse_by("5%"), "amber": TARGET.worse_by("10%")},
            otherwise="red",
        )
    ],
    validity=Validity(last=ReportingPeriod.financial_year(2023)),
    sources=[
        Source(
            "Council performance, an earlier page of the council",
            address="http://www.bracknell-forest.gov.uk/councilperformance",
        )
    ],
    assumed=[
        "the years that these bands held for are not stated: all before 2024-25",
        "a miss of exactly 5% is green, since that is said of all within 5%",
    ],
)
