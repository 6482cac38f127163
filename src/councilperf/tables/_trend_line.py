"""A row's figures over time, ready to be drawn: points, target, bands and breaks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import field, frozen

from councilperf._checks import (
    as_frozenset,
    as_tuple,
    check_each,
    check_flag,
    check_instance,
    check_text,
    check_whole,
)
from councilperf._display import Displayed
from councilperf._typing import Exact
from councilperf.assessment import Measure, comparable_observations, find_figure
from councilperf.errors import FieldValueError, PeriodError
from councilperf.model import Range, Target, Unit
from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET, VALUE
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.assessment import AssessedRow, Assessment

__all__ = ["TrendBand", "TrendLine", "TrendPoint", "trend_line"]


@final
@frozen
class TrendPoint:
    """One figure of a trend, or the place of one that is missing.

    >>> TrendPoint(ReportingPeriod.quarter(2019, 2), 0, Decimal(42)).value
    Decimal('42')
    """

    at: ReportingPeriod
    #: How many periods after the first: one that is missing in between leaves its place free.
    place: int
    value: Decimal | Missing
    marks: frozenset[Mark] = field(default=frozenset(), converter=as_frozenset)

    def __attrs_post_init__(self) -> None:
        check_instance("at", self.at, ReportingPeriod)
        check_whole("place", self.place, 0, 10**6)
        check_instance("value", self.value, (Decimal, Missing))
        check_each("marks", self.marks, Mark)

    @property
    def breaks(self) -> bool:
        """Whether the series breaks here, so that no line may lead to it."""
        return Mark.SERIES_BREAK in self.marks


@final
@frozen
class TrendBand:
    """Where figures earn a level between the best and the worst.

    >>> TrendBand("Amber", "amber", Decimal("40.5"), Decimal(45)).label
    'Amber'
    """

    label: str
    colour: str
    low: Exact
    high: Exact

    def __attrs_post_init__(self) -> None:
        check_text("label", self.label)
        check_instance("colour", self.colour, str)
        check_instance("low", self.low, (Decimal, Fraction))
        check_instance("high", self.high, (Decimal, Fraction))
        if self.low > self.high:
            raise FieldValueError("high", self.high, f"a figure of at least {self.low}")


@final
@frozen
class TrendLine(Displayed):
    """A row's figures up to one period, with what they are held against.

    >>> from councilperf import Indicator, Observation, Scorecard, ScorecardRow, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> homes = Indicator("H1", "Affordable homes", polarity="higher")
    >>> seen = [Observation(q1, 45), Observation(q1.next(), 42)]
    >>> card = Scorecard("Homes", [ScorecardRow(homes, seen, [Target(45)])])
    >>> line = trend_line("H1", assess(card, MAIDSTONE))
    >>> line.aim, [(each.label, str(each.low), str(each.high)) for each in line.bands]
    (Decimal('45'), [('Amber', '40.50', '45')])
    """

    title: str
    unit: Unit
    points: tuple[TrendPoint, ...] = field(converter=as_tuple)
    aim: Decimal | Range | Missing
    bands: tuple[TrendBand, ...] = field(default=(), converter=as_tuple)
    #: Whether the target is to be beaten, rather than met.
    strict: bool = False

    def __attrs_post_init__(self) -> None:
        check_text("title", self.title)
        check_instance("unit", self.unit, Unit)
        check_each("points", self.points, TrendPoint)
        check_instance("aim", self.aim, (Decimal, Range, Missing))
        check_each("bands", self.bands, TrendBand)
        check_flag("strict", self.strict)
        places = [each.place for each in self.points]
        if any(before >= after for before, after in pairwise(places)):
            raise FieldValueError("points", places, "places that rise")

    @property
    def known(self) -> tuple[tuple[TrendPoint, Decimal], ...]:
        """The points that have a figure, with it."""
        return tuple((each, each.value) for each in self.points if isinstance(each.value, Decimal))

    def stretches(self) -> Iterator[tuple[TrendPoint, ...]]:
        """Yield the points that one unbroken line may join: no gap and no break between them.

        >>> from councilperf.model import NUMBER
        >>> q1 = ReportingPeriod.quarter(2019, 1)
        >>> points = [TrendPoint(q1.step(n), n, Decimal(n)) for n in (0, 1, 3)]
        >>> line = TrendLine("Homes", NUMBER, points, Missing("no_target"))
        >>> [len(each) for each in line.stretches()]
        [2, 1]
        """
        stretch: list[TrendPoint] = []
        for point, _ in self.known:
            if stretch and (point.breaks or point.place != stretch[-1].place + 1):
                yield tuple(stretch)
                stretch = []
            stretch.append(point)
        if stretch:
            yield tuple(stretch)


def trend_line(reference: str, assessment: Assessment) -> TrendLine:
    """Return a row's figures up to the assessed period, those that compare with it.

    >>> from councilperf import Indicator, Observation, Scorecard, ScorecardRow, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> seen = [Observation(q1, 45), Observation(q1.step(2), 42)]
    >>> card = Scorecard("Homes", [ScorecardRow(Indicator("H1", "Affordable homes"), seen)])
    >>> [(str(each.at), each.place) for each in trend_line("H1", assess(card, MAIDSTONE)).points]
    [('Q1 2019-20', 0), ('Q3 2019-20', 2)]

    Forecasts are left out. Bands are those of the rating's own key, where it judges the figure
    that is drawn. Raises `UnknownNameError` with the references that there are.
    """
    row = assessment[reference]
    indicator = row.row.indicator
    found = find_figure(row.row, TARGET, assessment.period)
    aim = found.aim if isinstance(found, Target) else found
    return TrendLine(
        indicator.title,
        indicator.unit,
        _points(row, assessment.period),
        aim if isinstance(aim, Decimal | Range | Missing) else Missing(Absence.NOT_COMPARABLE),
        _bands(row),
        isinstance(found, Target) and found.strict,
    )


def _points(row: AssessedRow, period: ReportingPeriod) -> list[TrendPoint]:
    points: list[TrendPoint] = []
    for each in comparable_observations(row.row, period):
        place = points[-1].place + _steps(points[-1].at, each.period) if points else 0
        value = each.value
        if not isinstance(value, Decimal | Missing):
            value = Missing(Absence.NOT_COMPARABLE)
        points.append(TrendPoint(each.period, place, value, each.marks))
    if points and points[-1].at != period:
        place = points[-1].place + _steps(points[-1].at, period)
        points.append(TrendPoint(period, place, Missing(Absence.NO_DATA)))
    return points


def _steps(before: ReportingPeriod, after: ReportingPeriod) -> int:
    """Return how many periods lie from one to the next: one where the kind cannot be counted."""
    try:
        return max(1, before.steps_to(after))
    except PeriodError:
        return 1


def _bands(row: AssessedRow) -> list[TrendBand]:
    """Return the bands between the edges of the rating's key, from the target outwards."""
    key = None if row.rating is None else row.rating.key
    if key is None or key.axis is None or key.axis.measure is not Measure.NUMBER:
        return []
    if key.rule.judges != VALUE:
        return []
    edges = [(line.level, line.certain) for line in key.lines]
    bands: list[TrendBand] = []
    for (_, better), (level, worse) in pairwise(edges):
        if better is not None and worse is not None and better.at != worse.at:
            low, high = sorted((better.at, worse.at))
            shown = key.rule.scale.level(level)
            bands.append(TrendBand(shown.label, shown.colour, low, high))
    return bands
