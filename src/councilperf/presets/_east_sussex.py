"""East Sussex, council monitoring, 2019-20.

Source: Council monitoring corporate summary, end of year 2019-20.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    BEST_POSSIBLE,
    MET_OR_MISSED,
    PREVIOUS_YEAR_END,
    TARGET,
    UNSTATED,
    Figure,
    Is,
    Level,
    Line,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
    any_of,
    constant,
)

__all__ = ["EAST_SUSSEX"]

_OUTTURN = Scale(
    "outturn",
    [
        Level("green", label="Achieved", colour="green", good=True),
        Level("red", label="Not achieved", colour="red"),
    ],
    unrated=[PrintedClass("Carry over", {"carried_over", "no_data", "not_due"})],
)

EAST_SUSSEX = RuleSet(
    "east-sussex",
    "East Sussex County Council",
    [
        Rule(
            "rating",
            {"green": TARGET},
            otherwise="red",
            scale=_OUTTURN,
            serves=Is("stage", "outturn"),
        ),
        Rule(
            "forecast",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
            judges=Figure("forecast"),
            serves=Is("stage", "in_year"),
        ),
        Rule(
            "travel",
            [
                Line("improved_or_at_maximum", any_of(PREVIOUS_YEAR_END.beyond(), BEST_POSSIBLE)),
                Line("no_change", PREVIOUS_YEAR_END),
            ],
            otherwise="worse",
            scale=travel_in_words(
                "Improved or at maximum",
                "No change",
                "Worse",
                unrated=[
                    PrintedClass("CO", {"carried_over", "no_data", "not_due"}),
                    PrintedClass("NC"),
                ],
            ),
            serves=Is("stage", "outturn"),
        ),
        Rule(
            "headline",
            {"met": constant(80)},
            otherwise="missed",
            scale=MET_OR_MISSED,
            judges=Figure("share", "green"),
        ),
    ],
    shares=[
        Share(
            "green",
            Is("rating", "green"),
            over=~Is("rating", ["carried_over", "no_data", "not_due"]),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Council monitoring corporate summary, end of year 2019-20",
            address="https://fdocuments.in/document/8-council-monitoring-corporate-summary-end-of-year-201920-118-a100-of-value.html",
        )
    ],
    assumed=[
        "the levels of the forecasts made within the year are not stated: red, amber and green",
    ],
)
