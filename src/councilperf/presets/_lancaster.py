"""Lancaster, performance review team report, 2009-10.

Source: Leader's performance review, quarter 4 2009-10.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    PROFILED_TARGET,
    UNSTATED,
    Figure,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["LANCASTER"]

LANCASTER = RuleSet(
    "lancaster",
    "Lancaster City Council",
    [
        Rule(
            "rating",
            {
                "on_target": PROFILED_TARGET,
                "behind_target": PROFILED_TARGET.worse_by(UNSTATED),
            },
            otherwise="failing",
            scale=scale_in_words("status", "On Target", "Behind Target", "Failing"),
            judges=Figure("year_to_date"),
        )
    ],
    exceptions=[NamedCondition("listed", Is("rating", ["behind_target", "failing"]))],
    validity=Validity(ReportingPeriod.financial_year(2009)),
    sources=[
        Source(
            "Leader's performance review, quarter 4 2009-10",
            address="https://committeeadmin.lancaster.gov.uk/documents/s19833/3.%20Leaders%20PRT%20Q4.htm",
        )
    ],
    assumed=[
        "how far behind target is failing is not stated; the status is picked from a list",
        "that the year to date is held against the annual target's profile is read from comments",
    ],
)
