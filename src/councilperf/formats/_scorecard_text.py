"""A scorecard's document written directly as text, which takes a seventh of the time.

The bytes are those that the converter's tree gives (a law proves it); the parts that are seldom
there are written from that tree.
"""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import fields

from councilperf.formats._leaves import number_text, unit_shape
from councilperf.model import NUMBER, Polarity, Target, TargetBasis
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cattrs import Converter

    from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Unit
    from councilperf.periods import ReportingPeriod

__all__ = ["scorecard_text"]


def scorecard_text(card: Scorecard, head: dict[str, object], converter: Converter) -> str:
    """Write the whole document; *head* goes before the scorecard's own keys."""
    parts = [json.dumps(head, separators=(",", ":"))[:-1]]
    parts.append(f',"title":{quoted(card.title)},"rows":[')
    write = _RowWriter(converter)
    parts.append(",".join([write.row(each) for each in card.rows]))
    parts.append("]")
    parts += [
        f',"{name}":{quoted(text)}'
        for name, text in (("council", card.council), ("source", card.source))
        if text is not None
    ]
    if card.assumed:
        parts.append(f',"assumed":[{",".join(map(quoted, card.assumed))}]')
    parts.append("}")
    return "".join(parts)


_POLARITIES = {each: f',"polarity":"{each.value}"' for each in Polarity}
_UNSTATED = Missing(Absence.NO_POLARITY)
_MARKS = {frozenset({each}): f',"marks":["{each.value}"]' for each in Mark}
#: What few targets have; a target with any of it is written from its tree.
_RARE = [
    each.name for each in fields(Target) if each.name not in ("aim", "basis", "period", "strict")
]
_rare = attrgetter(*_RARE)
_NOTHING_RARE = (None,) * len(_RARE)
_TEXTS = ("service", "priority", "portfolio", "officer", "frequency")


class _RowWriter:
    """Writes rows, and each period, unit and tolerance that they share once."""

    def __init__(self, converter: Converter) -> None:
        self._tree = converter.unstructure
        # By identity, which no hash has to be worked out for; what is in them stays alive.
        self._codes: dict[int, str] = {}
        self._units: dict[int, str] = {}

    def row(self, row: ScorecardRow) -> str:
        text = f'{{"indicator":{self._indicator(row.indicator)}'
        if row.observations:
            text += f',"observations":[{",".join(self._observations(row.observations))}]'
        if row.targets:
            text += f',"targets":[{",".join([self._target(each) for each in row.targets])}]'
        if row.benchmarks or row.benchmark_text is not None or row.stated:
            tree = self._tree(row)
            for name in ("benchmarks", "benchmark_text", "stated"):
                if name in tree:
                    text += f',"{name}":{_dumped(tree[name])}'
        if row.commentary is not None:
            text += f',"commentary":{quoted(row.commentary)}'
        return text + "}"

    def _indicator(self, indicator: Indicator) -> str:
        text = f'{{"reference":{quoted(indicator.reference)},"title":{quoted(indicator.title)}'
        polarity = indicator.polarity
        if isinstance(polarity, Polarity):
            text += _POLARITIES[polarity]
        elif polarity != _UNSTATED:
            text += f',"polarity":{_dumped(self._tree(polarity))}'
        unit = indicator.unit
        text += self._units.get(id(unit)) or self._unit(unit)
        own = indicator.tolerance
        if own is not None:
            size = number_text(own.size)
            text += f',"tolerance":{{"size":"{size}","basis":"{own.basis}"}}'
        if indicator.best_possible is not None:
            text += f',"best_possible":"{number_text(indicator.best_possible)}"'
        for name in _TEXTS:
            said = getattr(indicator, name)
            if said is not None:
                text += f',"{name}":{quoted(said)}'
        if indicator.kind != "indicator":
            text += f',"kind":{quoted(indicator.kind)}'
        if indicator.tags:
            text += f',"tags":[{",".join(map(quoted, sorted(indicator.tags)))}]'
        if indicator.note is not None:
            text += f',"note":{quoted(indicator.note)}'
        return text + "}"

    def _unit(self, unit: Unit) -> str:
        text = "" if unit == NUMBER else f',"unit":{_dumped(unit_shape(unit))}'
        self._units[id(unit)] = text
        return text

    def _code(self, period: ReportingPeriod) -> str:
        code = self._codes[id(period)] = period.code
        return code

    def _observations(self, observations: Iterable[Observation]) -> list[str]:
        codes = self._codes
        texts: list[str] = []
        for each in observations:
            if each.note is not None or each.numerator is not None:
                texts.append(_dumped(self._tree(each)))
                continue
            period, value = each.period, each.value
            code = codes.get(id(period)) or self._code(period)
            if isinstance(value, Decimal):
                figure = str(value)
                shown = f'"{figure}"' if "E" not in figure else f'"{value:f}"'
            elif isinstance(value, Missing) and not value.note:
                shown = f'{{"missing":"{value.reason}"}}'
            else:
                shown = _dumped(self._tree(each)["value"])
            text = f'{{"period":"{code}","value":{shown}'
            if each.marks:
                text += _MARKS.get(each.marks) or _several(each.marks)
            texts.append(text + "}")
        return texts

    def _target(self, target: Target) -> str:
        aim = target.aim
        if not isinstance(aim, Decimal) or _rare(target) != _NOTHING_RARE:
            return _dumped(self._tree(target))
        text = f'{{"aim":"{number_text(aim)}"'
        if target.basis is not TargetBasis.UNSTATED:
            text += f',"basis":"{target.basis}"'
        period = target.period
        if period is not None:
            text += f',"period":"{self._codes.get(id(period)) or self._code(period)}"'
        if target.strict:
            text += ',"strict":true'
        return text + "}"


def _several(marks: frozenset[Mark]) -> str:
    keys = ",".join(f'"{each.value}"' for each in Mark if each in marks)
    return f',"marks":[{keys}]'


def _dumped(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
