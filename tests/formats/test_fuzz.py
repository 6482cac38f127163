"""Whatever bytes come: a value or problems, never an exception."""

from __future__ import annotations

import io
import json
import re
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from councilperf.formats import (
    Reading,
    dump_json,
    read_json,
    read_scorecard_csv,
    read_scorecard_xlsx,
    read_tidy_csv,
    write_scorecard_csv,
    write_scorecard_xlsx,
    write_tidy_csv,
)
from councilperf.formats._json._kinds import kinds
from councilperf.model import Scorecard

HEADERS = (
    "Measure|Ref|Q1|Q2 2019-20|Year end 2018-19|Target|Annual target 2019-20|RAG|DoT|Polarity|"
    "Unit|Tolerance|Tolerance (%)|England|Benchmark|Minimum|Kind|Tags|Comments||2019|Q5 2019-20|"
    "Actual|Target Q1|2019-Q2@04|x@04|Forecast 2019-20"
).split("|")
CELLS = (
    "A|1,234|95.8%|(3.2)|N/A|-|TBC|[c]|<5|≥ 5|45-55|45 to 55|higher|Low|5%|#REF!|=1+1|'=1|£1.2m|"
    "95.8 [p]|1e5|2019-09-30|Yes|(|)|[|[[p]|((5))|\u00a0|\t|90+|+|9 or more|at least|per 1,000"
).split("|")

cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=8), st.integers().map(str))
sheets = st.builds(
    lambda headers, rows, mark: "\n".join(mark.join(row) for row in [headers, *rows]),
    st.lists(st.one_of(st.sampled_from(HEADERS), st.text(max_size=12)), min_size=1, max_size=8),
    st.lists(st.lists(cells, max_size=8), max_size=4),
    st.sampled_from([",", ";", "\t", "|"]),
)


def check_csv(content: bytes | str) -> None:
    reading = read_scorecard_csv(content)

    assert isinstance(reading, Reading)
    if reading.value is not None:
        written = write_scorecard_csv(reading.value)
        assert read_scorecard_csv(written, title=reading.value.title).problems == ()
        assert dump_json(reading.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sheet_or_problems(content: bytes) -> None:
    check_csv(content)


@given(sheets)
def test_anything_in_a_sheet_is_read_or_told(content: str) -> None:
    check_csv(content)


TIDY_HEADERS = (
    "Ref|Record|Year|Quarter|Period start|Value|Value to|Marks|Missing note|Note|"
    "Target|Annual target|RAG|England|Polarity|Unit|Basis|Strict|Group|Level|Until|Numerator||?"
).split("|")
TIDY_CELLS = (
    "A|actual|target|superseded target|benchmark|stated level|assumption|Q1 2019-20|2019-20|"
    "Q1|2019-04-01|30/06/2019|yes|[p] [r]|2019-Q2@04|x@04|annual|'|' |''=1|override"
).split("|")
tidy_cells = st.one_of(st.sampled_from(CELLS + TIDY_CELLS), cells)
tidy_tables = st.builds(
    lambda headers, rows: "\n".join(",".join(row) for row in [headers, *rows]),
    st.permutations(TIDY_HEADERS).map(lambda headers: ["Measure", "Period", *headers[:9]]),
    st.lists(st.lists(tidy_cells, max_size=11), max_size=4),
)


@given(st.one_of(tidy_tables, st.binary(max_size=200)))
def test_any_tidy_table_is_read_or_told(content: bytes | str) -> None:
    reading = read_tidy_csv(content)

    assert isinstance(reading, Reading)
    if reading.value is not None:
        assert read_tidy_csv(write_tidy_csv(reading.value)).value == reading.value


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_any_bytes_are_a_document_or_problems(content: bytes | str) -> None:
    assert isinstance(read_json(content), Reading)


WORDS = sorted(
    {field for kind in kinds().values() for field in getattr(kind, "__annotations__", ())}
    | {"value", "missing", "low", "high", "figure", "worse_by", "any_of", "all", "not", "is"}
)
trees = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
        st.sampled_from(["1", "2019-Q2@04", "higher", "target", "10%", "no_data", "rag"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip


@given(
    st.sampled_from(sorted(kinds())), st.dictionaries(st.sampled_from(WORDS), trees, max_size=6)
)
def test_any_tree_is_a_value_or_problems(name: str, fields: dict[str, object]) -> None:
    text = json.dumps({**fields, "format": name, "version": 1})
    reading = read_json(text)

    assert isinstance(reading, Reading)
    if reading.value is not None:
        assert dump_json(reading.value)
    lenient = read_json(text, lenient=True)
    assert lenient.value is None or reading.value in (None, lenient.value)


def test_strict_reading_refuses_what_lenient_reading_reports() -> None:
    text = '{"format":"councilperf/scorecard","version":1,"title":"S","rows":[],"shoe":1}'

    assert read_json(text).problems
    assert read_json(text, lenient=True).value == Scorecard("S", [])
    assert read_json(text, lenient=True).notes


BOOK = write_scorecard_xlsx(read_scorecard_csv("Ref,Measure,Q1 2019-20\nA,B,95.8\n").require())


@given(st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_archive_is_a_workbook_or_problems(content: bytes) -> None:
    assert isinstance(read_scorecard_xlsx(content), Reading)


@given(st.integers(0, len(BOOK)), st.integers(0, 40), st.binary(max_size=8))
def test_a_workbook_whose_bytes_are_spoilt_is_read_or_told(at: int, gone: int, new: bytes) -> None:
    assert isinstance(read_scorecard_xlsx(BOOK[:at] + new + BOOK[at + gone :]), Reading)


pieces = st.sampled_from(
    '<c r="A4" t="s"><v>0</v></c>|<c><f>A1</f></c>|<c t="e"><v>#N/A</v></c>|<row/>|<row r="9"/>|'
    '<c r="C5"><v>1e308</v></c>|<c s="3"><v>-1</v></c>|<mergeCell ref="A3:B4"/>|</row><row>|'
    '<c t="inlineStr"><is><t>Measure</t></is></c>|<is><t>Q1</t></is>|&#9;|<v>0.1</v>|<x>'.split(
        "|"
    )
)


@given(st.integers(0, 60), st.lists(pieces, min_size=1, max_size=3), st.integers(0, 3))
def test_a_sheet_whose_elements_are_spoilt_is_read_or_told(
    at: int, new: list[str], gone: int
) -> None:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(BOOK)) as old, ZipFile(stream, "w") as spoilt:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "xl/worksheets/sheet3.xml":
                elements = re.findall(r"<[^>]*>|[^<]+", part)
                elements[at : at + gone] = new
                part = "".join(elements)
            spoilt.writestr(name, part)

    for hidden in (True, False):
        reading = read_scorecard_xlsx(stream.getvalue(), leave_out_hidden=hidden)
        assert isinstance(reading, Reading)
        if reading.value is not None:
            assert read_scorecard_xlsx(write_scorecard_xlsx(reading.value)).value is not None
