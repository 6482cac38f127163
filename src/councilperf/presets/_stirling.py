"""Stirling, performance indicators, 2013-14.

Source: supplement to the financial report of 10 December 2014.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    FLOOR,
    TARGET,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["STIRLING"]

_SHAPES = Scale(
    "tick, triangle, hexagon",
    [
        Level("green", label="Green tick", symbol="✔", colour="green", good=True),
        Level("amber", label="Amber triangle", symbol="▲", colour="amber"),
        Level("red", label="Red hexagon", symbol="⬢", colour="red"),
    ],
    unrated=[PrintedClass("Information only", {"no_target", "data_only"})],
)

STIRLING = RuleSet(
    "stirling",
    "Stirling Council",
    [Rule("rating", {"green": TARGET, "amber": FLOOR}, otherwise="red", scale=_SHAPES)],
    validity=Validity(ReportingPeriod.financial_year(2013)),
    sources=[
        Source(
            "Financial report, supplement",
            date=dt.date(2014, 12, 10),
            address="https://vdocuments.site/financial-report-dec-10th-2014-supplement.html",
        )
    ],
)
