"""Colours: dark or light writing on each, with a contrast that a test measures."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf._checks import check_instance, check_text
from councilperf.errors import FieldValueError

__all__ = ["LINES", "PAGE", "PALETTE", "Swatch"]


def _check_colour(field: str, value: str) -> None:
    check_text(field, value)
    if len(value) != 7 or value[0] != "#" or not set(value[1:]) <= _HEX:
        raise FieldValueError(field, value, "a colour such as '#1a2b3c'")


_HEX = frozenset("0123456789abcdef")


@final
@frozen
class Swatch:
    """A colour by its name, as ink on paper.

    >>> Swatch("sand", "#241800", "#ffe9b8").paper
    '#ffe9b8'

    *terminal* is its number among the colours that every terminal has.
    """

    name: str
    ink: str
    paper: str
    terminal: str = ""

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        _check_colour("ink", self.ink)
        _check_colour("paper", self.paper)
        check_instance("terminal", self.terminal, str)
        if self.terminal.strip("0123456789"):
            raise FieldValueError("terminal", self.terminal, "a number such as '32', or ''")


#: Green, amber and red grow darker in that order, so they stay apart without any hue.
PALETTE: tuple[Swatch, ...] = (
    Swatch("green", "#06301a", "#d3f2dc", "32"),
    Swatch("amber", "#241800", "#f2ae35", "33"),
    Swatch("red", "#ffffff", "#8c1220", "31"),
    Swatch("blue", "#ffffff", "#1d4080", "34"),
    Swatch("yellow", "#2b2300", "#ffe97a", "33"),
    Swatch("orange", "#331a00", "#ffc48a", "33"),
    Swatch("purple", "#ffffff", "#5b2472", "35"),
    Swatch("grey", "#1f2328", "#dfe3e8", "37"),
    Swatch("black", "#ffffff", "#24272b"),
    Swatch("white", "#1f2328", "#ffffff"),
)

#: The page itself and its tables' headers, by day and by night.
PAGE: tuple[Swatch, ...] = (
    Swatch("light", "#1a1c1f", "#ffffff"),
    Swatch("dark", "#f2f3f5", "#16181d"),
    Swatch("light header", "#1a1c1f", "#eceff2"),
    Swatch("dark header", "#f2f3f5", "#2a2e36"),
)

#: The lines of tables and the ring around what the keyboard has reached, on each page.
LINES: tuple[Swatch, ...] = (
    Swatch("light", "#6f747c", "#ffffff"),
    Swatch("dark", "#8b9099", "#16181d"),
)
