"""Ratings, direction of travel and tallies: pure functions and the results they return."""

from councilperf.assessment._assess import Assessment, assess, latest_period
from councilperf.assessment._assess_row import AssessedRow, Result
from councilperf.assessment._axis import Axis, JudgedValue, Measure, RankedLevel
from councilperf.assessment._comparable import comparable_observations
from councilperf.assessment._context import Context, IndicatorRebase
from councilperf.assessment._cross_tally import CrossCount, CrossTally, cross_tally
from councilperf.assessment._exceptions import ReportedException, find_exceptions
from councilperf.assessment._find_figure import find_figure
from councilperf.assessment._findings import (
    ShownDifferently,
    UnreachableLevel,
    find_shown_differently,
    find_unreachable,
)
from councilperf.assessment._judge import judge
from councilperf.assessment._key import Key, KeyLine, Threshold
from councilperf.assessment._milestone import milestone_day, rate_milestone
from councilperf.assessment._rate import key_for, rate, travel
from councilperf.assessment._rating import Rating
from councilperf.assessment._roll_up import MissingPolicy, RollUp, RollUpStrategy, roll_up
from councilperf.assessment._shares import MeasuredShare, measure_share, rate_share
from councilperf.assessment._since_last import LevelChange, SinceLast, levels_since
from councilperf.assessment._stated import (
    Disagreement,
    find_disagreements,
    find_given,
    tally_stated,
)
from councilperf.assessment._stated_result import StatedResult
from councilperf.assessment._tally import LevelCount, Tally, UnratedCount, tally
from councilperf.assessment._travel import Movement, Travel

__all__ = [
    "AssessedRow",
    "Assessment",
    "Axis",
    "Context",
    "CrossCount",
    "CrossTally",
    "Disagreement",
    "IndicatorRebase",
    "JudgedValue",
    "Key",
    "KeyLine",
    "LevelChange",
    "LevelCount",
    "Measure",
    "MeasuredShare",
    "MissingPolicy",
    "Movement",
    "RankedLevel",
    "Rating",
    "ReportedException",
    "Result",
    "RollUp",
    "RollUpStrategy",
    "ShownDifferently",
    "SinceLast",
    "StatedResult",
    "Tally",
    "Threshold",
    "Travel",
    "UnratedCount",
    "UnreachableLevel",
    "assess",
    "comparable_observations",
    "cross_tally",
    "find_disagreements",
    "find_exceptions",
    "find_figure",
    "find_given",
    "find_shown_differently",
    "find_unreachable",
    "judge",
    "key_for",
    "latest_period",
    "levels_since",
    "measure_share",
    "milestone_day",
    "rate",
    "rate_milestone",
    "rate_share",
    "roll_up",
    "tally",
    "tally_stated",
    "travel",
]
