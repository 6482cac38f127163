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
    from councilperf.assurance import *
    from councilperf.benchmarking import *
    from councilperf.charts import *
    from councilperf.errors import *
    from councilperf.formats import *
    from councilperf.model import *
    from councilperf.periods import *
    from councilperf.render import *
    from councilperf.rules import *
    from councilperf.spc import *
    from councilperf.tables import *
    from councilperf.values import *

    __version__: str

__all__ = [
    "ACADEMIC",
    "ALL_WARDS",
    "ANNUAL_TARGET",
    "Absence",
    "AllOf",
    "Amount",
    "And",
    "Answer",
    "AnyOf",
    "Appendix",
    "Approval",
    "AssessedRow",
    "Assessment",
    "BEST_POSSIBLE",
    "BackgroundList",
    "BackgroundPaper",
    "Benchmark",
    "BenchmarkRules",
    "BenchmarkVerdict",
    "BudgetLine",
    "BudgetMonitoring",
    "CALENDAR_YEAR",
    "COUNCILPERF_XMR_1",
    "Calendar",
    "Check",
    "Commentary",
    "Committee",
    "CommitteeKind",
    "Comparability",
    "ComparatorGroup",
    "Confidentiality",
    "ConfidentialityGround",
    "ConfidentialityStatus",
    "ContactPoint",
    "Context",
    "Council",
    "CouncilKind",
    "CouncilPerfError",
    "Country",
    "CrossTally",
    "Disagreement",
    "Edge",
    "ExemptParagraph",
    "Exemption",
    "FILE_FORMATS",
    "FINANCIAL",
    "FLOOR",
    "FieldTypeError",
    "FieldValueError",
    "Figure",
    "FigureKind",
    "FileFormat",
    "Finding",
    "Implication",
    "ImplicationStatus",
    "Indicator",
    "IndicatorRebase",
    "Is",
    "LAIT_APRIL_2026",
    "LAST_REPORTED",
    "LastDigit",
    "LeagueTable",
    "Level",
    "LevelChange",
    "Limits",
    "Line",
    "MAKING_DATA_COUNT_SPREADSHEET",
    "MET_OR_MISSED",
    "Mark",
    "Marking",
    "MeasuredShare",
    "Meeting",
    "MeetingStatus",
    "Milestone",
    "Missing",
    "MissingExtraError",
    "MissingPolicy",
    "Movement",
    "NHSR_PLOTTHEDOTS_0_2_2",
    "NUMBER",
    "NamedCondition",
    "Not",
    "OWN_TOLERANCE",
    "Objective",
    "Observation",
    "ObservationStatus",
    "Or",
    "OwnTolerance",
    "PERCENT",
    "PERIOD_TARGET",
    "POUNDS",
    "PREVIOUS_PERIOD",
    "PREVIOUS_YEAR_END",
    "PROFILED_TARGET",
    "Page",
    "Part",
    "Percentage",
    "PeriodError",
    "PeriodHit",
    "PeriodKind",
    "PeriodStyle",
    "Person",
    "Polarity",
    "PrintedClass",
    "Problem",
    "ProblemsError",
    "Quartiles",
    "RAG",
    "Range",
    "Ranking",
    "Rating",
    "Reading",
    "Recommendation",
    "RecommendationVerb",
    "Regime",
    "Report",
    "ReportedException",
    "ReportingPeriod",
    "Restriction",
    "Result",
    "Role",
    "RollUp",
    "RollUpStrategy",
    "Rounding",
    "Rule",
    "RuleSet",
    "RuleSetChanges",
    "SAME_PERIOD_LAST_YEAR",
    "STANDARD_CHECKS",
    "STRETCH",
    "Scale",
    "Scorecard",
    "ScorecardRow",
    "SdmxStatus",
    "Section",
    "Severity",
    "Share",
    "ShownDifferently",
    "SignOff",
    "SinceLast",
    "Source",
    "StatedCount",
    "StatedLevel",
    "StatedResult",
    "StatedTally",
    "TARGET",
    "TRAVEL",
    "Table",
    "TableWord",
    "Tally",
    "Target",
    "TargetBasis",
    "Tolerance",
    "ToleranceBasis",
    "Travel",
    "TrendBand",
    "TrendLine",
    "TrendPoint",
    "UNSTATED",
    "UkShorthand",
    "Unit",
    "UnknownNameError",
    "UnreachableLevel",
    "UnstatedAllowance",
    "VALUE",
    "Validity",
    "VarianceSign",
    "Voice",
    "Wards",
    "Widest",
    "XmrChart",
    "XmrRules",
    "YEAR_TO_DATE_TARGET",
    "against_benchmark",
    "all_of",
    "any_of",
    "assess",
    "assessment_page",
    "benchmark",
    "benchmark_dots",
    "budget_table",
    "changes_between",
    "changes_table",
    "chart_table",
    "check",
    "check_by_rules",
    "choose_checks",
    "constant",
    "control_chart",
    "cross_table",
    "cross_tally",
    "csvw_metadata",
    "describe_benchmarks",
    "describe_chart",
    "describe_counts",
    "describe_trend",
    "detect_format",
    "diff",
    "digest",
    "disagreements_table",
    "dump_json",
    "exceptions_table",
    "explanation_page",
    "figures_table",
    "find_all",
    "find_disagreements",
    "find_exceptions",
    "find_figure",
    "find_format",
    "find_losses",
    "find_shown_differently",
    "find_unreachable",
    "format_dates",
    "format_number",
    "from_pandas",
    "from_sdmx_status",
    "group_mean",
    "group_median",
    "json_schema",
    "judge",
    "key_for",
    "key_table",
    "latest_period",
    "league_tables",
    "legend_table",
    "levels_since",
    "load_json",
    "measure_share",
    "median_distance",
    "member_view",
    "milestone_day",
    "objectives_table",
    "paper_page",
    "parse_dates",
    "percentile",
    "period_range",
    "pooled_rate",
    "presets",
    "printed_summary_table",
    "profile_targets",
    "public_view",
    "quartile",
    "rank",
    "rate",
    "rate_milestone",
    "rate_share",
    "read_as",
    "read_json",
    "read_json_lines",
    "read_scorecard_csv",
    "read_scorecard_xlsx",
    "read_tidy_csv",
    "reconcile",
    "render_docx",
    "render_html",
    "render_markdown",
    "render_sparkline",
    "render_text",
    "results_table",
    "roll_up",
    "round_to",
    "rule_sets_table",
    "rules_page",
    "scorecard_table",
    "show_problems",
    "stated_summary_table",
    "status_bar",
    "summary_table",
    "suppress",
    "table_schema",
    "tally",
    "tally_stated",
    "to_great_table",
    "to_pandas",
    "to_sdmx_status",
    "travel",
    "travel_against_benchmark",
    "trend_chart",
    "trend_line",
    "write_as",
    "write_assessment_csv",
    "write_assessment_xlsx",
    "write_json_lines",
    "write_json_stat",
    "write_page_xlsx",
    "write_scorecard_csv",
    "write_scorecard_xlsx",
    "write_sdmx_csv",
    "write_table_csv",
    "write_tidy_csv",
    "xmr",
]

