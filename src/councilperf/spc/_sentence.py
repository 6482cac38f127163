"""What a chart says, in a sentence or two for a committee paper; written only when asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf.periods import ReportingPeriod, format_dates
from councilperf.spc._signals import Signal
from councilperf.spc._verdict import variation_of
from councilperf.values import Missing, format_number

if TYPE_CHECKING:
    from fractions import Fraction

    from councilperf.spc._chart import XmrChart
    from councilperf.spc._limits import ProcessLimits
    from councilperf.spc._point import When

__all__ = ["explain_chart"]


def explain_chart(chart: XmrChart) -> str:
    """Say what the last point shows, whether the target will be met, and how firm that is."""
    variation, place = chart.variation, chart.deciding_point
    if isinstance(variation, Missing) or place is None:
        return f"No verdict: {variation}."
    segment = chart.segment_of(place)
    sentences = [_variation_sentence(chart, place, segment.limits)]
    if not isinstance(chart.target, Missing):
        limits = "" if chart.signals[place] is None else _between(segment.limits, chart)
        sentences.append(_assurance_sentence(chart, limits))
    if segment.trial:
        count = segment.limits.figures
        sentences.append(f"These are trial limits: they rest on {count} figures.")
    return " ".join(sentences)


def _variation_sentence(chart: XmrChart, place: int, limits: ProcessLimits) -> str:
    when, value = chart.points[place]
    figure = (
        "no figure" if isinstance(value, Missing) else f"the last figure, {format_number(value)}"
    )
    words = variation_of(chart.signals[place], chart.polarity).words
    named = f"{words[0].upper()}{words[1:]}: {figure} for {_named(when)},"
    signal = chart.signals[place]
    if signal is None:
        return f"{named} gives no signal{_between(limits, chart)}."
    exact = limits.exact_limits()
    if signal in {Signal.ABOVE_LIMIT, Signal.BELOW_LIMIT} and not isinstance(exact, Missing):
        limit = exact[1] if signal is Signal.ABOVE_LIMIT else exact[0]
        return f"{named} is {signal.words} of {_rounded(limit, chart)}."
    return f"{named} is {signal.words}."


def _assurance_sentence(chart: XmrChart, limits: str) -> str:
    target = chart.target
    aim = format_number(target) if isinstance(target, Decimal) else str(target)
    assurance = chart.assurance
    if isinstance(assurance, Missing):
        return f"Whether the process meets the target of {aim} cannot be said: {assurance}."
    return f"Left as it is, the process {assurance.words} of {aim}{limits}."


def _between(limits: ProcessLimits, chart: XmrChart) -> str:
    exact = limits.exact_limits()
    if isinstance(exact, Missing):
        return f", for there are no limits ({exact})"
    lower, upper = _rounded(exact[0], chart), _rounded(exact[1], chart)
    return f"; its limits are {lower} and {upper}"


def _rounded(number: Fraction, chart: XmrChart) -> str:
    return format_number(number, decimals=chart.limit_decimals)


def _named(when: When) -> str:
    return str(when) if isinstance(when, ReportingPeriod) else format_dates([when])
