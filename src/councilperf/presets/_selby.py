"""Selby, corporate performance report, 2018-19.

Source: agenda item on the quarter 4 and year-end report of 2018-19.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words, travel_in_words
from councilperf.rules import (
    PREVIOUS_YEAR_END,
    TARGET,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["SELBY"]

SELBY = RuleSet(
    "selby",
    "Selby District Council",
    [
        Rule(
            "rating",
            {"on_or_exceeding_target": TARGET},
            otherwise="not_on_target",
            scale=scale_in_words("target", "On or exceeding target", "Not on target"),
        ),
        Rule(
            "travel",
            {"improved": PREVIOUS_YEAR_END.beyond(), "maintained": PREVIOUS_YEAR_END},
            otherwise="declined",
            scale=travel_in_words("Improved", "Maintained", "Declined"),
            serves=Is("stage", "outturn"),
        ),
    ],
    shares=[
        Share(
            "on or exceeding target",
            Is("rating", "on_or_exceeding_target"),
            over=~Is("rating", "unrated"),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2018)),
    sources=[
        Source(
            "Corporate performance report, quarter 4 and year end 2018-19, agenda item",
            address="https://democracy.selby.gov.uk/mgAi.aspx?ID=2662",
        )
    ],
    assumed=[
        "what else there is besides on or exceeding target is not stated: all the rest together",
        "the words for the comparison with the year before are not stated",
    ],
)
