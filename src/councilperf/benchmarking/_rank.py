"""Ranks: who does best, with ties, exclusions and the reason kept."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from councilperf._display import Displayed
from councilperf.benchmarking._better import as_polarity, better_words, check_polarity, unjudged
from councilperf.benchmarking._group_figures import GroupFigures, as_group_figures, with_reasons
from councilperf.benchmarking._rules import Ties, as_ties
from councilperf.model import Polarity, Range
from councilperf.values import Absence, Missing, format_number, round_to, scaled_integers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.benchmarking._group_figures import FiguresInput
    from councilperf.periods import ReportingPeriod

_NO_FIGURE = Missing(Absence.NO_DATA)

__all__ = [
    "Rank",
    "Ranking",
    "badness",
    "distances",
    "rank",
]

#: A rank, a fractional one half-way between two, or why there is none.
Rank: TypeAlias = int | Decimal | Missing


def badness(
    figures: GroupFigures, polarity: Polarity | Missing, best_range: Range | None
) -> Sequence[int | None]:
    """Return for each figure an integer that is the higher the worse it is."""
    if polarity is Polarity.HIGHER:
        return [None if each is None else -each for each in figures.integers]
    if polarity is Polarity.RANGE and best_range is not None:
        return distances(figures, best_range)[0]
    return figures.integers


def distances(figures: GroupFigures, best_range: Range) -> tuple[list[int | None], int]:
    """Return how far outside the range each figure is, as integers, and how many make one."""
    known = [value for _, value in figures.known]
    numbers, scale = scaled_integers([*known, best_range.low, best_range.high])
    *integers, low, high = numbers
    outside = iter([max(low - each, each - high, 0) for each in integers])
    return [None if each is None else next(outside) for each in figures.integers], scale


@final
@frozen
class Ranking(Displayed):
    """The areas of a group in order, 1 the best.

    >>> ranking = Ranking(GroupFigures({"A": 9, "B": 7, "C": 7, "D": 5}), "higher")
    >>> ranking.ranks, ranking["B"], ranking.n
    ((1, 2, 2, 4), 2, 4)
    >>> print(ranking.reason("B"))
    B is 2nd of 4 with 7, level with 1 other; higher is better.

    Equal figures share a rank as *ties* says. A missing figure has no rank and makes the list no
    longer. Without a polarity nobody has one. With polarity range the least distance from
    *best_range* is best.
    """

    figures: GroupFigures = field(converter=as_group_figures)
    polarity: Polarity | Missing = field(converter=as_polarity)
    best_range: Range | None = field(default=None, kw_only=True)
    ties: Ties = field(default=Ties.COMPETITION, converter=as_ties, kw_only=True)
    #: In the order of the figures.
    ranks: tuple[Rank, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_polarity(self.polarity, self.best_range)
        figures = self.figures
        why_not = unjudged(self.polarity)
        ranks: list[Rank]
        if why_not is None:
            keys = badness(figures, self.polarity, self.best_range)
            ranks = _ranks_of(keys, figures.areas, self.ties)
        else:
            ranks = [why_not] * len(figures)
        object.__setattr__(self, "ranks", with_reasons(figures, ranks))

    @property
    def n(self) -> int:
        """How many areas are ranked."""
        return sum(not isinstance(each, Missing) for each in self.ranks)

    @property
    def excluded(self) -> tuple[tuple[str, Missing], ...]:
        """The areas without a rank, with the reason."""
        ranks = zip(self.figures.areas, self.ranks, strict=True)
        return tuple([(area, rank) for area, rank in ranks if isinstance(rank, Missing)])

    @property
    def in_order(self) -> tuple[tuple[str, Rank], ...]:
        """The ranked areas, best first, those level by name."""
        ranks = zip(self.figures.areas, self.ranks, strict=True)
        ranked = [(rank, area) for area, rank in ranks if not isinstance(rank, Missing)]
        return tuple([(area, rank) for rank, area in sorted(ranked)])

    def __getitem__(self, area: str) -> Rank:
        """Return an area's rank, or why it has none."""
        return self.ranks[self.figures.place_of(area)]

    def percentile_of(self, area: str) -> Fraction | Missing:
        """Return how many per cent of the other areas do worse, half of those that are level.

        >>> Ranking(GroupFigures({"A": 9, "B": 7, "C": 7, "D": 5}), "higher").percentile_of("B")
        Fraction(50, 1)

        The best is at 100 and the worst at 0; an area alone in its group is nowhere.
        """
        rank = self[area]
        if isinstance(rank, Missing):
            return rank
        better, level, others = self._around(area)
        if others == 0:
            return Missing(Absence.TOO_FEW, note="it is alone in its group")
        return Fraction(200 * (others - better) - 100 * level, 2 * others)

    def reason(self, area: str) -> str:
        """Return where an area stands, in one sentence.

        >>> Ranking(GroupFigures({"Halton": None}), "lower").reason("Halton")
        'Halton is not ranked: no data.'
        """
        rank = self[area]
        value = self.figures[area]
        if isinstance(rank, Missing) or isinstance(value, Missing):
            return f"{area} is not ranked: {rank}."
        _, level, _ = self._around(area)
        beside = f", level with {level} other{'s' * (level > 1)}" if level else ""
        left_out = len(self.excluded)
        without = f"; {left_out} without a figure" if left_out else ""
        better = better_words(self.polarity, self.best_range)
        return (
            f"{area} is {_ordinal(rank)} of {self.n} with {format_number(value)}{beside}; "
            f"{better}{without}."
        )

    def _around(self, area: str) -> tuple[int, int, int]:
        """Return how many do better than an area, how many are level with it, how many others."""
        keys = badness(self.figures, self.polarity, self.best_range)
        own = keys[self.figures.place_of(area)]
        known = [each for each in keys if each is not None]
        better = sum(own is not None and each < own for each in known)
        return better, sum(each == own for each in known) - 1, len(known) - 1


