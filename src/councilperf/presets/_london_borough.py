"""A London borough that the source does not name, outcome tables, 2015-16.

Source: Quarter 3 performance outcome tables 2015-16.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import travel_in_words
from councilperf.rules import (
    ANNUAL_TARGET,
    PREVIOUS_PERIOD,
    UNSTATED,
    Figure,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["LONDON_BOROUGH_2016"]

LONDON_BOROUGH_2016 = RuleSet(
    "london-borough-2016",
    "A London borough, not named",
    [
        Rule(
            "rating",
            {"green": ANNUAL_TARGET, "amber": ANNUAL_TARGET.worse_by(UNSTATED)},
            otherwise="red",
            judges=Figure("year_to_date"),
        ),
        Rule(
            "travel",
            {"better": PREVIOUS_PERIOD.beyond(), "same": PREVIOUS_PERIOD},
            otherwise="worse",
            scale=travel_in_words("Better", "Same", "Worse"),
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2015)),
    sources=[
        Source(
            "Quarter 3 performance outcome tables 2015-16",
            address="https://fdocuments.in/document/20160330-q3-performance-outcome-tables-final.html",
        )
    ],
    assumed=[
        "what each colour means is not stated: green on target, amber below by an unstated amount",
        "only the words better and worse are seen: an unchanged figure is called the same",
    ],
)
