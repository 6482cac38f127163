"""Read by the type checkers and never run: what they must infer, and what they must refuse."""

from __future__ import annotations

from typing import assert_type

import councilperf

assert_type(councilperf.__version__, str)

# The lazy front does not make checkers believe in names that are not there.
councilperf.no_such_name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# What is loaded lazily has its own types all the same.
period = councilperf.ReportingPeriod.quarter(2019, 2)
assert_type(period, councilperf.ReportingPeriod)
assert_type(period.next(), councilperf.ReportingPeriod)
assert_type(councilperf.presets.MAIDSTONE, councilperf.RuleSet)
