"""Workbooks: a scorecard read beside openpyxl's own reading of every value in the same file.

openpyxl reads in its quickest way, `read_only` and `data_only`, and keeps nothing; ours looks at
formulas, formats, merged and hidden cells, makes exact numbers, understands the header, and builds
the scorecard. Both read with defusedxml installed, as the extra installs it.

Goal: at most 1.3 times openpyxl's CPU time.
"""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable
from functools import partial
from random import Random
from zipfile import ZipFile

from _timing import best_of, cpu_time
from openpyxl import Workbook, load_workbook

from councilperf.formats import read_scorecard_xlsx, write_scorecard_xlsx

ROUNDS = 5
PERIODS = [
    f"Q{number} {year}-{year - 1999}" for year in range(2015, 2020) for number in (1, 2, 3, 4)
]


def workbook(rows: int, *, percentages: bool) -> bytes:
    """A scorecard of so many indicators and 20 quarters, as a council would keep it."""
    chance = Random(1)  # noqa: S311 - a benchmark's figures
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Ref", "Measure", "Lead Department", "Good is", *PERIODS, "Target 2019-20"])
    for number in range(rows):
        figures = [round(chance.random(), 3 if percentages else 1) for _ in range(21)]
        sheet.append([f"R{number}", f"Measure {number}", "Housing", "High", *figures])
    if percentages:
        for row in sheet.iter_rows(min_row=2, min_col=5):
            for cell in row:
                cell.number_format = "0.0%"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def values(content: bytes) -> int:
    """Count the values of a workbook, read in openpyxl's quickest way."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    count = sum(value is not None for row in rows for value in row)
    book.close()
    return count


def most_memory(operation: Callable[[], object]) -> int:
    tracemalloc.start()
    operation()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    for name, rows, percentages in (
        ("42 indicators", 42, False),
        ("42 indicators in per cent", 42, True),
        ("3,000 indicators", 3000, False),
        ("3,000 indicators in per cent", 3000, True),
    ):
        content = workbook(rows, percentages=percentages)
        card = read_scorecard_xlsx(content).require()
        assert len(card.rows) == rows
        assert all(len(row.observations) == 20 for row in card.rows)
        found = best_of(
            ROUNDS,
            {
                "openpyxl": cpu_time(partial(values, content)),
                "ours": cpu_time(partial(read_scorecard_xlsx, content)),
            },
        )
        ratio = found["ours"] / found["openpyxl"]
        verdict = "met" if ratio <= 1.3 else "MISSED"
        print(
            f"{name:<30} read {found['ours'] * 1e3:8.1f} ms, openpyxl alone "
            f"{found['openpyxl'] * 1e3:8.1f} ms: {ratio:.2f} of it, goal 1.30: {verdict}"
        )
    unpacked = sum(each.file_size for each in ZipFile(io.BytesIO(content)).infolist())
    most = most_memory(lambda: read_scorecard_xlsx(content))
    theirs = most_memory(lambda: values(content))
    written = best_of(2, {"write": cpu_time(lambda: write_scorecard_xlsx(card))})["write"]
    print(
        f"memory at most {most / len(content):.1f} times the file, {most / unpacked:.1f} times "
        f"what it unpacks to (openpyxl, keeping nothing: {theirs / unpacked:.1f})"
    )
    print(f"written in {written * 1e3:.0f} ms: {rows * 26 / written:,.0f} cells a second")


if __name__ == "__main__":
    main()
