"""Strategies for what rows are seen beside: benchmarks and control charts."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from councilperf.assessment import Context
from councilperf.spc import (
    COUNCILPERF_XMR_1,
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    Screening,
    XmrRules,
)
from councilperf.strategies._model import tolerances

__all__ = ["contexts", "xmr_rules"]

_NAMED = (COUNCILPERF_XMR_1, NHSR_PLOTTHEDOTS_0_2_2, MAKING_DATA_COUNT_SPREADSHEET)


@st.composite
def xmr_rules(draw: st.DrawFn) -> XmrRules:
    """Make rules of control charts: those that have a name, and some of a council's own.

    >>> xmr_rules().validate()
    """
    named = draw(st.sampled_from(_NAMED))
    if draw(st.booleans()):
        return named
    return evolve(
        named,
        name="our own",
        screening=draw(st.sampled_from(Screening)),
        fewest_points=draw(st.integers(0, 6)),
        run_length=draw(st.integers(3, 9)),
        trend_length=draw(st.integers(3, 9)),
        trial_below=draw(st.integers(0, 24)),
        outside_counts_as_near=draw(st.booleans()),
    )


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    """Make contexts of benchmarks, of control charts, or of both.

    >>> contexts().validate()
    """
    names = ["England", "statistical neighbours", "North West"]
    groups = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    rules = draw(st.none() | xmr_rules() if groups else xmr_rules())
    return Context(
        benchmarks=groups,
        tolerance=draw(st.none() | tolerances()) if groups else None,
        other_periods=draw(st.booleans()) if groups else False,
        spc=rules,
        baseline=draw(st.none() | st.integers(12, 20)) if rules else None,
    )
