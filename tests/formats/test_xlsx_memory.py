"""A workbook takes no more than a stated multiple of what it unpacks to."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import defusedxml.expatreader  # noqa: F401 - loaded before memory is measured
import pytest

from councilperf.formats import Limits, read_scorecard_xlsx

#: Bytes held at most for each byte that is unpacked.
MULTIPLE = 60
#: What tables take, however small the file.
BESIDES = 2 * 2**20

N = 3_000
NUMBER = "<c><v>1</v></c>"
SHEETS = {
    "indicators": [f"<c t='str'><v>{each}</v></c><c><v>1</v></c>{NUMBER}" for each in range(N)],
    "rows without anything": [""] * N * 10,
    "cells without anything": ["<c/>" * 1000] * 20,
    "more cells than the header": [NUMBER * 300] * 20,
    "rows of one cell": [NUMBER] * N,
    "errors": ["<c/><c/><c t='e'><v>x</v></c>"] * N,
    "formulas without values": ["<c><f>A</f></c>"] * N,
    "elements that are not known": ["<x/>" * 1000] * 20,
    "elements in elements": ["<x>" * N + "</x>" * N],
    "an element of many attributes": ["<x " + " ".join(f'a{each}=""' for each in range(N)) + "/>"],
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_takes_a_multiple_of_its_size(
    name: str,
    bare_workbook: Callable[..., bytes],
    sheet_of_rows: Callable[..., str],
    header: str,
) -> None:
    sheet = sheet_of_rows(header, *SHEETS[name])
    content = bare_workbook(sheet)
    limits = Limits(expansion=10**6)
    read_scorecard_xlsx(bare_workbook(sheet_of_rows(header)))  # what is made once and kept
    tracemalloc.start()
    try:
        read_scorecard_xlsx(content, limits=limits)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most <= MULTIPLE * len(sheet) + BESIDES


def test_cells_far_apart_take_what_the_limit_says(
    bare_workbook: Callable[..., bytes], sheet_of_rows: Callable[..., str], header: str
) -> None:
    far = [f'<c r="XFD{each}"><v>1</v></c>' for each in range(2, 60)]
    tracemalloc.start()
    try:
        reading = read_scorecard_xlsx(
            bare_workbook(sheet_of_rows(header, *far)), limits=Limits(cells=300_000)
        )
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert "(cells)" in str(reading.problems[0])
    assert most <= 300_000 * 16 + BESIDES
