"""Scales in a council's own words, for keys that print words rather than colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.rules import Level, Scale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.rules import PrintedClass

__all__ = ["scale_in_words", "travel_in_words"]


def scale_in_words(
    name: str,
    *labels: str,
    good: int = 1,
    travel: bool = False,
    unrated: Iterable[PrintedClass] = (),
) -> Scale:
    """Return a scale with these labels, best first, of which the first so many are good.

    >>> scale_in_words("progress", "Achieved", "Delayed but progressing").keys
    ('achieved', 'delayed_but_progressing')

    Symbols and colours stay empty: the paper's words are all that is known.
    """
    levels = (
        Level(label.lower().replace(" ", "_"), label=label, good=place < good)
        for place, label in enumerate(labels)
    )
    return Scale(name, tuple(levels), unrated=tuple(unrated), travel=travel)


def travel_in_words(*labels: str, unrated: Iterable[PrintedClass] = ()) -> Scale:
    """Return a scale for direction of travel with these labels, best first.

    >>> travel_in_words("Improved", "Not improved").travel
    True
    """
    return scale_in_words("direction of travel", *labels, travel=True, unrated=unrated)
