"""Halton, performance management report, 2022-23.

Source: Performance Management Report for Quarter 2 2022/23, Children, Young People and Families
Policy and Performance Board, 14 November 2022, paragraph 1.2.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    UNSTATED,
    Is,
    Level,
    NamedCondition,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["HALTON"]

# The paper speaks of progress against objectives and prints no symbol that survived.
_PROGRESS = Scale(
    "progress",
    [
        Level("on_course", label="On course", good=True),
        Level("uncertain", label="Uncertain"),
        Level("off_course", label="Off course"),
    ],
)

HALTON = RuleSet(
    "halton",
    "Halton Borough Council",
    [
        Rule(
            "progress",
            judged=True,
            scale=_PROGRESS,
            serves=Is("kind", ["objective", "milestone"]),
        ),
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)},
            otherwise="red",
            scale=RAG,
        ),
        Rule(
            "travel",
            {"improving": SAME_PERIOD_LAST_YEAR.beyond(), "static": SAME_PERIOD_LAST_YEAR},
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
    exceptions=[
        NamedCondition("off course", Is("progress", ["uncertain", "off_course"])),
        NamedCondition("below target", Is("rating", ["amber", "red"])),
    ],
    validity=Validity(ReportingPeriod.financial_year(2022)),
    sources=[
        Source(
            "Performance Management Report for Quarter 2 2022/23",
            date=dt.date(2022, 11, 14),
            page="paragraph 1.2",
        )
    ],
    assumed=[
        "the paper reports on objectives, milestones and performance targets without any key",
        "progress is judged by people; its levels are ours, its symbols and colours left empty",
        "the colours of indicators are ours: green on target, amber below by an unstated amount",
        "what the direction of travel is held against is not stated: the same period of last year",
    ],
)
