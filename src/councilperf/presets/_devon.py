"""Devon, place scrutiny projects, 2014-15.

Source: report SC/15/10 to the Place Scrutiny Committee, 17 June 2015.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.rules import Level, Rule, RuleSet, Scale, Source, Validity

__all__ = ["DEVON"]

_PROJECTS = Scale(
    "projects",
    [
        Level("completed", rated=False, good=True),
        Level("green", colour="green", good=True),
        Level("amber", colour="amber"),
        Level("red", colour="red"),
    ],
)

DEVON = RuleSet(
    "devon",
    "Devon County Council",
    [Rule("rating", judged=True, scale=_PROJECTS)],
    validity=Validity(ReportingPeriod.financial_year(2014)),
    sources=[
        Source("SC/15/10, Place Scrutiny Committee", date=dt.date(2015, 6, 17)),
    ],
    assumed=["how milestones missed become amber or red is not stated: the colour is judged"],
)
