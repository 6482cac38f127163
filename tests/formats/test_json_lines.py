"""Many documents in one file: streamed, and one bad line spoils no other."""

from __future__ import annotations

import io
import itertools

from councilperf.formats import read_json_lines, write_json_lines
from councilperf.model import Range


def test_what_is_written_line_by_line_is_read_so() -> None:
    ranges = [Range(low, 9) for low in range(3)]
    file = io.BytesIO()
    file.writelines(write_json_lines(ranges))
    file.seek(0)

    assert [each.require() for each in read_json_lines(file, Range)] == ranges


def test_nothing_is_held_that_is_not_asked_for() -> None:
    endless = write_json_lines(Range(low, low) for low in itertools.count())
    readings = read_json_lines(endless)

    assert next(readings).value == Range(0, 0)
    assert next(readings).value == Range(1, 1)


def test_a_bad_line_is_told_with_its_number_and_the_next_is_read() -> None:
    good = '{"format":"councilperf/range","version":1,"low":"1","high":"2"}'
    bad, _, strange = "{}", "", good.replace("}", ',"shoe":9}')
    readings = list(read_json_lines([good, "\n", bad, strange], lenient=True))

    assert [each.value for each in readings] == [Range(1, 2), None, Range(1, 2)]
    assert readings[1].problems[0].path == "line 3: $.format"
    assert readings[2].notes == ("line 4: $.shoe is not known and left out: 9",)