def rank(
    figures: FiguresInput,
    *,
    polarity: Polarity | Missing | str,
    best_range: Range | None = None,
    ties: Ties | str = Ties.COMPETITION,
    period: ReportingPeriod | None = None,
) -> Ranking:
    """Return the areas of a group in order, 1 the best.

    >>> rank({"Halton": 12, "Plymouth": 9, "Worcestershire": None}, polarity="lower").in_order
    (('Plymouth', 1), ('Halton', 2))

    *figures* are numbers, `Missing` or observations by area; observations must be for one period,
    or *period* says which. Unrounded figures are ranked.
    """
    return Ranking(
        as_group_figures(figures, period),
        polarity,
        best_range=best_range,
        ties=ties,
    )


def _ranks_of(keys: Sequence[int | None], areas: Sequence[str], ties: Ties) -> list[Rank]:
    """Return the rank of each key, the lowest first, and no data where there is no key."""
    known = [key for key in keys if key is not None]
    if ties is Ties.ORDINAL:
        named = list(zip(keys, areas, strict=True))
        places = sorted((key, area) for key, area in named if key is not None)
        ordinals: dict[tuple[int | None, str], Rank] = dict(zip(places, count(1), strict=False))
        return [ordinals.get(each, _NO_FIGURE) for each in named]
    ordered = sorted(known)
    # Of equal keys the one that is put in last stays: the first of them in order, or the last.
    first = dict(zip(reversed(ordered), range(len(ordered), 0, -1), strict=True))
    ranks: dict[int | None, Rank] = {None: _NO_FIGURE}
    if ties is Ties.COMPETITION:
        ranks.update(first.items())
    elif ties is Ties.DENSE:
        ranks.update(zip(dict.fromkeys(ordered), count(1), strict=False))
    else:
        last = dict(zip(ordered, count(1), strict=False))
        for key, number in last.items():
            modified = ties is Ties.MODIFIED
            ranks[key] = number if modified else round_to(Fraction(first[key] + number, 2), 1)
    return [*map(ranks.__getitem__, keys)]


def _ordinal(number: int | Decimal) -> str:
    """Write a rank as it is spoken: 1st, 2nd, 13th, 2.5th."""
    if isinstance(number, Decimal) or number % 100 in {11, 12, 13}:
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
