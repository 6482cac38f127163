"""Ratings, direction of travel and tallies: pure functions and the results they return."""

from councilperf.assessment._assess import Assessment, assess, latest_period
from councilperf.assessment._assess_row import AssessedRow, Result
from councilperf.assessment._axis import Axis, JudgedValue, Measure, RankedLevel
from councilperf.assessment._exceptions import ReportedException, find_exceptions
from councilperf.assessment._judge import judge
from councilperf.assessment._key import Key, KeyLine, Threshold
from councilperf.assessment._rate import key_for, rate, travel
from councilperf.assessment._rating import Rating
from councilperf.assessment._stated_result import StatedResult
from councilperf.assessment._tally import LevelCount, Tally, UnratedCount, tally
from councilperf.assessment._travel import Movement, Travel

__all__ = [
    "AssessedRow",
    "Assessment",
    "Axis",
    "JudgedValue",
    "Key",
    "KeyLine",
    "LevelCount",
    "Measure",
    "Movement",
    "RankedLevel",
    "Rating",
    "ReportedException",
    "Result",
    "StatedResult",
    "Tally",
    "Threshold",
    "Travel",
    "UnratedCount",
    "assess",
    "find_exceptions",
    "judge",
    "key_for",
    "latest_period",
    "rate",
    "tally",
    "travel",
]
