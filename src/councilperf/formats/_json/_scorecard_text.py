"""A scorecard's document written directly as text, which takes a seventh of the time.

The bytes are those that the converter's tree gives (a law proves it); the parts that are seldom
there are written from that tree.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import fields

from councilperf.formats._leaves import number_text, unit_shape
from councilperf.model import NUMBER, Polarity, Target, TargetBasis
from councilperf.values import Absence, Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cattrs import Converter

    from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow, Tolerance, Unit
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


_POLARITIES: dict[object, str] = {each: f',"polarity":"{each}"' for each in Polarity}
_POLARITIES[Missing(Absence.NO_POLARITY)] = ""


#: What few targets have; a target with any of it is written from its tree.
_RARE = [
    each.name for each in fields(Target) if each.name not in ("aim", "basis", "period", "strict")
]
_rare = attrgetter(*_RARE)
_NOTHING_RARE = (None,) * len(_RARE)


#: A period's code takes as long to work out as ten observations to write.
_code = lru_cache(maxsize=4096)(attrgetter("code"))
_BASES = {
    each: "" if each is TargetBasis.UNSTATED else f',"basis":"{each}"' for each in TargetBasis
}


class _Once(dict[Any, str]):
    """Texts by what they stand for, each written when it is first asked for."""

    def __init__(self, write: Callable[[Any], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, key: object) -> str:
        text = self[key] = self._write(key)
        return text


def _keyed(name: str) -> _Once:
    """Return the texts of a key whose words many indicators share, or none."""
    return _Once(lambda said: "" if said is None else f',"{name}":{quoted(said)}')


@lru_cache(maxsize=1024)
def _marks(marks: frozenset[Mark]) -> str:
    keys = ",".join([f'"{each.value}"' for each in Mark if each in marks])
    return f',"marks":[{keys}]' if marks else ""


def _unit(unit: Unit) -> str:
    return "" if unit == NUMBER else f',"unit":{_dumped(unit_shape(unit))}'


def _tolerance(own: Tolerance) -> str:
    return f',"tolerance":{{"size":"{number_text(own.size)}","basis":"{own.basis!s}"}}'


def _best_possible(best: Decimal) -> str:
    return f',"best_possible":"{number_text(best)}"'


def _rest_of(indicator: Indicator) -> str:
    """Write what few indicators have, and the brace at the end."""
    text = "" if indicator.kind == "indicator" else f',"kind":{quoted(indicator.kind)}'
    if indicator.tags:
        text += f',"tags":[{",".join(map(quoted, sorted(indicator.tags)))}]'
    if indicator.note is not None:
        text += f',"note":{quoted(indicator.note)}'
    return text + "}"


class _RowWriter:
    """Writes rows, and what they share once."""

    def __init__(self, converter: Converter) -> None:
        self._tree = converter.unstructure
        self._service = _keyed("service")
        self._priority = _keyed("priority")
        self._portfolio = _keyed("portfolio")
        self._officer = _keyed("officer")
        self._frequency = _keyed("frequency")
        self._units = _Once(_unit)
        # Most rows have figures for the same periods as the row above.
        self._periods: list[ReportingPeriod] = []
        self._starts: list[str] = []

    def row(self, row: ScorecardRow) -> str:
        text = f'{{"indicator":{self._indicator(row.indicator)}'
        if row.observations:
            text += f',"observations":[{self._observations(row.observations)}]'
        if row.targets:
            text += f',"targets":[{",".join(map(self._target, row.targets))}]'
        if row.benchmarks or row.benchmark_text is not None or row.stated:
            tree = self._tree(row)
            for name in ("benchmarks", "benchmark_text", "stated"):
                if name in tree:
                    text += f',"{name}":{_dumped(tree[name])}'
        if row.commentary is not None:
            text += f',"commentary":{quoted(row.commentary)}'
        return text + "}"

    def _indicator(self, indicator: Indicator) -> str:
        polarity = _POLARITIES.get(indicator.polarity)
        if polarity is None:
            polarity = f',"polarity":{_dumped(self._tree(indicator.polarity))}'
        own, best = indicator.tolerance, indicator.best_possible
        rest = "}"
        if indicator.kind != "indicator" or indicator.tags or indicator.note is not None:
            rest = _rest_of(indicator)
        return (
            f'{{"reference":{quoted(indicator.reference)},"title":{quoted(indicator.title)}'
            f"{polarity}{self._units[indicator.unit]}"
            f"{'' if own is None else _tolerance(own)}"
            f"{'' if best is None else _best_possible(best)}"
            f"{self._service[indicator.service]}{self._priority[indicator.priority]}"
            f"{self._portfolio[indicator.portfolio]}{self._officer[indicator.officer]}"
            f"{self._frequency[indicator.frequency]}{rest}"
        )

    def _observations(self, observations: Sequence[Observation]) -> str:
        periods = [each.period for each in observations]
        if periods != self._periods:
            self._periods = periods
            self._starts = [f'{{"period":"{_code(each)}","value":' for each in periods]
        text = ",".join(
            [
                f'{start}"{each.value!s}"{_marks(each.marks) if each.marks else ""}}}'
                if each.value.__class__ is Decimal and each.note is None and each.numerator is None
                else self._observation(each, start)
                for each, start in zip(observations, self._starts, strict=True)
            ]
        )
        if "E" not in text:
            return text
        # An exponent perhaps, which documents never have.
        pairs = zip(observations, self._starts, strict=True)
        return ",".join([self._observation(each, start) for each, start in pairs])

    def _observation(self, each: Observation, start: str) -> str:
        value = each.value
        if each.note is not None or each.numerator is not None:
            return _dumped(self._tree(each))
        if isinstance(value, Decimal):
            shown = f'"{number_text(value)}"'
        elif isinstance(value, Missing) and not value.note:
            shown = f'{{"missing":"{value.reason!s}"}}'
        else:
            shown = _dumped(self._tree(each)["value"])
        return f"{start}{shown}{_marks(each.marks)}}}"

    def _target(self, target: Target) -> str:
        aim, period = target.aim, target.period
        if not isinstance(aim, Decimal) or _rare(target) != _NOTHING_RARE:
            return _dumped(self._tree(target))
        text = f'{{"aim":"{number_text(aim)}"{_BASES[target.basis]}'
        if period is not None:
            text += f',"period":"{_code(period)}"'
        return text + (',"strict":true}' if target.strict else "}")


def _dumped(tree: object) -> str:
    return (
        quoted(tree)
        if isinstance(tree, str)
        else json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    )
