"""Exact numbers, rounding for display, and absence with a reason."""

from councilperf.values._absence import Absence, Mark, Missing
from councilperf.values._intake import number_or_missing
from councilperf.values._number import (
    add,
    exact_decimal,
    multiply,
    scaled_integers,
    shown_decimals,
    subtract,
    terminating_decimal,
)
from councilperf.values._rounding import Rounding, format_number, round_to

__all__ = [
    "Absence",
    "Mark",
    "Missing",
    "Rounding",
    "add",
    "exact_decimal",
    "format_number",
    "multiply",
    "number_or_missing",
    "round_to",
    "scaled_integers",
    "shown_decimals",
    "subtract",
    "terminating_decimal",
]
