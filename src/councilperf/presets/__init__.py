"""Published rule sets as constants, each with its source and what the source leaves unstated."""

from councilperf.presets._cheshire_east import CHESHIRE_EAST
from councilperf.presets._maidstone import MAIDSTONE
from councilperf.presets._registry import PRESETS, find_preset

__all__ = ["CHESHIRE_EAST", "MAIDSTONE", "PRESETS", "find_preset"]
