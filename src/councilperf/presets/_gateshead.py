"""Gateshead, corporate performance, 2017-18.

Source: agenda item on the six-month assessment of 2017-18.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    SAME_PERIOD_LAST_YEAR,
    Is,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["GATESHEAD"]

GATESHEAD = RuleSet(
    "gateshead",
    "Gateshead Council",
    [
        Rule(
            "travel",
            {"improved": SAME_PERIOD_LAST_YEAR.beyond()},
            otherwise="not_improved",
            scale=travel_in_words(
                "Improved", "Not improved", unrated=[PrintedClass("Data unavailable")]
            ),
        )
    ],
    shares=[
        Share("improved", Is("travel", "improved")),
        Share("not improved", Is("travel", "not_improved")),
        Share("data unavailable", Is("travel", "unrated")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2017)),
    sources=[
        Source(
            "Performance at six months, 2017-18, agenda item",
            address="https://democracy.gateshead.gov.uk/mgAi.aspx?ID=5307",
        )
    ],
    assumed=[
        "last year's reported data is read as the same period of last year",
        "a figure equal to that of last year counts as not improved",
        "the single target for 2020 rates nothing in the years before it",
    ],
)
