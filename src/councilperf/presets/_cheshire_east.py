"""Cheshire East, children and families scorecard, 2019-20.

Source: Children and Families Scorecard - Quarter 2 (2019-20), Children and Families Overview and
Scrutiny Committee, 25 November 2019, paragraphs 5.3, 6.1 and 8.1.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    TARGET,
    TRAVEL,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["CHESHIRE_EAST"]

CHESHIRE_EAST = RuleSet(
    "cheshire-east",
    "Cheshire East Council",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(OWN_TOLERANCE)},
            otherwise="red",
        ),
        Rule(
            "travel",
            {
                "improving": PREVIOUS_PERIOD.better_by("10%").beyond(),
                "static": PREVIOUS_PERIOD.worse_by("10%"),
            },
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
    exceptions=[NamedCondition("adverse", Is("rating", "red"))],
    validity=Validity(ReportingPeriod.financial_year(2019), ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Children and Families Scorecard - Quarter 2 (2019-20)",
            date=dt.date(2019, 11, 25),
            page="paragraphs 5.3, 6.1 and 8.1",
        )
    ],
    assumed=[
        "how far below target is still amber is not stated: each row's own tolerance is used",
        "the 10% of the direction of travel is taken of the previous figure, itself included",
        "a previous quarter without a figure gives no direction: gaps are not skipped",
        "the smileys heading the direction counts are lost: read as improving, static, worsening",
    ],
)
