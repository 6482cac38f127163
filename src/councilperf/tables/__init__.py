"""One plain table and one plain page, and what sets out results in them."""

from councilperf.tables._assessment import assessment_page
from councilperf.tables._beside import benchmark_cell
from councilperf.tables._chart import chart_table
from councilperf.tables._exceptions import disagreements_table, exceptions_table
from councilperf.tables._explanation import explanation_page
from councilperf.tables._labels import ENGLISH, WELSH, Labels
from councilperf.tables._legend import legend_table
from councilperf.tables._page import Block, Bullets, Fact, Facts, Heading, Page, Paragraph
from councilperf.tables._paper import paper_page
from councilperf.tables._paper_tables import budget_table, objectives_table, stated_summary_table
from councilperf.tables._results import results_table
from councilperf.tables._rules import key_table, rule_sets_table, rules_page
from councilperf.tables._scorecard import figures_table, scorecard_table
from councilperf.tables._set_out import set_out
from councilperf.tables._spoken import (
    describe_benchmarks,
    describe_chart,
    describe_counts,
    describe_trend,
)
from councilperf.tables._summary import (
    changes_table,
    cross_table,
    printed_summary_table,
    summary_table,
)
from councilperf.tables._table import Cell, Column, Table
from councilperf.tables._trend_line import TrendBand, TrendLine, TrendPoint, trend_line

__all__ = [
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "ENGLISH",
    "Fact",
    "Facts",
    "Heading",
    "Labels",
    "Page",
    "Paragraph",
    "Table",
    "TrendBand",
    "TrendLine",
    "TrendPoint",
    "WELSH",
    "assessment_page",
    "benchmark_cell",
    "budget_table",
    "changes_table",
    "chart_table",
    "cross_table",
    "describe_benchmarks",
    "describe_chart",
    "describe_counts",
    "describe_trend",
    "disagreements_table",
    "exceptions_table",
    "explanation_page",
    "figures_table",
    "key_table",
    "legend_table",
    "objectives_table",
    "paper_page",
    "printed_summary_table",
    "results_table",
    "rule_sets_table",
    "rules_page",
    "scorecard_table",
    "set_out",
    "stated_summary_table",
    "summary_table",
    "trend_line",
]
