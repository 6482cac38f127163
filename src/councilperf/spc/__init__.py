"""Statistical process control: telling a signal from what a process does anyway."""

from councilperf.spc._chart import Segment, XmrChart, xmr
from councilperf.spc._gaps import Gap
from councilperf.spc._limits import ProcessLimits
from councilperf.spc._point import Rebase, XmrPoint
from councilperf.spc._rules import (
    COUNCILPERF_XMR_1,
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    Screening,
    XmrRules,
)
from councilperf.spc._signals import (
    Signal,
    outside_limits,
    runs,
    sides,
    trends,
    two_in_three,
)
from councilperf.spc._verdict import Assurance, Variation

__all__ = [
    "Assurance",
    "COUNCILPERF_XMR_1",
    "Gap",
    "MAKING_DATA_COUNT_SPREADSHEET",
    "NHSR_PLOTTHEDOTS_0_2_2",
    "ProcessLimits",
    "Rebase",
    "Screening",
    "Segment",
    "Signal",
    "Variation",
    "XmrChart",
    "XmrPoint",
    "XmrRules",
    "outside_limits",
    "runs",
    "sides",
    "trends",
    "two_in_three",
    "xmr",
]
