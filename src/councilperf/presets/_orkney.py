"""Orkney Islands, performance monitoring, 2020-21.

Source: Performance monitoring, second half of 2020-21.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    Is,
    Level,
    NamedCondition,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["ORKNEY"]

_ACTIONS = Scale(
    "actions",
    [
        Level("blue", label="Completed", colour="blue", good=True, rated=False),
        Level("green", colour="green", good=True),
        Level("amber", colour="amber"),
        Level("red", colour="red"),
    ],
)

ORKNEY = RuleSet(
    "orkney",
    "Orkney Islands Council",
    [Rule("rating", judged=True, scale=_ACTIONS)],
    exceptions=[NamedCondition("to be removed from the plan", Is("rating", "blue"))],
    validity=Validity(ReportingPeriod.financial_year(2020)),
    sources=[
        Source(
            "Performance monitoring, second half of 2020-21",
            address="https://docslib.org/doc/2198654/performance-monitoring",
        )
    ],
    assumed=[
        "only blue is defined: that the other colours are green, amber and red is read into it",
    ],
)
