"""XmR charts: a series with its limits, its signals and what they come to."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_flag, check_instance, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import Polarity, Range
from councilperf.periods import ReportingPeriod
from councilperf.spc._gaps import Gap, find_gaps
from councilperf.spc._limits import NO_FIGURE, NO_LIMITS, IntegerEdges, ProcessLimits, draw_limits
from councilperf.spc._point import (
    Point,
    PointInput,
    Rebase,
    When,
    XmrPoint,
    as_points,
    check_order,
    in_order,
    place_in_time,
)
from councilperf.spc._rules import COUNCILPERF_XMR_1, XmrRules
from councilperf.spc._sentence import explain_chart
from councilperf.spc._signals import Signal, outside_limits, runs, sides, trends, two_in_three
from councilperf.spc._verdict import Assurance, Variation, assurance_of, variation_of
from councilperf.values import (
    Absence,
    Missing,
    exact_decimal,
    scaled_integers,
    shown_decimals,
    subtract,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from councilperf._typing import NumberInput

__all__ = ["Segment", "XmrChart", "xmr"]

_NO_TARGET = Missing(Absence.NO_TARGET)


@final
@frozen
class Segment:
    """A stretch of points that share their limits, from one rebase to the next.

    >>> import datetime as dt
    >>> chart = xmr([(dt.date(2020, month, 1), 5) for month in range(1, 9)])
    >>> chart.segments[0].first, chart.segments[0].last, chart.segments[0].trial
    (0, 7, True)
    """

    #: The places of its first and last point, from 0.
    first: int
    last: int
    limits: ProcessLimits
    #: Whether the limits rest on too few points to be more than provisional.
    trial: bool
    rebase: Rebase | None = None

    def __attrs_post_init__(self) -> None:
        check_whole("first", self.first, 0, 10**9)
        check_whole("last", self.last, self.first, 10**9)
        check_instance("limits", self.limits, ProcessLimits)
        check_flag("trial", self.trial)
        check_instance("rebase", self.rebase, Rebase, optional=True)


def _as_polarity(value: Polarity | Missing | str) -> Polarity | Missing:
    return value if isinstance(value, Missing) else Polarity.parse(value)


def _as_target(value: NumberInput | Range | Missing | None) -> Decimal | Range | Missing:
    if value is None:
        return _NO_TARGET
    if isinstance(value, Range | Missing):
        return value
    return exact_decimal(value, field="target")


@final
@frozen
class XmrChart(Displayed):
    """A series with its process limits, the signal at each point, and two verdicts.

    >>> import datetime as dt
    >>> figures = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 38]
    >>> points = [(dt.date(2020 + n // 12, n % 12 + 1, 1), each) for n, each in enumerate(figures)]
    >>> chart = XmrChart(points, polarity="higher is better", target=55)
    >>> chart.variation, chart.assurance
    (<Variation.CONCERN_LOW: 'concern_low'>, <Assurance.FAIL: 'fail'>)
    >>> print(chart.reason)
    Cause for concern (low): the last figure, 38 for 1 January 2021, is below the lower process
    limit of 44.2. Left as it is, the process will miss the target of 55; its limits are 44.2
    and 54.4.

    It is worked out when it is made, so a chart and a table drawn from it cannot disagree.
    Figures are held against exact limits. Raises `FieldValueError` for points out of order, two
    for one time, periods of several kinds, and what the rules refuse.
    """

    points: tuple[Point, ...] = field(converter=as_points)
    polarity: Polarity | Missing = field(
        default=Polarity.NONE, converter=_as_polarity, kw_only=True
    )
    target: Decimal | Range | Missing = field(
        default=_NO_TARGET, converter=_as_target, kw_only=True
    )
    #: How many points, at each segment's start, its limits rest on; all where `None`.
    baseline: int | None = field(default=None, kw_only=True)
    rebases: tuple[Rebase, ...] = field(default=(), converter=as_tuple, kw_only=True)
    rules: XmrRules = field(default=COUNCILPERF_XMR_1, kw_only=True)
    segments: tuple[Segment, ...] = field(init=False, eq=False, repr=False)
    #: The signal at each point, `None` for ordinary variation.
    signals: tuple[Signal | None, ...] = field(init=False, eq=False, repr=False)
    #: Rebases that match no point, where the rules leave them out.
    unmatched_rebases: tuple[Rebase, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        rules = self.rules
        check_instance("rules", rules, XmrRules)
        check_each("rebases", self.rebases, Rebase)
        check_order(self.points)
        if self.polarity is Polarity.RANGE and isinstance(self.target, Decimal):
            raise FieldTypeError("target", self.target, "a Range, for better is inside one")
        if self.baseline is not None:
            check_whole("baseline", self.baseline, rules.fewest_baseline_points, 10**6)
        starts, unmatched = _places_of(self.rebases, self.points, rules)
        known, scale = scaled_integers(
            [value for _, value in self.points if not isinstance(value, Missing)]
        )
        numbers = iter(known)
        integers = [
            None if isinstance(value, Missing) else next(numbers) for _, value in self.points
        ]
        segments: list[Segment] = []
        signals: list[Signal | None] = []
        for first, stop in pairwise([*starts, len(integers)]):
            part = integers[first:stop]
            base = part[: self.baseline]
            limits, edges = draw_limits(base, scale, rules)
            counted = len(part) if rules.missing_counts_for_trial else limits.figures
            trial = counted < rules.trial_below
            segments.append(Segment(first, stop - 1, limits, trial, starts[first]))
            signals += _signals_of(part, edges, rules) if edges else [None] * len(part)
        object.__setattr__(self, "segments", tuple(segments))
        object.__setattr__(self, "signals", tuple(signals))
        object.__setattr__(self, "unmatched_rebases", unmatched)

    @property
    def deciding_point(self) -> int | None:
        """The place of the point that the verdict rests on; `None` where there is none."""
        for place in reversed(range(len(self.points))):
            if self.rules.missing_point_decides or isinstance(self.points[place][1], Decimal):
                return place
        return None

    @property
    def variation(self) -> Variation | Missing:
        """What the series ends on: ordinary variation, an improvement or a cause for concern."""
        place = self.deciding_point
        if place is None:
            return NO_FIGURE
        limits = self.segment_of(place).limits
        if limits.figures < self.rules.fewest_points and isinstance(limits.mean_range, Missing):
            return limits.mean_range
        return variation_of(self.signals[place], self.polarity)

    @property
    def assurance(self) -> Assurance | Missing:
        """Whether the process, as it now is, will meet its target."""
        limits = self.segments[-1].limits if self.segments else NO_LIMITS
        return assurance_of(limits, self.target, self.polarity, self.rules)

    @property
    def limit_decimals(self) -> int:
        """With how many decimals limits are shown: one more than the figures, three at most."""
        figures = [value for _, value in self.points if isinstance(value, Decimal)]
        return min(3, 1 + max((shown_decimals(each) for each in figures), default=0))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where points are further apart in time than the series' own rhythm."""
        return find_gaps([when for when, _ in self.points])

    @property
    def reason(self) -> str:
        """What the chart says, for a committee paper."""
        return explain_chart(self)

    def segment_of(self, place: int) -> Segment:
        """Return the segment in which the point at this place lies.

        >>> import datetime as dt
        >>> xmr([(dt.date(2020, 1, 1), 5)]).segment_of(0).limits.mean
        Decimal('5.000000000000')
        """
        for segment in reversed(self.segments):
            if segment.first <= place <= segment.last:
                return segment
        raise FieldValueError("place", place, f"a place from 0 to {len(self.points) - 1}")

    def row(self, place: int) -> XmrPoint:
        """Return one point with everything that is said of it.

        >>> import datetime as dt
        >>> xmr([(dt.date(2020, 1, 1), 5)]).row(0).moving_range
        Missing('no_previous')
        """
        segment = self.segment_of(place)
        when, value = self.points[place]
        before = None if place == segment.first else self.points[place - 1][1]
        signal = self.signals[place]
        return XmrPoint(
            when,
            value,
            _moving_range(before, value),
            segment.limits,
            signal,
            variation_of(signal, self.polarity),
        )

    def rows(self) -> tuple[XmrPoint, ...]:
        """Return all points with everything that is said of them, as a table shows them.

        >>> xmr([]).rows()
        ()
        """
        return tuple(self.row(place) for place in range(len(self.points)))


def xmr(
    points: Iterable[PointInput],
    *,
    polarity: Polarity | Missing | str = Polarity.NONE,
    target: NumberInput | Range | Missing | None = None,
    baseline: int | None = None,
    rebases: Iterable[Rebase] = (),
    rules: XmrRules = COUNCILPERF_XMR_1,
    sort: bool = False,
) -> XmrChart:
    """Return the XmR chart of a series.

    >>> import datetime as dt
    >>> chart = xmr([(dt.date(2021, 3, 1), 12), (dt.date(2021, 1, 1), 9)], sort=True)
    >>> [str(when) for when, _ in chart.points]
    ['2021-01-01', '2021-03-01']

    *points* are pairs of a date or `ReportingPeriod` and a figure (or `Missing`), or observations.
    They are taken as they come, and refused out of order unless *sort* is set. *baseline* rests
    each segment's limits on that many of its first points, *rebases* draw them anew.
    """
    return XmrChart(
        in_order(points) if sort else tuple(points),
        polarity=polarity,
        target=target,
        baseline=baseline,
        rebases=tuple(rebases),
        rules=rules,
    )


def _places_of(
    rebases: tuple[Rebase, ...], points: tuple[Point, ...], rules: XmrRules
) -> tuple[dict[int, Rebase | None], tuple[Rebase, ...]]:
    """Return where segments start, with the rebase that starts them, and rebases left out."""
    if not rebases:
        return {0: None} if points else {}, ()
    places: dict[When, int] = {when: place for place, (when, _) in enumerate(points)}
    starts: dict[int, Rebase | None] = {0: None} if points else {}
    unmatched: list[Rebase] = []
    for each in rebases:
        place = places.get(each.at)
        if place is not None and starts.get(place) is None:
            starts[place] = each
        elif place is not None:
            raise FieldValueError("rebases", each.at, "one rebase at a point")
        elif rules.unmatched_rebase_refused:
            raise FieldValueError("rebases", each.at, _point_after(each.at, points))
        else:
            unmatched.append(each)
    return dict(sorted(starts.items())), tuple(unmatched)


def _point_after(at: When, points: tuple[Point, ...]) -> str:
    """Say what a rebase must match, and the first point that it may have meant."""
    kind = isinstance(at, ReportingPeriod)
    for when, _ in points:
        if isinstance(when, ReportingPeriod) is kind and place_in_time(when) > place_in_time(at):
            return f"the date or period of a point; the next one is {when}"
    return "the date or period of a point"


#: Indexed by side: 0 none, 1 high, -1 (the last) low.
_OUTSIDE = (None, Signal.ABOVE_LIMIT, Signal.BELOW_LIMIT)
_TREND = (None, Signal.RISING, Signal.FALLING)
_TWO_IN_THREE = (None, Signal.NEAR_UPPER, Signal.NEAR_LOWER)
_RUN = (None, Signal.RUN_ABOVE, Signal.RUN_BELOW)


def _signals_of(
    integers: Sequence[int | None], edges: IntegerEdges, rules: XmrRules
) -> list[Signal | None]:
    """Return the first signal that each point gives."""
    nowhere = [0] * len(integers)
    of_mean = sides(integers, *edges.mean)
    outside = outside_limits(integers, *edges.outside) if edges.outside else nowhere
    near = sides(integers, *edges.near) if edges.near else nowhere
    if not rules.outside_counts_as_near and any(outside):
        near = [0 if out else close for out, close in zip(outside, near, strict=True)]
    steady = trends(integers, rules.trend_length, read_forwards=rules.trend_read_forwards)
    close = two_in_three(near, of_mean, third_on_same_side=rules.third_on_same_side)
    return [
        _OUTSIDE[out] or _TREND[trend] or _TWO_IN_THREE[pair] or _RUN[run]
        for out, trend, pair, run in zip(
            outside, steady, close, runs(of_mean, rules.run_length), strict=True
        )
    ]


def _moving_range(before: Decimal | Missing | None, value: Decimal | Missing) -> Decimal | Missing:
    if before is None:
        return Missing(Absence.NO_PREVIOUS)
    if isinstance(before, Missing):
        return before
    if isinstance(value, Missing):
        return value
    return subtract(max(before, value), min(before, value))