#: Where each name lives.
_NAMES_BY_ROOM = {
    "errors": """
        CouncilPerfError FieldTypeError FieldValueError MissingExtraError PeriodError
        ProblemsError UnknownNameError
    """,
    "periods": """
        ACADEMIC CALENDAR_YEAR Calendar Comparability FINANCIAL PeriodHit PeriodKind
        PeriodStyle ReportingPeriod find_all format_dates from_pandas parse_dates period_range
        to_pandas
    """,
    "values": """
        Absence Mark Missing Rounding format_number round_to
    """,
    "model": """
        ALL_WARDS Answer Appendix Approval BackgroundList BackgroundPaper Benchmark BudgetLine
        BudgetMonitoring Commentary Committee CommitteeKind Confidentiality
        ConfidentialityGround ContactPoint Council CouncilKind Country ExemptParagraph
        Exemption Implication ImplicationStatus Indicator Marking Meeting MeetingStatus
        Milestone NUMBER Objective Observation PERCENT POUNDS Part Person Polarity Range
        Recommendation RecommendationVerb Regime Report Restriction Role Scorecard ScorecardRow
        Section SignOff StatedCount StatedLevel StatedTally Target TargetBasis Tolerance
        ToleranceBasis Unit VarianceSign Voice Wards profile_targets
    """,
    "rules": """
        ANNUAL_TARGET AllOf Amount And AnyOf BEST_POSSIBLE Edge FLOOR Figure FigureKind Is
        LAST_REPORTED LastDigit Level Line MET_OR_MISSED NamedCondition Not OWN_TOLERANCE Or
        OwnTolerance PERIOD_TARGET PREVIOUS_PERIOD PREVIOUS_YEAR_END PROFILED_TARGET Percentage
        PrintedClass RAG Rule RuleSet RuleSetChanges SAME_PERIOD_LAST_YEAR STRETCH Scale Share
        Source TARGET TRAVEL UNSTATED UnstatedAllowance VALUE Validity Widest
        YEAR_TO_DATE_TARGET all_of any_of benchmark changes_between constant
    """,
    "assessment": """
        AssessedRow Assessment Context CrossTally Disagreement IndicatorRebase LevelChange
        MeasuredShare MissingPolicy Movement Rating ReportedException Result RollUp
        RollUpStrategy ShownDifferently SinceLast StatedResult Tally Travel UnreachableLevel
        assess cross_tally find_disagreements find_exceptions find_figure
        find_shown_differently find_unreachable judge key_for latest_period levels_since
        measure_share milestone_day rate rate_milestone rate_share roll_up tally tally_stated
        travel
    """,
    "benchmarking": """
        BenchmarkRules BenchmarkVerdict ComparatorGroup LAIT_APRIL_2026 LeagueTable Quartiles
        Ranking against_benchmark group_mean group_median league_tables median_distance
        percentile pooled_rate quartile rank travel_against_benchmark
    """,
    "spc": """
        COUNCILPERF_XMR_1 MAKING_DATA_COUNT_SPREADSHEET NHSR_PLOTTHEDOTS_0_2_2 XmrChart
        XmrRules xmr
    """,
    "assurance": """
        Check Finding STANDARD_CHECKS Severity check check_by_rules choose_checks diff
        member_view public_view reconcile suppress
    """,
    "tables": """
        Page Table TrendBand TrendLine TrendPoint assessment_page budget_table changes_table
        chart_table cross_table describe_benchmarks describe_chart describe_counts
        describe_trend disagreements_table exceptions_table explanation_page figures_table
        key_table legend_table objectives_table paper_page printed_summary_table results_table
        rule_sets_table rules_page scorecard_table stated_summary_table summary_table
        trend_line
    """,
    "formats": """
        ConfidentialityStatus FILE_FORMATS FileFormat Limits ObservationStatus Problem Reading
        SdmxStatus TableWord UkShorthand csvw_metadata detect_format digest dump_json
        find_format find_losses from_sdmx_status json_schema load_json read_as read_json
        read_json_lines read_scorecard_csv read_scorecard_xlsx read_tidy_csv show_problems
        table_schema to_sdmx_status write_as write_assessment_csv write_assessment_xlsx
        write_json_lines write_json_stat write_page_xlsx write_scorecard_csv
        write_scorecard_xlsx write_sdmx_csv write_table_csv write_tidy_csv
    """,
    "render": """
        render_docx render_html render_markdown render_sparkline render_text to_great_table
    """,
    "charts": """
        benchmark_dots control_chart status_bar trend_chart
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
