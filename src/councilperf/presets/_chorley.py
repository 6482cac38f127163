"""Chorley, corporate strategy measures and key projects, 2019-20.

Source: minutes on the quarter 3 performance report of 2019-20.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import TARGET, Is, Level, Rule, RuleSet, Scale, Share, Source, Validity

__all__ = ["CHORLEY_2019"]

_PROJECTS = Scale(
    "projects",
    [
        Level("complete", rated=False, good=True),
        Level("green", colour="green", good=True),
        Level("amber", colour="amber"),
        Level("red", colour="red"),
    ],
)

CHORLEY_2019 = RuleSet(
    "chorley-2019",
    "Chorley Council",
    [
        Rule(
            "rating",
            {"on_or_above_target": TARGET, "within_5%_threshold": TARGET.worse_by("5%")},
            otherwise="below_target",
            scale=scale_in_words(
                "threshold", "On or above target", "Within 5% threshold", "Below target", good=2
            ),
        ),
        Rule("project", judged=True, scale=_PROJECTS, serves=Is("kind", "project")),
    ],
    shares=[
        Share(
            "on or above target or within the threshold",
            Is("rating", ["on_or_above_target", "within_5%_threshold"]),
            over=~Is("rating", "unrated"),
        ),
        Share(
            "projects on track", Is("project", ["complete", "green"]), over=Is("kind", "project")
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Performance monitoring, quarter 3 2019-20, minutes",
            address="https://democracy.chorley.gov.uk/ieIssueDetails.aspx?IId=72815&Opt=3",
        )
    ],
    assumed=["a miss of exactly 5% is within the threshold"],
)
