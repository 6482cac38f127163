"""Files in and out, as text and bytes: what was wrong or assumed comes back beside the value."""

from councilperf.formats._limits import LIMITS, Limits
from councilperf.formats._problems import Problem, Reading, show_problems
from councilperf.formats._scorecard_csv import read_scorecard_csv

__all__ = [
    "LIMITS",
    "Limits",
    "Problem",
    "Reading",
    "read_scorecard_csv",
    "show_problems",
]
