"""Hambleton, key performance indicators, 2017-18.

Source: Scrutiny Committee, 7 June 2018, on quarter 4 of 2017-18.
"""

from __future__ import annotations

import datetime as dt

from councilperf.periods import ReportingPeriod
from councilperf.presets._scales import scale_in_words
from councilperf.rules import (
    OWN_TOLERANCE,
    PERIOD_TARGET,
    YEAR_TO_DATE_TARGET,
    Figure,
    Is,
    Rule,
    RuleSet,
    Share,
    Source,
    Validity,
)

__all__ = ["HAMBLETON"]

_TOLERANCE = scale_in_words("tolerance", "Within tolerance", "Outside tolerance")

HAMBLETON = RuleSet(
    "hambleton",
    "Hambleton District Council",
    [
        Rule(
            "rating",
            {"within_tolerance": YEAR_TO_DATE_TARGET.worse_by(OWN_TOLERANCE)},
            otherwise="outside_tolerance",
            scale=_TOLERANCE,
            judges=Figure("year_to_date"),
        ),
        Rule(
            "quarter alone",
            {"within_tolerance": PERIOD_TARGET.worse_by(OWN_TOLERANCE)},
            otherwise="outside_tolerance",
            scale=_TOLERANCE,
        ),
    ],
    shares=[
        Share(
            "within tolerance",
            Is("rating", "within_tolerance"),
            over=Is("rating", _TOLERANCE.keys),
        )
    ],
    validity=Validity(ReportingPeriod.financial_year(2017)),
    sources=[
        Source(
            "Scrutiny Committee, performance in quarter 4 2017-18",
            date=dt.date(2018, 6, 7),
            address="https://docslib.org/doc/13286449/scrutiny-committee-7-june-2018",
        )
    ],
    assumed=[
        "the tolerances are not stated: each indicator's own is used, its edge included",
        "whether the quarter's own result is rated is not stated: it is, beside the year to date",
    ],
)
