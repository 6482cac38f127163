"""Where the figures of a rule come from, and those that a caller gives by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias, cast, final

from attrs import field, frozen

from councilperf._checks import as_tuple
from councilperf.assessment._axis import JudgedValue
from councilperf.model import Range, Target, Tolerance
from councilperf.rules import Figure, FigureKind
from councilperf.values import Absence, Missing, subtract

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["FigureSource", "Found", "GivenFigures", "absent", "size_of_range"]

#: What looking a figure up may find; a target is found whole, since it may be strict.
Found: TypeAlias = JudgedValue | Range | Target | Missing


class FigureSource(Protocol):
    """Whatever can look up the figures of one item."""

    @property
    def tolerance(self) -> Tolerance | None:
        """The item's own tolerance."""
        ...

    def look_up(self, figure: Figure) -> Found:
        """Return the figure, or why it is missing."""
        ...


_ABSENT = {
    FigureKind.VALUE: Absence.NO_DATA,
    FigureKind.YEAR_TO_DATE: Absence.NO_DATA,
    FigureKind.FORECAST: Absence.NO_DATA,
    FigureKind.SHARE: Absence.NO_DATA,
    FigureKind.TREND_END: Absence.NO_DATA,
    FigureKind.BENCHMARK: Absence.NO_BENCHMARK,
}


def absent(figure: Figure) -> Missing:
    """Return the reason that a figure nobody gave is missing for."""
    if figure.kind.is_earlier:
        return Missing(Absence.NO_PREVIOUS)
    return Missing(_ABSENT.get(figure.kind, Absence.NO_TARGET))


_OF_A_RANGE = frozenset({FigureKind.RANGE_WIDTH, FigureKind.LARGER_BOUND})


def size_of_range(figure: Figure, target: Found) -> Decimal | None:
    """Return how wide a target range is, or its larger bound; `None` for another target."""
    aim = target.aim if isinstance(target, Target) else target
    if not isinstance(aim, Range):
        return None
    if figure.kind is FigureKind.RANGE_WIDTH:
        return subtract(aim.high, aim.low)
    return max(aim.low.copy_abs(), aim.high.copy_abs())


@final
@frozen
class GivenFigures:
    """Figures that a caller gives by hand.

    >>> from decimal import Decimal
    >>> given = GivenFigures([(Figure("target"), Decimal(52))])
    >>> given.look_up(Figure("target")), given.look_up(Figure("floor"))
    (Decimal('52'), Missing('no_target'))
    """

    figures: tuple[tuple[Figure, Found], ...] = field(default=(), converter=as_tuple)
    tolerance: Tolerance | None = None

    def look_up(self, figure: Figure) -> Found:
        """Return the figure that was given, or why there is none."""
        if figure.kind is FigureKind.CONSTANT:
            return cast("Decimal", figure.of)
        for known, found in self.figures:
            if known == figure:
                return found
            if known.kind is FigureKind.TARGET and figure.kind in _OF_A_RANGE:
                size = size_of_range(figure, found)
                return absent(figure) if size is None else size
        return absent(figure)
