"""Chesterfield, council plan milestones, 2023-24.

Source: agenda item on the council plan, quarter 2 2023-24.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import Is, Rule, RuleSet, Share, Source, Validity

__all__ = ["CHESTERFIELD"]

CHESTERFIELD = RuleSet(
    "chesterfield",
    "Chesterfield Borough Council",
    [
        Rule(
            "rating",
            judged=True,
            scale=scale_in_words("milestones", "Green", "Amber"),
        )
    ],
    shares=[Share("expected to be met", Is("rating", "green"))],
    validity=Validity(ReportingPeriod.financial_year(2023)),
    voices=["override", "forecast", "computed"],
    sources=[
        Source(
            "Council plan delivery, quarter 2 2023-24, agenda item",
            address="http://chesterfield.moderngov.co.uk/mgAi.aspx?ID=22461",
        )
    ],
    assumed=["no red is spoken of: what would have been red is not stated"],
)
