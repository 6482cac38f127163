"""Tallies: summary counts whose parts always add up to the population."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, final

from attrs import field, frozen

from councilperf._checks import as_tuple, check_each, check_instance, check_text, check_whole
from councilperf._display import Displayed
from councilperf.errors import FieldValueError
from councilperf.rules import Scale
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Counted", "LevelCount", "Tally", "UnratedCount", "tally"]


class Counted(Protocol):
    """Whatever has a level, or reasons for having none."""

    @property
    def level(self) -> str | None:
        """The key of the level, or `None`."""
        ...

    @property
    def reasons(self) -> tuple[Absence, ...]:
        """Why there is no level."""
        ...


@final
@frozen
class LevelCount:
    """How many items have one level.

    >>> LevelCount("green", 16).count
    16
    """

    level: str
    count: int

    def __attrs_post_init__(self) -> None:
        check_text("level", self.level)
        check_whole("count", self.count, 0, 10**12)


@final
@frozen
class UnratedCount:
    """How many items have no level, for one reason.

    >>> UnratedCount(Absence.DATA_ONLY, 4).count
    4
    """

    reason: Absence
    count: int

    def __attrs_post_init__(self) -> None:
        check_instance("reason", self.reason, Absence)
        check_whole("count", self.count, 0, 10**12)


@final
@frozen
class Tally(Displayed):
    """Summary counts on one scale: every level, noughts too, and the unrated by reason.

    >>> from councilperf.rules import RAG
    >>> counts = Tally.of(RAG, green=16, amber=13, red=9, unrated={"data_only": 4})
    >>> counts.total, counts.rated, counts["amber"]
    (42, 38, 13)

    Each unrated item is counted once, under its most telling reason.
    """

    scale: Scale
    levels: tuple[LevelCount, ...] = field(converter=as_tuple)
    unrated: tuple[UnratedCount, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        check_instance("scale", self.scale, Scale)
        check_each("levels", self.levels, LevelCount)
        check_each("unrated", self.unrated, UnratedCount)
        keys = tuple(each.level for each in self.levels)
        if keys != self.scale.keys:
            raise FieldValueError(
                "levels", keys, f"a count for each of {self.scale.keys}, in order"
            )
        reasons = [each.reason for each in self.unrated]
        if len(set(reasons)) < len(reasons):
            raise FieldValueError("unrated", tuple(reasons), "one count for each reason")

    @staticmethod
    def of(
        scale: Scale, *, unrated: Mapping[Absence | str, int] | None = None, **levels: int
    ) -> Tally:
        """Write a tally down from a printed table: a count for each level key, 0 where left out.

        >>> from councilperf.rules import TRAVEL
        >>> Tally.of(TRAVEL, improving=11, static=12, worsening=18).rated
        41

        Raises `UnknownNameError` for a level that the scale does not have.
        """
        for key in levels:
            scale.level(key)
        counts = tuple(LevelCount(key, levels.get(key, 0)) for key in scale.keys)
        reasons = tuple(
            UnratedCount(Absence(reason), count) for reason, count in (unrated or {}).items()
        )
        return Tally(scale, counts, reasons)

    @property
    def rated(self) -> int:
        """How many items have a level that counts as rated."""
        return sum(
            each.count
            for level, each in zip(self.scale.levels, self.levels, strict=True)
            if level.rated
        )

    @property
    def total(self) -> int:
        """How many items there are: the sum of all parts."""
        return sum(each.count for each in self.levels) + sum(each.count for each in self.unrated)

    def __getitem__(self, level: str) -> int:
        """Return the count of one level, or raise `UnknownNameError` with the levels there are."""
        self.scale.level(level)
        return next(each.count for each in self.levels if each.level == level)

    def share_of_all(self, *levels: str) -> Fraction | None:
        """Return the share that these levels have of all items, or `None` where there are none.

        >>> from councilperf.rules import RAG
        >>> Tally.of(RAG, green=1, red=1, unrated={"no_data": 2}).share_of_all("green")
        Fraction(1, 4)
        """
        return self._share(levels, self.total)

    def share_of_rated(self, *levels: str) -> Fraction | None:
        """Return the share that these levels have of the rated items, or `None` if none are rated.

        >>> from councilperf.rules import RAG
        >>> Tally.of(RAG, green=1, red=1, unrated={"no_data": 2}).share_of_rated("green")
        Fraction(1, 2)
        """
        return self._share(levels, self.rated)

    def _share(self, levels: tuple[str, ...], base: int) -> Fraction | None:
        return Fraction(sum(self[each] for each in levels), base) if base else None

    def printed_unrated(self) -> tuple[tuple[str, int], ...]:
        """Return the unrated counts under the words that the scale prints for them.

        >>> from councilperf.rules import RAG
        >>> Tally.of(RAG, green=1, unrated={"no_data": 2, "no_target": 1}).printed_unrated()
        (('n/a', 3),)
        """
        counts: Counter[str] = Counter()
        for each in self.unrated:
            counts[self.scale.class_of([each.reason]).label] += each.count
        return tuple(counts.items())


def tally(results: Iterable[Counted], scale: Scale) -> Tally:
    """Count results by level, and the unrated ones by their most telling reason.

    >>> from councilperf import rate
    >>> from councilperf.presets import MAIDSTONE
    >>> from councilperf.rules import RAG
    >>> ratings = [rate(each, target=52, polarity="higher", rules=MAIDSTONE) for each in (60, 50)]
    >>> tally(ratings, RAG)["green"]
    1

    Raises `UnknownNameError` for a level that is not on the scale.
    """
    levels: Counter[str] = Counter()
    reasons: Counter[Absence] = Counter()
    for each in results:
        level = each.level
        if level is None:
            reasons[each.reasons[0]] += 1
        else:
            levels[level] += 1
    for key in levels:
        scale.level(key)
    return Tally(
        scale,
        tuple(LevelCount(key, levels[key]) for key in scale.keys),
        tuple(
            UnratedCount(each, reasons[each]) for each in sorted(reasons, key=_PLACES.__getitem__)
        ),
    )


_PLACES = {each: place for place, each in enumerate(Absence)}
