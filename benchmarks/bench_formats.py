"""Documents of a 42-indicator scorecard with 8 figures each, beside msgspec, pydantic, mashumaro.

Every library reads and writes its own document of the same facts, 300 different scorecards by
turns, and each is checked to come back equal. Ours runs all its checks; msgspec, in whose time the
goals are given, checks types. Needs msgspec, orjson, pydantic and mashumaro beside the library.

Goals: decode at most 4 times msgspec's time on the standard library alone and 3.3 with orjson;
encode at most 2 times; memory of what is decoded at most 0.65 of msgspec's; a wide CSV of 10,000
rows at 60,000 cells a second or more.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from types import GenericAlias
from typing import Any

from _timing import best_of, cpu_time

from councilperf import (
    Indicator,
    Mark,
    Missing,
    Observation,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    Tolerance,
)
from councilperf.formats import dump_json, load_json, read_scorecard_csv, write_scorecard_csv
from councilperf.formats._json import _text as _json_text

# Not needed by the library, and not installed with it.
msgspec: Any = import_module("msgspec")
pydantic: Any = import_module("pydantic")
mashumaro: Any = import_module("mashumaro.mixins.orjson")
json_text: Any = _json_text

SCORECARDS = 300
ROUNDS = 7
PERIODS = tuple(
    ReportingPeriod.quarter(year, number) for year in (2018, 2019) for number in (1, 2, 3, 4)
)


def scorecard(seed: int) -> Scorecard:
    chance = random.Random(seed)  # noqa: S311 (a benchmark's figures)

    def figure() -> Decimal | Missing:
        if chance.random() < 0.05:
            return Missing(chance.choice(["suppressed", "no_data", "not_due"]))
        return Decimal(chance.randint(0, 100_000)).scaleb(-chance.randint(0, 2))

    rows = [
        ScorecardRow(
            Indicator(
                f"CSC {number}",
                f"Measure {number} of scorecard {seed}",
                polarity=chance.choice(["higher", "lower"]),
                unit=chance.choice(["percent", "days", "number"]),
                tolerance=Tolerance(chance.randint(1, 10), "percent"),
                service="Children's Social Care",
                priority="Outcome 5",
                portfolio="Children and Families",
                officer="Head of Service",
            ),
            [
                Observation(
                    period,
                    figure(),
                    marks=[Mark.PROVISIONAL] if chance.random() < 0.1 else [],
                )
                for period in PERIODS
            ],
            [Target(chance.randint(0, 1000), period=PERIODS[-1])],
        )
        for number in range(42)
    ]
    return Scorecard(f"Scorecard {seed}", rows, council="A council")


# The same facts in the others' own terms.

FIELDS: dict[str, dict[str, object]] = {
    "Period": {"kind": str, "start": dt.date, "end": dt.date, "first_month": int},
    "Tolerance": {"size": Decimal, "basis": str},
    "Target": {"aim": Decimal, "basis": str, "period": "Period"},
    "Observation": {
        "period": "Period",
        "value": Decimal | None,
        "missing": str | None,
        "marks": tuple[str, ...],
    },
    "Indicator": {
        "reference": str,
        "title": str,
        "polarity": str,
        "unit": str,
        "tolerance": "Tolerance",
        "service": str,
        "priority": str,
        "portfolio": str,
        "officer": str,
    },
    "Row": {
        "indicator": "Indicator",
        "observations": "Observation*",
        "targets": "Target*",
    },
    "Scorecard": {"title": str, "council": str, "rows": "Row*"},
}


def models(make: Callable[[str, dict[str, object]], Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, fields in FIELDS.items():
        types: dict[str, object] = {}
        for field, kind in fields.items():
            if not isinstance(kind, str):
                types[field] = kind
            elif kind.endswith("*"):
                types[field] = GenericAlias(tuple, (made[kind[:-1]], ...))
            else:
                types[field] = made[kind]
        made[name] = make(name, types)
    return made


STRUCTS = models(lambda name, types: msgspec.defstruct(name, list(types.items()), frozen=True))
PYDANTIC = models(
    lambda name, types: pydantic.create_model(
        name,
        __config__=pydantic.ConfigDict(frozen=True),
        **{field: (kind, ...) for field, kind in types.items()},
    )
)


def _dataclass(name: str, types: dict[str, object]) -> type:
    namespace = {"__annotations__": types, "__module__": __name__}
    return dataclass(frozen=True, slots=False)(
        type(name, (mashumaro.DataClassORJSONMixin,), namespace)
    )


DATACLASSES = models(_dataclass)


def of(card: Scorecard, made: dict[str, Any]) -> object:
    """The same facts as values of another library's models."""

    def period(each: ReportingPeriod) -> object:
        first_month = each.calendar.first_month
        return made["Period"](
            kind=each.kind.value, start=each.start, end=each.end, first_month=first_month
        )

    def row(each: ScorecardRow) -> object:
        indicator = each.indicator
        assert indicator.tolerance is not None
        return made["Row"](
            indicator=made["Indicator"](
                **{
                    name: str(getattr(indicator, name))
                    for name in ("reference", "title", "service", "priority", "portfolio")
                },
                officer=str(indicator.officer),
                polarity=str(indicator.polarity),
                unit=indicator.unit.name,
                tolerance=made["Tolerance"](
                    size=indicator.tolerance.size, basis=indicator.tolerance.basis.value
                ),
            ),
            observations=tuple(
                made["Observation"](
                    period=period(one.period),
                    value=None if isinstance(one.value, Missing) else one.value,
                    missing=one.value.reason.value if isinstance(one.value, Missing) else None,
                    marks=tuple(mark.value for mark in one.marks),
                )
                for one in each.observations
            ),
            targets=tuple(
                made["Target"](aim=one.aim, basis=one.basis.value, period=period(one.period))
                for one in each.targets
                if one.period is not None
            ),
        )

    return made["Scorecard"](
        title=card.title, council=card.council, rows=tuple(row(each) for each in card.rows)
    )


