"""East Riding of Yorkshire, customer promises, January 2009.

Source: Customer promises, January 2009, page 3.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    OWN_TOLERANCE,
    TARGET,
    Level,
    Rule,
    RuleSet,
    Scale,
    Source,
    Validity,
)

__all__ = ["EAST_RIDING"]

_STAR_CIRCLE_TRIANGLE = Scale(
    "star, circle, triangle",
    [
        Level("star", label="Green star", symbol="★", colour="green", good=True),
        Level("circle", label="Blue circle", symbol="●", colour="blue", good=True),
        Level("triangle", label="Red triangle", symbol="▲", colour="red"),
    ],
)

EAST_RIDING = RuleSet(
    "east-riding",
    "East Riding of Yorkshire Council",
    [
        Rule(
            "rating",
            {
                "star": TARGET.better_by(OWN_TOLERANCE).beyond(),
                "circle": TARGET.worse_by(OWN_TOLERANCE),
            },
            otherwise="triangle",
            scale=_STAR_CIRCLE_TRIANGLE,
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2008)),
    sources=[
        Source(
            "Customer promises, January 2009",
            page="3",
            address="http://www.eastriding.gov.uk/customer_promises/Customer_Promises_January_09/3.htm",
        )
    ],
    assumed=[
        "the size of the tolerance is not stated: each indicator's own is used, both ways",
        "a figure exactly at the tolerance, either side, is within it",
    ],
)
