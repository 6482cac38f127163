"""Ways of drawing and reading an XmR chart, named and versioned, as plain data."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import evolve, field, frozen

from councilperf._checks import (
    as_member,
    as_tuple,
    check_each,
    check_flag,
    check_text,
    check_whole,
)
from councilperf._display import Displayed
from councilperf.rules import Correction

__all__ = [
    "COUNCILPERF_XMR_1",
    "MAKING_DATA_COUNT_SPREADSHEET",
    "NHSR_PLOTTHEDOTS_0_2_2",
    "Screening",
    "XmrRules",
]


class Screening(StrEnum):
    """Which moving ranges are left out before the limits are drawn.

    >>> Screening("none")
    <Screening.NONE: 'none'>

    `STRICT` keeps only ranges below 3.267 times their mean, even where nothing or nothing but
    zeros is left. `UNLESS_FLAT` does the same, unless that would leave no variation at all.
    """

    NONE = "none"
    STRICT = "strict"
    UNLESS_FLAT = "unless_flat"


def _as_screening(value: Screening | str) -> Screening:
    return as_member("screening", value, Screening)


@final
@frozen(kw_only=True)
class XmrRules(Displayed):
    """One way of drawing and reading an XmR chart.

    >>> NHSR_PLOTTHEDOTS_0_2_2.screening, COUNCILPERF_XMR_1.screening
    (<Screening.STRICT: 'strict'>, <Screening.UNLESS_FLAT: 'unless_flat'>)

    To vary one of them, use `attrs.evolve` and give the result a name of its own.
    """

    name: str
    screening: Screening = field(converter=_as_screening)
    #: With fewer figures than this there are no limits and no verdict.
    fewest_points: int
    #: Limits that rest on fewer points than this are trial limits.
    trial_below: int
    #: Whether a point without a figure counts for `trial_below`.
    missing_counts_for_trial: bool
    #: How many points first fixed limits may rest on.
    fewest_baseline_points: int = 12
    run_length: int = 7
    trend_length: int = 7
    #: Two in three: whether a point beyond a process limit counts as close to it.
    outside_counts_as_near: bool
    #: Two in three: whether the third point, too, must lie on that side of the mean.
    third_on_same_side: bool
    #: Whether a trend's last point is read by the step after it, where another trend begins.
    trend_read_forwards: bool
    #: Whether a last point without a figure decides the verdict (as common cause).
    missing_point_decides: bool
    #: Whether a limit that lies on the target meets it.
    limit_on_target_meets_it: bool
    #: Whether a target that there are no limits to hold against is called inconsistent.
    assured_without_limits: bool
    #: Whether a rebase that matches no point is refused, rather than left out and listed.
    unmatched_rebase_refused: bool
    #: In what it departs from others, and why; the rule set says it, its `repr` does not.
    corrections: tuple[Correction, ...] = field(default=(), converter=as_tuple, repr=False)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_whole("fewest_points", self.fewest_points, 0, 100)
        check_whole("trial_below", self.trial_below, 0, 100)
        check_whole("fewest_baseline_points", self.fewest_baseline_points, 2, 100)
        check_whole("run_length", self.run_length, 3, 100)
        check_whole("trend_length", self.trend_length, 3, 100)
        for name in _FLAGS:
            check_flag(name, getattr(self, name))
        check_each("corrections", self.corrections, Correction)


_FLAGS = (
    "missing_counts_for_trial",
    "outside_counts_as_near",
    "third_on_same_side",
    "trend_read_forwards",
    "missing_point_decides",
    "limit_on_target_meets_it",
    "assured_without_limits",
    "unmatched_rebase_refused",
)

#: What the R package NHSRplotthedots does in version 0.2.2 (NHS-R Community), defects included.
#: A missing figure in an otherwise steady rise stops that package with an error; here it breaks
#: the rise, as a missing figure breaks every pattern.
NHSR_PLOTTHEDOTS_0_2_2 = XmrRules(
    name="NHSRplotthedots 0.2.2",
    screening=Screening.STRICT,
    fewest_points=0,
    trial_below=13,
    missing_counts_for_trial=True,
    outside_counts_as_near=False,
    third_on_same_side=True,
    trend_read_forwards=True,
    missing_point_decides=True,
    limit_on_target_meets_it=False,
    assured_without_limits=True,
    unmatched_rebase_refused=False,
)

#: The same with no range left out, as the Making Data Count spreadsheet draws its limits.
MAKING_DATA_COUNT_SPREADSHEET = evolve(
    NHSR_PLOTTHEDOTS_0_2_2,
    name="NHSRplotthedots 0.2.2 without screening",
    screening=Screening.NONE,
)

#: Ours: the same chart with what comes out wrong put right, each correction with its reason.
COUNCILPERF_XMR_1 = XmrRules(
    name="councilperf XmR 1",
    screening=Screening.UNLESS_FLAT,
    fewest_points=3,
    trial_below=12,
    missing_counts_for_trial=False,
    outside_counts_as_near=True,
    third_on_same_side=False,
    trend_read_forwards=False,
    missing_point_decides=False,
    limit_on_target_meets_it=True,
    assured_without_limits=False,
    unmatched_rebase_refused=True,
    corrections=(
        Correction(
            "screening",
            "a series without variation gets no limits, and 1, 1, 1, 1, 2 limits of no width",
            "nothing is screened where no variation would be left",
            "limits of no width call every point a signal, and no limits call none one",
        ),
        Correction(
            "two in three, the point outside",
            "a point beyond the limit does not count as close to it",
            "it counts",
            "a figure further out is no weaker evidence",
        ),
        Correction(
            "two in three, the third point",
            "the third point must lie on the same side of the mean",
            "it may lie anywhere",
            "two figures in three so far out are unusual whatever the third one is",
        ),
        Correction(
            "the last point of a trend",
            "where the next point begins another trend the step to it names the direction",
            "the trend that a point completes names it",
            "the highest figure of a steady rise is no fall",
        ),
        Correction(
            "trial limits",
            "limits are marked as trial below 13 points, missing ones counted",
            "below 12 figures, missing ones not counted",
            "the guidance says 12, and a limit rests on figures alone",
        ),
        Correction(
            "a missing last point",
            "it makes the verdict common cause",
            "the last figure decides, and the verdict names it",
            "a figure that is late takes no signal back",
        ),
        Correction(
            "a missing figure in a steady rise",
            "the calculation stops with an error",
            "it breaks the rise, as it breaks every pattern",
            "what is not known is no evidence, and no reason to stop",
        ),
        Correction(
            "a target on a limit",
            "a target equal to a limit is met inconsistently",
            "a process whose worse limit lies on the target meets it",
            "on target is met everywhere else; a flat series at its target has not failed it",
        ),
        Correction(
            "no direction",
            "a target without a direction gets no assurance, and nothing says why",
            "the assurance is absent with its reason; a range as target needs no direction",
            "an empty cell is not an answer",
        ),
        Correction(
            "too few figures",
            "two figures make limits, one a verdict of common cause",
            "below three there is neither, with the reason",
            "one difference says nothing about how much differences vary",
        ),
        Correction(
            "a rebase that matches no point",
            "it is ignored silently",
            "it is refused, naming the points it may have meant",
            "a chart that was not rebased must not pass for one that was",
        ),
    ),
)