def by_turns(operation: Callable[[Any], object], values: list[Any]) -> Callable[[], object]:
    turn = itertools.cycle(values)
    return lambda: operation(next(turn))


def without_orjson(operation: Callable[[Any], object]) -> Callable[[Any], object]:
    def run(value: object) -> object:
        kept = json_text._orjson  # noqa: SLF001 (there is no switch for it, on purpose)
        json_text._orjson = lambda: None  # noqa: SLF001
        try:
            return operation(value)
        finally:
            json_text._orjson = kept  # noqa: SLF001

    return run


def memory(decode: Callable[[Any], object], documents: list[Any]) -> int:
    decode(documents[0])
    tracemalloc.start()
    kept = [decode(each) for each in documents]
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(kept) == len(documents)
    return size


def ratios(title: str, seconds: dict[str, float], goals: dict[str, float]) -> None:
    base = seconds["msgspec"]
    print(title)
    for name, each in seconds.items():
        goal = goals.get(name)
        said = ""
        if goal is not None:
            said = f"  goal {goal}: {'met' if each <= goal * base else 'MISSED'}"
        print(f"  {name:<28} {each * 1e6:>9.1f} µs {each / base:>6.2f} x{said}")


def main() -> None:
    cards = [scorecard(seed) for seed in range(SCORECARDS)]
    structs = [of(card, STRUCTS) for card in cards]
    pydantics: list[Any] = [of(card, PYDANTIC) for card in cards]
    dataclasses: list[Any] = [of(card, DATACLASSES) for card in cards]
    reader = msgspec.json.Decoder(STRUCTS["Scorecard"])
    writer = msgspec.json.Encoder()
    documents = [dump_json(each) for each in cards]

    def ours(document: bytes) -> Scorecard:
        return load_json(document, Scorecard)

    decoders: dict[str, tuple[Callable[[Any], object], list[Any], list[Any]]] = {
        "msgspec": (reader.decode, [writer.encode(each) for each in structs], structs),
        "ours, standard library": (without_orjson(ours), documents, cards),
        "ours, orjson": (ours, documents, cards),
        "pydantic": (
            PYDANTIC["Scorecard"].model_validate_json,
            [each.model_dump_json().encode() for each in pydantics],
            pydantics,
        ),
        "mashumaro, orjson": (
            DATACLASSES["Scorecard"].from_json,
            [each.to_jsonb() for each in dataclasses],
            dataclasses,
        ),
    }
    encoders: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
        "msgspec": (writer.encode, structs),
        "ours, standard library": (dump_json, cards),
        "pydantic": (lambda each: each.model_dump_json().encode(), pydantics),
        "mashumaro, orjson": (lambda each: each.to_jsonb(), dataclasses),
    }
    for name, (decode, written, values) in decoders.items():
        assert [decode(each) for each in written] == values, name
        print(f"{name:<28} document of {len(written[0]):,} bytes")
    measures = {
        name: cpu_time(by_turns(decode, written))
        for name, (decode, written, _) in decoders.items()
    }
    best = best_of(ROUNDS, measures)
    ratios("decode", best, {"ours, standard library": 4.0, "ours, orjson": 3.3})
    best = best_of(
        ROUNDS,
        {name: cpu_time(by_turns(encode, values)) for name, (encode, values) in encoders.items()},
    )
    ratios("encode", best, {"ours, standard library": 2.0})
    sizes = {name: memory(decode, written) for name, (decode, written, _) in decoders.items()}
    print("memory of what is decoded")
    for name, size in sizes.items():
        print(
            f"  {name:<28} {size / SCORECARDS / 1024:>9.1f} KiB {size / sizes['msgspec']:>6.2f} x"
        )

    measure_csv()


def measure_csv() -> None:
    figures = [",".join(f"{place % 97}.{cell}" for cell in range(8)) for place in range(10_000)]
    rows = [f"R{place},Measure {place},higher,%,{figures[place]},50\n" for place in range(10_000)]
    header = "Reference,Measure,Polarity,Unit," + ",".join(map(str, PERIODS)) + ",Target\n"
    sheet = (header + "".join(rows)).encode()
    card = read_scorecard_csv(sheet).require()
    assert read_scorecard_csv(write_scorecard_csv(card)).require().rows == card.rows
    best = best_of(3, {"read": cpu_time(lambda: read_scorecard_csv(sheet))})
    cells = 10_000 * 13 / best["read"]
    verdict = "met" if cells >= 60_000 else "MISSED"
    print(f"wide CSV of 10,000 rows: {cells:,.0f} cells a second: {verdict}")


if __name__ == "__main__":
    main()
