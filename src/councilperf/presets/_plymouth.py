"""Plymouth, corporate plan measures and actions, 2014-15.

Source: agenda item on the corporate plan, quarter 2 2014-15. The children's services scrutiny
report of quarter 4 2021-22 (Education and Children's Social Care Overview and Scrutiny Committee,
15 June 2022) lays its indicators before the committee without stating a key.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from councilperf.periods import ReportingPeriod
from councilperf.rules import (
    RAG,
    TARGET,
    Is,
    NamedCondition,
    PrintedClass,
    Rule,
    RuleSet,
    Source,
    Validity,
)

__all__ = ["PLYMOUTH"]

PLYMOUTH = RuleSet(
    "plymouth",
    "Plymouth City Council",
    [
        Rule("action", judged=True, serves=Is("kind", "action")),
        Rule(
            "rating",
            {"green": TARGET, "amber": TARGET.worse_by("15%")},
            otherwise="red",
            scale=evolve(
                RAG,
                unrated=[
                    PrintedClass(
                        "Under development", {"no_target", "target_pending", "baselining"}
                    ),
                    PrintedClass("No data"),
                ],
            ),
        ),
    ],
    exceptions=[NamedCondition("not on target", Is("rating", "red"))],
    validity=Validity(ReportingPeriod.financial_year(2014)),
    sources=[
        Source(
            "Corporate plan, quarter 2 2014-15, agenda item",
            address="https://democracy.plymouth.gov.uk/mgAi.aspx?ID=65700",
        ),
        Source(
            "Children's Services Scrutiny Performance Report (Q4 2021-22)",
            date=dt.date(2022, 6, 15),
        ),
    ],
    assumed=[
        "the report of 2022 states no key: that of 2014-15 is read as still holding",
        "whether an action's outcome is at risk is people's judgement",
    ],
)
