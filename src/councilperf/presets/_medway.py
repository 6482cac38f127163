"""Medway: judged in 2009-10, by limits in 2010-11, in words in 2018-19.

Sources: minutes on quarter 3 of 2009-10, quarter 3 of 2010-11 and quarter 2 of 2018-19.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    OWN_TOLERANCE,
    PREVIOUS_PERIOD,
    TARGET,
    TRAVEL,
    UNSTATED,
    Is,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["MEDWAY_2009", "MEDWAY_2010", "MEDWAY_2018"]

_IMPROVING_RED = Is("rating", "red") & Is("travel", "improving")

MEDWAY_2009 = RuleSet(
    "medway-2009",
    "Medway Council",
    [
        Rule("rating", judged=True),
        Rule(
            "travel",
            {"improving": PREVIOUS_PERIOD.beyond(), "static": PREVIOUS_PERIOD},
            otherwise="worsening",
            scale=TRAVEL,
        ),
    ],
    shares=[
        *(
            Share(level, Is("rating", level), over=~Is("rating", "unrated"))
            for level in ("green", "amber", "red")
        ),
        Share("red but improving", _IMPROVING_RED, over=Is("rating", "red")),
    ],
    exceptions=[NamedCondition("improving reds", _IMPROVING_RED)],
    validity=Validity(ReportingPeriod.financial_year(2009), ReportingPeriod.financial_year(2009)),
    sources=[
        Source(
            "Council plan monitoring, quarter 3 2009-10, minutes",
            address="https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=4097&Opt=3&PlanId=0",
        )
    ],
    assumed=[
        "whether a measure off target can still reach it within the year is people's judgement",
        "what improving is held against is not stated: the previous period",
    ],
)

_VARIANCE = scale_in_words(
    "variance",
    "Achieved or outperformed",
    "Below target within acceptable variance",
    "Below target outside acceptable variance",
)

MEDWAY_2010 = RuleSet(
    "medway-2010",
    "Medway Council",
    [
        Rule(
            "rating",
            {
                "achieved_or_outperformed": TARGET,
                "below_target_within_acceptable_variance": TARGET.worse_by(OWN_TOLERANCE),
            },
            otherwise="below_target_outside_acceptable_variance",
            scale=_VARIANCE,
        )
    ],
    shares=[
        Share(
            "achieved or outperformed",
            Is("rating", "achieved_or_outperformed"),
            over=Is("rating", _VARIANCE.keys),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2010), ReportingPeriod.financial_year(2017)),
    sources=[
        Source(
            "Council plan monitoring, quarter 3 2010-11, minutes",
            address="https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=4961&Opt=3",
        )
    ],
    assumed=[
        "each measure's acceptable variance is not printed: its own tolerance is used",
        "the years after 2010-11 are read as ruled alike, up to the key of 2018-19",
    ],
)

_TARGET = scale_in_words(
    "target",
    "Met or exceeded",
    "Slightly below",
    "Significantly below",
    unrated=[
        PrintedClass("Data only", {"data_only", "no_target"}),
        PrintedClass("Not due", {"not_due", "no_data"}),
    ],
)

MEDWAY_2018 = RuleSet(
    "medway-2018",
    "Medway Council",
    [
        Rule(
            "rating",
            {"met_or_exceeded": TARGET, "slightly_below": TARGET.worse_by(UNSTATED)},
            otherwise="significantly_below",
            scale=_TARGET,
        )
    ],
    shares=[
        Share(level.replace("_", " "), Is("rating", level), over=Is("rating", _TARGET.keys))
        for level in _TARGET.keys
    ],
    validity=Validity(ReportingPeriod.financial_year(2018)),
    sources=[
        Source(
            "Council plan monitoring, quarter 2 2018-19, minutes",
            address="https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=23528&Opt=3&PlanId=0",
        )
    ],
    assumed=["how far below target is still slightly below is not stated"],
)
