"""Whatever is read takes no more than a stated multiple of its size."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from councilperf.formats import read_json, read_scorecard_csv

#: Bytes held at most for each byte of a file; a row of two bytes that is an indicator needs most.
MULTIPLE = 400
#: What tables and a thousand problems take, however small the file.
BESIDES = 2 * 2**20

N = 1_200  # more than the thousand problems that are told
ROW = {"indicator": {"reference": "1", "title": "t"}}


def scorecard(**parts: object) -> bytes:
    document = {"format": "councilperf/scorecard", "version": 1, "title": "t", "rows": []}
    return json.dumps({**document, **parts}, separators=(",", ":")).encode()


def row(**parts: object) -> bytes:
    return scorecard(rows=[{**ROW, **parts}])


DOCUMENTS: dict[str, bytes] = {
    "rows that are none": scorecard(rows=[0] * N),
    "rows without anything": scorecard(rows=[{}] * N),
    "rows of many mistakes": scorecard(rows=[{"indicator": {}, "observations": [{}, {}]}] * N),
    "figures that are none": row(observations=[0] * N),
    "figures without anything": row(observations=[{}] * N),
    "figures with a stranger": row(observations=[{"period": "2019-A1@04", "value": "1", "k": 0}]),
    "targets with a stranger": row(targets=[{"aim": "1", "k": 0}] * N),
    "targets": row(targets=[{"aim": "1"}] * N),
    "texts that are none": scorecard(assumed=[0] * N),
    "strangers": scorecard(**{f"k{number}": 0 for number in range(N)}),
    "no document, of lists": b"[" + b"[]," * N + b"0]",
    "no document, of objects": b"[" + b"{}," * N + b"0]",
    "conditions that are none": json.dumps(
        {"format": "councilperf/and", "version": 1, "value": {"all": [0] * N}}
    ).encode(),
    "conditions with a stranger": json.dumps(
        {
            "format": "councilperf/and",
            "version": 1,
            "value": {"all": [{"subject": "a", "is": ["b"], "k": 0, "l": 0}] * N},
        }
    ).encode(),
}
PERIODS = b"".join(b",%d-Q%d@04" % (1900 + each // 4, each % 4 + 1) for each in range(500))
SHEETS: dict[str, bytes] = {
    "indicators": b"Measure,Q1 2019-20\n" + b"a\n" * N,
    "figures": b"Measure,Q1 2019-20\n" + b"a,1\n" * N,
    "cells that cannot be read": b"Measure,Q1 2019-20\n" + b"a,b\n" * N,
    "targets that cannot be read": b"Measure,Target\n" + b"a,x\n" * N,
    "references that repeat": b"Ref,Measure,Q1 2019-20\n" + b"a,a,1\n" * N,
    "headers that repeat": b"Measure" + b",Q1 2019-20" * N + b"\na" + b",x" * N,
    "nothing but commas": (b"," * 50 + b"\n") * 500,
    "nothing but lines": b"\n" * N,
    "a wide sheet": b"Measure" + PERIODS + b"\n" + (b"a" + b",1" * 500 + b"\n") * 4,
    "a wide sheet of words": b"Measure" + PERIODS + b"\n" + (b"a" + b",x" * 500 + b"\n") * 4,
}


def most_memory(read: Callable[[bytes], Any], content: bytes) -> int:
    read(content[:100])  # what is made once and kept is no part of it
    tracemalloc.start()
    try:
        read(content)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_takes_a_multiple_of_its_size(content: bytes) -> None:
    assert most_memory(read_json, content) <= MULTIPLE * len(content) + BESIDES


@pytest.mark.parametrize("content", SHEETS.values(), ids=SHEETS.keys())
def test_a_sheet_takes_a_multiple_of_its_size(content: bytes) -> None:
    assert most_memory(read_scorecard_csv, content) <= MULTIPLE * len(content) + BESIDES


def test_a_document_of_nothing_but_mistakes_is_told_a_thousand_of_them() -> None:
    problems = read_json(DOCUMENTS["figures without anything"]).problems

    assert len(problems) == 1_001
    assert str(problems[-1]) == (
        "$: more may be wrong: no more than 1,000 problems are told; mend these, and read it again"
    )
    assert len(read_json(DOCUMENTS["conditions that are none"]).problems) == 1_001


def test_every_part_of_a_list_is_told() -> None:
    text = (
        '{"format":"councilperf/or","version":1,"value":{"any":[0,{"subject":"a","is":["b"]},1]}}'
    )

    assert [each.path for each in read_json(text).problems] == ["$.value.any[0]", "$.value.any[2]"]


@pytest.mark.parametrize("name", ["conditions with a stranger", "targets with a stranger"])
def test_lenient_reading_leaves_out_any_number_of_strangers(name: str) -> None:
    reading = read_json(DOCUMENTS[name], lenient=True)

    assert reading.problems == ()
    assert len(reading.notes) >= N
