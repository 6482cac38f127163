"""Files from anywhere: whatever a limit refuses, it names; what cannot hurt is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from councilperf.errors import FieldValueError
from councilperf.formats import (
    Limits,
    Problem,
    Reading,
    dump_json,
    load_json,
    read_json,
    read_scorecard_csv,
    read_tidy_csv,
    show_problems,
    write_scorecard_csv,
    write_tidy_csv,
)
from councilperf.model import Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.rules import TARGET, Condition, Is, Rule, RuleSet
from councilperf.values import Missing

Q1 = ReportingPeriod.quarter(2019, 1)


def document(**fields: object) -> str:
    card = {"format": "councilperf/scorecard", "version": 1, "title": "S", "rows": []}
    return json.dumps({**card, **fields}, ensure_ascii=False)


def only_problem(reading: Reading[Any]) -> Problem:
    [problem] = reading.problems
    return problem


def test_the_limits_are_those_that_the_page_on_formats_promises() -> None:
    assert Limits() == Limits(
        size=64 * 1024 * 1024,
        rows=1_048_576,
        columns=16_384,
        cell=100_000,
        depth=200,
        expansion=200,
        cells=5_000_000,
    )


class TestJson:
    @pytest.mark.parametrize("brackets", ["[]", "{}"])
    def test_nesting_is_counted_exactly_and_text_is_no_nesting(self, brackets: str) -> None:
        before, after = ("[", "]") if brackets == "[]" else ('{"a":', "}")
        for deep, told in ((4, False), (5, True)):
            tree = before * deep + "1" + after * deep
            problem = only_problem(
                read_json(f'{{"title":"[{{[{{\\"[","a":{tree}}}', limits=Limits(depth=5))
            )
            assert ("(depth)" in problem.message) is told

    @pytest.mark.parametrize("limit", [1, 100])
    def test_a_refusal_names_the_limit(self, limit: int) -> None:
        deep = '{"a":' * 101 + "1" + "}" * 101
        problem = only_problem(read_json(deep, limits=Limits(depth=limit)))

        assert f"more than {limit} deep, the limit (depth)" in problem.message
        assert "Limits(depth=…)" in problem.remedy

    def test_brackets_that_do_not_match_are_for_the_parser_to_tell(self) -> None:
        for text in ("{[", "]}", "{" * 1000, "[[[]"):
            assert "it is not JSON" in only_problem(read_json(text)).message

    def test_conditions_may_be_nested_as_deep_as_they_are_read(self) -> None:
        condition: Condition = Is("kind", "pledge")
        for _ in range(24):
            condition = (condition & Is("tag", "a")) | Is("tag", "b")
        rules = RuleSet(
            "r", "C", [Rule("rating", {"green": TARGET}, otherwise="red", serves=condition)]
        )

        assert load_json(dump_json(rules)) == rules

    def test_a_text_of_a_megabyte_is_refused_with_its_path(self) -> None:
        long = "a" * 10**6
        row = {"indicator": {"reference": "1", "title": "A", "note": long}}
        for text in (document(rows=[row]), document(rows=[row]).replace(":", ": ")):
            problem = only_problem(read_json(text))

            assert problem.path == "$.rows[0].indicator.note"
            assert "longer than 100,000 characters, the limit (cell)" in problem.message
        assert read_json(document(rows=[row]), limits=Limits(cell=10**6)).value is not None

    def test_so_is_a_key_of_a_megabyte(self) -> None:
        problem = only_problem(read_json(document(**{"a" * 10**6: 1})))

        assert (problem.path, "(cell)" in problem.message) == ("$", True)

    def test_many_short_texts_are_no_long_one(self) -> None:
        rows = [{"indicator": {"reference": f"R{each}", "title": "A"}} for each in range(5000)]

        assert len(read_json(document(rows=rows)).require().rows) == 5000

    @pytest.mark.parametrize(
        "mark", [b"\xef\xbb\xbf", b"\xef\xbb\xbf \r\n\t"], ids=["bom", "bom and white space"]
    )
    def test_a_byte_order_mark_is_passed_over(self, mark: bytes) -> None:
        assert read_json(mark + document().encode()).value is not None

    def test_line_ends_may_be_mixed(self) -> None:
        text = (
            document(assumed=["a"])
            .replace(",", ",\r\n", 1)
            .replace(":", ":\r")
            .replace("[", "\n[")
        )

        assert read_json(text).value is not None

    @pytest.mark.parametrize(
        "number",
        ["1" + "0" * 10_000_000, "1e999999", "-1e999999", "1" * 10_000_000, "0." + "3" * 10**6],
    )
    def test_a_number_of_megabytes_is_no_number_of_ours(self, number: str) -> None:
        [problem] = read_json(f'{{"format":"councilperf/range","version":{number}}}').problems
        assert problem.remedy
        text = f'{{"format":"councilperf/range","version":1,"low":"{number}","high":"1"}}'
        [problem] = read_json(text, limits=Limits(cell=2 * 10**7)).problems
        assert problem.path == "$.low"
        assert len(problem.value) <= 60

    def test_nul_is_text_in_json(self) -> None:
        card = Scorecard("a\0b", [])

        assert load_json(dump_json(card)) == card

    def test_a_key_that_stands_twice_is_found_however_deep(self) -> None:
        text = document(rows=[{"indicator": {"reference": "1", "title": "A:", "x": 1}}])
        for layout in (text, text.replace(", ", ",").replace(": ", ":")):
            problem = only_problem(read_json(layout.replace('"x"', '"title"')))
            assert (problem.value, problem.message) == (
                "title",
                "the key stands twice in one object",
            )


Reader = Callable[..., Reading[Scorecard]]
SHEETS: list[tuple[Reader, str]] = [
    (read_scorecard_csv, "Measure,Q1 2019-20\nA,{value}\n"),
    (read_tidy_csv, "Measure,Period,Value\nA,Q1 2019-20,{value}\n"),
]


@pytest.mark.parametrize(("read", "sheet"), SHEETS, ids=["wide", "tidy"])
class TestCsv:
    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ("9" * 10_000_000, "the limit (cell)"),
            ("9" * 90_000, "far longer than any figure"),
            ("9" * 400, "out of range"),
            ("1e999999", "a spreadsheet shortened it"),
            ("=1+1", "it is a formula"),
            ("@x", "it is no number"),
            ("'=1+1", "it is a formula"),
            ("\ufeff5", "it is no number"),
        ],
        ids=lambda text: text[:12],
    )
    def test_a_cell_that_is_no_figure_is_told_why(
        self, read: Reader, sheet: str, value: str, message: str
    ) -> None:
        assert message in str(only_problem(read(sheet.format(value=value))))

    @pytest.mark.parametrize("value", ["-5", "-5.50", "+5", "−5"])
    def test_a_sign_is_no_formula(self, read: Reader, sheet: str, value: str) -> None:
        [row] = read(sheet.format(value=value)).require().rows

        assert str(row.observations[0].value).lstrip("-") in ("5", "5.50")

    @pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
    def test_line_ends_of_every_kind_are_taken(self, read: Reader, sheet: str, ends: str) -> None:
        first, second, _ = sheet.format(value=5).split("\n")
        text = f"{first}{ends}{second}\r\n\n"

        assert len(read(text).require().rows) == 1

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("\ud800", "half of a surrogate pair"),
            ("A\0B", "holds a NUL character"),
            (b"\xff\xfe\x00", "its byte order mark contradicts"),
            (b"\x81\x00", "neither UTF-8"),
            ("Measure\n", "(size)"),
        ],
    )
    def test_content_that_is_no_text_is_told_why(
        self, read: Reader, sheet: str, content: bytes | str, message: str
    ) -> None:
        assert sheet
        problem = only_problem(read(content, limits=Limits(size=7)))
        assert message in problem.message + problem.remedy

    def test_a_sheet_has_no_more_columns_than_excel(self, read: Reader, sheet: str) -> None:
        header, row, _ = sheet.format(value=5).split("\n")
        wide = ",".join(f"c{place}" for place in range(16_384 - header.count(",") - 1))

        assert read(f"{header},{wide}\n{row}\n").value is not None
        problem = only_problem(read(f"{header},{wide},more\n{row}\n"))
        assert "more than 16,384 columns, the limit (columns)" in problem.message

    def test_a_sheet_has_no_more_rows_than_excel(self, read: Reader, sheet: str) -> None:
        text = sheet.format(value=5)

        problem = only_problem(read(text + "\n" * (1_048_576 - 1)))
        assert "more than 1,048,576 rows, the limit (rows)" in problem.message
        # As many are read: tried with a limit that does not take seconds.
        assert read(text + "\n" * 998, limits=Limits(rows=1000)).value is not None
        assert read(text + "\n" * 999, limits=Limits(rows=1000)).value is None

    def test_problems_of_a_whole_file_are_shown_up_to_a_cap(
        self, read: Reader, sheet: str
    ) -> None:
        header, row, _ = sheet.format(value="lots").split("\n")
        reading = read("\n".join([header, *[row] * 3000]))

        lines = show_problems(reading.problems).splitlines()
        assert (len(reading.problems), len(lines)) == (3000, 21)
        assert lines[-1] == "and 2,980 more"


HOSTILE = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "''+1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("excel", [True, False])
@pytest.mark.parametrize(
    ("write", "read"),
    [(write_scorecard_csv, read_scorecard_csv), (write_tidy_csv, read_tidy_csv)],
    ids=["wide", "tidy"],
)
def test_text_that_a_spreadsheet_would_run_is_defused_and_comes_back(
    write: Callable[..., bytes], read: Reader, text: str, excel: bool
) -> None:
    row = ScorecardRow(
        Indicator(f"{text}1", text, polarity="none", service=text, note=text),
        [Observation(Q1, "-5.50"), Observation(Q1.next(), Missing("no_data"))],
        commentary=text,
    )
    written = write(Scorecard(text, [row]), excel=excel)
    back = read(written).require().rows[0]

    for cell in written.decode().replace('"', "").replace("\r\n", "\n").split(","):
        assert not cell.startswith(("=", "+", "@", "\t", "\r")) or cell in ("\r", "")
    assert b",-5.50" in written
    assert back.indicator.title == (text if write is write_tidy_csv else text.strip())
    assert back.observations == row.observations


@pytest.mark.parametrize("write", [write_scorecard_csv, write_tidy_csv])
def test_what_could_not_be_read_again_is_not_written(write: Callable[..., bytes]) -> None:
    for text, message in (("a\0b", "without NUL"), ("a\ud800", "half of a surrogate pair")):
        with pytest.raises(FieldValueError, match=message):
            write(Scorecard("S", [ScorecardRow(Indicator("1", text))]))
