"""Benchmarking: ranks, quartiles, comparator groups and verdicts, each with its reason."""

from councilperf.benchmarking._average import (
    AverageMethod,
    GroupAverage,
    group_mean,
    group_median,
    pooled_rate,
)
from councilperf.benchmarking._better import Comparison
from councilperf.benchmarking._distance import MedianDistance, median_distance
from councilperf.benchmarking._group import ComparatorGroup, GroupKind
from councilperf.benchmarking._group_figures import GroupFigures
from councilperf.benchmarking._league_table import LeagueTable, Standing, league_tables
from councilperf.benchmarking._quartile import Quartiles, percentile, quartile
from councilperf.benchmarking._rank import Ranking, rank
from councilperf.benchmarking._relative_travel import RelativeTravel, travel_against_benchmark
from councilperf.benchmarking._rules import (
    COUNCILPERF_BENCHMARK_1,
    LAIT_APRIL_2026,
    BenchmarkRules,
    QuantileMethod,
    QuartileEdge,
    Ties,
)
from councilperf.benchmarking._verdict import BenchmarkVerdict, against_benchmark

__all__ = [
    "AverageMethod",
    "BenchmarkRules",
    "BenchmarkVerdict",
    "COUNCILPERF_BENCHMARK_1",
    "ComparatorGroup",
    "Comparison",
    "GroupAverage",
    "GroupFigures",
    "GroupKind",
    "LAIT_APRIL_2026",
    "LeagueTable",
    "MedianDistance",
    "QuantileMethod",
    "QuartileEdge",
    "Quartiles",
    "Ranking",
    "RelativeTravel",
    "Standing",
    "Ties",
    "against_benchmark",
    "group_mean",
    "group_median",
    "league_tables",
    "median_distance",
    "percentile",
    "pooled_rate",
    "quartile",
    "rank",
    "travel_against_benchmark",
]
