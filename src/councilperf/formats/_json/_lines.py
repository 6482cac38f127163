"""Many documents in one file, a line each, read and written one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from councilperf.formats._json._documents import dump_json, read_json
from councilperf.formats._limits import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from councilperf.formats._problems import Problem, Reading

__all__ = ["read_json_lines", "write_json_lines"]


def write_json_lines(values: Iterable[object]) -> Iterator[bytes]:
    r"""Yield one line for each value; `file.writelines` takes them without holding them all.

    >>> from councilperf.model import Range
    >>> list(write_json_lines([Range(1, 2)]))
    [b'{"format":"councilperf/range","version":1,"low":"1","high":"2"}\n']
    """
    for value in values:
        yield dump_json(value) + b"\n"


def read_json_lines(
    lines: Iterable[bytes | str],
    kind: type[Any] | None = None,
    *,
    lenient: bool = False,
    limits: Limits = LIMITS,
) -> Iterator[Reading[Any]]:
    """Yield a reading for each line that is not blank; an open file gives its lines.

    >>> [reading] = read_json_lines(['{"format": "councilperf/shoe", "version": 1}'])
    >>> print(reading.problems[0].path)
    line 1: $.format

    A line that cannot be read is no hindrance to those after it. *limits* hold for each line.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            reading = read_json(line, kind, lenient=lenient, limits=limits)
            problems = [_in_line(number, each) for each in reading.problems]
            notes = [f"line {number:,}: {each}" for each in reading.notes]
            yield evolve(reading, problems=problems, notes=notes)


def _in_line(number: int, problem: Problem) -> Problem:
    return evolve(problem, path=f"line {number:,}: {problem.path}")
