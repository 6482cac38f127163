"""Keys of a row that are put together only when somebody asks what a level follows from."""

from __future__ import annotations

from typing import final

from attrs import frozen

from councilperf.assessment._key import Key
from councilperf.assessment._periods_around import PeriodsAround
from councilperf.assessment._resolve import resolve
from councilperf.assessment._row_figures import LevelSource, RowFigures
from councilperf.model import ScorecardRow
from councilperf.rules import Rule

__all__ = ["PendingKey", "key_of"]


@final
@frozen
class PendingKey:
    """What a row's key by a rule is put together from."""

    rule: Rule
    row: ScorecardRow
    around: PeriodsAround
    levels: LevelSource

    def make(self) -> Key:
        """Put the key together."""
        source = RowFigures(self.row, self.around, self.rule.judges, self.levels)
        indicator = self.row.indicator
        return resolve(self.rule, source, indicator.polarity, indicator.unit)


def key_of(key: Key | PendingKey) -> Key:
    """Return a key, put together now if it was not before."""
    return key if isinstance(key, Key) else key.make()
