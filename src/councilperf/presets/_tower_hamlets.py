"""Tower Hamlets: outturns of 2007-08 with the in-year key of 2008-09, and the key of 2019-20.

Sources: Best value performance plan, appendix 4, outturns against targets 2007-08; index report
2008-09; minutes on the quarter 2 report of 2019-20.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    FLOOR,
    OWN_TOLERANCE,
    PREVIOUS_YEAR_END,
    TARGET,
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

__all__ = ["TOWER_HAMLETS_2008", "TOWER_HAMLETS_2019"]

_NOT_RATED = [PrintedClass("x")]
_LIGHTS = Scale(
    "traffic light",
    [
        Level("green", symbol="G", colour="green", good=True),
        Level("amber", symbol="A", colour="amber"),
        Level("red", symbol="R", colour="red"),
    ],
    unrated=_NOT_RATED,
)
_ARROWS = Scale(
    "actual direction",
    [
        Level("up", symbol="↑", good=True),
        Level("sideways", symbol="→"),
        Level("down", symbol="↓"),
    ],
    unrated=_NOT_RATED,
    travel=True,
)

TOWER_HAMLETS_2008 = RuleSet(
    "tower-hamlets-2008",
    "London Borough of Tower Hamlets",
    [
        Rule(
            "rating",
            {"green": TARGET},
            otherwise="red",
            scale=_LIGHTS,
            serves=Is("stage", "outturn"),
        ),
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by(OWN_TOLERANCE)},
            otherwise="red",
            scale=_LIGHTS,
        ),
        Rule(
            "travel",
            {"up": PREVIOUS_YEAR_END.beyond(), "sideways": PREVIOUS_YEAR_END},
            otherwise="down",
            scale=_ARROWS,
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2007), ReportingPeriod.financial_year(2018)),
    sources=[
        Source("Best value performance plan, outturns against targets 2007-08", page="appendix 4"),
        Source("Index report 2008-09"),
    ],
    assumed=[
        "amber's edge within the year differs by indicator and is not printed: its own tolerance",
        "the years after 2008-09 are read as ruled alike, up to the key of 2019-20",
    ],
)

TOWER_HAMLETS_2019 = RuleSet(
    "tower-hamlets-2019",
    "London Borough of Tower Hamlets",
    [
        Rule(
            "rating",
            {"green": TARGET, "amber": FLOOR},
            otherwise="red",
            scale=Scale(
                "minimum expectation",
                [
                    Level("green", label="Met or exceeded", colour="green", good=True),
                    Level("amber", label="Between target and minimum expectation", colour="amber"),
                    Level("red", label="Below minimum expectation", colour="red"),
                ],
                unrated=[PrintedClass("Data only or not due")],
            ),
        )
    ],
    shares=[Share("met or exceeded", Is("rating", "green"), over=~Is("rating", "unrated"))],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Strategic performance, quarter 2 2019-20, minutes",
            address="https://democracy.towerhamlets.gov.uk/ieIssueDetails.aspx?IId=91553&Opt=3",
        )
    ],
    assumed=["a figure exactly at the minimum expectation is amber: red is said to be below it"],
)
