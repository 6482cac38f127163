"""Oldham, corporate performance report, 2021-22.

Source: agenda item on the quarter 1 report of 2021-22.
"""

from __future__ import annotations

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    TARGET,
    UNSTATED,
    Figure,
    Is,
    NamedCondition,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["OLDHAM"]

_BANDS = {"green": TARGET, "amber": TARGET.worse_by(UNSTATED)}

OLDHAM = RuleSet(
    "oldham",
    "Oldham Council",
    [
        Rule("rating", _BANDS, otherwise="red"),
        Rule("year-end prediction", _BANDS, otherwise="red", judges=Figure("forecast")),
        Rule("action", judged=True, serves=Is("kind", "action")),
    ],
    exceptions=[
        NamedCondition("red action", Is("action", "red")),
        NamedCondition("action amber twice running", Is("action", "amber", running=2)),
    ],
    validity=Validity(ReportingPeriod.financial_year(2021)),
    sources=[
        Source(
            "Corporate performance report, quarter 1 2021-22, agenda item",
            address="https://committees.oldham.gov.uk/mgAi.aspx?ID=40350",
        )
    ],
    assumed=[
        "what each colour of a measure means is not stated: amber by an unstated amount",
        "whether the year-end prediction is computed from a forecast figure is not stated",
    ],
)
