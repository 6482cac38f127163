"""Highland, annual performance report, 2019-20.

Source: the council's announcement of its annual performance report 2019-20.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import OWN_TOLERANCE, TARGET, Is, Rule, RuleSet, Share, Source, Validity

__all__ = ["HIGHLAND_2019"]

_THRESHOLDS = scale_in_words(
    "thresholds", "On or above target", "Within expected thresholds", "Below", good=2
)

HIGHLAND_2019 = RuleSet(
    "highland-2019",
    "The Highland Council",
    [
        Rule(
            "rating",
            {
                "on_or_above_target": TARGET,
                "within_expected_thresholds": TARGET.worse_by(OWN_TOLERANCE),
            },
            otherwise="below",
            scale=_THRESHOLDS,
        )
    ],
    shares=[
        Share(
            "on or above target or within expected thresholds",
            Is("rating", ["on_or_above_target", "within_expected_thresholds"]),
            over=Is("rating", _THRESHOLDS.keys),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2019)),
    sources=[
        Source(
            "Annual performance report 2019-20, the council's news",
            address="https://www.highland.gov.uk/news/article/12967/the_council_s_annual_performance_report_201920_%E2%80%93_ambitious_sustainable_and_connected",
        )
    ],
    assumed=[
        "the thresholds are not stated: each indicator's own tolerance is used, its edge included",
        "what the rest is called is not stated",
    ],
)
