"""The figures of a group of areas: one indicator, one period, each area once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from councilperf._checks import check_instance, check_text
from councilperf._typing import NumberInput
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.model import Observation
from councilperf.periods import ReportingPeriod
from councilperf.values import Absence, Missing, number_or_missing, scaled_integers

__all__ = ["AreaFigure", "FiguresInput", "GroupFigures", "as_group_figures", "with_reasons"]

Result = TypeVar("Result")

#: An area with its figure.
AreaFigure: TypeAlias = tuple[str, Decimal | Missing]
#: What can be read as an area's figure.
FigureInput: TypeAlias = NumberInput | Missing | Observation | None

_FIGURES = "a mapping of areas to figures, or (area, figure) pairs"


def _pairs(figures: object) -> list[tuple[str, FigureInput]]:
    """Take anything, for callers who never ran a type checker; two letters are no pair."""
    if not isinstance(figures, Iterable):
        raise FieldTypeError("figures", figures, _FIGURES)
    if isinstance(figures, Mapping):
        pairs = list(cast("Mapping[str, FigureInput]", figures).items())
    else:
        pairs = list(cast("Iterable[tuple[str, FigureInput]]", figures))
    for each in pairs if set(map(type, pairs)) - {tuple} or set(map(len, pairs)) - {2} else ():
        check_instance("figures", each, (tuple, list))
        if len(each) != 2:
            raise FieldValueError("figures", each, _FIGURES)
    return pairs


def _as_area_figures(
    figures: Mapping[str, FigureInput] | Iterable[tuple[str, FigureInput]],
) -> tuple[AreaFigure, ...]:
    return tuple(
        [
            # An observation is refused here as no number: its period must not be lost.
            (area, number_or_missing(cast("NumberInput | Missing | None", figure), field=area))
            for area, figure in _pairs(figures)
        ]
    )


@final
@frozen
class GroupFigures:
    """One indicator's figures for one period, by area, each area once.

    >>> figures = GroupFigures({"Halton": "52.1", "Plymouth": None, "Worcestershire": 48})
    >>> figures["Halton"], figures.excluded
    (Decimal('52.1'), (('Plymouth', Missing('no_data')),))
    """

    figures: tuple[AreaFigure, ...] = field(converter=_as_area_figures)
    period: ReportingPeriod | None = None
    #: The known figures as integers of one small unit, `None` for missing ones; and that unit.
    integers: tuple[int | None, ...] = field(init=False, eq=False, repr=False)
    scale: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        areas = [area for area, _ in self.figures]
        if not set(map(type, areas)) <= {str} or "" in areas:
            for area in areas:
                check_text("area", area)
        if len(set(areas)) < len(areas):
            repeated = next(area for area, times in Counter(areas).items() if times > 1)
            raise FieldValueError("figures", repeated, "each area once")
        check_instance("period", self.period, ReportingPeriod, optional=True)
        known, scale = scaled_integers(
            [value for _, value in self.figures if not isinstance(value, Missing)]
        )
        numbers = iter(known)
        integers = tuple(
            [None if isinstance(value, Missing) else next(numbers) for _, value in self.figures]
        )
        object.__setattr__(self, "integers", integers)
        object.__setattr__(self, "scale", scale)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas, in the order given."""
        return tuple([area for area, _ in self.figures])

    @property
    def known(self) -> tuple[tuple[str, Decimal], ...]:
        """The areas that have a figure, with it."""
        return tuple([(area, value) for area, value in self.figures if isinstance(value, Decimal)])

    @property
    def excluded(self) -> tuple[tuple[str, Missing], ...]:
        """The areas that have none, with the reason."""
        return tuple([(area, value) for area, value in self.figures if isinstance(value, Missing)])

    def place_of(self, area: str) -> int:
        """Return the place of an area, from 0, or raise `UnknownNameError` with those there are.

        >>> GroupFigures({"Halton": 1, "Plymouth": 2}).place_of("Plymouth")
        1
        """
        areas = self.areas
        if area not in areas:
            raise UnknownNameError("area", area, areas)
        return areas.index(area)

    def __getitem__(self, area: str) -> Decimal | Missing:
        """Return an area's figure."""
        return self.figures[self.place_of(area)][1]

    def __len__(self) -> int:
        """Return how many areas there are, those without a figure among them."""
        return len(self.figures)


#: What can be read as the figures of a group.
FiguresInput: TypeAlias = (
    GroupFigures | Mapping[str, FigureInput] | Iterable[tuple[str, FigureInput]]
)


def as_group_figures(figures: FiguresInput, period: ReportingPeriod | None = None) -> GroupFigures:
    """Return the figures of a group, all for one period.

    >>> from councilperf.periods import ReportingPeriod
    >>> this, last = ReportingPeriod.financial_year(2024), ReportingPeriod.financial_year(2023)
    >>> mixed = {"Halton": Observation(this, 5), "Plymouth": Observation(last, 4)}
    >>> as_group_figures(mixed, period=this).excluded
    (('Plymouth', Missing('not_comparable', note='for another period')),)

    Figures may be `Observation`s. If these are for different periods, say which *period* is meant:
    the others are then left out as not comparable; without it they are refused.
    """
    if isinstance(figures, GroupFigures):
        return figures
    pairs = _pairs(figures)
    periods = [each.period for _, each in pairs if isinstance(each, Observation)]
    if not periods:
        return GroupFigures(pairs, period)
    if period is None:
        [(period, times)] = Counter(periods).most_common(1)
        if times < len(periods):
            other = next(
                f"{area}: {each.period}"
                for area, each in pairs
                if isinstance(each, Observation) and each.period != period
            )
            raise FieldValueError(
                "figures", other, f"figures for one period, or period= to say which ({period}?)"
            )
    return GroupFigures([(area, _figure_for(each, period)) for area, each in pairs], period)


def _figure_for(each: FigureInput, period: ReportingPeriod) -> NumberInput | Missing | None:
    if not isinstance(each, Observation):
        return each
    if each.period != period:
        return Missing(Absence.NOT_COMPARABLE, note="for another period")
    if isinstance(each.value, Decimal | Missing):
        return each.value
    raise FieldTypeError("figures", each.value, "figures")


def with_reasons(figures: GroupFigures, results: Sequence[Result]) -> tuple[Result | Missing, ...]:
    """Return one result for each area, but the reason itself where it has no figure.

    >>> with_reasons(GroupFigures({"Halton": 5, "Plymouth": None}), ["fifth", "last"])
    ('fifth', Missing('no_data'))
    """
    if None not in figures.integers:
        return tuple(results)
    return tuple(
        [
            figure if isinstance(figure, Missing) else result
            for (_, figure), result in zip(figures.figures, results, strict=True)
        ]
    )
