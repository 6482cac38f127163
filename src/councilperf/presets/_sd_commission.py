"""Sustainable Development Commission, targets of the government estate, 2008.

Source: Sustainable development in government 2008, key to the charts. It is no council's, and is
kept because it counts what is not known as the worst.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    Is,
    Level,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
)

__all__ = ["SD_COMMISSION"]

_PROGRESS = Scale(
    "progress",
    [
        Level("excellent", label="Excellent progress", good=True),
        Level("good", label="Good progress", good=True),
        Level("some", label="Some progress"),
        Level("none_or_poor", label="No or poor progress", colour="red"),
    ],
    unrated=[
        PrintedClass("Not applicable", {"not_applicable"}),
        PrintedClass("No or poor progress"),
    ],
)

SD_COMMISSION = RuleSet(
    "sd-commission",
    "Sustainable Development Commission",
    [Rule("rating", judged=True, scale=_PROGRESS)],
    shares=[
        Share(
            "no or poor progress, or not known",
            Is("rating", "none_or_poor")
            | (Is("rating", "unrated") & ~Is("rating", "not_applicable")),
            over=~Is("rating", "not_applicable"),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2008)),
    sources=[
        Source(
            "Sustainable development in government 2008, key",
            address="http://www.sd-commission.org.uk/sdig2008/key2.php",
        )
    ],
    assumed=["what separates the four kinds of progress is people's judgement"],
)
