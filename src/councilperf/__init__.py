"""A typed domain model for UK council performance reporting.

Every name is loaded from its room when it is first used, so a program that uses periods alone
pays for periods alone. This file is written by `.ci/front.py` from the rooms' own `__all__`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from councilperf import presets as presets
    from councilperf.assessment import *
    from councilperf.errors import *
    from councilperf.model import *
    from councilperf.periods import *
    from councilperf.rules import *
    from councilperf.spc import *
    from councilperf.values import *

    __version__: str

__all__ = [
    "ACADEMIC",
    "ALL_WARDS",
    "ANNUAL_TARGET",
    "Absence",
    "Aim",
    "AllOf",
    "Allowance",
    "Amount",
    "And",
    "Answer",
    "AnyOf",
    "Appendix",
    "Approval",
    "AssessedRow",
    "Assessment",
    "Assurance",
    "Axis",
    "BEST_POSSIBLE",
    "BackgroundList",
    "BackgroundPaper",
    "Benchmark",
    "BudgetLine",
    "BudgetMonitoring",
    "CALENDAR_YEAR",
    "COUNCILPERF_XMR_1",
    "Calendar",
    "Commentary",
    "Committee",
    "CommitteeKind",
    "Comparability",
    "Condition",
    "Confidentiality",
    "ConfidentialityGround",
    "ContactPoint",
    "Correction",
    "Council",
    "CouncilKind",
    "CouncilPerfError",
    "Country",
    "Edge",
    "ExemptParagraph",
    "Exemption",
    "FACTS",
    "FINANCIAL",
    "FLOOR",
    "FieldTypeError",
    "FieldValueError",
    "Figure",
    "FigureKind",
    "Gap",
    "Implication",
    "ImplicationStatus",
    "Indicator",
    "Is",
    "JudgedValue",
    "Key",
    "KeyLine",
    "LAST_REPORTED",
    "LastDigit",
    "Level",
    "LevelCount",
    "Line",
    "MAKING_DATA_COUNT_SPREADSHEET",
    "MET_OR_MISSED",
    "Mark",
    "Marking",
    "Measure",
    "Meeting",
    "MeetingStatus",
    "Milestone",
    "Missing",
    "MissingExtraError",
    "Movement",
    "NHSR_PLOTTHEDOTS_0_2_2",
    "NUMBER",
    "NamedCondition",
    "Not",
    "OWN_TOLERANCE",
    "Objective",
    "Observation",
    "ObservedValue",
    "Or",
    "OwnTolerance",
    "PERCENT",
    "PERIOD_TARGET",
    "POUNDS",
    "PREVIOUS_PERIOD",
    "PREVIOUS_YEAR_END",
    "PROFILED_TARGET",
    "Part",
    "Percentage",
    "PeriodError",
    "PeriodKind",
    "PeriodKindWord",
    "PeriodStyle",
    "PeriodStyleWord",
    "Person",
    "Polarity",
    "PrintedClass",
    "ProblemsError",
    "ProcessLimits",
    "RAG",
    "Range",
    "RankedLevel",
    "Rating",
    "Reach",
    "Rebase",
    "Recommendation",
    "RecommendationVerb",
    "Regime",
    "Report",
    "ReportedException",
    "ReportingPeriod",
    "Restriction",
    "Result",
    "Role",
    "Rounding",
    "Rule",
    "RuleSet",
    "SAME_PERIOD_LAST_YEAR",
    "STRETCH",
    "Scale",
    "Scorecard",
    "ScorecardRow",
    "Screening",
    "Section",
    "Segment",
    "Share",
    "Side",
    "SignOff",
    "Signal",
    "Source",
    "StatedCount",
    "StatedLevel",
    "StatedResult",
    "StatedTally",
    "TARGET",
    "TRAVEL",
    "Tally",
    "Target",
    "TargetBasis",
    "Threshold",
    "Tolerance",
    "ToleranceBasis",
    "Travel",
    "UNSTATED",
    "Unit",
    "UnknownNameError",
    "UnratedCount",
    "UnstatedAllowance",
    "VALUE",
    "Validity",
    "VarianceSign",
    "Variation",
    "Voice",
    "Wards",
    "Widest",
    "XmrChart",
    "XmrPoint",
    "XmrRules",
    "YEAR_TO_DATE_TARGET",
    "all_of",
    "any_of",
    "assess",
    "benchmark",
    "constant",
    "edges_of",
    "find_exceptions",
    "format_dates",
    "format_number",
    "judge",
    "key_for",
    "latest_period",
    "outside_limits",
    "parse_dates",
    "period_range",
    "presets",
    "rate",
    "round_to",
    "runs",
    "sides",
    "subjects_of",
    "tally",
    "travel",
    "trends",
    "two_in_three",
    "xmr",
]

#: Where each name lives.
_NAMES_BY_ROOM = {
    "errors": """
        CouncilPerfError FieldTypeError FieldValueError MissingExtraError PeriodError
        ProblemsError UnknownNameError
    """,
    "periods": """
        ACADEMIC CALENDAR_YEAR Calendar Comparability FINANCIAL PeriodKind PeriodKindWord
        PeriodStyle PeriodStyleWord ReportingPeriod format_dates parse_dates period_range
    """,
    "values": """
        Absence Mark Missing Rounding format_number round_to
    """,
    "model": """
        ALL_WARDS Aim Answer Appendix Approval BackgroundList BackgroundPaper Benchmark
        BudgetLine BudgetMonitoring Commentary Committee CommitteeKind Confidentiality
        ConfidentialityGround ContactPoint Council CouncilKind Country ExemptParagraph
        Exemption Implication ImplicationStatus Indicator Marking Meeting MeetingStatus
        Milestone NUMBER Objective Observation ObservedValue PERCENT POUNDS Part Person
        Polarity Range Recommendation RecommendationVerb Regime Report Restriction Role
        Scorecard ScorecardRow Section SignOff StatedCount StatedLevel StatedTally Target
        TargetBasis Tolerance ToleranceBasis Unit VarianceSign Voice Wards
    """,
    "rules": """
        ANNUAL_TARGET AllOf Allowance Amount And AnyOf BEST_POSSIBLE Condition Correction Edge
        FACTS FLOOR Figure FigureKind Is LAST_REPORTED LastDigit Level Line MET_OR_MISSED
        NamedCondition Not OWN_TOLERANCE Or OwnTolerance PERIOD_TARGET PREVIOUS_PERIOD
        PREVIOUS_YEAR_END PROFILED_TARGET Percentage PrintedClass RAG Reach Rule RuleSet
        SAME_PERIOD_LAST_YEAR STRETCH Scale Share Side Source TARGET TRAVEL UNSTATED
        UnstatedAllowance VALUE Validity Widest YEAR_TO_DATE_TARGET all_of any_of benchmark
        constant edges_of subjects_of
    """,
    "assessment": """
        AssessedRow Assessment Axis JudgedValue Key KeyLine LevelCount Measure Movement
        RankedLevel Rating ReportedException Result StatedResult Tally Threshold Travel
        UnratedCount assess find_exceptions judge key_for latest_period rate tally travel
    """,
    "spc": """
        Assurance COUNCILPERF_XMR_1 Gap MAKING_DATA_COUNT_SPREADSHEET NHSR_PLOTTHEDOTS_0_2_2
        ProcessLimits Rebase Screening Segment Signal Variation XmrChart XmrPoint XmrRules
        outside_limits runs sides trends two_in_three xmr
    """,
}
_ROOM = {name: room for room, names in _NAMES_BY_ROOM.items() for name in names.split()}
#: Rooms that are offered as a whole.
_MODULES = ("presets",)


def __dir__() -> list[str]:
    return __all__.copy()


# Type checkers read the imports above; seeing this too, they would believe any name at all.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name from its room, once."""
        if name in _MODULES:
            return import_module(f"councilperf.{name}")
        if name in _ROOM:
            found = getattr(import_module(f"councilperf.{_ROOM[name]}"), name)
        elif name == "__version__":
            from importlib.metadata import version

            found = version("councilperf")
        else:
            raise AttributeError(_not_offered(name))
        globals()[name] = found
        return found

    def _not_offered(name: str) -> str:
        """Say that a name is not here, and which names come near it."""
        from difflib import get_close_matches

        near = " or ".join(repr(each) for each in get_close_matches(name, __all__))
        remedy = f"did you mean {near}?" if near else "dir(councilperf) lists what there is"
        return f"councilperf offers no {name!r}; {remedy}"
