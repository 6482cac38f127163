"""Brent, corporate performance, year to date.

Source: a newspaper's account of a cabinet report; the year is not printed.
"""

from __future__ import annotations

from councilperf.rules import (
    UNSTATED,
    YEAR_TO_DATE_TARGET,
    Figure,
    Rule,
    RuleSet,
    Source,
)

__all__ = ["BRENT"]

BRENT = RuleSet(
    "brent",
    "London Borough of Brent",
    [
        Rule(
            "rating",
            {"green": YEAR_TO_DATE_TARGET, "amber": YEAR_TO_DATE_TARGET.worse_by(UNSTATED)},
            otherwise="red",
            judges=Figure("year_to_date"),
        )
    ],
    sources=[
        Source(
            "Kilburn Times, on targets before the cabinet",
            address="https://www.kilburntimes.co.uk/news/local-council/cabinet-to-meet-after-number-of-brent-targets-found-to-3777504",
        )
    ],
    assumed=[
        "the years that the rule holds for are not stated",
        "how far below target is significantly below, and so red, is not stated",
    ],
)
