"""What a committee paper holds: indicators, observations, targets, scorecards."""

from councilperf.model._indicator import Indicator
from councilperf.model._observation import Observation
from councilperf.model._polarity import Polarity
from councilperf.model._scorecard import Benchmark, Scorecard, ScorecardRow
from councilperf.model._stated import StatedLevel, Voice
from councilperf.model._target import Range, Target, TargetBasis
from councilperf.model._tolerance import Tolerance, ToleranceBasis
from councilperf.model._unit import NUMBER, PERCENT, POUNDS, Unit

__all__ = [
    "NUMBER",
    "PERCENT",
    "POUNDS",
    "Benchmark",
    "Indicator",
    "Observation",
    "Polarity",
    "Range",
    "Scorecard",
    "ScorecardRow",
    "StatedLevel",
    "Target",
    "TargetBasis",
    "Tolerance",
    "ToleranceBasis",
    "Unit",
    "Voice",
]
