"""Durham: the four columns of 2008-09, and the two classes of indicator of 2014-15.

Sources: Quarter 2 2008-09 corporate performance report, 4 December 2008; minutes on the quarter 2
performance report of 2014-15.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    PROFILED_TARGET,
    SAME_PERIOD_LAST_YEAR,
    TARGET,
    TRAVEL,
    UNSTATED,
    Is,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
    benchmark,
)

__all__ = ["DURHAM_2008", "DURHAM_2014"]

DURHAM_2008 = RuleSet(
    "durham-2008",
    "Durham County Council",
    [
        Rule(
            "rating",
            {"better_than_target_>10%": TARGET.better_by("10%").beyond(), "on_target": TARGET},
            otherwise="worse_than_target",
            scale=scale_in_words(
                "target",
                "Better than target >10%",
                "On target",
                "Worse than target",
                good=2,
                unrated=[PrintedClass("Not reported or not applicable")],
            ),
        )
    ],
    shares=[
        Share("better than target", Is("rating", "better_than_target_>10%")),
        Share("on target", Is("rating", "on_target")),
        Share("worse than target", Is("rating", "worse_than_target")),
        Share("not reported", Is("rating", "unrated")),
    ],
    validity=Validity(ReportingPeriod.financial_year(2008), ReportingPeriod.financial_year(2013)),
    sources=[
        Source(
            "Quarter 2 2008-09 corporate performance report",
            date=dt.date(2008, 12, 4),
            address="https://democracy.durham.gov.uk/CeListDocuments.aspx?MID=2820&RD=A7%20Quarter%202%202008%20-%2009%20Corporate%20Performance%20Report&DF=04%2f12%2f2008&A=1&R=0",
        )
    ],
    assumed=["on target is said of all from the target itself to 10% better, both included"],
)

DURHAM_2014 = RuleSet(
    "durham-2014",
    "Durham County Council",
    [
        Rule(
            "rating",
            {"green": PROFILED_TARGET, "amber": PROFILED_TARGET.worse_by(UNSTATED)},
            otherwise="red",
            serves=~Is("tag", "tracker"),
        ),
        Rule(
            "travel",
            {"improving": SAME_PERIOD_LAST_YEAR.beyond(), "static": SAME_PERIOD_LAST_YEAR},
            otherwise="worsening",
            scale=TRAVEL,
            serves=Is("tag", "tracker"),
        ),
        *(
            Rule(
                f"against {group}",
                {"better": benchmark(group).beyond(), "same": benchmark(group)},
                otherwise="worse",
                scale=scale_in_words("benchmark", "Better", "Same", "Worse"),
                serves=Is("tag", "tracker"),
            )
            for group in ("England", "North East")
        ),
    ],
    validity=Validity(ReportingPeriod.financial_year(2014)),
    sources=[
        Source(
            "Performance report, quarter 2 2014-15, minutes",
            address="https://democracy.durham.gov.uk/mgAi.aspx?ID=16198",
        )
    ],
    assumed=[
        "the levels of target indicators are not stated: green on the profiled target, then amber",
        "what a tracker's trend is held against is not stated: the same period of last year",
        "tracker indicators are those tagged tracker",
    ],
)
