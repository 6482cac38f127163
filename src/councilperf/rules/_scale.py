"""Scales: the levels that a council rates on, best to worst, and how an unrated item prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import Factory, field, frozen

from councilperf._checks import (
    as_frozenset,
    as_member,
    as_tuple,
    check_each,
    check_flag,
    check_text,
)
from councilperf._display import Displayed
from councilperf.errors import FieldTypeError, FieldValueError, UnknownNameError
from councilperf.rules._repr import repr_members
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MET_OR_MISSED", "RAG", "TRAVEL", "Level", "PrintedClass", "Scale"]


def _label_from_key(level: Level) -> str:
    return level.key[:1].upper() + level.key[1:].replace("_", " ")


@final
@frozen
class Level:
    """One level of a scale, said by its word first, then symbol and colour.

    >>> Level("green", good=True).label
    'Green'

    *key* is what files and rules call it. A level that is not *rated* (complete, carried over)
    is left out of what is counted as rated; a *good* one counts as doing well.
    """

    key: str
    label: str = field(default=Factory(_label_from_key, takes_self=True), kw_only=True)
    symbol: str = field(default="", kw_only=True)
    colour: str = field(default="", kw_only=True)
    rated: bool = field(default=True, kw_only=True)
    good: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("key", self.key)
        check_text("label", self.label)
        for name in ("symbol", "colour"):
            if not isinstance(getattr(self, name), str):
                raise FieldTypeError(name, getattr(self, name), "text, or '' for none")
        check_flag("rated", self.rated)
        check_flag("good", self.good)


def _as_reasons(values: Iterable[Absence | str]) -> frozenset[Absence]:
    return frozenset(as_member("reasons", each, Absence) for each in as_frozenset(values))


@final
@frozen
class PrintedClass:
    """What an unrated item prints, for these reasons; without reasons, for every other.

    >>> PrintedClass("Data only", {"data_only", "no_target"}).label
    'Data only'
    """

    label: str
    reasons: frozenset[Absence] = field(
        default=frozenset(), converter=_as_reasons, repr=repr_members
    )

    def __attrs_post_init__(self) -> None:
        check_text("label", self.label)


_NOT_RATED = PrintedClass("n/a")


@final
@frozen
class Scale(Displayed):
    """Levels from best to worst.

    >>> [each.label for each in RAG.levels], RAG.level("amber").good
    (['Green', 'Amber', 'Red'], False)

    *unrated* says what items without a level print: the first class that fits one of an item's
    reasons, and "n/a" where none does. A *travel* scale says how a figure moved, not how it
    stands.
    """

    name: str
    levels: tuple[Level, ...] = field(converter=as_tuple)
    unrated: tuple[PrintedClass, ...] = field(default=(), converter=as_tuple, kw_only=True)
    travel: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_text("name", self.name)
        check_each("levels", self.levels, Level)
        check_each("unrated", self.unrated, PrintedClass)
        check_flag("travel", self.travel)
        keys = [each.key for each in self.levels]
        if len(keys) < 2 or len(set(keys)) < len(keys):
            raise FieldValueError(
                "levels", tuple(keys), "two levels or more, each with its own key"
            )

    def level(self, key: str) -> Level:
        """Return the level with this key.

        >>> RAG.level("red").label
        'Red'

        Raises `UnknownNameError` with the keys that there are.
        """
        for each in self.levels:
            if each.key == key:
                return each
        raise UnknownNameError(f"level of the scale {self.name!r}", key, self.keys)

    @property
    def keys(self) -> tuple[str, ...]:
        """The levels' keys, best first."""
        return tuple(each.key for each in self.levels)

    def class_of(self, reasons: Iterable[Absence]) -> PrintedClass:
        """Return what an item that is unrated for these reasons prints.

        >>> RAG.class_of([Absence.NO_TARGET]).label
        'n/a'
        """
        given = frozenset(reasons)
        for each in self.unrated:
            if not each.reasons or each.reasons & given:
                return each
        return _NOT_RATED

    def read(self, text: str) -> Level | None:
        """Return the level that a printed word, letter or symbol stands for, or `None`.

        >>> RAG.read("GREEN").key, RAG.read("r").key, RAG.read("blue")
        ('green', 'red', None)

        A single letter is read only where one level alone begins with it.
        """
        check_text("text", text)
        word = " ".join(text.split()).casefold()
        for each in self.levels:
            if word in (each.key.casefold(), each.label.casefold(), each.symbol.casefold()):
                return each
        begins = [each for each in self.levels if each.label[:1].casefold() == word]
        return begins[0] if len(begins) == 1 else None


def _level(key: str, symbol: str, colour: str, *, good: bool = False) -> Level:
    return Level(key, symbol=symbol, colour=colour, good=good)


RAG = Scale(
    "RAG",
    [
        _level("green", "●", "green", good=True),
        _level("amber", "▲", "amber"),
        _level("red", "■", "red"),
    ],
)

TRAVEL = Scale(
    "direction of travel",
    [
        _level("improving", "↑", "green", good=True),
        _level("static", "→", "amber"),
        _level("worsening", "↓", "red"),
    ],
    travel=True,
)

MET_OR_MISSED = Scale(
    "met or missed", [_level("met", "✔", "green", good=True), _level("missed", "✘", "red")]
)
