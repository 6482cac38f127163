"""Havering: three keys, each the one before with changes.

Sources: agenda items on quarter 4 of 2013-14, quarter 3 of 2014-15 and quarter 4 of 2017-18.
"""

from __future__ import annotations

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    PREVIOUS_PERIOD,
    RAG,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    UNSTATED,
    Is,
    Level,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Scale,
    Share,
    Source,
    Validity,
)

__all__ = ["HAVERING_2013", "HAVERING_2014", "HAVERING_2017"]


def _arrows(same_colour: str) -> Scale:
    return Scale(
        "direction of travel",
        [
            Level("better", symbol="↑", colour="green", good=True),
            Level("same", symbol="→", colour=same_colour),
            Level("worse", symbol="↓", colour="red"),
        ],
        travel=True,
    )


def _headlines(*levels: str) -> list[Share]:
    return [Share(level, Is("rating", level), over=~Is("rating", "unrated")) for level in levels]


_RATING = Rule(
    "rating",
    {"green": TARGET.worse_by("10%"), "amber": SAME_PERIOD_LAST_YEAR},
    otherwise="red",
    scale=evolve(RAG, unrated=[PrintedClass("No RAG status")]),
)

HAVERING_2013 = RuleSet(
    "havering-2013",
    "London Borough of Havering",
    [
        _RATING,
        Rule(
            "travel",
            {"better": SAME_PERIOD_LAST_YEAR.beyond(), "same": SAME_PERIOD_LAST_YEAR},
            otherwise="worse",
            scale=_arrows("black"),
        ),
    ],
    shares=_headlines("green", "amber", "red"),
    exceptions=[NamedCondition("corrective action", Is("rating", "red"))],
    validity=Validity(ReportingPeriod.financial_year(2013), ReportingPeriod.financial_year(2013)),
    sources=[
        Source(
            "Corporate performance, quarter 4 2013-14, agenda item",
            address="https://democracy.havering.gov.uk/mgAi.aspx?ID=7435",
        )
    ],
)

HAVERING_2014 = evolve(
    HAVERING_2013,
    name="havering-2014",
    rules=[
        _RATING,
        Rule(
            "short-term travel",
            {"better": PREVIOUS_PERIOD.beyond(), "same": PREVIOUS_PERIOD},
            otherwise="worse",
            scale=_arrows("amber"),
            serves=~Is("tag", "target varies through the year"),
        ),
        Rule(
            "long-term travel",
            {"better": SAME_PERIOD_LAST_YEAR.beyond(), "same": SAME_PERIOD_LAST_YEAR},
            otherwise="worse",
            scale=_arrows("amber"),
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2014), ReportingPeriod.financial_year(2014)),
    sources=[
        Source(
            "Corporate performance, quarter 3 2014-15, agenda item",
            address="https://democracy.havering.gov.uk/mgAi.aspx?ID=8989",
        )
    ],
    assumed=["indicators whose quarterly target changes within the year are those tagged so"],
)

_TRACK = scale_in_words("track", "On track", "Off track", unrated=[PrintedClass("Not classified")])

HAVERING_2017 = evolve(
    HAVERING_2014,
    name="havering-2017",
    rules=[
        Rule(
            "rating",
            {"on_track": TARGET.worse_by(UNSTATED)},
            otherwise="off_track",
            scale=_TRACK,
        )
    ],
    shares=[
        Share(
            f"{which} {level.replace('_', ' ')}",
            Is("tag", tag) & Is("rating", level),
            over=Is("tag", tag) & Is("rating", _TRACK.keys),
        )
        for which, tag in (("corporate", "corporate"), ("perception", "perception"))
        for level in ("on_track", "off_track")
    ],
    exceptions=[NamedCondition("corrective action", Is("rating", "off_track"))],
    validity=Validity(ReportingPeriod.financial_year(2017), ReportingPeriod.financial_year(2017)),
    sources=[
        Source(
            "Corporate performance, quarter 4 2017-18, agenda item",
            address="http://democracy.havering.gov.uk/mgAi.aspx?ID=17252",
        )
    ],
    assumed=[
        "whether on track allows for a tolerance, and how large a one, is not stated",
        "corporate and perception indicators are those tagged so",
    ],
)
