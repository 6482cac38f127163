"""Strategies for what is written and read: tables, pages, findings and problems."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from councilperf._checks import check_whole
from councilperf.assurance import (
    Change,
    ChangeKind,
    CountTable,
    Finding,
    Mismatch,
    Remark,
    Severity,
    Suppression,
    suppress,
)
from councilperf.formats import (
    FILE_FORMATS,
    LIMITS,
    ConfidentialityStatus,
    FileFormat,
    Limits,
    ObservationStatus,
    Problem,
    Reading,
    SdmxStatus,
    UkShorthand,
)
from councilperf.periods import ReportingPeriod
from councilperf.render import PALETTE, Swatch
from councilperf.strategies._model import ranges, units
from councilperf.strategies._values import exact_numbers, missing_figures
from councilperf.tables import (
    ENGLISH,
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Labels,
    Page,
    Paragraph,
    Table,
    TrendBand,
    TrendLine,
    TrendPoint,
)
from councilperf.values import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from councilperf.tables import Block

__all__ = ["PAGES", "count_tables", "pages", "plain_tables"]

_WORDS = st.sampled_from(["Green", "Homes delivered", "46.8", "not due yet", "<b>&|`", "x" * 60])
_SAID = st.sampled_from(["It is below target.", "Look at row 2.", "Give a number."])
_PATHS = st.sampled_from(["$.rows[0].value", "row 2, column C", "summary"])
_CELLS = st.builds(Cell) | st.builds(
    Cell,
    _WORDS,
    symbol=st.sampled_from(["", "▲"]),
    colour=st.sampled_from(["", "green", "red"]),
    number=st.none() | exact_numbers(0, 100),
)


def plain_tables(*, max_rows: int = 4, max_columns: int = 4) -> st.SearchStrategy[Table]:
    """Make tables as every format and renderer is fed with, their cells hostile now and then.

    >>> plain_tables(max_rows=2).validate()
    """
    check_whole("max_rows", max_rows, 0, 1000)
    check_whole("max_columns", max_columns, 1, 100)
    return st.integers(1, max_columns).flatmap(partial(_tables_of, max_rows))


def _tables_of(max_rows: int, columns: int) -> st.SearchStrategy[Table]:
    headers = st.tuples(*[st.builds(Column, _WORDS, numeric=st.booleans())] * columns)
    rows = st.lists(st.tuples(*[_CELLS] * columns), max_size=max_rows)
    return st.builds(Table, _WORDS, headers, rows, notes=st.lists(_SAID, max_size=1))


_FACTS = st.builds(Fact, _WORDS, _WORDS)


def pages(*, max_blocks: int = 4) -> st.SearchStrategy[Page]:
    """Make pages of up to *max_blocks* headings, paragraphs, lists, facts and tables.

    >>> pages(max_blocks=2).validate()
    """
    check_whole("max_blocks", max_blocks, 0, 1000)
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, _WORDS),
        st.builds(Paragraph, _SAID),
        st.builds(Bullets, st.lists(_SAID, min_size=1, max_size=2)),
        st.builds(Facts, st.lists(_FACTS, min_size=1, max_size=2)),
        plain_tables(max_rows=2, max_columns=3),
    )
    return st.builds(Page, _WORDS, st.lists(blocks, max_size=max_blocks))


@st.composite
def count_tables(
    draw: st.DrawFn, *, max_count: int = 30, max_rows: int = 3, max_columns: int = 3
) -> CountTable:
    """Make tables of counts with their totals.

    >>> count_tables(max_count=9).validate()
    """
    check_whole("max_count", max_count, 0, 10**6)
    check_whole("max_rows", max_rows, 1, 26)
    check_whole("max_columns", max_columns, 1, 26)
    rows = [f"row {place}" for place in range(draw(st.integers(1, max_rows)))]
    columns = [f"column {place}" for place in range(draw(st.integers(1, max_columns)))]
    counts = [[draw(st.integers(0, max_count)) for _ in columns] for _ in rows]
    return CountTable.with_totals("Exclusions", rows, columns, counts)


def _problems() -> st.SearchStrategy[Problem]:
    return st.builds(Problem, _PATHS, st.sampled_from(["", "lots"]), _SAID, _SAID)


def _readings() -> st.SearchStrategy[Reading[Any]]:
    made: Any = Reading
    notes = st.lists(_SAID, max_size=1)
    read = st.builds(made, ranges(0, 100), st.just(()), notes)
    return read | st.builds(made, st.none(), st.lists(_problems(), min_size=1, max_size=2), notes)


_FIGURES = exact_numbers(0, 100) | missing_figures()
_MARKS = st.frozensets(st.sampled_from(Mark), max_size=2)
_FIRST = ReportingPeriod.quarter(2019, 1)


def _trend_bands() -> st.SearchStrategy[TrendBand]:
    low, high = exact_numbers(0, 50), exact_numbers(50, 100)
    return st.builds(TrendBand, _WORDS, st.sampled_from(["", "green"]), low, high)


@st.composite
def _trend_lines(draw: st.DrawFn) -> TrendLine:
    places = sorted(draw(st.frozensets(st.integers(0, 12), max_size=4)))
    return TrendLine(
        title=draw(_WORDS),
        unit=draw(units()),
        points=[TrendPoint(_FIRST.step(at), at, draw(_FIGURES), draw(_MARKS)) for at in places],
        aim=draw(_FIGURES | ranges(0, 100)),
        bands=draw(st.lists(_trend_bands(), max_size=2)),
        strict=draw(st.booleans()),
    )


@st.composite
def _trend_points(draw: st.DrawFn) -> TrendPoint:
    at = draw(st.integers(0, 12))
    return TrendPoint(_FIRST.step(at), at, draw(_FIGURES), draw(_MARKS))


#: Strategies for what checks, tables, formats and renderers work with.
PAGES: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Bullets: lambda: st.builds(Bullets, st.lists(_SAID, min_size=1, max_size=3)),
    Cell: lambda: _CELLS,
    Change: lambda: st.builds(
        Change,
        st.sampled_from(ChangeKind),
        st.just("P1"),
        before=st.none() | _WORDS,
        after=st.none() | _WORDS,
    ),
    Column: lambda: st.builds(Column, _WORDS, numeric=st.booleans()),
    CountTable: count_tables,
    Fact: lambda: _FACTS,
    Facts: lambda: st.builds(Facts, st.lists(_FACTS, min_size=1, max_size=3)),
    FileFormat: lambda: st.sampled_from(FILE_FORMATS),
    Finding: lambda: st.builds(
        Finding,
        st.sampled_from(["wrong-total", "stale-benchmark"]),
        st.sampled_from(Severity),
        _PATHS,
        _SAID,
        _SAID,
    ),
    Heading: lambda: st.builds(Heading, _WORDS),
    Labels: lambda: st.builds(partial(evolve, ENGLISH), total=_WORDS, value=_WORDS),
    Limits: lambda: st.builds(
        partial(evolve, LIMITS), size=st.integers(1, 10**6), rows=st.integers(1, 10**4)
    ),
    Mismatch: lambda: st.builds(
        Mismatch,
        st.just("P1"),
        st.just("rating"),
        _WORDS,
        _WORDS,
        published_reason=st.none() | _SAID,
        computed_reason=_SAID,
    ),
    Page: pages,
    Paragraph: lambda: st.builds(Paragraph, _SAID),
    Problem: _problems,
    Reading: _readings,
    Remark: lambda: st.builds(Remark, _PATHS, _SAID, _SAID),
    SdmxStatus: lambda: st.builds(
        SdmxStatus,
        st.sampled_from(ObservationStatus),
        st.sampled_from(ConfidentialityStatus),
        st.lists(_SAID, max_size=1),
    ),
    Suppression: lambda: count_tables().map(suppress),
    Swatch: lambda: st.sampled_from(tuple(PALETTE)),
    Table: plain_tables,
    TrendBand: _trend_bands,
    TrendLine: _trend_lines,
    TrendPoint: _trend_points,
    UkShorthand: lambda: st.builds(
        UkShorthand, _MARKS, st.none() | missing_figures(), st.lists(_SAID, max_size=1)
    ),
}
