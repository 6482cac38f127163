"""Figures: the named numbers of an item that are judged, or that others are held against."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Self, final

from attrs import field, frozen

from councilperf._checks import as_member, check_text, check_whole
from councilperf.errors import FieldValueError
from councilperf.values import exact_decimal, format_number

__all__ = ["Figure", "FigureKind"]


class FigureKind(StrEnum):
    """Every figure that a published rule holds something against, with the words for it.

    >>> FigureKind.TARGET.words
    'the target'
    """

    words: str

    def __new__(cls, key: str, words: str = "") -> Self:
        """Attach the words."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        return member

    VALUE = "value", "the figure for the period"
    YEAR_TO_DATE = "year_to_date", "the year to date"
    FORECAST = "forecast", "the forecast for the year"
    TARGET = "target", "the target"
    ANNUAL_TARGET = "annual_target", "the annual target"
    PERIOD_TARGET = "period_target", "the target for the period"
    PROFILED_TARGET = "profiled_target", "the profiled target"
    YEAR_TO_DATE_TARGET = "year_to_date_target", "the year-to-date target"
    FLOOR = "floor", "the minimum"
    STRETCH = "stretch", "the stretch target"
    RANGE_WIDTH = "range_width", "the width of the range"
    LARGER_BOUND = "larger_bound", "the larger bound of the range"
    BEST_POSSIBLE = "best_possible", "the best possible figure"
    PREVIOUS_PERIOD = "previous_period", "the previous period"
    SAME_PERIOD_LAST_YEAR = "same_period_last_year", "the same period last year"
    PREVIOUS_YEAR_END = "previous_year_end", "the previous year end"
    LAST_REPORTED = "last_reported", "the last reported figure"
    REPORTED_BACK = "reported_back", "the figure {} reports back"
    PERIODS_BACK = "periods_back", "the figure {} periods back"
    TREND_START = "trend_start", "the start of the line through {} periods"
    TREND_END = "trend_end", "the end of the line through {} periods"
    BENCHMARK = "benchmark", "the benchmark for {}"
    SHARE = "share", "the share {}"
    LEVEL = "level", "the {}"
    CONSTANT = "constant", "{}"

    @property
    def is_earlier(self) -> bool:
        """Say whether this is an earlier figure of the indicator itself, as an arrow needs."""
        return self in _EARLIER

    @property
    def is_target(self) -> bool:
        """Say whether this is a target, of whichever basis."""
        return self in _TARGETS


_EARLIER = frozenset(
    {
        FigureKind.PREVIOUS_PERIOD,
        FigureKind.SAME_PERIOD_LAST_YEAR,
        FigureKind.PREVIOUS_YEAR_END,
        FigureKind.LAST_REPORTED,
        FigureKind.REPORTED_BACK,
        FigureKind.PERIODS_BACK,
        FigureKind.TREND_START,
    }
)
_TARGETS = frozenset(
    {
        FigureKind.TARGET,
        FigureKind.ANNUAL_TARGET,
        FigureKind.PERIOD_TARGET,
        FigureKind.PROFILED_TARGET,
        FigureKind.YEAR_TO_DATE_TARGET,
    }
)
_COUNTED = frozenset(
    {
        FigureKind.REPORTED_BACK,
        FigureKind.PERIODS_BACK,
        FigureKind.TREND_START,
        FigureKind.TREND_END,
    }
)
_NAMED = frozenset({FigureKind.BENCHMARK, FigureKind.SHARE, FigureKind.LEVEL})


def _as_kind(value: FigureKind | str) -> FigureKind:
    return as_member("figure", value, FigureKind)


@final
@frozen
class Figure:
    """A named number of an item at a period.

    >>> print(Figure("same_period_last_year"), "-", Figure("benchmark", "England"))
    the same period last year - the benchmark for England

    *of* says more where the kind needs it: the group of a benchmark, the name of a share, how many
    periods, the number of a constant.
    """

    kind: FigureKind = field(converter=_as_kind)
    of: str | int | Decimal | None = None

    def __attrs_post_init__(self) -> None:
        if self.kind in _COUNTED:
            check_whole("of", self.of, 1, 1000)
        elif self.kind in _NAMED:
            check_text("of", self.of)
        elif self.kind is FigureKind.CONSTANT:
            number = exact_decimal(self.of, field="of")  # type: ignore[arg-type] # it refuses the rest
            object.__setattr__(self, "of", number)
        elif self.of is not None:
            raise FieldValueError(
                "of", self.of, f"nothing: {self.kind.value} is a figure by itself"
            )

    def __str__(self) -> str:
        of = format_number(self.of) if isinstance(self.of, Decimal) else self.of
        return self.kind.words.format(of)

    def __repr__(self) -> str:
        if self.of is None:
            return f"Figure({self.kind.value!r})"
        of = str(self.of) if isinstance(self.of, Decimal) else self.of
        return f"Figure({self.kind.value!r}, {of!r})"
