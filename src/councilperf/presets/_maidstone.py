"""Maidstone, key performance indicators: the key of 2018-19 and that of 2023-24.

Sources: Key Performance Indicator Update Quarter 3 (2018-19), which states the rating, says that
more than 10% off target is red, and compares with the year before alone; Quarter 1 Performance
Update (2023-24), which prints two directions of travel. The rating is the same in both.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    Is,
    Level,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["MAIDSTONE", "MAIDSTONE_2016"]

_TREND = Scale(
    "trend",
    [
        Level("improved", symbol="↑", colour="green", good=True),
        Level("no_change", symbol="→", colour="amber"),
        Level("declined", symbol="↓", colour="red"),
    ],
    travel=True,
)

MAIDSTONE = RuleSet(
    "maidstone",
    "Maidstone Borough Council",
    [
        Rule("rating", {"green": TARGET, "amber": TARGET.worse_by("10%")}, otherwise="red"),
        Rule(
            "short trend",
            {"improved": PREVIOUS_PERIOD.beyond(), "no_change": PREVIOUS_PERIOD},
            otherwise="declined",
            scale=_TREND,
        ),
        Rule(
            "long trend",
            {"improved": SAME_PERIOD_LAST_YEAR.beyond(), "no_change": SAME_PERIOD_LAST_YEAR},
            otherwise="declined",
            scale=_TREND,
        ),
    ],
    exceptions=[NamedCondition("adverse", Is("rating", "red"))],
    validity=Validity(ReportingPeriod.financial_year(2016)),
    sources=[
        Source(
            "Key Performance Indicator Update Quarter 3 (2018-19)",
            address="https://meetings.maidstone.gov.uk/documents/s65180/KPI%20Quarter%203%20Update%20CHE.html",
        ),
        Source(
            "Appendix 2 - Q1 Performance Update (2023-24)",
            address="https://meetings.maidstone.gov.uk/documents/s89824/Appendix%202%20-%20Q1%20Performance%20Update.html",
        ),
    ],
    assumed=["a miss of exactly 10% is amber: red is said to be a miss of more than 10%"],
)

MAIDSTONE_2016 = evolve(
    MAIDSTONE,
    name="maidstone-2016",
    rules=[
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by("10%")},
            otherwise="red",
            scale=evolve(
                RAG,
                unrated=[
                    PrintedClass("Data Only", {"data_only"}),
                    PrintedClass("No target", {"no_target", "target_pending"}),
                    PrintedClass("N/A"),
                ],
            ),
        ),
        *MAIDSTONE.rules_for("long trend"),
    ],
    validity=Validity(ReportingPeriod.financial_year(2016), ReportingPeriod.financial_year(2018)),
    sources=MAIDSTONE.sources[:1],
    assumed=["the key speaks of annual targets: quarters are held against those beside them"],
)
