"""Strategies for indicators, their figures and targets, and scorecards of them."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from councilperf._checks import check_whole
from councilperf.errors import PeriodError
from councilperf.model import (
    NUMBER,
    PERCENT,
    POUNDS,
    Answer,
    Benchmark,
    Indicator,
    Observation,
    Polarity,
    Range,
    Scorecard,
    ScorecardRow,
    StatedLevel,
    Target,
    TargetBasis,
    Tolerance,
    ToleranceBasis,
    Unit,
    Voice,
)
from councilperf.periods import ACADEMIC, FINANCIAL, PeriodKind, ReportingPeriod
from councilperf.strategies._periods import reporting_periods
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from councilperf._typing import NumberInput

__all__ = [
    "benchmarks",
    "indicators",
    "observations",
    "ranges",
    "scorecard_rows",
    "scorecards",
    "stated_levels",
    "targets",
    "tolerances",
    "units",
]

_Periods: TypeAlias = st.SearchStrategy[ReportingPeriod]
_Texts: TypeAlias = st.SearchStrategy[str]
_Values: TypeAlias = st.SearchStrategy[Decimal | Answer | dt.date | Missing]

_TITLES = st.sampled_from(
    ["Visits in time", "Homes delivered", "Days lost to sickness", "Appeals won", "Spend"]
)
_JUDGEMENTS = st.sampled_from(["rating", "travel"])
_PRINTED = st.sampled_from(["Green", "Amber", "Red", "n/a"])
_NOTES = st.sampled_from(["as reported", "awaiting audit", "new system since April"])
_NOT_SET = (Absence.NO_TARGET, Absence.TARGET_PENDING, Absence.BASELINING, Absence.WITHHELD)
_NOT_THERE = (Absence.NO_DATA, Absence.NOT_DUE, Absence.SUPPRESSED, Absence.NOT_APPLICABLE)
#: Earlier and later figures lie this many quarters around the one that examples shrink to.
_QUARTERS = reporting_periods(
    dt.date(2015, 4, 1),
    dt.date(2030, 3, 31),
    kinds=[PeriodKind.QUARTER],
    calendars=[FINANCIAL, ACADEMIC],
)
_DAYS = st.dates(dt.date(2015, 4, 1), dt.date(2030, 3, 31))


_OTHER_FIGURES: list[_Values] = [st.sampled_from(Answer), _DAYS]


_MARKS = st.frozensets(st.sampled_from(Mark), max_size=2)
_COMMENTS = st.none() | _NOTES
#: What a share was worked out from; most figures come without.
_PARTS = st.just((None, None)) | st.tuples(st.integers(0, 50), st.integers(1, 50))


def units() -> st.SearchStrategy[Unit]:
    """Make units: bare numbers, percentages, pounds, and what councils count.

    >>> units().validate()
    """
    counted = st.sampled_from(["days", "per 100,000", "households"]).map(Unit.parse)
    return st.sampled_from([NUMBER, PERCENT, POUNDS]) | counted


def tolerances(
    min_value: NumberInput = 0, max_value: NumberInput = 25, *, decimals: int = 1
) -> st.SearchStrategy[Tolerance]:
    """Make tolerances, percentages and amounts, of these sizes.

    >>> tolerances(0, 10).validate()
    """
    sizes = exact_numbers(min_value, max_value, decimals=decimals)
    return st.builds(Tolerance, sizes, st.sampled_from(ToleranceBasis))


def ranges(
    min_value: NumberInput = -1000, max_value: NumberInput = 1000, *, decimals: int = 2
) -> st.SearchStrategy[Range]:
    """Make ranges between the two figures; some are a single figure wide.

    >>> ranges(0, 100).validate()
    """
    ends = exact_numbers(min_value, max_value, decimals=decimals)
    return st.tuples(ends, ends).map(_range_between)


def _range_between(ends: tuple[Decimal, Decimal]) -> Range:
    return Range(min(ends), max(ends))


def targets(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    decimals: int = 2,
    periods: _Periods = _QUARTERS,
    numbers_only: bool = False,
) -> st.SearchStrategy[Target]:
    """Make targets with figures between the two: numbers, ranges, and some that are not set.

    >>> targets(0, 100, numbers_only=True).validate()

    With *numbers_only* none is a range, an answer, a date or missing. Some are strict, some have
    a floor and a stretch, and some hold for one of *periods* alone.
    """
    numbers = exact_numbers(min_value, max_value, decimals=decimals)
    plain = st.builds(
        Target,
        numbers,
        basis=st.sampled_from(TargetBasis),
        period=st.none() | periods,
        strict=st.booleans(),
        floor=st.none() | numbers,
        stretch=st.none() | numbers,
        source=st.none() | st.just("statutory"),
        supersedes=st.none() | st.builds(Target, numbers),
        reason=st.none() | _NOTES,
        decision=st.none() | st.just("CAB 12"),
    )
    if numbers_only:
        return plain
    others = st.one_of(
        ranges(min_value, max_value, decimals=decimals),
        missing_figures(reasons=_NOT_SET),
        st.sampled_from(Answer),
        _DAYS,
    )
    return plain | st.builds(Target, others, period=st.none() | periods)


def observations(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    decimals: int = 2,
    periods: _Periods = _QUARTERS,
    numbers_only: bool = False,
) -> st.SearchStrategy[Observation]:
    """Make figures between the two for some period, and some that are missing.

    >>> observations(0, 100, numbers_only=True).validate()

    With *numbers_only* none is an answer, a date or missing.
    """
    values: _Values = exact_numbers(min_value, max_value, decimals=decimals)
    if not numbers_only:
        values = st.one_of(values, missing_figures(reasons=_NOT_THERE), *_OTHER_FIGURES)
    return _observed(periods, values)


@st.composite
def _observed(draw: st.DrawFn, periods: _Periods, values: _Values) -> Observation:
    value = draw(values)
    share = draw(_PARTS) if isinstance(value, Decimal) else (None, None)
    return Observation(
        draw(periods),
        value,
        marks=draw(_MARKS),
        note=draw(_COMMENTS),
        numerator=share[0],
        denominator=share[1],
    )


def benchmarks(
    min_value: NumberInput = -1000, max_value: NumberInput = 1000, *, decimals: int = 2
) -> st.SearchStrategy[Benchmark]:
    """Make benchmarks with figures between the two.

    >>> benchmarks(0, 100).validate()
    """
    groups = st.sampled_from(["England", "statistical neighbours"])
    numbers = exact_numbers(min_value, max_value, decimals=decimals)
    return st.builds(Benchmark, groups, numbers, period=st.none() | _QUARTERS)


def stated_levels(
    *,
    judgements: _Texts = _JUDGEMENTS,
    levels: _Texts = _PRINTED,
    periods: _Periods = _QUARTERS,
) -> st.SearchStrategy[StatedLevel]:
    """Make levels that were published, forecast, or decided over the computed one.

    >>> stated_levels().validate()
    """
    voices = st.sampled_from([Voice.GIVEN, Voice.FORECAST, Voice.OVERRIDE])
    return st.builds(
        StatedLevel,
        judgements,
        levels,
        voice=voices,
        period=st.none() | periods,
        reason=st.none() | _NOTES,
        role=st.none() | st.just("head of service"),
        date=st.none() | _DAYS,
    )


def indicators(
    *,
    references: _Texts | None = None,
    texts: _Texts = _TITLES,
    polarities: st.SearchStrategy[Polarity | Missing] | None = None,
) -> st.SearchStrategy[Indicator]:
    """Make indicators of every polarity; for some it is not stated.

    >>> indicators(texts=st.text("abc", min_size=1)).validate()

    *texts* makes their titles and whatever else is said of them.
    """
    said = st.none() | texts
    if references is None:
        references = st.integers(1, 99).map("R{}".format)
    if polarities is None:
        unstated = missing_figures(reasons=[Absence.NO_POLARITY])
        polarities = st.sampled_from(Polarity) | unstated
    return st.builds(
        Indicator,
        references,
        texts,
        polarity=polarities,
        unit=units(),
        tolerance=st.none() | tolerances(),
        best_possible=st.none() | st.just(Decimal(100)),
        service=said,
        priority=said,
        portfolio=said,
        officer=said,
        frequency=st.none() | st.sampled_from(["quarterly", "annual"]),
        kind=st.sampled_from(["indicator", "milestone"]),
        tags=st.frozensets(st.sampled_from(["statutory", "corporate"])),
        note=said,
    )


_INDICATORS = indicators()


def scorecard_rows(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    decimals: int = 2,
    period: ReportingPeriod | None = None,
    indicators: st.SearchStrategy[Indicator] = _INDICATORS,
    numbers_only: bool = False,
) -> st.SearchStrategy[ScorecardRow]:
    """Make rows with figures between the two, for *period* and for some before and around it.

    >>> scorecard_rows(0, 100, numbers_only=True).validate()

    With *numbers_only* no figure or target is a range, an answer or a date; some figures are
    still missing.
    """
    parts = _row_parts(min_value, max_value, decimals, indicators, numbers_only=numbers_only)
    return _rows_of(_QUARTERS if period is None else st.just(period), parts)


_STATED = st.lists(stated_levels(), max_size=2)
_Held = TypeVar("_Held", Target, StatedLevel)


class _RowParts(NamedTuple):
    """What rows are made of, checked and put together once."""

    indicators: st.SearchStrategy[Indicator]
    #: All figures of a row are of one kind.
    series: list[st.SearchStrategy[Observation]]
    targets: st.SearchStrategy[list[Target]]
    benchmarks: st.SearchStrategy[list[Benchmark]]

    def row(self, draw: st.DrawFn, period: ReportingPeriod) -> ScorecardRow:
        known = st.sampled_from(_around(period))
        observed = draw(st.sampled_from(self.series))

        def held(made: _Held) -> _Held:
            return made if made.period is None else evolve(made, period=draw(known))

        return ScorecardRow(
            draw(self.indicators),
            [
                evolve(draw(observed), period=each)
                for each in draw(st.lists(known, unique=True, max_size=6))
            ],
            [held(each) for each in draw(self.targets)],
            benchmarks=draw(self.benchmarks),
            stated=[held(each) for each in draw(_STATED)],
            commentary=draw(_COMMENTS),
        )


def _row_parts(
    min_value: NumberInput,
    max_value: NumberInput,
    decimals: int,
    indicators: st.SearchStrategy[Indicator],
    *,
    numbers_only: bool,
) -> _RowParts:
    numbers = exact_numbers(min_value, max_value, decimals=decimals)
    aims = targets(min_value, max_value, decimals=decimals, numbers_only=numbers_only)
    return _RowParts(
        indicators,
        [
            _observed(_QUARTERS, each | missing_figures(reasons=_NOT_THERE))
            for each in (numbers, *([] if numbers_only else _OTHER_FIGURES))
        ],
        st.lists(aims, max_size=2),
        st.lists(benchmarks(min_value, max_value, decimals=decimals), max_size=2),
    )


@st.composite
def _rows_of(draw: st.DrawFn, periods: _Periods, parts: _RowParts) -> ScorecardRow:
    return parts.row(draw, draw(periods))


def _around(period: ReportingPeriod) -> list[ReportingPeriod]:
    """List the periods whose figures rules ask for, the assessed one first."""
    near = [period]
    with suppress(PeriodError):
        near += [period.step(-back) for back in (1, 2, 3, 4, 5)]
    year = period.year()
    return list(dict.fromkeys([*near, period.year_to_date(), year, year.previous()]))


def scorecards(
    min_value: NumberInput = -1000,
    max_value: NumberInput = 1000,
    *,
    decimals: int = 2,
    period: ReportingPeriod | None = None,
    max_rows: int = 5,
    texts: _Texts = _TITLES,
    numbers_only: bool = False,
) -> st.SearchStrategy[Scorecard]:
    """Make scorecards of up to *max_rows* indicators, with figures between the two.

    >>> scorecards(0, 100, max_rows=2).validate()

    The figures are for *period* and for some before and around it; without one, each scorecard
    has its own. Examples shrink towards fewer rows.
    """
    check_whole("max_rows", max_rows, 0, 1000)
    made = indicators(texts=texts)
    parts = _row_parts(min_value, max_value, decimals, made, numbers_only=numbers_only)
    periods = _QUARTERS if period is None else st.just(period)
    return _scorecards_of(periods, st.integers(0, max_rows), texts, parts)


@st.composite
def _scorecards_of(
    draw: st.DrawFn,
    periods: _Periods,
    sizes: st.SearchStrategy[int],
    texts: _Texts,
    parts: _RowParts,
) -> Scorecard:
    at = draw(periods)
    rows = [parts.row(draw, at) for _ in range(draw(sizes))]
    said = st.none() | texts
    return Scorecard(
        draw(texts),
        [
            evolve(row, indicator=evolve(row.indicator, reference=f"R{place}"))
            for place, row in enumerate(rows, start=1)
        ],
        council=draw(said),
        source=draw(said),
        assumed=draw(st.lists(texts, max_size=1)),
    )
