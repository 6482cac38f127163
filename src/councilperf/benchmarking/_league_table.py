"""League tables: every area's rank, quarter and travel for one indicator, side by side."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar, final

from attrs import field, frozen

from councilperf._checks import check_instance, check_text
from councilperf._display import Displayed
from councilperf.benchmarking._better import (
    Comparison,
    advantage,
    as_polarity,
    check_polarity,
    unjudged,
)
from councilperf.benchmarking._group_figures import GroupFigures, as_group_figures
from councilperf.benchmarking._quartile import Quartiles
from councilperf.benchmarking._rank import Rank, Ranking
from councilperf.benchmarking._rules import COUNCILPERF_BENCHMARK_1, BenchmarkRules
from councilperf.errors import PeriodError, UnknownNameError
from councilperf.model import Polarity, Range
from councilperf.values import Absence, Missing, format_number, subtract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from councilperf._typing import Exact, NumberInput
    from councilperf.periods import ReportingPeriod

__all__ = ["LeagueTable", "Standing", "league_tables"]

_SAME = Comparison.SAME
_NO_PREVIOUS = Missing(Absence.NO_PREVIOUS)


@final
@frozen(kw_only=True)
class Standing:
    """Where one area stands: its figure, its rank, its quarter, and where it is going.

    >>> table = LeagueTable(
    ...     GroupFigures({"Halton": 12, "Plymouth": 9}),
    ...     previous=GroupFigures({"Halton": 14}),
    ...     polarity="lower",
    ... )
    >>> halton = table["Halton"]
    >>> halton.rank, halton.band, halton.change, halton.travel
    (2, 'bottom quarter', Decimal('-2'), <Comparison.BETTER: 'better'>)
    """

    area: str
    value: Decimal | Missing
    previous: Decimal | Missing
    change: Decimal | Missing
    travel: Comparison | Missing
    rank: Rank
    band: str | Missing

    def __attrs_post_init__(self) -> None:
        check_text("area", self.area)
        for name in ("value", "previous", "change"):
            check_instance(name, getattr(self, name), (Decimal, Missing))
        check_instance("travel", self.travel, (Comparison, Missing))
        check_instance("rank", self.rank, (int, Decimal, Missing))
        check_instance("band", self.band, (str, Missing))

    @property
    def movement(self) -> str | Missing:
        """How the number moved: up, down or flat, without saying whether that is better."""
        if isinstance(self.change, Missing):
            return self.change
        return "up" if self.change > 0 else "down" if self.change < 0 else "flat"


@final
@frozen
class LeagueTable(Displayed):
    """One indicator's figures of many areas, each with its rank, quarter and travel.

    >>> table = LeagueTable(GroupFigures({"Halton": 12, "Plymouth": 9}), polarity="lower")
    >>> [(each.area, each.rank, each.band) for each in table.standings()]
    [('Halton', 2, 'bottom quarter'), ('Plymouth', 1, 'top quarter')]

    It is worked out when it is made. *previous* are the same areas' figures before; *unbanded* is
    why the group is not cut into quarters, if so.
    """

    current: GroupFigures = field(converter=as_group_figures)
    previous: GroupFigures | None = field(default=None, kw_only=True)
    polarity: Polarity | Missing = field(converter=as_polarity, kw_only=True)
    best_range: Range | None = field(default=None, kw_only=True)
    rules: BenchmarkRules = field(default=COUNCILPERF_BENCHMARK_1, kw_only=True)
    unbanded: Missing | None = field(default=None, kw_only=True)
    ranking: Ranking = field(init=False, eq=False, repr=False)
    quartiles: Quartiles = field(init=False, eq=False, repr=False)
    #: Each area's figure before, its change, and which of the two is better.
    earlier: tuple[Decimal | Missing, ...] = field(init=False, eq=False, repr=False)
    changes: tuple[Decimal | Missing, ...] = field(init=False, eq=False, repr=False)
    travels: tuple[Comparison | Missing, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_instance("previous", self.previous, GroupFigures, optional=True)
        check_polarity(self.polarity, self.best_range)
        check_instance("rules", self.rules, BenchmarkRules)
        ranking = Ranking(
            self.current, self.polarity, best_range=self.best_range, ties=self.rules.ties
        )
        quartiles = Quartiles(
            self.current,
            self.polarity,
            best_range=self.best_range,
            rules=self.rules,
            unbanded=self.unbanded,
        )
        before = dict(self.previous.figures) if self.previous else {}
        earlier = [before.get(area, _NO_PREVIOUS) for area in self.current.areas]
        values = [value for _, value in self.current.figures]
        pairs = list(zip(values, earlier, strict=True))
        changes = [_unless_missing(subtract, now, then) for now, then in pairs]
        set_field = object.__setattr__
        set_field(self, "ranking", ranking)
        set_field(self, "quartiles", quartiles)
        set_field(self, "earlier", tuple(earlier))
        set_field(self, "changes", tuple(changes))
        set_field(self, "travels", self._judged(pairs, changes))

    def _judged(
        self,
        pairs: list[tuple[Decimal | Missing, Decimal | Missing]],
        changes: list[Decimal | Missing],
    ) -> tuple[Comparison | Missing, ...]:
        """Say of each change whether it is for the better."""
        why_not = unjudged(self.polarity)
        if why_not is not None:
            return tuple([each if isinstance(each, Missing) else why_not for each in changes])
        gains: list[Exact | Missing] = [*changes]
        if self.polarity is Polarity.RANGE:
            gains = [_unless_missing(self._gain, now, then) for now, then in pairs]
        up, down = Comparison.BETTER, Comparison.WORSE
        if self.polarity is Polarity.LOWER:
            up, down = down, up
        return tuple(
            [
                gain
                if isinstance(gain, Missing)
                else up
                if gain > 0
                else down
                if gain < 0
                else _SAME
                for gain in gains
            ]
        )

    def _gain(self, now: Decimal, then: Decimal) -> Fraction:
        return advantage(now, then, self.polarity, self.best_range)

    def __getitem__(self, area: str) -> Standing:
        """Return where an area stands."""
        return self._standing(self.current.place_of(area))

    def standings(self) -> tuple[Standing, ...]:
        """Return where every area stands, in the order of the figures.

        >>> LeagueTable(GroupFigures({}), polarity="lower").standings()
        ()
        """
        return tuple(self._standing(place) for place in range(len(self.current)))

    def _standing(self, place: int) -> Standing:
        area, value = self.current.figures[place]
        band = self.quartiles.bands[place]
        return Standing(
            area=area,
            value=value,
            previous=self.earlier[place],
            change=self.changes[place],
            travel=self.travels[place],
            rank=self.ranking.ranks[place],
            band=band if isinstance(band, Missing) else self.rules.band_names[band - 1],
        )

    def reason(self, area: str) -> str:
        """Return where an area stands and where it is going, in plain English.

        >>> table = LeagueTable(GroupFigures({"A": 12, "B": 9}), polarity="lower")
        >>> print(table.reason("B"))
        B is 1st of 2 with 9; lower is better. B is in the top quarter with 9; the quartiles are
        9.75, 10.5 and 11.25. Its travel cannot be said: no earlier figure to compare with.
        """
        standing = self[area]
        if isinstance(standing.change, Missing):
            travel = f"Its travel cannot be said: {standing.change}."
        else:
            moved = format_number(abs(Fraction(standing.change)))
            view = standing.travel
            verdict = f"no view, for {view}" if isinstance(view, Missing) else f"{view.value}"
            travel = f"It went {standing.movement} by {moved}: {verdict}."
        return f"{self.ranking.reason(area)} {self.quartiles.reason(area)} {travel}"


_Difference = TypeVar("_Difference", Decimal, Fraction)


def _unless_missing(
    difference: Callable[[Decimal, Decimal], _Difference],
    now: Decimal | Missing,
    then: Decimal | Missing,
) -> _Difference | Missing:
    if isinstance(now, Missing):
        return now
    return then if isinstance(then, Missing) else difference(now, then)


def league_tables(
    rows: Iterable[tuple[str, str, ReportingPeriod, NumberInput | Missing | None]],
    *,
    polarity: Mapping[str, Polarity | Missing | str],
    unbanded: Mapping[str, Missing] | None = None,
    rules: BenchmarkRules = COUNCILPERF_BENCHMARK_1,
) -> dict[str, LeagueTable]:
    """Return the league table of every indicator at its own latest period.

    >>> from councilperf.periods import ReportingPeriod
    >>> this, last = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)
    >>> rows = [
    ...     ("EET", "Halton", last, 61), ("EET", "Halton", this, 64), ("EET", "York", this, 70)
    ... ]
    >>> tables = league_tables(rows, polarity={"EET": "higher"})
    >>> tables["EET"]["Halton"].rank, tables["EET"]["Halton"].travel
    (2, <Comparison.BETTER: 'better'>)

    *rows* are (indicator, area, period, figure), in any order; all areas of an indicator are
    ranked with each other, so leave out regions and the nation. An area without a figure at the
    indicator's latest period is in the table without one: an older one does not stand in for it.
    """
    found: dict[str, dict[ReportingPeriod, list[tuple[str, NumberInput | Missing | None]]]]
    found = defaultdict(lambda: defaultdict(list))
    for indicator, area, period, figure in rows:
        found[indicator][period].append((area, figure))
    reasons = unbanded or {}
    tables: dict[str, LeagueTable] = {}
    for indicator, by_period in found.items():
        if indicator not in polarity:
            raise UnknownNameError("polarity", indicator, tuple(polarity))
        *older, latest = sorted(by_period)
        before = older[-1] if older else None
        previous = None
        if before and (not rules.consecutive_periods or _is_just_before(before, latest)):
            previous = GroupFigures(by_period[before], before)
        now = [area for area, _ in by_period[latest]]
        # Whoever reported at any time is in the table.
        absent = {area for each in by_period.values() for area, _ in each} - set(now)
        current = [*by_period[latest], *((area, None) for area in sorted(absent))]
        tables[indicator] = LeagueTable(
            GroupFigures(current, latest),
            previous=previous,
            polarity=polarity[indicator],
            rules=rules,
            unbanded=reasons.get(indicator),
        )
    return tables


def _is_just_before(earlier: ReportingPeriod, latest: ReportingPeriod) -> bool:
    """Say whether one period follows the other without a gap."""
    try:
        return latest.previous() == earlier
    except PeriodError:
        # Its days do not show how often it is reported: the last reported is the one before.
        return earlier.kind is latest.kind
