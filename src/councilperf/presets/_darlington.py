"""Darlington, performance indicators, 2020-21.

Source: agenda item on the mid-year performance report of 2020-21.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words, travel_in_words
from councilperf.rules import (
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    PrintedClass,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["DARLINGTON"]

DARLINGTON = RuleSet(
    "darlington",
    "Darlington Borough Council",
    [
        Rule(
            "rating",
            {"better_than_target": TARGET},
            otherwise="not_as_good_as_target",
            scale=scale_in_words(
                "target",
                "Better than target",
                "Not as good as target",
                unrated=[PrintedClass("No target", {"no_target"})],
            ),
        ),
        Rule(
            "travel",
            {"improved": SAME_PERIOD_LAST_YEAR.beyond()},
            otherwise="not_as_good",
            scale=travel_in_words("Improved", "Not as good"),
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2020)),
    sources=[
        Source(
            "Performance indicators, quarter 2 2020-21, agenda item",
            address="https://democracy.darlington.gov.uk/mgAi.aspx?ID=4984",
        )
    ],
    assumed=[
        "a figure equal to the target counts as better than it",
        "a figure equal to that of the year before counts as not as good",
    ],
)
