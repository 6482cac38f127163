"""Which way is better, for every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import narwhals.stable.v2 as nw

from councilperf.dataframes._numbers import UNREADABLE
from councilperf.dataframes._truth import Truth, not_true
from councilperf.model import Polarity
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PolarityColumn", "column_of_words", "one_polarity"]


@final
class PolarityColumn(NamedTuple):
    """The polarity of every row: where it is each one, and why there may be none."""

    where: tuple[tuple[Polarity, Truth], ...]
    why_not: tuple[tuple[str, Truth], ...]

    @property
    def possible(self) -> frozenset[Polarity]:
        """The polarities that a row may have."""
        return frozenset(each for each, _ in self.where)

    @property
    def is_the_same(self) -> bool:
        """Say whether every row has the same one, whatever its cells say."""
        return any(where is True for _, where in self.where)

    def is_one(self, polarity: Polarity) -> Truth:
        """Say where it is this one."""
        return dict(self.where).get(polarity, False)


def one_polarity(polarity: Polarity) -> PolarityColumn:
    """Return the same polarity for every row."""
    data_only = ((Absence.DATA_ONLY.value, True),) if polarity is Polarity.NONE else ()
    return PolarityColumn(((polarity, True),), data_only)


def column_of_words(
    name: str, words: Mapping[str, Polarity], *, nulls: bool, checked: bool
) -> PolarityColumn:
    """Return the polarity that the words in a column mean; null means that none is stated."""
    text = nw.col(name).cast(nw.String)
    text = text.fill_null("") if nulls else text
    where: dict[Polarity, Truth] = {}
    for meant in dict.fromkeys(words.values()):
        spelt = [word for word, polarity in words.items() if polarity is meant]
        where[meant] = text == spelt[0] if len(spelt) == 1 else text.is_in(spelt)
    why_not: list[tuple[str, Truth]] = []
    if Polarity.NONE in where:
        why_not.append((Absence.DATA_ONLY.value, where[Polarity.NONE]))
    absent = nw.col(name).is_null()
    if nulls:
        why_not.append((Absence.NO_POLARITY.value, absent))
    if not checked:
        known = text.is_in(list(words))
        why_not.append((UNREADABLE, not_true(known) & not_true(absent)))
    return PolarityColumn(tuple(where.items()), tuple(why_not))
